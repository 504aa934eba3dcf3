package dev.seckey.cli;

/**
 * Runs several command lines in one process, for Java to see what they load: {@code bin/seckey-archive} makes an archive of
 * that. What they print and how they end does not matter.
 */
public final class Training {
    private Training() {}

    /** @param lines a command line each */
    public static void main(String[] lines) {
        Main.useNativesOfTheDistribution();
        for (String line : lines) {
            Main.run(Main.surroundings(), line.split(" "));
        }
        Runtime.getRuntime().halt(0);
    }
}
