"""Yubico's python-fido2 (0.9.1, as Debian has it): for each line of input, the state of every card in sight, a line each."""
import sys

from fido2.ctap2 import CTAP2
from fido2.pcsc import CtapPcscDevice

for wanted in sys.stdin:
    for device in CtapPcscDevice.list_devices():
        info = CTAP2(device).info
        print(
            wanted.strip(),
            "pin", info.options["clientPin"],
            "forced", info.force_pin_change,
            "least", info.min_pin_length,
            "always-uv", info.options["alwaysUv"],
            "ep", info.options["ep"],
        )
        device.close()
    print(wanted.strip(), "are all", flush=True)
