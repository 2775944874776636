/* axis_period.c - the names of periods under the plot.
 *
 * Each cluster of periods of one length tries its ways of being labelled from the
 * fullest to the barest and takes the first whose labels keep clear of each other
 * and within the cluster's room: "Jan–Apr 2024" in one row; "Jan Feb …" with the
 * year below the first; "J F …"; "Jan Apr …"; years alone. */
#include "chart/guides/axis_period.h"

#include <math.h>
#include <string.h>

#include "chart/guides/period_rows.h"
#include "chart/plan.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "text/format.h"

/* Ways of labelling, each for its kinds of period */

static bool lay_ticked(const struct period_run *run)
{
    if (!period_run_lay(run, NULL, 0, period_run_gap(run)))
        return false;
    period_run_tick_labelled(run);
    return true;
}

/* Every step-th year from the last back. */
static bool lay_years_back(const struct period_run *run, size_t step)
{
    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = (run->n - 1 - i) % step == 0 ? period_run_whole_year(run, i) : NULL;
    return lay_ticked(run);
}

/* Years that step divides, and the last; with_first: the first, too. Round years nearer to those than
 * `apart` are left out. */
static bool lay_round_years(const struct period_run *run, int step, int apart, bool with_first)
{
    int first = period_run_year(run->slots[0].period);
    int last = period_run_year(run->slots[run->n - 1].period);

    for (size_t i = 0; i < run->n; i++) {
        int year = period_run_year(run->slots[i].period);
        bool is_end = i + 1 == run->n || (with_first && i == 0);
        bool is_round =
            year % step == 0 && last - year >= apart && (!with_first || year - first >= apart);
        run->texts[i] = is_round || is_end ? period_run_whole_year(run, i) : NULL;
    }
    return lay_ticked(run);
}

/* Whether neighbours are about equally far apart, as months are. */
static bool is_even(const struct period_run *run)
{
    for (size_t i = 1; i < run->n; i++) {
        double apart = run->slots[i].center - run->slots[i - 1].center;
        if (apart < 0.8 * run->pitch || apart > 1.25 * run->pitch)
            return false;
    }
    return true;
}

static double label_left(const struct period_run *run, size_t i, double *width)
{
    *width = text_width(run->plot->pen.text, run->texts[i] != NULL ? run->texts[i] : "",
                        &run->plot->pen.theme->label);
    return fmax(run->left, fmin(run->slots[i].center - *width / 2, run->right - *width));
}

/* Years at unequal distances: the first and the last, and from the last back all that keep clear. */
static bool lay_uneven_years(const struct period_run *run)
{
    double width, gap = period_run_gap(run), end, left;

    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = period_run_whole_year(run, i);
    end = label_left(run, 0, &width) + width + gap;
    left = label_left(run, run->n - 1, &width) - gap;
    if (end > left)
        return false;
    for (size_t i = run->n - 2; i > 0; i--) {
        double own = label_left(run, i, &width);
        if (own < end || own + width > left)
            run->texts[i] = NULL;
        else
            left = own - gap;
    }
    return lay_ticked(run);
}

/* Tries, in this order: all years; every second, third or fourth from the first to the last; every
 * second from the last back; of a few years the first and the last; round years with the first and
 * the last; with the last; the last alone. */
static bool lay_whole_years(const struct period_run *run)
{
    static const int steps[] = { 5, 10, 20, 50, 100, 500, 1000 };
    int span =
        period_run_year(run->slots[run->n - 1].period) - period_run_year(run->slots[0].period);
    bool even = is_even(run);

    if (lay_years_back(run, 1) || (!even && lay_uneven_years(run)))
        return true;
    for (size_t step = 2; even && step <= 4; step++)
        if ((run->n - 1) % step == 0 && lay_years_back(run, step))
            return true;
    if (even && lay_years_back(run, 2))
        return true;
    if (run->n > 1 && span <= 2 * steps[0] && lay_years_back(run, run->n - 1))
        return true;
    for (size_t k = 0; k < sizeof steps / sizeof *steps; k++)
        if ((span > 2 * steps[k] && (lay_round_years(run, steps[k], steps[k] / 2, true) ||
                                     lay_round_years(run, steps[k], steps[k], true))) ||
            lay_round_years(run, steps[k], steps[k], false))
            return true;
    return lay_years_back(run, run->n);
}

