/* mask.c - finds what in a text is no markup: fields, escaped signs, brackets of no link, and what of
 * CommonMark is off.
 *
 * "**" opens and closes in turn, whatever stands beside it: CommonMark itself would not end
 * "**「中国」**增长" there. A letter on its inner side makes it do so. */
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/reader.h"
#include "sheet/words/reading.h"

enum { DEEPEST_BRACKET = 32 }; /* so that no text takes long */

struct masking {
    struct markup_reading *reading;
    struct masked *masked;
    const char *start, *at, *end;
    const struct field *around;
    const char *strong;       /* the "**" that is open; NULL: none */
    const char *dropped_from; /* the "][name]" of a reference link */
    const char *dropped_to;
};

static const struct text_mask nothing = { NULL, "", 0 };

static const struct sheet_scope *scope_of(const struct masking *masking)
{
    return masking->reading->scope;
}

static bool has_paragraphs(const struct masking *masking)
{
    return (masking->reading->flags & MARKUP_PARAGRAPHS) != 0;
}

static bool copy(struct masking *masking, size_t n)
{
    bool well = masked_copy(masking->masked, scope_of(masking), masking->at, n);

    masking->at += n;
    return well;
}

/* The n bytes as themselves, whatever they mean elsewhere; then goes on behind `skip` bytes. */
static bool put_literal(struct masking *masking, const char *bytes, size_t n, size_t skip)
{
    const struct text_mask mask = { NULL, bytes, n };
    bool well = masked_letter(masking->masked, scope_of(masking), masking->at, mask);

    masking->at += skip;
    return well;
}

static bool separate(struct masking *masking)
{
    return masked_letter(masking->masked, scope_of(masking), masking->at, nothing);
}

/* True of the '|' or '}' that ends a branch. */
static bool ends_branch(const struct masking *masking, const char *at)
{
    return masking->around != NULL && (*at == '|' || *at == '}');
}

static bool strong_is_closed(struct masking *masking)
{
    if (masking->strong == NULL)
        return true;
    scope_fail(scope_of(masking), masking->strong, 2, OPEN_STRONG_MISTAKE);
    return false;
}

/* Emphasis ------------------------------------------------------------------- */

static bool is_ascii_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/* Unicode's quotation marks, dashes, and the signs of Chinese and Arabic. */
static bool is_punctuation(uint32_t code)
{
    return (code < 0x80 && is_ascii_punctuation((char)code)) || (code >= 0xA1 && code <= 0xBF) ||
           code == 0x60C || code == 0x61B || code == 0x61F || (code >= 0x2010 && code <= 0x205E) ||
           (code >= 0x3001 && code <= 0x303F) || (code >= 0xFF01 && code <= 0xFF0F) ||
           (code >= 0xFF1A && code <= 0xFF20);
}

/* The character before or behind n bytes; a space at either end of the text. */
static uint32_t code_before(const struct masking *masking)
{
    const char *at = masking->at;

    if (at == masking->start)
        return ' ';
    do
        at--;
    while (at > masking->start && ((unsigned char)*at & 0xC0) == 0x80);
    return utf8_next(&at, masking->end);
}

static uint32_t code_behind(const struct masking *masking, size_t n)
{
    const char *at = masking->at + n;

    return at < masking->end ? utf8_next(&at, masking->end) : ' ';
}

static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0x3000;
}

static bool mask_one_star(struct masking *masking)
{
    uint32_t before = code_before(masking), behind = code_behind(masking, 1);
    bool opens = is_punctuation(behind) && !is_blank(before) && !is_punctuation(before);
    bool closes = is_punctuation(before) && !is_blank(behind) && !is_punctuation(behind);

    return (!closes || separate(masking)) && copy(masking, 1) && (!opens || separate(masking));
}

static bool mask_stars(struct masking *masking)
{
    size_t n = 0;

    while (masking->at + n < masking->end && masking->at[n] == '*')
        n++;
    if (n == 1)
        return mask_one_star(masking);
    if (n > 3)
        return copy(masking, n);
    if (masking->strong != NULL) {
        masking->strong = NULL;
        return separate(masking) && copy(masking, n);
    }
    masking->strong = masking->at;
    return copy(masking, n) && separate(masking);
}

