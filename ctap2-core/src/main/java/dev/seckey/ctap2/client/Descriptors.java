package dev.seckey.ctap2.client;

import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.CredentialDescriptor;
import java.util.List;

/** Lists of PublicKeyCredentialDescriptorJSON. */
final class Descriptors {
    private Descriptors() {}

    static List<CredentialDescriptor> from(JsonObject in, String name) {
        return in.objects(name).stream()
                .map(each -> new CredentialDescriptor(
                        each.requireText("type"), each.requireBytes("id"), each.texts("transports")))
                .toList();
    }
}
