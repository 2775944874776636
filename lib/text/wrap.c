/* wrap.c - paragraphs: lines broken where UAX 14 allows, as full as they go.
 *
 * Widths come from shaping the paragraph once; each line is then shaped on its own
 * and, should it turn out wider (kerning differs at a join), broken earlier. */
#include <math.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/strings.h"
#include "text/figures.h"
#include "text/hyphens.h"
#include "text/paragraph.h"

static const double slack = 0.01; /* points: below what anyone can see */

enum { LONGEST_TEXT = 1 << 26 };

/* How good a place is for ending a line before it. */
enum chance { CHANCE_NONE = 0, CHANCE_POOR, CHANCE_HYPHEN, CHANCE_GOOD };

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
    int hyphens;                    /* lines before this one that end with hyphens, in a row */
    struct arena *into;
};

/* A list of lines that grows. */
struct lines {
    const struct text_line **lines;
    size_t *starts; /* of each line in its paragraph */
    size_t n, capacity;
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

/* Where to break -------------------------------------------------------------- */

static UBreakIterator *line_breaks(struct text *text)
{
    UErrorCode status = U_ZERO_ERROR;
    struct formatters *formatters = formatters_of(text);
    struct engine *engine = text->engine;

    if (engine->line_breaks == NULL && formatters != NULL) {
        context_count(text->context, COUNTED_FORMATTERS);
        engine->line_breaks = ubrk_open(UBRK_LINE, formatters->locale, NULL, 0, &status);
    }
    return engine->line_breaks;
}

/* Whether a figure ends before a character that says what it counts: "27日", "31.5亿". Unicode would break
 * there, as before any Chinese character. */
static bool parts_figure(const char *bytes, size_t length, size_t at)
{
    static const char *const counted[] = { "年", "月", "日", "季", "周", "万", "亿",
                                           "兆", "元", "吨", "个", "项", "位", "次" };
    bool follows = at > 0 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9';

    for (size_t i = 0; follows && i < sizeof counted / sizeof *counted; i++)
        if (length - at >= 3 && memcmp(bytes + at, counted[i], 3) == 0)
            return true;
    return false;
}

/* A dash between two words or figures ("Jan–Apr") joins them: breaking there is for
 * need only. A soft hyphen is no chance, because no hyphen would be shown. */
static enum chance rate(const char *bytes, size_t length, size_t at)
{
    if (parts_figure(bytes, length, at))
        return CHANCE_POOR;
    if (at >= 3 && at < length && memcmp(bytes + at - 3, "\xE2\x80\x93", 3) == 0 &&
        (at == 3 || bytes[at - 4] != ' '))
        return CHANCE_POOR;
    if (at >= 2 && at < length && memcmp(bytes + at - 2, "\xC2\xAD", 2) == 0)
        return CHANCE_NONE;
    return CHANCE_GOOD;
}

static uint8_t *find_chances(const struct paragraph *paragraph)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = line_breaks(paragraph->text);
    uint8_t *chances = arena_array(paragraph->work, uint8_t, paragraph->length + 1);
    UText *utext = utext_openUTF8(NULL, paragraph->bytes, (int64_t)paragraph->length, &status);

    if (breaks != NULL && chances != NULL)
        ubrk_setUText(breaks, utext, &status);
    if (breaks == NULL || chances == NULL || U_FAILURE(status)) {
        utext_close(utext);
        fail_memory(paragraph->text->error);
        return NULL;
    }
    for (int32_t at = ubrk_first(breaks); at != UBRK_DONE; at = ubrk_next(breaks))
        chances[at] = (uint8_t)rate(paragraph->bytes, paragraph->length, (size_t)at);
    utext_close(utext);
    return chances;
}

static const double *find_positions(const struct paragraph *paragraph)
{
    double *positions = paragraph_advances(paragraph), x = 0;

    for (size_t i = 0; positions != NULL && i <= paragraph->length; i++) {
        double advance = i < paragraph->length ? positions[i] : 0;
        positions[i] = x;
        x += advance;
    }
    return positions;
}

/* Breaking -------------------------------------------------------------------- */

static double measured(const struct breaking *b, size_t start, size_t end)
{
    return b->positions[trim_end(b->paragraph->bytes, start, end)] - b->positions[start];
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
        (best[CHANCE_GOOD] <= start || (!is_filled && b->hyphens < MOST_HYPHENS)))
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

/* Hyphens in text from right to left would stand at the other end. */
static bool divide_words(struct breaking *b, const char *language, uint8_t *chances)
{
    const struct paragraph *paragraph = b->paragraph;

    if (paragraph->right_to_left)
        return true;
    b->hyphen = text_set(paragraph->text, b->into, "-", paragraph->stretches->style);
    return b->hyphen != NULL && b->hyphen->n_runs == 1 &&
           hyphens_find(paragraph, language, CHANCE_HYPHEN, chances);
}

/* Breaks one paragraph; more: text follows it. language: whose words may be divided; NULL: none may.
 * False after a failure. */
static bool break_paragraph(const struct paragraph *paragraph, double width, size_t max_lines,
                            const char *language, bool more, struct arena *into,
                            struct lines *lines)
{
    struct breaking b = { .paragraph = paragraph, .width = width, .into = into };
    size_t start = 0, first = lines->n;

    b.positions = find_positions(paragraph);
    if (b.positions == NULL)
        return false;
    if (measured(&b, 0, paragraph->length) <= width && !(more && lines->n + 1 == max_lines)) {
        const struct text_line *line =
            line_of_paragraph(paragraph, 0, paragraph->length, true, into);
        if (line == NULL || line->width <= width)
            return add_line(paragraph->work, lines, line, 0);
    }
    uint8_t *chances = find_chances(paragraph);
    b.chances = chances;
    if (chances == NULL || (language != NULL && !divide_words(&b, language, chances)))
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

/* Spans to paragraphs --------------------------------------------------------- */

/* All spans' text, cleaned, with the stretch of each. */
struct source {
    char *bytes;
    size_t length;
    struct stretch *stretches;
    size_t n;
    const char *language; /* whose words may be divided; NULL: none may */
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
            !break_paragraph(&paragraph, width, max_lines, source->language, end < source->length,
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
                               size_t max_lines, const char *language)
{
    struct text_block *block = arena_new(arena, struct text_block);
    struct source source = { .language = language };
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
                                        size_t max_lines, const char *language)
{
    struct arena work;

    if (!text_is_usable(text))
        return NULL;
    arena_init(&work, &text->alloc, text->error);
    struct text_block *block = wrap(text, arena, &work, spans, n, width, max_lines, language);
    if (block == NULL && text->error->status == SHEAF_OK)
        fail_memory(text->error);
    arena_free(&work);
    return block;
}

struct text_block *text_wrap(struct text *text, struct arena *arena, const struct text_span *spans,
                             size_t n, double width, size_t max_lines)
{
    return wrap_in_arena(text, arena, spans, n, width, max_lines, NULL);
}

struct text_block *text_wrap_prose(struct text *text, struct arena *arena,
                                   const struct text_span *spans, size_t n, double width,
                                   const char *language)
{
    bool is_narrow = n > 0 && width < HYPHENATED_EMS * spans[0].style->size;

    return wrap_in_arena(text, arena, spans, n, width, 0, is_narrow ? language : NULL);
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
