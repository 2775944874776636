/* table_sparks.c - bars beside the figures of a column, and courses in its cells; one scale a column. */
#include <math.h>

#include "chart/model/colors.h"
#include "chart/spark.h"
#include "chart/words/amounts.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "series/observation.h"
#include "sheet/blocks/table_parts.h"
#include "text/trends.h"

#define BAR_EM    0.7  /* height */
#define BAR_SHARE 0.7  /* of its colour */
#define SPARK_EM  1.1  /* height */
#define WIDEST    90.0 /* a course or bar takes no more */

/* The figures of a course: those of the length that the latest has. */
struct course {
    double *at, *values;
    sheaf_observation *observations;
    size_t n;
};

static bool is_in_course(sheaf_period latest, sheaf_period period)
{
    return period.unit == latest.unit && period.count == latest.count;
}

/* False: there is no course of two figures or more, or memory ran out. */
static bool take_course(struct arena *arena, const sheaf_series *series, struct course *course)
{
    size_t n = series != NULL ? sheaf_series_count(series) : 0;
    sheaf_period latest = n > 0 ? sheaf_series_latest(series) : (sheaf_period){ 0 };

    *course = (struct course){ .at = arena_array(arena, double, n),
                               .values = arena_array(arena, double, n),
                               .observations = arena_array(arena, sheaf_observation, n) };
    if (course->at == NULL || course->values == NULL || course->observations == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const sheaf_observation *observation = sheaf_series_at(series, i, ROOM);

        if (!is_in_course(latest, observation->period))
            continue;
        course->at[course->n] = observation->period.start;
        course->values[course->n] = observation->value;
        course->observations[course->n++] = *observation;
    }
    return course->n > 1;
}

static void widen(struct set_column *column, double value)
{
    if (isnan(value))
        return;
    column->low = fmin(column->low, value);
    column->high = fmax(column->high, value);
}

/* Bars stand on zero; a sum is longer than all that it sums, and has none. Courses of lines show each
 * row's own shape, so that their scales are their own. */
void table_scale_marks(struct table_layout *table, size_t k)
{
    const struct sheet_column *column = &table->content->columns[k];

    table->columns[k].low = table->columns[k].high = 0;
    if (column->kind != COLUMN_OF_BARS)
        return;
    for (size_t i = 0; i < table->content->n_rows; i++)
        if (!row_is_strong(&table->content->rows[i]) && table_has_figure(table, i, k))
            widen(&table->columns[k], table_amount(table, i, k).value);
}

static struct color color_of(const struct sheet_layout *layout, const sheaf_series *series,
                             bool is_negative)
{
    const char *flow = series_flow(series);

    if (flow[0] != '\0' && theme_knows_flow(flow))
        return theme_flow_color(layout->theme, flow, 0);
    return is_negative ? layout->theme->negative : theme_category(layout->theme, 0);
}

/* The room of a cell's mark: beside the figures, or all of the column. */
static struct box room_of(const struct sheet_layout *layout, const struct table_layout *table,
                          size_t k, double x, double width)
{
    const struct set_column *column = &table->columns[k];
    double beside = table->content->columns[k].kind == COLUMN_OF_BARS
                        ? column->figures + TABLE_BAR_GAP * table->factor
                        : 0;
    double right = column->right - beside;
    double left = fmax(column->left, right - width);
    double from = x + layout_offset(layout, left, right - left, table->plan.width);

    return (struct box){ .left = from, .right = from + right - left };
}

static void draw_bar(const struct sheet_layout *layout, const struct table_layout *table,
                     struct scene *scene, size_t i, size_t k, double x, double baseline)
{
    const struct set_column *column = &table->columns[k];
    const sheaf_series *series = table_cell_figure(table, i, k)->series;
    double em = layout->theme->table.size * table->factor;
    struct box room = room_of(layout, table, k, x, WIDEST);
    double width = room.right - room.left, span = column->high - column->low;

    if (row_is_strong(&table->content->rows[i]) || !table_has_figure(table, i, k) || span <= 0)
        return;
    double value = table_amount(table, i, k).value;
    double zero = -column->low / span, end = (value - column->low) / span;
    double from = room.left + width * fmin(zero, end), length = width * fabs(end - zero);
    if (layout->mirrored)
        from = room.right - width * fmax(zero, end);
    scene_open_role(scene, ROLE_ARTIFACT); /* the figure beside it says the same */
    scene_rectangle(scene, from, baseline - BAR_EM * em, length, BAR_EM * em);
    scene_fill(scene, theme_tint(layout->theme, color_of(layout, series, value < 0), BAR_SHARE));
    scene_close(scene);
}

