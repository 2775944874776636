/* bars.c - grouped bars over periods, from zero. */
#include "chart/bars.h"

#include <math.h>

#include "chart/marks.h"
#include "period/period.h"
#include "text/format.h"

/* A few bars are labelled one by one; more are read off an axis. */
enum { MOST_LABELLED = 12 };

/* Widest bar of a group and alone, in ems: wider ones are slabs, not bars. The gap
 * then grows, but never to a band's width; what remains stays white at the right. */
static const double widest_bar = 10, widest_lone_bar = 12, widest_gap = 0.9;
/* A narrower gap, where it lets every bar have its label. */
static const double narrow_gap = 0.28;
/* Times its own width that a bar's place may grow to for a name. */
static const double most_extra = 2;
/* Narrower bars than this, in pixels, are seen to differ by one. */
static const double widest_thin = 12;
/* Pixels from group to group below which unlike distances are seen as a pattern, and the
 * share of the room that may be left white for like ones. */
static const double close_groups = 16, most_white = 0.12;
/* Least height of bars below their labels, in ems. */
static const double least_bars = 2.6;

static struct text_line *label_of(struct chart_plan *plan, const struct figure *figure,
                                  bool with_unit)
{
    struct text_style style = plan->theme.label_strong;

    if (isnan(figure->value))
        return plan_label(plan, plan_blank(plan, figure), &style);
    return plan_label(plan, plan_marked(plan, plan_amount(plan, figure, with_unit), figure),
                      &style);
}

/* The first label says the unit if nothing else does. False when one is wider than its
 * bar's share of the room: labels that lose digits for it would lie. */
static bool set_labels(struct chart_plan *plan, struct bars *bars)
{
    const struct model *model = plan->model;
    bool with_unit = !plan->unit_said;

    for (size_t i = 0; i < bars->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            struct text_line *line = label_of(plan, figure, with_unit);
            double room = bars->bands[j].width / (double)bars->n_series;
            if (bars->n_series == 1)
                room += 0.8 * bars->gap * room;
            if (line_width(line) > room - 0.2 * plan->em)
                return false;
            bars->labels[i * model->n_periods + j] = line;
            with_unit = with_unit && isnan(figure->value);
        }
    return true;
}

/* Periods of the same length as this one. */
static size_t count_alike(const struct model *model, size_t period)
{
    size_t n = 0;

    for (size_t i = 0; i < model->n_periods; i++)
        n += periods_alike(model->periods[i], model->periods[period]);
    return n;
}

/* Names of parts of years are longer than their bars are wide; of many they are said
 * only once. */
static void make_room_for_names(struct chart_plan *plan, struct bars *bars)
{
    const struct model *model = plan->model;
    double unit = bars->bands[0].width / bars->bands[0].weight;

    for (size_t i = 0; unit > 0 && i < model->n_periods; i++) {
        const char *name =
            format_period_in_year(plan->text, plan->arena, period_interval(model->periods[i]));
        if (name == NULL || name[0] == '\0' || count_alike(model, i) > MOST_REPEATED_NAMES)
            continue;
        double wanted = text_width(plan->text, name, &plan->theme.label) + 0.9 * plan->em;
        double taken = bars->bands[i].width + bars->gap * unit;
        if (wanted > most_extra * taken)
            continue; /* said once, too, where they would take the room of the others */
        bars->bands[i].extra = wanted > taken ? (wanted - taken) / unit : 0;
    }
}

/* Many groups stand at like distances in whole pixels, if that costs little room. */
static double whole_pitch(const struct chart_plan *plan, double pitch)
{
    if (!(plan->pixel > 0) || pitch >= close_groups * plan->pixel)
        return pitch;
    double whole = floor(pitch / plan->pixel) * plan->pixel;
    return whole >= (1 - most_white) * pitch ? whole : pitch;
}

