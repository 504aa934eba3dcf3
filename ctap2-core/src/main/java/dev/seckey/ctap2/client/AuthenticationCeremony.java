package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.client.Authentication.BlobWrite;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.GetNextAssertion;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.extension.HmacSecret;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.LargeBlobArray;
import dev.seckey.ctap2.session.LargeBlobStorage;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.session.Preflight;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.webauthn.ClientData;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gets assertions from a CTAP2 key (WebAuthn Level 3 §5.1.4, CTAP 2.3 §6.2.1). */
public final class AuthenticationCeremony {
    private final Ctap2 session;
    private final TokenSource tokens;
    private final SecureRandom random;

    public AuthenticationCeremony(Ctap2 session, TokenSource tokens, SecureRandom random) {
        this.session = session;
        this.tokens = tokens;
        this.random = random;
    }

    /**
     * With an allow list the one assertion, without it one for each account. The caller closes them: there may be secrets
     * in them.
     */
    public List<Authentication> run(RequestOptions options, ClientData clientData) {
        try {
            return authenticate(options, clientData);
        } catch (AuthenticatorFault e) {
            if (e.status() != CtapStatus.NO_CREDENTIALS || options.otherwise().isEmpty()) {
                throw e;
            }
            return authenticate(options.otherwise().get(), clientData);
        }
    }

    private List<Authentication> authenticate(RequestOptions options, ClientData clientData) {
        AuthenticatorInfo info = session.info();
        CredentialOptions flags = options.touch() ? CredentialOptions.NONE : CredentialOptions.NONE.withUp(false);
        boolean writing = options.extensions().largeBlobWrite().isPresent() && info.protectedByUserVerification();
        if (!writing && !UserVerificationRule.forAssertion(info, options.userVerification(), options.touch())) {
            return assertions(options, clientData, flags, Optional.empty());
        }
        if (UserVerificationRule.isByOption(session.info())) {
            return assertions(options, clientData, flags.withUv(true), Optional.empty());
        }
        Set<Permission> permissions = EnumSet.of(Permission.GET_ASSERTION);
        if (writing && info.has(Option.LARGE_BLOBS)) {
            permissions.add(Permission.LARGE_BLOB_WRITE);
        }
        try (PinUvAuthToken token = tokens.token(permissions, Optional.of(options.rpId()))) {
            return assertions(options, clientData, flags, Optional.of(token));
        }
    }

    private List<Authentication> assertions(
            RequestOptions options, ClientData clientData, CredentialOptions flags, Optional<PinUvAuthToken> token) {
        List<CredentialDescriptor> allowed = allowed(options, token);
        Optional<HmacSalts> salts = salts(options, allowed);
        try (Agreement agreement = agreement(salts)) {
            GetAssertion plain = new GetAssertion(
                    options.rpId(),
                    clientData.hash(),
                    allowed,
                    RequestInputs.of(options.extensions(), session.info(), agreement.input(salts)),
                    flags,
                    token.map(held -> held.authenticate(clientData.hash())));
            List<Assertion> answers = collect(plain);
            List<Authentication> all = new ArrayList<>();
            for (Assertion answer : answers) {
                all.add(new Authentication(
                        options,
                        clientData,
                        credentialId(answer, allowed),
                        answer,
                        agreement.outputs(answer, salts),
                        Optional.empty(),
                        Optional.empty()));
            }
            if (options.extensions().largeBlobWrite().isPresent()) {
                return all.stream()
                        .map(each -> each.withLargeBlobWritten(write(each, token)))
                        .toList();
            }
            return options.extensions().largeBlob() ? withLargeBlobs(all) : List.copyOf(all);
        }
    }

    /** Empty only if none were asked for: what is not on the key, under any name, costs a touch and ends here. */
    private List<CredentialDescriptor> allowed(RequestOptions options, Optional<PinUvAuthToken> token) {
        if (options.allowCredentials().isEmpty()) {
            return List.of();
        }
        List<CredentialDescriptor> plausible = Preflight.plausible(session.info(), options.allowCredentials());
        boolean last = options.otherwise().isEmpty();
        List<CredentialDescriptor> onKey = plausible.size() > 1 || !last
                ? new Preflight(session, token)
                        .find(options.rpId(), plausible).stream().toList()
                : plausible;
        if (onKey.isEmpty()) {
            if (last && options.touch()) {
                Touch.await(session);
            }
            throw new AuthenticatorFault(CtapStatus.NO_CREDENTIALS);
        }
        return onKey;
    }

