# Completion of seckey for PowerShell 5.1 and newer, made by "seckey completion powershell".

Register-ArgumentCompleter -Native -CommandName seckey, seckey.cmd -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # Of each command: those below it, its options with the kind of value that they take ('' for a switch) and what
    # they mean, and the kind of its arguments. A kind that begins with ":" is a list of words.
    $known = @{
        '' = @{
            Commands = [ordered]@{'list' = 'List the security keys on USB and NFC, one line each.'; 'info' = 'Show everything that a key says of itself, decoded and explained.'; 'verify' = 'Is this key genuine, and does the policy allow it?'; 'diagnose' = 'Find out why a key does not work here. Changes nothing, needs neither PIN nor touch, and says what to do.'; 'provision' = 'Set up a box of keys, one after another or several at once.'; 'policy' = 'What is asked of keys, written down: list, show, check.'; 'pin' = 'The PIN of a key: status, set, change, verify.'; 'config' = 'Settings of a key: always-uv, min-pin-length, force-pin-change, enterprise-attestation, long-touch-reset, pin-complexity.'; 'reset' = 'Bring a key back to the state in which it left the factory. Everything on it is deleted.'; 'select' = 'Which of these keys is it? All of them blink; the one that is touched is named.'; 'wink' = 'Make a key on USB blink, to see which one it is.'; 'raw' = 'Send bytes of your own to a key, and show the answer decoded.'; 'credential' = 'Credentials (passkeys): create, assert, verify; list, update, delete, usage of those on a key.'; 'fingerprint' = 'The fingerprints on a key that has a sensor: enrol, list, rename, delete.'; 'blob' = 'The large blobs on a key, each of which belongs to a credential.'; 'yubikey' = 'What only YubiKeys have: serial number, form, applications over USB and NFC.'; 'metadata' = 'What FIDO says of models: check, show, list, diff, status, update.'; 'ledger' = 'What was done to which key: list, show, assign, export, check.'; 'handover' = 'PINs on their way to their owners: keygen, open, letters.'; 'virtual' = 'Simulated keys for training and tests.'; 'schema' = 'Print the JSON Schema of what a command prints with --json; without a name, list them all.'; 'completion' = 'Print what makes a shell complete seckey''s command lines.'}
            Options = [ordered]@{
                '-h' = @('', 'Show this help.')
                '--help' = @('', 'Show this help.')
                '--home' = @('folder', 'Where seckey keeps its metadata (or SECKEY_HOME).')
                '--json' = @('', 'Print JSON instead of text.')
                '--key' = @('key', 'The key to use: usb:PATH, nfc:READER, serial:NUMBER, asset:LABEL or virtual[:PROFILE[@FILE]]. One key needs none.')
                '--no-color' = @('', 'No colour (or NO_COLOR).')
                '-o' = @('file', 'Write the result into a file, in UTF-8.')
                '--output' = @('file', 'Write the result into a file, in UTF-8.')
                '--timeout' = @('free', 'How long the key may take for one answer, a touch included (30).')
                '--trace' = @('file', 'Write every packet and APDU into a file; what belongs to a PIN is left out.')
                '-v' = @('', 'Say more on stderr: every packet, and where a failure came from.')
                '--verbose' = @('', 'Say more on stderr: every packet, and where a failure came from.')
                '--version' = @('', 'Show the version.')
                '--virtual' = @('', 'A simulated key in this process; short for --key virtual.')
            }
            Arguments = ''
        }
        'list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--watch' = @('', 'Go on, and tell which keys are plugged in and pulled out.')
            }
            Arguments = ''
        }
        'info' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'verify' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--beep' = @('', 'With --watch: let the terminal beep, once if the key is acceptable, twice if not.')
                '--challenge' = @('free', 'Let the key sign this code, given by somebody at a distance; with --replay, refuse records that were made for another, and judge by --policy, not by the record''s own policy.')
                '--count' = @('free', 'With --watch: end after this many keys.')
                '--no-touch' = @('', 'Look only at what the key claims; never enough where the policy wants proof.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--policy' = @('policy', 'What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2 or a TOML file (nhs-cis2).')
                '--record' = @('file', 'Add a line to this file for each verdict, with all that it rests on, for --replay.')
                '--replay' = @('file', 'Judge the records of this file again instead of a key.')
                '--report' = @('file', 'Write the verdict as a page of HTML too, which prints on one sheet of A4.')
                '--trust-simulated' = @('', 'Accept the models of seckey''s own simulated keys, which nobody certified; implied by --virtual. For training and tests.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--watch' = @('', 'Go on with every key that is plugged in or laid on a reader, one verdict each, until Ctrl-C or --count.')
            }
            Arguments = ''
        }
        'diagnose' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--allow-list' = @('file', 'With --network: which of the profile''s address ranges does this list of a firewall let in?')
                '--bundle' = @('file', 'Pack everything for support; names, numbers of keys and the like are taken out.')
                '--ca' = @('file', 'Trust this root certificate (PEM or DER) for the connection, besides Java''s and the system''s: that of a proxy which inspects TLS, for instance.')
                '--explain' = @('free', 'Say what an identifier such as USB-003 stands for.')
                '--network' = @('free', 'Look at the way to a service too: nhs-cis2 (if no name follows), or a profile''s FILE.')
                '--proxy' = @('free', 'The proxy to use (http://HOST:PORT), or "none"; else https_proxy and the system''s settings.')
                '--watch' = @('', 'Go on until Ctrl-C, and show what changes.')
            }
            Arguments = ''
        }
        'provision' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--bench' = @('free', 'What this place of work is called in the ledger, if not as the machine (or SECKEY_BENCH).')
                '--count' = @('free', 'End after so many keys.')
                '--dry-run' = @('', 'Only say what would be done to each key; nothing is changed.')
                '--encrypt-to' = @('file', 'Whose certificate the PINs are encrypted to; repeatable (seckey handover keygen).')
                '--handover-key' = @('file', 'The private key of the hand-over: keys that were interrupted are finished with the PINs that they have.')
                '--ledger' = @('free', 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey''s home). The password of a server: PGPASSWORD or PGPASSFILE.')
                '--parallel' = @('free', 'Work on so many keys at once (1).')
                '--passphrase-file' = @('file', 'The key''s passphrase is the first line of this file; else it is asked for at the terminal.')
                '--pins-plain' = @('file', 'Write the PINs as they are into a file that only its owner can read.')
                '--pins-to' = @('folder', 'A folder for the PINs, one encrypted file a key (with --encrypt-to).')
                '--plain' = @('', 'Say everything in plain lines, as where there is no terminal (or --no-color): nothing is drawn over. For screen readers.')
                '--policy' = @('policy', 'What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2 or a TOML file (nhs-cis2).')
                '--reset-unfinished' = @('', 'Reset a key that an earlier run left with a PIN that nobody knows, and begin anew.')
                '--trust-simulated' = @('', 'Accept the models of seckey''s own simulated keys; implied by --virtual. For training.')
                '--users' = @('file', 'Who gets the keys, a row each, in this order.')
                '--users-columns' = @('free', 'What its columns are called, where it cannot be guessed: "name=Full name,id=Staff no".')
                '--users-encoding' = @('free', 'How the users'' file is encoded, if not in UTF-8: windows-1252, say.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ''
        }
        'policy' = @{
            Commands = [ordered]@{'list' = 'List the policies that are built in and those in the folder "policies" of seckey''s home.'; 'show' = 'Print a policy as it is written, to be read, or copied and changed.'; 'check' = 'Is this file a policy? Tells every mistake in it at once, each with its line and column.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'policy list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'policy show' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = 'policy'
        }
        'policy check' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = 'file'
        }
        'pin' = @{
            Commands = [ordered]@{'status' = 'Is a PIN set, how many tries are left, what must a new one be like?'; 'set' = 'Give a key its first PIN.'; 'change' = 'Give a key another PIN, with the one that it has.'; 'verify' = 'Is this the key''s PIN?'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'pin status' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
            }
            Arguments = ''
        }
        'pin set' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--new-pin-env' = @('free', 'Read the new PIN from an environment variable.')
                '--new-pin-file' = @('file', 'Read the new PIN from a file''s first line.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the new PIN from standard input, one line.')
            }
            Arguments = ''
        }
        'pin change' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--new-pin-env' = @('free', 'Read the new PIN from an environment variable.')
                '--new-pin-file' = @('file', 'Read the new PIN from a file''s first line.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'pin verify' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'config' = @{
            Commands = [ordered]@{'always-uv' = 'Make the key want its PIN or fingerprint for everything, or no longer.'; 'min-pin-length' = 'Make the key want longer PINs.'; 'force-pin-change' = 'Make the key want a new PIN before it does anything else.'; 'enterprise-attestation' = 'Let the key tell the sites of its maker''s list, or of the organisation, which single key it is.'; 'long-touch-reset' = 'Make a reset want a touch of several seconds, so that it cannot happen by accident.'; 'pin-complexity' = 'Make the key refuse PINs that it finds too simple.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'config always-uv' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ':on|off'
        }
        'config min-pin-length' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--rp' = @('free', 'A site that may read the length (nhs.uk, say), instead of those named before; repeatable.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = 'free'
        }
        'config force-pin-change' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ''
        }
        'config enterprise-attestation' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ':enable'
        }
        'config long-touch-reset' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ':enable'
        }
        'config pin-complexity' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-protocol' = @(':1|2', 'Speak this PIN/UV auth protocol instead of the one that the key prefers.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ':enable'
        }
        'reset' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be changed.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ''
        }
        'select' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'wink' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'raw' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--apdu' = @('free', 'An APDU, over NFC.')
                '--u2f' = @('free', 'A U2F message: an APDU with extended length.')
            }
            Arguments = 'free'
        }
        'credential' = @{
            Commands = [ordered]@{'create' = 'Make a credential on the key, with a touch, and with the PIN where the key wants it.'; 'assert' = 'Sign in with a credential on the key: an assertion for each account that it has for the relying party.'; 'verify' = 'Check a registration or an assertion, without a key and without a network.'; 'list' = 'List the discoverable credentials on the key, by relying party. Wants the PIN.'; 'update' = 'Give the account of a discoverable credential other names on the key. Wants the PIN.'; 'delete' = 'Delete discoverable credentials from the key, for good. Wants the PIN.'; 'usage' = 'Say how many discoverable credentials are on the key, and how many more fit. Wants the PIN.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'credential create' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--alg' = @('free', 'Algorithms in order of preference.')
                '--attestation-format' = @('free', 'Attestation formats in order of preference: packed, none, fido-u2f.')
                '--challenge' = @('free', 'What is signed (32 random bytes if absent).')
                '--cred-blob' = @('free', 'Store this small blob with the credential.')
                '--cred-protect' = @('free', 'When the key wants its user verified: 1 optional, 2 unless the credential is named, 3 always.')
                '--display-name' = @('free', 'The person''s name.')
                '--enterprise' = @(':1|2', 'Ask for the attestation that names this very key: 1 for relying parties that the key itself lists, 2 for those that we trust.')
                '--exclude' = @('free', 'Fail if one of these credentials is on the key.')
                '--hmac-secret' = @('', 'Make it good for hmac-secret (disk encryption, for instance).')
                '--hmac-secret-mc' = @('free', 'Ask hmac-secret at once, for one or two salts of 32 bytes.')
                '--large-blob-key' = @('', 'Give it a key for a large blob; wants --rk.')
                '--min-pin-length' = @('', 'Ask for the key''s minimum PIN length.')
                '--options' = @('file', 'What the relying party wants, as the JSON of WebAuthn Level 3 (- for standard input); the answer is what it expects. Wants --origin.')
                '--origin' = @('free', 'The relying party''s web address, such as https://login.example.org (https://RP if absent).')
                '--pin-complexity' = @('', 'Ask whether the key has a PIN complexity policy.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--prf' = @('', 'Make it good for WebAuthn''s prf, which is hmac-secret.')
                '--prf-eval' = @('free', 'Ask prf at once, for one or two inputs.')
                '--rk' = @('', 'Discoverable: it stands in the key''s memory, and needs no user name.')
                '--rp' = @('free', 'The relying party''s domain.')
                '--rp-name' = @('free', 'The relying party''s name.')
                '--third-party-payment' = @('', 'Make it good for payments at other sites.')
                '--u2f' = @('', 'By U2F (CTAP1), as with an old key, also where the key speaks FIDO2.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--user' = @('free', 'The account''s name.')
                '--user-id' = @('free', 'The account''s id (random if absent).')
                '--uv' = @('', 'With PIN or fingerprint, also where the key would do without.')
            }
            Arguments = ''
        }
        'credential assert' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--allow' = @('free', 'One of these credentials.')
                '--challenge' = @('free', 'What is signed (32 random bytes if absent).')
                '--cred-blob' = @('', 'Give the credential''s blob out.')
                '--hmac-secret' = @('free', 'The key''s answers to one or two salts of 32 bytes.')
                '--large-blob-key' = @('', 'Give the key to the credential''s large blob out.')
                '--no-up' = @('', 'Without a touch; sites do not take such an answer.')
                '--options' = @('file', 'What the relying party wants, as the JSON of WebAuthn Level 3 (- for standard input); the answer is what it expects. Wants --origin.')
                '--origin' = @('free', 'The relying party''s web address, such as https://login.example.org (https://RP if absent).')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--prf' = @('free', 'The same as WebAuthn''s prf does it, for one or two inputs.')
                '--rp' = @('free', 'The relying party''s domain.')
                '--third-party-payment' = @('', 'Ask whether the credential is good for payments.')
                '--u2f' = @('', 'By U2F (CTAP1), as with an old key, also where the key speaks FIDO2.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--user' = @('free', 'The account of this name, where there are several.')
                '--uv' = @('', 'With PIN or fingerprint.')
            }
            Arguments = ''
        }
        'credential verify' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--challenge' = @('free', 'What the relying party sent.')
                '--origin' = @('free', 'Where it must have been made.')
                '--registration' = @('file', 'The registration of the credential that made an assertion.')
                '--rp' = @('free', 'The relying party, if not the origin''s host.')
                '--trust-simulated' = @('', 'Accept the models of seckey''s own simulated keys.')
                '--uv' = @('', 'The user must have been verified.')
            }
            Arguments = 'file'
        }
        'credential list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--rp' = @('free', 'Only those of this relying party.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'credential update' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--display-name' = @('free', 'The person''s name.')
                '--dry-run' = @('', 'Only say what would be changed.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--user' = @('free', 'The account''s name, as the user types it.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = 'free'
        }
        'credential delete' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--dry-run' = @('', 'Only say what would be deleted.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--rp' = @('free', 'All those of this relying party.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = 'free'
        }
        'credential usage' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'fingerprint' = @{
            Commands = [ordered]@{'enroll' = 'Enrol a finger, and say how each sample came out. Wants the PIN.'; 'list' = 'List the fingerprints on the key: ids and names. Wants the PIN.'; 'rename' = 'Give a fingerprint another name. Wants the PIN.'; 'delete' = 'Delete a fingerprint. Wants the PIN.'; 'info' = 'Say what the key''s fingerprint sensor is. Needs no PIN.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'fingerprint enroll' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--name' = @('free', 'What the fingerprint shall be called.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--sample-timeout' = @('free', 'How long the key waits for each sample (10).')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'fingerprint list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'fingerprint rename' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = 'free'
        }
        'fingerprint delete' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = 'free'
        }
        'fingerprint info' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'blob' = @{
            Commands = [ordered]@{'list' = 'List the credentials that can have a blob, and how large theirs are. Wants the PIN.'; 'get' = 'Print a blob as it is, or write it into a file with -o. Wants the PIN.'; 'set' = 'Write a blob for a credential, in place of the one it has. Wants the PIN.'; 'delete' = 'Delete the blob of a credential, or with --unowned those whose credentials are gone. Wants the PIN.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'blob list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'blob get' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--credential' = @('free', 'Of the credential whose id begins so (hexadecimal), or is this (base64url).')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--raw' = @('', 'Print it on standard output whatever it holds.')
                '--rp' = @('free', 'Of the credential of this relying party.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
            }
            Arguments = ''
        }
        'blob set' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--credential' = @('free', 'Of the credential whose id begins so (hexadecimal), or is this (base64url).')
                '--overwrite-damaged' = @('', 'Go on where the array on the key is damaged: what may be in it is lost.')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--rp' = @('free', 'Of the credential of this relying party.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = 'file'
        }
        'blob delete' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--credential' = @('free', 'Of the credential whose id begins so (hexadecimal), or is this (base64url).')
                '--pin-env' = @('free', 'Read the PIN from an environment variable.')
                '--pin-file' = @('file', 'Read the PIN from the first line of a file.')
                '--pin-stdin' = @('', 'Read the PIN from standard input, one line.')
                '--rp' = @('free', 'Of the credential of this relying party.')
                '--unowned' = @('', 'Delete every blob that no credential on the key opens.')
                '--use-last-retry' = @('', 'Go on when a wrong PIN would block the key for good.')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ''
        }
        'yubikey' = @{
            Commands = [ordered]@{'info' = 'Show serial number, firmware, form, FIPS state, and the applications that are enabled.'; 'applications' = 'Enable and disable applications of a YubiKey over USB and NFC.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'yubikey info' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'yubikey applications' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--disable-nfc' = @(':otp|u2f|openpgp|piv|oath|hsmauth|fido2', 'Disable over NFC.')
                '--disable-usb' = @(':otp|u2f|openpgp|piv|oath|hsmauth|fido2', 'Disable over USB.')
                '--dry-run' = @('', 'Only say what would change.')
                '--enable-nfc' = @(':otp|u2f|openpgp|piv|oath|hsmauth|fido2', 'Enable over NFC.')
                '--enable-usb' = @(':otp|u2f|openpgp|piv|oath|hsmauth|fido2', 'Enable over USB.')
                '--lock-code-env' = @('free', 'Read the lock code (32 hexadecimal digits) from an environment variable.')
                '--restrict-nfc' = @('', 'Switch NFC off until the key is plugged in (firmware 5.7 and later).')
                '--yes' = @('', 'Do it without asking; a script needs this.')
            }
            Arguments = ''
        }
        'metadata' = @{
            Commands = [ordered]@{'check' = 'Is a key of this model acceptable, as far as the model goes? One line for each.'; 'show' = 'Show a model with its whole history, and what gives it its level.'; 'list' = 'List the models that the metadata knows.'; 'diff' = 'Which models gained, lost or changed their level or status between two saved lists of FIDO?'; 'status' = 'Show which metadata this machine judges by, and how old it is.'; 'update' = 'Fetch FIDO''s signed metadata, verify it, and judge by it from now on.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'metadata check' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--file' = @('file', 'Check every model of a list, by AAGUID or by name (CSV in UTF-8; - reads standard input).')
                '--policy' = @('policy', 'What is asked of the key: nhs-cis2 (Level 2, proved), fido-level-1, any-fido2 or a TOML file (nhs-cis2).')
            }
            Arguments = 'model'
        }
        'metadata show' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = 'free'
        }
        'metadata list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--level' = @('free', 'Only this level (L2), or it and above (L2+).')
                '--status' = @('free', 'Only models of which this is reported today: REVOKED, UPDATE_AVAILABLE and the like.')
                '--vendor' = @('free', 'Only models with this in their name.')
            }
            Arguments = ''
        }
        'metadata diff' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--at' = @('free', 'Check the signers'' certificates as of this date instead of now; given twice: of each file.')
                '--mds-root' = @('file', 'Trust this root certificate (PEM or DER) besides GlobalSign''s R3 and R46 for the signature.')
            }
            Arguments = 'file'
        }
        'metadata status' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'metadata update' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--at' = @('free', 'With --from: check the signer''s certificates as of this date (2024-12-20) instead of now.')
                '--ca' = @('file', 'Trust this root certificate (PEM or DER) for the connection, besides Java''s and the system''s: that of a proxy which inspects TLS, for instance.')
                '--from' = @('file', 'The signed metadata (a JWT), saved before.')
                '--mds-root' = @('file', 'Trust this root certificate (PEM or DER) besides GlobalSign''s R3 and R46 for the signature.')
                '--proxy' = @('free', 'The proxy to use (http://HOST:PORT), or "none"; else https_proxy and the system''s settings.')
                '--url' = @('free', 'Fetch from here instead of https://mds3.fidoalliance.org/')
            }
            Arguments = ''
        }
        'ledger' = @{
            Commands = [ordered]@{'list' = 'List the keys of a ledger, and how it stands with each.'; 'show' = 'Show the whole history of a key.'; 'assign' = 'Record who has a key: one key a person, one person a key.'; 'export' = 'Write all events as CSV, or with --json as JSON; with --keys a row a key, for an inventory.'; 'check' = 'Say whether a row of the ledger was altered or removed; exit 1 if so.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'ledger list' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--batch' = @('free', 'Only keys that this batch was the last to touch.')
                '--ledger' = @('free', 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey''s home). The password of a server: PGPASSWORD or PGPASSFILE.')
                '--model' = @('free', 'Only models with this in their name.')
                '--state' = @('free', 'Only keys in this state: done, "already in order", refused, failed, undone, unfinished, known.')
                '--unassigned' = @('', 'Only keys that nobody has.')
            }
            Arguments = ''
        }
        'ledger show' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--ledger' = @('free', 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey''s home). The password of a server: PGPASSWORD or PGPASSFILE.')
            }
            Arguments = 'free'
        }
        'ledger assign' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--email' = @('free', 'The person''s e-mail address.')
                '--ledger' = @('free', 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey''s home). The password of a server: PGPASSWORD or PGPASSFILE.')
                '--name' = @('free', 'The person''s name.')
                '--person' = @('free', 'The person''s id.')
                '--replace' = @('', 'Take the key back first from whoever has it, and the person''s old key.')
            }
            Arguments = 'free'
        }
        'ledger export' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--keys' = @('', 'A row a key: how the last work on it ended, and who has it now.')
                '--ledger' = @('free', 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey''s home). The password of a server: PGPASSWORD or PGPASSFILE.')
            }
            Arguments = ''
        }
        'ledger check' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--against' = @('file', 'An export of this ledger, CSV or JSON.')
                '--head' = @('free', 'The head of a chain as it was printed once (BENCH#NUMBER:HASH), or its hash alone.')
                '--ledger' = @('free', 'The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey''s home). The password of a server: PGPASSWORD or PGPASSFILE.')
            }
            Arguments = ''
        }
        'handover' = @{
            Commands = [ordered]@{'keygen' = 'Make a key and a certificate for the hand-over of PINs.'; 'open' = 'Open encrypted PINs, into a file (-o, which only its owner can read) or onto stdout.'; 'letters' = 'Make one printable page a person (HTML) from encrypted PINs; of several for one key, the newest.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'handover keygen' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--out' = @('folder', 'Where to (the current folder).')
                '--passphrase-file' = @('file', 'The key''s passphrase is the first line of this file; else it is asked for at the terminal.')
                '--rsa' = @('', 'An RSA key of 3072 bits instead of one on the curve P-256.')
            }
            Arguments = ''
        }
        'handover open' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--key-file' = @('file', 'The private key of the certificate that they were encrypted to.')
                '--passphrase-file' = @('file', 'The key''s passphrase is the first line of this file; else it is asked for at the terminal.')
                '--show' = @('', 'Print the PINs on stdout.')
            }
            Arguments = 'file'
        }
        'handover letters' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--key-file' = @('file', 'The private key of the certificate that they were encrypted to.')
                '--out' = @('file', 'Where to; only its owner can read the file.')
                '--passphrase-file' = @('file', 'The key''s passphrase is the first line of this file; else it is asked for at the terminal.')
            }
            Arguments = 'file'
        }
        'virtual' = @{
            Commands = [ordered]@{'start' = 'Run a simulated key until Ctrl-C, as a card on a virtual reader, as a USB device, or on a UDP or TCP port.'}
            Options = [ordered]@{
            }
            Arguments = ''
        }
        'virtual start' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
                '--approve' = @('free', 'Who touches it: always, never, after:MILLISECONDS, tap (a card without a button: once each time it gets power), or ask at this terminal (always).')
                '--control' = @('free', 'Let a program on this machine steer the key through this TCP port; 0 is any.')
                '--count' = @('free', 'How many, up to 64, each on the port after the one before; a file''s name gets -2, -3 and so on.')
                '--first' = @('free', 'Which of a box the first is (1): serial numbers and files'' names go on from there.')
                '--key-file' = @('file', 'Keep the key in this file; made if it is not there. The same as @FILE.')
                '--profile' = @('profile', 'What kind of key (level2): level2, level1, unknown, counterfeit, u2f-only, pin-set, pin-set-no-u2f, always-uv, blocked, fido20, pre21, proto1-only, bio, force-change, always-uv-fixed, no-mcga-pin, fips-nfc, full, non-canonical, slow, yubikey or yubikey-locked. Those with a PIN have 123456.')
                '--reset-any-time' = @('', 'Take a reset whenever it comes, not only in the ten seconds after power-up: some test programs expect that.')
                '--tcp' = @('free', 'Take CTAPHID packets on a TCP connection to this machine''s own port, with or without their length (0040) before them; 0 is any.')
                '--udp' = @('free', 'Take CTAPHID packets as datagrams of 64 bytes on this machine''s own port; 0 is any.')
                '--uhid' = @('', 'Be a USB HID device of this machine''s kernel (Linux).')
                '--vpcd' = @('free', 'Lie on this virtual smart card reader.')
            }
            Arguments = ''
        }
        'schema' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = 'schema'
        }
        'completion' = @{
            Commands = [ordered]@{}
            Options = [ordered]@{
            }
            Arguments = ':bash|zsh|fish|powershell'
        }
    }

    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.ToString() })
    $path = ''
    $here = $known['']
    $kind = ''
    foreach ($word in ($words | Select-Object -Skip 1)) {
        $option = $here.Options[$word]
        if (-not $option) { $option = $known[''].Options[$word] }
        if ($kind) { $kind = '' }
        elseif ($option) { $kind = $option[0] }
        elseif ($here.Commands.Contains($word)) {
            $path = "$path $word".Trim()
            $here = $known[$path]
        }
    }

    $found = [ordered]@{}
    if (-not $kind -and $wordToComplete -like '-*') {
        foreach ($options in $here.Options, $known[''].Options) {
            foreach ($name in $options.Keys) { $found[$name] = $options[$name][1] }
        }
    } elseif (-not $kind -and $here.Commands.Count) {
        $found = $here.Commands
    } else {
        if (-not $kind) { $kind = $here.Arguments }
        if ($kind -like ':*') {
            foreach ($word in $kind.Substring(1).Split('|')) { $found[$word] = $word }
        } elseif ($kind -and $kind -notin 'free', 'file', 'folder') {
            foreach ($line in & $words[0] __complete $kind $wordToComplete 2>$null) {
                $parts = $line.Split("`t")
                $found[$parts[0]] = $parts[1]
            }
        }
    }
    foreach ($text in $found.Keys) {
        if (-not $text.StartsWith($wordToComplete)) { continue }
        $typed = if ($text -match '[\s'']') { "'" + $text.Replace("'", "''") + "'" } else { $text }
        $meaning = if ($found[$text]) { $found[$text] } else { $text }
        [System.Management.Automation.CompletionResult]::new($typed, $text, 'ParameterValue', $meaning)
    }
}
