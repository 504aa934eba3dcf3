# Completion of seckey for fish, made by "seckey completion fish".

# Whether the words so far name this command and none below it.
function __seckey_at
    set -l path
    set -l skip
    for word in (commandline -opc)[2..-1]
        if set -q skip[1]
            set -e skip
        else if contains -- $word --home --key -o --output --timeout --trace
            set skip 1
        else if contains -- (string trim -- "$path $word") list info verify diagnose provision policy 'policy list' 'policy show' 'policy check' pin 'pin status' 'pin set' 'pin change' 'pin verify' config 'config always-uv' 'config min-pin-length' 'config force-pin-change' 'config enterprise-attestation' 'config long-touch-reset' 'config pin-complexity' reset select wink raw credential 'credential create' 'credential assert' 'credential verify' 'credential list' 'credential update' 'credential delete' 'credential usage' fingerprint 'fingerprint enroll' 'fingerprint list' 'fingerprint rename' 'fingerprint delete' 'fingerprint info' blob 'blob list' 'blob get' 'blob set' 'blob delete' yubikey 'yubikey info' 'yubikey applications' metadata 'metadata check' 'metadata show' 'metadata list' 'metadata diff' 'metadata status' 'metadata update' ledger 'ledger list' 'ledger show' 'ledger assign' 'ledger export' 'ledger check' handover 'handover keygen' 'handover open' 'handover letters' virtual 'virtual start' schema completion
            set path $path $word
        end
    end
    test "$path" = "$argv[1]"
end

# What the program itself says could stand here.
function __seckey_candidates
    set -l program (commandline -opc)[1]
    eval (string escape -- $program) __complete $argv[1] (string escape -- (string replace -r '^--[^=]*=' '' -- (commandline -ct))) 2>/dev/null
end

complete -c seckey -f
complete -c seckey -s h -l help -d 'Show this help.'
complete -c seckey -l home -x -a '(__fish_complete_directories)' -d 'Where seckey keeps its metadata (or SECKEY_HOME).'
complete -c seckey -l json -d 'Print JSON instead of text.'
complete -c seckey -l key -x -a '(__seckey_candidates key)' -d 'The key to use: usb:PATH, nfc:READER, serial:NUMBER, asset:LABEL or virtual[:PROFILE[@FILE]]. One key needs none.'
complete -c seckey -l no-color -d 'No colour (or NO_COLOR).'
complete -c seckey -s o -l output -r -F -d 'Write the result into a file, in UTF-8.'
complete -c seckey -l timeout -x -d 'How long the key may take for one answer, a touch included (30).'
complete -c seckey -l trace -r -F -d 'Write every packet and APDU into a file; what belongs to a PIN is left out.'
complete -c seckey -s v -l verbose -d 'Say more on stderr: every packet, and where a failure came from.'
complete -c seckey -l version -d 'Show the version.'
complete -c seckey -l virtual -d 'A simulated key in this process; short for --key virtual.'

complete -c seckey -n '__seckey_at \'\'' -a list -d 'List the security keys on USB and NFC, one line each.'
complete -c seckey -n '__seckey_at \'\'' -a info -d 'Show everything that a key says of itself, decoded and explained.'
complete -c seckey -n '__seckey_at \'\'' -a verify -d 'Is this key genuine, and does the policy allow it?'
complete -c seckey -n '__seckey_at \'\'' -a diagnose -d 'Find out why a key does not work here. Changes nothing, needs neither PIN nor touch, and says what to do.'
complete -c seckey -n '__seckey_at \'\'' -a provision -d 'Set up a box of keys, one after another or several at once.'
complete -c seckey -n '__seckey_at \'\'' -a policy -d 'What is asked of keys, written down: list, show, check.'
complete -c seckey -n '__seckey_at \'\'' -a pin -d 'The PIN of a key: status, set, change, verify.'
complete -c seckey -n '__seckey_at \'\'' -a config -d 'Settings of a key: always-uv, min-pin-length, force-pin-change, enterprise-attestation, long-touch-reset, pin-complexity.'
complete -c seckey -n '__seckey_at \'\'' -a reset -d 'Bring a key back to the state in which it left the factory. Everything on it is deleted.'
complete -c seckey -n '__seckey_at \'\'' -a select -d 'Which of these keys is it? All of them blink; the one that is touched is named.'
complete -c seckey -n '__seckey_at \'\'' -a wink -d 'Make a key on USB blink, to see which one it is.'
complete -c seckey -n '__seckey_at \'\'' -a raw -d 'Send bytes of your own to a key, and show the answer decoded.'
complete -c seckey -n '__seckey_at \'\'' -a credential -d 'Credentials (passkeys): create, assert, verify; list, update, delete, usage of those on a key.'
complete -c seckey -n '__seckey_at \'\'' -a fingerprint -d 'The fingerprints on a key that has a sensor: enrol, list, rename, delete.'
complete -c seckey -n '__seckey_at \'\'' -a blob -d 'The large blobs on a key, each of which belongs to a credential.'
complete -c seckey -n '__seckey_at \'\'' -a yubikey -d 'What only YubiKeys have: serial number, form, applications over USB and NFC.'
complete -c seckey -n '__seckey_at \'\'' -a metadata -d 'What FIDO says of models: check, show, list, diff, status, update.'
complete -c seckey -n '__seckey_at \'\'' -a ledger -d 'What was done to which key: list, show, assign, export, check.'
complete -c seckey -n '__seckey_at \'\'' -a handover -d 'PINs on their way to their owners: keygen, open, letters.'
complete -c seckey -n '__seckey_at \'\'' -a virtual -d 'Simulated keys for training and tests.'
complete -c seckey -n '__seckey_at \'\'' -a schema -d 'Print the JSON Schema of what a command prints with --json; without a name, list them all.'
complete -c seckey -n '__seckey_at \'\'' -a completion -d 'Print what makes a shell complete seckey\'s command lines.'

