/* picture.h - a chart laid out: drawn as often as you like, and asked what stands where.
 *
 * A picture never changes after it was made. It keeps nothing of its chart, which may be changed or
 * destroyed. All functions but sheaf_picture_destroy may be called for one picture by many threads
 * at once, each with a cairo_t of its own. Drawing keeps what lines of very many points cover, up to
 * 16 MB of malloc's memory a picture, so that the next time is faster; the result is the same. NULL
 * for a picture is an empty one: it draws nothing and has no data.
 *
 * Coordinates and sizes are the picture's own: (0, 0) is its top left corner, y grows downwards, and
 * the unit is the one that it was laid out in: a user space unit of the cairo_t that draws it, which
 * is a pixel of a window. Type has the sizes of a screen.
 */
#ifndef SHEAF_PICTURE_H
#define SHEAF_PICTURE_H

#include "sheaf/chart.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_picture sheaf_picture;

typedef struct sheaf_box {
    double left, top, right, bottom;
} sheaf_box;

/* One figure of a chart, or one target. Its texts live as long as the picture and are never NULL
 * once a function has returned true. */
typedef struct sheaf_datum {
    size_t size;                     /* of the struct, as the caller was compiled */
    const char *series;              /* "Exports", as the chart names it; a target's label */
    sheaf_period period;             /* unit SHEAF_NO_PERIOD: a target has none */
    double value, low, high;         /* as the series has them, in unit * 10^multiplier; NaN: no
                                        value, and the status says why */
    sheaf_observation_status status; /* of the observation */
    const char *text;                /* the value as readers know it: "$14.7 bn" */
    const char *label; /* all that is to be said: "exports, 2023, $14.7 bn, own estimate" */
    sheaf_box box;     /* of the mark: the bar, the dot; what of it lies within the picture */
    const char *unit;
    int multiplier;
    /* What the series is about; "": nothing is known. */
    const char *reporter, *partner, *flow, *product;
    sheaf_origin origin; /* stated, computed or estimated; a target is stated */
    const char *others;  /* its members of dimensions beyond these, a line each: "transport: road\n
                            regime: general"; "": it has none */
    size_t index;        /* among the picture's data, as sheaf_picture_datum counts them */
} sheaf_datum;

/* What a datum holds before it is filled: sheaf_datum datum = SHEAF_DATUM_INIT; */
#define SHEAF_DATUM_INIT                                                                           \
    {                                                                                              \
        sizeof(sheaf_datum), "", { SHEAF_NO_PERIOD, 0, 0 }, 0, 0, 0, SHEAF_NORMAL, "", "",         \
            { 0, 0, 0, 0 }, "", 0, "", "", "", "", SHEAF_ORIGIN_STATED, "", 0                      \
    }

/* Lays out a chart at any size above 0 and up to a million, with what has room. The caller owns the
 * picture; its memory is the chart's allocator's. NULL after a failure, which the chart's error
 * tells until the next call: a failed chart, one without data, no memory. One chart is laid out by
 * one thread at a time. */
SHEAF_API sheaf_picture *sheaf_chart_layout(sheaf_chart *chart, double width, double height);
/* The least size of the shape 8 : 5 that has room for all that a reader needs, uncut: title, unit, what
 * colours mean, labels of axes. Larger ones of this shape have that room, too, and smaller ones are drawn
 * with less. A size that is no narrower and no lower is never refused, but in a higher shape type is larger:
 * there a long name or the source may be cut, which sheaf_chart_warning tells. Types that choose, such as
 * rankings, may show the largest members only, and tiles no codes. A title too long for any size is cut in
 * this one as well. Call it as sheaf_chart_layout; width and height may be NULL. False, and both unchanged,
 * after a failure, which the chart's error tells: as there, and SHEAF_BAD_INPUT where words are too long for
 * any size. Takes about 40 layouts. */
SHEAF_API bool sheaf_chart_least_size(sheaf_chart *chart, double *width, double *height);
SHEAF_API void sheaf_picture_destroy(sheaf_picture *picture); /* NULL: nothing happens */

