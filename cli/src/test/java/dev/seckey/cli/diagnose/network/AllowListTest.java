package dev.seckey.cli.diagnose.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.NetEntry;
import dev.seckey.cli.diagnose.network.AllowList.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTest {
    private static final Profile CIS2 = ProfileFile.named(Profile.NHS_CIS2);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            52.142.148.70/31                               | ALL
            52.142.148.0/24                                | ALL
            0.0.0.0/0                                      | ALL
            52.142.148.70, 52.142.148.71                   | ALL
            52.142.148.70-52.142.148.71                    | ALL
            52.142.148.60 - 52.142.148.80                  | ALL
            permit tcp 52.142.148.70 255.255.255.254 any   | ALL
            set address "cis2" 52.142.148.70/32;           | SOME
            from 52.142.148.71 only                        | SOME
            52.142.148.72/31                               | NONE
            52.142.148.7/31                                | NONE
            # 52.142.148.70/31                             | NONE
            152.142.148.70/31                              | NONE
            version 52.142.148.70.1                        | NONE
            2001:db8::/32                                  | NONE
            '{"cidr": ["10.0.0.0/8", "52.142.148.70/31"]}' | ALL
            """)
    void anyTextThatHasRangesWillDo(String text, Extent expected) {
        AddressRange wanted = AddressRange.parse("52.142.148.70/31").orElseThrow();
        assertEquals(expected, AllowList.of(text).extent(wanted));
    }

    @Test
    void rangesOfTheNewerProtocolAreCompared() {
        AddressRange wanted = AddressRange.parse("2001:db8:1::/48").orElseThrow();
        assertEquals(Extent.ALL, AllowList.of("allow 2001:db8::/32").extent(wanted));
        assertEquals(Extent.SOME, AllowList.of("allow 2001:db8:1:2::/64").extent(wanted));
        assertEquals(Extent.NONE, AllowList.of("0.0.0.0/0").extent(wanted));
    }

    @Test
    void eachRangeOfTheProfileHasItsAnswer() {
        AllowList half = AllowList.of("52.142.148.70/31\n51.143.231.183\n");
        Probed probed = Probed.run(new AllowListProbe(CIS2, half)).found(NetEntry.LET_IN, NetEntry.PARTLY_LET_IN);
        assertEquals("52.142.148.70/31, for back-channel logout", probed.seen(NetEntry.LET_IN));
        assertEquals("51.143.231.182/31, for back-channel logout", probed.seen(NetEntry.PARTLY_LET_IN));

        Probed.run(new AllowListProbe(CIS2, AllowList.of("192.0.2.0/24")))
                .found(NetEntry.NOT_LET_IN, NetEntry.NOT_LET_IN);
    }

    @Test
    void aTextWithoutRangesCannotTell() {
        Probed.run(new AllowListProbe(CIS2, AllowList.of("nothing here"))).found(NetEntry.EMPTY_ALLOW_LIST);
    }

    @Test
    void theBuiltInProfileIsThatOfCis2() {
        assertEquals(
                List.of("am.nhsidentity.spineservices.nhs.uk:443"),
                CIS2.endpoints().stream().map(Profile.Endpoint::place).toList());
        assertEquals(
                "[52.142.148.70/31, 51.143.231.182/31]",
                CIS2.inbound().get(0).ranges().toString());
    }
}
