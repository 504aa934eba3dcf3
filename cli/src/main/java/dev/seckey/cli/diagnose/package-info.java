/**
 * What keeps a key from working here. A {@link dev.seckey.cli.diagnose.Probe} looks at one thing and reports findings; the
 * {@link dev.seckey.cli.diagnose.ProbeRunner} runs all of them at once under one time limit, each on a thread of its own
 * that is left behind when it hangs, and makes a {@link dev.seckey.cli.diagnose.Diagnosis} of it. The machine is seen
 * through {@link dev.seckey.cli.diagnose.Machine}, so that tests can build one. What can be found stands in {@code
 * catalogue}; the probes stand in {@code usb}, {@code nfc}, {@code key}, {@code runtime} and {@code network}; {@code bundle}
 * packs it all for support. Nothing here changes a key, or needs its PIN or a touch.
 */
package dev.seckey.cli.diagnose;
