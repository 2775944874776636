/* wrap.c - spans of text as blocks: their paragraphs broken into lines, one below the other. */
#include <math.h>
#include <string.h>

#include "text/breaking/breaks.h"
#include "text/breaking/hyphens.h"

enum { LONGEST_TEXT = 1 << 26 };

/* All spans' text, cleaned, with the stretch of each. */
struct source {
    char *bytes;
    size_t length;
    struct stretch *stretches;
    size_t n;
    struct dividing dividing;
};

static bool join_spans(struct text *text, struct arena *work, const struct text_span *spans,
                       size_t n, struct source *source)
{
    size_t capacity = 1;

    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(spans[i].utf8);
        if (length >= LONGEST_TEXT || capacity >= 3 * (size_t)LONGEST_TEXT) {
            fail(text->error, SHEAF_BAD_INPUT, "a paragraph is longer than 64 MiB");
            return false;
        }
        capacity += 3 * length;
    }
    source->bytes = arena_take(work, capacity, 1);
    source->stretches = arena_array(work, struct stretch, n);
    if (source->bytes == NULL || source->stretches == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        source->length +=
            clean_text(spans[i].utf8, strlen(spans[i].utf8), true, source->bytes + source->length);
        source->stretches[i] =
            (struct stretch){ .end = source->length, .style = spans[i].style, .uri = spans[i].uri };
    }
    source->n = n;
    return true;
}

/* The stretches of [start, end), counted from start; at least one. */
static struct stretch *slice_stretches(struct arena *work, const struct source *source,
                                       size_t start, size_t end, size_t *n)
{
    size_t from = 0, to;

    while (from + 1 < source->n && source->stretches[from].end <= start)
        from++;
    for (to = from; to + 1 < source->n && source->stretches[to].end < end; to++)
        ;
    *n = to - from + 1;
    struct stretch *slice = arena_array(work, struct stretch, *n);
    for (size_t i = 0; slice != NULL && i < *n; i++) {
        slice[i] = source->stretches[from + i];
        slice[i].end = slice[i].end < end ? slice[i].end - start : end - start;
    }
    return slice;
}

static bool break_source(struct text *text, struct arena *work, const struct source *source,
                         double width, size_t max_lines, struct arena *into,
                         struct text_block *block, struct lines *lines)
{
    for (size_t start = 0, end; start <= source->length; start = end + 1) {
        const char *line_end = memchr(source->bytes + start, '\n', source->length - start);
        end = line_end != NULL ? (size_t)(line_end - source->bytes) : source->length;

        size_t n;
        struct paragraph paragraph;
        struct stretch *stretches = slice_stretches(work, source, start, end, &n);
        if (stretches == NULL ||
            !paragraph_itemize(&paragraph, text, work, source->bytes + start, end - start,
                               stretches, n, DIRECTION_FOUND) ||
            !lines_break(&paragraph, width, max_lines, &source->dividing, end < source->length,
                         into, lines))
            return false;
        block->right_to_left |= paragraph.right_to_left;
        if (max_lines > 0 && lines->n >= max_lines)
            break;
    }
    return true;
}

static double leading_of(const struct text_style *style)
{
    return style->leading > 0 ? style->leading : 1.3 * style->size;
}

/* The first baseline lies where the leading centres a line of the first span's
 * own face, whatever other faces its first line holds. */
static bool measure_block(struct text *text, const struct text_span *spans, size_t n,
                          struct text_block *block)
{
    struct face *face = faces_of_style(text, spans[0].style);

