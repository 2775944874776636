/* part_names.c - the names of parts that are stacked, beside the last stack. */
#include "chart/guides/part_names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/guides/labels.h"
#include "chart/plan.h"
#include "text/format.h"

/* Maximum share of the width; a name that is wider than the first, in two lines, is still narrower
 * than the second. */
static const double max_share = 0.36, one_line_share = 0.26;
/* From line to line of one name, in ems. */
static const double line_pitch = 1.16;

static bool is_moved(const struct plot *plot, const struct part_name *name)
{
    return fabs(name->y - name->wanted) > 0.35 * plot->pen.em;
}

/* "2022: 12.4", where the last period has none. */
static const char *value_of_period(const struct plot *plot, size_t period, const char *value)
{
    const struct blank blanks[] = {
        { "period", plot_period_name(plot, plot->model->periods[period]) },
        { "amount", value },
    };

    return value == NULL ? NULL
                         : format_phrase(plot->pen.text, plot->pen.arena, PHRASE_FIGURE, blanks, 2);
}

/* Whether a figure has room behind the last word of a name; else it stands in a line of its own, for a
 * break within it would make two figures of one. */
static bool stays_with_word(const struct plot *plot, const char *label, const char *value,
                            double most)
{
    const char *word = strrchr(label, ' ');
    double width =
        text_width(plot->pen.text, word != NULL ? word + 1 : label, &plot->pen.theme->label) +
        text_width(plot->pen.text, value, &plot->pen.theme->label_strong);

    return width + 0.4 * plot->pen.em <= most;
}

/* The name in its colour, the figure strong behind it. Lines of one name stand closer than names do. */
static struct text_block *words_of(const struct plot *plot, size_t index, size_t period,
                                   const char *label, bool with_value, double most, size_t lines)
{
    const struct model_series *series = &plot->model->series[index];
    const struct figure *figure = &series->figures[period];
    struct text_style plain = plot->pen.theme->label, strong = plot->pen.theme->label_strong;
    const char *value = NULL;

    plain.color = strong.color = theme_word_color(plot->pen.theme, series->color);
    if (with_value)
        value = pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false), figure);
    if (label == NULL || (with_value && value == NULL))
        return NULL;
    if (with_value && period + 1 < plot->model->n_periods)
        value = value_of_period(plot, period, value);
    if (with_value)
        label = pen_leftwards(&plot->pen, label);
    if (with_value)
        value = arena_format(plot->pen.arena, "%s%s",
                             stays_with_word(plot, label, value, most) ? "\xC2\xA0" : " ",
                             pen_isolated(&plot->pen, value));
    const struct text_span spans[] = { { .utf8 = label, .style = &plain },
                                       { .utf8 = value, .style = &strong } };
    size_t n = with_value ? 2 : 1;
    struct text_block *block = text_wrap(plot->pen.text, plot->pen.arena, spans, n, most, lines);
    if (block == NULL || block->n_lines < 2)
        return block;
    plain.leading = strong.leading = line_pitch * plot->pen.em;
    return text_wrap(plot->pen.text, plot->pen.arena, spans, n, most, lines);
}

/* Chinese is broken anywhere: from U+3000 on, whose UTF-8 begins with E3. */
static bool breaks_anywhere(const char *word)
{
    return (unsigned char)*word >= 0xE3;
}

/* Whether no word of a name is wider than a line, and so would be broken. */
static bool words_fit(const struct plot *plot, const char *label, double most)
{
    for (const char *word = label; *word != '\0';) {
        size_t n = strcspn(word, " ");
        const char *alone = arena_text(plot->pen.arena, word, n);
        if (alone == NULL || (!breaks_anywhere(word) &&
                              text_width(plot->pen.text, alone, &plot->pen.theme->label) > most))
            return false;
        word += n + (word[n] == ' ');
    }
    return true;
}

/* In one line if that is not wide, else in up to three; a country whose name has no room, or would be broken
 * within a word, by its code. */
static bool set_name(const struct plot *plot, struct part_name *name, size_t period,
                     bool with_value)
{
    const struct model_series *series = &plot->model->series[name->series];
    const char *const labels[] = { series->label, series->code };
    const struct {
        double width;
        size_t lines;
    } ways[] = { { one_line_share * plot->width, 2 },
                 { max_share * plot->width, 2 },
                 { max_share * plot->width, 3 } };

    bool may_break =
        series->code == NULL || !words_fit(plot, series->code, max_share * plot->width);
    for (size_t i = 0; i < 2 && labels[i] != NULL; i++)
        for (size_t k = 0; k < sizeof ways / sizeof *ways; k++) {
            name->words = words_of(plot, name->series, period, labels[i], with_value, ways[k].width,
                                   ways[k].lines);
            if (name->words == NULL)
                return false;
            if (!name->words->cut && (may_break || words_fit(plot, labels[i], ways[k].width)))
                return true;
        }
    return false;
}

bool part_names_set(const struct plot *plot, struct part_names *names, size_t first, size_t period,
                    bool with_values, double plot_height)
{
    const struct model *model = plot->model;
    double height = 0;

    *names = (struct part_names){
        .period = period, .items = arena_array(plot->pen.arena, struct part_name, model->n_series)
    };
    if (names->items == NULL || plot->plan->detail >= DETAIL_NO_AXIS)
        return false;
    for (size_t i = first; i < model->n_series; i++) {
        struct part_name *name = &names->items[names->n];
        if (isnan(model->series[i].figures[period].value))
            continue;
        name->series = i;
        if (!set_name(plot, name, period, with_values)) {
            names->n = 0;
            return false;
        }
        names->width = fmax(names->width, name->words->width);
        height += name->words->height;
        names->n++;
    }
    if (height > plot_height)
        names->n = 0;
    return names->n > 0;
}

static int compare_wishes(const void *a, const void *b)
{
    const struct part_name *one = a, *other = b;

    if (one->wanted != other->wanted)
        return one->wanted < other->wanted ? -1 : 1;
    return one->series < other->series ? 1 : -1;
}

bool part_names_spread(const struct plot *plot, struct part_names *names, double low, double high)
{
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, names->n);
    bool moved = false;

    qsort(names->items, names->n, sizeof *names->items, compare_wishes);
    for (size_t i = 0; labels != NULL && i < names->n; i++)
        labels[i] = (struct spread_label){ .wanted = names->items[i].wanted,
                                           .size = names->items[i].words->height };
    if (labels == NULL || !labels_spread(labels, names->n, low, high)) {
        names->n = 0;
        return false;
    }
    for (size_t i = 0; i < names->n; i++) {
        names->items[i].y = labels[i].place;
        moved = moved || is_moved(plot, &names->items[i]);
    }
    return moved;
}

void part_names_draw(const struct plot *plot, const struct part_names *names, struct scene *scene,
                     double edge, double x, size_t period)
{
    for (size_t i = 0; i < names->n; i++) {
        const struct part_name *name = &names->items[i];
        plot_open_series(plot, scene, name->series);
        plot_open_datum(plot, scene, name->series, period);
        if (is_moved(plot, name)) {
            scene_move_to(scene, edge + 0.15 * plot->pen.em, name->wanted);
            scene_line_to(scene, x - 0.2 * plot->pen.em, name->y);
            scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
        }
        scene_open_role(scene, ROLE_DATUM_LABEL);
        text_block_draw(name->words, scene, x, name->y - name->words->height / 2,
                        name->words->width);
        scene_close(scene);
        scene_close(scene);
        scene_close(scene);
    }
}
