/* annotations.c - which annotations a chart takes, how much room they need, and how they are said. */
#include "chart/guides/annotations.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "chart/layout.h"
#include "chart/plan.h"
#include "chart/words/speech.h"
#include "period/period.h"
#include "series/series.h"
#include "text/format.h"

/* Size of the words, beside labels of 7.5 pt, and the least that can be read in print and on a
 * screen. */
static const double words_size = 7 / 7.5, min_print = 6.5, min_screen = 11;
/* Between the plot and the lowest line of words above it, in ems. */
static const double head_gap = 0.3;
/* So many in one plot are read; more hide the figures. */
enum { MOST_IN_A_PLOT = 3 };

/* Opening ---------------------------------------------------------------------------------- */

/* Places that a value needs, of six at most. */
static int decimals_of(double value)
{
    int decimals = 0;

    while (decimals < 6 && fabs(value - round(value)) > 1e-9 * fmax(fabs(value), 1)) {
        value *= 10;
        decimals++;
    }
    return decimals;
}

/* "2022", "2020–2021", "100", "Exports – 2022": what stands before the text. */
static const char *subject(const struct chart_plan *plan, const struct annotation *given)
{
    const struct chart_pen *pen = &plan->pen;

    if (given->kind == ANNOTATION_REFERENCE)
        return format_number(pen->text, pen->arena, given->value, decimals_of(given->value));
    const char *first = pen_period_text(pen, given->first);
    if (sheaf_period_compare(given->first, given->last) == 0 || first == NULL)
        return first;
    const char *last = pen_period_text(pen, given->last);
    return last != NULL ? arena_format(pen->arena, "%s\xE2\x80\x93%s", first, last) : NULL;
}

static const char *label_of(const struct chart_plan *plan, const struct annotation *given)
{
    struct blank blanks[2] = { { "period", subject(plan, given) }, { "amount", given->text } };

    if (blanks[0].text == NULL)
        return NULL;
    const char *words = format_phrase(plan->pen.text, plan->pen.arena, PHRASE_FIGURE, blanks, 2);
    if (given->series == NULL || words == NULL)
        return words;
    blanks[0] = (struct blank){ "series", given->series };
    blanks[1] = (struct blank){ "figures", words };
    return format_phrase(plan->pen.text, plan->pen.arena, PHRASE_SERIES, blanks, 2);
}

static struct text_style style_of(const struct chart_plan *plan)
{
    struct text_style style = plan->pen.theme->label;
    double least = plan->pen.pixel > 0 ? min_screen : min_print;
    double times = fmin(fmax(words_size, least / style.size), 1);

    style.size *= times;
    style.leading *= times;
    style.color = plan->pen.theme->ink;
    return style;
}

bool annotations_open(struct chart_plan *plan)
{
    const sheaf_chart *chart = plan->all;
    struct arena *arena = plan->pen.arena;

    if (chart->n_annotations == 0)
        return true;
    struct annotation_plan *all = arena_new(arena, struct annotation_plan);
    if (all == NULL)
        return false;
    all->n = chart->n_annotations;
    all->items = arena_array(arena, struct placed, all->n);
    all->style = style_of(plan);
    for (size_t i = 0; all->items != NULL && i < all->n; i++) {
        all->items[i].given = &chart->annotations[i];
        all->items[i].label = label_of(plan, all->items[i].given);
        if (all->items[i].label == NULL)
            return false;
    }
    plan->annotations = all;
    return all->items != NULL;
}

double annotations_line_height(const struct annotation_plan *all)
{
    return all->style.leading;
}

/* Checks ----------------------------------------------------------------------------------- */

/* A sparkline that stands for a chart without room leaves them out; one that was asked for refuses
 * them. */
static bool stands_for_another(const struct chart_plan *plan)
{
    return plan->type->is_small && plan->all->type != plan->drawn;
}

static void fail_timeless(const struct chart_plan *plan, const struct annotation *given)
{
    fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
         "a chart of type '%s' has no axis of periods for the %s '%.60s'; draw lines or bars, or "
         "leave it out",
         chart_type_name_of(plan->type), annotation_called(given), given->text);
}

/* NULL: all are references. */
static const struct annotation *first_with_period(const struct annotation_plan *all)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].given->kind != ANNOTATION_REFERENCE)
            return all->items[i].given;
    return NULL;
}

