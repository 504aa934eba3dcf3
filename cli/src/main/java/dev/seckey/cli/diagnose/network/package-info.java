/**
 * The way to the services that a profile names: name, connection, proxy, certificate, answer. A {@link
 * dev.seckey.cli.diagnose.network.Profile} is a small TOML file; one is built in.
 */
package dev.seckey.cli.diagnose.network;
