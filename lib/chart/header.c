/* header.c - the words around the plot: headline, subtitle, source. */
#include "chart/header.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "chart/words.h"
#include "data/series.h"
#include "text/format.h"

/* Above the source, in ems. */
static const double wide_gap = 1, tight_gap = 0.4;

static struct text_block *wrap_whole(struct chart_plan *plan, const char *text,
                                     const struct text_style *style, size_t lines)
{
    struct text_span span = { .utf8 = text, .style = style };

    return text_wrap(plan->text, plan->arena, &span, 1, plan->width, lines);
}

/* Where the word before `end` ends, without what promises more; 0: there is none. */
static size_t word_end(const char *text, size_t end)
{
    while (end > 0 && text[end] != ' ')
        end--;
    while (end > 0 && strchr(" ,;:-", text[end - 1]) != NULL)
        end--;
    return end;
}

/* Bytes that so many lines hold at the very most: no letter is narrower on the average. */
static size_t most_bytes(const struct chart_plan *plan, const struct text_style *style,
                         size_t lines)
{
    enum { BYTES_A_LETTER = 4 };
    static const double narrowest = 0.15; /* ems */

    return (size_t)((double)lines * plan->width / (narrowest * style->size)) * BYTES_A_LETTER;
}

/* What has to be cut is cut between words, after the last that fits; where not even one does,
 * within it. */
static struct text_block *wrap(struct chart_plan *plan, const char *text,
                               const struct text_style *style, size_t lines)
{
    struct text_block *block = wrap_whole(plan, text, style, lines);
    size_t n = strlen(text), most = most_bytes(plan, style, lines);
    size_t fits = 0, too_long = n < most ? n : most, best = 0;

    while (block != NULL && block->cut && too_long - fits > 1) {
        size_t middle = fits + (too_long - fits) / 2, end = word_end(text, middle);
        const char *start = arena_format(plan->arena, "%.*s\xE2\x80\xA6", (int)end, text);
        struct text_block *shorter = start != NULL ? wrap_whole(plan, start, style, lines) : NULL;
        if (shorter == NULL)
            return NULL;
        if (end > best && shorter->cut) {
            too_long = middle;
            continue;
        }
        fits = middle;
        if (end > best) {
            best = end;
            shorter->cut = true; /* the text is, if not this beginning */
            block = shorter;
        }
    }
    return block;
}

/* Lines of like length, instead of a last one of one word: the narrowest that makes no
 * more of them. */
static struct text_block *balance(struct chart_plan *plan, struct text_block *block,
                                  const struct text_style *style)
{
    struct text_span span = { .utf8 = plan->chart->title, .style = style };
    double low = 0.5 * block->width, high = block->width;

    for (int i = 0; i < 5 && block->n_lines > 1; i++) {
        double middle = (low + high) / 2;
        struct text_block *narrower = text_wrap(plan->text, plan->arena, &span, 1, middle, 0);
        if (narrower == NULL || narrower->n_lines > block->n_lines) {
            low = middle;
        } else {
            high = middle;
            block = narrower;
        }
    }
    return block;
}

/* A long finding is set smaller, down to the size of the subtitle, before it is cut. */
static void measure_title(struct chart_plan *plan, struct header *header)
{
    double largest = plan->theme.headline.size, least = fmax(plan->theme.subtitle.size, plan->em);
    const double sizes[] = { largest, (largest + least) / 2, least };
    bool one_line = plan->detail >= DETAIL_SHORT_TITLE;

    if (plan->chart->title == NULL || plan->detail >= DETAIL_NO_TITLE)
        return;
    for (size_t i = 0; i < 3; i++) {
        header->title_style = plan->theme.headline;
        header->title_style.size = sizes[i];
        header->title_style.leading *= sizes[i] / sizes[0];
        header->title = wrap(plan, plan->chart->title, &header->title_style,
                             one_line ? 1
                             : i == 2 ? 3
                                      : 2);
        if (header->title != NULL && !header->title->cut)
            header->title = balance(plan, header->title, &header->title_style);
        if (header->title == NULL || !header->title->cut)
            return;
    }
}

/* Years, quarters, months and days: two of their names make a range. The names of
 * other periods are ranges themselves. */
static bool is_plain_kind(sheaf_period period)
{
    return period.count == 1 ||
           (period.unit == SHEAF_MONTHS && (period.count == 3 || period.count == 12));
}

/* What all series measure, as their file calls it; "". */
static const char *common_measure(const struct sheaf_chart *chart)
{
    const char *measure = series_measure(chart->series[0]);

    for (size_t i = 1; i < chart->n_series; i++)
        if (strcmp(measure, series_measure(chart->series[i])) != 0)
            return "";
    return measure;
}

/* The one series, or the flow that all are of: "Exports". A column's head "value" says
 * nothing, and a rate of exports is not exports. */
static const char *subject(const struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model->n_series == 1)
        return strcmp(model->series[0].name, "value") == 0 ? "" : model->series[0].label;
    return theme_knows_flow(model->flow) && strcmp(model->unit, "%") != 0
               ? format_flow(plan->text, model->flow)
               : "";
}

/* "Exports, USD billion, 2019–2023": what can be said without an author. What the file calls its
 * indicator comes first. */