void annotations_check(const struct chart_plan *plan)
{
    if (plan->annotations == NULL)
        return;
    const struct annotation *first = plan->annotations->items[0].given;
    const struct annotation *timed = first_with_period(plan->annotations);
    if (plan->chart->lies && timed != NULL)
        fail(
            text_error(plan->pen.text), SHEAF_BAD_INPUT,
            "bars that lie have no axis of periods for the %s '%.60s'; let them stand, or leave it "
            "out",
            annotation_called(timed), timed->text);
    else if (plan->type->time_frames == NULL && !stands_for_another(plan) &&
             first->kind == ANNOTATION_REFERENCE)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "a chart of type '%s' has no scale across its plot for the reference '%.60s'; draw "
             "lines or bars, or say it in the subtitle",
             chart_type_name_of(plan->type), first->text);
    else if (plan->type->time_frames == NULL && !stands_for_another(plan))
        fail_timeless(plan, first);
}

static void check_values(const struct chart_plan *plan, const struct annotation *given)
{
    const struct time_frame *frame = &plan->annotations->frames[0];

    if (frame->values.type == NULL)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "a chart of type '%s' has no scale of values for the reference '%.60s'",
             chart_type_name_of(plan->type), given->text);
    else if (plan->plots[0].scale == &log_scale && given->value <= 0)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "a logarithmic scale has no place for the reference '%.60s', which is not above zero; "
             "choose %s, or leave it out",
             given->text, SETTING("axis: symlog"));
}

/* A seasonal chart has months of any year: whole years, and years that it does not show, have no
 * place in it. */
static bool season_shows(const struct chart_plan *plan, const struct annotation *given)
{
    const struct model *model = plan->collected;

    if (!sheaf_period_is_part_of_year(given->first) || !sheaf_period_is_part_of_year(given->last))
        return false;
    int year = period_interval(given->first).first.year, first = year + 1, last = year - 1;
    for (size_t i = 0; i < model->n_periods; i++) {
        int shown = period_interval(model->periods[i]).first.year;
        first = shown < first ? shown : first;
        last = shown > last ? shown : last;
    }
    return first <= year && year <= last && period_interval(given->last).first.year == year;
}

static void fail_outside(const struct chart_plan *plan, const struct placed *item)
{
    const struct model *model = plan->collected;
    const char *first = pen_period_text(&plan->pen, model->periods[0]);
    const char *last = pen_period_text(&plan->pen, model->periods[model->n_periods - 1]);

    if (plan->model->is_of_years)
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "the %s '%.80s' is of no month of the years that the chart shows",
             annotation_called(item->given), item->label);
    else
        fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
             "the %s '%.80s' lies outside the periods that the chart shows, %s to %s",
             annotation_called(item->given), item->label, first != NULL ? first : "",
             last != NULL ? last : "");
}

/* Sets where it stands in the first frame. */
static void find_time(const struct chart_plan *plan, struct placed *item)
{
    const struct annotation *given = item->given;
    const struct time_frame *frame = &plan->annotations->frames[0];
    bool is_shown = !plan->model->is_of_years || season_shows(plan, given);

    if (is_shown && given->kind == ANNOTATION_BAND)
        is_shown = time_frame_stretch(frame, given->first, given->last, &item->left, &item->right);
    else if (is_shown) {
        is_shown = time_frame_event(frame, given->first, &item->left);
        item->right = item->left;
    }
    if (!is_shown)
        fail_outside(plan, item);
}

/* A call-out is said with the name that readers see. */
static void find_figure(const struct chart_plan *plan, struct placed *item)
{
    size_t series, period;

    if (!annotations_find_figure(plan, item->given, &series, &period))
        return;
    struct annotation named = *item->given;
    named.series = plan->model->is_of_years || plan->model->n_series == 1
                       ? named.series
                       : (char *)plan->model->series[series].label;
    item->label = label_of(plan, &named);
}

/* Measuring -------------------------------------------------------------------------------- */

double annotations_value(const struct chart_plan *plan, const struct model *model,
                         const struct annotation *given)
{
    const sheaf_series *first = plan->all->series[0];

    if (strcmp(sheaf_series_unit(first), model->unit) != 0)
        return given->value;
    return given->value * pow(10, sheaf_series_multiplier(first) - model->multiplier);
}

