"""Yubico's python-fido2 (0.9.1, as Debian has it) on the only card in sight: the state of the key, on one line."""
from fido2.ctap2 import CTAP2
from fido2.pcsc import CtapPcscDevice

info = CTAP2(next(iter(CtapPcscDevice.list_devices()))).info
print(
    "pin", info.options["clientPin"],
    "forced", info.force_pin_change,
    "least", info.min_pin_length,
    "always-uv", info.options["alwaysUv"],
    "ep", info.options["ep"],
)
