/* image.c - images: RGB pixels, and their opacity as a soft mask. */
#include "paint/pdf/pdf.h"

#include <stdio.h>

static void put_dictionary(struct buffer *into, const struct image_mark *image, const char *space)
{
    buffer_format(into,
                  "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s"
                  " /BitsPerComponent 8\n",
                  image->width, image->height, space);
}

static bool is_opaque(const struct image_mark *image, size_t n_pixels)
{
    for (size_t i = 0; image->channels == 4 && i < n_pixels; i++)
        if (image->pixels[4 * i + 3] != 255)
            return false;
    return true;
}

/* Copies n channels of each pixel, from channel first on; NULL when memory ran out. */
static uint8_t *take_channels(struct pdf *pdf, const struct image_mark *image, size_t n_pixels,
                              size_t first, size_t n)
{
    uint8_t *out = memory_resize(&pdf->alloc, NULL, 0, n_pixels * n);
    size_t channels = (size_t)image->channels;

    if (out == NULL) {
        fail_memory(&pdf->painter.error);
        return NULL;
    }
    for (size_t i = 0; i < n_pixels; i++)
        for (size_t k = 0; k < n; k++)
            out[i * n + k] = image->pixels[i * channels + first + k];
    return out;
}

static unsigned write_mask(struct pdf *pdf, const struct image_mark *image, size_t n_pixels)
{
    uint8_t *alpha = take_channels(pdf, image, n_pixels, 3, 1);

    put_dictionary(pdf_begin(pdf), image, "DeviceGray");
    unsigned number = pdf_stream(pdf, alpha, n_pixels, true);
    memory_free(&pdf->alloc, alpha, n_pixels);
    return number;
}

static unsigned write_image(struct pdf *pdf, const struct image_mark *image)
{
    size_t n_pixels = (size_t)image->width * (size_t)image->height;
    unsigned mask = is_opaque(image, n_pixels) ? 0 : write_mask(pdf, image, n_pixels);
    uint8_t *colors = image->channels == 3 ? NULL : take_channels(pdf, image, n_pixels, 0, 3);

    struct buffer *body = pdf_begin(pdf);
    put_dictionary(body, image, "DeviceRGB");
    if (mask != 0)
        buffer_format(body, "/SMask %u 0 R\n", mask);
    unsigned number = pdf_stream(pdf, colors != NULL ? colors : image->pixels, n_pixels * 3, true);
    memory_free(&pdf->alloc, colors, n_pixels * 3);
    return number;
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
