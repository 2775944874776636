/* surplus_area.c - the area between two lines, cut exactly where they cross: the crossing of two
 * straight pieces divides their periods in proportion to the differences at both ends. */
#include "chart/types/surplus_area.h"

#include <math.h>

#include "chart/columns.h"

static bool is_known(const struct area_lines *lines, size_t i)
{
    return !isnan(lines->a[i].value) && !isnan(lines->b[i].value);
}

static double difference(const struct area_lines *lines, size_t i)
{
    return lines->a[i].value - lines->b[i].value;
}

/* Whether the lines go on from the period before. */
static bool is_joined(const struct area_lines *lines, size_t i)
{
    return is_known(lines, i - 1) && is_known(lines, i) &&
           !(lines->absent != NULL && lines->absent[i]);
}

/* Whether the lines cross strictly between the periods i - 1 and i. */
static bool cross_before(const struct area_lines *lines, size_t i)
{
    return is_joined(lines, i) && difference(lines, i - 1) * difference(lines, i) < 0;
}

static struct point crossing_before(const struct area_lines *lines, size_t i)
{
    double before = difference(lines, i - 1), after = difference(lines, i);
    double share = before / (before - after);
    double value = lines->a[i - 1].value + share * (lines->a[i].value - lines->a[i - 1].value);

    return (struct point){ lines->x[i - 1] + share * (lines->x[i] - lines->x[i - 1]),
                           scale_position(&lines->scale, value) };
}

/* The last period from first on that one stretch reaches: no gap, no crossing, no touching between. */
static size_t stretch_end(const struct area_lines *lines, size_t first)
{
    size_t end = first;

    while (end + 1 < lines->n && is_joined(lines, end + 1) && !cross_before(lines, end + 1) &&
           (end == first || difference(lines, end) != 0))
        end++;
    return end;
}

static void trace(const struct area_lines *lines, struct scene *scene, const struct figure *figures,
                  size_t first, size_t end, bool backwards)
{
    for (size_t k = first; k <= end; k++) {
        size_t i = backwards ? end - (k - first) : k;
        scene_line_to(scene, lines->x[i], scale_position(&lines->scale, figures[i].value));
    }
}

/* From the crossing before its first period, along a, to the crossing after its last, back along b. */
static void draw_stretch(const struct area_lines *lines, struct scene *scene, size_t first,
                         size_t end, struct color color)
{
    bool opens = first > 0 && cross_before(lines, first);
    bool closes = end + 1 < lines->n && cross_before(lines, end + 1);
    struct point start =
        opens ? crossing_before(lines, first)
              : (struct point){ lines->x[first],
                                scale_position(&lines->scale, lines->a[first].value) };

    if (first == end && !opens && !closes)
        return;
    scene_move_to(scene, start.x, start.y);
    trace(lines, scene, lines->a, opens ? first : first + 1, end, false);
    if (closes) {
        struct point at = crossing_before(lines, end + 1);
        scene_line_to(scene, at.x, at.y);
    }
    trace(lines, scene, lines->b, first, end, true);
    scene_close_path(scene);
    scene_fill(scene, color);
}

void area_draw(const struct area_lines *lines, struct scene *scene, const struct color *colors)
{
    for (size_t i = 0; i < lines->n;) {
        if (!is_known(lines, i)) {
            i++;
            continue;
        }
        size_t end = stretch_end(lines, i);
        /* A stretch may begin and end where the lines touch; what lies between has one leader. */
        double inside =
            difference(lines, i) != 0 || end == i ? difference(lines, i) : difference(lines, i + 1);
        if (inside != 0)
            draw_stretch(lines, scene, i, end, colors[inside > 0 ? 0 : 1]);
        bool touches = end > i && difference(lines, end) == 0;
        i = touches && end + 1 < lines->n && is_joined(lines, end + 1) ? end : end + 1;
    }
}

