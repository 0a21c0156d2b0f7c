package org.dealtracker.embedded;

/** The default database cannot start; the message is a plain sentence for the person who started the service. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
