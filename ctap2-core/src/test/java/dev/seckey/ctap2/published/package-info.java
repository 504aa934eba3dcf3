/** Values that others have published, as tests read them: vectors, real metadata, real registrations. */
package dev.seckey.ctap2.published;
