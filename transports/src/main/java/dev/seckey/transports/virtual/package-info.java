/**
 * The other side of the wires: byte servers that let a software key appear where programs look for real ones. As a card
 * on a virtual reader ({@link dev.seckey.transports.virtual.VpcdCard}), as a HID device of the Linux kernel
 * ({@link dev.seckey.transports.virtual.UhidDevice}), as datagrams ({@link dev.seckey.transports.virtual.DatagramLink}) or
 * as 64-byte frames on a TCP connection ({@link dev.seckey.transports.virtual.PacketLink}). What the bytes mean is somebody
 * else's business: a {@link dev.seckey.transports.virtual.CardServer} or a
 * {@link dev.seckey.transports.virtual.PacketServer}. Beside them a line may be held on which another program steers the
 * key ({@link dev.seckey.transports.virtual.ControlSocket}). All of them run on the thread that calls {@code run} and end
 * when another one calls {@code close}.
 */
package dev.seckey.transports.virtual;
