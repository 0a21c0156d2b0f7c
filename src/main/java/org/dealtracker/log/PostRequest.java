package org.dealtracker.log;

import jakarta.ws.rs.BeanParam;

/** What a POST of a record, or to one, may say: why, and that it may be a repetition. */
public class PostRequest extends WhyRequest {
    @BeanParam
    OnceRequest once;
}
