/* unknown_part.c - the part of a column that nobody may know or has. */
#include "chart/types/parts/unknown_part.h"

#include <math.h>

#include "chart/types/parts/stack.h"

/* Shares of the total that rounding may leave between it and its parts. */
static const double little = 0.01;
/* Least height of a part with a sign inside, in ems. */
static const double signed_part = 1.3;

/* What is suppressed may be so for being confidential: SDMX has one status for both. */
static const unsigned secret_flags = 1U << FLAG_CONFIDENTIAL | 1U << FLAG_SUPPRESSED;

static bool is_secret(const struct figure *figure)
{
    return (figure->flags & secret_flags) != 0;
}

/* Whether a rest is so large in other periods that what it has in common with a secret does not tell that.
 * total: of the period. */
static bool hides(const struct model *model, const struct model_series *rest, double total)
{
    static const double share = 0.05;

    for (size_t i = 0; i < model->n_periods; i++)
        if (rest->figures[i].value > share * total)
            return true;
    return false;
}

struct unknown_part unknown_part_of(const struct model *model, size_t period)
{
    struct extent reach = stack_reach(model, period);
    double total = stack_is_of_shares(model) ? 100 : model->series[0].figures[period].value;
    struct unknown_part part = { .figure = { .value = NAN, .low = NAN, .high = NAN } };
    size_t n = 0, n_secret = 0; /* a rest of which a secret is a part is no secret more */
    unsigned flags = 0;

    for (size_t i = stack_first(model); i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        bool is_rest = sheaf_series_is_remainder(series->series);
        if (!isnan(series->figures[period].value))
            continue;
        n += !is_rest || hides(model, series, total);
        n_secret += !is_rest && is_secret(&series->figures[period]);
        flags |= is_rest ? 0 : series->figures[period].flags;
    }
    bool lacks = reach.low == 0 && reach.high > 0 && total - reach.high > little * total;
    bool is_told = isnan(total); /* by the sign in the total's place */
    part.is_there = reach.high > 0 && n > 0 && !is_told && (n_secret > 0 || lacks);
    part.from = part.to = reach.high;
    if (lacks && part.is_there && !(n == 1 && n_secret == 1))
        part.to = total;
    part.figure.flags = ALL_FLAGS & flags & secret_flags;
    return part;
}

struct text_line *unknown_part_sign(const struct plot *plot, const struct unknown_part *part,
                                    double width)
{
    struct text_style style = plot->pen.theme->label;

    if (!part->is_there || plot->plan->detail >= DETAIL_NO_AXIS)
        return NULL;
    style.color = plot->pen.theme->ink;
    struct text_line *line = pen_label(&plot->pen, pen_blank(&plot->pen, &part->figure), &style);
    return line_width(line) <= width ? line : NULL;
}

void unknown_part_draw(const struct plot *plot, struct scene *scene,
                       const struct unknown_part *part, struct box box, double above)
{
    double height = box.bottom - box.top, line = fmax(plot->pen.theme->grid_width, plot->pen.pixel);
    struct text_line *sign = unknown_part_sign(plot, part, box.right - box.left);
    bool is_inside = height >= signed_part * plot->pen.em;

    if (height > 2 * line) {
        scene_rectangle(scene, box.left + line / 2, box.top + line / 2, box.right - box.left - line,
                        height - line);
        scene_stroke(scene, plot->pen.theme->axis, line);
    }
    if (sign == NULL)
        return;
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, sign, (box.left + box.right) / 2,
                       is_inside ? (box.top + box.bottom) / 2 : above, ALIGN_CENTER);
    scene_close(scene);
}
