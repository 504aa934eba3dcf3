/**
 * What is to be done to one key, worked out before anything is: from its state
 * ({@link dev.seckey.cli.provision.plan.KeyState}), the policy and what the ledger knows
 * ({@link dev.seckey.cli.provision.plan.Standing}) to a plan or a refusal. Nothing here talks to a key.
 */
package dev.seckey.cli.provision.plan;
