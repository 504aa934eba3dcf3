"""Yubico's python-fido2 (0.9.1, as Debian has it) on a key that seckey has written to: a line for each thing it sees."""
from fido2.ctap2 import CTAP2, ClientPin, Config, CredentialManagement, LargeBlobs
from fido2.pcsc import CtapPcscDevice

PIN = "2468-1357"
NEW_PIN = "1357-2468"
RESULT = CredentialManagement.RESULT

device = next(CtapPcscDevice.list_devices())
ctap = CTAP2(device)
pin = ClientPin(ctap)
print("retries", pin.get_pin_retries()[0])


def token(permission):
    return pin.protocol, pin.get_pin_token(PIN, permission)


management = CredentialManagement(ctap, *token(ClientPin.PERMISSION.CREDENTIAL_MGMT))
print("stored", management.get_metadata()[RESULT.EXISTING_CRED_COUNT])
for party in management.enumerate_rps():
    for credential in management.enumerate_creds(party[RESULT.RP_ID_HASH]):
        name = credential[RESULT.USER]["name"]
        print(party[RESULT.RP]["id"], name)
        if name == "alice":
            blob_key = credential[RESULT.LARGE_BLOB_KEY]
        else:
            others = credential[RESULT.CREDENTIAL_ID]
management.delete_cred(others)
print("deleted bob")

blobs = LargeBlobs(ctap, *token(ClientPin.PERMISSION.LARGE_BLOB_WRITE))
blobs.put_blob(blob_key, b"from python-fido2")

config = Config(ctap, *token(ClientPin.PERMISSION.AUTHENTICATOR_CFG))
before = ctap.get_info().options["alwaysUv"]
config.toggle_always_uv()
print(f"always-UV {before}, off")
before = ctap.get_info().min_pin_length
config.set_min_pin_length(6)
print(f"minimum PIN length {before}, {ctap.get_info().min_pin_length}")

pin.change_pin(PIN, NEW_PIN)
print("pin changed")
