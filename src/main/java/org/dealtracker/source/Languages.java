package org.dealtracker.source;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.dealtracker.http.Form;

/** Language tags (BCP 47). */
public final class Languages {
    private Languages() {}

    public static String read(Form form, String name) {
        String tag = form.text(name, Form.NAME);
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            form.unacceptable(name, "'" + name + "' must be a language tag such as en, ar or zh-Hans (BCP 47).");
            return null;
        }
    }
}
