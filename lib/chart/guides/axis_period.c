/* axis_period.c - the names of periods under the plot.
 *
 * Each cluster of periods of one length tries its ways of being labelled from the
 * fullest to the barest and takes the first whose labels keep clear of each other
 * and within the cluster's room: "Jan–Apr 2024" in one row; "Jan Feb …" with the
 * year below the first; "J F …"; "Jan Apr …"; years alone. */
#include "chart/guides/axis_period.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "text/format.h"

struct run {
    const struct plot *plot;
    struct period_axis *axis;
    const struct period_slot *slots;
    size_t n;
    double left, right; /* room */
    double pitch;       /* between neighbours */
    const char **texts; /* scratch, one a slot: NULL is no label */
    bool with_ticks;
};

static int year_of(sheaf_period period)
{
    return period_interval(period).first.year;
}

static bool same_year(const struct run *run, size_t i, size_t j)
{
    return year_of(run->slots[i].period) == year_of(run->slots[j].period);
}

/* Rows of labels */

/* Sets run->texts as a row, each centred on its slot (or on centers) but within the room. If two
 * would touch, the row is dropped and the result is false. */
static bool lay_row(const struct run *run, const double *centers, size_t row, double gap)
{
    struct period_axis *axis = run->axis;
    size_t before = axis->n_labels;
    double end = -INFINITY;

    for (size_t i = 0; i < run->n; i++) {
        if (run->texts[i] == NULL)
            continue;
        struct text_line *line =
            pen_label(&run->plot->pen, run->texts[i], &run->plot->pen.theme->label);
        double width = line_width(line);
        double x = (centers != NULL ? centers[i] : run->slots[i].center) - width / 2;
        x = fmax(run->left, fmin(x, run->right - width));
        if (x < end + gap || x + width > run->right + 1e-6) {
            axis->n_labels = before;
            return false;
        }
        axis->labels[axis->n_labels++] = (struct period_label){ line, x, row };
        end = x + width;
    }
    if (row + 1 > axis->rows && axis->n_labels > before)
        axis->rows = row + 1;
    return axis->n_labels > before;
}

static double gap_of(const struct run *run)
{
    return 0.6 * run->plot->pen.em;
}

static void clear_texts(const struct run *run)
{
    memset(run->texts, 0, run->n * sizeof *run->texts);
}

static const char *year_text(const struct run *run, size_t i)
{
    sheaf_period year = sheaf_period_year(year_of(run->slots[i].period));

    return pen_period_text(&run->plot->pen, year);
}

static const char *text_in_year(const struct run *run, size_t i)
{
    return format_period_in_year(run->plot->pen.text, run->plot->pen.arena,
                                 period_interval(run->slots[i].period));
}

static void add_tick(const struct run *run, double x)
{
    struct period_axis *axis = run->axis;

    if (axis->ticks != NULL)
        axis->ticks[axis->n_ticks++] = x;
}

static void tick_labelled(const struct run *run)
{
    for (size_t i = 0; run->with_ticks && i < run->n; i++)
        if (run->texts[i] != NULL)
            add_tick(run, run->slots[i].center);
}

/* In Chinese and Japanese "2023" beside "1月至4月" needs the character for year. */
static const char *as_year(const struct run *run, const char *year)
{
    return year != NULL && words_count_by_myriads(text_locale(run->plot->pen.text))
               ? arena_format(run->plot->pen.arena, "%s年", year)
               : year;
}

static const char *year_below(const struct run *run, size_t i)
{
    return as_year(run, year_text(run, i));
}

static const char *whole_year(const struct run *run, size_t i)
{
    sheaf_period period = run->slots[i].period;
    if (period.count < 12) /* the subtitle says which part of the years */
        return year_text(run, i);
    const char *year = pen_period_text(&run->plot->pen, period);

    return run->plot->model->n_kinds > 1 && period.count == 12 ? as_year(run, year) : year;
}

/* Second row: each year under its first labelled slot. If the years do not fit, the first, of which
 * there is often little, is left out. */
static bool lay_years_below(const struct run *run, const char **first_row)
{
    size_t first = run->n;

    if (run->plot->model->is_of_years)
        return true; /* its months are of any year */
    for (size_t i = 0; i < run->n; i++) {
        bool labelled = first_row[i] != NULL;
        for (size_t j = i; labelled && j > 0 && same_year(run, i, j - 1); j--)
            labelled = first_row[j - 1] == NULL;
        if (labelled && first == run->n)
            first = i;
        run->texts[i] = labelled ? year_below(run, i) : NULL;
    }
    if (lay_row(run, NULL, 1, gap_of(run)))
        return true;
    if (first < run->n)
        run->texts[first] = NULL;
    return lay_row(run, NULL, 1, gap_of(run));
}

