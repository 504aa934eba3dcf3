package dev.seckey.cli.provision;

/** All that the jobs of one run share. */
record Crew(Attendant attendant, Chronicle chronicle, Recognition recognition, Assigning assigning, PinsInHand pins) {}
