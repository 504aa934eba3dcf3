/**
 * Makes the manual pages: what the commands declare, in the order that manual pages have, and short hand-written texts
 * ({@code src/test/resources/manual/PAGE.txt}) beside it. It stands among the tests because nobody needs it at run time.
 */
package dev.seckey.cli.manual;