/* Sets both rows or none. The texts of the first are in run->texts. */
static bool lay_with_years(const struct run *run, double gap)
{
    struct period_axis *axis = run->axis;
    size_t labels = axis->n_labels, rows = axis->rows;
    const char **first_row = arena_array(run->plot->pen.arena, const char *, run->n);

    if (first_row == NULL || !lay_row(run, NULL, 0, gap))
        return false;
    memcpy(first_row, run->texts, run->n * sizeof *first_row);
    bool laid = lay_years_below(run, first_row);
    memcpy(run->texts, first_row, run->n * sizeof *first_row);
    if (laid) {
        tick_labelled(run);
    } else {
        axis->n_labels = labels;
        axis->rows = rows;
    }
    return laid;
}

/* Ways of labelling, each for its kinds of period */

static bool lay_ticked(const struct run *run)
{
    if (!lay_row(run, NULL, 0, gap_of(run)))
        return false;
    tick_labelled(run);
    return true;
}

/* Every step-th year from the last back. */
static bool lay_years_back(const struct run *run, size_t step)
{
    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = (run->n - 1 - i) % step == 0 ? whole_year(run, i) : NULL;
    return lay_ticked(run);
}

/* Years that step divides. With apart > 0 the first and the last year, too; round years nearer to
 * them than `apart` are left out. */
static bool lay_round_years(const struct run *run, int step, int apart)
{
    int first = year_of(run->slots[0].period), last = year_of(run->slots[run->n - 1].period);

    for (size_t i = 0; i < run->n; i++) {
        int year = year_of(run->slots[i].period);
        bool is_end = apart > 0 && (i == 0 || i + 1 == run->n);
        bool is_round = year % step == 0 && year - first >= apart && last - year >= apart;
        run->texts[i] = is_round || is_end ? whole_year(run, i) : NULL;
    }
    return lay_ticked(run);
}

/* Tries, in this order: all years; every second, third or fourth from the first to the last; every
 * second from the last back; of a few years the first and the last; round years with the first and
 * the last; round years alone. */
static bool lay_whole_years(const struct run *run)
{
    static const int steps[] = { 5, 10, 20, 50, 100, 500, 1000 };
    int span = year_of(run->slots[run->n - 1].period) - year_of(run->slots[0].period);

    for (size_t step = 1; step <= 4; step++)
        if ((run->n - 1) % step == 0 && lay_years_back(run, step))
            return true;
    if (lay_years_back(run, 2))
        return true;
    if (run->n > 1 && span <= 2 * steps[0] && lay_years_back(run, run->n - 1))
        return true;
    for (size_t k = 0; k < sizeof steps / sizeof *steps; k++)
        if ((span > 2 * steps[k] && (lay_round_years(run, steps[k], steps[k] / 2) ||
                                     lay_round_years(run, steps[k], steps[k]))) ||
            lay_round_years(run, steps[k], 0))
            return true;
    return false;
}

static bool lay_full(const struct run *run)
{
    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = pen_period_text(&run->plot->pen, run->slots[i].period);
    return lay_ticked(run);
}

static bool lay_in_year(const struct run *run)
{
    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = text_in_year(run, i);
    return lay_with_years(run, gap_of(run));
}

/* Readers look for the first and the last period: both are labelled if there is room, else the
 * last, else the first. */
static bool lay_with_ends(const struct run *run, double gap)
{
    const char **first = &run->texts[0], **last = &run->texts[run->n - 1];
    const char *first_given = *first, *last_given = *last;
    static const struct {
        bool first, last;
    } ways[] = { { true, true }, { false, true }, { true, false }, { false, false } };

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        *first = ways[i].first ? text_in_year(run, 0) : first_given;
        *last = ways[i].last ? text_in_year(run, run->n - 1) : last_given;
        if (lay_with_years(run, gap))
            return true;
    }
    return false;
}

