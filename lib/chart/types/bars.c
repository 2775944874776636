/* bars.c - grouped bars over periods, from zero. */
#include "chart/types/bars.h"

#include <math.h>

#include "chart/guides/time_frame.h"
#include "chart/marks.h"
#include "chart/scale/period.h"
#include "chart/words/speech.h"
#include "period/period.h"
#include "text/format.h"

/* A few bars are labelled one by one; more are read off an axis. */
enum { MAX_LABELLED = 12 };

/* Maximum width of a bar in a group and alone, in ems: wider ones look like slabs. Beyond that the
 * gap grows, up to 90 % of a band; what remains is left white at the right. */
static const double widest_bar = 10, widest_lone_bar = 12, widest_gap = 0.9;
/* A narrower gap, where it lets every bar have its label. */
static const double narrow_gap = 0.28;
/* A bar's band may grow to twice its width to make room for the period's name. */
static const double max_extra = 2;
/* Below this width, in pixels, a difference of one pixel between bars is visible. */
static const double widest_thin = 12;
/* Below 16 pixels from group to group, unequal distances show as a pattern. Equal ones may leave up
 * to 12 % of the room white. */
static const double close_groups = 16, max_white = 0.12;
/* Minimum width of a bar, in pixels or points: thinner bars merge into a grey patch, and side by
 * side their colours mix. Share of the width that an axis leaves them. */
static const double min_bar = 1, min_bar_of_several = 2, axis_share = 0.85;
/* A bar at least four times as wide as the gap of paper beside it has that gap. */
static const double min_bar_with_gap = 4;
/* Width, in ems, of a bar and of the gap beside a group that periods at unequal distances leave;
 * where they would leave less, the time between them is cut. */
static const double min_placed = 0.3;
/* Least height of bars below their labels, in ems. */
static const double min_bars = 2.6;

/* Periods of the same length as this one. */
static size_t count_alike(const struct model *model, size_t period)
{
    size_t n = 0;

    for (size_t i = 0; i < model->n_periods; i++)
        n += periods_alike(model->periods[i], model->periods[period]);
    return n;
}

/* Names of parts of years ("Jan–Apr") are wider than bars. Up to three of a kind get extra room;
 * more have their common name once. */
static void make_room_for_names(struct plot *plot, struct bars *bars)
{
    const struct model *model = plot->model;
    double unit = bars->bands[0].width / bars->bands[0].weight;

    for (size_t i = 0; unit > 0 && i < model->n_periods; i++) {
        const char *name = format_period_in_year(plot->pen.text, plot->pen.arena,
                                                 period_interval(model->periods[i]));
        if (name == NULL || name[0] == '\0' || count_alike(model, i) > MAX_REPEATED_NAMES)
            continue;
        double wanted =
            text_width(plot->pen.text, name, &plot->pen.theme->label) + 0.9 * plot->pen.em;
        double taken = bars->bands[i].width + bars->gap * unit;
        if (wanted > max_extra * taken)
            continue; /* said once, too, where they would take the room of the others */
        bars->bands[i].extra = wanted > taken ? (wanted - taken) / unit : 0;
    }
}

/* Close groups stand at equal distances in whole pixels, if that costs little room. */
static double whole_pitch(const struct plot *plot, double pitch)
{
    if (!(plot->pen.pixel > 0) || pitch >= close_groups * plot->pen.pixel)
        return pitch;
    double whole = floor(pitch / plot->pen.pixel) * plot->pen.pixel;
    return whole >= (1 - max_white) * pitch ? whole : pitch;
}

bool bars_are_even(const struct bars *bars, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (bars->bands[i].skip > 0 || bars->bands[i].is_cut)
            return false;
    return true;
}

static void place_bands(struct plot *plot, struct bars *bars, double left, double gap)
{
    const struct model *model = plot->model;
    double room = bars->right - left, n = (double)model->n_periods;
    double most = plot->pen.em *
                  (bars->n_series == 1 ? widest_lone_bar : widest_bar * (double)bars->n_series);

    bars->gap = fmax(gap, fmin(room / (n * most) - 1, widest_gap));
    bands_cluster(bars->bands, model->periods, model->n_periods,
                  room / (min_placed * plot->pen.em * (double)(bars->n_series + 1)));
    if (model->n_kinds < 2 && bars_are_even(bars, model->n_periods)) {
        double pitch = whole_pitch(plot, room / n);
        bands_place(bars->bands, model->n_periods, left, room, bars->gap,
                    fmin(most, pitch / (1 + bars->gap)));
        return;
    }
    bands_place(bars->bands, model->n_periods, left, room, bars->gap, most);
    /* Extra room makes all bands narrower, which may need more extra room: four rounds suffice. */
    for (int i = 0; i < 4; i++) {
        make_room_for_names(plot, bars);
        bands_place(bars->bands, model->n_periods, left, room, bars->gap, most);
    }
}

