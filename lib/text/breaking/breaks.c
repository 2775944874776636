/* breaks.c - where the lines of a paragraph may end: by UAX 14, and within words by hyphenation. */
#include "text/breaking/breaks.h"

#include <math.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "text/breaking/hyphens.h"
#include "text/figures.h"

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

uint8_t *breaks_find(const struct paragraph *paragraph)
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

const double *breaks_positions(const struct paragraph *paragraph)
{
    double *positions = paragraph_advances(paragraph), x = 0;

    for (size_t i = 0; positions != NULL && i <= paragraph->length; i++) {
        double advance = i < paragraph->length ? positions[i] : 0;
        positions[i] = x;
        x += advance;
    }
    return positions;
}

double breaks_width(const struct paragraph *paragraph, const double *positions, size_t start,
                    size_t end)
{
    return positions[trim_end(paragraph->bytes, start, end)] - positions[start];
}

bool breaks_divide_words(const struct paragraph *paragraph, const struct dividing *dividing,
                         struct arena *into, uint8_t *chances, const struct text_line **hyphen)
{
    if (paragraph->right_to_left)
        return true;
    *hyphen = text_set(paragraph->text, into, "-", paragraph->stretches->style);
    return *hyphen != NULL && (*hyphen)->n_runs == 1 &&
           hyphens_find(paragraph, dividing->language, dividing->for_need, CHANCE_HYPHEN, chances);
}

/* Widest of the paragraph's pieces, each with the hyphen that it ends with. As lines of their own they may be wider
 * than beside each other, where letters are kerned. Below 0 after a failure. */
static double longest_piece(const struct paragraph *paragraph, const char *language,
                            struct arena *work)
{
    const struct dividing dividing = { language, true };
    const struct text_line *hyphen = NULL;
    uint8_t *chances = breaks_find(paragraph);
    double widest = 0;

    if (chances == NULL || !breaks_divide_words(paragraph, &dividing, work, chances, &hyphen))
        return -1;
    for (size_t at = 1, start = 0; at <= paragraph->length; at++) {
        const bool is_divided = chances[at] == CHANCE_HYPHEN && hyphen != NULL;

        if (at < paragraph->length && chances[at] != CHANCE_GOOD && !is_divided)
            continue;
        const struct text_line *line = line_of_paragraph(paragraph, start, at, true, work);
        if (line == NULL)
            return -1;
        widest = fmax(widest, line->width + (is_divided ? hyphen->width : 0));
        start = at;
    }
    return widest;
}

double text_longest_piece(struct text *text, const char *utf8, const struct text_style *style,
                          const char *language)
{
    struct paragraph paragraph;
    struct arena work;
    double widest = 0;

    if (!text_is_usable(text))
        return 0;
    arena_init(&work, &text->alloc, text->error);
    char *clean = arena_array(&work, char, 3 * strlen(utf8) + 1);
    size_t n = clean != NULL ? clean_text(utf8, strlen(utf8), false, clean) : 0;
    const struct stretch stretch = { .end = n, .style = style };
    if (n > 0 && paragraph_itemize(&paragraph, text, &work, clean, n, &stretch, 1, DIRECTION_FOUND))
        widest = longest_piece(&paragraph, language, &work);
    arena_free(&work);
    return fmax(widest, 0);
}
