package dev.seckey.ctap2.metadata;

/** The ladder of FIDO authenticator certification, lowest first. */
public enum CertificationLevel {
    L1(10, "Level 1"),
    L1PLUS(11, "Level 1+"),
    L2(20, "Level 2"),
    L2PLUS(21, "Level 2+"),
    L3(30, "Level 3"),
    L3PLUS(31, "Level 3+");

    private final int rank;
    private final String title;

    CertificationLevel(int rank, String title) {
        this.rank = rank;
        this.title = title;
    }

    public int rank() {
        return rank;
    }

    /** As it is written for people: "Level 2", "Level 2+". */
    public String title() {
        return title;
    }

    public boolean atLeast(CertificationLevel other) {
        return rank >= other.rank;
    }
}
