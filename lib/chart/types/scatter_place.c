/* scatter_place.c - where dots stand, and which have names. */
#include <math.h>
#include <stdlib.h>

#include "chart/plan.h"
#include "chart/types/density.h"
#include "chart/types/scatter.h"

/* A few members are all named where there is room; of a cloud only those that stand out: five, or one
 * for so many square ems of a larger plot. */
enum { FEW = 12, NAMED_OF_MANY = 5, ROOM_OF_A_NAME = 250 };

static double scatter_value(const struct scatter *scatter, size_t measure, size_t member)
{
    return scatter->models[measure]->series[member].figures[0].value;
}

double scatter_radius(const struct plot *plot, const struct scatter *scatter, double size)
{
    if (scatter->models[SCATTER_SIZE] == NULL)
        return 0.4 * plot->pen.em;
    double most = scatter->models[SCATTER_SIZE]->extent.high;
    return most > 0 ? scatter->largest * sqrt(size / most) : 0;
}

static bool meet(struct box a, struct box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static struct box dot_box(const struct scatter_dot *dot)
{
    return (struct box){ dot->at.x - dot->radius, dot->at.y - dot->radius, dot->at.x + dot->radius,
                         dot->at.y + dot->radius };
}

static bool is_free(const struct plot *plot, const struct scatter *scatter, size_t member,
                    struct box box)
{
    if (box.left < scatter->y.gutter || box.right > plot->width || box.bottom > plot->box.bottom ||
        box.top < plot->box.top + scatter->head_height)
        return false;
    for (size_t i = 0; i < scatter->n; i++) {
        const struct scatter_dot *dot = &scatter->dots[i];
        if (i != member &&
            (meet(box, dot_box(dot)) || (dot->name != NULL && meet(box, dot->name_box))))
            return false;
    }
    return true;
}

/* Right of its dot, left, above, below or in a corner, wherever there is room first. All are named in
 * words: a code beside names would have to be looked up. */
static void place_name(const struct plot *plot, struct scatter *scatter, size_t member)
{
    static const struct {
        int x, y; /* from the dot; beside it, above or below it, or both */
    } sides[] = { { 1, 0 },  { -1, 0 }, { 0, -1 },  { 0, 1 },
                  { 1, -1 }, { 1, 1 },  { -1, -1 }, { -1, 1 } };
    struct scatter_dot *dot = &scatter->dots[member];
    struct text_line *line = pen_label(&plot->pen, scatter->models[SCATTER_Y]->series[member].label,
                                       &plot->pen.theme->label);
    double width = line_width(line), half = 0.6 * plot->pen.em;

    for (size_t k = 0; line != NULL && k < sizeof sides / sizeof *sides; k++) {
        bool is_corner = sides[k].x != 0 && sides[k].y != 0;
        double reach = is_corner ? 0.71 * dot->radius : dot->radius; /* sin 45 degrees */
        double x = dot->at.x + sides[k].x * (reach + 0.35 * plot->pen.em + width / 2);
        double y = dot->at.y + sides[k].y * (reach + (is_corner ? half / 2 : half));
        struct box box = { x - width / 2, y - half, x + width / 2, y + half };
        if (!is_free(plot, scatter, member, box))
            continue;
        dot->name = line;
        dot->name_box = box;
        return;
    }
}

/* How far a member stands out: by its size, else by the larger of its places on the axes. */
static double weight(const struct scatter *scatter, size_t member)
{
    if (scatter->models[SCATTER_SIZE] != NULL)
        return scatter_value(scatter, SCATTER_SIZE, member);
    double weight = 0;
    for (size_t k = SCATTER_X; k <= SCATTER_Y; k++) {
        struct extent extent = scatter->models[k]->extent;
        double most = fmax(fabs(extent.low), fabs(extent.high));
        weight = fmax(weight, most > 0 ? fabs(scatter_value(scatter, k, member)) / most : 0);
    }
    return weight;
}

struct weighed {
    double weight;
    size_t member;
};

/* The heaviest first, of equal ones that which comes first. */
static int by_weight(const void *a, const void *b)
{
    const struct weighed *one = a, *other = b;

    if (one->weight != other->weight)
        return one->weight > other->weight ? -1 : 1;
    return one->member < other->member ? -1 : 1;
}

static void name_dots(const struct plot *plot, struct scatter *scatter)
{
    double room = plot->width * (plot->box.bottom - plot->box.top) /
                  (plot->pen.em * plot->pen.em * ROOM_OF_A_NAME);
    size_t n_named = scatter->n <= FEW ? scatter->n : (size_t)fmax(NAMED_OF_MANY, fmin(room, FEW));
    struct weighed *order = arena_array(plot->pen.arena, struct weighed, scatter->n);

    if (order == NULL)
        return;
    for (size_t i = 0; i < scatter->n; i++)
        order[i] = (struct weighed){ weight(scatter, i), i };
    qsort(order, scatter->n, sizeof *order, by_weight);
    for (size_t i = 0; i < n_named; i++)
        place_name(plot, scatter, order[i].member);
}

bool scatter_is_dense(const struct chart_plan *plan)
{
    return plan->type == &scatter_type && plan->model->n_series > MOST_DOTS;
}

struct density *scatter_density(const struct plot *plot, const struct scatter *scatter)
{
    struct scale y = value_axis_scale(plot, &scatter->y);
    struct point *at = arena_array(plot->pen.arena, struct point, scatter->n);

    for (size_t i = 0; at != NULL && i < scatter->n; i++)
        at[i] = scatter->dots[i].at;
    return at == NULL ? NULL
                      : density_make(plot, at, scatter->n,
                                     (struct box){ scatter->x.scale.from, y.to, scatter->x.scale.to,
                                                   y.from });
}

void scatter_place(const struct plot *plot, struct scatter *scatter)
{
    struct scale y = value_axis_scale(plot, &scatter->y), x = scatter->x.scale;

    for (size_t i = 0; i < scatter->n; i++) {
        double size =
            scatter->models[SCATTER_SIZE] != NULL ? scatter_value(scatter, SCATTER_SIZE, i) : 0;
        scatter->dots[i] = (struct scatter_dot){
            .at = { scale_position(&x, scatter_value(scatter, SCATTER_X, i)),
                    scale_position(&y, scatter_value(scatter, SCATTER_Y, i)) },
            .radius = scatter_radius(plot, scatter, size)
        };
    }
    if (plot->plan->detail < DETAIL_NO_AXIS && !scatter_is_dense(plot->plan))
        name_dots(plot, scatter);
}
