/* ranking_rows.h - rows of one period, from the largest down: a name, a mark as long as the value,
 * the value. Types that differ only in their marks share them. */
#ifndef SHEAF_CHART_RANKING_ROWS_H
#define SHEAF_CHART_RANKING_ROWS_H

#include "chart/guides/legend.h"
#include "chart/plot.h"

/* How a type draws the value of a row. */
struct row_mark {
    const char *name; /* in errors: "a ranking" */
    /* Draws from zero to the value, in a box as high as a row's mark may be. Left and right are
     * where they are drawn; end is the side of the value. */
    void (*draw)(const struct plot *plot, struct scene *scene, struct box box, double end,
                 struct color color, enum figure_style style);
    enum swatch swatch; /* of the legend */
    double beyond;      /* how far the mark reaches beyond its value, in ems */
    bool guides;        /* a hairline leads from zero to each value */
};

/* Of a chart_type; the rows are in plot->marks. */
void ranking_rows_check(const struct plot *plot, const struct row_mark *mark);
void ranking_rows_measure(struct plot *plot, double plot_height, const struct row_mark *mark);
void ranking_rows_draw(const struct plot *plot, struct scene *scene, const struct row_mark *mark);
double ranking_rows_min_height(const struct plot *plot);
double ranking_rows_per_value(const struct plot *plot);
void ranking_rows_set_per_value(const struct plot *plot, double per_value);
/* For references. */
struct time_frame *ranking_rows_time_frames(const struct plot *plot, size_t *n);
/* From zero; without the rest where its bar would dwarf the others. */
struct extent ranking_rows_extent(const struct plot *plot);

#endif
