/* line_end.c - the name and the last value of a line, beside its end. */
#include "chart/guides/line_end.h"

#include <math.h>
#include <string.h>

#include "chart/model/figures.h"
#include "text/format.h"

/* Of a label in one line, and from line to line of one, in ems. */
static const double label_height = 1.1, line_pitch = 1.16;
enum { MOST_LINES = 3 };

static double label_gap(const struct plot *plot)
{
    return 0.4 * plot->pen.em;
}

double line_end_width(const struct plot *plot, const struct line_end *end)
{
    if (end->lines != NULL)
        return end->lines->width;
    double name = line_width(end->name), value = line_width(end->value);

    return name + value + (name > 0 && value > 0 ? label_gap(plot) : 0);
}

double line_end_height(const struct plot *plot, const struct line_end *end)
{
    double more = end->lines != NULL ? end->lines->height - end->lines->leading : 0;

    return label_height * plot->pen.em + more;
}

/* The last period in which any series has a value. */
static size_t last_of_all(const struct model *model)
{
    size_t last = 0;

    for (size_t i = 0; i < model->n_series; i++) {
        size_t own = model_last(model, &model->series[i]);
        last = own < model->n_periods && own > last ? own : last;
    }
    return last;
}

/* The period in which a series ends before others do; NULL: it does not. A part of a year beside
 * whole ones ends where it ends. */
static const char *early_end(const struct plot *plot, const struct model_series *series)
{
    size_t last = model_last(plot->model, series);

    if (plot->model->is_of_years || last >= last_of_all(plot->model))
        return NULL;
    return plot_period_name(plot, model_period(plot->model, series, last));
}

/* "12.4", or "2021: 12.4" where others go on. */
static const char *value_text(const struct plot *plot, const struct model_series *series)
{
    struct figure figure = figure_at(plot->model, series, model_last(plot->model, series));
    const char *period = early_end(plot, series);

    figure.flags &= ALL_FLAGS & ~(1U << FLAG_BREAK);
    const char *value =
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, &figure, false), &figure);
    const struct blank blanks[] = { { "period", period }, { "amount", value } };
    return period == NULL || value == NULL
               ? value
               : format_phrase(plot->pen.text, plot->pen.arena, PHRASE_FIGURE, blanks, 2);
}

/* "China", or "China, 2021" where others go on and no value says when. */
static const char *name_text(const struct plot *plot, const struct model_series *series,
                             const char *name, bool with_value)
{
    const char *period = with_value ? NULL : early_end(plot, series);

    return period == NULL
               ? name
               : arena_format(plot->pen.arena, "%s%s%s", name,
                              punctuation_of(text_locale(plot->pen.text))->comma, period);
}

static void set_styles(const struct plot *plot, const struct model_series *series,
                       struct text_style *plain, struct text_style *strong)
{
    *plain = plot->pen.theme->label;
    *strong = series->is_deemphasised ? *plain : plot->pen.theme->label_strong;
    plain->color = strong->color = theme_word_color(plot->pen.theme, series->color);
}

struct line_end line_end_set(const struct plot *plot, size_t index, bool with_name, bool with_value,
                             double most)
{
    const struct model_series *series = &plot->model->series[index];
    struct text_style plain, strong;
    struct line_end end = { .series = index };

    set_styles(plot, series, &plain, &strong);
    if (with_value)
        end.value = pen_label(&plot->pen, value_text(plot, series), &strong);
    if (with_name)
        end.name =
            pen_label(&plot->pen, name_text(plot, series, series->label, with_value), &plain);
    if (with_name && series->code != NULL && line_end_width(plot, &end) > most)
        end.name = pen_label(&plot->pen, name_text(plot, series, series->code, with_value), &plain);
    return end;
}

/* Chinese and its kin break between any two characters. */
static bool breaks_anywhere(const char *word)
{
    return (unsigned char)word[0] >= 0xE3 && (unsigned char)word[0] <= 0xED;
}

/* Whether every word has room, so that none is broken. */
static bool words_fit(const struct plot *plot, const char *words, const struct text_style *style,
                      double most)
{
    while (*words != '\0') {
        size_t n = strcspn(words, " ");
        const char *word = arena_text(plot->pen.arena, words, n);
        if (word == NULL ||
            (!breaks_anywhere(word) && text_width(plot->pen.text, word, style) > most))
            return false;
        words += n + (words[n] == ' ');
    }
    return true;
}

/* "Apr 2021: 12.4" with spaces that break no line; NULL: memory ran out. */
static const char *kept_whole(const struct plot *plot, const char *value)
{
    const char *space;

    while (value != NULL && (space = strchr(value, ' ')) != NULL)
        value =
            arena_format(plot->pen.arena, "%.*s\xC2\xA0%s", (int)(space - value), value, space + 1);
    return value;
}

/* The name in its colour, the figure strong behind it; NULL: they have no room, or a failure. */
static struct text_block *wrap_label(const struct plot *plot, const struct model_series *series,
                                     bool with_value, double most)
{
    const char *name = name_text(plot, series, series->label, with_value);
    const char *value = with_value ? kept_whole(plot, value_text(plot, series)) : "";
    struct text_style plain, strong;

    set_styles(plot, series, &plain, &strong);
    plain.leading = strong.leading = line_pitch * plot->pen.em;
    if (name == NULL || value == NULL || !words_fit(plot, name, &plain, most) ||
        text_width(plot->pen.text, value, &strong) > most)
        return NULL;
    if (with_value)
        name = pen_leftwards(&plot->pen, name);
    if (with_value)
        value = arena_format(plot->pen.arena, " %s", pen_isolated(&plot->pen, value));
    const struct text_span spans[] = { { .utf8 = name, .style = &plain },
                                       { .utf8 = value, .style = &strong } };
    struct text_block *block =
        text_wrap(plot->pen.text, plot->pen.arena, spans, with_value ? 2 : 1, most, MOST_LINES);
    return block != NULL && !block->cut ? block : NULL;
}

struct line_end line_end_wrap(const struct plot *plot, size_t index, bool with_name,
                              bool with_value, double narrow, double most)
{
    struct line_end end = line_end_set(plot, index, with_name, with_value, INFINITY);

    if (!with_name || line_end_width(plot, &end) <= narrow)
        return end;
    end.lines = wrap_label(plot, &plot->model->series[index], with_value, narrow);
    return end.lines != NULL || narrow < most
               ? end
               : line_end_set(plot, index, with_name, with_value, most);
}

void line_end_draw(const struct plot *plot, struct scene *scene, const struct line_end *end,
                   double x)
{
    if (end->lines != NULL) {
        double half = end->lines->height / 2;
        text_block_draw(end->lines, scene, x, end->y - half, end->lines->width);
        return;
    }
    /* Drawn in the order in which they are read. */
    double beside = end->name != NULL && end->value != NULL ? label_gap(plot) : 0;
    bool leftwards = text_is_right_to_left(plot->pen.text);
    double name_x = leftwards ? x + line_width(end->value) + beside : x;
    double value_x = leftwards ? x : x + line_width(end->name) + beside;
    line_draw_centered(scene, end->name, name_x, end->y, ALIGN_LEFT);
    line_draw_centered(scene, end->value, value_x, end->y, ALIGN_LEFT);
}
