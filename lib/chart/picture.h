/* picture.h - a chart laid out, as painters see it. */
#ifndef SHEAF_CHART_PICTURE_H
#define SHEAF_CHART_PICTURE_H

#include <stdbool.h>

#include "scene/scene.h"
#include "sheaf/picture.h"

struct coverages;
struct datum_list;

struct picture_options {
    bool pixels; /* screen sizes (base 15 px labels at 1200); else print: 7.5 pt at the width of an
                       A4 page's text */
    bool images; /* as in struct chart_options */
    double
        scale; /* pixels of the device a pixel of the picture; 0: unknown, perhaps two as on dense
                   * screens */
    size_t data_file;      /* of its figure (struct group); 0: none */
    bool title_is_heading; /* as in struct chart_options */
    bool with_data;        /* for those who will ask for them */
    size_t most_of_lines;  /* data: see datum_list */
    bool is_asked;         /* data: they are looked for by place */
    bool with_squares;     /* data: squares that stand for several, too */
    bool refuses_small;    /* fails where there is no room for what a reader needs */
    bool without_advice;   /* messages name no size that would do: each costs several layouts */
};

/* NULL after a failure, which is then the chart's. */
sheaf_picture *picture_create(sheaf_chart *chart, double width, double height,
                              const struct picture_options *options);
const struct scene *picture_scene(const sheaf_picture *picture);
/* What painters keep for the next drawing. */
struct coverages *picture_coverages(const sheaf_picture *picture);
const struct datum_list *picture_data(const sheaf_picture *picture);
/* As sheaf_picture_hit and sheaf_picture_nearest; looks, which may be NULL, grows by the marks, pieces
 * and data that were looked at. */
bool picture_hit(const sheaf_picture *picture, double x, double y, sheaf_datum *datum,
                 size_t *looks);
bool picture_nearest(const sheaf_picture *picture, double x, double y, double within,
                     sheaf_datum *datum, size_t *looks);

/* The chart's own scene, of any size: the theme's ground, outer margin, type that scales with the
 * square root of the width. data: gets what is drawn; NULL: nobody asks. Never NULL; the caller owns it. A failure is
 * in the scene or in the chart's error, and the picture is then worth nothing: ask both. Messages name
 * no size that would do. */
struct scene *chart_scene(sheaf_chart *chart, double width, double height, bool pixels,
                          struct datum_list *data);

#endif
