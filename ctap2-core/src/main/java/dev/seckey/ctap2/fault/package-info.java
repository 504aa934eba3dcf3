/**
 * Everything that can go wrong, in one sealed family. A fault says what happened and carries a
 * {@link dev.seckey.ctap2.fault.Reason}; the command line turns reasons into exit codes and advice, once. Numbers that
 * a key reports and this library does not know survive in {@link dev.seckey.ctap2.fault.AuthenticatorFault}.
 */
package dev.seckey.ctap2.fault;
