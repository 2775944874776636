/* canvas.h - what the files of the Cairo painter share.
 *
 * On surfaces of pixels the painter does two things that Cairo 1.16 does not: it
 * places glyphs at fractions of a pixel, and it moves horizontal and vertical
 * lines and edges to whole pixels, so that rules and bars are crisp. */
#ifndef SHEAF_PAINT_CAIRO_CANVAS_H
#define SHEAF_PAINT_CAIRO_CANVAS_H

#include <cairo.h>

#include "scene/coverage.h"
#include "scene/painter.h"

struct open_face;
struct paint_selection;

struct scratch {
    uint8_t *bytes;
    size_t capacity;
};

struct canvas {
    struct painter painter;
    cairo_t *context;
    bool has_pixels;                         /* false: PDF, SVG, EPS, a recording surface */
    bool flat;                               /* EPS: transparency is flattened, see flatten.c */
    int shades;                              /* see canvas_paint */
    struct coverages *kept;                  /* NULL: nothing is kept for the next drawing */
    const struct paint_selection *selection; /* NULL: all is drawn as it is */
    size_t open,
        pale_from; /* groups that are open; with which of them all became pale; 0: nothing is */
    int depth;     /* number of pushes without their pop */
    struct arena arena;
    struct open_face *faces;
    struct scratch mask, points; /* reused: the mask of a mark, the points of a glyph */
    struct box *covered;         /* flat: what marks have covered so far, in pixels */
    size_t n_covered, covered_capacity;
};

/* As paint_cairo_again. shades: number of coverage levels at the edges of shapes and glyphs; 0: Cairo's
 * 256. With 16, which look the same, most charts have at most 256 colours and fit a palette. */
sheaf_status canvas_paint(const struct scene *scene, cairo_t *context, int shades,
                          struct coverages *kept, const struct paint_selection *selection,
                          sheaf_error *error);
/* The colour in which a mark is drawn now. */
struct color canvas_color(const struct canvas *canvas, struct color color);
/* Operator, antialiasing, fill rule, tolerance and miter limit that scenes are painted with. */
void canvas_set_defaults(cairo_t *context);

/* At least n bytes, reused by the next call; NULL after a failure. */
void *canvas_scratch(struct canvas *canvas, struct scratch *scratch, size_t n);
/* The transform from the context's user space to the pixels of its target. */
cairo_matrix_t canvas_to_pixels(cairo_t *context);
/* Records a failure of Cairo as the painter's error. */
void canvas_note_failure(struct canvas *painter, cairo_status_t status);

/* cover.c - one fill, stroke or hatch of a path. */
enum { CANVAS_MANY_PIECES = 500 }; /* A mark of fewer is drawn at once faster. */
enum covering_kind { COVER_FILL, COVER_STROKE, COVER_HATCH };
struct covering {
    const struct path_mark *mark;
    enum covering_kind kind;
    double line_width; /* of the stroke, after alignment to pixels */
};
void canvas_cover(struct canvas *canvas, const struct path_mark *mark, const struct paint *paint,
                  enum covering_kind kind);
/* Makes the mark's path the context's, aligned to whole pixels if it can be (then true). */
bool canvas_append_cover(struct canvas *canvas, struct covering *cover);
/* What the operation covers at most, in pixels: by the mark's points, and what a stroke or alignment may
 * add. */
struct box canvas_bounds(const struct covering *cover, const cairo_matrix_t *to_pixels);
/* Draws the context's path, in its source. */
void canvas_draw_cover(cairo_t *context, const struct covering *cover);

/* kept.c - Draws a mark of very many pieces through its coverage, which is kept if the canvas keeps
 * any. False: it is no such mark, and nothing was drawn. */
bool canvas_cover_kept(struct canvas *canvas, struct covering *cover, struct color color);

/* glyphs.c */
void canvas_draw_glyphs(struct canvas *canvas, const struct glyph_run *run);

/* align.c - Makes path the context's current path, aligned to whole pixels if it can be (then
 * true). *line_width is the stroke's width (0: no stroke); it is rounded as well. is_round: the path is only
 * stroked, solid and with round caps and joins. */
bool canvas_append_aligned(struct canvas *canvas, const struct path *path, double *line_width,
                           bool is_round);
/* The box aligned to whole pixels, or unchanged where the context is rotated. */
struct box canvas_align_box(struct canvas *canvas, struct box box);

/* flatten.c - for EPS. The opaque colour that a transparent one gives on white, or color itself
 * where something lies below. canvas_note_covered records what a mark covers. */
struct color canvas_flatten(const struct canvas *canvas, const struct box *pixels,
                            struct color color);
void canvas_note_covered(struct canvas *canvas, const struct box *pixels, struct color color);

/* pieces.c - Makes the path of a solid stroke with round caps and joins the context's, without what the
 * stroke of other parts covers. False, and nothing happened: it has few pieces, or others than lines. */
bool canvas_append_pieces(struct canvas *canvas, const struct path *path, double line_width);

/* mask.c - a rectangle of the target's pixels, a byte of coverage each. */
struct mask {
    uint8_t *bytes;
    size_t length;
    int left, top, width, height, stride;
};
/* Extends box to hold the transformed corners of a rectangle. */
void canvas_add_corners(struct box *box, const cairo_matrix_t *matrix, double left, double top,
                        double right, double bottom);
/* An empty mask over a box of pixels, clipped. False: nothing of it is visible, or a failure. Only
 * one mask exists at a time. */
bool canvas_begin_mask(struct canvas *canvas, const struct box *pixels, struct mask *mask);
void canvas_paint_mask(struct canvas *canvas, struct mask *mask, struct color color);

#endif
