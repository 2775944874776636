/* itemize.c - cutting text where the direction, the script, the face or the style
 * changes. Text without right-to-left characters never meets the bidi algorithm. */
#include <string.h>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include "base/strings.h"
#include "text/paragraph.h"

enum { MOST_MARKS = 15 }; /* in one cluster; more start another */

static bool is_white_space(uint32_t code)
{
    switch (code) {
    case 0xA0: /* no-break spaces stay what they are */
    case 0x2007:
    case 0x202F:
        return false;
    default:
        return code == ' ' || u_isUWhiteSpace((UChar32)code);
    }
}

size_t clean_text(const char *utf8, size_t n, bool keep_lines, char *out)
{
    const char *at = utf8, *end = utf8 + n;
    size_t length = 0;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        if (code == UTF8_INVALID)
            code = 0xFFFD;
        if (code >= 0x20 && code < 0x7F) {
            out[length++] = (char)code;
        } else if (code == '\r' && at < end && *at == '\n') {
            continue;
        } else if (is_white_space(code) && code < 0x2000) {
            out[length++] = keep_lines && code == '\n' ? '\n' : ' ';
        } else if (code == 0x2028 || code == 0x2029) {
            out[length++] = keep_lines ? '\n' : ' ';
        } else if (u_charType((UChar32)code) != U_CONTROL_CHAR) {
            length += utf8_write(out + length, code);
        }
    }
    return length;
}

/* Belongs to the character before it: marks, joiners, variation selectors. */
static bool extends_cluster(uint32_t code)
{
    if (code < 0x300)
        return code == 0xAD;
    return (U_GET_GC_MASK((UChar32)code) & U_GC_M_MASK) != 0 ||
           u_hasBinaryProperty((UChar32)code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* An ASCII character that nothing joins: most of all text. */
static bool is_lone_ascii(const char *bytes, size_t length, size_t at)
{
    return at < length && (unsigned char)bytes[at] < 0x80 &&
           (at + 1 == length || (unsigned char)bytes[at + 1] < 0x80);
}

size_t cluster_end(const char *bytes, size_t length, size_t at)
{
    const char *next = bytes + at, *end = bytes + length;

    if (is_lone_ascii(bytes, length, at))
        return at + 1;
    utf8_next(&next, end);
    while (next < end) {
        const char *after = next;
        if (!extends_cluster(utf8_next(&after, end)))
            break;
        next = after;
    }
    return (size_t)(next - bytes);
}

size_t cluster_before(const char *bytes, size_t length, size_t at)
{
    while (at > 0) {
        do
            at--;
        while (at > 0 && ((unsigned char)bytes[at] & 0xC0) == 0x80);
        const char *next = bytes + at;
        if (!extends_cluster(utf8_next(&next, bytes + length)))
            break;
    }
    return at;
}

size_t trim_end(const char *bytes, size_t start, size_t end)
{
    while (end > start) {
        size_t before = end - 1;
        while (before > start && ((unsigned char)bytes[before] & 0xC0) == 0x80)
            before--;
        const char *at = bytes + before;
        if (!is_white_space(utf8_next(&at, bytes + end)))
            break;
        end = before;
    }
    return end;
}

/* Direction ---------------------------------------------------------------- */

static bool is_right_to_left(uint32_t code)
{
    if (code < 0x590)
        return false;
    switch (u_charDirection((UChar32)code)) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
        return true;
    default:
        return false;
    }
}

static bool has_right_to_left(const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;

    /* U+0590, the first of them, is D6 90. */
    while (at < end && (unsigned char)*at < 0xD6)
        at++;
    while (at < end)
        if (is_right_to_left(utf8_next(&at, end)))
            return true;
    return false;
}

/* Bidi works on UTF-16; levels come back a byte of the UTF-8. */
static bool levels_of(struct paragraph *paragraph, UBiDiLevel base, uint8_t *levels)
{
    const char *at = paragraph->bytes, *end = at + paragraph->length;
    UChar *wide = arena_array(paragraph->work, UChar, paragraph->length + 1);
    int32_t n = 0;
    UErrorCode status = U_ZERO_ERROR;

    if (wide == NULL)
        return false;
    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        U16_APPEND_UNSAFE(wide, n, (UChar32)code);
    }
    UBiDi *bidi = ubidi_open();
    const UBiDiLevel *wide_levels = NULL;
    if (bidi != NULL) {
        ubidi_setPara(bidi, wide, n, base, NULL, &status);
        wide_levels = ubidi_getLevels(bidi, &status);
    }
    if (wide_levels == NULL || U_FAILURE(status)) {
        ubidi_close(bidi);
        fail_memory(paragraph->text->error);
        return false;
    }
    int32_t index = 0;
    for (at = paragraph->bytes; at < end;) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);
        memset(levels + (start - paragraph->bytes), wide_levels[index], (size_t)(at - start));
        index += U16_LENGTH(code);
    }
    paragraph->right_to_left = (ubidi_getParaLevel(bidi) & 1) != 0;
    ubidi_close(bidi);
    return true;
}

