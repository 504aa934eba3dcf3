package dev.seckey.ctap2.published;

import dev.seckey.ctap2.bytes.Bytes;

/** The examples of the CTAP specification (CTAP 2.0 §6.1 and §6.2; the later versions carry them on). */
public final class SpecificationExamples {
    public static final Bytes CLIENT_DATA_HASH =
            Bytes.fromHex("687134968222ec17202e42505f8ed2b16ae22f16bb05b88c25db9e602645f141");

    public static final Bytes USER_ID =
            Bytes.fromHex("3082019330820138a0030201023082019330820138a003020102308201933082");

    /** Without the user's icon, which CTAP 2.1 abolished. */
    public static final Bytes MAKE_CREDENTIAL = Bytes.fromHex("""
            01 a5
               01 5820 687134968222ec17202e42505f8ed2b16ae22f16bb05b88c25db9e602645f141
               02 a2 626964 6b6578616d706c652e636f6d
                     646e616d65 6441636d65
               03 a3 626964 5820 3082019330820138a0030201023082019330820138a003020102308201933082
                     646e616d65 766a6f686e70736d697468406578616d706c652e636f6d
                     6b646973706c61794e616d65 6d4a6f686e20502e20536d697468
               04 82 a2 63616c67 26 6474797065 6a7075626c69632d6b6579
                     a2 63616c67 390100 6474797065 6a7075626c69632d6b6579
               07 a1 62726b f5
            """);

    public static final Bytes FIRST_CREDENTIAL = Bytes.fromHex("""
            f22006de4f905af68a43942f024f2a5ece603d9c6d4b3df8be08ed01fc442646d034858ac75bed3fd580bf9808d94fcb
            ee82b9b2ef6677af0adcc35852ea6b9e
            """);

    public static final Bytes SECOND_CREDENTIAL = Bytes.fromHex("03".repeat(50));

    public static final Bytes GET_ASSERTION = Bytes.fromHex("""
            02 a4
               01 6b6578616d706c652e636f6d
               02 5820 687134968222ec17202e42505f8ed2b16ae22f16bb05b88c25db9e602645f141
               03 82 a2 626964 5840
                        f22006de4f905af68a43942f024f2a5ece603d9c6d4b3df8be08ed01fc442646
                        d034858ac75bed3fd580bf9808d94fcbee82b9b2ef6677af0adcc35852ea6b9e
                        6474797065 6a7075626c69632d6b6579
                     a2 626964 5832
                        0303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303
                        6474797065 6a7075626c69632d6b6579
               05 a1 627576 f5
            """);

    private SpecificationExamples() {}
}