static bool lay_full(const struct period_run *run)
{
    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = pen_period_text(&run->plot->pen, run->slots[i].period);
    return lay_ticked(run);
}

static bool lay_in_year(const struct period_run *run)
{
    for (size_t i = 0; i < run->n; i++)
        run->texts[i] = period_run_text_in_year(run, i);
    return period_run_lay_with_years(run, period_run_gap(run));
}

static bool try_ends(const struct period_run *run, bool with_first, double gap)
{
    const char *first = run->texts[0], *last = run->texts[run->n - 1];

    if (with_first)
        run->texts[0] = period_run_text_in_year(run, 0);
    run->texts[run->n - 1] = period_run_text_in_year(run, run->n - 1);
    if (period_run_lay_with_years(run, gap))
        return true;
    run->texts[0] = first;
    run->texts[run->n - 1] = last;
    return false;
}

/* Readers look for the first and the last period: both are labelled if there is room, else the last,
 * for which the name beside it gives way. */
static bool lay_with_ends(const struct period_run *run, double gap)
{
    if (try_ends(run, true, gap) || try_ends(run, false, gap))
        return true;
    for (size_t i = run->n - 1; i > 0; i--)
        if (run->texts[i - 1] != NULL) {
            run->texts[i - 1] = NULL;
            break;
        }
    return try_ends(run, true, gap) || try_ends(run, false, gap) ||
           period_run_lay_with_years(run, gap);
}

static bool lay_months(const struct period_run *run, int step, bool narrow)
{
    period_run_clear(run);
    for (size_t i = 0; i < run->n; i++) {
        int month = period_interval(run->slots[i].period).first.month;
        if ((month - 1) % step == 0)
            run->texts[i] =
                narrow ? format_month_narrow(run->plot->pen.text, run->plot->pen.arena, month)
                       : period_run_text_in_year(run, i);
    }
    return step > 1 ? lay_with_ends(run, period_run_gap(run))
                    : period_run_lay_with_years(run, narrow ? 0.35 * run->plot->pen.em
                                                            : period_run_gap(run));
}

/* Every step-th from the last back, for days and odd lengths. */
static bool lay_every(const struct period_run *run, size_t step)
{
    period_run_clear(run);
    for (size_t i = 0; i < run->n; i++)
        if ((run->n - 1 - i) % step == 0)
            run->texts[i] = period_run_text_in_year(run, i);
    return period_run_lay_with_years(run, period_run_gap(run));
}

/* Fast path: no label is narrower than so many ems, so a row that cannot fit is not set. */
static bool may_fit(const struct period_run *run, double ems, double step)
{
    return run->n <= 2 || run->pitch * step >= ems * run->plot->pen.em;
}

/* Months, each at its first day: for many days. */
static bool lay_first_days(const struct period_run *run)
{
    size_t n = 0;

    period_run_clear(run);
    for (size_t i = 0; i < run->n; i++) {
        struct date day = period_interval(run->slots[i].period).first;
        const sheaf_period month = sheaf_period_month(day.year, day.month);
        if (day.day != 1)
            continue;
        run->texts[i] = format_period_in_year(run->plot->pen.text, run->plot->pen.arena,
                                              period_interval(month));
        n++;
    }
    return n > 2 && period_run_lay_with_years(run, period_run_gap(run));
}

/* The month that most days of a week lie in: that of its Thursday, which decides the year, too. */
static sheaf_period month_of_week(sheaf_period week)
{
    struct date day = date_from_days(date_to_days(period_interval(week).first) + 3);

    return sheaf_period_month(day.year, day.month);
}

