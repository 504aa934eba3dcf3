/**
 * The way back to the factory's state: what will be lost and what the key asks for ({@link
 * dev.seckey.cli.reset.ResetPlan}), and how it is pulled out and plugged in again, which a reset wants ({@link
 * dev.seckey.cli.reset.Replugging}).
 */
package dev.seckey.cli.reset;