/* Brackets ------------------------------------------------------------------- */

/* Behind the braces that begin here. */
static const char *skip_braces(const char *at, const char *end)
{
    int depth = 0;

    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '{')
            depth++;
        else if (*at == '}' && --depth == 0)
            return at + 1;
    }
    return end;
}

/* The bracket that closes the one at `at`, in the same paragraph and branch; NULL: none does. */
static const char *closing(const struct masking *masking, const char *at, char opening, char close)
{
    int depth = 0;

    while (at < masking->end && !(depth > 0 && ends_branch(masking, at))) {
        if (*at == '\\' && at + 1 < masking->end) {
            at += 2;
            continue;
        }
        if (*at == '{') {
            at = skip_braces(at, masking->end);
            continue;
        }
        if (*at == '\n' && at + 1 < masking->end &&
            memchr("\r\n", *skip_spaces(at, masking->end - 1), 2) != NULL)
            return NULL;
        depth += *at == opening ? 1 : *at == close ? -1 : 0;
        if (depth == 0)
            return at;
        if (depth > DEEPEST_BRACKET)
            return NULL;
        at++;
    }
    return NULL;
}

static bool starts_with(const char *at, const char *end, const char *word)
{
    size_t n = strlen(word);

    return (size_t)(end - at) >= n && memcmp(at, word, n) == 0;
}

/* The parentheses behind a link's words: an address, and perhaps a title in quotes. */
static bool check_address(struct masking *masking, const char *open)
{
    const char *close = closing(masking, open, '(', ')'), *at = open + 1;

    if (close == NULL) {
        scope_fail(scope_of(masking), open, 1,
                   "the '(' of this link is not closed; a sign itself is written '\\('");
        return false;
    }
    if (!starts_with(at, close, "https://") && !starts_with(at, close, "http://") &&
        !starts_with(at, close, "mailto:") && !starts_with(at, close, "#")) {
        scope_fail(scope_of(masking), at, (size_t)(close - at),
                   "a link's address begins with https://, http:// or mailto:, or is '#' and a "
                   "block's id");
        return false;
    }
    for (; at < close; at++) {
        if (*at == '{')
            at = skip_braces(at, close) - 1;
        else if (is_space(*at) && *skip_spaces(at, close) != '"') {
            scope_fail(scope_of(masking), at, 1, "an address has no spaces; write %%20");
            return false;
        } else if (is_space(*at))
            break;
    }
    return true;
}

static bool mask_footnote(struct masking *masking, const char *close)
{
    const char *name = masking->at + 2;
    size_t n = (size_t)(close - name);
    struct footnote *footnote = find_footnote(masking->reading, name, n);
    struct markup_part *part;

    if (masking->around != NULL || footnote == NULL) {
        scope_fail(scope_of(masking), masking->at, (size_t)(close + 1 - masking->at), "%s",
                   masking->around != NULL ? "a footnote's mark stands outside of braces"
                   : has_paragraphs(masking)
                       ? "no line of this text begins with this footnote's mark and ':'"
                       : "footnotes stand in text blocks only");
        return false;
    }
    part = arena_new(&scope_of(masking)->sheet->arena, struct markup_part);
    if (part == NULL)
        return false;
    footnote->is_used = true;
    part->kind = MARKUP_FOOTNOTE;
    part->note = footnote->note;
    const struct text_mask mask = { part, NULL, 0 };
    bool well = masked_letter(masking->masked, scope_of(masking), masking->at, mask);
    masking->at = close + 1;
    return well;
}

static bool mask_bracket(struct masking *masking)
{
    const char *at = masking->at, *close = closing(masking, at, '[', ']'), *behind;

    if (close == NULL) {
        scope_fail(scope_of(masking), at, 1,
                   "'[' is not closed; a bracket itself is written '\\['");
        return false;
    }
    if (at[1] == '^' && close > at + 2)
        return mask_footnote(masking, close);
    behind = close + 1;
    if (behind < masking->end && *behind == '(')
        return check_address(masking, behind) && copy(masking, 1);
    if (behind < masking->end && *behind == '[' && masking->dropped_from == NULL &&
        (behind + 1 == masking->end || behind[1] != '^')) {
        const char *end = closing(masking, behind, '[', ']');
        if (end != NULL) {
            scope_warn(scope_of(masking), at, (size_t)(end + 1 - at),
                       "a link is written [words](https://…); this one is shown as its words");
            masking->dropped_from = close;
            masking->dropped_to = end + 1;
            return put_literal(masking, "", 0, 1);
        }
    }
    return put_literal(masking, "[", 1, 1);
}

