/**
 * The one door to the CBOR library. Out goes the CTAP2 canonical form (CTAP 2.3 §8). In comes what keys really send:
 * shape, depth, size, duplicate keys and trailing bytes are checked before the library sees a byte; a wrong order of
 * keys or a number longer than needed is let pass and recorded, since real keys get it wrong. Messages are declared as
 * {@link dev.seckey.ctap2.cbor.Field} constants, used by encoder, decoder and error text alike.
 */
package dev.seckey.ctap2.cbor;
