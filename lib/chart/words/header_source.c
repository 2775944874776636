/* header_source.c - the line that says where the figures are from. */
#include <string.h>

#include "chart/words/header_parts.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

static bool is_among(const char *const *texts, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(texts[i], text) == 0)
            return true;
    return false;
}

/* The sources of the data, each once; of very many the first. NULL: they have none, or memory ran
 * out. */
static const char *sources_of_data(struct chart_plan *plan, size_t *n)
{
    enum { MAX_SOURCES = 4 };
    const char *sources[MAX_SOURCES], *text = NULL;

    *n = 0;
    for (size_t i = 0; i < plan->chart->n_series && *n < MAX_SOURCES; i++) {
        const char *source = sheaf_series_source(plan->chart->series[i]);

        if (source[0] == '\0' || is_among(sources, *n, source))
            continue;
        sources[(*n)++] = source;
        text = text == NULL
                   ? source
                   : arena_format(plan->pen.arena, "%s%s%s", text,
                                  punctuation_of(text_locale(plan->pen.text))->semicolon, source);
        if (text == NULL)
            return NULL;
    }
    return text;
}

/* In so many lines at most. With an address the words are cut where their room ends, not at a word. */
static struct text_block *wrap(struct chart_plan *plan, const char *source, size_t lines)
{
    const struct text_style *style = &plan->pen.theme->source;
    size_t n = 0;
    const struct text_span *spans = text_spans_of(plan->pen.arena, source, style, &n);

    if (spans == NULL)
        return NULL;
    if (n == 1 && spans[0].uri == NULL)
        return header_wrap_words(plan, source, style, lines);
    return text_wrap(plan->pen.text, plan->pen.arena, spans, n, plan->width, lines);
}

/* "Source: Kazinform", unless the author wrote the word. */
void header_measure_source(struct chart_plan *plan, struct chart_header *header)
{
    size_t n = 1;
    const char *source = plan->chart->source != NULL || plan->sources_elsewhere
                             ? plan->chart->source
                             : sources_of_data(plan, &n);
    const char *word = format_word(plan->pen.text, n > 1 ? WORD_SOURCES : WORD_SOURCE);

    if (source == NULL || plan->detail >= DETAIL_NO_SOURCE)
        return;
    if (strncmp(source, word, strlen(word)) != 0)
        source = arena_format(plan->pen.arena, "%s%s%s", word,
                              punctuation_of(text_locale(plan->pen.text))->colon, source);
    if (source != NULL)
        header->source = wrap(plan, source, plan->detail >= DETAIL_SHORT_SOURCE ? 1 : 5);
    if (header->source != NULL)
        header->source_height =
            header->source->height +
            (plan->detail >= DETAIL_SHORT_TITLE ? TIGHT_GAP : WIDE_GAP) * plan->pen.em;
}
