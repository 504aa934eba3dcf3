#!/bin/bash
# A machine with a kernel of its own, which has /dev/uhid, hidraw and udev, over this machine's files (read only; what the
# guest writes is forgotten). Plain emulation: a boot takes some ten seconds. An old processor, since code for the wide
# registers of newer ones is slow to emulate.
#   uhid-vm.sh KERNEL COMMAND...    KERNEL: a Debian kernel package unpacked by dpkg -x
# Runs COMMAND there as root, with its output here, and ends with its status; 99 when it did not get that far.
set -eu
kernel=$(readlink -f "$1")
shift
version=$(ls "$kernel/lib/modules")
[ -e "$kernel/lib/modules/$version/modules.dep" ] || /sbin/depmod --basedir "$kernel" "$version"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# what the guest needs before it has a disk: a shell, and the modules to mount this machine's files
mkdir -p "$work"/first/{bin,proc,sys,dev,mnt,rw,modules}
cp "$(command -v busybox)" "$work/first/bin/busybox"
for module in virtio_pci 9pnet_virtio 9p overlay; do
    /sbin/modprobe --dirname "$kernel" --set-version "$version" --show-depends "$module"
done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }' | while read -r file; do
    cp "$file" "$work/first/modules/"
    basename "$file" >>"$work/first/modules/order"
done
cat >"$work/first/init" <<EOF
#!/bin/busybox sh
/bin/busybox --install /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in \$(cat /modules/order); do insmod "/modules/\$module"; done
mkdir -p /rw/host /rw/own
mount -t tmpfs own /rw/own
mkdir -p /rw/own/files /rw/own/work
mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=loose,ro host /rw/host
mount -t overlay -o lowerdir=/rw/host,upperdir=/rw/own/files,workdir=/rw/own/work overlay /mnt
for place in proc sys dev; do mount --move /\$place /mnt/\$place; done
mkdir -p /mnt/dev/pts
mount -t devpts devpts /mnt/dev/pts
mount -t tmpfs run /mnt/run
exec switch_root /mnt /bin/bash $work/second
EOF
chmod +x "$work/first/init"
(cd "$work/first" && find . | cpio --create --format=newc --quiet | gzip -1) >"$work/initramfs"

# the first serial line is the kernel's, the second the command's
cat >"$work/second" <<EOF
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mkdir -p /lib/modules /run/udev
ln -sfn $kernel/lib/modules/$version /lib/modules/$version
modprobe -a uhid hid-generic
/lib/systemd/systemd-udevd --daemon
stty -F /dev/ttyS1 raw
$(printf '%q ' "$@") >/dev/ttyS1 2>&1 </dev/null
echo "status \$?"
sync
echo o >/proc/sysrq-trigger
while :; do :; done
EOF
timeout 580 qemu-system-x86_64 -accel tcg,thread=multi -cpu Nehalem -machine q35 -smp 2 -m 2048 \
    -nodefaults -no-user-config -no-reboot -display none -kernel "$kernel"/boot/vmlinuz-* -initrd "$work/initramfs" \
    -append "console=ttyS0 quiet loglevel=3 panic=-1 tsc=reliable mitigations=off nokaslr" \
    -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap \
    -serial "file:$work/console" -serial stdio </dev/null || true
status=$(sed -n 's/^status \([0-9]*\).*/\1/p' "$work/console" | tail -n 1)
[ -n "$status" ] || cat "$work/console" >&2
exit "${status:-99}"
