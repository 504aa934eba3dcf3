/**
 * The management protocol of YubiKeys, which is Yubico's own and no part of FIDO: what a key is (serial number, firmware,
 * form, certificates) and which of its applications are enabled over USB and NFC. It runs over vendor commands of CTAPHID
 * and over an application of its own on the card; {@link dev.seckey.ctap2.yubico.Management} does not care which.
 */
package dev.seckey.ctap2.yubico;
