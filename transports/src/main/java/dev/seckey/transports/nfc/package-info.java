/**
 * Keys on NFC readers (and in contact readers), over PC/SC: on Linux by the service's own socket
 * ({@link dev.seckey.transports.nfc.PcscliteConnection}), since the library and its binding are slow to load, and elsewhere
 * by the library ({@link dev.seckey.transports.nfc.PcscConnection}). Three traps shape this package. Calls into PC/SC cannot be
 * interrupted and may block without limit, so each card belongs to one daemon thread that is abandoned when time is up
 * ({@link dev.seckey.transports.nfc.CardWorker}). The PC/SC binding fetches long answers by itself and damages those
 * that take more than eight rounds, so APDUs go past that ({@link dev.seckey.transports.nfc.PcscConnection}). And it
 * reports trouble as numbers in several exceptions, sorted out in {@link dev.seckey.transports.nfc.PcscFaults}.
 */
package dev.seckey.transports.nfc;