complete -c seckey -n '__seckey_at \'list\'' -l watch -d 'Go on, and tell which keys are plugged in and pulled out.'

complete -c seckey -n '__seckey_at \'info\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'info\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'info\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'info\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'verify\'' -l beep -d 'With --watch: let the terminal beep, once if the key is acceptable, twice if not.'
complete -c seckey -n '__seckey_at \'verify\'' -l challenge -x -d 'Let the key sign this code, given by somebody at a distance; with --replay, refuse records that were made for another, and judge by --policy, not by the record\'s own policy.'
complete -c seckey -n '__seckey_at \'verify\'' -l count -x -d 'With --watch: end after this many keys.'
complete -c seckey -n '__seckey_at \'verify\'' -l no-touch -d 'Look only at what the key claims; never enough where the policy wants proof.'
complete -c seckey -n '__seckey_at \'verify\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'verify\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'verify\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'verify\'' -l policy -x -a '(__seckey_candidates policy)' -d 'What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2 or a TOML file (nhs-cis2).'
complete -c seckey -n '__seckey_at \'verify\'' -l record -r -F -d 'Add a line to this file for each verdict, with all that it rests on, for --replay.'
complete -c seckey -n '__seckey_at \'verify\'' -l replay -r -F -d 'Judge the records of this file again instead of a key.'
complete -c seckey -n '__seckey_at \'verify\'' -l report -r -F -d 'Write the verdict as a page of HTML too, which prints on one sheet of A4.'
complete -c seckey -n '__seckey_at \'verify\'' -l trust-simulated -d 'Accept the models of seckey\'s own simulated keys, which nobody certified; implied by --virtual. For training and tests.'
complete -c seckey -n '__seckey_at \'verify\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'verify\'' -l watch -d 'Go on with every key that is plugged in or laid on a reader, one verdict each, until Ctrl-C or --count.'

complete -c seckey -n '__seckey_at \'diagnose\'' -l allow-list -r -F -d 'With --network: which of the profile\'s address ranges does this list of a firewall let in?'
complete -c seckey -n '__seckey_at \'diagnose\'' -l bundle -r -F -d 'Pack everything for support; names, numbers of keys and the like are taken out.'
complete -c seckey -n '__seckey_at \'diagnose\'' -l ca -r -F -d 'Trust this root certificate (PEM or DER) for the connection, besides Java\'s and the system\'s: that of a proxy which inspects TLS, for instance.'
complete -c seckey -n '__seckey_at \'diagnose\'' -l explain -x -d 'Say what an identifier such as USB-003 stands for.'
complete -c seckey -n '__seckey_at \'diagnose\'' -l network -x -d 'Look at the way to a service too: nhs-cis2 (if no name follows), or a profile\'s FILE.'
complete -c seckey -n '__seckey_at \'diagnose\'' -l proxy -x -d 'The proxy to use (http://HOST:PORT), or "none"; else https_proxy and the system\'s settings.'
complete -c seckey -n '__seckey_at \'diagnose\'' -l watch -d 'Go on until Ctrl-C, and show what changes.'

