/* lines.c - a paragraph broken into lines, as full as they go.
 *
 * Widths come from shaping the paragraph once; each line is then shaped on its own
 * and, should it turn out wider (kerning differs at a join), broken earlier. */
#include <string.h>

#include "text/breaking/breaks.h"
#include "text/breaking/hyphens.h"

static const double slack = 0.01; /* points: below what anyone can see */

/* A line filled as much as this is not filled further by dividing a word. */
static const double well_filled = 0.88;
enum { MOST_HYPHENS = 2 }; /* at the ends of lines in a row */

/* A stretch of text between line ends, being broken. */
struct breaking {
    const struct paragraph *paragraph;
    const uint8_t *chances;  /* a byte; length + 1 */
    const double *positions; /* sum of the advances before each byte; length + 1 */
    double width;
    const struct text_line *hyphen; /* NULL: no word is divided */
    bool for_need;                  /* none is divided to fill a line */
    int hyphens;                    /* lines before this one that end with hyphens, in a row */
    struct arena *into;
};

static bool add_line(struct arena *work, struct lines *lines, const struct text_line *line,
                     size_t start)
{
    if (line == NULL)
        return false;
    if (lines->n == lines->capacity) {
        size_t capacity = lines->capacity == 0 ? 16 : 2 * lines->capacity;
        const struct text_line **larger = arena_array(work, const struct text_line *, capacity);
        size_t *starts = arena_array(work, size_t, capacity);
        if (larger == NULL || starts == NULL)
            return false;
        for (size_t i = 0; i < lines->n; i++) {
            larger[i] = lines->lines[i];
            starts[i] = lines->starts[i];
        }
        lines->lines = larger;
        lines->starts = starts;
        lines->capacity = capacity;
    }
    lines->starts[lines->n] = start;
    lines->lines[lines->n++] = line;
    return true;
}

static double measured(const struct breaking *b, size_t start, size_t end)
{
    return breaks_width(b->paragraph, b->positions, start, end);
}

/* The next place where a line may end for need: after a cluster, or within one where a break is
 * good. An isolate that opens behind a space is a cluster with it, and begins a line without it. */
static size_t next_place(const struct breaking *b, size_t at)
{
    size_t end = cluster_end(b->paragraph->bytes, b->paragraph->length, at);

    for (size_t i = at + 1; i < end; i++)
        if (b->chances[i] == CHANCE_GOOD)
            return i;
    return end;
}

/* The width of the line, with the hyphen that ends it. */
static double measured_line(const struct breaking *b, size_t start, size_t end)
{
    double hyphen = b->chances[end] == CHANCE_HYPHEN && b->hyphen != NULL ? b->hyphen->width : 0;

    return measured(b, start, end) + hyphen;
}

/* The end of the fullest line from start by measured widths; before limit. A word is divided only if
 * without it the line would be poorly filled. */
static size_t fullest(const struct breaking *b, size_t start, size_t limit)
{
    size_t best[CHANCE_GOOD + 1] = { 0 };

    for (size_t at = start; at < limit;) {
        at = next_place(b, at);
        if (at > limit || measured(b, start, at) > b->width + slack)
            break;
        if (measured_line(b, start, at) <= b->width + slack)
            best[b->chances[at]] = at;
    }
    bool is_filled = measured(b, start, best[CHANCE_GOOD]) >= well_filled * b->width;
    if (best[CHANCE_HYPHEN] > best[CHANCE_GOOD] &&
        (best[CHANCE_GOOD] <= start || (!b->for_need && !is_filled && b->hyphens < MOST_HYPHENS)))
        return best[CHANCE_HYPHEN];
    for (int chance = CHANCE_GOOD; chance >= CHANCE_NONE; chance--)
        if (best[chance] > start)
            return best[chance];
    return next_place(b, start); /* wider than the column */
}

