package org.dealtracker.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes the body of a method may have where it is more than the {@value #ORDINARY} of all others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {
    long ORDINARY = 1 << 20;

    long value();
}