complete -c seckey -n '__seckey_at \'provision\'' -l bench -x -d 'What this place of work is called in the ledger, if not as the machine (or SECKEY_BENCH).'
complete -c seckey -n '__seckey_at \'provision\'' -l count -x -d 'End after so many keys.'
complete -c seckey -n '__seckey_at \'provision\'' -l dry-run -d 'Only say what would be done to each key; nothing is changed.'
complete -c seckey -n '__seckey_at \'provision\'' -l encrypt-to -r -F -d 'Whose certificate the PINs are encrypted to; repeatable (seckey handover keygen).'
complete -c seckey -n '__seckey_at \'provision\'' -l handover-key -r -F -d 'The private key of the hand-over: keys that were interrupted are finished with the PINs that they have.'
complete -c seckey -n '__seckey_at \'provision\'' -l ledger -x -d 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey\'s home). The password of a server: PGPASSWORD or PGPASSFILE.'
complete -c seckey -n '__seckey_at \'provision\'' -l parallel -x -d 'Work on so many keys at once (1).'
complete -c seckey -n '__seckey_at \'provision\'' -l passphrase-file -r -F -d 'The key\'s passphrase is the first line of this file; else it is asked for at the terminal.'
complete -c seckey -n '__seckey_at \'provision\'' -l pins-plain -r -F -d 'Write the PINs as they are into a file that only its owner can read.'
complete -c seckey -n '__seckey_at \'provision\'' -l pins-to -x -a '(__fish_complete_directories)' -d 'A folder for the PINs, one encrypted file a key (with --encrypt-to).'
complete -c seckey -n '__seckey_at \'provision\'' -l plain -d 'Say everything in plain lines, as where there is no terminal (or --no-color): nothing is drawn over. For screen readers.'
complete -c seckey -n '__seckey_at \'provision\'' -l policy -x -a '(__seckey_candidates policy)' -d 'What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2 or a TOML file (nhs-cis2).'
complete -c seckey -n '__seckey_at \'provision\'' -l reset-unfinished -d 'Reset a key that an earlier run left with a PIN that nobody knows, and begin anew.'
complete -c seckey -n '__seckey_at \'provision\'' -l trust-simulated -d 'Accept the models of seckey\'s own simulated keys; implied by --virtual. For training.'
complete -c seckey -n '__seckey_at \'provision\'' -l users -r -F -d 'Who gets the keys, a row each, in this order.'
complete -c seckey -n '__seckey_at \'provision\'' -l users-columns -x -d 'What its columns are called, where it cannot be guessed: "name=Full name,id=Staff no".'
complete -c seckey -n '__seckey_at \'provision\'' -l users-encoding -x -d 'How the users\' file is encoded, if not in UTF-8: windows-1252, say.'
complete -c seckey -n '__seckey_at \'provision\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'policy\'' -a list -d 'List the policies that are built in and those in the folder "policies" of seckey\'s home.'
complete -c seckey -n '__seckey_at \'policy\'' -a show -d 'Print a policy as it is written, to be read, or copied and changed.'
complete -c seckey -n '__seckey_at \'policy\'' -a check -d 'Is this file a policy? Tells every mistake in it at once, each with its line and column.'


complete -c seckey -n '__seckey_at \'policy show\'' -a '(__seckey_candidates policy)'

complete -c seckey -n '__seckey_at \'policy check\'' -F

complete -c seckey -n '__seckey_at \'pin\'' -a status -d 'Is a PIN set, how many tries are left, what must a new one be like?'
complete -c seckey -n '__seckey_at \'pin\'' -a set -d 'Give a key its first PIN.'
complete -c seckey -n '__seckey_at \'pin\'' -a change -d 'Give a key another PIN, with the one that it has.'
complete -c seckey -n '__seckey_at \'pin\'' -a verify -d 'Is this the key\'s PIN?'

complete -c seckey -n '__seckey_at \'pin status\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'

complete -c seckey -n '__seckey_at \'pin set\'' -l new-pin-env -x -d 'Read the new PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'pin set\'' -l new-pin-file -r -F -d 'Read the new PIN from a file\'s first line.'
complete -c seckey -n '__seckey_at \'pin set\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'pin set\'' -l pin-stdin -d 'Read the new PIN from standard input, one line.'

complete -c seckey -n '__seckey_at \'pin change\'' -l new-pin-env -x -d 'Read the new PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'pin change\'' -l new-pin-file -r -F -d 'Read the new PIN from a file\'s first line.'
complete -c seckey -n '__seckey_at \'pin change\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'pin change\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'pin change\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'pin change\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'pin change\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'pin verify\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'pin verify\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'pin verify\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'pin verify\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'pin verify\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'config\'' -a always-uv -d 'Make the key want its PIN or fingerprint for everything, or no longer.'
complete -c seckey -n '__seckey_at \'config\'' -a min-pin-length -d 'Make the key want longer PINs.'
complete -c seckey -n '__seckey_at \'config\'' -a force-pin-change -d 'Make the key want a new PIN before it does anything else.'
complete -c seckey -n '__seckey_at \'config\'' -a enterprise-attestation -d 'Let the key tell the sites of its maker\'s list, or of the organisation, which single key it is.'
complete -c seckey -n '__seckey_at \'config\'' -a long-touch-reset -d 'Make a reset want a touch of several seconds, so that it cannot happen by accident.'
complete -c seckey -n '__seckey_at \'config\'' -a pin-complexity -d 'Make the key refuse PINs that it finds too simple.'

complete -c seckey -n '__seckey_at \'config always-uv\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -l yes -d 'Do it without asking; a script needs this.'
complete -c seckey -n '__seckey_at \'config always-uv\'' -a 'on off'

complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l rp -x -d 'A site that may read the length (nhs.uk, say), instead of those named before; repeatable.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'config min-pin-length\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'config force-pin-change\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -l yes -d 'Do it without asking; a script needs this.'
complete -c seckey -n '__seckey_at \'config enterprise-attestation\'' -a 'enable'

complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -l yes -d 'Do it without asking; a script needs this.'
complete -c seckey -n '__seckey_at \'config long-touch-reset\'' -a 'enable'

complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l pin-protocol -x -a '1 2' -d 'Speak this PIN/UV auth protocol instead of the one that the key prefers.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -l yes -d 'Do it without asking; a script needs this.'
complete -c seckey -n '__seckey_at \'config pin-complexity\'' -a 'enable'

complete -c seckey -n '__seckey_at \'reset\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'reset\'' -l yes -d 'Do it without asking; a script needs this.'



complete -c seckey -n '__seckey_at \'raw\'' -l apdu -x -d 'An APDU, over NFC.'
complete -c seckey -n '__seckey_at \'raw\'' -l u2f -x -d 'A U2F message: an APDU with extended length.'

complete -c seckey -n '__seckey_at \'credential\'' -a create -d 'Make a credential on the key, with a touch, and with the PIN where the key wants it.'
complete -c seckey -n '__seckey_at \'credential\'' -a assert -d 'Sign in with a credential on the key: an assertion for each account that it has for the relying party.'
complete -c seckey -n '__seckey_at \'credential\'' -a verify -d 'Check a registration or an assertion, without a key and without a network.'
complete -c seckey -n '__seckey_at \'credential\'' -a list -d 'List the discoverable credentials on the key, by relying party. Wants the PIN.'
complete -c seckey -n '__seckey_at \'credential\'' -a update -d 'Give the account of a discoverable credential other names on the key. Wants the PIN.'
complete -c seckey -n '__seckey_at \'credential\'' -a delete -d 'Delete discoverable credentials from the key, for good. Wants the PIN.'
complete -c seckey -n '__seckey_at \'credential\'' -a usage -d 'Say how many discoverable credentials are on the key, and how many more fit. Wants the PIN.'

complete -c seckey -n '__seckey_at \'credential create\'' -l alg -x -d 'Algorithms in order of preference.'
complete -c seckey -n '__seckey_at \'credential create\'' -l attestation-format -x -d 'Attestation formats in order of preference: packed, none, fido-u2f.'
complete -c seckey -n '__seckey_at \'credential create\'' -l challenge -x -d 'What is signed (32 random bytes if absent).'
complete -c seckey -n '__seckey_at \'credential create\'' -l cred-blob -x -d 'Store this small blob with the credential.'
complete -c seckey -n '__seckey_at \'credential create\'' -l cred-protect -x -d 'When the key wants its user verified: 1 optional, 2 unless the credential is named, 3 always.'
complete -c seckey -n '__seckey_at \'credential create\'' -l display-name -x -d 'The person\'s name.'
complete -c seckey -n '__seckey_at \'credential create\'' -l enterprise -x -a '1 2' -d 'Ask for the attestation that names this very key: 1 for relying parties that the key itself lists, 2 for those that we trust.'
complete -c seckey -n '__seckey_at \'credential create\'' -l exclude -x -d 'Fail if one of these credentials is on the key.'
complete -c seckey -n '__seckey_at \'credential create\'' -l hmac-secret -d 'Make it good for hmac-secret (disk encryption, for instance).'
complete -c seckey -n '__seckey_at \'credential create\'' -l hmac-secret-mc -x -d 'Ask hmac-secret at once, for one or two salts of 32 bytes.'
complete -c seckey -n '__seckey_at \'credential create\'' -l large-blob-key -d 'Give it a key for a large blob; wants --rk.'
complete -c seckey -n '__seckey_at \'credential create\'' -l min-pin-length -d 'Ask for the key\'s minimum PIN length.'
complete -c seckey -n '__seckey_at \'credential create\'' -l options -r -F -d 'What the relying party wants, as the JSON of WebAuthn Level 3 (- for standard input); the answer is what it expects. Wants --origin.'
complete -c seckey -n '__seckey_at \'credential create\'' -l origin -x -d 'The relying party\'s web address, such as https://login.example.org (https://RP if absent).'
complete -c seckey -n '__seckey_at \'credential create\'' -l pin-complexity -d 'Ask whether the key has a PIN complexity policy.'
complete -c seckey -n '__seckey_at \'credential create\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'credential create\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'credential create\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'credential create\'' -l prf -d 'Make it good for WebAuthn\'s prf, which is hmac-secret.'
complete -c seckey -n '__seckey_at \'credential create\'' -l prf-eval -x -d 'Ask prf at once, for one or two inputs.'
complete -c seckey -n '__seckey_at \'credential create\'' -l rk -d 'Discoverable: it stands in the key\'s memory, and needs no user name.'
complete -c seckey -n '__seckey_at \'credential create\'' -l rp -x -d 'The relying party\'s domain.'
complete -c seckey -n '__seckey_at \'credential create\'' -l rp-name -x -d 'The relying party\'s name.'
complete -c seckey -n '__seckey_at \'credential create\'' -l third-party-payment -d 'Make it good for payments at other sites.'
complete -c seckey -n '__seckey_at \'credential create\'' -l u2f -d 'By U2F (CTAP1), as with an old key, also where the key speaks FIDO2.'
complete -c seckey -n '__seckey_at \'credential create\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'credential create\'' -l user -x -d 'The account\'s name.'
complete -c seckey -n '__seckey_at \'credential create\'' -l user-id -x -d 'The account\'s id (random if absent).'
complete -c seckey -n '__seckey_at \'credential create\'' -l uv -d 'With PIN or fingerprint, also where the key would do without.'

