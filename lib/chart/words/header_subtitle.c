/* header_subtitle.c - what the subtitle says, and which of it the plot need not say again. */
#include <string.h>

#include "chart/guides/axis_period.h"
#include "chart/words/header_parts.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

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
bool header_pools_periods(const struct chart_plan *plan)
{
    return plan->model != NULL && plan->model->n_periods > 1 && plan->type->pools_periods != NULL &&
           plan->type->pools_periods(plan->model);
}

/* The chart's one period, its lines' one year, or the span of all that its marks are of, in words;
 * NULL: there are several. */
const char *header_one_period(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model != NULL && model->is_of_years) {
        int year = seasonal_only_year(plan->collected);
        return year != 0 ? pen_period_text(&plan->pen, sheaf_period_year(year)) : NULL;
    }
    if (header_pools_periods(plan)) {
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
    const char *period = plan->period_wanted ? header_one_period(plan) : NULL;

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
    return with_words(plan, subtitle, subtitle_largest(plan));
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

    plan->part_said = part != NULL && part[0] != '\0' &&
                      ((header->title != NULL && !header->title->cut && names(plan->title, part)) ||
                       (header->subtitle != NULL && names(subtitle, part)));
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

    plan->style_said = word != NULL && header->subtitle != NULL && names_style(plan, text, word);
}

/* Says a scale that readers would not expect, unless the author did. */
static const char *with_axis(struct chart_plan *plan, const char *subtitle)
{
    const char *words = subtitle_scale(plan);

    if (words == NULL || words[0] == '\0' || subtitle == NULL || names_style(plan, subtitle, words))
        return subtitle;
    return with_words(plan, subtitle, words);
}

/* Says what unusual marks stand for, unless the author did. */
static const char *with_marks(struct chart_plan *plan, const char *subtitle)
{
    const char *words = plan->type->marks_words != NULL ? plan->type->marks_words(plan) : "";

    if (words == NULL || words[0] == '\0' || subtitle == NULL || names_style(plan, subtitle, words))
        return words != NULL ? subtitle : NULL;
    return with_words(plan, subtitle, words);
}

static const char *with_scale(struct chart_plan *plan, const char *subtitle)
{
    return with_marks(plan, with_axis(plan, subtitle));
}

static void note_period(struct chart_plan *plan, const struct chart_header *header,
                        const char *subtitle)
{
    const char *period = header_one_period(plan);

    plan->period_said =
        period != NULL &&
        ((header->title != NULL && !header->title->cut && names(plan->title, period)) ||
         (header->subtitle != NULL && names(subtitle, period)));
}

/* An author's subtitle is a name that may be cut; what the chart adds stands behind it, and outlives
 * it. */
static bool write_own_subtitle(struct chart_plan *plan, const char *unit, struct phrase *phrase)
{
    const char *own = fill_unit(plan, plan->subtitle, unit), *all = own;

    if (own != NULL && own[0] != '\0')
        all = with_scale(
            plan, with_style(plan, with_scope(plan, with_part(plan, with_period(plan, own)))));
    if (own == NULL || all == NULL)
        return false;
    *phrase = (struct phrase){ .before = "", .name = own, .after = all + strlen(own) };
    return true;
}

/* The author's subtitle, or a default one; with the unit and the period. False: there is none, or
 * memory ran out. */
static bool write_subtitle(struct chart_plan *plan, const char *unit, bool with_countries,
                           struct phrase *phrase)
{
    if (plan->subtitle != NULL)
        return write_own_subtitle(plan, unit, phrase);
    if (plan->model == NULL || !default_subtitle(plan, unit, with_countries, phrase))
        return false;
    phrase->after =
        with_scale(plan, with_style(plan, with_scope(plan, with_period(plan, phrase->after))));
    return phrase->after != NULL;
}

static size_t max_lines(const struct chart_plan *plan)
{
    return plan->detail >= DETAIL_SHORT_NAMES ? 1 : plan->detail >= DETAIL_SHORT_SUBTITLE ? 2 : 4;
}

/* A last line shorter than this share of the widest is an orphan, "of 20" or "USD billion". */
static const double orphan_share = 0.4;

