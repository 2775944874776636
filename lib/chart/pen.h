/* pen.h - what everything in a chart is written and drawn with: theme, text engine, sizes. */
#ifndef SHEAF_CHART_PEN_H
#define SHEAF_CHART_PEN_H

#include "chart/model/model.h"
#include "text/text.h"

struct chart_pen {
    const struct theme *theme;
    struct text *text;   /* keeps the first failure, too: it makes the whole plan void */
    struct arena *arena; /* lives as long as the plan */
    double em;           /* size of a label, the module of all spacing */
    bool shows_ranges;   /* of figures of which more is open than their digits say */
    double pixel;        /* marks lie on whole multiples of this; 0: anywhere */
    double dot;          /* of the images that squares of density are drawn as; 0: as shapes */
    double column;       /* width of the columns that a line's points are reduced to: columns.h */
};

/* The nearest line between pixels, so that edges are sharp. */
double pen_snap(const struct chart_pen *pen, double at);

bool pen_failed(const struct chart_pen *pen);

struct text_line *pen_label(const struct chart_pen *pen, const char *utf8,
                            const struct text_style *style);
/* A line's width; lines are NULL after a failure. */
double line_width(const struct text_line *line);
/* Draws a line with the middle of its capitals at y. */
void line_draw_centered(struct scene *scene, const struct text_line *line, double x, double y,
                        enum text_align align);

/* For languages written from right to left, by Unicode's isolates: words whose direction is their
 * own, whatever stands around them ("$40 bn" keeps its sign), and a text put together from such
 * words, read from the right. In other languages the words as they are. NULL stays NULL. */
const char *pen_isolated(const struct chart_pen *pen, const char *words);
/* Words that begin a paragraph, which then runs from the right, whatever their own letters are. */
const char *pen_leftwards(const struct chart_pen *pen, const char *words);
const char *pen_in_order(const struct chart_pen *pen, const char *words);

char *pen_period_text(const struct chart_pen *pen, sheaf_period period);
/* "USD million"; "Jan–Apr 2021 = 100" of "2021-T1 = 100". */
const char *pen_unit(const struct chart_pen *pen, const char *unit, int multiplier);
/* The words for a style: "own estimate"; NULL for plain figures. */
const char *pen_style_word(const struct chart_pen *pen, enum figure_style style);
/* All statuses of a figure in words: "own estimate, break in series"; NULL: none. */
const char *pen_status_words(const struct chart_pen *pen, const struct figure *figure);
/* A figure's text with the flags of statuses that its style does not show: "14.7 [b]". */
const char *pen_flagged(const struct chart_pen *pen, const char *text, const struct figure *figure);
/* The label of a missing figure: a dash with its flags, or for a confidential one the flag
 * alone. */
const char *pen_blank(const struct chart_pen *pen, const struct figure *figure);
/* "14.7", or "$14.7 bn" with the unit; "<0.01" for what would be shown as nothing. */
const char *pen_amount(const struct chart_pen *pen, const struct model *model,
                       const struct figure *figure, bool with_unit);
/* The same for those who hear it: "about 15". */
const char *pen_spoken(const struct chart_pen *pen, const struct model *model,
                       const struct figure *figure, bool with_unit);

#endif