/* Lines ---------------------------------------------------------------------- */

static const char *end_of_line(const struct masking *masking)
{
    const char *end = memchr(masking->at, '\n', (size_t)(masking->end - masking->at));

    return end != NULL ? end : masking->end;
}

static size_t count_of(const char *at, const char *end, const char *signs)
{
    size_t n = 0;

    for (; at < end; at++)
        n += strchr(signs, *at) != NULL && *at != '\0';
    return n;
}

/* A line of CommonMark or its dialects that means nothing here; NULL: it means something. */
static const char *refusal(const char *at, const char *end, bool after_text)
{
    size_t n, dashes;

    at = skip_spaces(at, end);
    while (end > at && is_space(end[-1]))
        end--;
    n = (size_t)(end - at);
    dashes = count_of(at, end, "-");
    if (n >= 3 && (starts_with(at, end, "```") || starts_with(at, end, "~~~")))
        return "code is shown as any other text; this line is left out";
    if (n > 0 && (count_of(at, end, "=") == n || (dashes == n && (n > 1 || after_text))))
        return after_text ? "a line below words makes no heading; write '### ' before them"
                          : "rules are not drawn in texts; this line is left out";
    if (n >= 3 && (count_of(at, end, "* ") == n || count_of(at, end, "_ ") == n))
        return "rules are not drawn in texts; this line is left out";
    if (dashes >= 2 && count_of(at, end, "|") > 0 && count_of(at, end, "-|: ") == n)
        return "a text has no tables; use the block 'table'; this line is left out";
    return NULL;
}

static bool is_definition(const char *at, const char *end)
{
    const char *close;

    at = skip_spaces(at, end);
    if (at == end || *at != '[' || end - at < 4 || at[1] == '^')
        return false;
    close = memchr(at, ']', (size_t)(end - at));
    return close != NULL && end - close > 1 && close[1] == ':';
}

/* True of a bullet or number: a list's item, where what was open before ends. */
static bool begins_item(const char *at, const char *end)
{
    at = skip_spaces(at, end);
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return end - at > 1 && strchr("-+*.)", *at) != NULL && *at != '\0' && at[1] == ' ';
}

/* At the beginning of a line of a text with paragraphs. *done: the line is dealt with. */
static bool begin_line(struct masking *masking, bool *done)
{
    const struct footnote *footnote = footnote_at(masking->reading, masking->at);
    const char *end = end_of_line(masking), *line = masking->at;
    const bool is_blank_line = skip_spaces(line, end) == end;
    const char *before = line > masking->start + 1 ? line - 2 : NULL;
    const bool after_text = before != NULL && *before != '\n' && *before != '\r';

    *done = true;
    if (footnote != NULL) {
        masking->at = footnote->end;
        return strong_is_closed(masking) &&
               masked_copy(masking->masked, scope_of(masking), "\n", 1);
    }
    if (is_blank_line || begins_item(line, end)) {
        *done = false;
        return strong_is_closed(masking);
    }
    const char *why = refusal(line, end, after_text);
    if (why == NULL && is_definition(line, end))
        why = "a link is written [words](https://…); this line is left out";
    if (why != NULL) {
        scope_warn(scope_of(masking), line, (size_t)(end - line), why);
        masking->at = end < masking->end ? end + 1 : end;
        return true;
    }
    *done = false;
    return true;
}

/* Signs ---------------------------------------------------------------------- */

static bool mask_field(struct masking *masking)
{
    const char *at = masking->at, *next = at + 1;
    const struct markup_part *part;

    if (next < masking->end && *next == '{')
        return put_literal(masking, "{", 1, 2);
    if ((masking->reading->flags & MARKUP_CHART) && starts_with(at, masking->end, "{unit}"))
        return put_literal(masking, "{unit}", 6, 6); /* the chart replaces it */
    part = read_field(masking->reading, &next, masking->around);
    if (part == NULL)
        return false;
    const struct text_mask mask = { part, NULL, 0 };
    bool well = masked_letter(masking->masked, scope_of(masking), at, mask);
    masking->at = next;
    return well;
}

