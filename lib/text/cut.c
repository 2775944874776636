/* cut.c - texts that have no room: the only place where an ellipsis is put behind a text.
 *
 * What is cut here says of what it is a part. The scene notes it as it is drawn, and the warnings of
 * charts and sheets name it (text/cuts.h). */
#include <math.h>
#include <string.h>

#include "text/paragraph.h"

#define ELLIPSIS "\xE2\x80\xA6" /* U+2026 */

static const char ellipsis[] = ELLIPSIS;

bool begins_with_ellipsis(const char *bytes, size_t length)
{
    return length >= strlen(ellipsis) && memcmp(bytes, ellipsis, strlen(ellipsis)) == 0;
}

/* [start, end) followed by an ellipsis in the style of what is before it. */
static struct text_line *with_ellipsis(const struct paragraph *paragraph, size_t start, size_t end,
                                       struct arena *into)
{
    size_t length = end - start + strlen(ellipsis), n = paragraph->n_stretches;
    char *bytes = arena_take(paragraph->work, length, 1);
    struct stretch *stretches = arena_array(paragraph->work, struct stretch, n);
    struct paragraph cut;

    if (bytes == NULL || stretches == NULL) {
        fail_memory(paragraph->text->error);
        return NULL;
    }
    memcpy(bytes, paragraph->bytes + start, end - start);
    memcpy(bytes + (end - start), ellipsis, strlen(ellipsis));
    for (size_t i = 0; i < n; i++) {
        stretches[i] = paragraph->stretches[i];
        size_t old = stretches[i].end;
        stretches[i].end = old <= start ? 0 : old >= end ? length : old - start;
    }
    stretches[n - 1].end = length;
    if (!paragraph_itemize(&cut, paragraph->text, paragraph->work, bytes, length, stretches, n,
                           paragraph->right_to_left ? DIRECTION_LEFTWARDS : DIRECTION_RIGHTWARDS))
        return NULL;
    struct text_line *line = line_of_paragraph(&cut, 0, length, false, into);
    if (line != NULL)
        line->cut = true;
    return line;
}

struct text_line *line_cut_short(const struct paragraph *paragraph, size_t start, size_t end,
                                 double width, struct arena *into)
{
    const double slack = 1e-6; /* sums of the same advances in another order */
    const double *advances = paragraph_advances(paragraph);
    double room = width;
    size_t at = start;

    if (advances == NULL)
        return NULL;
    while (at < end && room > 0) {
        size_t next = cluster_end(paragraph->bytes, end, at);
        for (; at < next; at++)
            room -= advances[at];
    }
    for (;;) {
        at = trim_end(paragraph->bytes, start, at);
        struct text_line *line = with_ellipsis(paragraph, start, at, into);
        if (line == NULL || line->width <= width + slack)
            return line;
        if (at == start)
            break;
        at = cluster_before(paragraph->bytes, paragraph->length, at);
        at = at < start ? start : at;
    }
    struct text_line *line = line_empty(paragraph, start, into);
    if (line != NULL)
        line->cut = true;
    return line;
}

bool line_tell_whole(struct text *text, struct text_line *line, const char *whole, double needed,
                     double room, size_t lines, struct arena *into)
{
    struct cut_text *told = arena_new(into, struct cut_text);
    char *copy = arena_string(into, whole);

    if (told == NULL || copy == NULL) {
        fail_memory(text->error);
        return false;
    }
    *told = (struct cut_text){ copy, needed, room, lines };
    line->whole = told;
    return true;
}

double text_width_cut(struct text *text, const char *utf8, size_t n, const struct text_style *style)
{
    struct arena work;

    if (!text_is_usable(text))
        return 0;
    arena_init(&work, &text->alloc, text->error);
    const char *cut = arena_format(&work, "%.*s" ELLIPSIS, (int)n, utf8);
    double width = cut != NULL ? text_width(text, cut, style) : 0;
    arena_free(&work);
    return width;
}

/* Whole words ------------------------------------------------------------------------------ */

/* Chinese and Japanese have no spaces: a word may end before any of their characters. */
static bool may_end_before(const char *at)
{
    unsigned char lead = (unsigned char)*at;

    return *at == ' ' || (lead >= 0xE3 && lead <= 0xED);
}