static void place_bands(struct chart_plan *plan, struct bars *bars, double left, double gap)
{
    const struct model *model = plan->model;
    double room = bars->right - left, n = (double)model->n_periods;
    double most =
        plan->em * (bars->n_series == 1 ? widest_lone_bar : widest_bar * (double)bars->n_series);

    bars->gap = fmax(gap, fmin(room / (n * most) - 1, widest_gap));
    bands_cluster(bars->bands, model->periods, model->n_periods);
    if (model->n_kinds < 2) {
        double pitch = whole_pitch(plan, room / n);
        bands_place(bars->bands, model->n_periods, left, room, bars->gap,
                    fmin(most, pitch / (1 + bars->gap)));
        return;
    }
    bands_place(bars->bands, model->n_periods, left, room, bars->gap, most);
    /* The room for names makes all bands narrower, and so asks for more. */
    for (int i = 0; i < 4; i++) {
        make_room_for_names(plan, bars);
        bands_place(bars->bands, model->n_periods, left, room, bars->gap, most);
    }
}

/* Whether all bars hang from the zero line: then the periods' names stand on it. */
static bool hang(const struct chart_plan *plan)
{
    return plan->model->high <= 0 && plan->model->low < 0;
}

static double label_room(const struct chart_plan *plan)
{
    return plan->theme.label_strong.leading + 0.1 * plan->em;
}

static bool measure_labels(struct chart_plan *plan, struct bars *bars, double plot_height)
{
    const struct model *model = plan->model;
    size_t n = model->n_periods * bars->n_series;

    if (n > MOST_LABELLED || plan->detail >= DETAIL_NO_AXIS)
        return false;
    double room = label_room(plan), below = model->low < 0 ? room + 0.5 * plan->em : 0;
    if (plot_height - room - below < least_bars * plan->em)
        return false;
    bars->labels = arena_array(plan->arena, struct text_line *, n);
    if (bars->labels == NULL)
        return false;
    for (int narrow = 0; narrow < 2; narrow++) {
        place_bands(plan, bars, 0, narrow ? narrow_gap : plan->theme.group_gap);
        if (!set_labels(plan, bars))
            continue;
        bool is_nothing = model->low == 0 && model->high == 0;
        value_axis_bare(plan, fmin(model->low, 0), is_nothing ? 1 : fmax(model->high, 0),
                        hang(plan) ? 0 : room, below);
        bars->labelled = true;
        return true;
    }
    bars->labels = NULL;
    return false;
}

/* Thin bars are all of one width in whole pixels; wider ones have edges on pixels. */
static void place_across(const struct chart_plan *plan, const struct bars *bars, size_t series,
                         const struct band *band, double *left, double *right)
{
    double n = (double)bars->n_series, width = band->width / n;

    *left = band->left + (double)series * width;
    *right = *left + width;
    if (plan->pixel > 0 && width < widest_thin * plan->pixel) {
        width = fmax(floor(width / plan->pixel + 1e-6), 1) * plan->pixel;
        *left =
            plan_snap(plan, band->left + (band->width - n * width) / 2) + (double)series * width;
        *right = *left + width;
    } else {
        *left = plan_snap(plan, *left);
        *right = plan_snap(plan, *right);
    }
}

static bool is_confidential(const struct figure *figure)
{
    return (figure->marks & 1U << MARK_CONFIDENTIAL) != 0;
}

/* Beside an axis, too, a bar that is missing is told from one that is nothing. That it is
 * missing the dash says itself. */
static void set_dashes(struct chart_plan *plan, struct bars *bars)
{
    const struct model *model = plan->model;

    bars->labels = arena_array(plan->arena, struct text_line *, model->n_periods * bars->n_series);
    for (size_t i = 0; bars->labels != NULL && i < bars->n_series; i++)
        for (size_t j = 0; j < model->n_periods; j++) {
            const struct figure *figure = &model->series[i].figures[j];
            if (!isnan(figure->value) || plan->detail >= DETAIL_NO_AXIS)
                continue;
            const char *blank = is_confidential(figure) ? plan_blank(plan, figure) : "\xE2\x80\x93";
            struct text_line *line = plan_label(plan, blank, &plan->theme.label_strong);
            double left, right;
            place_across(plan, bars, i, &bars->bands[j], &left, &right);
            if (line_width(line) <= right - left)
                bars->labels[i * model->n_periods + j] = line;
        }
}

