package dev.seckey.ctap2.command;

import dev.seckey.ctap2.bytes.Bytes;

/**
 * Proof that the sender holds a PIN/UV auth token (CTAP 2.3 §6.5.5).
 *
 * @param param 16 bytes under protocol one, 32 under protocol two; empty where only a touch is asked for (§6.1.2 step 1)
 * @param protocol 1 or 2
 */
public record PinUvAuth(Bytes param, int protocol) {}
