package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.extension.HmacSecret;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.session.Preflight;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.webauthn.ClientData;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a credential on a CTAP2 key (WebAuthn Level 3 §5.1.3, CTAP 2.3 §6.1.1). */
public final class RegistrationCeremony {
    private final Ctap2 session;
    private final TokenSource tokens;
    private final SecureRandom random;

    public RegistrationCeremony(Ctap2 session, TokenSource tokens, SecureRandom random) {
        this.session = session;
        this.tokens = tokens;
        this.random = random;
    }

    /** The caller closes what comes out: there may be secrets in it. */
    public Registration run(CreationOptions options, ClientData clientData) {
        requireCapable(options);
        boolean discoverable = isDiscoverable(options);
        List<CredentialDescriptor> excluded = Preflight.plausible(session.info(), options.excludeCredentials());
        requireNotMadeByU2f(options, excluded);
        boolean verified =
                UserVerificationRule.forRegistration(session.info(), options.userVerification(), discoverable);
        CredentialOptions flags = discoverable ? CredentialOptions.NONE.withRk(true) : CredentialOptions.NONE;
        if (!verified) {
            return make(options, clientData, excluded, flags, Optional.empty());
        }
        if (UserVerificationRule.isByOption(session.info())) {
            return make(options, clientData, excluded, flags.withUv(true), Optional.empty());
        }
        Set<Permission> permissions = EnumSet.of(Permission.MAKE_CREDENTIAL);
        if (excluded.size() > 1) {
            permissions.add(Permission.GET_ASSERTION);
        }
        try (PinUvAuthToken token =
                tokens.token(permissions, Optional.of(options.rp().id()))) {
            return make(options, clientData, excluded, flags, Optional.of(token));
        }
    }

    private Registration make(
            CreationOptions options,
            ClientData clientData,
            List<CredentialDescriptor> excluded,
            CredentialOptions flags,
            Optional<PinUvAuthToken> token) {
        List<CredentialDescriptor> onKey = excluded.size() > 1
                ? new Preflight(session, token)
                        .find(options.rp().id(), excluded).stream().toList()
                : excluded;
        try (Salted salted = Salted.of(options, session, random)) {
            MakeCredential request = new MakeCredential(
                    clientData.hash(),
                    options.rp(),
                    options.user(),
                    options.pubKeyCredParams(),
                    onKey,
                    CreationInputs.of(options.extensions(), session.info(), flags, salted.input()),
                    flags,
                    token.map(held -> held.authenticate(clientData.hash())),
                    options.enterpriseAttestation().filter(wanted -> hasEnterpriseAttestation()),
                    options.attestationFormats());
            NewCredential made = session.send(request);
            return new Registration(
                    options, clientData, made, transports(), flags.rk().orElse(false), salted.outputs(made));
        }
    }

    /** Credentials of U2F are seen without a token. The touch is collected either way. */
    private void requireNotMadeByU2f(CreationOptions options, List<CredentialDescriptor> excluded) {
        boolean found = options.extensions()
                .appIdExclude()
                .flatMap(appId -> new Preflight(session, Optional.empty()).find(appId, excluded))
                .isPresent();
        if (found) {
            Touch.await(session);
            throw new AuthenticatorFault(CtapStatus.CREDENTIAL_EXCLUDED);
        }
    }

    /** Found out before anybody is asked for anything. */
    private void requireCapable(CreationOptions options) {
        CreationExtensions wanted = options.extensions();
        boolean large = wanted.largeBlob().equals(Optional.of(Need.REQUIRED));
        if (options.residentKey() == Need.REQUIRED && !session.info().has(Option.RESIDENT_KEY)) {
            throw unsupported("this key keeps no discoverable credentials");
        }
        if (large && !session.info().extensions().contains(Extensions.LARGE_BLOB_KEY.name())) {
            throw unsupported("this key keeps no large blobs");
        }
        if (wanted.enforceCredProtect()
                && wanted.credProtect().orElse(1) > 1
                && !session.info().extensions().contains(Extensions.CRED_PROTECT.name())) {
            throw unsupported("this key cannot protect credentials (credProtect)");
        }
        int room = session.info().members().get(AuthenticatorInfo.MAX_CRED_BLOB_LENGTH, Integer.MAX_VALUE);
        if (wanted.credBlob().map(Bytes::size).orElse(0) > room) {
            throw unsupported("this key takes a credential's blob of at most " + room + " bytes");
        }
    }

    private boolean isDiscoverable(CreationOptions options) {
        return options.residentKey() == Need.REQUIRED
                || options.residentKey() == Need.PREFERRED && session.info().has(Option.RESIDENT_KEY);
    }

    private boolean hasEnterpriseAttestation() {
        return session.info().has(Option.ENTERPRISE_ATTESTATION);
    }

    private List<String> transports() {
        List<String> said = session.info().transports();
        return said.isEmpty() ? List.of(session.device().transport().id()) : said;
    }

    private static TransportFault unsupported(String what) {
        return new TransportFault(Reason.UNSUPPORTED, what);
    }

    /** hmac-secret-mc, where it is asked for and the key has it. */
    private record Salted(Optional<HmacSecret> exchange, CreationOptions options) implements AutoCloseable {
        static Salted of(CreationOptions options, Ctap2 session, SecureRandom random) {
            boolean asks = options.extensions().salts().isPresent()
                    && session.info().extensions().contains(Extensions.HMAC_SECRET_MC.name());
            return new Salted(asks ? Optional.of(PinUv.of(session, random).hmacSecret()) : Optional.empty(), options);
        }

        Optional<HmacSecretInput> input() {
            return exchange.map(
                    agreed -> agreed.input(options.extensions().salts().orElseThrow()));
        }

        Optional<HmacOutputs> outputs(NewCredential made) {
            Optional<Bytes> encrypted = made.attestation()
                    .authData()
                    .extensions()
                    .flatMap(out -> out.find(Extensions.HMAC_SECRET_MC_OUTPUT));
            return exchange.flatMap(agreed -> encrypted.map(
                    bytes -> agreed.outputs(bytes, options.extensions().salts().orElseThrow())));
        }

        @Override
        public void close() {
            exchange.ifPresent(HmacSecret::close);
        }
    }
}
