/** Real parts for tests: which are installed, and rigs that put them up out of everyone's way. Other modules use it too. */
package dev.seckey.transports.real;
