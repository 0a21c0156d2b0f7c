package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CursorTest {
    @Property
    void whatWasEncodedIsDecoded(@ForAll @Size(max = 200) byte[] content) {
        String cursor = Cursor.encode(content);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode("since", cursor)).isEqualTo(content);
    }

    @Property
    void aCursorWithOneCharacterChangedIsRefused(@ForAll @Size(min = 1, max = 60) byte[] content, @ForAll int where) {
        char[] cursor = Cursor.encode(content).toCharArray();
        int at = Math.floorMod(where, cursor.length);
        cursor[at] = cursor[at] == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> Cursor.decode("since", new String(cursor)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThatThrownBy(() -> Cursor.decode("cursor", text)).isInstanceOf(Problem.class);
    }
}
