package org.dealtracker.log;

import jakarta.ws.rs.BeanParam;
import org.dealtracker.http.AddressedRequest;

/** What every GET of a record or list may say: as of when, and what the client holds already. */
public class ReadRequest extends AddressedRequest {
    @BeanParam
    Clocks clocks;
}
