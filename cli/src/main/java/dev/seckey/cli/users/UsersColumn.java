package dev.seckey.cli.users;

import dev.seckey.cli.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a column of a users' file may hold, and what it is usually called. */
public enum UsersColumn {
    NAME("name", "fullname", "displayname", "employeename", "staffname", "person", "employee"),
    FIRST_NAME("firstname", "givenname", "forename"),
    LAST_NAME("lastname", "surname", "familyname"),
    ID(
            "id",
            "userid",
            "username",
            "uid",
            "login",
            "account",
            "employeeid",
            "employeenumber",
            "employeeno",
            "staffid",
            "staffnumber",
            "staffno",
            "personid",
            "personnelnumber",
            "payrollnumber",
            "esrnumber",
            "uuid",
            "useruuid",
            "samaccountname",
            "upn",
            "userprincipalname"),
    EMAIL("email", "emailaddress", "mail", "workemail"),
    PIN("pin", "newpin", "pincode");

    private final Set<String> names;

    UsersColumn(String... names) {
        this.names = Set.of(names);
    }

    /** Whether a header is one of its usual names; case, spaces and signs do not count. */
    boolean isCalled(String header) {
        return names.contains(bare(header));
    }

    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** By the name that the command line gives it: name, first-name, last-name, id, email, pin. */
    static UsersColumn of(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "a users' file has no column \"" + text.strip() + "\"",
                        "there are name, first-name, last-name, id, email and pin"));
    }
}
