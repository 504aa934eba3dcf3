/**
 * Keys on USB as the operating system shows them, without opening one: which there are, whether this user may open
 * them, and what stands in the way. Linux has most of it in files; Windows and macOS have probes of their own.
 */
package dev.seckey.cli.diagnose.usb;
