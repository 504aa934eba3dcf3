#!/bin/bash
# A PC/SC service of one's own, out of everyone's way: private network, mounts and processes, so that nothing outlives it.
#   pcsc-island.sh PORT COMMAND...    pcscd with virtual readers that listen on PORT and PORT+1, and COMMAND beside it
#   pcsc-island.sh none COMMAND...    no service
# Ends with the status of COMMAND. As root, or where users may make namespaces.
set -eu
if [ -z "${SECKEY_ISLAND:-}" ]; then
    who=""
    [ "$(id -u)" = 0 ] || who="--user --map-root-user"
    # shellcheck disable=SC2086
    SECKEY_ISLAND=1 exec unshare $who --net --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi
port=$1
shift
ip link set lo up
mkdir -p /run/pcscd
mount -t tmpfs tmpfs /run/pcscd
if [ "$port" != none ]; then
    mkdir /run/pcscd/readers
    cat >/run/pcscd/readers/vpcd <<EOF
FRIENDLYNAME "Virtual PCD"
DEVICENAME   /dev/null:$(printf '0x%X' "$port")
LIBPATH      /usr/lib/pcsc/drivers/serial/libifdvpcd.so
CHANNELID    $(printf '0x%X' "$port")
EOF
    /usr/sbin/pcscd --foreground --info --config /run/pcscd/readers >"${SECKEY_PCSCD_LOG:-/dev/null}" 2>&1 &
    for _ in $(seq 100); do
        [ -S /run/pcscd/pcscd.comm ] && break
        sleep 0.05
    done
fi
status=0
"$@" || status=$?
exit $status
