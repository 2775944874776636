/* plain_line.c - a line through figures without an array: of a column of pixels it places four.
 *
 * A linear scale keeps the order of values, so that the first, the lowest, the highest and the last of a
 * column are those of its points, and columns.h asks for no others. */
#include "chart/guides/plain_line.h"

#include <math.h>

#include "chart/model/figures.h"
#include "series/series.h"

/* The first point from one on that stands in another column of pixels. Points ascend, so that few are
 * asked: first where the column before had its end. */
static size_t column_end(const struct places *x, double column, size_t from, size_t n, size_t guess)
{
    const double at = floor(places_x(x, from) / column);
    size_t low = from, high = n; /* in the column; behind it */

    for (size_t step = guess; low + step < n; step *= 2) {
        if (floor(places_x(x, low + step) / column) != at) {
            high = low + step;
            break;
        }
        low += step;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (floor(places_x(x, middle) / column) == at)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* The lowest and the highest of figures without an array from one on. */
static struct extent extent_of(const struct model_series *series, size_t from, size_t end)
{
    struct extent extent = { INFINITY, -INFINITY };

    while (from < end) {
        const struct plain_run run = series_plain_from(series->series, from);
        const size_t n = run.n < end - from ? run.n : end - from;
        double low = extent.low, high = extent.high;
        for (size_t i = 0; i < n; i++) {
            const double value = run.figures[i].value;
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        extent = (struct extent){ low, high };
        from += n;
    }
    return extent;
}

/* Where one of the values of the series stands in a period. */
static struct point point_of(const struct plain_line *drawn, size_t period, double given)
{
    const double value = plain_in_model(drawn->plot->model, drawn->series, given);

    return (struct point){ places_x(drawn->x, period), scale_position(drawn->scale, value) };
}

struct point plain_line_begin(const struct plain_line *drawn)
{
    return point_of(drawn, 0, series_value_at(drawn->series->series, 0));
}

/* Points from one on that all stand in one column, as many as COLUMN_POINTS or fewer. */
static void put_few(const struct plain_line *drawn, struct columns *line, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        columns_to(line, point_of(drawn, i, series_value_at(drawn->series->series, i)));
}

/* Of more the extremes, in any order, and the last, behind the first. Three between those two make them
 * more than COLUMN_POINTS. */
static void put_many(const struct plain_line *drawn, struct columns *line, size_t from, size_t end)
{
    const struct extent given = extent_of(drawn->series, from, end);

    columns_to(line, point_of(drawn, from + 1, given.low));
    columns_to(line, point_of(drawn, from + 2, given.high));
    columns_to(line, point_of(drawn, from + 3, given.high));
    put_few(drawn, line, end - 1, end);
}

void plain_line_to_end(const struct plain_line *drawn, struct columns *line)
{
    const double column = drawn->scale->type == &linear_scale ? drawn->plot->pen.column : 0;
    const size_t n = drawn->plot->model->n_periods;

    for (size_t from = 0, end, guess = 1; from < n; from = end) {
        end = column > 0 ? column_end(drawn->x, column, from, n, guess) : from + 1;
        guess = end - from;
        if (from > 0) /* the line is begun at the first */
            put_few(drawn, line, from, from + 1);
        if (guess > COLUMN_POINTS)
            put_many(drawn, line, from, end);
        else
            put_few(drawn, line, from + 1, end);
    }
}
