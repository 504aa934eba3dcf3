/**
 * How what must last comes onto the disk: whole, or not at all, and without taking the place of what is no file. What a
 * killed process leaves is a hidden file beside the one that it meant, and is swept away later.
 */
package dev.seckey.ctap2.files;
