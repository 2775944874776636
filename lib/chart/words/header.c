/* header.c - the words around the plot: headline, subtitle, source. */
#include "chart/words/header.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "chart/words/subtitle.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

/* Above the source, in ems. */
static const double wide_gap = 1, tight_gap = 0.4;

static struct text_block *wrap_whole(struct chart_plan *plan, const char *text,
                                     const struct text_style *style, size_t lines)
{
    struct text_span span = { .utf8 = text, .style = style };

    return text_wrap(plan->pen.text, plan->pen.arena, &span, 1, plan->width, lines);
}

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

/* Upper limit of the bytes in so many lines: on average no letter is narrower than 0.15 ems. */
static size_t max_bytes(const struct chart_plan *plan, const struct text_style *style, size_t lines)
{
    enum { BYTES_A_LETTER = 4 };
    static const double narrowest = 0.15; /* ems */

    return (size_t)((double)lines * plan->width / (narrowest * style->size)) * BYTES_A_LETTER;
}

/* The text with as many words of the name as fit. NULL: not even one fits, or memory ran out. */
static struct text_block *wrap_beginning(struct chart_plan *plan, const struct phrase *phrase,
                                         const struct text_style *style, size_t lines)
{
    struct text_block *block = NULL;
    size_t n = strlen(phrase->name), most = max_bytes(plan, style, lines);
    size_t fits = 0, too_long = n < most ? n : most, best = 0;

    while (too_long > fits + 1) {
        size_t middle = fits + (too_long - fits) / 2, end = word_end(phrase->name, middle);
        const char *name =
            arena_format(plan->pen.arena, "%.*s\xE2\x80\xA6", (int)end, phrase->name);
        const char *text = name != NULL ? phrase_text(plan, phrase, name) : NULL;
        struct text_block *shorter = text != NULL ? wrap_whole(plan, text, style, lines) : NULL;
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

/* A phrase that is too long loses words of its name. If not even one fits, the name is left out, or
 * cut within a word if it is the whole phrase. The block does not count as `cut` if what follows
 * the name is complete, and the name had not the unit. */
static struct text_block *wrap_phrase(struct chart_plan *plan, const struct phrase *phrase,
                                      const struct text_style *style, size_t lines)
{
    const char *text = phrase_text(plan, phrase, phrase->name);
    struct text_block *block = text != NULL ? wrap_whole(plan, text, style, lines) : NULL;

    if (block == NULL || !block->cut)
        return block;
    struct text_block *shorter = wrap_beginning(plan, phrase, style, lines);
    if (shorter != NULL) {
        shorter->cut = phrase->after[0] == '\0' || phrase->name_has_unit;
        return shorter;
    }
    if (phrase->after[0] == '\0')
        return block;
    text = phrase_text(plan, phrase, "");
    return text != NULL ? wrap_whole(plan, text, style, lines) : NULL;
}

static struct text_block *wrap(struct chart_plan *plan, const char *text,
                               const struct text_style *style, size_t lines)
{
    const struct phrase phrase = { .before = "", .name = text, .after = "" };

    return wrap_phrase(plan, &phrase, style, lines);
}

/* Balances the lines: finds the narrowest width that needs no further line, so that no single word
 * is left on the last. */
static struct text_block *balance(struct chart_plan *plan, struct text_block *block,
                                  const struct text_style *style)
{
    struct text_span span = { .utf8 = plan->title, .style = style };
    double low = 0.5 * block->width, high = block->width;

    for (int i = 0; i < 5 && block->n_lines > 1; i++) {
        double middle = (low + high) / 2;
        struct text_block *narrower =
            text_wrap(plan->pen.text, plan->pen.arena, &span, 1, middle, 0);
        if (narrower == NULL || narrower->n_lines > block->n_lines) {
            low = middle;
        } else {
            high = middle;
            block = narrower;
        }
    }
    return block;
}

/* A long title is set smaller, down to the size of the subtitle, before it is cut. */
static void measure_title(struct chart_plan *plan, struct chart_header *header)
{
    double largest = plan->pen.theme->headline.size,
           least = fmax(plan->pen.theme->subtitle.size, plan->pen.em);
    const double sizes[] = { largest, (largest + least) / 2, least };
    bool one_line = plan->detail >= DETAIL_SHORT_TITLE;

    if (plan->title == NULL || plan->detail >= DETAIL_NO_TITLE)
        return;
    for (size_t i = 0; i < 3; i++) {
        header->title_style = plan->pen.theme->headline;
        header->title_style.size = sizes[i];
        header->title_style.leading *= sizes[i] / sizes[0];
        header->title = wrap(plan, plan->title, &header->title_style,
                             one_line ? 1
                             : i == 2 ? 3
                                      : 2);
        if (header->title != NULL && !header->title->cut)
            header->title = balance(plan, header->title, &header->title_style);
        if (header->title == NULL || !header->title->cut)
            return;
    }
}

/* The author's subtitle with "{unit}" filled in. */
static const char *fill_unit(struct chart_plan *plan, const char *subtitle, const char *unit)
{
    const char *mark = strstr(subtitle, "{unit}"), *end = mark;

    if (mark == NULL)
        return subtitle;
    while (unit[0] == '\0' && end > subtitle && (end[-1] == ' ' || end[-1] == ','))
        end--; /* nothing is announced */
    return arena_format(plan->pen.arena, "%.*s%s%s", (int)(end - subtitle), subtitle, unit,
                        mark + strlen("{unit}"));
}

/* Whether each mark is of all periods, of which there are several. */
static bool pools_periods(const struct chart_plan *plan)
{
    return plan->model != NULL && plan->model->n_periods > 1 && plan->type->pools_periods != NULL &&
           plan->type->pools_periods(plan->model);
}

/* The chart's one period, its lines' one year, or the span of all that its marks are of, in words;
 * NULL: there are several. */
static const char *one_period(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model != NULL && model->is_of_years) {
        int year = seasonal_only_year(plan->collected);
        return year != 0 ? pen_period_text(&plan->pen, sheaf_period_year(year)) : NULL;
    }
    if (pools_periods(plan)) {
        const char *span = subtitle_periods(plan);
        return span != NULL && span[0] != '\0' ? span : NULL;
    }
    return model != NULL && model->n_periods == 1 ? pen_period_text(&plan->pen, model->periods[0])
                                                  : NULL;
}

static bool names(const char *words, const char *period)
{
    return words != NULL && strstr(words, period) != NULL;
}

static const char *with_words(struct chart_plan *plan, const char *subtitle, const char *words)
{
    if (words == NULL || subtitle == NULL)
        return NULL;
    return subtitle[0] == '\0'
               ? words
               : arena_format(plan->pen.arena, "%s%s%s", subtitle,
                              punctuation_of(text_locale(plan->pen.text))->comma, words);
}

/* Adds the period where the type has no axis that would tell it, unless the author's title or
 * subtitle does. */
static const char *with_period(struct chart_plan *plan, const char *subtitle)
{
    const char *period = plan->period_wanted ? one_period(plan) : NULL;

    if (period == NULL || names(plan->title, period) || names(subtitle, period))
        return subtitle;
    return with_words(plan, subtitle, period);
}

/* Says that not all series are shown, and of lines a year that they are of the year to date. */
static const char *with_scope(struct chart_plan *plan, const char *subtitle)
{
    const struct chart_top *top = &plan->top;

    if (plan->model != NULL && plan->model->is_of_years &&
        seasonal_is_year_to_date(plan->collected))
        return with_words(
            plan, subtitle,
            format_phrase(plan->pen.text, plan->pen.arena, PHRASE_DEFINE_YEAR_TO_DATE, NULL, 0));
    if (top->shown == top->all || subtitle == NULL)
        return subtitle;
    const struct blank blanks[] = {
        { "shown", format_number(plan->pen.text, plan->pen.arena, (double)top->shown, 0) },
        { "all", format_number(plan->pen.text, plan->pen.arena, (double)top->all, 0) },
    };
    return with_words(plan, subtitle,
                      format_phrase(plan->pen.text, plan->pen.arena, PHRASE_LARGEST_OF, blanks, 2));
}

/* Adds the part of a year that all periods are, so that the axis has plain years. */
static const char *with_part(struct chart_plan *plan, const char *subtitle)
{
    const char *part = repeated_part(plan);

    if (part == NULL || subtitle == NULL || part[0] == '\0' || names(plan->title, part) ||
        names(subtitle, part))
        return part != NULL ? subtitle : NULL;
    return with_words(plan, subtitle, part);
}

static void note_part(struct chart_plan *plan, const struct chart_header *header,
                      const char *subtitle)
{
    const char *part = repeated_part(plan);

    plan->part_said =
        part != NULL && part[0] != '\0' &&
        ((header->title != NULL && !header->title->cut && names(plan->title, part)) ||
         (header->subtitle != NULL && !header->subtitle->cut && names(subtitle, part)));
}

/* The word for the one style of all figures; NULL: they differ, or are plain. */
static const char *style_of_all(const struct chart_plan *plan)
{
    return plan->model != NULL ? pen_style_word(&plan->pen, plan->model->only_style) : NULL;
}

/* In the middle of the text or at its beginning. */
static bool names_style(const struct chart_plan *plan, const char *text, const char *word)
{
    const char *first = capitalized(plan->pen.arena, word);

    return names(text, word) || (first != NULL && names(text, first));
}

/* Says what all figures are, instead of drawing each so. */
static const char *with_style(struct chart_plan *plan, const char *subtitle)
{
    const char *word = style_of_all(plan);

    if (word == NULL || subtitle == NULL || names_style(plan, subtitle, word))
        return subtitle;
    return with_words(plan, subtitle, word);
}

static void note_style(struct chart_plan *plan, const struct chart_header *header, const char *text)
{
    const char *word = style_of_all(plan);

    plan->style_said = word != NULL && header->subtitle != NULL && !header->subtitle->cut &&
                       names_style(plan, text, word);
}

/* Says a scale that readers would not expect, unless the author did. */
static const char *with_scale(struct chart_plan *plan, const char *subtitle)
{
    const char *words = subtitle_scale(plan);

    if (words == NULL || words[0] == '\0' || subtitle == NULL || names_style(plan, subtitle, words))
        return subtitle;
    return with_words(plan, subtitle, words);
}

static void note_period(struct chart_plan *plan, const struct chart_header *header,
                        const char *subtitle)
{
    const char *period = one_period(plan);

    plan->period_said =
        period != NULL &&
        ((header->title != NULL && !header->title->cut && names(plan->title, period)) ||
         (header->subtitle != NULL && !header->subtitle->cut && names(subtitle, period)));
}

/* The author's subtitle, or a default one; with the unit and the period. False: there is none, or
 * memory ran out. */
static bool write_subtitle(struct chart_plan *plan, const char *unit, bool with_countries,
                           struct phrase *phrase)
{
    const char *subtitle = plan->subtitle;

    if (subtitle != NULL) {
        *phrase = (struct phrase){ .before = "", .after = "" };
        phrase->name = fill_unit(plan, subtitle, unit);
        if (phrase->name != NULL && phrase->name[0] != '\0')
            phrase->name = with_scale(
                plan,
                with_style(plan,
                           with_scope(plan, with_part(plan, with_period(plan, phrase->name)))));
        return phrase->name != NULL;
    }
    if (plan->model == NULL || !default_subtitle(plan, unit, with_countries, phrase))
        return false;
    phrase->after =
        with_scale(plan, with_style(plan, with_scope(plan, with_period(plan, phrase->after))));
    return phrase->after != NULL;
}

/* Returns the text before it is cut; NULL: there is none, or memory ran out. */
static const char *wrap_subtitle(struct chart_plan *plan, struct chart_header *header,
                                 const char *unit, bool with_countries)
{
    struct phrase phrase;

    if (!write_subtitle(plan, unit, with_countries, &phrase))
        return NULL;
    const char *text = phrase_text(plan, &phrase, phrase.name);
    if (text == NULL || text[0] == '\0')
        return NULL;
    /* A default subtitle, whose name may be cut, gets two lines; an author's gets three. */
    size_t most = phrase.is_made ? 2 : 3;
    header->subtitle = wrap_phrase(plan, &phrase, &plan->pen.theme->subtitle,
                                   plan->detail >= DETAIL_SHORT_SUBTITLE ? 1 : most);
    return text;
}

/* What the plot cannot say, in one line or not at all. */
static void measure_short_subtitle(struct chart_plan *plan, struct chart_header *header,
                                   const char *unit)
{
    const char *period = plan->short_period ? one_period(plan) : "";
    const char *after = period != NULL ? with_scale(plan, period) : NULL;

    if (after == NULL || (!plan->short_unit && after[0] == '\0'))
        return;
    const struct phrase phrase = shortest_subtitle(plan, plan->short_unit ? unit : "", after);
    const char *text = phrase_text(plan, &phrase, "");
    if (text == NULL)
        return;
    header->subtitle = wrap_whole(plan, text, &plan->pen.theme->subtitle, 1);
    plan->unit_said = plan->short_unit && header->subtitle != NULL && !header->subtitle->cut;
    note_period(plan, header, text);
}

/* Of a chart of targets, whose type knows it, in the author's subtitle alone. */
static const char *unit_words(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model != NULL)
        return format_unit(plan->pen.text, plan->pen.arena, model->unit, model->multiplier);
    return plan->subtitle == NULL || plan->type->unit_words == NULL || plan->n_plots == 0
               ? ""
               : plan->type->unit_words(&plan->plots[0]);
}

