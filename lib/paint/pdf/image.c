/* image.c - images: RGB pixels, and their opacity as a soft mask. */
#include "paint/pdf/pdf.h"

#include <stdio.h>

/* Rows are filtered as PNG's are, by what is above: of squares and other flat shapes most bytes are 0. */
enum { FILTER_ANY = 15, FILTER_UP = 2 };

static void put_dictionary(struct buffer *into, const struct image_mark *image, const char *space,
                           int channels)
{
    buffer_format(into,
                  "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s"
                  " /BitsPerComponent 8\n"
                  "/DecodeParms << /Predictor %d /Colors %d /BitsPerComponent 8 /Columns %d >>\n",
                  image->width, image->height, space, FILTER_ANY, channels, image->width);
}

static bool is_opaque(const struct image_mark *image, size_t n_pixels)
{
    for (size_t i = 0; image->channels == 4 && i < n_pixels; i++)
        if (image->pixels[4 * i + 3] != 255)
            return false;
    return true;
}

/* Filters n channels of each pixel, from channel first on. */
static void filter(const struct image_mark *image, size_t first, size_t n, uint8_t *out)
{
    size_t width = (size_t)image->width, channels = (size_t)image->channels;

    for (size_t y = 0; y < (size_t)image->height; y++) {
        const uint8_t *row = image->pixels + y * width * channels + first;
        *out++ = FILTER_UP;
        for (size_t x = 0; x < width; x++, row += channels)
            for (size_t k = 0; k < n; k++)
                *out++ = (uint8_t)(row[k] - (y > 0 ? (row - width * channels)[k] : 0));
    }
}

/* A stream of n channels, from channel first on, with what the dictionary says besides. */
static unsigned write_channels(struct pdf *pdf, const struct image_mark *image, size_t first,
                               size_t n, unsigned mask)
{
    size_t size = (1 + n * (size_t)image->width) * (size_t)image->height;
    uint8_t *rows = memory_resize(&pdf->alloc, NULL, 0, size);

    if (rows == NULL) {
        fail_memory(&pdf->painter.error);
        return 0;
    }
    filter(image, first, n, rows);
    struct buffer *body = pdf_begin(pdf);
    put_dictionary(body, image, n == 1 ? "DeviceGray" : "DeviceRGB", (int)n);
    if (mask != 0)
        buffer_format(body, "/SMask %u 0 R\n", mask);
    unsigned number = pdf_stream(pdf, rows, size, true);
    memory_free(&pdf->alloc, rows, size);
    return number;
}

static unsigned write_image(struct pdf *pdf, const struct image_mark *image)
{
    size_t n_pixels = (size_t)image->width * (size_t)image->height;
    unsigned mask = is_opaque(image, n_pixels) ? 0 : write_channels(pdf, image, 3, 1, 0);

    return write_channels(pdf, image, 0, 3, mask);
}

void pdf_draw_image(struct painter *painter, const struct image_mark *image)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_resource resource = { .kind = RESOURCE_IMAGE };
    const struct box *place = &image->place;

    if (image->width <= 0 || image->height <= 0 || !(place->left < place->right) ||
        !(place->top < place->bottom))
        return;
    snprintf(resource.name, sizeof resource.name, "I%zu", pdf->n_images++);
    resource.number = write_image(pdf, image);
    pdf_mark(pdf);
    pdf_use(pdf, &resource);
    pdf_set_fill_alpha(pdf, 255);
    /* An image fills the unit square with its first row at the top, y up. */
    struct matrix matrix = { .xx = place->right - place->left,
                             .yy = place->top - place->bottom,
                             .x0 = place->left,
                             .y0 = place->bottom };
    pdf_save_state(pdf);
    pdf_put_matrix(&pdf->content, &matrix);
    buffer_format(&pdf->content, "cm /%s Do\n", resource.name);
    pdf_restore_state(pdf);
}