void annotations_widen(struct plot *plot)
{
    const struct annotation_plan *all = plot->plan->annotations;

    if (all == NULL || all->is_small)
        return;
    for (size_t i = 0; i < all->n; i++) {
        if (all->items[i].given->kind != ANNOTATION_REFERENCE)
            continue;
        double value = annotations_value(plot->plan, plot->model, all->items[i].given);
        if (plot->scale == &log_scale && value <= 0)
            continue;
        plot->extent.low = fmin(plot->extent.low, value);
        plot->extent.high = fmax(plot->extent.high, value);
    }
}

struct text_block *annotations_words(const struct chart_plan *plan, const struct placed *item,
                                     double width)
{
    enum { MOST_LINES = 3 };
    const struct text_style *style = &plan->annotations->style;
    double most = fmin(width, 15 * style->size);
    double whole = text_width(plan->pen.text, item->given->text, style);
    const struct text_span span = { item->given->text, style, NULL };

    if (most < fmin(whole, 5 * style->size))
        return NULL;
    struct text_block *words =
        text_wrap(plan->pen.text, plan->pen.arena, &span, 1, most, MOST_LINES);
    return words != NULL && !words->cut && words->width <= width ? words : NULL;
}

bool annotations_in_head(const struct annotation_plan *all, const struct annotation *given)
{
    if (given->kind == ANNOTATION_REFERENCE)
        return all->frames[0].lies;
    return (given->kind == ANNOTATION_EVENT || given->kind == ANNOTATION_BAND) &&
           !all->frames[0].is_closed;
}

static void read_frames(struct chart_plan *plan)
{
    struct annotation_plan *all = plan->annotations;

    all->frames = plan->type->time_frames(&plan->plots[0], &all->n_frames);
}

void annotations_find_across(const struct chart_plan *plan, struct placed *item)
{
    item->left = item->right = annotations_reference(plan, item, &plan->annotations->frames[0]);
}

/* Of a frame without room for its words a line in the key explains its line. */
static void find_value(struct chart_plan *plan, struct placed *item)
{
    const struct time_frame *frame = &plan->annotations->frames[0];

    check_values(plan, item->given);
    if (frame->lies)
        annotations_find_across(plan, item);
    item->is_in_key = (frame->is_covered || item->wants_key) && !item->is_left_out;
    if (item->is_in_key)
        legend_add(plan, item->label, SWATCH_LINE, plan->pen.theme->ink, FIGURE_SOLID);
}

void annotations_reset(struct chart_plan *plan, bool annotated)
{
    if (plan->annotations == NULL)
        return;
    plan->annotations->extra = 0;
    plan->annotations->rows = 1; /* likely */
    plan->annotations->is_small = !annotated || plan->type->time_frames == NULL;
    plan->annotations->room = ROOM_AS_IT_IS;
    for (size_t i = 0; i < plan->annotations->n; i++)
        plan->annotations->items[i].wants_key = false;
}

bool annotations_may_be_in_key(const struct chart_plan *plan)
{
    return plan->type->time_frames != NULL && first_with_period(plan->annotations) == NULL;
}

void annotations_begin_in_key(struct chart_plan *plan)
{
    struct annotation_plan *all = plan->annotations;

    for (size_t i = 0; i < all->n; i++)
        all->items[i].wants_key = true;
    all->room = ROOM_IN_KEY;
}

bool annotations_are_in_key(const struct chart_plan *plan)
{
    const struct annotation_plan *all = plan->annotations;

    for (size_t i = 0; all != NULL && !all->is_small && i < all->n; i++)
        if (all->items[i].wants_key)
            return true;
    return false;
}

