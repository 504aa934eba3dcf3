/**
 * Keys on USB. Linux tells all about them in /sys without native code; the other systems are asked through hidapi, which
 * is loaded only there, or when a key is opened. {@link dev.seckey.transports.usb.UsbKeys} is the door;
 * {@link dev.seckey.transports.usb.UsbPipe} carries packets, in slices short enough that closing never waits long.
 */
package dev.seckey.transports.usb;