static void measure_periods(struct chart_plan *plan, const struct bars *bars)
{
    size_t n = plan->model->n_periods, cluster = 0;
    struct period_slot *slots = arena_array(plan->arena, struct period_slot, n);

    for (size_t i = 0; slots != NULL && i < n; i++) {
        const struct band *band = &bars->bands[i];
        double beside = (bars->gap + band->extra) / 2 * band->width / band->weight;
        cluster += band->opens_cluster;
        slots[i] = (struct period_slot){ .period = plan->model->periods[i],
                                         .center = band->left + band->width / 2,
                                         .left = band->left - beside,
                                         .right = band->left + band->width + beside,
                                         .cluster = cluster };
    }
    if (slots == NULL)
        return;
    /* Names at the ends may be wider than their bars, where nothing else stands. */
    slots[0].left = hang(plan) ? fmax(slots[0].left, value_axis_top_width(plan)) : plan->plot.left;
    slots[n - 1].right = bars->right;
    period_axis_measure(plan, slots, n, false);
    plan->foot = period_axis_height(plan);
    if (!hang(plan))
        return;
    plan->period_axis.above = true;
    plan->value_axis.room_above = fmax(plan->value_axis.room_above, plan->foot);
    plan->foot = 0;
}

struct bars *bars_measure(struct chart_plan *plan, double plot_height, size_t n_series,
                          bool with_labels, double beside)
{
    const struct model *model = plan->model;
    struct bars *bars = arena_new(plan->arena, struct bars);

    if (bars == NULL)
        return NULL;
    bars->n_series = n_series;
    bars->right = plan->width - beside;
    bars->bands = arena_array(plan->arena, struct band, model->n_periods);
    if (bars->bands == NULL)
        return NULL;
    if (!with_labels || !measure_labels(plan, bars, plot_height)) {
        value_axis_measure(plan, fmin(model->low, 0), fmax(model->high, 0), plot_height);
        place_bands(plan, bars, plan->value_axis.gutter, plan->theme.group_gap);
        set_dashes(plan, bars);
    }
    measure_periods(plan, bars);
    return bars;
}

/* Lines across stop where one kind of period does. */
static void draw_across(const struct chart_plan *plan, const struct bars *bars, struct scene *scene,
                        void (*draw)(const struct chart_plan *plan, struct scene *scene,
                                     double left, double right))
{
    double left = plan->plot.left;

    for (size_t i = 1; i < plan->model->n_periods; i++) {
        const struct band *band = &bars->bands[i];
        if (!band->opens_cluster)
            continue;
        double unit = band->width / band->weight;
        draw(plan, scene, left, band->rule - 0.25 * unit);
        left = band->rule + 0.25 * unit;
    }
    draw(plan, scene, left, bars->right);
}

void bars_draw_ground(const struct chart_plan *plan, const struct bars *bars, struct scene *scene)
{
    draw_across(plan, bars, scene, value_axis_draw_grid);
    scene_open_role(scene, ROLE_ARTIFACT);
    for (size_t i = 0; i < plan->model->n_periods; i++)
        if (bars->bands[i].opens_cluster) {
            double width = fmax(plan->theme.grid_width, plan->pixel);
            double x = plan_snap(plan, bars->bands[i].rule - width / 2);
            double top = fmin(value_axis_scale(plan).to, plan->plot.bottom);
            scene_rectangle(scene, x, top, width, plan->plot.bottom - top);
            scene_fill(scene, plan->theme.hairline);
        }
    scene_close(scene);
}

static struct box bar_box(const struct chart_plan *plan, const struct bars *bars, size_t series,
                          size_t period)
{
    struct linear_scale scale = value_axis_scale(plan);
    double value = plan->model->series[series].figures[period].value;
    double zero = plan_snap(plan, linear_place(&scale, 0));
    double end = plan_snap(plan, linear_place(&scale, value));
    double left, right;

    place_across(plan, bars, series, &bars->bands[period], &left, &right);
    return (struct box){ left, fmin(zero, end), right, fmax(zero, end) };
}

