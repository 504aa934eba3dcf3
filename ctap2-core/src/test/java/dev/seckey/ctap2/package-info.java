/** Tests that concern the whole of ctap2-core: its structure. */
package dev.seckey.ctap2;
