/* period_rows.c - rows of names under the plot: texts set without touching each other, and years below
 * the first of their periods. */
#include "chart/guides/period_rows.h"

#include <math.h>
#include <string.h>

#include "chart/plan.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "text/format.h"

int period_run_year(sheaf_period period)
{
    if (period.unit == SHEAF_MONTHS)
        return period.start / 12;
    struct date first = period_interval(period).first;

    if (period.unit != SHEAF_DAYS || period.count != 7)
        return first.year;
    return date_from_days(date_to_days(first) + 3).year;
}

bool period_run_same_year(const struct period_run *run, size_t i, size_t j)
{
    return period_run_year(run->slots[i].period) == period_run_year(run->slots[j].period);
}

/* Rows of labels */

bool period_run_lay(const struct period_run *run, const double *centers, size_t row, double gap)
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

double period_run_gap(const struct period_run *run)
{
    return 0.6 * run->plot->pen.em;
}

void period_run_clear(const struct period_run *run)
{
    memset(run->texts, 0, run->n * sizeof *run->texts);
}

const char *period_run_year_text(const struct period_run *run, size_t i)
{
    sheaf_period year = sheaf_period_year(period_run_year(run->slots[i].period));

    return pen_period_text(&run->plot->pen, year);
}

const char *period_run_text_in_year(const struct period_run *run, size_t i)
{
    return format_period_in_year(run->plot->pen.text, run->plot->pen.arena,
                                 period_interval(run->slots[i].period));
}

void period_run_add_tick(const struct period_run *run, double x)
{
    struct period_axis *axis = run->axis;

    if (axis->ticks != NULL)
        axis->ticks[axis->n_ticks++] = x;
}

void period_run_tick_labelled(const struct period_run *run)
{
    for (size_t i = 0; run->with_ticks && i < run->n; i++)
        if (run->texts[i] != NULL)
            period_run_add_tick(run, run->slots[i].center);
}

/* In Chinese and Japanese "2023" beside "1月至4月" needs the character for year. */
static const char *as_year(const struct period_run *run, const char *year)
{
    return year != NULL && words_count_by_myriads(text_locale(run->plot->pen.text))
               ? arena_format(run->plot->pen.arena, "%s年", year)
               : year;
}

const char *period_run_year_below(const struct period_run *run, size_t i)
{
    return as_year(run, period_run_year_text(run, i));
}

const char *period_run_whole_year(const struct period_run *run, size_t i)
{
    sheaf_period period = run->slots[i].period;
    if (period.count < 12) /* the subtitle says which part of the years */
        return period_run_year_text(run, i);
    const char *year = pen_period_text(&run->plot->pen, period);

    return run->plot->model->n_kinds > 1 && period.count == 12 ? as_year(run, year) : year;
}

/* Second row: each year under its first labelled slot. If the years do not fit, the first, of which
 * there is often little, is left out. */
static bool lay_years_below(const struct period_run *run, const char **first_row)
{
    size_t first = run->n;

    if (run->plot->model->is_of_years)
        return true; /* its months are of any year */
    for (size_t i = 0; i < run->n; i++) {
        bool labelled = first_row[i] != NULL;
        for (size_t j = i; labelled && j > 0 && period_run_same_year(run, i, j - 1); j--)
            labelled = first_row[j - 1] == NULL;
        if (labelled && first == run->n)
            first = i;
        run->texts[i] = labelled ? period_run_year_below(run, i) : NULL;
    }
    if (period_run_lay(run, NULL, 1, period_run_gap(run)))
        return true;
    if (first < run->n)
        run->texts[first] = NULL;
    return period_run_lay(run, NULL, 1, period_run_gap(run));
}

bool period_run_lay_with_years(const struct period_run *run, double gap)
{
    struct period_axis *axis = run->axis;
    size_t labels = axis->n_labels, rows = axis->rows;
    const char **first_row = arena_array(run->plot->pen.arena, const char *, run->n);

    if (first_row == NULL || !period_run_lay(run, NULL, 0, gap))
        return false;
    memcpy(first_row, run->texts, run->n * sizeof *first_row);
    bool laid = lay_years_below(run, first_row);
    memcpy(run->texts, first_row, run->n * sizeof *first_row);
    if (laid) {
        period_run_tick_labelled(run);
    } else {
        axis->n_labels = labels;
        axis->rows = rows;
    }
    return laid;
}
