package dev.seckey.cli.diagnose.catalogue;

import static dev.seckey.cli.diagnose.catalogue.Severity.CANNOT_TELL;
import static dev.seckey.cli.diagnose.catalogue.Severity.NOTE;
import static dev.seckey.cli.diagnose.catalogue.Severity.OK;
import static dev.seckey.cli.diagnose.catalogue.Severity.STOPS_WORK;
import static dev.seckey.cli.diagnose.catalogue.Severity.WARNING;

/** What can be found about the way to the services that a key signs in to. */
public enum NetEntry implements Entry {
    REACHED(1, OK, "the service answers", "The whole way to it works from this computer.", ""),
    NO_NAME(
            2,
            STOPS_WORK,
            "the service's name is not known here",
            "The name service (DNS, which turns names into addresses) does not know the service's name, or does not answer.",
            "Check the network connection. If other sites work, tell the network team the name above."),
    PRIVATE_ADDRESS(
            3,
            WARNING,
            "the service's name leads to an address inside a private network",
            "The name service gives an address that only this network knows. That is intended in some networks, which have"
                    + " their own way to the service (such as the Health and Social Care Network). Otherwise it sends callers"
                    + " to the wrong place.",
            "Ask the network team whether that is intended."),
    LYING_RESOLVER(
            4,
            WARNING,
            "the name service answers for names that cannot exist",
            "A name that is reserved never to exist was given an address. The network answers every name, for a login page"
                    + " or for advertising, so that wrong names lead to strange places.",
            "In a hotel or a guest network, open a browser and log in to the network first. Otherwise tell the network team."),
    HOSTS_FILE(
            5,
            WARNING,
            "this computer has its own address for the service",
            "The service's name stands in this computer's hosts file, which goes before the name service. The address there"
                    + " may be out of date: the service changes its address.",
            "An administrator takes the line out of the file, unless it is there for a reason."),
    REFUSED(
            6,
            STOPS_WORK,
            "the connection to the service is refused",
            "The computer at that address, or a firewall in front of it, refuses connections to this port.",
            "Tell the network team the name and port above."),
    NO_CONNECTION(
            7,
            STOPS_WORK,
            "the service cannot be reached",
            "Nothing answers at the service's address. A firewall may swallow the connection without a word.",
            "Tell the network team the name and port above: connections out to it must be allowed."),
    PROXY(
            8,
            NOTE,
            "connections go through a proxy",
            "A proxy is a computer of the organisation through which connections to the outside go.",
            ""),
    PROXY_REFUSES(
            9,
            STOPS_WORK,
            "the proxy does not let the connection through",
            "The organisation's proxy, through which connections to the outside go, refused to connect to the service.",
            "Tell the network team the name above and the proxy's answer."),
    PROXY_LOGIN(
            10,
            STOPS_WORK,
            "the proxy wants a login",
            "The organisation's proxy lets only those through who log in to it. Browsers do that by themselves.",
            "Ask the network team to let the service's name through without a login."),
    PROXY_GONE(
            11,
            STOPS_WORK,
            "the proxy cannot be reached",
            "This computer is set up to use a proxy, and nothing answers there. At home that is usual without the"
                    + " organisation's private network (VPN).",
            "Connect to the organisation's network first, or ask the network team whether the proxy's name is still right."),
    PROXY_SCRIPT(
            12,
            NOTE,
            "a script chooses the proxy",
            "This computer chooses its proxy by a script (PAC, proxy auto-configuration), which seckey does not run. A"
                    + " browser may take another way than seckey does.",
            "Ask the network team which proxy the script gives for the service, and set https_proxy to it."),
    INTERCEPTED(
            13,
            WARNING,
            "somebody opens the secure connection on the way",
            "The certificate that should be the service's own was issued by somebody whom this computer trusts, and the public"
                    + " does not know. Usually the organisation's proxy or virus scanner opens connections to look inside. A"
                    + " service may refuse that.",
            "Ask the network team to let the service's name through unopened."),
    CERTIFICATE_EXPIRED(
            14,
            STOPS_WORK,
            "the certificate is not valid on the day that this computer's clock shows",
            "Either the clock of this computer is wrong, or the service's certificate has run out.",
            "Look at the clock first. If it is right, tell support."),
    WRONG_NAME(
            15,
            STOPS_WORK,
            "the certificate is for another name",
            "Somebody answers at the service's address with a certificate that is for another name. It may be a login page of"
                    + " the network.",
            "In a guest network, open a browser and log in to the network first. Otherwise tell the network team."),
    NO_TLS(
            16,
            STOPS_WORK,
            "no secure connection comes about",
            "Something answers at the service's address, and does not agree on a secure connection (TLS).",
            "Tell the network team the name above: a firewall that looks into connections can do that."),
    OLD_TLS(
            17,
            WARNING,
            "the secure connection is of an old kind",
            "The connection uses an old version of its protocol (TLS). Between this computer and a modern service, that is"
                    + " the doing of something in between.",
            "Tell the network team the name and the version above."),
    NOT_ALLOWED(
            18,
            STOPS_WORK,
            "the service, or something in front of it, forbids access",
            "The way to the service works, and the answer is \"forbidden\" (status 403). A firewall in front of it may not know"
                    + " this network's address.",
            "Tell support the status and the address above."),
    OUT_OF_ORDER(
            19,
            STOPS_WORK,
            "the service is out of order at this moment",
            "The way to the service works, and the service says itself that it cannot work now.",
            "Wait some minutes and try again. Look whether an interruption of the service was announced."),
    ODD_STATUS(
            20,
            WARNING,
            "the service answers with an unexpected status",
            "The way to the service works. The status is not one of those that were expected; a page of the network may have"
                    + " been put in the service's place.",
            "Open the address in a browser and look what is there."),
    NO_ANSWER(
            21,
            STOPS_WORK,
            "the service takes the connection and does not answer",
            "The connection came about, and no answer to the question came in time.",
            "Try again after a minute. If it stays so, tell the network team."),
    CLOCK_OFF(
            22,
            WARNING,
            "this computer's clock differs from the service's",
            "Signing in compares times. More than some minutes of difference make it fail.",
            "Let the computer set its date and time by itself."),
    SLOW(
            23,
            WARNING,
            "the way to the service is slow",
            "The answer took several seconds. Signing in may run into time limits.",
            "Try another network, if there is one. Otherwise tell the network team."),
    LET_IN(24, OK, "the address range is let in", "All of it is in the allow list.", ""),
    PARTLY_LET_IN(
            25,
            STOPS_WORK,
            "the address range is let in partly",
            "A service calls back from these addresses, for instance to say that somebody has logged out. Some of them are"
                    + " missing in the allow list, so that some calls get lost.",
            "Add the whole range to the firewall's allow list."),
    NOT_LET_IN(
            26,
            STOPS_WORK,
            "the address range is not let in",
            "A service calls back from these addresses, for instance to say that somebody has logged out. They are not in the"
                    + " allow list, so that these calls do not arrive.",
            "Add the range to the firewall's allow list."),
    EMPTY_ALLOW_LIST(
            27,
            CANNOT_TELL,
            "the allow list holds no addresses",
            "No address range was found in the file.",
            "Give a file with one range a line, such as 192.0.2.0/24, or any text that has ranges in it."),
    UNTRUSTED(
            28,
            STOPS_WORK,
            "the certificate is from nobody whom this computer trusts",
            "Somebody answers at the service's address with a certificate of an unknown authority. Often it is the"
                    + " organisation's proxy, which opens connections to look inside, and whose own certificate is missing on"
                    + " this computer.",
            "Ask the network team to let the service's name through unopened, or to install the proxy's certificate here."),
    SOME_ADDRESSES(
            29,
            WARNING,
            "the service does not answer at every one of its addresses",
            "The service's name stands for several addresses, and at some of them nothing answers. Programs that try one of"
                    + " those first wait for it, or give up. Often it is a network that carries addresses of one kind only,"
                    + " the older or the newer (IP version 4 or 6).",
            "Tell the network team the name and the addresses above.");

    private final Wording wording;

    NetEntry(int number, Severity severity, String title, String meaning, String advice) {
        this.wording = Wording.of("NET", number, severity, title, meaning, advice);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
