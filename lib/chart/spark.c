/* spark.c - a course of figures in a word's room, without axes. */
#include "chart/spark.h"

#include <math.h>

#include "scene/scene.h"

/* In ems: a line of 1 pt beside a label of 7.5 pt, the dot at its end, ticks of tables. */
static const double line_em = 1 / 7.5, dot_em = 0.25, tick_em = 0.2;
/* No dot takes more of the height than this. */
static const double dot_share = 0.18;
/* Share of the pitch that a bar takes, and the least pitch, in ems. */
static const double bar_share = 0.7, min_pitch = 0.18;

static double snap(double at, double pixel)
{
    return pixel > 0 ? floor(at / pixel + 0.5) * pixel : at;
}

static double dot_radius(double em, struct box box)
{
    return fmin(dot_em * em, dot_share * (box.bottom - box.top));
}

double spark_bars_width(size_t n, double em)
{
    return (double)n * min_pitch * em;
}

/* The last figure's index; n: there is none. */
static size_t last_figure(const struct spark *spark)
{
    for (size_t i = spark->n; i > 0; i--)
        if (!isnan(spark->values[i - 1]))
            return i - 1;
    return spark->n;
}

/* Where marks lie: dots at the edges of a line are drawn whole; bars have a slot each. */
static struct box inner_box(const struct spark *spark, double em, struct box box)
{
    double inset = dot_radius(em, box);

    if (spark->bars)
        inset = 0;
    return (struct box){ box.left + inset, box.top + inset, box.right - inset, box.bottom - inset };
}

static double share_of_time(const struct spark *spark, size_t index)
{
    double span = spark->at[spark->n - 1] - spark->at[0];

    return span > 0 ? (spark->at[index] - spark->at[0]) / span : 0.5;
}

static double y_of(const struct spark *spark, struct box inner, double value)
{
    double span = spark->high - spark->low;
    double share = span > 0 ? (value - spark->low) / span : 0.5; /* all are equal */

    return inner.bottom - share * (inner.bottom - inner.top);
}

static struct point point_of(const struct spark *spark, struct box inner, size_t index)
{
    return (struct point){ inner.left + share_of_time(spark, index) * (inner.right - inner.left),
                           y_of(spark, inner, spark->values[index]) };
}

/* The shortest step between two figures, as a share of the time from the first slot to the last. */
static double step_of(const struct spark *spark)
{
    double least = 1;

    for (size_t i = 1; i < spark->n; i++)
        least = fmin(least, share_of_time(spark, i) - share_of_time(spark, i - 1));
    return least;
}

/* From zero to the value; a value of nothing has no bar. */
static struct box bar_box(const struct spark *spark, double pixel, struct box inner, size_t index)
{
    double step = spark->n > 1 ? step_of(spark) : 1, width = inner.right - inner.left;
    double pitch = spark->n > 1 ? width * step / (1 + step) : width;
    double left = inner.left + share_of_time(spark, index) * (width - pitch);
    double zero = snap(y_of(spark, inner, 0), pixel);
    double end = snap(y_of(spark, inner, spark->values[index]), pixel);

    if (spark->n == 1)
        left = inner.left;
    left += (1 - bar_share) / 2 * pitch;
    double right = snap(left + bar_share * pitch, pixel);
    left = snap(left, pixel);
    if (pixel > 0 && right - left < pixel)
        right = left + pixel;
    return (struct box){ left, fmin(zero, end), right, fmax(zero, end) };
}

struct box spark_box(const struct spark *spark, double em, double pixel, struct box box,
                     size_t index)
{
    struct box inner = inner_box(spark, em, box);

    if (spark->bars)
        return bar_box(spark, pixel, inner, index);
    struct point at = point_of(spark, inner, index);
    double radius = dot_radius(em, box);
    return (struct box){ at.x - radius, at.y - radius, at.x + radius, at.y + radius };
}

static void draw_bars(const struct spark *spark, const struct theme *theme, double pixel,
                      struct scene *scene, struct box inner)
{
    size_t last = last_figure(spark);

    for (size_t i = 0; i < spark->n; i++) {
        if (isnan(spark->values[i]))
            continue;
        struct box bar = bar_box(spark, pixel, inner, i);
        if (bar.bottom <= bar.top)
            continue;
        scene_rectangle(scene, bar.left, bar.top, bar.right - bar.left, bar.bottom - bar.top);
        scene_fill(scene, i == last ? spark->color : theme->axis);
    }
    if (spark->low < 0) { /* which side is up cannot be seen without it */
        scene_rectangle(scene, inner.left,
                        snap(y_of(spark, inner, 0) - theme->grid_width / 2, pixel),
                        inner.right - inner.left, theme->grid_width);
        scene_fill(scene, theme->ink);
    }
}

/* A figure between two gaps is a dot. */
static bool stands_alone(const struct spark *spark, size_t i)
{
    return !isnan(spark->values[i]) && (i == 0 || isnan(spark->values[i - 1])) &&
           (i + 1 == spark->n || isnan(spark->values[i + 1]));
}

static void draw_course(const struct spark *spark, const struct theme *theme, double em,
                        struct scene *scene, struct box inner)
{
    struct paint none = paint_none(), paint = paint_color(theme->axis);
    struct stroke stroke = { .width = line_em * em, .join = JOIN_ROUND, .cap = CAP_ROUND };
    bool begun = false, drawn = false;

    for (size_t i = 0; i < spark->n; i++) {
        bool is_missing = isnan(spark->values[i]);
        if (!is_missing && !stands_alone(spark, i)) {
            struct point at = point_of(spark, inner, i);
            (begun ? scene_line_to : scene_move_to)(scene, at.x, at.y);
            drawn = true;
        }
        begun = !is_missing;
    }
    if (drawn)
        scene_draw(scene, &none, &paint, &stroke);
    for (size_t i = 0; i < spark->n; i++)
        if (stands_alone(spark, i)) {
            struct point at = point_of(spark, inner, i);
            scene_circle(scene, at.x, at.y, stroke.width);
            scene_fill(scene, theme->axis);
        }
}

static void draw_tick(const struct theme *theme, double em, struct scene *scene, struct point at,
                      double towards)
{
    scene_move_to(scene, at.x, at.y);
    scene_line_to(scene, at.x, at.y + towards * tick_em * em);
    scene_stroke(scene, theme->grey, theme->grid_width);
}

/* Into the plot, since beyond it there may be no room. */
static void draw_extremes(const struct spark *spark, const struct theme *theme, double em,
                          struct scene *scene, struct box inner)
{
    size_t least = last_figure(spark), most = least;

    for (size_t i = 0; i < spark->n; i++) {
        if (spark->values[i] < spark->values[least])
            least = i;
        if (spark->values[i] > spark->values[most])
            most = i;
    }
    if (spark->values[least] == spark->values[most])
        return;
    draw_tick(theme, em, scene, point_of(spark, inner, least), -1);
    draw_tick(theme, em, scene, point_of(spark, inner, most), 1);
}

void spark_draw(const struct spark *spark, const struct theme *theme, double em, double pixel,
                struct scene *scene, struct box box)
{
    struct box inner = inner_box(spark, em, box);
    size_t last = last_figure(spark);

    if (last == spark->n)
        return;
    if (spark->bars) {
        draw_bars(spark, theme, pixel, scene, inner);
        return;
    }
    draw_course(spark, theme, em, scene, inner);
    if (spark->extremes)
        draw_extremes(spark, theme, em, scene, inner);
    struct point end = point_of(spark, inner, last);
    scene_circle(scene, end.x, end.y, dot_radius(em, box));
    scene_fill(scene, spark->color);
}
