/**
 * Readers for smart cards: the service, the drivers, and who holds a reader. What lies on a reader is looked at by
 * the package {@code key}.
 */
package dev.seckey.cli.diagnose.nfc;
