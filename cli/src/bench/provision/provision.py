"""What seckey provision does by ward.toml, by python3-fido2 (0.9.1, as Debian has it) in one process, and as seckey does it:
every card in sight is asked whether it is a YubiKey, proves its model (signature, certificate, trust anchor, level), is set
up, each change read back, and written down in a ledger in SQLite, chained by hash: the intent before the first change, a
row before and after each, the outcome.

With --bare only the commands to the key: no anchor, no level and no read-back but at the end, and no ledger, but two lines
in a file on the disk.

provision.py [--bare] FILE.csv [KEYS]     (with KEYS, a line on stdin before each further turn of cards, until so many are
                                           done)
"""
import base64
import hashlib
import json
import os
import secrets
import sqlite3
import sys
from datetime import datetime, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.attestation import PackedAttestation
from fido2.ctap2 import CTAP2, ClientPin, Config
from fido2.pcsc import CtapPcscDevice

MODELS = "ctap2-core/src/main/resources/dev/seckey/ctap2/soft/simulated.jsonl"
MANAGEMENT = bytes.fromhex("00a4040008a000000527471117")


class Models:
    """The metadata: models by their AAGUIDs, trust anchors by their SHA-256."""

    def __init__(self, file):
        lines = [json.loads(line) for line in file.read_text().splitlines()]
        self.models = {line["aaguid"].replace("-", ""): line for line in lines if "aaguid" in line}
        self.anchors = {line["root"]: base64.b64decode(line["der"]) for line in lines if "der" in line}

    def require_level_2(self, aaguid):
        model = self.models[aaguid.hex()]
        assert any(report["status"] == "FIDO_CERTIFIED_L2" for report in model["reports"]), "not Level 2"
        return model

    def require_chain(self, model, chain):
        leaf = x509.load_der_x509_certificate(chain[0])
        assert leaf.not_valid_before <= datetime.utcnow() <= leaf.not_valid_after
        for digest in model["roots"]:
            anchor = x509.load_der_x509_certificate(self.anchors[digest])
            if anchor.subject == leaf.issuer:
                hashing = ec.ECDSA(leaf.signature_hash_algorithm)
                anchor.public_key().verify(leaf.signature, leaf.tbs_certificate_bytes, hashing)
                return
        raise AssertionError("no anchor")


class Ledger:
    def __init__(self, file):
        self.rows = sqlite3.connect(file, isolation_level=None)
        self.rows.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE IF NOT EXISTS event (sequence INTEGER PRIMARY KEY, previous TEXT, hash TEXT, body TEXT,"
            " kind TEXT, key_id TEXT);"
            "CREATE INDEX IF NOT EXISTS event_key ON event (key_id)"
        )

    def write(self, *events):
        self.rows.execute("BEGIN IMMEDIATE")
        last = self.rows.execute("SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1").fetchone()
        sequence, previous = last or (0, "0" * 64)
        for kind, key, details in events:
            sequence += 1
            now = datetime.now(timezone.utc).isoformat()
            body = json.dumps([sequence, previous, now, kind, key, details])
            digest = hashlib.sha256(body.encode()).hexdigest()
            row = (sequence, previous, digest, body, kind, key)
            self.rows.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", row)
            previous = digest
        self.rows.execute("COMMIT")


class Bare:
    """No ledger, and nothing is looked up."""

    def require_level_2(self, aaguid):
        return None

    def require_chain(self, model, chain):
        pass

    def write(self, *events):
        pass


bare = "--bare" in sys.argv
arguments = [argument for argument in sys.argv[1:] if argument != "--bare"]
keys = int(arguments[1]) if len(arguments) > 1 else 1
models = Bare() if bare else Models(Path(__file__).resolve().parents[4] / MODELS)
ledger = Bare() if bare else Ledger(arguments[0] + ".ledger")
record = open(arguments[0], "a")


def write(*cells):
    print(*cells, sep=",", file=record, flush=True)
    os.fsync(record.fileno())


def set_up(device):
    if not bare:
        device.apdu_exchange(MANAGEMENT)
        device._select()
    ctap = CTAP2(device)
    key = secrets.token_hex(16)
    aaguid = ctap.info.aaguid
    model = models.require_level_2(aaguid)
    challenge = secrets.token_bytes(32)
    made = ctap.make_credential(
        challenge,
        {"id": "seckey.invalid", "name": "proof"},
        {"id": secrets.token_bytes(16), "name": "proof"},
        [{"type": "public-key", "alg": -7}],
    )
    PackedAttestation().verify(made.att_statement, made.auth_data, challenge)
    models.require_chain(model, made.att_statement["x5c"])
    assert made.auth_data.credential_data.aaguid == aaguid

    pin = "".join(secrets.choice("0123456789") for _ in range(8))
    client_pin = ClientPin(ctap)

    def force_change():
        assert bare or client_pin.get_pin_retries()[0] == 8
        token = client_pin.get_pin_token(pin, ClientPin.PERMISSION.AUTHENTICATOR_CFG)
        Config(ctap, client_pin.protocol, token).set_min_pin_length(force_change_pin=True)

    config = Config(ctap)
    steps = {
        "enterprise attestation": (
            lambda: config._call(Config.CMD.ENABLE_ENTERPRISE_ATT),
            lambda info: info.options["ep"],
        ),
        "minimum length": (lambda: config.set_min_pin_length(6), lambda info: info.min_pin_length == 6),
        "always-UV": (config.toggle_always_uv, lambda info: info.options["alwaysUv"]),
        "PIN": (lambda: client_pin.set_pin(pin), lambda info: info.options["clientPin"]),
        "forced change": (force_change, lambda info: info.force_pin_change),
    }
    ledger.write(("INTENT", key, {"reader": device._name, "aaguid": aaguid.hex(), "plan": list(steps)}))
    write(device._name, aaguid.hex(), pin)
    done = [("PIN_STORED", key, arguments[0])]
    for name, (change, holds) in steps.items():
        ledger.write(*done, ("STEP_STARTED", key, name))
        change()
        if not bare or name == "forced change":
            now = ctap.get_info()
            assert holds(now), name
        done = [("STEP_DONE", key, name)]
    assert all(holds(now) for _, holds in steps.values())
    ledger.write(*done, ("OUTCOME", key, {name: True for name in steps}))
    if bare:
        write(device._name, "done")
    device.close()


done = 0
while done < keys:
    if done:
        sys.stdin.readline()
    for device in CtapPcscDevice.list_devices():
        set_up(device)
        done += 1
        print(f"({done} of {keys})", flush=True)
