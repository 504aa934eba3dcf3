/**
 * HTTPS as an organisation's network allows it: through the proxy that {@link dev.seckey.cli.net.ProxyChoice} finds,
 * trusting whom {@link dev.seckey.cli.net.Trust} trusts (Java's roots, the system's own and those named on the command
 * line), with every check on. {@link dev.seckey.cli.net.Https} joins the two into the JDK's client, and tells in words why
 * a connection failed; {@link dev.seckey.cli.net.Download} fetches one file with it. Nothing here is loaded by a command
 * that does not use the network.
 */
package dev.seckey.cli.net;
