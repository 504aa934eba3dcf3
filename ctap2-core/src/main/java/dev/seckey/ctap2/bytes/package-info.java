/**
 * Octets with value equality: the ground that everything stands on. Records hold {@link dev.seckey.ctap2.bytes.Bytes}
 * rather than arrays, so that they compare by what they say.
 */
package dev.seckey.ctap2.bytes;
