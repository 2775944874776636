/* scatter.h - a dot a member, placed by two of its measures. */
#ifndef SHEAF_CHART_SCATTER_H
#define SHEAF_CHART_SCATTER_H

#include "chart/guides/axis_number.h"
#include "chart/guides/axis_value.h"

struct density;
struct speech;

enum { SCATTER_X, SCATTER_Y, SCATTER_SIZE };

struct scatter_dot {
    struct point at;
    double radius;
    struct text_line *name; /* NULL: not named */
    struct box name_box;
};

struct scatter {
    struct model *models[3]; /* a measure each; of two measures the last is NULL */
    const char *heads[3];    /* "Exports, USD billion" */
    struct value_axis y;
    struct number_axis x;
    struct text_line *y_head;
    struct {
        double size;
        struct text_line *label;
    } key[3];                 /* of bubbles, the largest first; label NULL: there is no room */
    struct scatter_dot *dots; /* one a member */
    size_t n;
    struct text_line *key_head;  /* before them: what areas mean */
    double left, right, largest; /* largest: radius of a bubble */
    double key_height;           /* of squares, below the axis; 0: there is no key */
    double head_height;          /* of heads and key above the plot, within room_above */
};

/* Of so many members squares say how many lie where. */
bool scatter_is_dense(const struct chart_plan *plan);
/* The squares of placed dots; NULL: memory ran out. */
struct density *scatter_density(const struct plot *plot, const struct scatter *scatter);
size_t scatter_measures(const struct plot *plot); /* 2, or 3 of bubbles */
/* False: memory ran out. */
bool scatter_set_heads(const struct plot *plot, struct scatter *scatter);
void scatter_speak(struct speech *speech);
/* The radius that stands for a size: areas are in proportion. */
double scatter_radius(const struct plot *plot, const struct scatter *scatter, double size);
/* Places the dots in the plot's box, and names for those that matter most, none on each other or on
 * a dot. */
void scatter_place(const struct plot *plot, struct scatter *scatter);

#endif