static void measure_subtitle(struct chart_plan *plan, struct chart_header *header)
{
    const char *unit = unit_words(plan);

    note_period(plan, header, NULL); /* by the title */
    note_part(plan, header, NULL);
    if (unit != NULL && plan->detail >= DETAIL_NO_SUBTITLE)
        measure_short_subtitle(plan, header, unit);
    if (unit == NULL || plan->detail >= DETAIL_NO_SUBTITLE)
        return;
    const char *text = wrap_subtitle(plan, header, unit, true);
    if (header->subtitle != NULL && header->subtitle->cut && plan->subtitle == NULL)
        text = wrap_subtitle(plan, header, unit, false);
    if (text == NULL)
        return;
    plan->unit_said = header->subtitle != NULL && !header->subtitle->cut &&
                      (plan->subtitle == NULL ||
                       ((plan->model != NULL || unit[0] != '\0') && strstr(text, unit) != NULL));
    note_period(plan, header, text);
    note_part(plan, header, text);
    note_style(plan, header, text);
}

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

/* "Source: Kazinform", unless the author wrote the word. */
static void measure_source(struct chart_plan *plan, struct chart_header *header)
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
        header->source = wrap(plan, source, &plan->pen.theme->source,
                              plan->detail >= DETAIL_SHORT_SOURCE ? 1 : 3);
    if (header->source != NULL)
        header->source_height =
            header->source->height +
            (plan->detail >= DETAIL_SHORT_TITLE ? tight_gap : wide_gap) * plan->pen.em;
}

