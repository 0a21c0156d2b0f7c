package org.dealtracker.assessment;

import org.dealtracker.http.Code;

/** The regions of the world by their three digits in the United Nations' M49 standard. */
public enum Region implements Code {
    WORLD("001", "The world."),
    AFRICA("002", "Africa."),
    NORTHERN_AFRICA("015", "Northern Africa."),
    SUB_SAHARAN_AFRICA("202", "Sub-Saharan Africa."),
    EASTERN_AFRICA("014", "Eastern Africa."),
    MIDDLE_AFRICA("017", "Middle Africa."),
    SOUTHERN_AFRICA("018", "Southern Africa."),
    WESTERN_AFRICA("011", "Western Africa."),
    AMERICAS("019", "The Americas."),
    NORTH_AMERICA("003", "North America."),
    NORTHERN_AMERICA("021", "Northern America."),
    LATIN_AMERICA_AND_THE_CARIBBEAN("419", "Latin America and the Caribbean."),
    CARIBBEAN("029", "The Caribbean."),
    CENTRAL_AMERICA("013", "Central America."),
    SOUTH_AMERICA("005", "South America."),
    ASIA("142", "Asia."),
    CENTRAL_ASIA("143", "Central Asia."),
    EASTERN_ASIA("030", "Eastern Asia."),
    SOUTH_EASTERN_ASIA("035", "South-eastern Asia."),
    SOUTHERN_ASIA("034", "Southern Asia."),
    WESTERN_ASIA("145", "Western Asia."),
    EUROPE("150", "Europe."),
    EASTERN_EUROPE("151", "Eastern Europe."),
    NORTHERN_EUROPE("154", "Northern Europe."),
    SOUTHERN_EUROPE("039", "Southern Europe."),
    WESTERN_EUROPE("155", "Western Europe."),
    OCEANIA("009", "Oceania."),
    AUSTRALIA_AND_NEW_ZEALAND("053", "Australia and New Zealand."),
    MELANESIA("054", "Melanesia."),
    MICRONESIA("057", "Micronesia."),
    POLYNESIA("061", "Polynesia."),
    ANTARCTICA("010", "Antarctica.");

    private final String code;
    private final String definition;

    Region(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String definition() {
        return definition;
    }

    static boolean isOne(String text) {
        return Code.of(Region.class, text) != null;
    }
}
