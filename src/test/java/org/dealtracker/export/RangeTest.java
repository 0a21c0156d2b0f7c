package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bytes of a file are asked for, as RFC 9110 has it. */
class RangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=90-5000, 90, 99",
        "bytes=99-, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-30, 70, 99",
        "bytes=-5000, 0, 99",
        "bytes= 5-6 , 5, 6",
    })
    void oneRangeIsOfSomeBytes(String header, long first, long last) {
        assertThat(Range.of(header, 100)).isEqualTo(new Range(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void behindTheEndIsNothing(String header) {
        assertThat(Range.of(header, 100)).isSameAs(Range.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=9-3",
                "bytes=a-b",
                "bytes=0-1,5-6",
                "items=0-5",
                "bytes 0-5",
                "bytes=0-99999999999999999999999",
                ""
            })
    void whatCannotBeReadIsIgnored(String header) {
        assertThat(Range.of(header, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-5", "bytes=0-0"})
    void anEmptyFileHasNoByteToGive(String header) {
        assertThat(Range.of(header, 0)).isSameAs(Range.NONE);
    }
}