    if (face == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        block->leading = fmax(block->leading, leading_of(spans[i].style));
    for (size_t i = 0; i < block->n_lines; i++)
        block->width = fmax(block->width, block->lines[i]->width);
    block->height = (double)block->n_lines * block->leading;
    block->baseline =
        (block->leading + (face->font->ascent - face->font->descent) * spans[0].style->size) / 2;
    return true;
}

/* Says of the last line, which is cut, what it is a part of. NULL after a failure. */
static const struct text_line *tell_whole(struct text *text, struct arena *arena,
                                          const struct text_span *spans,
                                          const struct source *source, double room, size_t lines,
                                          const struct text_line *last)
{
    struct text_line *line = arena_new(arena, struct text_line);

    if (line == NULL)
        return NULL;
    *line = *last;
    double needed = text_width(text, source->bytes, spans[0].style);
    return line_tell_whole(text, line, source->bytes, needed, room, lines, arena) ? line : NULL;
}

static struct text_block *wrap(struct text *text, struct arena *arena, struct arena *work,
                               const struct text_span *spans, size_t n, double width,
                               size_t max_lines, const struct dividing *dividing)
{
    struct text_block *block = arena_new(arena, struct text_block);
    struct source source = { .dividing = *dividing };
    struct lines lines = { .n = 0 };

    if (block == NULL || n == 0)
        return block;
    if (!join_spans(text, work, spans, n, &source) ||
        !break_source(text, work, &source, width, max_lines, arena, block, &lines))
        return NULL;
    const struct text_line **kept = arena_array(arena, const struct text_line *, lines.n);
    if (kept == NULL)
        return NULL;
    memcpy(kept, lines.lines, lines.n * sizeof *kept);
    block->lines = kept;
    block->n_lines = lines.n;
    block->cut = lines.n > 0 && kept[lines.n - 1]->cut;
    if (block->cut) {
        kept[lines.n - 1] =
            tell_whole(text, arena, spans, &source, width, max_lines, kept[lines.n - 1]);
        if (kept[lines.n - 1] == NULL)
            return NULL;
    }
    return measure_block(text, spans, n, block) ? block : NULL;
}

static struct text_block *wrap_in_arena(struct text *text, struct arena *arena,
                                        const struct text_span *spans, size_t n, double width,
                                        size_t max_lines, const struct dividing *dividing)
{
    struct arena work;

    if (!text_is_usable(text))
        return NULL;
    arena_init(&work, &text->alloc, text->error);
    struct text_block *block = wrap(text, arena, &work, spans, n, width, max_lines, dividing);
    if (block == NULL && text->error->status == SHEAF_OK)
        fail_memory(text->error);
    arena_free(&work);
    return block;
}

struct text_block *text_wrap(struct text *text, struct arena *arena, const struct text_span *spans,
                             size_t n, double width, size_t max_lines)
{
    return wrap_in_arena(text, arena, spans, n, width, max_lines,
                         &(struct dividing){ NULL, false });
}

struct text_block *text_wrap_prose(struct text *text, struct arena *arena,
                                   const struct text_span *spans, size_t n, double width,
                                   const char *language)
{
    bool is_narrow = n > 0 && width < HYPHENATED_EMS * spans[0].style->size;

    return wrap_in_arena(text, arena, spans, n, width, 0,
                         &(struct dividing){ is_narrow ? language : NULL, false });
}

struct text_block *text_wrap_for_need(struct text *text, struct arena *arena,
                                      const struct text_span *spans, size_t n, double width,
                                      const char *language)
{
    return wrap_in_arena(text, arena, spans, n, width, 0, &(struct dividing){ language, true });
}

void text_block_draw(const struct text_block *block, struct scene *scene, double x, double top,
                     double width)
{
    if (block == NULL)
        return;
    for (size_t i = 0; i < block->n_lines; i++) {
        double baseline = top + block->baseline + (double)i * block->leading;

        if (block->right_to_left)
            text_line_draw(block->lines[i], scene, x + width, baseline, ALIGN_RIGHT);
        else
            text_line_draw(block->lines[i], scene, x, baseline, ALIGN_LEFT);
    }
}

double text_block_first_baseline(const struct text_block *block)
{
    return block != NULL ? block->baseline : 0;
}
