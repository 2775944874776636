/* markup_read.c - reads text with **strong** words and {figures} in it. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "chart/words/amounts.h"
#include "period/period.h"
#include "series/rounding.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/reader.h"
#include "sheet/words/markup.h"

struct markup_reading {
    const struct sheet_scope *scope;
    unsigned flags;
    const char *at, *end;
    bool strong;
    const char *strong_start;
    struct markup *first, *current;
    struct markup_part **last;
    const char *literal; /* start of the text that is not yet a part */
};

sheaf_status scope_fail(const struct sheet_scope *scope, const char *at, size_t n,
                        const char *format, ...)
{
    char message[sizeof scope->sheet->error.message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (scope->reader == NULL)
        return fail(&scope->sheet->error, SHEAF_BAD_ARGUMENT, "%s", message);
    const struct document *document =
        scope->document != NULL ? scope->document : &scope->reader->document;
    return document_fail(document, &scope->sheet->error,
                         document_place_within(document, scope->node, at, n), "%s", message);
}

static bool begin_paragraph(struct markup_reading *reading)
{
    struct markup *markup = arena_new(&reading->scope->sheet->arena, struct markup);

    if (markup == NULL)
        return false;
    if (reading->current != NULL)
        reading->current->next = markup;
    else
        reading->first = markup;
    markup->language = reading->scope->language;
    reading->current = markup;
    reading->last = &markup->parts;
    return true;
}

static struct markup_part *add_part(struct markup_reading *reading, enum markup_kind kind)
{
    if (reading->current == NULL && !begin_paragraph(reading))
        return NULL;
    struct markup_part *part = arena_new(&reading->scope->sheet->arena, struct markup_part);
    if (part == NULL)
        return NULL;
    part->kind = kind;
    part->strong = reading->strong;
    *reading->last = part;
    reading->last = &part->next;
    return part;
}

/* Makes the text since the last part a part of its own, with spaces for line ends. */
static bool flush(struct markup_reading *reading, const char *end)
{
    const char *start = reading->literal;

    if (end <= start)
        return true;
    struct markup_part *part = add_part(reading, MARKUP_TEXT);
    if (part == NULL)
        return false;
    char *copy = arena_text(&reading->scope->sheet->arena, start, (size_t)(end - start));
    if (copy == NULL)
        return false;
    for (char *c = copy; *c != '\0'; c++)
        if (*c == '\n' || *c == '\r' || *c == '\t')
            *c = ' ';
    part->text = copy;
    return true;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *skip_spaces(const char *at, const char *end)
{
    while (at < end && is_space(*at))
        at++;
    return at;
}

/* {period} and {unit} of what the text labels; true when it was one. */
static bool read_own(struct markup_reading *reading, const char *text, size_t n, bool *well)
{
    if ((reading->flags & MARKUP_LABEL) && string_is(text, n, "period")) {
        *well = add_part(reading, MARKUP_OWN_PERIOD) != NULL;
        return true;
    }
    return false;
}

static bool read_period(struct markup_reading *reading, const char *text, size_t n)
{
    sheaf_period period;

    if (!scope_period(reading->scope, text, n, &period))
        return false;
    struct markup_part *part = add_part(reading, MARKUP_PERIOD);
    if (part == NULL)
        return false;
    part->period = period;
    return true;
}

/* Finds the comma of ", decimals: 2" behind a value; NULL: there is none. All other commas are
 * within brackets or quotes. */
static const char *find_decimals(const char *text, size_t n)
{
    static const char word[] = "decimals:";
    const char *comma = NULL;

    for (const char *at = text; at < text + n; at++)
        if (*at == ',')
            comma = at;
    if (comma == NULL)
        return NULL;
    const char *next = skip_spaces(comma + 1, text + n);
    size_t left = (size_t)(text + n - next);
    return left >= sizeof word - 1 && memcmp(next, word, sizeof word - 1) == 0 &&
                   memchr(next, ')', left) == NULL
               ? comma
               : NULL;
}

static bool read_decimals(struct markup_reading *reading, const char *text, size_t n,
                          size_t *value_length, int *decimals)
{
    const char *comma = find_decimals(text, n), *end = text + n;
    int64_t number;

    *decimals = DECIMALS_FOR_PEOPLE;
    *value_length = n;
    if (comma == NULL)
        return true;
    const char *digits = skip_spaces(strchr(comma, ':') + 1, end);
    if (!number_read_integer(digits, (size_t)(end - digits), 0, MOST_DECIMALS, &number)) {
        scope_fail(reading->scope, digits, (size_t)(end - digits), DECIMALS_MISTAKE, MOST_DECIMALS);
        return false;
    }
    *decimals = (int)number;
    *value_length = (size_t)(comma - text);
    return true;
}

static bool read_value(struct markup_reading *reading, const char *text, size_t n)
{
    const sheaf_series *series;
    sheaf_observation observation;
    int decimals;

    if (!read_decimals(reading, text, n, &n, &decimals))
        return false;
    if (!evaluate_observation(reading->scope, text, n, &series, &observation))
        return false;
    struct markup_part *part = add_part(reading, MARKUP_VALUE);
    if (part == NULL)
        return false;
    part->series = series;
    part->observation = observation;
    part->decimals = decimals;
    return true;
}

/* Reads the content of braces; open is the first brace. */
static bool read_braces(struct markup_reading *reading, const char *open)
{
    const char *close = memchr(open, '}', (size_t)(reading->end - open));
    bool well;

    if (close == NULL) {
        scope_fail(reading->scope, open, 1, "'{' is never closed; a brace itself is written '{{'");
        return false;
    }
    const char *text = skip_spaces(open + 1, close), *end = close;
    while (end > text && is_space(end[-1]))
        end--;
    size_t n = (size_t)(end - text);

    reading->at = close + 1;
    if (n == 0) {
        scope_fail(reading->scope, open, 2,
                   "nothing between the braces; write {series[period]} or {period:2024-T1}");
        return false;
    }
    if ((reading->flags & MARKUP_CHART) && string_is(text, n, "unit"))
        return true; /* the chart replaces it */
    if (!flush(reading, open))
        return false;
    reading->literal = reading->at;
    if (read_own(reading, text, n, &well))
        return well;
    if (n > 7 && memcmp(text, "period:", 7) == 0) {
        const char *period = skip_spaces(text + 7, end);
        return read_period(reading, period, (size_t)(end - period));
    }
    return read_value(reading, text, n);
}

/* If a blank line begins here, the start of the next paragraph; else NULL. */
static const char *blank_line(const struct markup_reading *reading)
{
    const char *next = skip_spaces(reading->at, reading->end);
    size_t n_ends = 0;

    for (const char *c = reading->at; c < next; c++)
        n_ends += *c == '\n';
    return n_ends > 1 && (reading->flags & MARKUP_PARAGRAPHS) ? next : NULL;
}

static bool strong_is_closed(const struct markup_reading *reading)
{
    if (!reading->strong)
        return true;
    scope_fail(reading->scope, reading->strong_start, 2, "'**' is not closed in its paragraph");
    return false;
}

/* Reads a special sign, the end of a paragraph, or one byte of text. */
static bool step(struct markup_reading *reading)
{
    const char *at = reading->at;
    size_t left = (size_t)(reading->end - at);
    const char *next = *at == '\n' ? blank_line(reading) : NULL;

    if (next != NULL) {
        if (!flush(reading, at) || !strong_is_closed(reading))
            return false;
        reading->at = reading->literal = next;
        return next == reading->end || begin_paragraph(reading);
    }
    if (left > 1 && ((at[0] == '{' && at[1] == '{') || (at[0] == '}' && at[1] == '}'))) {
        if (!flush(reading, at + 1))
            return false;
        reading->at = reading->literal = at + 2;
        return true;
    }
    if (left > 1 && at[0] == '*' && at[1] == '*') {
        if (!flush(reading, at))
            return false;
        reading->strong = !reading->strong;
        reading->strong_start = at;
        reading->at = reading->literal = at + 2;
        return true;
    }
    if (*at == '{')
        return read_braces(reading, at);
    reading->at++;
    return true;
}

struct markup *markup_read(const struct sheet_scope *scope, const char *text, size_t n,
                           unsigned flags)
{
    const char *end = text + n;
    struct markup_reading reading = { .scope = scope, .flags = flags };
    uint32_t control;

    if (!utf8_valid(text, n, NULL)) {
        scope_fail(scope, text, n, "this text is not UTF-8");
        return NULL;
    }
    if (utf8_find_control(text, n, &control)) {
        scope_fail(scope, text, n, "a text cannot hold the control character U+%04X",
                   (unsigned)control);
        return NULL;
    }
    while (end > text && is_space(end[-1]))
        end--;
    reading.end = end;
    reading.at = reading.literal = skip_spaces(text, end);
    if (!begin_paragraph(&reading))
        return NULL;
    while (reading.at < end)
        if (!step(&reading))
            return NULL;
    return flush(&reading, end) && strong_is_closed(&reading) ? reading.first : NULL;
}
