/* end_labels.h - where the labels of lines stand: at the lines' ends, clear of each other and of every
 * line.
 *
 * A line that ends before the others is labelled where it ends, if its label finds a free place there.
 * All other labels stand at the right of the plot in the order of their ends; those that cannot stand
 * beside theirs stand in a column, and leaders lead to it: across the plot level, and between the last
 * period and the column aslant. So leaders never cross. */
#ifndef SHEAF_CHART_END_LABELS_H
#define SHEAF_CHART_END_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "chart/scale/places.h"
#include "scene/scene.h"

struct end_label {
    size_t line;          /* given: whose end it is */
    size_t point;         /* given: the line's last one */
    double width, height; /* given: of its words; width 0: it says nothing */
    struct point at;      /* found: the end */
    double left, y;       /* found: of the words: their left edge and their middle */
    bool has_leader;      /* found */
};

struct end_room {
    const struct places *x; /* of the lines' points, ascending */
    size_t n_points, n_lines;
    double (*y)(const void *own, size_t line, size_t point); /* NaN: the line has none there */
    const void *own;
    double top, bottom;                 /* labels stand between */
    double from, plot_top, plot_bottom; /* labels in the plot keep right of, below, above */
    double em;
    double dot;    /* radius of the dots at ends */
    double column; /* left edge of labels to which leaders lead */
    size_t work;   /* found: labels and lines that were looked at */
};

/* Least distance between the middles of two labels of these heights, beyond half of each. */
double end_labels_apart(double em);
/* Places the labels and sorts them from the top. False if the column has no room for them, or memory
 * ran out; the labels have their ends and no places then. */
bool end_labels_place(struct end_room *room, struct end_label *labels, size_t n,
                      struct arena *arena);
/* The points of a label's leader, from its dot to its words; returns how many: 2 or 3. */
size_t end_label_leader(const struct end_room *room, const struct end_label *label,
                        struct point points[3]);

#endif
