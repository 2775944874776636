/* ranking_names.c - the names of rows: one line, or as many as a row has room for, before anything
 * is cut. Names of the Harmonized System have a hundred letters and more. */
#include "chart/types/rows/ranking_names.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/across.h"
#include "chart/guides/row_name.h"

/* A name that takes no more of the width than this stays in one line. */
static const double narrow_share = 0.3;

/* A shorter name: a country's code; a product's code before its name, since two truncated names
 * might be equal. */
static const char *shortest_of(const struct plot *plot, const struct model_series *series)
{
    const char *name = sheaf_series_name(series->series);

    if (series->code != NULL)
        return series->code;
    if (strcmp(name, sheaf_series_product(series->series)) == 0 && strcmp(name, series->name) != 0)
        return arena_format(plot->pen.arena, "%s %s", name, series->label);
    return series->label;
}

static struct text_block *wrap(const struct plot *plot, const char *label,
                               const struct text_style *style, double width, size_t lines)
{
    const struct text_span span = { .utf8 = label, .style = style };

    return text_wrap(plot->pen.text, plot->pen.arena, &span, 1, width, lines);
}

/* A whole name in the fewest lines; narrow ones, that leave more room to the marks, if those are
 * enough. NULL: it has too many. */
static struct text_block *wrap_whole(const struct plot *plot, const char *label,
                                     const struct text_style *style, double most, size_t lines)
{
    double widths[] = { fmin(most, narrow_share * plot->width), most };

    for (size_t n = 2; n <= lines; n++)
        for (size_t i = 0; i < 2; i++) {
            struct text_block *block = wrap(plot, label, style, widths[i], n);
            if (block != NULL && !block->cut)
                return block;
        }
    return NULL;
}

static struct text_style style_of(const struct plot *plot, const struct rank *rank)
{
    struct text_style style = plot->pen.theme->label;

    style.color = sheaf_series_is_remainder(plot->model->series[rank->series].series)
                      ? plot->pen.theme->grey
                      : plot->pen.theme->ink;
    style.leading = rank->leading;
    return style;
}

/* Sets a name within `most`; returns its width. */
static double set_name(const struct plot *plot, struct rank *rank, double most, size_t lines)
{
    const struct model_series *series = &plot->model->series[rank->series];
    const struct text_style style = style_of(plot, rank);
    const char *label = series->label;

    rank->lines = NULL;
    double width = text_width(plot->pen.text, label, &style);
    if (lines > 1 && width > fmin(most, narrow_share * plot->width))
        rank->lines = wrap_whole(plot, label, &style, most, lines);
    if (width > most)
        label = shortest_of(plot, series);
    if (label != NULL && width > most && rank->lines == NULL &&
        text_width(plot->pen.text, label, &style) > most)
        rank->lines =
            text_wrap_words(plot->pen.text, plot->pen.arena, label, &style, most, lines, NULL);
    rank->label = label;
    if (label == NULL)
        return 0;
    rank->name = text_fit(plot->pen.text, plot->pen.arena, label, &style, most);
    return rank->lines != NULL ? rank->lines->width : line_width(rank->name);
}

/* One line where a longer name made room for it; and for rows that turn out lower. */
static void keep_one_line(const struct plot *plot, struct rank *rank, double widest)
{
    const struct text_style style = style_of(plot, rank);

    if (rank->lines == NULL || rank->name == NULL)
        return;
    if (!rank->name->cut && rank->name->width <= widest)
        rank->lines = NULL;
    else
        rank->name = text_fit(plot->pen.text, plot->pen.arena, rank->label, &style, widest);
}

double ranking_names_set(const struct plot *plot, struct rank *ranks, size_t n, double most,
                         double row_height)
{
    double leading, widest = 0;
    size_t lines = row_name_lines(plot, row_height, &leading);

    for (size_t i = 0; i < n; i++)
        ranks[i].leading = leading;
    for (size_t i = 0; i < n; i++)
        widest = fmax(widest, set_name(plot, &ranks[i], most, lines));
    for (size_t i = 0; i < n; i++)
        keep_one_line(plot, &ranks[i], widest);
    return widest;
}

void ranking_name_draw(const struct plot *plot, const struct rank *rank, struct scene *scene,
                       double middle, double row_height)
{
    if (rank->lines != NULL && (rank->lines->n_lines == 1 || rank->lines->height <= row_height))
        across_block(plot, scene, rank->lines, plot->box.left, middle, rank->lines->width);
    else
        across_line(plot, scene, rank->name, plot->box.left, middle, ALIGN_LEFT);
}
