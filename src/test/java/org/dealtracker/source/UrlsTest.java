package org.dealtracker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://Example.com/a/ | http://www.example.com/a",
                "https://example.com:443/a#top | https://example.com/a",
                "https://example.com/%7euser | https://example.com/~user",
                "https://example.com/a%2fb | https://example.com/a%2Fb",
                "https://exämple.com/ü?q=é | https://xn--exmple-cua.com/%C3%BC?q=%C3%A9",
                "https://example.com/a?utm_source=x&id=1 | https://example.com/a?id=1",
                "https://example.com | https://example.com/",
            })
    void onePageHasOneSpelling(String one, String other) {
        assertThat(Urls.normalised(one)).isEqualTo(Urls.normalised(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/a | https://example.com/b",
                "https://example.com/a?id=1 | https://example.com/a?id=2",
                "https://example.com/a%2Fb | https://example.com/a/b",
                "https://example.com:8443/a | https://example.com/a",
            })
    void differentPagesStayDifferent(String one, String other) {
        assertThat(Urls.normalised(one)).isNotEqualTo(Urls.normalised(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com/a",
                "ftp://example.com/a",
                "https:///a",
                "https://a b.com/",
                "https://example.com/%zz",
                "javascript:alert(1)"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> Urls.normalised(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
