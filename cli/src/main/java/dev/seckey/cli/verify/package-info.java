/**
 * The job of an RA agent: is this key genuine and allowed? The way to a proof is chosen by what the key allows
 * ({@link dev.seckey.cli.verify.ProofWay}), the evidence is collected, and the judging is left to ctap2-core.
 */
package dev.seckey.cli.verify;
