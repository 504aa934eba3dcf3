/**
 * The way of a generated PIN from this process to the person it is for: encrypted to a certificate, one file a key, on the
 * disk before the key gets it; later opened with the private key, and printed as one letter a person.
 */
package dev.seckey.cli.handover;
