/**
 * Scripts that make shells complete seckey's command lines. What there is to type stands in them; what changes, keys and
 * models, they ask of {@code seckey __complete} at the moment.
 */
package dev.seckey.cli.completion;
