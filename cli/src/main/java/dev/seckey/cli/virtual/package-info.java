/**
 * The software authenticator behind real transports: on a {@link dev.seckey.cli.virtual.Rack} lie
 * {@link dev.seckey.cli.virtual.SimulatedKey}s, each a card for vpcd, a device for the kernel, or on a port; a
 * {@link dev.seckey.cli.virtual.KeyControl} lets test programs take a key's power away, touch it and have things go wrong.
 */
package dev.seckey.cli.virtual;
