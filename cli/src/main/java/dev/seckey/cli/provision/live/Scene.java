package dev.seckey.cli.provision.live;

import dev.seckey.cli.provision.live.Stage.Doing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to be seen of a run at one moment.
 *
 * @param places how many keys can be worked on at once
 * @param handled how many keys have come to their end
 * @param count how many will, if that is known
 * @param outcomes how many of them in which way
 * @param latest the last results, a line each, the newest last
 * @param stages the keys that are plugged in, as they came
 */
record Scene(
        boolean simulated,
        int places,
        int handled,
        Optional<Integer> count,
        Map<String, Integer> outcomes,
        int warnings,
        List<String> latest,
        List<Stage> stages) {
    /** The key that the person is to look to, if there is one: what asks comes first. */
    Optional<Stage> foremost() {
        boolean full = stages.size() >= places;
        return first(Doing.ASKING)
                .or(() -> first(Doing.READY))
                .or(() -> first(Doing.WORKING).filter(stage -> full));
    }

    private Optional<Stage> first(Doing doing) {
        return stages.stream().filter(stage -> stage.doing() == doing).findFirst();
    }

    /** What to do now. */
    String todo() {
        return foremost()
                .map(stage -> places > 1 ? stage.todo() + " (" + stage.place() + ")" : stage.todo())
                .orElse(
                        handled + stages.size() == 0
                                ? "plug in a key, or lay one on the reader"
                                : "plug in the next key, or lay it on the reader");
    }

    /** How far it is. */
    String progress() {
        StringBuilder text = new StringBuilder(simulated ? "SIMULATED " : "");
        text.append(handled)
                .append(count.map(all -> " of " + all).orElse(""))
                .append(count.orElse(handled) == 1 ? " key" : " keys");
        outcomes.forEach(
                (how, many) -> text.append(", ").append(many).append(' ').append(how));
        if (warnings > 0) {
            text.append("; ").append(warnings).append(warnings == 1 ? " warning" : " warnings");
        }
        return text.append("; Ctrl-C ends").toString();
    }
}