static bool lay_months(const struct run *run, int step, bool narrow)
{
    clear_texts(run);
    for (size_t i = 0; i < run->n; i++) {
        int month = period_interval(run->slots[i].period).first.month;
        if ((month - 1) % step == 0)
            run->texts[i] =
                narrow ? format_month_narrow(run->plot->pen.text, run->plot->pen.arena, month)
                       : text_in_year(run, i);
    }
    return step > 1 ? lay_with_ends(run, gap_of(run))
                    : lay_with_years(run, narrow ? 0.35 * run->plot->pen.em : gap_of(run));
}

/* Every step-th from the last back, for days and odd lengths. */
static bool lay_every(const struct run *run, size_t step)
{
    clear_texts(run);
    for (size_t i = 0; i < run->n; i++)
        if ((run->n - 1 - i) % step == 0)
            run->texts[i] = text_in_year(run, i);
    return lay_with_years(run, gap_of(run));
}

/* Fast path: no label is narrower than so many ems, so a row that cannot fit is not set. */
static bool may_fit(const struct run *run, double ems, double step)
{
    return run->n <= 2 || run->pitch * step >= ems * run->plot->pen.em;
}

/* Months, each at its first day: for many days. */
static bool lay_first_days(const struct run *run)
{
    size_t n = 0;

    clear_texts(run);
    for (size_t i = 0; i < run->n; i++) {
        struct date day = period_interval(run->slots[i].period).first;
        const sheaf_period month = sheaf_period_month(day.year, day.month);
        if (day.day != 1)
            continue;
        run->texts[i] = format_period_in_year(run->plot->pen.text, run->plot->pen.arena,
                                              period_interval(month));
        n++;
    }
    return n > 2 && lay_with_years(run, gap_of(run));
}

/* Days: some of them, or the months that they are in. */
static bool lay_days(const struct run *run)
{
    static const size_t steps[] = { 2, 7, 14 };

    for (size_t i = 0; i < sizeof steps / sizeof *steps && run->n <= 62; i++)
        if (run->n > 2 * steps[i] && may_fit(run, 1, (double)steps[i]) && lay_every(run, steps[i]))
            return true;
    return lay_first_days(run);
}

/* First and last slot of the year that slot i is in. */
static void year_span(const struct run *run, size_t i, size_t *first, size_t *last)
{
    *first = *last = i;
    while (*first > 0 && same_year(run, *first - 1, i))
        --*first;
    while (*last + 1 < run->n && same_year(run, *last + 1, i))
        ++*last;
}

/* Years alone, each in the middle of its slots, with a tick where a year ends. A year of which the
 * chart shows too little for its name is not labelled. */
static bool lay_year_spans(const struct run *run)
{
    double *centers = arena_array(run->plot->pen.arena, double, run->n);
    static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };

    for (size_t k = 0; centers != NULL && k < sizeof steps / sizeof *steps; k++) {
        size_t first, last;
        clear_texts(run);
        for (size_t i = 0; i < run->n; i = last + 1) {
            year_span(run, i, &first, &last);
            double span = (double)(last - first + 1) * run->pitch;
            bool is_end = first == 0 || last + 1 == run->n;
            centers[i] = (run->slots[first].center + run->slots[last].center) / 2;
            if (year_of(run->slots[i].period) % steps[k] != 0)
                continue;
            const char *text = year_text(run, i);
            if (!is_end || text_width(run->plot->pen.text, text != NULL ? text : "",
                                      &run->plot->pen.theme->label) <= span)
                run->texts[i] = text;
        }
        if (!lay_row(run, centers, 0, gap_of(run)))
            continue;
        for (size_t i = 1; i < run->n; i++)
            if (!same_year(run, i - 1, i) &&
                (steps[k] == 1 || year_of(run->slots[i].period) % steps[k] == 0))
                add_tick(run, (run->slots[i - 1].center + run->slots[i].center) / 2);
        return true;
    }
    return false;
}

/* Years, thinned as needed, and below them one name for the whole cluster: "Jan–Apr". */
static bool lay_shared(const struct run *run)
{
    struct period_axis *axis = run->axis;
    double *centers = arena_array(run->plot->pen.arena, double, run->n);
    size_t labels = axis->n_labels, rows = axis->rows;

    if (centers == NULL)
        return false;
    for (size_t step = 1; step <= run->n; step++) {
        for (size_t i = 0; i < run->n; i++)
            run->texts[i] = (run->n - 1 - i) % step == 0 ? year_below(run, i) : NULL;
        if (!lay_row(run, NULL, 0, gap_of(run)))
            continue;
        tick_labelled(run);
        clear_texts(run);
        centers[0] = (run->slots[0].center + run->slots[run->n - 1].center) / 2;
        run->texts[0] = text_in_year(run, 0);
        if (lay_row(run, centers, 1, 0))
            return true;
        break; /* a part of a year never goes by the name of the year */
    }
    axis->n_labels = labels;
    axis->rows = rows;
    return false;
}

