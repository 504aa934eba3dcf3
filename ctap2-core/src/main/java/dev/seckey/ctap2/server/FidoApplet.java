package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;
import dev.seckey.ctap2.u2f.U2fAuthenticate;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.u2f.U2fVersion;
import java.util.Optional;

/** What the FIDO applet answers to whole commands (CTAP 2.3 §11.3.3 to §11.3.7). */
final class FidoApplet {
    /** The class of SELECT and of U2F. */
    static final int ISO_CLASS = 0x00;

    private static final String FIDO_2_0 = "FIDO_2_0";
    private static final int BY_NAME = 0x04;
    private static final int END = 0x01;

    private final RequestHandler handler;
    private final Worker worker;

    private boolean selected;
    private Optional<Extra> selectedExtra = Optional.empty();
    private volatile Optional<CardRequest> running = Optional.empty();

    FidoApplet(RequestHandler handler, Worker worker) {
        this.handler = handler;
        this.worker = worker;
    }

    /** @param command of class 00 or 80 */
    ResponseApdu answer(CommandApdu command) {
        boolean iso = command.cla() == ISO_CLASS;
        if (iso && command.ins() == CommandApdu.SELECT) {
            return select(command);
        }
        if (selectedExtra.isPresent()) {
            return selectedExtra.get().apdu(command);
        }
        if (!selected) {
            return ResponseApdu.of(StatusWord.INS_NOT_SUPPORTED);
        }
        return iso ? u2f(command) : ctap(command);
    }

    private ResponseApdu select(CommandApdu command) {
        if (command.p1() != BY_NAME) {
            return ResponseApdu.of(StatusWord.WRONG_PARAMETERS);
        }
        deselect();
        selectedExtra = handler.extra().filter(extra -> extra.aid().equals(command.data()));
        if (selectedExtra.isPresent()) {
            return ResponseApdu.ok(selectedExtra.get().selected());
        }
        selected = command.data().equals(CtapNfc.AID);
        return selected
                ? ResponseApdu.ok(Bytes.utf8(handler.speaksU2f() ? U2fVersion.U2F_V2 : FIDO_2_0))
                : ResponseApdu.of(StatusWord.NOT_FOUND);
    }

    private ResponseApdu u2f(CommandApdu command) {
        boolean known = switch (command.ins()) {
            case U2fRegister.INS, U2fAuthenticate.INS, U2fVersion.INS -> true;
            default -> false;
        };
        if (!known || !handler.speaksU2f()) {
            return ResponseApdu.of(StatusWord.INS_NOT_SUPPORTED);
        }
        Bytes request = CommandApdu.of(ISO_CLASS, command.ins(), command.p1(), command.p2(), command.data())
                .encodeExtended();
        start(waiting -> handler.u2f(request));
        return ResponseApdu.parse(result());
    }

    private ResponseApdu ctap(CommandApdu command) {
        if (!handler.speaksCtap2()) {
            return ResponseApdu.of(StatusWord.INS_NOT_SUPPORTED);
        }
        return switch (command.ins()) {
            case CtapNfc.MSG -> message(command);
            case CtapNfc.GET_RESPONSE -> poll(command);
            case CtapNfc.CONTROL -> control(command);
            default -> ResponseApdu.of(StatusWord.INS_NOT_SUPPORTED);
        };
    }

    private ResponseApdu message(CommandApdu command) {
        if (command.data().isEmpty()) {
            return ResponseApdu.of(StatusWord.WRONG_LENGTH);
        }
        CardRequest request = start(waiting -> handler.cbor(command.data(), waiting));
        boolean keepalives = (command.p1() & CtapNfc.KEEPALIVES) != 0;
        return keepalives ? news(request) : ResponseApdu.ok(result());
    }

    private ResponseApdu poll(CommandApdu command) {
        if (running.isEmpty()) {
            return ResponseApdu.of(StatusWord.CONDITIONS_NOT_SATISFIED);
        }
        CardRequest request = running.get();
        if (command.p1() == CtapNfc.CANCEL) {
            request.cancel();
        }
        return news(request);
    }

    private ResponseApdu news(CardRequest request) {
        Optional<Bytes> answer = request.awaitNews();
        if (answer.isPresent()) {
            running = Optional.empty();
            return ResponseApdu.ok(answer.get());
        }
        return new ResponseApdu(Bytes.ofInts(request.state().number()), StatusWord.IN_PROGRESS.number());
    }

    private ResponseApdu control(CommandApdu command) {
        if (command.p1() != END) {
            return ResponseApdu.of(StatusWord.WRONG_PARAMETERS);
        }
        deselect();
        return ResponseApdu.of(StatusWord.OK);
    }

    /** A card does one thing at a time: what comes next ends what is running. */
    private CardRequest start(CardRequest.Work work) {
        cancel();
        CardRequest request = new CardRequest(work);
        running = Optional.of(request);
        worker.run(request);
        return request;
    }

    private Bytes result() {
        Bytes answer = running.orElseThrow().await();
        running = Optional.empty();
        return answer;
    }

    /** May come from any thread; the request ends soon after. */
    void cancel() {
        running.ifPresent(CardRequest::cancel);
    }

    void deselect() {
        cancel();
        running = Optional.empty();
        selected = false;
        selectedExtra = Optional.empty();
    }

    /** After a {@link #deselect}. */
    void powerCycle() {
        start(waiting -> {
            handler.powerCycle();
            return Bytes.EMPTY;
        });
        result();
    }
}
