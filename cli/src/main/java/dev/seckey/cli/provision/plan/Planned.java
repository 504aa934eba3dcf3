package dev.seckey.cli.provision.plan;

/** What comes of looking at a key. */
public sealed interface Planned permits Plan, Refusal {}
