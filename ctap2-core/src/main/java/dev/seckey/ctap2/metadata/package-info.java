/**
 * What the FIDO Alliance says of a model of key. A {@linkplain dev.seckey.ctap2.metadata.MetadataBlob signed BLOB} is
 * verified once and boiled down to an {@linkplain dev.seckey.ctap2.metadata.MetadataIndex index} that answers for one
 * AAGUID in milliseconds; a {@linkplain dev.seckey.ctap2.metadata.MetadataStore store} keeps the newest, and a snapshot
 * stands in where there is none. {@link dev.seckey.ctap2.metadata.LevelRule} reads a model's status history and says at
 * which level it is certified today, and why.
 */
package dev.seckey.ctap2.metadata;
