/* density.h - many points as squares shaded by how many of them they hold: dots would lie on each other,
 * and a hundred of them would look like one. */
#ifndef SHEAF_CHART_DENSITY_H
#define SHEAF_CHART_DENSITY_H

#include <stddef.h>

#include "chart/model/model.h"
#include "chart/plot.h"
#include "scene/scene.h"

struct speech;

/* Of more points than MOST_DOTS no dot is drawn. At most so many steps are told apart by colour. */
enum { MOST_DOTS = 400, DENSITY_STEPS = 5 };

struct density {
    struct box box;                  /* of all squares */
    double side;                     /* of a square */
    size_t columns, rows;            /* rows from the top */
    size_t *counts;                  /* row by row */
    size_t densest;                  /* the first square that holds most */
    size_t edges[DENSITY_STEPS + 1]; /* step i is of counts from edges[i] to edges[i + 1] - 1 */
    size_t n_steps;
};

/* One of the two measures, as it is told in words. */
struct density_axis {
    const char *name; /* "": nobody says */
    const struct scale *scale;
    struct extent extent; /* of the points' values */
};

/* Counts n points within a box; NULL: memory ran out. Work and memory grow with the points and with the
 * box, never with their product. */
struct density *density_make(const struct plot *plot, const struct point *points, size_t n,
                             struct box box);
/* Steps for counts up to the most: whole numbers in about equal ratios, since a few squares hold far more
 * than others. Returns how many there are. */
size_t density_edges(size_t most, size_t edges[DENSITY_STEPS + 1]);
/* Where the square of a point lies. */
struct box density_square(const struct density *density, struct point at);
void density_draw(const struct plot *plot, const struct density *density, struct scene *scene);
/* Adds each square that holds points to the picture's data, if squares are wanted: its ranges and how
 * many, without the names that the axes and the subtitle have, as there are thousands. */
void density_note(const struct plot *plot, const struct density *density,
                  const struct density_axis axes[2]);
/* Room for the key below a plot of such a height, with all that stands in it; 0: low plots have none. */
double density_key_height(const struct plot *plot, double plot_height);
/* The key, from x on and below y, where it is not wider than the plot. */
void density_draw_key(const struct plot *plot, const struct density *density, struct scene *scene,
                      double x, double y);
/* "each square: number of partners"; NULL: memory ran out. */
const char *density_words(const struct chart_plan *plan, enum word counted);
/* Extents and the densest square: of so many points no text can list each. */
void density_speak(struct speech *speech, const struct density *density,
                   const struct density_axis axes[2], enum word counted);
/* Of all pairs of n points: in how many one has the larger value of both, and in how many the larger of
 * one and the smaller of the other. In n log n. False: memory ran out. */
bool density_pairs(struct arena *arena, const double *x, const double *y, size_t n, double *rising,
                   double *falling);

/* The same in words, which tell the direction. */
void density_say_pairs(struct speech *speech, const double *x, const double *y, size_t n);

#endif
