/**
 * The large blobs on a key: each belongs to a credential, which alone can open it. The keys to them come from the key's
 * credential management and go nowhere else.
 */
package dev.seckey.cli.blob;
