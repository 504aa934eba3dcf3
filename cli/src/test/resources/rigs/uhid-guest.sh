#!/bin/bash
# uhid-guest.sh SECKEY: what is done with one key, as root, in the machine of uhid-vm.sh.
seckey=$1
export SECKEY_HOME=/nowhere
. "$(dirname "$0")/uhid-steps.sh"

plug() {
    "$seckey" virtual start --uhid "$@" >/dev/null 2>&1 &
    key=$!
    until [ -e /dev/hidraw0 ]; do sleep 0.1; done
    udevadm settle
}

unplug() {
    kill "$key"
    wait "$key"
}

nobody() {
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}

plug --profile level2
step udev udevadm info --query=property /dev/hidraw0
step list "$seckey" list
step info "$seckey" info
step verify "$seckey" verify --trust-simulated
step libfido2-list fido2-token -L
step libfido2-info fido2-token -I /dev/hidraw0
step nobody-list nobody "$seckey" list
step nobody-info nobody "$seckey" info
step nobody-diagnose nobody "$seckey" diagnose
unplug

plug --approve never
printf '%s\n' "$(head -c 32 /dev/zero | base64)" example.org alice "$(echo alice | base64)" >/run/request
fido2-cred -M -i /run/request /dev/hidraw0 >/dev/null 2>&1 &
holder=$!
until ls -l /proc/$holder/fd 2>/dev/null | grep -q hidraw0; do sleep 0.1; done
sleep 1
step held-diagnose "$seckey" diagnose
kill "$holder"
unplug

plug --approve never
"$seckey" verify --trust-simulated >/run/out 2>/run/err &
verify=$!
until grep -q 'touch the key now' /run/err; do sleep 0.1; done
unplug
wait "$verify"
report pulled $?

# the device goes, and comes back
plug --profile pin-set
"$seckey" reset --yes --json >/run/out 2>/run/err &
reset=$!
until grep -q 'pull the key out now' /run/err; do sleep 0.1; done
unplug
plug --profile pin-set
wait "$reset"
report reset $?
step reset-status "$seckey" pin status --json
unplug

# no rule: what udev has is hidden, and what diagnose gives is written into an empty folder
rules=(/usr/lib/udev/rules.d /etc/udev/rules.d)
mkdir -p /run/rules1 /run/rules2 /etc/udev/rules.d
hide() {
    mount --bind /run/rules1 "${rules[0]}"
    mount --bind /run/rules2 "${rules[1]}"
    udevadm control --reload
}
show() {
    umount "${rules[@]}"
    udevadm control --reload
}

hide
plug --profile level2
step no-rule-udev udevadm info --query=property /dev/hidraw0
step no-rule-diagnose nobody "$seckey" diagnose
sed -n 's/^        \(echo .*\|sudo .*\)/\1/p' /run/out | sed 's/sudo //g' >/run/mend
show
step not-applied-diagnose nobody "$seckey" diagnose
hide
bash /run/mend >/dev/null
udevadm settle
step mended-udev udevadm info --query=property /dev/hidraw0
show
unplug
exit 0 # not that of the key, which was ended
