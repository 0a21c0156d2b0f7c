package org.dealtracker.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every kind of problem that the service answers with. The name in {@code lower-kebab-case} is the last part of the
 * problem's {@code type}, a URL path that stays the same for ever (RFC 9457, section 3.1.1) and answers with a page that
 * explains it.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request is malformed",
            "The body is no JSON object, a member is unknown or of the wrong JSON type, or a parameter cannot be read.",
            "Correct what errors names, every entry of it, and send the request again.",
            Member.ERRORS),
    UNAUTHORIZED(
            401,
            "A valid key is needed",
            "The request writes, and carries no key or one that is not known here.",
            "Send Authorization: Bearer <key>; whoever runs the service gives keys out."),
    FORBIDDEN(
            403,
            "This key may not do that",
            "The key is known, but its role does not allow this request.",
            "Use a key whose role allows it."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "No resource has this address, or the record did not exist at the moment that was asked about.",
            "Check the address; leave asOf and asOfSeq out to ask about the present."),
    METHOD_NOT_ALLOWED(
            405,
            "This method is not available here",
            "The address exists but does not answer to this method.",
            "Use one of the methods that the header Allow names."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted formats is available",
            "The address answers in none of the formats that Accept names.",
            "Ask for application/json, or leave Accept out."),
    REQUEST_TIMEOUT(
            408,
            "The request took too long to arrive",
            "The connection stood still before the whole request was here.",
            "Send the request again."),
    CONFLICT(
            409,
            "The request conflicts with what the register holds",
            "The request is right in itself, but not beside what is recorded already.",
            "Read the record again and decide anew."),
    DUPLICATE(
            409,
            "The register already holds this",
            "A slug, or a source's address or digest, belongs to another record, or a name to another release.",
            "Use what is there, or choose another slug or name.",
            Member.EXISTING),
    IN_USE(
            409,
            "Other records still rest on this one",
            "A record that live records refer to cannot be deleted.",
            "Change or delete those first that usedBy names.",
            Member.USED_BY),
    TRANSITION_REFUSED(
            409,
            "The agreement cannot move there from its stage",
            "The table of stages has no such transition on that day.",
            "Choose one of the stages in allowed; if the record was wrong, send a correction instead of a transition.",
            Member.FROM,
            Member.TO,
            Member.NEXT,
            Member.ALLOWED),
    GONE(
            410,
            "This record was deleted",
            "The record was deleted, or the claim retracted.",
            "Its history, and the record as of an earlier moment, can still be read.",
            Member.TOMBSTONE),
    CURSOR_GONE(
            410,
            "This cursor speaks of a history that is no longer here",
            "The register was replaced or restored from an older copy after the cursor was given.",
            "Begin again without a cursor, and drop what was read with it."),
    STALE_REVISION(
            412,
            "The record has changed since it was read",
            "If-Match names another revision than the current one.",
            "Read the record, repeat the change on what it says now, and send its new ETag."),
    TOO_LARGE(
            413,
            "The request is too large",
            "The body is larger than this service reads.",
            "Send less at once; claims can be added one by one."),
    URI_TOO_LONG(414, "The address is too long", "The request's first line is longer than is read.", "Ask for less."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "This format is not accepted",
            "Content-Type names a format that this address does not read.",
            "Send application/json, and PATCH as application/merge-patch+json."),
    RANGE_NOT_SATISFIABLE(
            416,
            "No byte of the file lies there",
            "Range asks for bytes behind the end of the file.",
            "Ask for bytes before the length that Content-Range names, or for the whole without Range."),
    UNACCEPTABLE_CONTENT(
            422,
            "The content is well-formed but not acceptable",
            "A code is unknown, a claim has no citation, a value contradicts itself, a reason is missing.",
            "Correct what errors names, every entry of it, and send the request again.",
            Member.ERRORS),
    PRECONDITION_REQUIRED(
            428,
            "The request must say which revision it changes",
            "Whoever changes a record says on which revision, so that no change is lost.",
            "Send If-Match with the ETag of the revision that was read."),
    TOO_MANY_REQUESTS(
            429, "Too many requests", "More requests came than one client may send.", "Wait as Retry-After says."),
    HEADERS_TOO_LARGE(
            431,
            "The request's headers are too large",
            "The headers together are longer than is read.",
            "Send shorter ones; a long reason can stand in the body as changeReason."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "The service failed; the fault is its own.",
            "Tell whoever runs the service the id.",
            Member.ID),
    UNAVAILABLE(
            503,
            "The register cannot answer at the moment",
            "The database is busy or away.",
            "Send the request again after the seconds that Retry-After names.");

    public static final String BASE = "/api/problems/";

    /** What a problem may say beyond the members that all have (RFC 9457, section 3.2). */
    public enum Member {
        ERRORS("Everything that is wrong: for each a pointer (or a parameter's name) and a sentence."),
        EXISTING("The address of what is there already."),
        USED_BY("The records that refer to this one."),
        FROM("The stage before the refused transition."),
        TO("The stage that was asked for."),
        NEXT("The stage after it, when the transition was back-dated."),
        ALLOWED("The stages that a transition may go on to on that day."),
        TOMBSTONE("What is left of a deleted record: its names, when it was deleted and why."),
        ID("What to look for in the service's log.");

        private final String definition;

        Member(String definition) {
            this.definition = definition;
        }

        /** As it stands in the body. */
        public String member() {
            return this == USED_BY ? "usedBy" : name().toLowerCase(Locale.ROOT);
        }

        public String definition() {
            return definition;
        }
    }

    private final int status;
    private final String title;
    private final String meaning;
    private final String whatToDo;
    private final List<Member> members;

    ProblemType(int status, String title, String meaning, String whatToDo, Member... members) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.whatToDo = whatToDo;
        this.members = List.of(members);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** When it is sent, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What a client can do about it, in one sentence. */
    public String whatToDo() {
        return whatToDo;
    }

    /** The members that a problem of this type may have beyond those of all. */
    public List<Member> members() {
        return members;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem's {@code type}: a path relative to the service. */
    public String path() {
        return BASE + code();
    }

    static ProblemType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The general type of a status that the framework chose. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    }
}
