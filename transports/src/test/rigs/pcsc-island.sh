#!/bin/bash
# A PC/SC service of one's own, out of everyone's way: private network, mounts and processes, so that nothing outlives it.
#   pcsc-island.sh PORT COMMAND...          pcscd with virtual readers that listen on PORT and PORT+1, and COMMAND beside it
#   pcsc-island.sh PORT:PAIRS COMMAND...    with so many pairs of readers, on ports that follow one another; 8 at most
#   pcsc-island.sh none COMMAND...          no service
# Ends with the status of COMMAND. As root, or where users may make namespaces.
set -eu
if [ -z "${SECKEY_ISLAND:-}" ]; then
    who=""
    [ "$(id -u)" = 0 ] || who="--user --map-root-user"
    # shellcheck disable=SC2086
    SECKEY_ISLAND=1 exec unshare $who --net --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi
port=${1%:*}
pairs=1
[ "$1" = "$port" ] || pairs=${1#*:}
shift
ip link set lo up
mkdir -p /run/pcscd
mount -t tmpfs tmpfs /run/pcscd
if [ "$port" != none ]; then
    mkdir /run/pcscd/readers
    # a copy of the driver for each pair, since it tells only two readers apart
    for pair in $(seq 0 $((pairs - 1))); do
        cp /usr/lib/pcsc/drivers/serial/libifdvpcd.so "/run/pcscd/vpcd$pair.so"
        first=$(printf '0x%X' $((port + 2 * pair)))
        name="Virtual PCD"
        [ "$pair" = 0 ] || name="$name $pair"
        cat >>/run/pcscd/readers/vpcd <<EOF
FRIENDLYNAME "$name"
DEVICENAME   /dev/null:$first
LIBPATH      /run/pcscd/vpcd$pair.so
CHANNELID    $first
EOF
    done
    /usr/sbin/pcscd --foreground --info --config /run/pcscd/readers >"${SECKEY_PCSCD_LOG:-/dev/null}" 2>&1 &
    for _ in $(seq 100); do
        [ -S /run/pcscd/pcscd.comm ] && break
        sleep 0.05
    done
fi
status=0
"$@" || status=$?
exit $status
