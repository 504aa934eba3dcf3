# To be read by scripts for the machine of uhid-vm.sh: each command's outcome comes out as
#   @ NAME STATUS
#   out|a line of its stdout
#   err|a line of its stderr
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