static bool mask_backslash(struct masking *masking)
{
    const char *next = masking->at + 1;

    if (next < masking->end && is_ascii_punctuation(*next))
        return put_literal(masking, next, 1, 2);
    if (next < masking->end && *next == '\n')
        return copy(masking, 2); /* a hard break */
    return put_literal(masking, "\\", 1, 1);
}

/* An apostrophe, as in Oʻzbekiston typed "O`zbekiston", is no code. */
static bool mask_backtick(struct masking *masking)
{
    uint32_t before = code_before(masking), behind = code_behind(masking, 1);

    if (!is_blank(before) && !is_punctuation(before) && !is_blank(behind) &&
        !is_punctuation(behind))
        return put_literal(masking, "`", 1, 1);
    return copy(masking, 1);
}

/* A space for the end of a line and those that begin the next one. */
static bool mask_line_end(struct masking *masking)
{
    if (!copy(masking, 1))
        return false;
    masking->masked->text.bytes[masking->masked->text.length - 1] = ' ';
    masking->at = skip_spaces(masking->at, masking->end);
    return true;
}

static bool mask_other(struct masking *masking)
{
    const char *at = masking->at, *next = at;
    uint32_t code = utf8_next(&next, masking->end);

    if (code >= FIRST_MASK)
        return put_literal(masking, at, (size_t)(next - at), (size_t)(next - at));
    if ((*at == '\n' || *at == '\r') && !has_paragraphs(masking))
        return mask_line_end(masking);
    return copy(masking, (size_t)(next - at));
}

static bool step(struct masking *masking)
{
    const char *at = masking->at;

    if (at == masking->dropped_from) {
        masking->at = masking->dropped_to;
        masking->dropped_from = NULL;
        return true;
    }
    switch (*at) {
    case '{':
        return mask_field(masking);
    case '}':
        return put_literal(masking, "}", 1, at + 1 < masking->end && at[1] == '}' ? 2 : 1);
    case '\\':
        return mask_backslash(masking);
    case '*':
        return mask_stars(masking);
    case '[':
        return mask_bracket(masking);
    case '`':
        return mask_backtick(masking);
    default:
        return mask_other(masking);
    }
}

/* The brace that ends the field; NULL: it does not end. */
static const char *end_of_field(const struct masking *masking, const char *at)
{
    int depth = 0;

    for (; at < masking->end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '{')
            depth++;
        else if (*at == '}' && --depth == 0)
            return at;
    }
    return NULL;
}

/* All mistakes of a text are told: notes this one, and goes on behind it. A lack of data is the block's. */
static bool go_on(struct masking *masking, const char *at)
{
    struct markup_reading *reading = masking->reading;
    struct spec_reader *reader = scope_of(masking)->reader;
    sheaf_sheet *sheet = scope_of(masking)->sheet;
    const char *end = *at == '{' ? end_of_field(masking, at) : at;

    if (reader == NULL || end == NULL || sheet_is_well(sheet))
        return false;
    if (sheet->is_nothing && reading->nothing.status == SHEAF_OK)
        reading->nothing = sheet->error;
    if (sheet->is_nothing)
        spec_forget_nothing(reader);
    else
        reading->is_wrong = spec_go_on(reader);
    masking->at = end + 1;
    return sheet_is_well(sheet);
}

bool mask_text(struct markup_reading *reading, struct masked *masked, const char **at,
               const char *end, const struct field *around)
{
    struct masking masking = {
        .reading = reading, .masked = masked, .start = *at, .at = *at, .end = end, .around = around
    };
    bool line_begins = true, well = true;

    while (well && masking.at < end && !ends_branch(&masking, masking.at)) {
        bool done = false;

        if (line_begins && has_paragraphs(&masking))
            well = begin_line(&masking, &done);
        if (!well || done)
            continue;
        const char *before = masking.at;
        well = step(&masking) || go_on(&masking, before);
        line_begins = masking.at > masking.start && masking.at[-1] == '\n';
    }
    *at = masking.at;
    return well && strong_is_closed(&masking);
}