/* The direction that most letters have, or else the locale's: an English sentence
 * that begins with a Uyghur name stays English, and the other way round. But what
 * begins in a leftward locale's own script is its own, however many foreign names
 * follow: "source: Kazinform News Agency". */
static UBiDiLevel prevailing_level(const struct paragraph *paragraph)
{
    const char *at = paragraph->bytes, *end = at + paragraph->length;
    size_t rightwards = 0, leftwards = 0;

    while (at < end) {
        UCharDirection direction = u_charDirection((UChar32)utf8_next(&at, end));
        bool leftward = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
        if (leftward && rightwards + leftwards == 0 && paragraph->text->engine->right_to_left)
            return UBIDI_RTL;
        rightwards += direction == U_LEFT_TO_RIGHT;
        leftwards += leftward;
    }
    if (rightwards == leftwards)
        return paragraph->text->engine->right_to_left ? UBIDI_RTL : UBIDI_LTR;
    return leftwards > rightwards ? UBIDI_RTL : UBIDI_LTR;
}

/* NULL and *simple: all of it is left to right. */
static const uint8_t *find_levels(struct paragraph *paragraph, enum direction direction,
                                  bool *simple)
{
    *simple =
        direction != DIRECTION_LEFTWARDS && !has_right_to_left(paragraph->bytes, paragraph->length);
    if (*simple)
        return NULL;
    UBiDiLevel base = direction == DIRECTION_FOUND       ? prevailing_level(paragraph)
                      : direction == DIRECTION_LEFTWARDS ? UBIDI_RTL
                                                         : UBIDI_LTR;
    uint8_t *levels = arena_array(paragraph->work, uint8_t, paragraph->length);
    return levels != NULL && levels_of(paragraph, base, levels) ? levels : NULL;
}

/* Items -------------------------------------------------------------------- */

