/* columns.h - a line of more points than columns of pixels.
 *
 * Of a column that holds more than four points a reader sees what the first, the lowest, the highest
 * and the last of them span (M4: Jugel et al., VLDB 2014), so no others are drawn. These stand at the
 * column's middle, at most half a column from their place: strokes along one vertical cover the same
 * whether all points are on it or those four, so the picture equals that of all points in every pixel,
 * edge shades included. Columns of up to four points are drawn as they are.
 *
 * A solid stroke with round caps and joins covers what pieces of it cover: of a column it has one, from
 * the lowest to the highest, and a way to the next column only where the two do not cover it.
 *
 * The layout does this, not the painters, as it knows the width of the columns (chart_pen.column) and
 * all formats gain: a scene has four points a column, however many the data have. */
#ifndef SHEAF_CHART_COLUMNS_H
#define SHEAF_CHART_COLUMNS_H

#include "scene/scene.h"

enum { COLUMN_POINTS = 4 };

/* A line being drawn. */
struct columns {
    struct scene *scene;
    double width;  /* of a column; 0: all points are drawn */
    double column; /* the one that is open */
    struct {
        double left, right;
    } inner;                            /* of it: what is surely within */
    size_t n;                           /* points in it */
    size_t n_drawn;                     /* points in the path so far */
    struct point points[COLUMN_POINTS]; /* the first ones of the column, if those are all */
    struct point last_drawn;
    double first, low, high, last; /* y */
    /* Width of the stroke, if it is solid with round caps and joins: then a column is one piece from its
     * lowest to its highest, and the way from the column before is left out where both cover it. 0: it
     * is another, or the path is filled. */
    double round;
    struct {
        bool is_one; /* the column before was such a piece */
        double x, low, high, last;
    } piece;
};

/* Begins a line at its first point, with a move in the scene's path. */
void columns_begin(struct columns *line, struct scene *scene, double width, struct point from);
/* As columns_begin, but joins the path that is open with a line. */
void columns_continue(struct columns *line, struct scene *scene, double width, struct point from);
/* As columns_begin, for a solid stroke of this width with round caps and joins. */
void columns_begin_round(struct columns *line, struct scene *scene, double width, struct point from,
                         double stroke);
void columns_to(struct columns *line, struct point to);
/* Ends the line: the path has all of it. */
void columns_end(struct columns *line);

#endif
