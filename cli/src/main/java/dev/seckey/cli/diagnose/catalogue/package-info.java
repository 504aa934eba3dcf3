/**
 * All that diagnose can find, in one place: an enum a family, an identifier a constant, with its severity and the words
 * that are said of it. The words are written to be read out over a telephone: whole sentences, no abbreviation that is not
 * explained, and nobody to blame.
 */
package dev.seckey.cli.diagnose.catalogue;