static bool has_orphan(const struct text_block *block)
{
    return block->n_lines > 1 && !block->cut &&
           block->lines[block->n_lines - 1]->width < orphan_share * block->width;
}

/* Returns what of it is shown for sure; NULL: there is none, or memory ran out. */
static const char *wrap_subtitle(struct chart_plan *plan, struct chart_header *header,
                                 const char *unit, bool with_countries)
{
    struct phrase phrase;

    if (!write_subtitle(plan, unit, with_countries, &phrase))
        return NULL;
    const char *text = phrase_text(plan, &phrase, phrase.name);
    if (text == NULL || text[0] == '\0')
        return NULL;
    const struct text_style *style = &plan->pen.theme->subtitle;
    header->subtitle = header_wrap_phrase(plan, &phrase, style, max_lines(plan));
    if (header->subtitle != NULL && has_orphan(header->subtitle))
        header->subtitle = header_balance(plan, text, header->subtitle, style);
    if (header->subtitle == NULL && with_countries && plan->subtitle == NULL)
        return wrap_subtitle(plan, header, unit, false);
    bool is_rest_cut = false;
    if (header->subtitle == NULL)
        header->subtitle =
            header_wrap_nameless(plan, &phrase, style, max_lines(plan), &is_rest_cut);
    if (header->subtitle == NULL || !header->subtitle->cut)
        return text;
    return is_rest_cut ? "" : arena_format(plan->pen.arena, "%s%s", phrase.before, phrase.after);
}

/* The period, or the span of those, that an axis has no room to name. */
static const char *lost_period(struct chart_plan *plan)
{
    const char *period = header_one_period(plan);

    if (period != NULL || plan->model == NULL)
        return period;
    /* The marks name a few parts of years in full, where no subtitle does. */
    const char *part = repeated_part(plan);
    bool are_few = part != NULL && part[0] != '\0' && plan->model->n_periods <= MAX_REPEATED_NAMES;
    return are_few ? "" : subtitle_periods(plan);
}

/* What the plot cannot say, in one line or not at all. */
static void measure_short_subtitle(struct chart_plan *plan, struct chart_header *header,
                                   const char *unit)
{
    const char *period = plan->short_period ? lost_period(plan) : "";
    const char *after = period != NULL ? with_scale(plan, period) : NULL;

    if (after == NULL || (!plan->short_unit && after[0] == '\0'))
        return;
    const struct phrase phrase = shortest_subtitle(plan, plan->short_unit ? unit : "", after);
    const char *text = phrase_text(plan, &phrase, "");
    if (text == NULL)
        return;
    header->subtitle = header_wrap(plan, text, &plan->pen.theme->subtitle, 1);
    bool is_whole = header->subtitle != NULL && !header->subtitle->cut;
    plan->unit_said = plan->short_unit && is_whole;
    note_period(plan, header, text);
    plan->period_said = plan->period_said || (plan->short_period && is_whole);
}

/* Of a chart of targets, whose type knows it, in the author's subtitle alone. */
static const char *unit_words(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model != NULL)
        return pen_unit(&plan->pen, model->unit, model->multiplier);
    return plan->subtitle == NULL || plan->type->unit_words == NULL || plan->n_plots == 0
               ? ""
               : plan->type->unit_words(&plan->plots[0]);
}

void header_measure_subtitle(struct chart_plan *plan, struct chart_header *header)
{
    const char *unit = unit_words(plan);

    note_period(plan, header, NULL); /* by the title */
    note_part(plan, header, NULL);
    if (unit != NULL && plan->detail >= DETAIL_NO_SUBTITLE)
        measure_short_subtitle(plan, header, unit);
    if (unit == NULL || plan->detail >= DETAIL_NO_SUBTITLE)
        return;
    const char *text = wrap_subtitle(plan, header, unit, true);
    if (text == NULL)
        return;
    plan->unit_said = header->subtitle != NULL &&
                      (((plan->model != NULL || unit[0] != '\0') && names(text, unit)) ||
                       (plan->subtitle == NULL && !header->subtitle->cut));
    note_period(plan, header, text);
    note_part(plan, header, text);
    note_style(plan, header, text);
}
