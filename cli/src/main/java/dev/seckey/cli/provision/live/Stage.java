package dev.seckey.cli.provision.live;

import java.util.Optional;

/**
 * How far one key is.
 *
 * @param place where it is plugged in
 * @param todo what the person is asked to do now
 * @param person into whose envelope it goes
 */
record Stage(String place, Doing doing, String todo, Optional<String> person) {
    enum Doing {
        /** It wants something of the person. */
        ASKING,
        /** It is finished, and to be taken away. */
        READY,
        /** Nothing is to be done but to wait. */
        WORKING
    }

    static Stage working(String place) {
        return new Stage(place, Doing.WORKING, "leave the key in its place", Optional.empty());
    }

    Stage asking(String what) {
        return new Stage(place, Doing.ASKING, what, person);
    }

    Stage workingAgain() {
        return new Stage(place, Doing.WORKING, working(place).todo, person);
    }

    Stage ready() {
        return new Stage(place, Doing.READY, "remove the key", person);
    }

    Stage with(String whose) {
        return new Stage(place, doing, todo, Optional.of(whose));
    }
}
