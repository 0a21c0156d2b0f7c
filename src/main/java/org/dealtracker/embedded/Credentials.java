package org.dealtracker.embedded;

/** A login. It may be printed: the password is not part of the text. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
