# Completion of seckey for bash, made by "seckey completion bash".

# What is known of a command: the commands below it, its options, which of them take a value of what kind, and the
# kind of its arguments. A kind that begins with ":" is a list of words.
_seckey_known() {
    commands='' options='' values='' arguments=none
    case $1 in
    '')
        commands='list info verify diagnose provision policy pin config reset select wink raw credential fingerprint blob yubikey metadata ledger handover virtual schema completion'
        ;;
    'list')
        options='--watch'
        ;;
    'info')
        options='--pin-env --pin-file --pin-stdin --use-last-retry'
        values='--pin-env=free --pin-file=file'
        ;;
    'verify')
        options='--beep --challenge --count --no-touch --pin-env --pin-file --pin-stdin --policy --record --replay --report --trust-simulated --use-last-retry --watch'
        values='--challenge=free --count=free --pin-env=free --pin-file=file --policy=policy --record=file --replay=file --report=file'
        ;;
    'diagnose')
        options='--allow-list --bundle --ca --explain --network --proxy --watch'
        values='--allow-list=file --bundle=file --ca=file --explain=free --network=free --proxy=free'
        ;;
    'provision')
        options='--bench --count --dry-run --encrypt-to --handover-key --ledger --parallel --passphrase-file --pins-plain --pins-to --plain --policy --reset-unfinished --trust-simulated --users --users-columns --users-encoding --yes'
        values='--bench=free --count=free --encrypt-to=file --handover-key=file --ledger=free --parallel=free --passphrase-file=file --pins-plain=file --pins-to=folder --policy=policy --users=file --users-columns=free --users-encoding=free'
        ;;
    'policy')
        commands='list show check'
        ;;
    'policy list')
        ;;
    'policy show')
        arguments='policy'
        ;;
    'policy check')
        arguments='file'
        ;;
    'pin')
        commands='status set change verify'
        ;;
    'pin status')
        options='--pin-protocol'
        values='--pin-protocol=:1|2'
        ;;
    'pin set')
        options='--new-pin-env --new-pin-file --pin-protocol --pin-stdin'
        values='--new-pin-env=free --new-pin-file=file --pin-protocol=:1|2'
        ;;
    'pin change')
        options='--new-pin-env --new-pin-file --pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry'
        values='--new-pin-env=free --new-pin-file=file --pin-env=free --pin-file=file --pin-protocol=:1|2'
        ;;
    'pin verify')
        options='--pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2'
        ;;
    'config')
        commands='always-uv min-pin-length force-pin-change enterprise-attestation long-touch-reset pin-complexity'
        ;;
    'config always-uv')
        options='--dry-run --pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2'
        arguments=':on|off'
        ;;
    'config min-pin-length')
        options='--dry-run --pin-env --pin-file --pin-protocol --pin-stdin --rp --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2 --rp=free'
        arguments='free'
        ;;
    'config force-pin-change')
        options='--dry-run --pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2'
        ;;
    'config enterprise-attestation')
        options='--dry-run --pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2'
        arguments=':enable'
        ;;
    'config long-touch-reset')
        options='--dry-run --pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2'
        arguments=':enable'
        ;;
    'config pin-complexity')
        options='--dry-run --pin-env --pin-file --pin-protocol --pin-stdin --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --pin-protocol=:1|2'
        arguments=':enable'
        ;;
    'reset')
        options='--dry-run --yes'
        ;;
    'select')
        ;;
    'wink')
        ;;
    'raw')
        options='--apdu --u2f'
        values='--apdu=free --u2f=free'
        arguments='free'
        ;;
    'credential')
        commands='create assert verify list update delete usage'
        ;;
    'credential create')
        options='--alg --attestation-format --challenge --cred-blob --cred-protect --display-name --enterprise --exclude --hmac-secret --hmac-secret-mc --large-blob-key --min-pin-length --options --origin --pin-complexity --pin-env --pin-file --pin-stdin --prf --prf-eval --rk --rp --rp-name --third-party-payment --u2f --use-last-retry --user --user-id --uv'
        values='--alg=free --attestation-format=free --challenge=free --cred-blob=free --cred-protect=free --display-name=free --enterprise=:1|2 --exclude=free --hmac-secret-mc=free --options=file --origin=free --pin-env=free --pin-file=file --prf-eval=free --rp=free --rp-name=free --user=free --user-id=free'
        ;;
    'credential assert')
        options='--allow --challenge --cred-blob --hmac-secret --large-blob-key --no-up --options --origin --pin-env --pin-file --pin-stdin --prf --rp --third-party-payment --u2f --use-last-retry --user --uv'
        values='--allow=free --challenge=free --hmac-secret=free --options=file --origin=free --pin-env=free --pin-file=file --prf=free --rp=free --user=free'
        ;;
    'credential verify')
        options='--challenge --origin --registration --rp --trust-simulated --uv'
        values='--challenge=free --origin=free --registration=file --rp=free'
        arguments='file'
        ;;
    'credential list')
        options='--pin-env --pin-file --pin-stdin --rp --use-last-retry'
        values='--pin-env=free --pin-file=file --rp=free'
        ;;
    'credential update')
        options='--display-name --dry-run --pin-env --pin-file --pin-stdin --use-last-retry --user --yes'
        values='--display-name=free --pin-env=free --pin-file=file --user=free'
        arguments='free'
        ;;
    'credential delete')
        options='--dry-run --pin-env --pin-file --pin-stdin --rp --use-last-retry --yes'
        values='--pin-env=free --pin-file=file --rp=free'
        arguments='free'
        ;;
    'credential usage')
        options='--pin-env --pin-file --pin-stdin --use-last-retry'
        values='--pin-env=free --pin-file=file'
        ;;
    'fingerprint')
        commands='enroll list rename delete info'
        ;;
    'fingerprint enroll')
        options='--name --pin-env --pin-file --pin-stdin --sample-timeout --use-last-retry'
        values='--name=free --pin-env=free --pin-file=file --sample-timeout=free'
        ;;
    'fingerprint list')
        options='--pin-env --pin-file --pin-stdin --use-last-retry'
        values='--pin-env=free --pin-file=file'
        ;;
    'fingerprint rename')
        options='--pin-env --pin-file --pin-stdin --use-last-retry'
        values='--pin-env=free --pin-file=file'
        arguments='free'
        ;;
    'fingerprint delete')
        options='--pin-env --pin-file --pin-stdin --use-last-retry --yes'
        values='--pin-env=free --pin-file=file'
        arguments='free'
        ;;
    'fingerprint info')
        ;;
    'blob')
        commands='list get set delete'
        ;;
    'blob list')
        options='--pin-env --pin-file --pin-stdin --use-last-retry'
        values='--pin-env=free --pin-file=file'
        ;;
    'blob get')
        options='--credential --pin-env --pin-file --pin-stdin --raw --rp --use-last-retry'
        values='--credential=free --pin-env=free --pin-file=file --rp=free'
        ;;
    'blob set')
        options='--credential --overwrite-damaged --pin-env --pin-file --pin-stdin --rp --use-last-retry --yes'
        values='--credential=free --pin-env=free --pin-file=file --rp=free'
        arguments='file'
        ;;
    'blob delete')
        options='--credential --pin-env --pin-file --pin-stdin --rp --unowned --use-last-retry --yes'
        values='--credential=free --pin-env=free --pin-file=file --rp=free'
        ;;
    'yubikey')
        commands='info applications'
        ;;
    'yubikey info')
        ;;
    'yubikey applications')
        options='--disable-nfc --disable-usb --dry-run --enable-nfc --enable-usb --lock-code-env --restrict-nfc --yes'
        values='--disable-nfc=:otp|u2f|openpgp|piv|oath|hsmauth|fido2 --disable-usb=:otp|u2f|openpgp|piv|oath|hsmauth|fido2 --enable-nfc=:otp|u2f|openpgp|piv|oath|hsmauth|fido2 --enable-usb=:otp|u2f|openpgp|piv|oath|hsmauth|fido2 --lock-code-env=free'
        ;;
    'metadata')
        commands='check show list diff status update'
        ;;
    'metadata check')
        options='--file --policy'
        values='--file=file --policy=policy'
        arguments='model'
        ;;
    'metadata show')
        arguments='free'
        ;;
    'metadata list')
        options='--level --status --vendor'
        values='--level=free --status=free --vendor=free'
        ;;
    'metadata diff')
        options='--at --mds-root'
        values='--at=free --mds-root=file'
        arguments='file'
        ;;
    'metadata status')
        ;;
    'metadata update')
        options='--at --ca --from --mds-root --proxy --url'
        values='--at=free --ca=file --from=file --mds-root=file --proxy=free --url=free'
        ;;
    'ledger')
        commands='list show assign export check'
        ;;
    'ledger list')
        options='--batch --ledger --model --state --unassigned'
        values='--batch=free --ledger=free --model=free --state=free'
        ;;
    'ledger show')
        options='--ledger'
        values='--ledger=free'
        arguments='free'
        ;;
    'ledger assign')
        options='--email --ledger --name --person --replace'
        values='--email=free --ledger=free --name=free --person=free'
        arguments='free'
        ;;
    'ledger export')
        options='--keys --ledger'
        values='--ledger=free'
        ;;
    'ledger check')
        options='--against --head --ledger'
        values='--against=file --head=free --ledger=free'
        ;;
    'handover')
        commands='keygen open letters'
        ;;
    'handover keygen')
        options='--out --passphrase-file --rsa'
        values='--out=folder --passphrase-file=file'
        ;;
    'handover open')
        options='--key-file --passphrase-file --show'
        values='--key-file=file --passphrase-file=file'
        arguments='file'
        ;;
    'handover letters')
        options='--key-file --out --passphrase-file'
        values='--key-file=file --out=file --passphrase-file=file'
        arguments='file'
        ;;
    'virtual')
        commands='start'
        ;;
    'virtual start')
        options='--approve --control --count --first --key-file --profile --reset-any-time --tcp --udp --uhid --vpcd'
        values='--approve=free --control=free --count=free --first=free --key-file=file --profile=profile --tcp=free --udp=free --vpcd=free'
        ;;
    'schema')
        arguments='schema'
        ;;
    'completion')
        arguments=':bash|zsh|fish|powershell'
        ;;
    esac
}