static bool once_a_year(const struct run *run)
{
    for (size_t i = 1; i < run->n; i++)
        if (same_year(run, i - 1, i))
            return false;
    return true;
}

/* Months, all, as letters, or of every quarter. */
static bool lay_year_of_months(const struct run *run)
{
    return (may_fit(run, 1.5, 1) && lay_months(run, 1, false)) ||
           (may_fit(run, 0.8, 1) && lay_months(run, 1, true)) ||
           (may_fit(run, 1.5, 3) && lay_months(run, 3, false));
}

static void lay_run(const struct run *run)
{
    if (run->plot->model->is_of_years) {
        lay_year_of_months(run);
        return;
    }
    sheaf_period period = run->slots[0].period;
    bool is_month = period.unit == SHEAF_MONTHS && period.count == 1;

    bool by_years =
        period.unit == SHEAF_MONTHS && (period.count >= 12 || run->plot->plan->part_said);

    if (by_years && lay_whole_years(run))
        return;
    if (once_a_year(run)) {
        bool repeats = run->n > MAX_REPEATED_NAMES;
        if ((repeats && lay_shared(run)) ||
            (may_fit(run, 3, 1) && (lay_full(run) || lay_in_year(run))))
            return;
        if (!repeats)
            lay_shared(run);
        return;
    } else if (is_month) {
        if (run->n <= 13 ? lay_year_of_months(run)
                         : may_fit(run, 1.5, 3) && lay_months(run, 3, false))
            return;
    } else if (may_fit(run, 1, 1) && lay_in_year(run)) {
        return;
    }
    if (period.unit == SHEAF_DAYS && period.count == 1 && lay_days(run))
        return;
    if (lay_year_spans(run))
        return;
    for (size_t step = 2; step < run->n; step *= 2)
        if (may_fit(run, 1, (double)step) && lay_every(run, step))
            return;
}

void period_axis_measure(const struct plot *plot, struct period_axis *axis,
                         const struct period_slot *slots, size_t n, bool with_ticks)
{
    struct run run = { .plot = plot, .axis = axis, .with_ticks = with_ticks };

    *axis = (struct period_axis){ 0 };
    axis->labels = arena_array(plot->pen.arena, struct period_label, 2 * n + 2);
    axis->ticks = arena_array(plot->pen.arena, double, n + 1);
    run.texts = arena_array(plot->pen.arena, const char *, n);
    if (axis->labels == NULL || run.texts == NULL || plot->plan->detail >= DETAIL_NO_AXIS)
        return;
    for (size_t i = 0; i < n; i += run.n) {
        run.slots = slots + i;
        for (run.n = 1; i + run.n < n && slots[i + run.n].cluster == slots[i].cluster;)
            run.n++;
        run.left = slots[i].left;
        run.right = slots[i + run.n - 1].right;
        run.pitch = run.n > 1
                        ? (run.slots[run.n - 1].center - run.slots[0].center) / (double)(run.n - 1)
                        : run.right - run.left;
        lay_run(&run);
    }
}

double period_axis_height(const struct plot *plot, const struct period_axis *axis)
{
    double rows = (double)axis->rows;

    return rows > 0 ? rows * plot->pen.theme->label.leading + 0.45 * plot->pen.em : 0;
}

void period_axis_draw(const struct plot *plot, const struct period_axis *axis, struct scene *scene,
                      double line)
{
    double length = 0.4 * plot->pen.em, width = fmax(plot->pen.theme->grid_width, plot->pen.pixel);
    double away = axis->above ? -1 : 1;

    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i < axis->n_ticks; i++) {
        double x = pen_snap(&plot->pen, axis->ticks[i] - width / 2);
        scene_rectangle(scene, x, axis->above ? line - length : line, width, length);
        scene_fill(scene, plot->pen.theme->axis);
    }
    for (size_t i = 0; i < axis->n_labels; i++) {
        const struct period_label *label = &axis->labels[i];
        double middle = ((double)label->row + 0.5) * plot->pen.theme->label.leading;
        line_draw_centered(scene, label->line, label->x, line + away * (length + middle),
                           ALIGN_LEFT);
    }
    scene_close(scene);
}
