/* canvas.h - what the files of the Cairo painter share.
 *
 * On surfaces of pixels the painter does two things that Cairo 1.16 does not: it
 * places glyphs at fractions of a pixel, and it moves horizontal and vertical
 * lines and edges to whole pixels, so that rules and bars are crisp. */
#ifndef SHEAF_PAINT_CAIRO_CANVAS_H
#define SHEAF_PAINT_CAIRO_CANVAS_H

#include <cairo.h>

#include "scene/painter.h"

struct open_face;

struct scratch {
    uint8_t *bytes;
    size_t capacity;
};

struct canvas {
    struct painter painter;
    cairo_t *context;
    bool has_pixels; /* false: PDF, SVG, a recording … */
    bool flat;       /* EPS: no transparency */
    int shades;      /* see canvas_paint */
    int depth;       /* of pushes to undo */
    struct arena arena;
    struct open_face *faces;
    struct scratch mask, points; /* of one mark and of one glyph */
    struct box *covered;         /* where flat paper is white no more, in pixels */
    size_t n_covered, covered_capacity;
};

/* As paint_cairo. shades: how many steps the edges of shapes and glyphs have from
 * nothing to full colour; 0: as many as Cairo makes. 16 cannot be told from 256 by
 * eye, and leave most charts with few enough colours for a palette. */
sheaf_status canvas_paint(const struct scene *scene, cairo_t *context, int shades,
                          sheaf_error *error);

/* At least n bytes that are kept for the next time; NULL after a failure. */
void *canvas_scratch(struct canvas *canvas, struct scratch *scratch, size_t n);
/* From the context's coordinates to the pixels of its target. */
cairo_matrix_t canvas_to_pixels(cairo_t *context);
/* Takes over the context's failure. */
void canvas_note_failure(struct canvas *canvas, cairo_status_t status);

/* glyphs.c */
void canvas_draw_glyphs(struct canvas *canvas, const struct glyph_run *run);

/* align.c: the path as the context's current one, on whole pixels where that
 * can be: then true. *line_width is the stroke's (0: none) and may change too. */
bool canvas_append_aligned(struct canvas *canvas, const struct path *path, double *line_width);
/* A box on whole pixels where that can be. */
struct box canvas_align_box(struct canvas *canvas, struct box box);

/* paper.c: for flat canvases. The colour as it looks where nothing is below,
 * opaque; unchanged where something is. Then notes what a mark covers. */
struct color canvas_on_paper(const struct canvas *canvas, const struct box *pixels,
                             struct color color);
void canvas_cover_paper(struct canvas *canvas, const struct box *pixels, struct color color);

/* mask.c: a part of the target's pixels, and how much of each is covered. */
struct mask {
    uint8_t *bytes;
    size_t length;
    int left, top, width, height, stride;
};
/* Makes box the bounds of itself and of the corners of a rectangle that is moved. */
void canvas_add_corners(struct box *box, const cairo_matrix_t *matrix, double left, double top,
                        double right, double bottom);
/* An empty mask over a box of pixels, cut to the clip. False: nothing of it can be
 * seen, or a failure. There is one mask at a time. */
bool canvas_begin_mask(struct canvas *canvas, const struct box *pixels, struct mask *mask);
void canvas_paint_mask(struct canvas *canvas, struct mask *mask, struct color color);

#endif
