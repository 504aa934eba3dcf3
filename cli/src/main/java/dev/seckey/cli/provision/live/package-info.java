/**
 * A run at a terminal: what to do now in one large line, how far it is, the last results. What is seen is a function of a
 * {@link dev.seckey.cli.provision.live.Scene} and the terminal's size ({@link dev.seckey.cli.provision.live.Layout}).
 */
package dev.seckey.cli.provision.live;