/* Weeks: months, or the first of every quarter, each at its first week. */
static bool lay_months_of_weeks(const struct period_run *run)
{
    for (int step = 1; step <= 3; step += 2) {
        period_run_clear(run);
        for (size_t i = 0; i < run->n; i++) {
            sheaf_period month = month_of_week(run->slots[i].period), before = month;
            if (i > 0)
                before = month_of_week(run->slots[i - 1].period);
            else
                before.start -= 1;
            if (before.start != month.start && month.start % 12 % step == 0)
                run->texts[i] = format_period_in_year(run->plot->pen.text, run->plot->pen.arena,
                                                      period_interval(month));
        }
        if (period_run_lay_with_years(run, period_run_gap(run)))
            return true;
    }
    return false;
}

/* Days: some of them, or the months that they are in. */
static bool lay_days(const struct period_run *run)
{
    static const size_t steps[] = { 2, 7, 14 };

    for (size_t i = 0; i < sizeof steps / sizeof *steps && run->n <= 62; i++)
        if (run->n > 2 * steps[i] && may_fit(run, 1, (double)steps[i]) && lay_every(run, steps[i]))
            return true;
    return lay_first_days(run);
}

/* First and last slot of the year that slot i is in. */
static void year_span(const struct period_run *run, size_t i, size_t *first, size_t *last)
{
    *first = *last = i;
    while (*first > 0 && period_run_same_year(run, *first - 1, i))
        --*first;
    while (*last + 1 < run->n && period_run_same_year(run, *last + 1, i))
        ++*last;
}

/* Beside the years that are named: the last period, too; or in place of the year before it, for which there
 * is no room then; or not at all. */
enum last_year { LAST_TOO, LAST_INSTEAD, LAST_LEFT_OUT };

/* The names in run->texts; where the last period's year has none, that of the period or, with less
 * room, of the year, a little to the right, where the rest of the year would be. False: there is no
 * room for them, or none for the last that is wanted. */
static bool lay_spans_and_last(const struct period_run *run, double *centers, enum last_year how)
{
    size_t first, last, end = run->n - 1;

    year_span(run, end, &first, &last);
    for (size_t i = first; how == LAST_INSTEAD && i > 0 && run->texts[first] == NULL; i--)
        if (run->texts[i - 1] != NULL) {
            run->texts[i - 1] = NULL;
            break;
        }
    for (int short_one = 0; run->texts[first] == NULL && short_one < 2; short_one++) {
        run->texts[end] = short_one ? period_run_year_text(run, end)
                                    : pen_period_text(&run->plot->pen, run->slots[end].period);
        centers[end] = run->slots[end].center + (short_one ? 0.6 * run->plot->pen.em : 0);
        if (period_run_lay(run, centers, 0, period_run_gap(run)))
            return true;
        run->texts[end] = NULL;
    }
    return (run->texts[first] != NULL || how == LAST_LEFT_OUT) &&
           period_run_lay(run, centers, 0, period_run_gap(run));
}

/* Years alone, each in the middle of its slots, with a tick where a year ends. A year of which the
 * chart shows too little for its name is not labelled. */
static bool lay_some_year_spans(const struct period_run *run, enum last_year how)
{
    double *centers = arena_array(run->plot->pen.arena, double, run->n);
    static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };

    for (size_t k = 0; centers != NULL && k < sizeof steps / sizeof *steps; k++) {
        size_t first, last;
        period_run_clear(run);
        for (size_t i = 0; i < run->n; i = last + 1) {
            year_span(run, i, &first, &last);
            double span = (double)(last - first + 1) * run->pitch;
            bool is_end = first == 0 || last + 1 == run->n;
            centers[i] = (run->slots[first].center + run->slots[last].center) / 2;
            if (period_run_year(run->slots[i].period) % steps[k] != 0)
                continue;
            const char *text = period_run_year_text(run, i);
            if (!is_end || text_width(run->plot->pen.text, text != NULL ? text : "",
                                      &run->plot->pen.theme->label) <= span)
                run->texts[i] = text;
        }
        if (!lay_spans_and_last(run, centers, how))
            continue;
        for (size_t i = 1; i < run->n; i++)
            if (!period_run_same_year(run, i - 1, i) &&
                (steps[k] == 1 || period_run_year(run->slots[i].period) % steps[k] == 0))
                period_run_add_tick(run, (run->slots[i - 1].center + run->slots[i].center) / 2);
        return true;
    }
    return false;
}

