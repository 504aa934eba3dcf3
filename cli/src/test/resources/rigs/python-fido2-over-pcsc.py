"""Yubico's python-fido2 (0.9.1, as Debian has it) on the only card in sight: a line for each thing that worked."""
from fido2.client import Fido2Client
from fido2.ctap2 import CTAP2, ClientPin
from fido2.pcsc import CtapPcscDevice
from fido2.server import Fido2Server

PIN = "2468-1357"

devices = list(CtapPcscDevice.list_devices())
print("devices", [device._name for device in devices])
ctap = CTAP2(devices[0])
print("aaguid", ctap.info.aaguid.hex())

server = Fido2Server({"id": "example.com", "name": "Example"}, attestation="direct")
user = {"id": b"user", "name": "A. User"}


def register_and_sign_in(uv, pin=None):
    client = Fido2Client(devices[0], "https://example.com")
    options, state = server.register_begin(user, user_verification=uv)
    made = client.make_credential(options["publicKey"], pin=pin)
    registered = server.register_complete(state, made.client_data, made.attestation_object)
    print("registered", made.attestation_object.fmt, "uv" if registered.is_user_verified() else "no uv")
    options, state = server.authenticate_begin([registered.credential_data], user_verification=uv)
    signed = client.get_assertion(options["publicKey"], pin=pin).get_response(0)
    server.authenticate_complete(
        state,
        [registered.credential_data],
        signed.credential_id,
        signed.client_data,
        signed.authenticator_data,
        signed.signature,
    )
    print("signed in", "uv" if signed.authenticator_data.is_user_verified() else "no uv")


register_and_sign_in("discouraged")
print("pin protocols", ctap.info.pin_uv_protocols)
ClientPin(ctap).set_pin(PIN)
print("pin set", CTAP2(devices[0]).info.options["clientPin"])
print("retries", ClientPin(ctap).get_pin_retries()[0])
register_and_sign_in("required", PIN)
