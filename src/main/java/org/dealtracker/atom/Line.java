package org.dealtracker.atom;

/**
 * One thing that an entry changed, as a sentence without its full stop.
 *
 * @param weight what matters most is told first
 */
record Line(Weight weight, String text) {
    /** How much it matters, most first. */
    enum Weight {
        FATE,
        STAGE,
        TAKEN_BACK,
        FIGURE,
        CLAIM,
        DERIVED,
        CITATION,
        MEMBER,
        REMARK
    }
}