complete -c seckey -n '__seckey_at \'credential assert\'' -l allow -x -d 'One of these credentials.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l challenge -x -d 'What is signed (32 random bytes if absent).'
complete -c seckey -n '__seckey_at \'credential assert\'' -l cred-blob -d 'Give the credential\'s blob out.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l hmac-secret -x -d 'The key\'s answers to one or two salts of 32 bytes.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l large-blob-key -d 'Give the key to the credential\'s large blob out.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l no-up -d 'Without a touch; sites do not take such an answer.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l options -r -F -d 'What the relying party wants, as the JSON of WebAuthn Level 3 (- for standard input); the answer is what it expects. Wants --origin.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l origin -x -d 'The relying party\'s web address, such as https://login.example.org (https://RP if absent).'
complete -c seckey -n '__seckey_at \'credential assert\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l prf -x -d 'The same as WebAuthn\'s prf does it, for one or two inputs.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l rp -x -d 'The relying party\'s domain.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l third-party-payment -d 'Ask whether the credential is good for payments.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l u2f -d 'By U2F (CTAP1), as with an old key, also where the key speaks FIDO2.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l user -x -d 'The account of this name, where there are several.'
complete -c seckey -n '__seckey_at \'credential assert\'' -l uv -d 'With PIN or fingerprint.'

complete -c seckey -n '__seckey_at \'credential verify\'' -l challenge -x -d 'What the relying party sent.'
complete -c seckey -n '__seckey_at \'credential verify\'' -l origin -x -d 'Where it must have been made.'
complete -c seckey -n '__seckey_at \'credential verify\'' -l registration -r -F -d 'The registration of the credential that made an assertion.'
complete -c seckey -n '__seckey_at \'credential verify\'' -l rp -x -d 'The relying party, if not the origin\'s host.'
complete -c seckey -n '__seckey_at \'credential verify\'' -l trust-simulated -d 'Accept the models of seckey\'s own simulated keys.'
complete -c seckey -n '__seckey_at \'credential verify\'' -l uv -d 'The user must have been verified.'
complete -c seckey -n '__seckey_at \'credential verify\'' -F

complete -c seckey -n '__seckey_at \'credential list\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'credential list\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'credential list\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'credential list\'' -l rp -x -d 'Only those of this relying party.'
complete -c seckey -n '__seckey_at \'credential list\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'credential update\'' -l display-name -x -d 'The person\'s name.'
complete -c seckey -n '__seckey_at \'credential update\'' -l dry-run -d 'Only say what would be changed.'
complete -c seckey -n '__seckey_at \'credential update\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'credential update\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'credential update\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'credential update\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'credential update\'' -l user -x -d 'The account\'s name, as the user types it.'
complete -c seckey -n '__seckey_at \'credential update\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'credential delete\'' -l dry-run -d 'Only say what would be deleted.'
complete -c seckey -n '__seckey_at \'credential delete\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'credential delete\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'credential delete\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'credential delete\'' -l rp -x -d 'All those of this relying party.'
complete -c seckey -n '__seckey_at \'credential delete\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'credential delete\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'credential usage\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'credential usage\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'credential usage\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'credential usage\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'fingerprint\'' -a enroll -d 'Enrol a finger, and say how each sample came out. Wants the PIN.'
complete -c seckey -n '__seckey_at \'fingerprint\'' -a list -d 'List the fingerprints on the key: ids and names. Wants the PIN.'
complete -c seckey -n '__seckey_at \'fingerprint\'' -a rename -d 'Give a fingerprint another name. Wants the PIN.'
complete -c seckey -n '__seckey_at \'fingerprint\'' -a delete -d 'Delete a fingerprint. Wants the PIN.'
complete -c seckey -n '__seckey_at \'fingerprint\'' -a info -d 'Say what the key\'s fingerprint sensor is. Needs no PIN.'

