/**
 * A box of keys, set up one after another: each is recognised, verified, planned for
 * ({@link dev.seckey.cli.provision.plan.Planner}), changed, read back and recorded. The ledger has the intent before the
 * key is touched and the outcome after, so that a run that was interrupted anywhere can be taken up by the next: what
 * matters is never what was sent, but what the key and the ledger say now.
 */
package dev.seckey.cli.provision;