/* Whether all bars hang from the zero line: then the names of periods stand on top of it. */
static bool hang(const struct plot *plot)
{
    return plot->extent.high <= 0 && plot->extent.low < 0;
}

static double label_room(const struct plot *plot)
{
    return plot->pen.theme->label_strong.leading + 0.1 * plot->pen.em;
}

static bool measure_labels(struct plot *plot, struct bars *bars, double plot_height, double gap)
{
    const struct model *model = plot->model;
    size_t n = model->n_periods * bars->n_series;

    if (n > MAX_LABELLED || plot->plan->detail >= DETAIL_NO_AXIS)
        return false;
    double room = label_room(plot), below = plot->extent.low < 0 ? room + 0.5 * plot->pen.em : 0;
    if (plot_height - room - below < min_bars * plot->pen.em)
        return false;
    bars->labels = arena_array(plot->pen.arena, struct text_line *, n);
    if (bars->labels == NULL)
        return false;
    for (int narrow = 0; narrow < 2; narrow++) {
        place_bands(plot, bars, plot->indent, narrow ? narrow_gap : gap);
        if (!bars_set_labels(plot, bars))
            continue;
        struct extent extent = plot->extent;
        if (extent.low == 0 && extent.high == 0)
            extent.high = 1;
        value_axis_bare(plot, &bars->value_axis, extent, hang(plot) ? 0 : room, below);
        bars->labelled = true;
        return true;
    }
    bars->labels = NULL;
    return false;
}

/* Thin bars have one width in whole pixels; wider ones have their edges on pixels. Paper shows between
 * neighbours, unless that would be much of a bar. */
void bars_place_across(const struct plot *plot, const struct bars *bars, size_t series,
                       const struct band *band, double *left, double *right)
{
    double n = (double)bars->n_series, width = band->width / n;

    *left = band->left + (double)series * width;
    *right = *left + width;
    if (plot->pen.pixel > 0 && width < widest_thin * plot->pen.pixel) {
        width = fmax(floor(width / plot->pen.pixel + 1e-6), 1) * plot->pen.pixel;
        *left = pen_snap(&plot->pen, band->left + (band->width - n * width) / 2) +
                (double)series * width;
        *right = *left + width;
    } else {
        *left = pen_snap(&plot->pen, *left);
        *right = pen_snap(&plot->pen, *right);
    }
    double gap = mark_gap(&plot->pen);
    if (bars->n_series > 1 && *right - *left >= min_bar_with_gap * gap)
        *right -= gap;
}

static void measure_periods(struct plot *plot, struct bars *bars)
{
    size_t n = plot->model->n_periods, cluster = 0;
    struct period_slot *slots = arena_array(plot->pen.arena, struct period_slot, n);

    for (size_t i = 0; slots != NULL && i < n; i++) {
        const struct band *band = &bars->bands[i];
        double beside = (bars->gap + band->extra) / 2 * band->width / band->weight;
        cluster += band->opens_cluster;
        slots[i] = (struct period_slot){ .period = plot->model->periods[i],
                                         .center = band->left + band->width / 2,
                                         .left = band->left - beside,
                                         .right = band->left + band->width + beside,
                                         .cluster = cluster };
    }
    if (slots == NULL)
        return;
    /* Names at both ends may extend beyond their bars, where nothing else stands. */
    slots[0].left = hang(plot) ? fmax(slots[0].left, value_axis_top_width(plot, &bars->value_axis))
                               : plot->box.left;
    slots[n - 1].right = bars->right;
    period_axis_measure(plot, &bars->period_axis, slots, n, false);
    plot->foot = period_axis_height(plot, &bars->period_axis);
    if (!hang(plot))
        return;
    bars->period_axis.above = true;
    bars->value_axis.room_above = fmax(bars->value_axis.room_above, plot->foot);
    plot->names_inside = plot->foot;
    plot->foot = 0;
}

/* Lines across end with the bars where these leave white at the right: a base line that goes on
 * looks as if bars were missing. Gridlines reach the right edge over the white that equal distances
 * leave. */
static void end_lines(const struct plot *plot, struct bars *bars)
{
    const struct band *last = &bars->bands[plot->model->n_periods - 1];
    double end =
        last->left + last->width + (bars->gap + last->extra) / 2 * last->width / last->weight;
    double white = bars->labelled ? 0 : max_white * bars->right;

    if (bars->right - end > white)
        bars->right = end;
}

