/** The software authenticator behind real transports: a card for vpcd, a device for the kernel, a link for tests. */
package dev.seckey.cli.virtual;
