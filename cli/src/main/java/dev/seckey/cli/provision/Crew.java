package dev.seckey.cli.provision;

/** All that the jobs of one run share. */
record Crew(Attendant attendant, Journal journal, Recognition recognition, Assigning assigning, PinsInHand pins) {}
