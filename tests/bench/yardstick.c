/* yardstick.c - a picture as PNG: see yardstick.h. */
#include "yardstick.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>

int write_png(cairo_surface_t *surface, const char *path, bool fast)
{
    FILE *file = fopen(path, "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    unsigned char *row = malloc(3 * (size_t)width);

    if (file == NULL || info == NULL || row == NULL || setjmp(png_jmpbuf(png)))
        return 1;
    png_init_io(png, file);
    png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (fast) {
        png_set_compression_level(png, 1);
        png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    }
    png_write_info(png, info);
    for (int y = 0; y < height; y++) {
        const unsigned char *pixel = cairo_image_surface_get_data(surface) +
                                     (ptrdiff_t)y * cairo_image_surface_get_stride(surface);
        for (int x = 0; x < width; x++, pixel += 4) {
            row[3 * x] = pixel[2];
            row[3 * x + 1] = pixel[1];
            row[3 * x + 2] = pixel[0];
        }
        png_write_row(png, row);
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    free(row);
    return fclose(file) != 0;
}