complete -c seckey -n '__seckey_at \'fingerprint enroll\'' -l name -x -d 'What the fingerprint shall be called.'
complete -c seckey -n '__seckey_at \'fingerprint enroll\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'fingerprint enroll\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'fingerprint enroll\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'fingerprint enroll\'' -l sample-timeout -x -d 'How long the key waits for each sample (10).'
complete -c seckey -n '__seckey_at \'fingerprint enroll\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'fingerprint list\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'fingerprint list\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'fingerprint list\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'fingerprint list\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'fingerprint rename\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'fingerprint rename\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'fingerprint rename\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'fingerprint rename\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'fingerprint delete\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'fingerprint delete\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'fingerprint delete\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'fingerprint delete\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'fingerprint delete\'' -l yes -d 'Do it without asking; a script needs this.'


complete -c seckey -n '__seckey_at \'blob\'' -a list -d 'List the credentials that can have a blob, and how large theirs are. Wants the PIN.'
complete -c seckey -n '__seckey_at \'blob\'' -a get -d 'Print a blob as it is, or write it into a file with -o. Wants the PIN.'
complete -c seckey -n '__seckey_at \'blob\'' -a set -d 'Write a blob for a credential, in place of the one it has. Wants the PIN.'
complete -c seckey -n '__seckey_at \'blob\'' -a delete -d 'Delete the blob of a credential, or with --unowned those whose credentials are gone. Wants the PIN.'

complete -c seckey -n '__seckey_at \'blob list\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'blob list\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'blob list\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'blob list\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'blob get\'' -l credential -x -d 'Of the credential whose id begins so (hexadecimal), or is this (base64url).'
complete -c seckey -n '__seckey_at \'blob get\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'blob get\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'blob get\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'blob get\'' -l raw -d 'Print it on standard output whatever it holds.'
complete -c seckey -n '__seckey_at \'blob get\'' -l rp -x -d 'Of the credential of this relying party.'
complete -c seckey -n '__seckey_at \'blob get\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'

complete -c seckey -n '__seckey_at \'blob set\'' -l credential -x -d 'Of the credential whose id begins so (hexadecimal), or is this (base64url).'
complete -c seckey -n '__seckey_at \'blob set\'' -l overwrite-damaged -d 'Go on where the array on the key is damaged: what may be in it is lost.'
complete -c seckey -n '__seckey_at \'blob set\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'blob set\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'blob set\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'blob set\'' -l rp -x -d 'Of the credential of this relying party.'
complete -c seckey -n '__seckey_at \'blob set\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'blob set\'' -l yes -d 'Do it without asking; a script needs this.'
complete -c seckey -n '__seckey_at \'blob set\'' -F

complete -c seckey -n '__seckey_at \'blob delete\'' -l credential -x -d 'Of the credential whose id begins so (hexadecimal), or is this (base64url).'
complete -c seckey -n '__seckey_at \'blob delete\'' -l pin-env -x -d 'Read the PIN from an environment variable.'
complete -c seckey -n '__seckey_at \'blob delete\'' -l pin-file -r -F -d 'Read the PIN from the first line of a file.'
complete -c seckey -n '__seckey_at \'blob delete\'' -l pin-stdin -d 'Read the PIN from standard input, one line.'
complete -c seckey -n '__seckey_at \'blob delete\'' -l rp -x -d 'Of the credential of this relying party.'
complete -c seckey -n '__seckey_at \'blob delete\'' -l unowned -d 'Delete every blob that no credential on the key opens.'
complete -c seckey -n '__seckey_at \'blob delete\'' -l use-last-retry -d 'Go on when a wrong PIN would block the key for good.'
complete -c seckey -n '__seckey_at \'blob delete\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'yubikey\'' -a info -d 'Show serial number, firmware, form, FIPS state, and the applications that are enabled.'
complete -c seckey -n '__seckey_at \'yubikey\'' -a applications -d 'Enable and disable applications of a YubiKey over USB and NFC.'


complete -c seckey -n '__seckey_at \'yubikey applications\'' -l disable-nfc -x -a 'otp u2f openpgp piv oath hsmauth fido2' -d 'Disable over NFC.'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l disable-usb -x -a 'otp u2f openpgp piv oath hsmauth fido2' -d 'Disable over USB.'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l dry-run -d 'Only say what would change.'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l enable-nfc -x -a 'otp u2f openpgp piv oath hsmauth fido2' -d 'Enable over NFC.'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l enable-usb -x -a 'otp u2f openpgp piv oath hsmauth fido2' -d 'Enable over USB.'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l lock-code-env -x -d 'Read the lock code (32 hexadecimal digits) from an environment variable.'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l restrict-nfc -d 'Switch NFC off until the key is plugged in (firmware 5.7 and later).'
complete -c seckey -n '__seckey_at \'yubikey applications\'' -l yes -d 'Do it without asking; a script needs this.'

complete -c seckey -n '__seckey_at \'metadata\'' -a check -d 'Is a key of this model acceptable, as far as the model goes? One line for each.'
complete -c seckey -n '__seckey_at \'metadata\'' -a show -d 'Show a model with its whole history, and what gives it its level.'
complete -c seckey -n '__seckey_at \'metadata\'' -a list -d 'List the models that the metadata knows.'
complete -c seckey -n '__seckey_at \'metadata\'' -a diff -d 'Which models gained, lost or changed their level or status between two saved lists of FIDO?'
complete -c seckey -n '__seckey_at \'metadata\'' -a status -d 'Show which metadata this machine judges by, and how old it is.'
complete -c seckey -n '__seckey_at \'metadata\'' -a update -d 'Fetch FIDO\'s signed metadata, verify it, and judge by it from now on.'