static const char *default_subtitle(struct chart_plan *plan, const char *unit)
{
    const struct model *model = plan->model;

    if (model == NULL)
        return NULL;
    const char *measure = common_measure(plan->chart), *series = subject(plan);
    const char *from = "", *to = "";
    if (model->n_kinds == 1 && is_plain_kind(model->periods[0])) {
        from = plan_period_text(plan, model->periods[0]);
        to = plan_period_text(plan, model->periods[model->n_periods - 1]);
    }
    if (from == NULL || to == NULL || unit == NULL)
        return NULL;
    bool spaced = strchr(from, ' ') != NULL;
    const char *range = model->n_periods == 1 || from[0] == '\0'
                            ? from
                            : arena_format(plan->arena, "%s%s%s", from,
                                           spaced ? " \xE2\x80\x93 " : "\xE2\x80\x93", to);
    const char *parts[] = { measure, series, unit, range != NULL ? range : "" };
    const char *whole = "", *comma = words_comma(text_locale(plan->text));
    for (size_t i = 0; i < 4 && whole != NULL; i++)
        if (parts[i][0] != '\0')
            whole =
                arena_format(plan->arena, "%s%s%s", whole, whole[0] != '\0' ? comma : "", parts[i]);
    return whole != NULL ? capitalized(plan->arena, whole) : NULL;
}

/* The author's subtitle with "{unit}" filled in. */
static const char *fill_unit(struct chart_plan *plan, const char *subtitle, const char *unit)
{
    const char *mark = strstr(subtitle, "{unit}");

    if (mark == NULL)
        return subtitle;
    return arena_format(plan->arena, "%.*s%s%s", (int)(mark - subtitle), subtitle, unit,
                        mark + strlen("{unit}"));
}

/* The one period that the chart is of; NULL where there are several. */
static const char *one_period(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    return model != NULL && model->n_periods == 1 ? plan_period_text(plan, model->periods[0])
                                                  : NULL;
}

static bool names(const char *words, const char *period)
{
    return words != NULL && strstr(words, period) != NULL;
}

/* A ranking has no axis to tell its period: the subtitle does, where the author does not. */
static const char *with_period(struct chart_plan *plan, const char *subtitle)
{
    const char *period = plan->type == &ranking_type ? one_period(plan) : NULL;

    if (period == NULL || names(plan->chart->title, period) || names(subtitle, period))
        return subtitle;
    return arena_format(plan->arena, "%s%s%s", subtitle, words_comma(text_locale(plan->text)),
                        period);
}

static void note_period(struct chart_plan *plan, const struct header *header, const char *subtitle)
{
    const char *period = one_period(plan);

    plan->period_said =
        period != NULL &&
        ((header->title != NULL && !header->title->cut && names(plan->chart->title, period)) ||
         (header->subtitle != NULL && !header->subtitle->cut && names(subtitle, period)));
}

static void measure_subtitle(struct chart_plan *plan, struct header *header)
{
    const struct model *model = plan->model;
    const char *unit =
        model == NULL ? "" : format_unit(plan->text, plan->arena, model->unit, model->multiplier);

    if (unit == NULL || plan->detail >= DETAIL_NO_SUBTITLE)
        return;
    const char *text = plan->chart->subtitle != NULL ? fill_unit(plan, plan->chart->subtitle, unit)
                                                     : default_subtitle(plan, unit);
    if (text == NULL || text[0] == '\0')
        return;
    text = with_period(plan, text);
    if (text == NULL)
        return;
    header->subtitle =
        wrap(plan, text, &plan->theme.subtitle, plan->detail >= DETAIL_SHORT_SUBTITLE ? 1 : 3);
    plan->unit_said = header->subtitle != NULL && !header->subtitle->cut &&
                      (plan->chart->subtitle == NULL || strstr(text, unit) != NULL);
    note_period(plan, header, text);
}

/* "Source: Kazinform", unless the author wrote the word. */
static void measure_source(struct chart_plan *plan, struct header *header)
{
    const char *source = plan->chart->source;
    const char *word = format_word(plan->text, WORD_SOURCE);

    if (source == NULL || plan->detail >= DETAIL_NO_SOURCE)
        return;
    if (strncmp(source, word, strlen(word)) != 0)
        source =
            arena_format(plan->arena, "%s%s%s", word, words_colon(text_locale(plan->text)), source);
    if (source != NULL)
        header->source =
            wrap(plan, source, &plan->theme.source, plan->detail >= DETAIL_SHORT_SOURCE ? 1 : 3);
    if (header->source != NULL)
        header->source_height =
            header->source->height +
            (plan->detail >= DETAIL_SHORT_TITLE ? tight_gap : wide_gap) * plan->em;
}

void header_measure(struct chart_plan *plan)
{
    struct header *header = &plan->header;

    *header = (struct header){ 0 };
    plan->unit_said = plan->period_said = false;
    measure_title(plan, header);
    measure_subtitle(plan, header);
    measure_source(plan, header);
    if (header->title != NULL)
        header->bottom = header->title->height;
    if (header->subtitle != NULL) {
        header->subtitle_top = header->bottom + (header->title != NULL ? plan->em * 0.15 : 0);
        header->bottom = header->subtitle_top + header->subtitle->height;
    }
}

static void draw_block(const struct chart_plan *plan, struct scene *scene, enum role role,
                       const struct text_block *block, double top)
{
    if (block == NULL)
        return;
    struct text_block hung = *block;
    hung.right_to_left |= text_is_right_to_left(plan->text);
    scene_open_role(scene, role);
    text_block_draw(&hung, scene, 0, top, plan->width);
    scene_close(scene);
}

void header_draw(const struct chart_plan *plan, struct scene *scene)
{
    const struct header *header = &plan->header;

    draw_block(plan, scene, ROLE_CHART_TITLE, header->title, header->title_top);
    draw_block(plan, scene, ROLE_CHART_SUBTITLE, header->subtitle, header->subtitle_top);
}

void source_draw(const struct chart_plan *plan, struct scene *scene)
{
    if (plan->header.source != NULL)
        draw_block(plan, scene, ROLE_CHART_SOURCE, plan->header.source,
                   plan->height - plan->header.source->height);
}
