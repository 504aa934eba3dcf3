/**
 * The packaged command as a process, on real parts: a smart card service with a virtual reader, HID devices, a terminal,
 * signals. One run a transport and exit code proves the real path; the wide matrices are tested in-process. A test here
 * waits for a condition, never for a time.
 */
package dev.seckey.cli.process;
