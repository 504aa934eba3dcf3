#!/bin/bash
# uhid-guest.sh SECKEY: what is done, as root, in the machine of uhid-vm.sh. Each command's outcome comes out as
#   @ NAME STATUS
#   out|a line of its stdout
#   err|a line of its stderr
seckey=$1
export SECKEY_HOME=/nowhere

report() {
    echo "@ $1 $2"
    sed 's/^/out|/' /run/out
    sed 's/^/err|/' /run/err
}

step() {
    name=$1
    shift
    "$@" >/run/out 2>/run/err
    report "$name" $?
}

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
unplug

plug --approve never
"$seckey" verify --trust-simulated >/run/out 2>/run/err &
verify=$!
until grep -q 'touch the key now' /run/err; do sleep 0.1; done
unplug
wait "$verify"
report pulled $?
