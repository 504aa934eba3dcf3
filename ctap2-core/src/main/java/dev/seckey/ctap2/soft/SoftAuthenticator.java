package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.CommandCode;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.Waiting;

/** A CTAP authenticator in software: takes requests as bytes, answers with a status and bytes, and never throws. */
public final class SoftAuthenticator implements RequestHandler {
    /** After power-up a reset is taken for ten seconds (CTAP 2.3 §6.6). */
    private static final long RESET_WINDOW_NANOS = 10_000_000_000L;

    private final KeyState state;
    private final ClientPinHandler clientPin;
    private final MakeCredentialHandler makeCredential;
    private final GetAssertionHandler getAssertion;
    private final GetInfoHandler getInfo;
    private final U2fHandler u2f;
    private long poweredAt;

    public SoftAuthenticator(Profile profile, Environment environment) {
        state = new KeyState(profile, environment);
        clientPin = new ClientPinHandler(environment, state.pin, state.token);
        makeCredential = new MakeCredentialHandler(state);
        getAssertion = new GetAssertionHandler(state);
        getInfo = new GetInfoHandler(state);
        u2f = new U2fHandler(state);
        poweredAt = environment.ticker().nanos();
    }

    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        try {
            return Bytes.ofInts(CtapStatus.OK.number()).plus(answer(request, waiting));
        } catch (AuthenticatorFault e) {
            return Bytes.ofInts(e.number());
        } catch (MalformedFault e) {
            return Bytes.ofInts(e.status().number());
        } catch (RuntimeException e) {
            return Bytes.ofInts(CtapStatus.OTHER.number());
        }
    }

    private Bytes answer(Bytes request, Waiting waiting) {
        if (request.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_LENGTH);
        }
        if (request.size() > GetInfoHandler.MAX_MSG_SIZE) {
            throw new AuthenticatorFault(CtapStatus.REQUEST_TOO_LARGE);
        }
        CommandCode code =
                CommandCode.of(request.at(0)).orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_COMMAND));
        if (code != CommandCode.GET_NEXT_ASSERTION) {
            getAssertion.forget();
        }
        CborMap answer = run(code, request.from(1), waiting);
        return answer.isEmpty() ? Bytes.EMPTY : answer.encode();
    }

    private CborMap run(CommandCode code, Bytes parameters, Waiting waiting) {
        return switch (code) {
            case GET_INFO -> getInfo.handle();
            case MAKE_CREDENTIAL -> makeCredential.handle(MakeCredential.from(map(parameters)), waiting);
            case GET_ASSERTION -> getAssertion.handle(GetAssertion.from(map(parameters)), waiting);
            case GET_NEXT_ASSERTION -> getAssertion.next();
            case CLIENT_PIN -> clientPin.handle(ClientPin.from(map(parameters)));
            case RESET -> reset(waiting);
            case SELECTION -> {
                state.touch.await(waiting);
                yield CborMap.EMPTY;
            }
            default -> throw new AuthenticatorFault(CtapStatus.INVALID_COMMAND);
        };
    }

    private static CborMap map(Bytes parameters) {
        return Cbor.decodeMap(parameters);
    }

    /** CTAP 2.3 §6.6. */
    private CborMap reset(Waiting waiting) {
        if (state.environment.ticker().nanos() - poweredAt > RESET_WINDOW_NANOS) {
            throw new AuthenticatorFault(CtapStatus.NOT_ALLOWED);
        }
        state.touch.await(waiting);
        state.reset();
        clientPin.regenerate();
        return CborMap.EMPTY;
    }

    @Override
    public Bytes u2f(Bytes apdu) {
        getAssertion.forget();
        return u2f.handle(apdu);
    }

    @Override
    public boolean speaksU2f() {
        return state.profile.speaksU2fNow();
    }

    @Override
    public boolean speaksCtap2() {
        return state.profile.ctap2();
    }

    @Override
    public void powerCycle() {
        state.pin.powerCycle();
        state.token.invalidate();
        clientPin.regenerate();
        getAssertion.forget();
        poweredAt = state.environment.ticker().nanos();
    }
}
