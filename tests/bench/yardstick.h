/* yardstick.h - what the programs that Sheaf is measured against share. */
#ifndef BENCH_YARDSTICK_H
#define BENCH_YARDSTICK_H

#include <cairo.h>
#include <stdbool.h>

/* RGB rows at libpng's default level, or without filters at zlib's fastest. Not 0: it failed. */
int write_png(cairo_surface_t *surface, const char *path, bool fast);

#endif