/* "2014: $1.2 bn" behind what it is. */
static const char *say_figure(struct sheet_layout *layout, const sheaf_series *series,
                              const sheaf_observation *observation, enum trend_phrase phrase)
{
    struct amount amount = amount_alone(series, observation, DECIMALS_FOR_PEOPLE);
    const char *figure = amount_speech(layout->text, &layout->arena, &amount, AMOUNT_WHOLE);
    const char *when = period_words(layout->text, &layout->arena, observation->period, PERIOD_LONG);
    const char *colon = punctuation_of(text_locale(layout->text))->colon;

    if (figure == NULL || when == NULL)
        return NULL;
    const struct blank blank = { "figure",
                                 arena_format(&layout->arena, "%s%s%s", when, colon, figure) };
    return format_trend(layout->text, &layout->arena, phrase, &blank, 1);
}

/* The ends and extremes of a course, for those who do not see it. */
static const char *say_course(struct sheet_layout *layout, const char *name,
                              const sheaf_series *series, const struct course *course)
{
    const struct punctuation *punctuation = punctuation_of(text_locale(layout->text));
    const char *said = arena_format(&layout->arena, "%s%s", name, punctuation->colon);
    size_t first = course->n, last = 0, low = 0, high = 0;

    for (size_t i = 0; i < course->n; i++) {
        if (isnan(course->values[i]))
            continue;
        low = first == course->n || course->values[i] < course->values[low] ? i : low;
        high = first == course->n || course->values[i] > course->values[high] ? i : high;
        first = first == course->n ? i : first;
        last = i;
    }
    if (first == course->n)
        return name;
    const struct {
        size_t at;
        enum trend_phrase phrase;
        bool is_said;
    } parts[] = {
        { first,
          first == low    ? TREND_FIRST_LOWEST
          : first == high ? TREND_FIRST_HIGHEST
                          : TREND_FIRST,
          true },
        { low, TREND_LOWEST, low != first && low != last },
        { high, TREND_HIGHEST, high != first && high != last },
        { last,
          last == low    ? TREND_LATEST_LOWEST
          : last == high ? TREND_LATEST_HIGHEST
                         : TREND_LATEST,
          last != first },
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts && said != NULL; i++) {
        if (!parts[i].is_said)
            continue;
        const char *words =
            say_figure(layout, series, &course->observations[parts[i].at], parts[i].phrase);
        said = words != NULL ? arena_format(&layout->arena, "%s%s%s", said,
                                            i > 0 ? punctuation->semicolon : "", words)
                             : NULL;
    }
    return said;
}

static void draw_course(struct sheet_layout *layout, const struct table_layout *table,
                        struct scene *scene, size_t i, size_t k, double x, double baseline)
{
    const sheaf_series *series = table_cell_figure(table, i, k)->series;
    double em = layout->theme->table.size * table->factor;
    struct box box = room_of(layout, table, k, x, WIDEST);
    struct course course;

    if (!take_course(&layout->arena, series, &course))
        return;
    struct spark spark = { .at = course.at,
                           .values = course.values,
                           .n = course.n,
                           .low = INFINITY,
                           .high = -INFINITY,
                           .bars = table->content->columns[k].kind == COLUMN_OF_SPARK_BARS };
    for (size_t j = 0; j < course.n; j++)
        if (!isnan(course.values[j])) {
            spark.low = fmin(spark.low, course.values[j]);
            spark.high = fmax(spark.high, course.values[j]);
        }
    if (spark.bars) {
        spark.low = fmin(spark.low, 0);
        spark.high = fmax(spark.high, 0);
    }
    spark.extremes = !spark.bars;
    spark.color = color_of(layout, series, course.values[course.n - 1] < 0);
    const char *said = say_course(layout, table->labels[i], series, &course);
    if (said == NULL)
        return;
    box.bottom = baseline + 0.2 * em;
    box.top = box.bottom - SPARK_EM * em;
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = said });
    spark_draw(&spark, layout->theme, em, 0, scene, box);
    scene_close(scene);
}

void table_draw_mark(struct sheet_layout *layout, const struct table_layout *table,
                     struct scene *scene, size_t i, size_t k, double x, double baseline)
{
    const struct sheet_column *column = &table->content->columns[k];

    if (row_is_empty(&table->content->rows[i]))
        return;
    if (column_is_spark(column))
        draw_course(layout, table, scene, i, k, x, baseline);
    else if (column->kind == COLUMN_OF_BARS)
        draw_bar(layout, table, scene, i, k, x, baseline);
}
