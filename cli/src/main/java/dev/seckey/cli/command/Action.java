package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;

/** A command that can be run. */
interface Action {
    ExitCode run();
}