/* The period behind the last one of a column. */
static size_t column_end(const struct area_lines *lines, size_t first, double column)
{
    double place = floor(lines->x[first] / column);
    size_t end = first + 1;

    while (end < lines->n && floor(lines->x[end] / column) == place)
        end++;
    return end;
}

static bool is_beside_gap(const struct area_lines *lines, size_t i)
{
    return !is_known(lines, i) || (i > 0 && !is_joined(lines, i)) ||
           (i + 1 < lines->n && !is_joined(lines, i + 1));
}

struct area_lines area_reduced(const struct area_lines *lines, double column, struct arena *arena)
{
    struct area_lines reduced = { .scale = lines->scale };
    size_t *kept = arena_array(arena, size_t, lines->n), n = 0;

    for (size_t first = 0, end; kept != NULL && first < lines->n; first = end) {
        end = column > 0 ? column_end(lines, first, column) : lines->n;
        for (size_t i = first; i < end; i++)
            if (!(column > 0) || end - first <= COLUMN_POINTS || i == first || i + 1 == end ||
                is_beside_gap(lines, i))
                kept[n++] = i;
    }
    struct figure *a = arena_array(arena, struct figure, n),
                  *b = arena_array(arena, struct figure, n);
    double *x = arena_array(arena, double, n);
    bool *absent = arena_array(arena, bool, n);
    if (a == NULL || b == NULL || x == NULL || absent == NULL)
        return reduced;
    for (size_t i = 0; i < n; i++) {
        a[i] = lines->a[kept[i]];
        b[i] = lines->b[kept[i]];
        x[i] = lines->x[kept[i]];
        absent[i] = lines->absent != NULL && lines->absent[kept[i]];
    }
    reduced.a = a;
    reduced.b = b;
    reduced.x = x;
    reduced.absent = absent;
    reduced.n = n;
    return reduced;
}

struct crossing last_crossing(const struct area_lines *lines)
{
    struct crossing last = { .found = false };
    double leading = 0; /* the last difference that is not zero, without a gap since */
    size_t touched = 0; /* the last period in which they touched after it */

    for (size_t i = 0; i < lines->n; i++) {
        if (!is_known(lines, i)) {
            leading = 0;
            continue;
        }
        if (i > 0 && !is_joined(lines, i))
            leading = 0;
        double now = difference(lines, i);
        if (now * leading < 0 && cross_before(lines, i))
            last = (struct crossing){ .found = true, .at = crossing_before(lines, i), .period = i };
        else if (now * leading < 0)
            last = (struct crossing){
                .found = true,
                .at = { lines->x[touched], scale_position(&lines->scale, lines->a[touched].value) },
                .period = touched, /* where they meet, which is a period's own place */
            };
        if (now == 0)
            touched = i;
        else
            leading = now;
    }
    return last;
}

static void take_piece(const struct area_lines *lines, const struct figure *figures, size_t i,
                       double left, double right, struct extent *span)
{
    double x0 = lines->x[i], x1 = lines->x[i + 1];
    double y0 = scale_position(&lines->scale, figures[i].value);
    double y1 = scale_position(&lines->scale, figures[i + 1].value);

    if (isnan(figures[i].value) || isnan(figures[i + 1].value) || x1 < left || x0 > right)
        return;
    for (int k = 0; k < 2; k++) {
        double x = k == 0 ? fmax(x0, left) : fmin(x1, right);
        double y = y0 + (x - x0) / (x1 - x0) * (y1 - y0);
        span->low = fmin(span->low, y);
        span->high = fmax(span->high, y);
    }
}

struct extent area_span(const struct area_lines *lines, double left, double right)
{
    struct extent span = { INFINITY, -INFINITY };

    for (size_t i = 0; i + 1 < lines->n; i++) {
        take_piece(lines, lines->a, i, left, right, &span);
        take_piece(lines, lines->b, i, left, right, &span);
    }
    return span;
}
