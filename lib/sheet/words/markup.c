/* markup.c - writes texts and the figures in them in the sheet's language. */
#include "sheet/words/markup.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "chart/words/amounts.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "sheet/words/shown.h"
#include "text/format.h"

/* Joins a figure and its status mark, so that no line begins with the mark. */
#define NO_BREAK_SPACE "\xC2\xA0"
#define WORD_JOINER    "\xE2\x81\xA0"

/* Unicode's FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. Without them the "30.1%" behind
 * "$31.5 مىليارد, " would move to the left of that comma, and a status mark into the next figure. */
#define BEGIN_ISOLATE "\xE2\x81\xA8"
#define END_ISOLATE   "\xE2\x81\xA9"

/* Lines may be broken beside any Chinese or Japanese character: U+3000 and above, UTF-8 0xE3 and
 * above. */
static bool breaks_anywhere(const char *text)
{
    return (unsigned char)*text >= 0xE3;
}

const char *unbroken(struct arena *arena, const char *text)
{
    char *whole = text != NULL ? arena_take(arena, 4 * strlen(text) + 1, 1) : NULL;
    const char *end = text != NULL ? text + strlen(text) : NULL;
    size_t n = 0;

    while (whole != NULL && text < end) {
        const char *start = text;
        utf8_next(&text, end);
        if (*start == ' ') {
            memcpy(whole + n, NO_BREAK_SPACE, 2);
            n += 2;
            continue;
        }
        memcpy(whole + n, start, (size_t)(text - start));
        n += (size_t)(text - start);
        if (text < end && *text != ' ' && (breaks_anywhere(start) || breaks_anywhere(text))) {
            memcpy(whole + n, WORD_JOINER, 3);
            n += 3;
        }
    }
    return whole;
}

static const char *write_value(const struct markup_part *part, struct text *text,
                               struct arena *arena)
{
    if (isnan(part->observation.value))
        return format_word(text, WORD_NO_VALUE);

    const struct amount amount = amount_alone(part->series, &part->observation, part->decimals);

    return amount_text(text, arena, &amount, AMOUNT_WHOLE);
}

static const char *write_part(const struct markup_part *part, struct text *text,
                              struct arena *arena, sheaf_period own)
{
    switch (part->kind) {
    case MARKUP_TEXT:
        return part->text;
    case MARKUP_VALUE:
        return write_value(part, text, arena);
    case MARKUP_PERIOD:
        return period_words(text, arena, part->period, PERIOD_LONG);
    case MARKUP_OWN_PERIOD:
        if (!period_valid(own))
            return "";
        return unbroken(arena, period_words(text, arena, own, PERIOD_SHORT));
    }
    return "";
}

/* True for what Sheaf writes into an author's sentence, where languages from right to left meet
 * others. A label's own period is left as it is: it ends the label. */
static bool is_isolated(const struct markup_part *part, const struct text *text)
{
    return (part->kind == MARKUP_VALUE || part->kind == MARKUP_PERIOD) &&
           text_is_right_to_left(text);
}

char *markup_text(const struct markup *markup, struct text *text, struct arena *arena,
                  sheaf_period period)
{
    struct buffer joined;
    char *copy = NULL;

    if (markup->parts != NULL && markup->parts->next == NULL) {
        const char *only = write_part(markup->parts, text, arena, period);
        return only != NULL ? arena_string(arena, only) : NULL;
    }
    buffer_init(&joined, &arena->alloc, arena->error);
    for (const struct markup_part *part = markup->parts; part != NULL; part = part->next) {
        const char *words = write_part(part, text, arena, period);
        if (words == NULL)
            break;
        bool isolated = is_isolated(part, text);
        buffer_text(&joined, isolated ? BEGIN_ISOLATE : "");
        buffer_text(&joined, words);
        buffer_text(&joined, isolated ? END_ISOLATE : "");
    }
    if (!joined.failed && text_error(text)->status == SHEAF_OK)
        copy = arena_text(arena, joined.bytes, joined.length);
    buffer_free(&joined);
    return copy;
}

struct text_span *markup_spans(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct markup_styles *styles, size_t *n)
{
    size_t n_parts = 0;

    for (const struct markup_part *part = markup->parts; part != NULL; part = part->next)
        n_parts++;
    struct text_span *spans = arena_array(arena, struct text_span, 2 * n_parts);
    if (spans == NULL)
        return NULL;
    *n = 0;
    for (const struct markup_part *part = markup->parts; part != NULL; part = part->next) {
        const char *words = write_part(part, text, arena, (sheaf_period){ 0 });
        const char *flag = part->kind == MARKUP_VALUE
                               ? flags_text(flags_of(&part->observation, styles->flags), arena)
                               : "";
        if (words == NULL || flag == NULL)
            return NULL;
        bool isolated = is_isolated(part, text), alone = flag[0] == '\0';
        if (isolated)
            words = arena_format(arena, BEGIN_ISOLATE "%s%s", words, alone ? END_ISOLATE : "");
        if (!alone)
            flag = arena_format(arena, NO_BREAK_SPACE "%s%s", flag, isolated ? END_ISOLATE : "");
        if (words == NULL || flag == NULL)
            return NULL;
        spans[(*n)++] =
            (struct text_span){ words, part->strong ? styles->strong : styles->regular, NULL };
        if (alone)
            continue;
        spans[(*n)++] = (struct text_span){ flag, styles->flag, NULL };
    }
    return spans;
}

/* A character without ink: a space of any width, or one that only steers the text. */
static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0x7F || code == 0xA0 || code == 0xAD ||
           (code >= 0x2000 && code <= 0x200F) || (code >= 0x2028 && code <= 0x202F) ||
           (code >= 0x205F && code <= 0x206F) || code == 0x3000 || code == 0xFEFF;
}

bool markup_is_blank(const struct markup *markup)
{
    for (const struct markup_part *part = markup->parts; part != NULL; part = part->next) {
        if (part->kind != MARKUP_TEXT)
            return false;
        const char *at = part->text, *end = at + strlen(at);
        while (at < end)
            if (!is_blank(utf8_next(&at, end)))
                return false;
    }
    return true;
}

void markup_show(const struct markup *markup, struct shown *shown)
{
    for (; markup != NULL; markup = markup->next)
        for (const struct markup_part *part = markup->parts; part != NULL; part = part->next)
            if (part->kind == MARKUP_VALUE)
                shown_add(shown, part->series, &part->observation, NULL);
}
