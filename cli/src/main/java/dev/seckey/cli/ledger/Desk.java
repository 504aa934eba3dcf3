package dev.seckey.cli.ledger;

/**
 * Where the work is done, and by whom.
 *
 * @param bench names the chain; two places that work at the same time have two benches
 * @param operator the account that runs seckey
 * @param machine the computer's name
 */
public record Desk(String bench, String operator, String machine) {}
