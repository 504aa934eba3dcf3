package dev.seckey.ctap2.client;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.u2f.U2f;
import dev.seckey.ctap2.u2f.U2fAssertion;
import dev.seckey.ctap2.u2f.U2fAuthenticate;
import dev.seckey.ctap2.u2f.U2fControl;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.u2f.U2fRegistration;
import dev.seckey.ctap2.webauthn.ClientData;
import dev.seckey.ctap2.webauthn.U2fAttestation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The same ceremonies with a key that speaks only U2F (CTAP 2.3 §10): no PIN, no discoverable credentials. */
public final class U2fCeremony {
    private static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);
    private static final Field<List<Bytes>> X5C = Field.of("x5c", CborType.list(CborType.BYTES));
    private static final int MAX_KEY_HANDLE = 255;

    private final CtapDevice device;
    private final U2f client;
    private final Supplier<Exchange> exchanges;

    public U2fCeremony(CtapDevice device, Sleeper sleeper, Supplier<Exchange> exchanges) {
        this.device = device;
        this.client = new U2f(device, sleeper);
        this.exchanges = exchanges;
    }

    public Registration register(CreationOptions options, ClientData clientData) {
        requireNothingNew(options.residentKey() == Need.REQUIRED, options.userVerification());
        if (options.pubKeyCredParams().stream().noneMatch(each -> each.alg() == Algorithm.ES256.number())) {
            throw new AuthenticatorFault(CtapStatus.UNSUPPORTED_ALGORITHM);
        }
        Bytes application = application(options.rp().id());
        boolean excluded = Stream.concat(
                        Stream.of(application),
                        options.extensions().appIdExclude().map(U2fCeremony::application).stream())
                .anyMatch(each -> find(options.excludeCredentials(), each).isPresent());
        // The touch is collected either way; what is made of it for an excluded key is thrown away.
        U2fRegistration made = client.register(new U2fRegister(clientData.hash(), application), exchanges.get());
        if (excluded) {
            throw new AuthenticatorFault(CtapStatus.CREDENTIAL_EXCLUDED);
        }
        return new Registration(
                options,
                clientData,
                NewCredential.of(attestation(made, application)),
                List.of(device.transport().id()),
                false,
                Optional.empty());
    }

    public Authentication authenticate(RequestOptions options, ClientData clientData) {
        requireNothingNew(options.allowCredentials().isEmpty(), options.userVerification());
        Bytes application = application(options.rpId());
        Optional<CredentialDescriptor> known = find(options.allowCredentials(), application);
        if (known.isEmpty() && options.otherwise().isPresent()) {
            return authenticate(options.otherwise().get(), clientData);
        }
        CredentialDescriptor credential = known.orElseThrow(() -> new AuthenticatorFault(CtapStatus.NO_CREDENTIALS));
        U2fControl control = options.touch() ? U2fControl.ENFORCE_USER_PRESENCE : U2fControl.DONT_ENFORCE_USER_PRESENCE;
        U2fAssertion signed = client.authenticate(
                new U2fAuthenticate(control, clientData.hash(), application, credential.id()), exchanges.get());
        AuthenticatorData authData = AuthenticatorData.of(
                application,
                signed.flags() & U2fAssertion.USER_PRESENT,
                signed.counter(),
                Optional.empty(),
                Optional.empty());
        Assertion assertion = new Assertion(
                Optional.of(credential),
                authData,
                signed.signature(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Authentication(
                options,
                clientData,
                credential.id(),
                assertion,
                Optional.empty(),
                Optional.empty(),
                options.extensions()
                        .largeBlobWrite()
                        .map(asked -> Authentication.BlobWrite.not("U2F knows no large blobs")));
    }

    private static Bytes application(String rpIdOrAppId) {
        return Bytes.utf8(rpIdOrAppId).sha256();
    }

    private static void requireNothingNew(boolean discoverable, Need userVerification) {
        if (discoverable) {
            throw new TransportFault(Reason.UNSUPPORTED, "U2F keeps no discoverable credentials");
        }
        if (userVerification == Need.REQUIRED) {
            throw new TransportFault(Reason.UNSUPPORTED, "U2F verifies nobody by PIN or fingerprint");
        }
    }

    private Optional<CredentialDescriptor> find(List<CredentialDescriptor> all, Bytes application) {
        return all.stream()
                .filter(CredentialDescriptor::isPublicKey)
                .filter(each -> each.id().size() <= MAX_KEY_HANDLE)
                .filter(each -> client.knows(application, each.id(), exchanges.get()))
                .findFirst()
                .map(each -> CredentialDescriptor.of(each.id()));
    }

    /** In the form of WebAuthn Level 3 §6.5.6 (CTAP 2.3 §10.1). */
    private static AttestationObject attestation(U2fRegistration made, Bytes application) {
        Bytes point = made.publicKey();
        CoseKey key = CoseKey.p256(Algorithm.ES256.number(), point.slice(1, 33), point.from(33));
        AuthenticatorData authData = AuthenticatorData.of(
                application,
                AuthenticatorData.UP,
                0,
                Optional.of(new AttestedCredential(Aaguid.NONE, made.keyHandle(), key)),
                Optional.empty());
        CborMap statement = CborMap.builder()
                .put(SIG, made.signature())
                .put(X5C, List.of(made.certificate()))
                .build();
        return new AttestationObject(U2fAttestation.FMT, authData, statement);
    }
}