struct bars *bars_measure(struct plot *plot, double plot_height, const struct bars_layout *layout)
{
    const struct model *model = plot->model;
    struct bars *bars = arena_new(plot->pen.arena, struct bars);
    double gap = layout->gap > 0 ? layout->gap : plot->pen.theme->group_gap;

    if (bars == NULL)
        return NULL;
    bars->n_series = layout->n_series;
    bars->right = plot->width - fmax(layout->beside, plot->beside);
    bars->bands = arena_array(plot->pen.arena, struct band, model->n_periods);
    if (bars->bands == NULL)
        return NULL;
    if (!layout->with_labels || !measure_labels(plot, bars, plot_height, gap)) {
        value_axis_measure_lines(plot, &bars->value_axis, plot->extent, plot_height,
                                 layout->most_lines);
        place_bands(plot, bars, fmax(bars->value_axis.gutter, plot->indent), gap);
        bars_set_dashes(plot, bars);
    }
    measure_periods(plot, bars);
    plot->left = fmax(bars->labelled ? 0 : bars->value_axis.gutter, plot->indent);
    plot->right = plot->width - bars->right; /* of the room, before white is cut off it */
    end_lines(plot, bars);
    double left, right;
    bars_place_across(plot, bars, 0, &bars->bands[0], &left, &right);
    plot->plan->legend.shows_thin =
        plot->plan->legend.shows_thin || !mark_has_broken_edges(&plot->pen, right - left);
    return bars;
}

/* The type */

static struct extent extent(const struct plot *plot)
{
    return model_extent_from_zero(plot->model);
}

static void measure(struct plot *plot, double plot_height)
{
    const struct model *model = plot->model;

    const struct bars_layout layout = { .n_series = model->n_series, .with_labels = true };

    plot->marks = bars_measure(plot, plot_height, &layout);
    if (model->n_series > 1)
        legend_add_series(plot->plan, 0, model->n_series, SWATCH_BAR);
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, bars_flags_shown(plot, plot->marks));
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct bars *bars = plot->marks;

    bars_draw_ground(plot, bars, scene);
    bars_draw(plot, bars, scene);
    bars_draw_axes(plot, bars, scene);
}

static double min_height(const struct plot *plot)
{
    return 9 * plot->pen.em;
}

/* Width of the plot in which the bars of many periods of one length are thick enough to be seen,
 * beside an axis. */
static double needed_width(const struct model *model, size_t n_series)
{
    double bars = (double)n_series * (n_series > 1 ? min_bar_of_several : min_bar);

    return (double)model->n_periods * (bars + 1) / axis_share;
}

bool bars_have_room(const struct plot *plot, size_t n_series)
{
    const struct model *model = plot->model;

    return model->n_periods == 1 || model->n_kinds > 1 ||
           plot->width >= needed_width(model, n_series);
}

/* The margins of a picture take up to a tenth of its width. */
void bars_check_room(const struct plot *plot, size_t n_series)
{
    const struct model *model = plot->model;

    if (!bars_have_room(plot, n_series))
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "%zu bars would be too thin to be seen; choose fewer periods, draw lines, or make the "
             "chart %.0f wide",
             n_series * model->n_periods, ceil(needed_width(model, n_series) / 9) * 10);
}

static void check(const struct plot *plot)
{
    bars_check_room(plot, plot->model->n_series);
}

static struct value_axis *lengths_axis(const struct plot *plot)
{
    return &((struct bars *)plot->marks)->value_axis;
}

struct time_frame *bars_time_frames(const struct plot *plot, const struct bars *bars, size_t *n)
{
    struct time_frame *frame = time_frame_new(plot, *n = 1);

    if (frame == NULL)
        return NULL;
    frame->box = plot->box;
    frame->box.left = bars->labelled ? 0 : bars->value_axis.gutter;
    frame->box.right = bars->right;
    frame->values = value_axis_scale(plot, &bars->value_axis);
    frame->is_closed = bars->period_axis.above;
    if (frame->is_closed) /* the names of periods stand there */
        frame->box.top = fmin(frame->values.to, plot->box.bottom);
    time_frame_of_bands(plot, frame, bars->bands, bars->gap);
    return frame;
}

static struct time_frame *time_frames(const struct plot *plot, size_t *n)
{
    return bars_time_frames(plot, plot->marks, n);
}

const struct chart_type bars_type = {
    .word = WORD_BAR_CHART,
    .tells_by_color = true,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .time_frames = time_frames,
    .lengths = LENGTHS_UPRIGHT,
    .lengths_axis = lengths_axis,
    .speak = speech_say_series,
};