static hb_script_t script_of(uint32_t code)
{
    if (code < 0x80) {
        uint32_t letter = code | 0x20;
        return letter >= 'a' && letter <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    return hb_unicode_script(hb_unicode_funcs_get_default(), code);
}

static bool is_shared(hb_script_t script)
{
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

/* Makes the item part of the one before it where both are shaped alike; spaces
 * take the face of what follows them if nothing before them has given them one. */
static bool join_item(struct item *last, const struct item *item)
{
    static const uint32_t space = ' ';

    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): where there are items, there is an array */
    if (last->level != item->level || last->stretch != item->stretch || last->is_missing ||
        item->is_missing)
        return false;
    if (last->is_blank && last->face != item->face && face_covers(item->face, &space, 1))
        last->face = item->face;
    if (last->face != item->face ||
        (!is_shared(item->script) && !is_shared(last->script) && last->script != item->script))
        return false;
    if (is_shared(last->script))
        last->script = item->script;
    last->is_blank = last->is_blank && item->is_blank;
    last->is_plain = last->is_plain && item->is_plain;
    last->end = item->end;
    return true;
}

static bool add_item(struct paragraph *paragraph, struct item item)
{
    if (paragraph->n_items > 0 && join_item(&paragraph->items[paragraph->n_items - 1], &item))
        return true;
    if (paragraph->n_items == paragraph->item_capacity) {
        size_t capacity = paragraph->item_capacity == 0 ? 8 : 2 * paragraph->item_capacity;
        struct item *larger = arena_array(paragraph->work, struct item, capacity);
        if (larger == NULL)
            return false;
        if (paragraph->n_items > 0)
            memcpy(larger, paragraph->items, paragraph->n_items * sizeof *larger);
        paragraph->items = larger;
        paragraph->item_capacity = capacity;
    }
    paragraph->items[paragraph->n_items++] = item;
    return true;
}

/* Spaces, and the punctuation that Han and Arabic faces draw their own way, stay in
 * the face of the text before them. */
static bool stays(struct face *face, const struct face *own, hb_script_t script,
                  const uint32_t *codes, size_t n)
{
    return face != NULL && face != own && is_shared(script) &&
           (codes[0] == ' ' || codes[0] >= 0x80) && !u_isdigit((UChar32)codes[0]) &&
           face_covers(face, codes, n);
}

bool is_plain_code(uint32_t code)
{
    return code < 0x300 || (code >= 0x370 && code < 0x483) || (code >= 0x48A && code < 0x530) ||
           (code >= 0x2010 && code < 0x2060) || (code >= 0x20A0 && code < 0x20D0) ||
           (code >= 0x2190 && code < 0x2600);
}

/* One cluster of at most MOST_MARKS marks becomes an item, or joins the last one. */
static size_t itemize_cluster(struct paragraph *paragraph, size_t at, size_t end, uint8_t level,
                              const struct stretch *stretch)
{
    uint32_t codes[1 + MOST_MARKS];
    size_t ends[1 + MOST_MARKS], n = 0;
    const char *next = paragraph->bytes + at;
    struct text *text = paragraph->text;

    do {
        codes[n] = utf8_next(&next, paragraph->bytes + end);
        ends[n++] = (size_t)(next - paragraph->bytes);
    } while (next < paragraph->bytes + end && n < 1 + MOST_MARKS);
    hb_script_t script = script_of(codes[0]);
    struct item *last = paragraph->n_items > 0 ? &paragraph->items[paragraph->n_items - 1] : NULL;
    struct face *own = faces_of_style(text, stretch->style);
    bool goes_on = last != NULL && last->stretch == stretch && last->level == level;
    struct face *before = goes_on ? last->face : NULL;
    bool is_missing = false;
    struct face *face = own == NULL ? NULL
                        : stays(before, own, script, codes, n)
                            ? before
                            : faces_for(text, stretch->style, codes, &n, &is_missing);
    if (face == NULL)
        return 0;
    struct item item = { .start = at,
                         .end = ends[n - 1],
                         .face = face,
                         .script = script,
                         .level = level,
                         .is_blank = codes[0] == ' ' && n == 1,
                         .is_missing = is_missing,
                         .is_plain = face->is_linked && n == 1 && is_plain_code(codes[0]),
                         .stretch = stretch };
    return add_item(paragraph, item) ? item.end : 0;
}

/* Lengthens the last item by the characters that follow it in the same manner, as far as
 * they are ASCII: what itemize_cluster would do for each of them. Returns their end. */
static size_t lengthen_item(struct paragraph *paragraph, size_t at, const struct stretch *stretch,
                            const uint8_t *levels)
{
    struct item *last = &paragraph->items[paragraph->n_items - 1];
    struct face *face = last->face;

    if (last->is_missing || !face->is_linked ||
        face != faces_of_style(paragraph->text, stretch->style))
        return at;
    while (at < stretch->end && is_lone_ascii(paragraph->bytes, stretch->end, at)) {
        uint32_t code = (unsigned char)paragraph->bytes[at];
        hb_script_t script = script_of(code);
        if ((levels != NULL && levels[at] != last->level) || !face_covers(face, &code, 1) ||
            (!is_shared(script) && !is_shared(last->script) && script != last->script))
            break;
        if (is_shared(last->script))
            last->script = script;
        last->is_blank = last->is_blank && code == ' ';
        last->end = ++at;
    }
    return at;
}

/* What has no script of its own takes that of its neighbour; numbers alone are
 * shaped as Latin. */
static void settle_scripts(struct paragraph *paragraph)
{
    hb_script_t known = HB_SCRIPT_LATIN;

    for (size_t i = 0; i < paragraph->n_items; i++) {
        if (is_shared(paragraph->items[i].script))
            paragraph->items[i].script = known;
        known = paragraph->items[i].script;
    }
}

bool paragraph_itemize(struct paragraph *paragraph, struct text *text, struct arena *work,
                       const char *bytes, size_t length, const struct stretch *stretches,
                       size_t n_stretches, enum direction direction)
{
    bool simple;
    size_t at = 0;

    *paragraph = (struct paragraph){ .text = text,
                                     .work = work,
                                     .bytes = bytes,
                                     .length = length,
                                     .stretches = stretches,
                                     .n_stretches = n_stretches };
    if (!paragraph_split_foreign(paragraph))
        return false;
    stretches = paragraph->stretches;
    const uint8_t *levels = find_levels(paragraph, direction, &simple);
    if (levels == NULL && !simple)
        return false;
    while (at < length) {
        while (stretches->end <= at)
            stretches++;
        size_t end = cluster_end(bytes, stretches->end, at);
        at = itemize_cluster(paragraph, at, end, simple ? 0 : levels[at], stretches);
        if (at == 0)
            return false;
        at = lengthen_item(paragraph, at, stretches, levels);
    }
    settle_scripts(paragraph);
    return true;
}