/* The paragraph's slice as a line; one that ends within a word has a hyphen. */
static const struct text_line *set_line(const struct breaking *b, size_t start, size_t end)
{
    const struct paragraph *paragraph = b->paragraph;
    bool is_divided = b->chances[end] == CHANCE_HYPHEN && b->hyphen != NULL;
    size_t visible = end;

    if (is_divided && end >= start + 2 && memcmp(paragraph->bytes + end - 2, "\xC2\xAD", 2) == 0)
        visible -= 2;
    const struct text_line *line = line_of_paragraph(paragraph, start, visible, true, b->into);
    return is_divided && line != NULL ? line_with_hyphen(line, b->hyphen, b->into) : line;
}

/* Sets the line that begins at start and is as full as it goes; *end gets its end. */
static const struct text_line *set_fullest(const struct breaking *b, size_t start, size_t *end)
{
    const struct paragraph *paragraph = b->paragraph;
    size_t first = next_place(b, start);
    const struct text_line *line;

    *end = fullest(b, start, paragraph->length);
    for (;;) {
        line = set_line(b, start, *end);
        if (line == NULL || line->width <= b->width + slack || *end <= first)
            return line;
        *end = fullest(b, start, cluster_before(paragraph->bytes, paragraph->length, *end));
    }
}

/* A short word alone on the last line gets company from the line above, if that
 * stays well filled. */
static bool avoid_widow(const struct breaking *b, struct lines *lines, size_t first)
{
    const struct paragraph *paragraph = b->paragraph;
    size_t length = paragraph->length;

    if (lines->n < first + 2 || lines->lines[lines->n - 1]->width > 0.2 * b->width)
        return true;
    size_t last = lines->starts[lines->n - 1], before = lines->starts[lines->n - 2], at;
    for (at = last + 1; at < length; at++)
        if (b->chances[at] == CHANCE_GOOD)
            return true;
    for (at = last - 1; at > before && b->chances[at] != CHANCE_GOOD; at--)
        ;
    if (at <= before || b->chances[last] != CHANCE_GOOD || measured(b, before, at) < 0.5 * b->width)
        return true;

    const struct text_line *upper = line_of_paragraph(paragraph, before, at, true, b->into);
    const struct text_line *lower = line_of_paragraph(paragraph, at, length, true, b->into);
    if (upper == NULL || lower == NULL)
        return false;
    if (upper->width <= b->width + slack && lower->width <= b->width + slack) {
        lines->lines[lines->n - 2] = upper;
        lines->lines[lines->n - 1] = lower;
        lines->starts[lines->n - 1] = at;
    }
    return true;
}

bool lines_break(const struct paragraph *paragraph, double width, size_t max_lines,
                 const struct dividing *dividing, bool more, struct arena *into,
                 struct lines *lines)
{
    struct breaking b = {
        .paragraph = paragraph, .width = width, .into = into, .for_need = dividing->for_need
    };
    size_t start = 0, first = lines->n;

    b.positions = breaks_positions(paragraph);
    if (b.positions == NULL)
        return false;
    if (measured(&b, 0, paragraph->length) <= width && !(more && lines->n + 1 == max_lines)) {
        const struct text_line *line =
            line_of_paragraph(paragraph, 0, paragraph->length, true, into);
        if (line == NULL || line->width <= width)
            return add_line(paragraph->work, lines, line, 0);
    }
    uint8_t *chances = breaks_find(paragraph);
    b.chances = chances;
    if (chances == NULL || (dividing->language != NULL &&
                            !breaks_divide_words(paragraph, dividing, into, chances, &b.hyphen)))
        return false;
    do {
        size_t end;
        const struct text_line *line = set_fullest(&b, start, &end);
        if (lines->n + 1 == max_lines && (end < paragraph->length || more))
            return add_line(paragraph->work, lines,
                            line_cut_short(paragraph, start, paragraph->length, width, into),
                            start);
        if (!add_line(paragraph->work, lines, line, start))
            return false;
        b.hyphens = chances[end] == CHANCE_HYPHEN ? b.hyphens + 1 : 0;
        start = end;
    } while (start < paragraph->length);
    return avoid_widow(&b, lines, first);
}