# The kind of value that an option takes; nothing for a switch.
_seckey_kind() {
    local each
    for each in $values $every_value; do
        [[ $each == "$1="* ]] && kind=${each#*=} && return
    done
    kind=''
}

# Candidates of a kind, one a line.
_seckey_candidates() {
    local words
    case $1 in
    :*)
        words=${1#:}
        printf '%s\n' ${words//|/ }
        ;;
    folder) compgen -d -- "$2" ;;
    none | free) ;;
    *) "${COMP_WORDS[0]/#\~/$HOME}" __complete "$1" "$2" 2>/dev/null | cut -f 1 ;;
    esac
}

_seckey() {
    local commands options values arguments kind path='' word before='' lead='' i n=0 skip=''
    local words=()
    local every_option='-h --help --home --json --key --no-color -o --output --timeout --trace -v --verbose --version --virtual'
    local every_value='--home=folder --key=key -o=file --output=file --timeout=free --trace=file'
    # readline cuts words at ":" and "=" too
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((n)) && [[ $word == [:=]* || ${words[n - 1]} == *[:=] ]]; then
            words[n - 1]+=$word
        else
            words[n]=$word
            n=$((n + 1))
        fi
    done
    word=${words[n - 1]:-}
    ((n > 1)) && before=${words[n - 2]}
    _seckey_known ''
    for ((i = 0; i < n - 1; i++)); do
        if [[ $skip ]]; then
            skip=''
        elif [[ ${words[i]} == -* ]]; then
            _seckey_kind "${words[i]}"
            [[ $kind ]] && skip=1
        elif [[ " $commands " == *" ${words[i]} "* ]]; then
            path=${path:+$path }${words[i]}
            _seckey_known "$path"
        fi
    done

    kind=''
    [[ $before == -* ]] && _seckey_kind "$before"
    if [[ ! $kind && $word == --*=* ]]; then
        _seckey_kind "${word%%=*}"
        lead=${word%%=*}=
        word=${word#*=}
    fi
    COMPREPLY=()
    if [[ $kind == file || ! $kind && $word != -* && ! $commands && $arguments == file ]]; then
        return # to readline's own completion of files
    fi
    compopt +o default 2>/dev/null
    local found
    if [[ $kind ]]; then
        found=$(_seckey_candidates "$kind" "$word")
    elif [[ $word == -* ]]; then
        found=$(printf '%s\n' $options $every_option)
    elif [[ $commands ]]; then
        found=$(printf '%s\n' $commands)
    else
        found=$(_seckey_candidates "$arguments" "$word")
    fi

    # readline replaces only what stands behind the last ":" or "="
    local whole=$lead$word cut='' plain=${word//\\/}
    [[ $COMP_WORDBREAKS == *:* && $whole == *[:=]* ]] && cut=${whole%"${whole##*[:=]}"}
    while IFS= read -r word; do
        [[ $word && $word == "$plain"* ]] || continue
        word=$lead$word
        COMPREPLY+=("$(printf '%q' "${word#"$cut"}")")
    done <<<"$found"
}

complete -o default -F _seckey seckey
