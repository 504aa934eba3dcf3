/** How results come onto the disk: whole, or not at all, and without taking the place of what is no file. */
package dev.seckey.cli.files;
