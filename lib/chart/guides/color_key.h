/* color_key.h - figures as colours of five steps, and the key to them: five swatches with the
 * numbers at their ends. */
#ifndef SHEAF_CHART_COLOR_KEY_H
#define SHEAF_CHART_COLOR_KEY_H

#include "chart/plot.h"
#include "chart/scale/quantised.h"

struct color_key {
    struct quantised scale;
    struct text_line *low, *high;             /* NULL: there is no room for the key */
    struct text_line *steps[QUANTISED_STEPS]; /* "10 to 20", from the lowest; NULL with low */
    struct text_line *missing;                /* beside a dot; NULL: no figure is missing */
};

/* Chooses the steps for the model's values; room: the width for the key. */
void color_key_measure(const struct plot *plot, struct color_key *key, double room,
                       bool has_missing);
/* Room that the key takes below the cells; 0: it is not drawn. */
double color_key_height(const struct plot *plot, const struct color_key *key);
/* Below y, from x on; mirrored where the language is read from the right. */
void color_key_draw(const struct plot *plot, const struct color_key *key, struct scene *scene,
                    double x, double y);

/* The same key upright, a row a step with its ends, the highest on top: where there is room beside the
 * cells. */
double color_key_upright_width(const struct plot *plot, const struct color_key *key);
double color_key_upright_height(const struct plot *plot, const struct color_key *key);
void color_key_draw_upright(const struct plot *plot, const struct color_key *key,
                            struct scene *scene, double x, double y);

/* The same for every kind of cell: a figure's area, its text in ink or paper, and a grey dot where
 * there is no figure. text: NULL for none. */
void color_cell_draw(const struct plot *plot, const struct color_key *key, struct scene *scene,
                     const struct figure *figure, struct box box, const char *text,
                     const struct text_style *style);
/* What words in a figure's cell are written in. */
struct color color_cell_text_color(const struct plot *plot, const struct color_key *key,
                                   const struct figure *figure);
/* The area alone. Its colour says what it is, so that it fills the area whatever the status, which a small
 * bar in the corner tells. */
void color_cell_draw_area(const struct plot *plot, struct scene *scene, struct box box,
                          struct color color, enum figure_style style);
/* The dot of a missing figure. */
void color_cell_draw_missing(const struct plot *plot, struct scene *scene, struct box box);

#endif