/* Draws the picture with its top left corner at (x, y) of the context's user space, on a ground of
 * the theme's paper and nothing beside it, and leaves the context as it found it. Returns what failed,
 * the context among it (SHEAF_BAD_ARGUMENT for NULL and for a place that is not finite);
 * glyphs for which memory runs out are not drawn. */
SHEAF_API sheaf_status sheaf_picture_draw(const sheaf_picture *picture, cairo_t *cr, double x,
                                          double y);

/* The same with n data picked out, such as the one below the pointer or those of a brush, by index as
 * sheaf_picture_datum counts them: the marks of others are pale, and so are lines and areas without any of
 * them. Indexes beyond the last are passed over; where none is left, and with n 0, all is drawn as it is.
 * NULL for indexes is SHEAF_BAD_ARGUMENT if n is more. Takes memory of malloc's: SHEAF_NO_MEMORY. */
SHEAF_API sheaf_status sheaf_picture_draw_selected(const sheaf_picture *picture, cairo_t *cr,
                                                   double x, double y, const size_t *indexes,
                                                   size_t n);

/* The datum that is drawn at a point, its label included; on a line, the nearest of its data. A mark that
 * stands for several, as the bar of a histogram, tells the first of them. Words and lines drawn over a mark,
 * as those of events, do not hide it. False and an unchanged datum where none is. datum->size tells how much
 * of the struct is filled. */
SHEAF_API bool sheaf_picture_hit(const sheaf_picture *picture, double x, double y,
                                 sheaf_datum *datum);

/* The datum whose mark is nearest to a point, at most `within` away, 0 for a mark that holds the
 * point; INFINITY: any. False and an unchanged datum where none is so near. */
SHEAF_API bool sheaf_picture_nearest(const sheaf_picture *picture, double x, double y,
                                     double within, sheaf_datum *datum);
/* The data whose marks a rectangle touches, by index in reading order. Its corners may be in any order, as a
 * pointer is dragged in any direction. Writes as many indexes as there is room for, and returns how many
 * there are; indexes may be NULL if capacity is 0. */
SHEAF_API size_t sheaf_picture_brush(const sheaf_picture *picture, sheaf_box box, size_t *indexes,
                                     size_t capacity);

/* What the axes say at a point of the plot: the period that is nearest across, and the value, in the unit
 * of the chart's figures and the multiplier of its first series (of indices and shares, as the axis says
 * them). In the lower plots of panels, whose units are others, the value is NaN. Where the axis has months
 * of several years (SHEAF_SEASONAL), the period is of the last year. period and value may be
 * NULL. False, and both unchanged, beside the plots and in charts without an axis of periods: rankings,
 * bars that lie, parts of a whole, plain numbers in place of periods. */
SHEAF_API bool sheaf_picture_value_at(const sheaf_picture *picture, double x, double y,
                                      sheaf_period *period, double *value);
/* The reverse: where such a value in a period lies, of panels and small multiples in the first plot. A
 * period that is not shown lies where time runs over it: a month within its year. True for every point of
 * the plot, above its last grid line as well; false, and both unchanged, for what is outside of it and for
 * values that the scale has no place for, as zero where it is logarithmic. x and y may be NULL. */
SHEAF_API bool sheaf_picture_position_of(const sheaf_picture *picture, sheaf_period period,
                                         double value, double *x, double *y);

/* The data in reading order, as a keyboard walks through them: series by series in time, rankings
 * from the largest. False, and an unchanged datum, from the count on. */
SHEAF_API size_t sheaf_picture_datum_count(const sheaf_picture *picture);
SHEAF_API bool sheaf_picture_datum(const sheaf_picture *picture, size_t index, sheaf_datum *datum);

/* The alternative text: what the chart says, for those who do not see it. Lives as long as the
 * picture; "" for NULL. */
SHEAF_API const char *sheaf_picture_description(const sheaf_picture *picture);

#ifdef __cplusplus
}
#endif
#endif
