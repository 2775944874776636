/* legend.h - the rows under the subtitle that explain colours and hatches, as far as labels beside
 * the marks do not. */
#ifndef SHEAF_CHART_LEGEND_H
#define SHEAF_CHART_LEGEND_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/model/model.h"
#include "text/text.h"

struct chart_plan;

enum swatch {
    SWATCH_BAR,
    SWATCH_LINE,
    SWATCH_BAR_AND_LINE,
    SWATCH_BREAK,
    SWATCH_TARGET,
    SWATCH_DOT,
    SWATCH_WHISKER,
    SWATCH_OUTLINE, /* of a part that nobody knows */
    SWATCH_NONE
};
struct legend_item {
    const char *words, *code; /* code: instead of words that there is no room for; or NULL */
    enum swatch swatch;
    struct color color;
    enum figure_style style;
    bool is_series;
    double full, least; /* widths of the words: whole, and shortened as far as they may be */
    struct text_line *line;
    struct text_block *lines; /* instead, of a name that is wider than the legend; or NULL */
    double x;                 /* from the left edge */
    size_t row;               /* the first, of one or more */
};
struct legend {
    struct legend_item *items;
    size_t n_items, capacity;
    size_t rows;
    double gap;    /* between items, in ems */
    double factor; /* of the words' size; below 1 where many names share a small picture */
    double row_height, names_width;
    double top, height;     /* height 0: no legend */
    unsigned flags;         /* those that it explains, or has among the untold: a set */
    bool lost;              /* for want of room */
    const char *untold[24]; /* "provisional": marks of the plot that it has no room to explain */
    size_t n_untold;
    bool shows_thin; /* the plot's bars are so thin that their edges are plain: as are these */
};

void legend_clear(struct legend *legend);
void legend_add(struct chart_plan *plan, const char *words, enum swatch swatch, struct color color,
                enum figure_style style);
/* Adds the series from first to end - 1; the styles that occur in the data. */
void legend_add_series(struct chart_plan *plan, size_t first, size_t end, enum swatch swatch);
void legend_add_styles(struct chart_plan *plan, enum swatch swatch);
/* "Others, in grey: 7": n lines that have no name, all in the theme's grey. They are no rest, whose sum a
 * line would be. */
void legend_add_grey(struct chart_plan *plan, size_t n);
/* What a break in a line means, if one of these series has one. */
void legend_add_breaks(struct chart_plan *plan, size_t first, size_t end);
/* What the flags beside figures mean: "[b] Break in series". A set of flags. */
void legend_add_flags(struct chart_plan *plan, unsigned flags);
/* Sets the rows below the header. Names that may be shortened are, until the rows are at most
 * `wanted` high or the names could no longer be told apart. A legend higher than `most` is left
 * out. */
void legend_measure(struct chart_plan *plan, double wanted, double most);
/* Notes a word, as inside a sentence, that the key would explain but has no room for; NULL: none. */
void legend_leave_untold(struct chart_plan *plan, const char *word);
/* The warning of all such words; "": there are none. */
void legend_warn(const struct chart_plan *plan, char *out, size_t size);
/* Whether the name of a series is shortened. */
bool legend_is_cut(const struct legend *legend);
void legend_draw(const struct chart_plan *plan, struct scene *scene);

#endif
