package org.dealtracker.log;

import java.sql.SQLException;

/** The database failed where no session stood between; the answer is told from its cause. */
public final class StorageException extends RuntimeException {
    StorageException(SQLException cause) {
        super(cause);
    }
}
