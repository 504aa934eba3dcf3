package dev.seckey.ctap2.pinuv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void closingWipesTheArrayThatWasTakenOver() {
        byte[] octets = {1, 2, 3};
        Secret.taking(octets).close();
        assertArrayEquals(new byte[3], octets);
    }

    @Test
    void aCopyIsWipedByItselfAlone() {
        byte[] octets = {1, 2, 3};
        Secret secret = Secret.copyOf(octets);
        Secret copy = secret.copy();
        secret.close();
        assertArrayEquals(new byte[] {1, 2, 3}, octets);
        assertTrue(copy.matches(octets));
        assertFalse(copy.matches(new byte[] {1, 2}));
    }

    @Test
    void afterThatItIsOfNoUse() {
        Secret secret = Secret.taking(new byte[] {1});
        secret.close();
        secret.close();
        assertThrows(IllegalStateException.class, secret::expose);
        assertThrows(IllegalStateException.class, secret::copy);
        assertThrows(IllegalStateException.class, () -> secret.matches(new byte[1]));
    }

    @Test
    void itIsNeverPrinted() {
        assertEquals("a secret of 3 bytes", Secret.taking(new byte[] {1, 2, 3}).toString());
    }
}