void annotations_measure(struct chart_plan *plan)
{
    struct annotation_plan *all = plan->annotations;

    if (all == NULL)
        return;
    all->rows = 0;
    if (plan->type->time_frames == NULL || plan->plots[0].marks == NULL || pen_failed(&plan->pen))
        return;
    read_frames(plan);
    if (all->frames == NULL)
        return;
    for (size_t i = 0; i < all->n; i++) {
        struct placed *item = &all->items[i];
        item->is_left_out = all->is_small;
        item->words = NULL;
        if (item->given->kind == ANNOTATION_REFERENCE)
            find_value(plan, item);
        else if (all->frames[0].is_timeless)
            fail_timeless(plan, item->given);
        else if (item->given->kind == ANNOTATION_CALLOUT)
            find_figure(plan, item);
        else
            find_time(plan, item);
    }
    if (!all->is_small && !pen_failed(&plan->pen))
        annotations_stack(plan, annotations_most_rows(plan));
}

bool annotations_gave_way(const struct chart_plan *plan)
{
    return plan->annotations != NULL && plan->annotations->is_small &&
           plan->type->time_frames != NULL;
}

double annotations_height(const struct chart_plan *plan)
{
    const struct annotation_plan *all = plan->annotations;

    if (all == NULL || all->is_small)
        return 0;
    double words = (double)all->rows * annotations_line_height(all);
    return all->extra + (words > 0 ? words + head_gap * plan->pen.em : 0);
}

double annotations_head_bottom(const struct chart_plan *plan)
{
    return plan->area.top - head_gap * plan->pen.em;
}

double annotations_head_top(const struct chart_plan *plan)
{
    return annotations_head_bottom(plan) -
           (double)plan->annotations->rows * annotations_line_height(plan->annotations);
}

/* Call-outs and references that find no place as the plots are. */
static size_t count_left_out(struct chart_plan *plan)
{
    const struct annotation_plan *all = plan->annotations;
    size_t n = 0;

    annotations_place(plan);
    for (size_t i = 0; i < all->n; i++)
        n += all->items[i].is_left_out && all->items[i].given->kind >= ANNOTATION_REFERENCE;
    annotations_end(plan);
    return n;
}

/* References that found no place. */
static bool put_in_key(struct annotation_plan *all)
{
    bool any = false;

    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].is_left_out && all->items[i].given->kind == ANNOTATION_REFERENCE)
            any = all->items[i].wants_key = true;
    return any;
}

bool annotations_want_more(struct chart_plan *plan)
{
    struct annotation_plan *all = plan->annotations;

    if (all == NULL || all->is_small ||
        !(annotations_have(plan->all, ANNOTATION_CALLOUT) ||
          annotations_have(plan->all, ANNOTATION_REFERENCE)))
        return false;
    if (all->room == ROOM_IN_KEY)
        return false;
    size_t left_out = count_left_out(plan);
    if (all->room == ROOM_AS_IT_IS) {
        all->room = ROOM_ABOVE;
        all->left_out = left_out;
        all->extra = left_out > 0 ? 2.2 * annotations_line_height(all) : 0;
        return left_out > 0;
    }
    bool is_of_use = left_out < all->left_out, wants_key = put_in_key(all);
    all->room = ROOM_IN_KEY;
    all->extra = is_of_use ? all->extra : 0;
    return !is_of_use || wants_key;
}

/* Words ------------------------------------------------------------------------------------ */

void annotations_speak(struct speech *speech)
{
    const struct annotation_plan *all = speech->plan->annotations;

    for (size_t i = 0; all != NULL && i < all->n; i++)
        speech_say(speech, all->items[i].label);
}

void annotations_warn(const struct chart_plan *plan, sheaf_chart *chart)
{
    const struct annotation_plan *all = plan->annotations;
    const char *first = NULL;
    size_t n = 0;

    chart->crowded[0] = chart->unplaced[0] = '\0';
    if (all == NULL)
        return;
    if (all->n > MOST_IN_A_PLOT)
        snprintf(chart->crowded, sizeof chart->crowded,
                 "%zu annotations in one plot hide its figures; three are read", all->n);
    for (size_t i = 0; i < all->n; i++) {
        if (!all->is_small && !all->items[i].is_left_out)
            continue;
        first = first != NULL ? first : all->items[i].label;
        n++;
    }
    if (n == 1)
        snprintf(chart->unplaced, sizeof chart->unplaced,
                 "the chart has no room for '%.180s', which is left out", first);
    else if (n > 1)
        snprintf(chart->unplaced, sizeof chart->unplaced,
                 "the chart has no room for %zu of its %zu annotations, which are left out; the "
                 "first is '%.180s'",
                 n, all->n, first);
}
