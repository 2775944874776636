/* unknown_part.c - the part of a column that nobody may know or has. */
#include "chart/types/parts/unknown_part.h"

#include <math.h>

#include "chart/marks.h"
#include "chart/types/parts/stack.h"

/* Shares of the total that rounding may leave between it and its parts. */
static const double little = 0.01;
/* Least height of a part with a sign inside, in ems. */
static const double signed_part = 1.3;

static bool is_secret(const struct figure *figure)
{
    return (figure->flags & SECRET_FLAGS) != 0;
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
    unsigned flags = 0, rest_flags = 0;

    for (size_t i = stack_first(model); i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        bool is_rest = sheaf_series_is_remainder(series->series);
        if (!isnan(series->figures[period].value))
            continue;
        n += !is_rest || hides(model, series, total);
        n_secret += !is_rest && is_secret(&series->figures[period]);
        *(is_rest ? &rest_flags : &flags) |= series->figures[period].flags & SECRET_FLAGS;
    }
    if (n_secret == 0 && rest_flags != 0) { /* the secret is one of those that the rest joins */
        n++;
        flags = rest_flags;
    }
    bool lacks = reach.low == 0 && reach.high > 0 && total - reach.high > little * total;
    bool is_told = isnan(total); /* by the sign in the total's place */
    part.is_there = reach.high > 0 && n > 0 && !is_told && (n_secret > 0 || lacks);
    part.from = part.to = reach.high;
    if (lacks && part.is_there && !(n == 1 && n_secret == 1))
        part.to = total;
    part.figure.flags = ALL_FLAGS & flags;
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
    struct text_line *sign = unknown_part_sign(plot, part, box.right - box.left);
    bool is_inside = box.bottom - box.top >= signed_part * plot->pen.em;

    mark_outline(&plot->pen, scene, &box, plot->pen.theme->axis);
    if (sign == NULL)
        return;
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, sign, (box.left + box.right) / 2,
                       is_inside ? (box.top + box.bottom) / 2 : above, ALIGN_CENTER);
    scene_close(scene);
}

/* The key -------------------------------------------------------------------------------------- */

static unsigned reasons_of(const struct unknown_part *part)
{
    return part->figure.flags != 0 ? part->figure.flags : 1U << FLAG_MISSING;
}

void unknown_key_take(struct unknown_key *key, const struct unknown_part *part, bool has_sign,
                      bool has_outline)
{
    if (part->is_there && has_sign)
        key->signs |= reasons_of(part);
    if (part->is_there && has_outline)
        key->outlines |= reasons_of(part);
}

/* "[c] Confidential", "â Missing", or without a sign that no part has room for. */
static const char *reason_words(const struct chart_plan *plan, unsigned flag, bool has_sign)
{
    const char *word = format_word(plan->pen.text, flag_word(flag));
    const char *sign =
        flag == FLAG_MISSING ? "\xE2\x80\x93" : flags_text(1U << flag, plan->pen.arena);

    if (!has_sign || word == NULL || sign == NULL)
        return word;
    return arena_format(plan->pen.arena, "%s %s", sign, word);
}

void unknown_key_explain(const struct unknown_key *key, struct chart_plan *plan, unsigned flags)
{
    unsigned told = 0;

    for (unsigned flag = 0; flag < FLAG_COUNT; flag++) {
        bool has_outline = (key->outlines >> flag & 1) != 0;
        bool has_dash = flag == FLAG_MISSING && (key->signs >> flag & 1) != 0;
        if (!has_outline && !has_dash)
            continue;
        if (flag != FLAG_MISSING) {
            told |= 1U << flag;
            plan->legend.flags |= 1U << flag;
        }
        if (plan->detail >= DETAIL_SHORT_LEGEND)
            legend_leave_untold(plan, format_word_inside(plan->pen.text, flag_word(flag)));
        else
            legend_add(plan, reason_words(plan, flag, (key->signs >> flag & 1) != 0),
                       has_outline ? SWATCH_OUTLINE : SWATCH_NONE, plan->pen.theme->axis,
                       FIGURE_SOLID);
    }
    legend_add_flags(plan, (flags | (key->signs & ~(1U << FLAG_MISSING))) & ~told);
}
