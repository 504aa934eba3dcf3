package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.BioEnrollment;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.CommandCode;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;

/** A CTAP authenticator in software: takes requests as bytes, answers with a status and bytes, and never throws. */
public final class SoftAuthenticator implements RequestHandler {
    /** After power-up a reset is taken for ten seconds (CTAP 2.3 §6.6). */
    private static final long RESET_WINDOW_NANOS = 10_000_000_000L;

    /** A slow key's second, in steps of a keepalive. */
    private static final int SLOW_STEPS = 10;

    private static final long SLOW_STEP_MILLIS = 100;

    private final KeyState state;
    private final Memory memory;
    private final ClientPinHandler clientPin;
    private final MakeCredentialHandler makeCredential;
    private final GetAssertionHandler getAssertion;
    private final GetInfoHandler getInfo;
    private final CredentialManagementHandler credentialManagement;
    private final BioEnrollmentHandler bioEnrollment;
    private final LargeBlobsHandler largeBlobs;
    private final ConfigHandler config;
    private final U2fHandler u2f;
    private long poweredAt;

    /** A key that forgets everything with its process. */
    public SoftAuthenticator(Profile profile, Environment environment) {
        this(profile, environment, Memory.NONE);
    }

    public SoftAuthenticator(Profile profile, Environment environment, Memory memory) {
        state = new KeyState(profile, environment);
        this.memory = memory;
        clientPin = new ClientPinHandler(state);
        makeCredential = new MakeCredentialHandler(state);
        getAssertion = new GetAssertionHandler(state);
        getInfo = new GetInfoHandler(state);
        credentialManagement = new CredentialManagementHandler(state);
        bioEnrollment = new BioEnrollmentHandler(state);
        largeBlobs = new LargeBlobsHandler(state);
        config = new ConfigHandler(state);
        u2f = new U2fHandler(state);
        poweredAt = environment.ticker().nanos();
        environment.presence().poweredUp();
        memory.load().ifPresent(state::restore);
        memory.keep(state::save);
    }

    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        try {
            Bytes answer = guarded(request, waiting);
            memory.keep(state::save);
            return answer;
        } catch (RuntimeException e) {
            return Bytes.ofInts(CtapStatus.OTHER.number());
        }
    }

    private Bytes guarded(Bytes request, Waiting waiting) {
        try {
            return Bytes.ofInts(CtapStatus.OK.number()).plus(answer(request, waiting));
        } catch (AuthenticatorFault e) {
            return Bytes.ofInts(e.number());
        } catch (MalformedFault e) {
            return Bytes.ofInts(e.status().number());
        }
    }

    private Bytes answer(Bytes request, Waiting waiting) {
        if (request.isEmpty()) {
            throw new AuthenticatorFault(CtapStatus.INVALID_LENGTH);
        }
        if (request.size() > GetInfoHandler.MAX_MSG_SIZE) {
            throw new AuthenticatorFault(CtapStatus.REQUEST_TOO_LARGE);
        }
        CommandCode code = CommandCode.of(request.at(0))
                .filter(this::isSupported)
                .orElseThrow(() -> new AuthenticatorFault(CtapStatus.INVALID_COMMAND));
        forgetUnless(code);
        takeTime(waiting);
        CborMap answer = run(code, request.from(1), waiting);
        if (code == CommandCode.GET_INFO && state.profile.has(Feature.NON_CANONICAL)) {
            return GetInfoHandler.backwards(answer);
        }
        return answer.isEmpty() ? Bytes.EMPTY : answer.encode();
    }

    private boolean isSupported(CommandCode code) {
        Profile profile = state.profile;
        return switch (code) {
            case CREDENTIAL_MANAGEMENT -> profile.has(Feature.CREDENTIAL_MANAGEMENT);
            case CREDENTIAL_MANAGEMENT_PREVIEW -> profile.has(Feature.CREDENTIAL_MANAGEMENT_PREVIEW);
            case BIO_ENROLLMENT -> profile.has(Feature.FINGERPRINT);
            case BIO_ENROLLMENT_PREVIEW -> profile.has(Feature.FINGERPRINT_PREVIEW);
            case LARGE_BLOBS -> profile.has(Feature.LARGE_BLOBS);
            case CONFIG -> profile.has(Feature.AUTHENTICATOR_CONFIG);
            default -> true;
        };
    }

    /** Any command drops what others keep from one request to the next (CTAP 2.3 §6). */
    private void forgetUnless(CommandCode code) {
        if (code != CommandCode.GET_NEXT_ASSERTION) {
            getAssertion.forget();
        }
        if (code != CommandCode.CREDENTIAL_MANAGEMENT && code != CommandCode.CREDENTIAL_MANAGEMENT_PREVIEW) {
            credentialManagement.forget();
        }
    }

    private void takeTime(Waiting waiting) {
        for (int i = 0; i < SLOW_STEPS && state.profile.has(Feature.SLOW); i++) {
            if (waiting.isCancelled()) {
                throw new AuthenticatorFault(CtapStatus.KEEPALIVE_CANCEL);
            }
            waiting.keepalive(Keepalive.PROCESSING);
            state.environment.sleeper().sleep(SLOW_STEP_MILLIS);
        }
    }

    private CborMap run(CommandCode code, Bytes parameters, Waiting waiting) {
        return switch (code) {
            case GET_INFO -> getInfo.handle();
            case MAKE_CREDENTIAL -> makeCredential.handle(MakeCredential.from(map(parameters)), waiting);
            case GET_ASSERTION -> getAssertion.handle(GetAssertion.from(map(parameters)), waiting);
            case GET_NEXT_ASSERTION -> getAssertion.next();
            case CLIENT_PIN -> clientPin.handle(ClientPin.from(map(parameters)), waiting);
            case RESET -> reset(waiting);
            case SELECTION -> {
                state.touch.await(waiting);
                yield CborMap.EMPTY;
            }
            case CREDENTIAL_MANAGEMENT ->
                credentialManagement.handle(CredentialManagement.from(false, map(parameters)));
            case CREDENTIAL_MANAGEMENT_PREVIEW ->
                credentialManagement.handle(CredentialManagement.from(true, map(parameters)));
            case BIO_ENROLLMENT -> bioEnrollment.handle(BioEnrollment.from(false, map(parameters)), waiting);
            case BIO_ENROLLMENT_PREVIEW -> bioEnrollment.handle(BioEnrollment.from(true, map(parameters)), waiting);
            case LARGE_BLOBS -> largeBlobs.handle(LargeBlobs.from(map(parameters)));
            case CONFIG -> config.handle(AuthenticatorConfig.from(map(parameters)));
        };
    }

    private static CborMap map(Bytes parameters) {
        return Cbor.decodeMap(parameters);
    }

    /** CTAP 2.3 §6.6. */
    private CborMap reset(Waiting waiting) {
        boolean elsewhere = !GetInfoHandler.TRANSPORTS_FOR_RESET.contains(waiting.cameBy());
        if (elsewhere && state.profile.has(Feature.TRANSPORTS_FOR_RESET)) {
            throw new AuthenticatorFault(CtapStatus.OPERATION_DENIED);
        }
        boolean late = state.environment.ticker().nanos() - poweredAt > RESET_WINDOW_NANOS;
        if (late && !state.profile.has(Feature.RESET_ANY_TIME)) {
            throw new AuthenticatorFault(CtapStatus.NOT_ALLOWED);
        }
        if (state.settings.longTouchForReset()) {
            state.touch.awaitLong(waiting);
        } else {
            state.touch.await(waiting);
        }
        state.reset();
        bioEnrollment.forget();
        largeBlobs.forget();
        return CborMap.EMPTY;
    }

    @Override
    public Bytes u2f(Bytes apdu) {
        getAssertion.forget();
        credentialManagement.forget();
        try {
            Bytes answer = u2f.handle(apdu);
            memory.keep(state::save);
            return answer;
        } catch (FileFault e) {
            return ResponseApdu.of(StatusWord.OTHER).encode();
        }
    }

    @Override
    public boolean speaksU2f() {
        return state.settings.speaksU2f();
    }

    @Override
    public boolean speaksCtap2() {
        return state.profile.has(Feature.CTAP2);
    }

    @Override
    public void powerCycle() {
        state.powerCycle();
        getAssertion.forget();
        credentialManagement.forget();
        bioEnrollment.forget();
        largeBlobs.forget();
        poweredAt = state.environment.ticker().nanos();
        state.environment.presence().poweredUp();
    }

    @Override
    public void close() {
        memory.close();
    }
}
