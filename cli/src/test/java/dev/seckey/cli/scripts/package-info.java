/**
 * The command line as scripts that read like documentation: {@code src/test/resources/scripts/*.txt}, one file a topic,
 * each a story whose blocks share a home and a folder of files. How a block is written stands at
 * {@link dev.seckey.cli.scripts.Block}.
 */
package dev.seckey.cli.scripts;
