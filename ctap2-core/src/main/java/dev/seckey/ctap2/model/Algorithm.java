package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Numbered;
import java.util.Optional;

/** Signature algorithms by their COSE numbers (IANA COSE Algorithms). */
public enum Algorithm implements Numbered {
    ES256(-7, "ES256"),
    EDDSA(-8, "EdDSA"),
    ESP256(-9, "ESP256"),
    ED25519(-19, "Ed25519"),
    ES384(-35, "ES384"),
    ES512(-36, "ES512"),
    ES256K(-47, "ES256K"),
    ML_DSA_44(-48, "ML-DSA-44"),
    ML_DSA_65(-49, "ML-DSA-65"),
    ML_DSA_87(-50, "ML-DSA-87"),
    ESP384(-51, "ESP384"),
    ESP512(-52, "ESP512"),
    PS256(-37, "PS256"),
    RS256(-257, "RS256"),
    RS1(-65535, "RS1");

    private final int number;
    private final String title;

    Algorithm(int number, String title) {
        this.number = number;
        this.title = title;
    }

    public static Optional<Algorithm> of(int number) {
        return Numbered.find(values(), number);
    }

    /** The registered name, or the number where there is none. */
    public static String nameOf(int number) {
        return of(number).map(algorithm -> algorithm.title).orElse("COSE algorithm " + number);
    }

    @Override
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }
}
