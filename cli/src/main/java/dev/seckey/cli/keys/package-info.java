/**
 * Which key is meant, and how it is opened: by the selector on the command line, or because there is only one. What
 * comes out is an {@link dev.seckey.cli.keys.OpenKey}, real or simulated, with its framing in place.
 */
package dev.seckey.cli.keys;
