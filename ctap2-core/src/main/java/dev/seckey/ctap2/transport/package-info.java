/**
 * Two layers, two tiny seams. Above: {@link dev.seckey.ctap2.transport.CtapDevice} takes a whole message and gives a
 * whole answer, within one {@link dev.seckey.ctap2.transport.Exchange} (deadline, cancel, keepalive). Below:
 * {@link dev.seckey.ctap2.transport.HidPipe} moves packets of 64 bytes and {@link dev.seckey.ctap2.transport.ApduPipe}
 * moves APDUs. The framing between them is pure Java and lives here: {@link dev.seckey.ctap2.transport.CtapHid} cuts
 * messages into packets (CTAP 2.3 §11.2), {@link dev.seckey.ctap2.transport.CtapNfc} into APDUs (§11.3), and what both
 * ends need to read and write them ({@code Hid…}, {@code …Apdu}) serves the software authenticator too.
 */
package dev.seckey.ctap2.transport;
