/* preview_draw.h - a PNG as a terminal shows it, on standard output. */
#ifndef CLI_PREVIEW_DRAW_H
#define CLI_PREVIEW_DRAW_H

#include "preview.h"

/* The PNG itself, in base64. */
void draw_kitty(const struct preview_png *png);
/* False: no memory, both. */
bool draw_sixels(const struct preview_png *png);
bool draw_cells(const struct preview *preview, const struct preview_png *png);

/* A PNG's pixels, 0xFFRRGGBB as Cairo has them. */
struct raster {
    void *surface;
    const unsigned char *bytes;
    size_t stride;
    int width, height;
};
bool raster_open(struct raster *raster, const struct preview_png *png);
void raster_close(struct raster *raster);
/* 0xRRGGBB */
unsigned raster_at(const struct raster *raster, int x, int y);

#endif