/* Fewer years rather than none for the last period. */
static bool lay_year_spans(const struct period_run *run)
{
    return lay_some_year_spans(run, LAST_TOO) || lay_some_year_spans(run, LAST_INSTEAD) ||
           lay_some_year_spans(run, LAST_LEFT_OUT);
}

/* Years, thinned as needed, and below them one name for the whole cluster: "Jan–Apr". */
static bool lay_shared(const struct period_run *run)
{
    struct period_axis *axis = run->axis;
    double *centers = arena_array(run->plot->pen.arena, double, run->n);
    size_t labels = axis->n_labels, rows = axis->rows;

    if (centers == NULL)
        return false;
    for (size_t step = 1; step <= run->n; step++) {
        for (size_t i = 0; i < run->n; i++)
            run->texts[i] = (run->n - 1 - i) % step == 0 ? period_run_year_below(run, i) : NULL;
        if (!period_run_lay(run, NULL, 0, period_run_gap(run)))
            continue;
        period_run_tick_labelled(run);
        period_run_clear(run);
        centers[0] = (run->slots[0].center + run->slots[run->n - 1].center) / 2;
        run->texts[0] = period_run_text_in_year(run, 0);
        if (period_run_lay(run, centers, 1, 0))
            return true;
        break; /* a part of a year never goes by the name of the year */
    }
    axis->n_labels = labels;
    axis->rows = rows;
    return false;
}

static bool once_a_year(const struct period_run *run)
{
    for (size_t i = 1; i < run->n; i++)
        if (period_run_same_year(run, i - 1, i))
            return false;
    return true;
}

/* Months, all, as letters, or of every quarter. */
static bool lay_year_of_months(const struct period_run *run)
{
    return (may_fit(run, 1.5, 1) && lay_months(run, 1, false)) ||
           (may_fit(run, 0.8, 1) && lay_months(run, 1, true)) ||
           (may_fit(run, 1.5, 3) && lay_months(run, 3, false)) || lay_months(run, 3, true);
}

/* False: the names of the periods themselves do not fit. */
static bool lay_each(const struct period_run *run)
{
    sheaf_period period = run->slots[0].period;
    bool is_month = period.unit == SHEAF_MONTHS && period.count == 1;

    if (run->plot->model->is_of_years) {
        if (is_month)
            lay_year_of_months(run);
        else if (!may_fit(run, 1, 1) || !lay_in_year(run))
            lay_every(run, 2);
        return true;
    }

    bool by_years =
        period.unit == SHEAF_MONTHS && (period.count >= 12 || run->plot->plan->part_said);

    if (by_years && lay_whole_years(run))
        return true;
    if (once_a_year(run)) {
        bool repeats = run->n > MAX_REPEATED_NAMES;
        if ((repeats && lay_shared(run)) ||
            (may_fit(run, 3, 1) && (lay_full(run) || lay_in_year(run))))
            return true;
        if (!repeats)
            lay_shared(run);
        return true;
    } else if (is_month) {
        if (run->n <= 13 ? lay_year_of_months(run)
                         : may_fit(run, 1.5, 3) && lay_months(run, 3, false))
            return true;
    } else if (may_fit(run, 1, 1) && lay_in_year(run)) {
        return true;
    }
    if (period.unit == SHEAF_DAYS && period.count == 1 && lay_days(run))
        return true;
    if (period.unit == SHEAF_DAYS && period.count == 7 && lay_months_of_weeks(run))
        return true;
    return false;
}

static void lay_run(const struct period_run *run)
{
    if (!run->slots[0].is_of_days && lay_each(run))
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
    struct period_run run = { .plot = plot, .axis = axis, .with_ticks = with_ticks };

    *axis = (struct period_axis){ 0 };
    axis->labels = arena_array(plot->pen.arena, struct period_label, 2 * n + 2);
    axis->ticks = arena_array(plot->pen.arena, double, n + 1);
    run.texts = arena_array(plot->pen.arena, const char *, n);
    if (axis->labels == NULL || run.texts == NULL || plot->leaves_periods ||
        plot->plan->detail >= DETAIL_NO_AXIS)
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
    plot->plan->figures_lost = plot->plan->figures_lost || axis->n_labels == 0;
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