/* Length of the trailing separator (comma, colon, dash) before end; 0 if none. */
static size_t promise_before(const char *text, size_t end)
{
    static const char *const promises[] = { " ", ",", ";", ":", "-", "，", "；", "：", "、" };

    for (size_t i = 0; i < sizeof promises / sizeof *promises; i++) {
        size_t n = strlen(promises[i]);
        if (end >= n && memcmp(text + end - n, promises[i], n) == 0)
            return n;
    }
    return 0;
}

/* Where the word before `end` ends; 0: there is none. */
static size_t word_end(const char *text, size_t end)
{
    size_t promise;

    while (end > 0 && !may_end_before(text + end))
        end--;
    while ((promise = promise_before(text, end)) > 0)
        end -= promise;
    return end;
}

/* Upper limit of the bytes in so many lines: on average no letter is narrower than 0.15 ems. A very small
 * picture may leave a width below zero. */
static size_t max_bytes(const struct text_style *style, double width, size_t lines)
{
    enum { BYTES_A_LETTER = 4 };
    static const double narrowest = 0.15; /* ems */

    return (size_t)((double)lines * fmax(width, 0) / (narrowest * style->size)) * BYTES_A_LETTER;
}

static struct text_block *wrap_words(struct text *text, struct arena *arena, const char *utf8,
                                     const struct text_style *style, double width, size_t lines,
                                     const struct text_around *around)
{
    if (around != NULL && utf8 != NULL)
        utf8 = around->put(around->context, utf8);
    const struct text_span span = { .utf8 = utf8, .style = style };

    return utf8 != NULL ? text_wrap(text, arena, &span, 1, width, lines) : NULL;
}

/* With as many words as have room. NULL: there is room for none, or memory ran out. */
static struct text_block *wrap_beginning(struct text *text, struct arena *arena, const char *utf8,
                                         const struct text_style *style, double width, size_t lines,
                                         const struct text_around *around)
{
    struct text_block *block = NULL;
    size_t n = strlen(utf8), most = max_bytes(style, width, lines);
    size_t fits = 0, too_long = n < most ? n : most, best = 0;

    while (too_long > fits + 1) {
        size_t middle = fits + (too_long - fits) / 2, end = word_end(utf8, middle);
        const char *words = arena_format(arena, "%.*s" ELLIPSIS, (int)end, utf8);
        struct text_block *shorter = wrap_words(text, arena, words, style, width, lines, around);
        if (shorter == NULL)
            return NULL;
        if (end > best && shorter->cut) {
            too_long = middle;
            continue;
        }
        fits = middle;
        if (end > best) {
            best = end;
            block = shorter;
        }
    }
    return block;
}

struct text_block *text_block_part_of(struct text *text, struct arena *arena,
                                      const struct text_block *block, const struct text_block *cut)
{
    struct text_block *part = arena_new(arena, struct text_block);
    struct text_line *line = arena_new(arena, struct text_line);
    const struct text_line **lines = arena_array(arena, const struct text_line *, block->n_lines);

    if (part == NULL || line == NULL || lines == NULL) {
        fail_memory(text->error);
        return NULL;
    }
    *part = *block;
    part->cut = true;
    if (block->n_lines == 0)
        return part;
    memcpy(lines, block->lines, block->n_lines * sizeof *lines);
    *line = *lines[block->n_lines - 1];
    line->cut = true;
    line->whole = cut->lines[cut->n_lines - 1]->whole;
    lines[block->n_lines - 1] = line;
    part->lines = lines;
    return part;
}

struct text_block *text_wrap_words(struct text *text, struct arena *arena, const char *utf8,
                                   const struct text_style *style, double width, size_t max_lines,
                                   const struct text_around *around)
{
    struct text_block *whole = wrap_words(text, arena, utf8, style, width, max_lines, around);

    if (whole == NULL || !whole->cut)
        return whole;
    struct text_block *block = wrap_beginning(text, arena, utf8, style, width, max_lines, around);
    return block != NULL ? text_block_part_of(text, arena, block, whole) : NULL;
}
