package org.dealtracker.cite;

/**
 * A licence by its identifier in the SPDX licence list.
 *
 * @param id such as {@code CC-BY-4.0}; {@code LicenseRef-…} for one that is not in the list
 */
public record SpdxLicence(String id) {
    /** @throws IllegalArgumentException in a plain sentence, which stops the start */
    public SpdxLicence {
        id = id.strip();
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,99}")) {
            throw new IllegalArgumentException(
                    "DEALTRACKER_DATA_LICENCE must be the identifier of a licence in the list"
                            + " of SPDX, such as CC-BY-4.0; it is " + id + ".");
        }
    }

    /** Where the list says what it is; null for one that is not in it. */
    public String address() {
        return id.startsWith("LicenseRef-") ? null : "https://spdx.org/licenses/" + id;
    }

    @Override
    public String toString() {
        return id;
    }
}