void header_measure(struct chart_plan *plan)
{
    struct chart_header *header = &plan->header;

    *header = (struct chart_header){ 0 };
    plan->unit_said = plan->period_said = plan->part_said = plan->style_said = false;
    plan->period_wanted =
        (plan->type->subtitle_tells_period || pools_periods(plan)) && one_period(plan) != NULL;
    measure_title(plan, header);
    measure_subtitle(plan, header);
    if (plan->model != NULL)
        model_draw_styles(plan->model, plan->style_said);
    measure_source(plan, header);
    if (header->title != NULL)
        header->bottom = header->title->height;
    if (header->subtitle != NULL) {
        header->subtitle_top = header->bottom + (header->title != NULL ? plan->pen.em * 0.15 : 0);
        header->bottom = header->subtitle_top + header->subtitle->height;
    }
}

static void draw_block(const struct chart_plan *plan, struct scene *scene, enum role role,
                       const struct text_block *block, double top)
{
    if (block == NULL)
        return;
    struct text_block hung = *block;
    hung.right_to_left |= text_is_right_to_left(plan->pen.text);
    scene_open_role(scene, role);
    text_block_draw(&hung, scene, 0, top, plan->width);
    scene_close(scene);
}

void header_draw(const struct chart_plan *plan, struct scene *scene)
{
    const struct chart_header *header = &plan->header;

    draw_block(plan, scene, ROLE_CHART_TITLE, header->title, header->title_top);
    draw_block(plan, scene, ROLE_CHART_SUBTITLE, header->subtitle, header->subtitle_top);
}

void source_draw(const struct chart_plan *plan, struct scene *scene)
{
    if (plan->header.source != NULL)
        draw_block(plan, scene, ROLE_CHART_SOURCE, plan->header.source,
                   plan->height - plan->header.source->height);
}
