/**
 * Two layers, two tiny seams. Above: {@link dev.seckey.ctap2.transport.CtapDevice} takes a whole message and gives a
 * whole answer, within one {@link dev.seckey.ctap2.transport.Exchange} (deadline, cancel, keepalive). Below:
 * {@link dev.seckey.ctap2.transport.HidPipe} moves packets of 64 bytes and {@link dev.seckey.ctap2.transport.ApduPipe}
 * moves APDUs. The framing between them, CTAPHID and CTAP over ISO 7816, is pure Java and lives here.
 */
package dev.seckey.ctap2.transport;