complete -c seckey -n '__seckey_at \'metadata check\'' -l file -r -F -d 'Check every model of a list, by AAGUID or by name (CSV in UTF-8; - reads standard input).'
complete -c seckey -n '__seckey_at \'metadata check\'' -l policy -x -a '(__seckey_candidates policy)' -d 'What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2 or a TOML file (nhs-cis2).'
complete -c seckey -n '__seckey_at \'metadata check\'' -a '(__seckey_candidates model)'


complete -c seckey -n '__seckey_at \'metadata list\'' -l level -x -d 'Only this level (L2), or it and above (L2+).'
complete -c seckey -n '__seckey_at \'metadata list\'' -l status -x -d 'Only models of which this is reported today: REVOKED, UPDATE_AVAILABLE and the like.'
complete -c seckey -n '__seckey_at \'metadata list\'' -l vendor -x -d 'Only models with this in their name.'

complete -c seckey -n '__seckey_at \'metadata diff\'' -l at -x -d 'Check the signers\' certificates as of this date instead of now; given twice: of each file.'
complete -c seckey -n '__seckey_at \'metadata diff\'' -l mds-root -r -F -d 'Trust this root certificate (PEM or DER) besides GlobalSign\'s R3 and R46 for the signature.'
complete -c seckey -n '__seckey_at \'metadata diff\'' -F


complete -c seckey -n '__seckey_at \'metadata update\'' -l at -x -d 'With --from: check the signer\'s certificates as of this date (2024-12-20) instead of now.'
complete -c seckey -n '__seckey_at \'metadata update\'' -l ca -r -F -d 'Trust this root certificate (PEM or DER) for the connection, besides Java\'s and the system\'s: that of a proxy which inspects TLS, for instance.'
complete -c seckey -n '__seckey_at \'metadata update\'' -l from -r -F -d 'The signed metadata (a JWT), saved before.'
complete -c seckey -n '__seckey_at \'metadata update\'' -l mds-root -r -F -d 'Trust this root certificate (PEM or DER) besides GlobalSign\'s R3 and R46 for the signature.'
complete -c seckey -n '__seckey_at \'metadata update\'' -l proxy -x -d 'The proxy to use (http://HOST:PORT), or "none"; else https_proxy and the system\'s settings.'
complete -c seckey -n '__seckey_at \'metadata update\'' -l url -x -d 'Fetch from here instead of https://mds3.fidoalliance.org/'

complete -c seckey -n '__seckey_at \'ledger\'' -a list -d 'List the keys of a ledger, and how it stands with each.'
complete -c seckey -n '__seckey_at \'ledger\'' -a show -d 'Show the whole history of a key.'
complete -c seckey -n '__seckey_at \'ledger\'' -a assign -d 'Record who has a key: one key a person, one person a key.'
complete -c seckey -n '__seckey_at \'ledger\'' -a export -d 'Write all events as CSV, or with --json as JSON; with --keys a row a key, for an inventory.'
complete -c seckey -n '__seckey_at \'ledger\'' -a check -d 'Say whether a row of the ledger was altered or removed; exit 1 if so.'

complete -c seckey -n '__seckey_at \'ledger list\'' -l batch -x -d 'Only keys that this batch was the last to touch.'
complete -c seckey -n '__seckey_at \'ledger list\'' -l ledger -x -d 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey\'s home). The password of a server: PGPASSWORD or PGPASSFILE.'
complete -c seckey -n '__seckey_at \'ledger list\'' -l model -x -d 'Only models with this in their name.'
complete -c seckey -n '__seckey_at \'ledger list\'' -l state -x -d 'Only keys in this state: done, "already in order", refused, failed, undone, unfinished, known.'
complete -c seckey -n '__seckey_at \'ledger list\'' -l unassigned -d 'Only keys that nobody has.'

complete -c seckey -n '__seckey_at \'ledger show\'' -l ledger -x -d 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey\'s home). The password of a server: PGPASSWORD or PGPASSFILE.'

complete -c seckey -n '__seckey_at \'ledger assign\'' -l email -x -d 'The person\'s e-mail address.'
complete -c seckey -n '__seckey_at \'ledger assign\'' -l ledger -x -d 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey\'s home). The password of a server: PGPASSWORD or PGPASSFILE.'
complete -c seckey -n '__seckey_at \'ledger assign\'' -l name -x -d 'The person\'s name.'
complete -c seckey -n '__seckey_at \'ledger assign\'' -l person -x -d 'The person\'s id.'
complete -c seckey -n '__seckey_at \'ledger assign\'' -l replace -d 'Take the key back first from whoever has it, and the person\'s old key.'

