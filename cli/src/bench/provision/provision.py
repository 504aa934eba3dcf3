"""What seckey provision does by ward.toml, by python3-fido2 (0.9.1, as Debian has it) in one process: every card in sight
proves that it holds the key of its certificate, is set up, read back, and written down on the disk. No chain is followed
and no ledger kept.

provision.py FILE.csv [KEYS]     (with KEYS, a line on stdin before each further turn of cards, until so many are done)
"""
import os
import secrets
import sys

from fido2.attestation import PackedAttestation
from fido2.ctap2 import CTAP2, ClientPin, Config
from fido2.pcsc import CtapPcscDevice

with open(sys.argv[1], "a") as record:

    def write(*cells):
        print(*cells, sep=",", file=record, flush=True)
        os.fsync(record.fileno())

    def set_up(device):
        ctap = CTAP2(device)
        aaguid = ctap.info.aaguid.hex()
        challenge = secrets.token_bytes(32)
        made = ctap.make_credential(
            challenge,
            {"id": "seckey.invalid", "name": "proof"},
            {"id": secrets.token_bytes(16), "name": "proof"},
            [{"type": "public-key", "alg": -7}],
        )
        PackedAttestation().verify(made.att_statement, made.auth_data, challenge)
        assert made.auth_data.credential_data.aaguid == ctap.info.aaguid

        config = Config(ctap)
        config._call(Config.CMD.ENABLE_ENTERPRISE_ATT)
        config.set_min_pin_length(6)
        config.toggle_always_uv()
        pin = "".join(secrets.choice("0123456789") for _ in range(8))
        write(device._name, aaguid, pin)
        client_pin = ClientPin(ctap)
        client_pin.set_pin(pin)
        token = client_pin.get_pin_token(pin, ClientPin.PERMISSION.AUTHENTICATOR_CFG)
        Config(ctap, client_pin.protocol, token).set_min_pin_length(force_change_pin=True)

        now = ctap.get_info()
        assert now.options["clientPin"] and now.options["alwaysUv"] and now.options["ep"]
        assert now.min_pin_length == 6 and now.force_pin_change
        write(device._name, "done")
        device.close()

    done = 0
    keys = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    while done < keys:
        if done:
            sys.stdin.readline()
        for device in CtapPcscDevice.list_devices():
            set_up(device)
            done += 1
            print(f"({done} of {keys})", flush=True)
