package dev.seckey.cli.ledger;

import dev.seckey.ctap2.fault.FileFault;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What SQLite and PostgreSQL do not have in common. */
interface Database {
    /** How to call it in messages; never with a password in it. */
    String title();

    /** Makes connections that answer in a bounded time. */
    DataSource source() throws SQLException;

    /** The folder of migrations that are its own, beside the common ones. */
    String dialect();

    /** The statement that begins a transaction in which rows will be added. */
    String begin();

    /** Two transactions came into each other's way: the same again may well succeed. */
    boolean isCollision(SQLException e);

    /** What failed in words, and what to do about it. */
    FileFault fault(String doing, SQLException e);
}