static struct text_line *label_at(const struct chart_plan *plan, const struct bars *bars,
                                  size_t series, size_t period)
{
    return bars->labels != NULL ? bars->labels[series * plan->model->n_periods + period] : NULL;
}

static void draw_bar(struct chart_plan *plan, const struct bars *bars, struct scene *scene,
                     size_t series, size_t period)
{
    const struct model_series *row = &plan->model->series[series];
    const struct figure *figure = &row->figures[period];
    struct box box = bar_box(plan, bars, series, period);
    struct text_line *label = label_at(plan, bars, series, period);
    struct group group = { .role = ROLE_DATUM, .label = plan_datum_name(plan, row, period) };

    if (isnan(figure->value)) {
        struct linear_scale scale = value_axis_scale(plan);
        box.top = box.bottom = linear_place(&scale, 0);
    }
    bool hangs = plan->period_axis.above || figure->value < 0;
    scene_open(scene, &group);
    struct color color = figure->value < 0 ? row->below : row->color;
    if (!isnan(figure->value))
        mark_bar(plan, scene, box, color, figure->style,
                 figure->value < 0 ? SIDE_TOP : SIDE_BOTTOM);
    if (label != NULL) {
        double away = 0.75 * plan->em;
        scene_open_role(scene, ROLE_DATUM_LABEL);
        plan_draw_centered(scene, label, (box.left + box.right) / 2,
                           hangs ? box.bottom + away : box.top - away, ALIGN_CENTER);
        scene_close(scene);
    }
    scene_close(scene);
}

void bars_draw(struct chart_plan *plan, const struct bars *bars, struct scene *scene)
{
    for (size_t i = 0; i < bars->n_series; i++) {
        struct group group = { .role = ROLE_SERIES, .label = plan->model->series[i].name };
        scene_open(scene, &group);
        for (size_t j = 0; j < plan->model->n_periods; j++)
            if (label_at(plan, bars, i, j) != NULL ||
                !isnan(plan->model->series[i].figures[j].value))
                draw_bar(plan, bars, scene, i, j);
        scene_close(scene);
    }
}

void bars_draw_axes(const struct chart_plan *plan, const struct bars *bars, struct scene *scene)
{
    draw_across(plan, bars, scene, value_axis_draw_zero);
    value_axis_draw_labels(plan, scene);
    period_axis_draw(plan, scene);
}

/* What labels are marked with. */
static unsigned marks_shown(const struct chart_plan *plan, const struct bars *bars)
{
    unsigned marks = 0;

    for (size_t i = 0; bars != NULL && bars->labels != NULL && i < bars->n_series; i++)
        for (size_t j = 0; j < plan->model->n_periods; j++) {
            const struct figure *figure = &plan->model->series[i].figures[j];
            bool marked = bars->labelled || is_confidential(figure);
            if (marked && label_at(plan, bars, i, j) != NULL)
                marks |= figure->marks;
        }
    return marks;
}

/* The type */

static void check(struct chart_plan *plan)
{
    (void)plan; /* any figures can be bars */
}

static void measure(struct chart_plan *plan, double plot_height)
{
    const struct model *model = plan->model;

    plan->marks = bars_measure(plan, plot_height, model->n_series, true, 0);
    if (model->n_series > 1)
        key_add_series(plan, 0, model->n_series, SWATCH_BAR);
    key_add_styles(plan, SWATCH_BAR);
    key_add_marks(plan, marks_shown(plan, plan->marks));
}

static void draw(struct chart_plan *plan, struct scene *scene)
{
    const struct bars *bars = plan->marks;

    bars_draw_ground(plan, bars, scene);
    bars_draw(plan, bars, scene);
    bars_draw_axes(plan, bars, scene);
}

static double least_height(const struct chart_plan *plan)
{
    return 9 * plan->em;
}

const struct chart_type bars_type = {
    SHEAF_BARS, "bars", "bar", check, measure, draw, least_height,
};
