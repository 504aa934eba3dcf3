#!/bin/bash
# uhid-box-guest.sh SECKEY POLICY: a dozen keys are provisioned, as root, in the machine of uhid-vm.sh.
seckey=$1
export SECKEY_HOME=/run/home
. "$(dirname "$0")/uhid-steps.sh"

"$seckey" virtual start --uhid --profile level2 --count 12 >/dev/null 2>&1 &
keys=$!
until [ -e /dev/hidraw11 ]; do sleep 0.1; done
udevadm settle
step provision "$seckey" provision --policy "$2" --pins-plain /run/pins.csv --trust-simulated --count 12
for number in {0..11}; do
    step "key-$number" fido2-token -I "/dev/hidraw$number"
done
step ledger "$seckey" ledger list
step check "$seckey" ledger check
kill "$keys"
wait "$keys"
exit 0 # not that of the keys, which were ended