complete -c seckey -n '__seckey_at \'ledger export\'' -l keys -d 'A row a key: how the last work on it ended, and who has it now.'
complete -c seckey -n '__seckey_at \'ledger export\'' -l ledger -x -d 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey\'s home). The password of a server: PGPASSWORD or PGPASSFILE.'

complete -c seckey -n '__seckey_at \'ledger check\'' -l against -r -F -d 'An export of this ledger, CSV or JSON.'
complete -c seckey -n '__seckey_at \'ledger check\'' -l head -x -d 'The head of a chain as it was printed once (BENCH#NUMBER:HASH), or its hash alone.'
complete -c seckey -n '__seckey_at \'ledger check\'' -l ledger -x -d 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey\'s home). The password of a server: PGPASSWORD or PGPASSFILE.'

complete -c seckey -n '__seckey_at \'handover\'' -a keygen -d 'Make a key and a certificate for the hand-over of PINs.'
complete -c seckey -n '__seckey_at \'handover\'' -a open -d 'Open encrypted PINs, into a file (-o, which only its owner can read) or onto stdout.'
complete -c seckey -n '__seckey_at \'handover\'' -a letters -d 'Make one printable page a person (HTML) from encrypted PINs; of several for one key, the newest.'

complete -c seckey -n '__seckey_at \'handover keygen\'' -l out -x -a '(__fish_complete_directories)' -d 'Where to (the current folder).'
complete -c seckey -n '__seckey_at \'handover keygen\'' -l passphrase-file -r -F -d 'The key\'s passphrase is the first line of this file; else it is asked for at the terminal.'
complete -c seckey -n '__seckey_at \'handover keygen\'' -l rsa -d 'An RSA key of 3072 bits instead of one on the curve P-256.'

complete -c seckey -n '__seckey_at \'handover open\'' -l key-file -r -F -d 'The private key of the certificate that they were encrypted to.'
complete -c seckey -n '__seckey_at \'handover open\'' -l passphrase-file -r -F -d 'The key\'s passphrase is the first line of this file; else it is asked for at the terminal.'
complete -c seckey -n '__seckey_at \'handover open\'' -l show -d 'Print the PINs on stdout.'
complete -c seckey -n '__seckey_at \'handover open\'' -F

complete -c seckey -n '__seckey_at \'handover letters\'' -l key-file -r -F -d 'The private key of the certificate that they were encrypted to.'
complete -c seckey -n '__seckey_at \'handover letters\'' -l out -r -F -d 'Where to; only its owner can read the file.'
complete -c seckey -n '__seckey_at \'handover letters\'' -l passphrase-file -r -F -d 'The key\'s passphrase is the first line of this file; else it is asked for at the terminal.'
complete -c seckey -n '__seckey_at \'handover letters\'' -F

complete -c seckey -n '__seckey_at \'virtual\'' -a start -d 'Run a simulated key until Ctrl-C, as a card on a virtual reader, as a USB device, or on a UDP or TCP port.'

complete -c seckey -n '__seckey_at \'virtual start\'' -l approve -x -d 'Who touches it: always, never, after:MILLISECONDS, tap (a card without a button: once each time it gets power), or ask at this terminal (always).'
complete -c seckey -n '__seckey_at \'virtual start\'' -l control -x -d 'Let a program on this machine steer the key through this TCP port; 0 is any.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l count -x -d 'How many, up to 64, each on the port after the one before; a file\'s name gets -2, -3 and so on.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l first -x -d 'Which of a box the first is (1): serial numbers and files\' names go on from there.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l key-file -r -F -d 'Keep the key in this file; made if it is not there. The same as @FILE.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l profile -x -a '(__seckey_candidates profile)' -d 'What kind of key (level2): level2, level1, unknown, counterfeit, u2f-only, pin-set, pin-set-no-u2f, always-uv, blocked, fido20, pre21, proto1-only, bio, force-change, always-uv-fixed, no-mcga-pin, fips-nfc, full, non-canonical, slow, yubikey or yubikey-locked. Those with a PIN have 123456.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l reset-any-time -d 'Take a reset whenever it comes, not only in the ten seconds after power-up: some test programs expect that.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l tcp -x -d 'Take CTAPHID packets on a TCP connection to this machine\'s own port, with or without their length (0040) before them; 0 is any.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l udp -x -d 'Take CTAPHID packets as datagrams of 64 bytes on this machine\'s own port; 0 is any.'
complete -c seckey -n '__seckey_at \'virtual start\'' -l uhid -d 'Be a USB HID device of this machine\'s kernel (Linux).'
complete -c seckey -n '__seckey_at \'virtual start\'' -l vpcd -x -d 'Lie on this virtual smart card reader.'

complete -c seckey -n '__seckey_at \'schema\'' -a '(__seckey_candidates schema)'

complete -c seckey -n '__seckey_at \'completion\'' -a 'bash zsh fish powershell'
