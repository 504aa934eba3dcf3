#!/bin/sh
# Makes a tree of the few programs and libraries that a Debian package with a Java of its own may count on, and no Java:
# small-system.sh TREE
set -eu
tree=$1
mkdir -p "$tree/usr/bin" "$tree/usr/lib" "$tree/usr/lib64" "$tree/dev" "$tree/proc" "$tree/tmp" "$tree/etc" \
    "$tree/var/lib/dpkg/info" "$tree/var/lib/dpkg/updates" "$tree/var/lib/dpkg/triggers"
touch "$tree/var/lib/dpkg/status"
for folder in bin lib lib64; do
    ln -s "usr/$folder" "$tree/$folder"
done
for program in sh cat cp dirname grep head ls mkdir mktemp mv readlink rm sed sleep sort touch tr; do
    cp -L "$(command -v $program)" "$tree/usr/bin/"
done
libraries=$(dirname "$(ldd "$(command -v sh)" | sed -n 's/.*=> \(.*libc\.so[^ ]*\) .*/\1/p')")
mkdir -p "$tree$libraries"
for library in libc.so.6 libm.so.6 libdl.so.2 librt.so.1 libpthread.so.0 libz.so.1; do
    cp -L "$libraries/$library" "$tree$libraries/"
done
for program in "$tree"/usr/bin/*; do
    ldd "$program" | sed -n 's/^[^/]*\(\/[^ ]*\) .*/\1/p'
done | sort -u | while read -r library; do
    mkdir -p "$tree$(dirname "$library")"
    [ -e "$tree$library" ] || cp -L "$library" "$tree$library"
done