    /** Nothing may come in between: the key forgets the rest with any other command (CTAP 2.3 §6.3). */
    private List<Assertion> collect(GetAssertion request) {
        List<Assertion> all = new ArrayList<>();
        Assertion first = session.send(request);
        all.add(first);
        int count = request.allowList().isEmpty() ? first.numberOfCredentials().orElse(1) : 1;
        while (all.size() < count) {
            all.add(session.send(new GetNextAssertion(request.carriesSecrets())));
        }
        return all;
    }

    private static Bytes credentialId(Assertion answer, List<CredentialDescriptor> allowed) {
        return answer.credential()
                .or(() -> allowed.size() == 1 ? Optional.of(allowed.get(0)) : Optional.empty())
                .map(CredentialDescriptor::id)
                .orElseThrow(() -> new MalformedFault(
                        CtapStatus.MISSING_PARAMETER, "the key does not tell which credential it used"));
    }

    private Optional<HmacSalts> salts(RequestOptions options, List<CredentialDescriptor> allowed) {
        RequestExtensions wanted = options.extensions();
        if (!session.info().extensions().contains(Extensions.HMAC_SECRET.name())) {
            return Optional.empty();
        }
        return allowed.stream()
                .findFirst()
                .map(CredentialDescriptor::id)
                .map(wanted.saltsById()::get)
                .or(wanted::salts);
    }

    private List<Authentication> withLargeBlobs(List<Authentication> all) {
        if (all.stream().noneMatch(each -> each.assertion().largeBlobKey().isPresent())) {
            return all;
        }
        LargeBlobArray array = new LargeBlobStorage(session, random).read();
        return all.stream()
                .map(each -> each.withLargeBlob(each.assertion().largeBlobKey().flatMap(array::get)))
                .toList();
    }

    /** Whatever comes of it, the assertion is good all the same (WebAuthn Level 3 §10.1.5). */
    private BlobWrite write(Authentication signed, Optional<PinUvAuthToken> token) {
        Optional<Bytes> key = signed.assertion().largeBlobKey();
        if (!session.info().has(Option.LARGE_BLOBS)) {
            return BlobWrite.not("this key keeps no large blobs");
        }
        if (key.isEmpty()) {
            return BlobWrite.not("the credential was made without a key to one");
        }
        if (token.isEmpty() && session.info().protectedByUserVerification()) {
            return BlobWrite.not("this key gives out no token for it");
        }
        Bytes content = signed.options().extensions().largeBlobWrite().orElseThrow();
        LargeBlobStorage storage = new LargeBlobStorage(session, random);
        try {
            // the touch has left a token the one permission that this needs
            token.ifPresentOrElse(
                    held -> storage.put(held, content, key.get(), false),
                    () -> storage.putUnprotected(content, key.get()));
            return BlobWrite.DONE;
        } catch (Fault e) {
            if (e.reason() == Reason.KEY_REFUSED) { // no room, or what is there is damaged
                return BlobWrite.not(e.getMessage());
            }
            throw e;
        }
    }

    private Agreement agreement(Optional<HmacSalts> salts) {
        return new Agreement(salts.map(given -> PinUv.of(session, random).hmacSecret()));
    }

    /** The exchange of hmac-secret, where there is one, to be closed. */
    private record Agreement(Optional<HmacSecret> exchange) implements AutoCloseable {
        Optional<HmacSecretInput> input(Optional<HmacSalts> salts) {
            return exchange.map(agreed -> agreed.input(salts.orElseThrow()));
        }

        Optional<HmacOutputs> outputs(Assertion answer, Optional<HmacSalts> salts) {
            return exchange.flatMap(agreed -> answer.authData()
                    .extensions()
                    .flatMap(out -> out.find(Extensions.HMAC_SECRET_OUTPUT))
                    .map(encrypted -> agreed.outputs(encrypted, salts.orElseThrow())));
        }

        @Override
        public void close() {
            exchange.ifPresent(HmacSecret::close);
        }
    }
}
