/* png.c - PNG files, small and quickly made.
 *
 * Charts have few colours and many equal rows. Up to 256 colours become an exact palette, in the fewest
 * bits that hold it, and rows of indices a stream of our own (rows.h): of a chart of 1200 x 750 half of
 * the instructions of zlib at level 3, and files a tenth smaller. More colours stay RGB and go through
 * zlib; filters made files larger. zlib's tables are small: it goes through them for each 32 KB, and rows
 * so alike need no larger ones; memory level 6 takes four fifths of the time of 8 and makes no larger
 * files. */
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "paint/cairo/canvas.h"
#include "paint/paint.h"
#include "paint/png/palette.h"

static const int deflate_level = 3, deflate_memory = 6, shades = 16;

struct writer {
    png_structp png;
    png_infop info;
    const struct pixels *pixels;
    const struct palette *palette; /* NULL: RGB, or RGBA */
    const struct buffer *data;     /* rows of indices, compressed */
    bool transparent; /* the pixels have alpha, which their colours are multiplied by */
    double dots_per_inch;
    const struct paint_metadata *metadata;
    struct buffer *into;
    uint8_t *row;
    const char *message; /* why libpng gave up */
};

/* libpng calls this on any error; it returns to the setjmp in write_file. */
static void give_up(png_structp png, png_const_charp message)
{
    struct writer *writer = png_get_error_ptr(png);

    writer->message = message;
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void put_bytes(png_structp png, png_bytep bytes, size_t n)
{
    struct writer *writer = png_get_io_ptr(png);

    buffer_put(writer->into, bytes, n);
    if (writer->into->failed)
        png_error(png, "out of memory");
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static void write_text(struct writer *writer, const char *key, const char *text)
{
    const char *language = writer->metadata->language;

    if (text == NULL || text[0] == '\0')
        return;
    bool plain = is_ascii(text);
    png_text chunk = { .compression = plain ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE,
                       .key = (char *)key,
                       .text = (char *)text,
                       .text_length = plain ? strlen(text) : 0,
                       .itxt_length = plain ? 0 : strlen(text),
                       .lang = plain || language == NULL ? NULL : (char *)language };
    png_set_text(writer->png, writer->info, &chunk, 1);
}

static void write_metadata(struct writer *writer)
{
    png_uint_32 dots_per_metre = (png_uint_32)lround(writer->dots_per_inch / 0.0254);

    png_set_sRGB(writer->png, writer->info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (dots_per_metre > 0)
        png_set_pHYs(writer->png, writer->info, dots_per_metre, dots_per_metre,
                     PNG_RESOLUTION_METER);
    if (writer->metadata == NULL)
        return;
    write_text(writer, "Title", writer->metadata->title);
    write_text(writer, "Description", writer->metadata->alternative);
    write_text(writer, "Source", writer->metadata->source);
    write_text(writer, "Software", writer->metadata->creator);
}

static void write_rgb(struct writer *writer)
{
    for (int y = 0; y < writer->pixels->height; y++) {
        const uint32_t *from = writer->pixels->first + (size_t)y * writer->pixels->stride;
        uint8_t *to = writer->row;

        for (int x = 0; x < writer->pixels->width; x++, to += 3) {
            to[0] = (uint8_t)(from[x] >> 16);
            to[1] = (uint8_t)(from[x] >> 8);
            to[2] = (uint8_t)from[x];
        }
        png_write_row(writer->png, writer->row);
    }
}

/* A channel without its alpha, rounded. */
static uint8_t unmultiplied(uint32_t channel, uint32_t alpha)
{
    if (alpha == 0)
        return 0;
    return (uint8_t)((channel * 255 + alpha / 2) / alpha);
}

static void write_rgba(struct writer *writer)
{
    for (int y = 0; y < writer->pixels->height; y++) {
        const uint32_t *from = writer->pixels->first + (size_t)y * writer->pixels->stride;
        uint8_t *to = writer->row;

        for (int x = 0; x < writer->pixels->width; x++, to += 4) {
            uint32_t alpha = from[x] >> 24;
            to[0] = unmultiplied(from[x] >> 16 & 0xFF, alpha);
            to[1] = unmultiplied(from[x] >> 8 & 0xFF, alpha);
            to[2] = unmultiplied(from[x] & 0xFF, alpha);
            to[3] = (uint8_t)alpha;
        }
        png_write_row(writer->png, writer->row);
    }
}

static void set_palette(struct writer *writer)
{
    png_color colors[256];

    for (int i = 0; i < writer->palette->n; i++) {
        uint32_t color = writer->palette->colors[i];
        colors[i] = (png_color){ (png_byte)(color >> 16), (png_byte)(color >> 8), (png_byte)color };
    }
    png_set_PLTE(writer->png, writer->info, colors, writer->palette->n);
}

static void write_chunk(struct writer *writer, const char *type, const void *bytes, size_t n)
{
    png_write_chunk(writer->png, (png_const_bytep)type, bytes, n);
}

static void write_file(struct writer *writer)
{
    const struct pixels *pixels = writer->pixels;
    int n = writer->palette != NULL ? writer->palette->n : 0;
    int kind = n > 0                 ? PNG_COLOR_TYPE_PALETTE
               : writer->transparent ? PNG_COLOR_TYPE_RGB_ALPHA
                                     : PNG_COLOR_TYPE_RGB;

    if (setjmp(png_jmpbuf(writer->png)) != 0)
        return;
    png_set_write_fn(writer->png, writer, put_bytes, flush_nothing);
    png_set_compression_level(writer->png, deflate_level);
    png_set_compression_mem_level(writer->png, deflate_memory);
    png_set_compression_buffer_size(writer->png, 1 << 16);
    png_set_filter(writer->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_IHDR(writer->png, writer->info, (png_uint_32)pixels->width, (png_uint_32)pixels->height,
                 n > 0 ? palette_bits(n) : 8, kind, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (n > 0)
        set_palette(writer);
    write_metadata(writer);
    png_write_info(writer->png, writer->info);
    if (n > 0) {
        write_chunk(writer, "IDAT", writer->data->bytes, writer->data->length);
        write_chunk(writer, "IEND", NULL, 0);
        return;
    }
    if (writer->transparent)
        write_rgba(writer);
    else
        write_rgb(writer);
    png_write_end(writer->png, NULL);
}

/* palette NULL: the pixels are transparent. */
static void encode(const struct pixels *pixels, const struct palette *palette, double dots_per_inch,
                   const struct paint_metadata *metadata, const struct buffer *data,
                   struct buffer *into, sheaf_error *error)
{
    size_t row_length = 4 * (size_t)pixels->width;
    struct writer writer = { .pixels = pixels,
                             .palette = palette != NULL && palette->n > 0 ? palette : NULL,
                             .data = data,
                             .transparent = palette == NULL,
                             .dots_per_inch = dots_per_inch,
                             .metadata = metadata,
                             .into = into,
                             .row = memory_resize(NULL, NULL, 0, row_length) };

    writer.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer, give_up, ignore_warning);
    writer.info = writer.png != NULL ? png_create_info_struct(writer.png) : NULL;
    if (writer.info == NULL || writer.row == NULL)
        fail_memory(error);
    else
        write_file(&writer);
    if (into->failed)
        fail_memory(error);
    else if (writer.message != NULL)
        fail(error, SHEAF_SYSTEM, "libpng cannot write the picture: %s", writer.message);
    png_destroy_write_struct(&writer.png, &writer.info);
    memory_free(NULL, writer.row, row_length);
}

static void write_pixels(const struct pixels *pixels, double dots_per_inch,
                         const struct paint_metadata *metadata, struct buffer *into,
                         sheaf_error *error)
{
    struct palette palette;

    struct buffer data;

    buffer_init(&data, NULL, NULL);
    bool found = palette_find(&palette, pixels);
    if (found && palette.n > 0)
        palette_compress(&palette, pixels, &data);
    if (found && !data.failed)
        encode(pixels, &palette, dots_per_inch, metadata, &data, into, error);
    else
        fail_memory(error);
    buffer_free(&data);
    palette_free(&palette);
}

/* Size in pixels; 0 if Cairo cannot hold it. */
static int pixel_count(double points, double pixels_per_point)
{
    double n = floor(points * pixels_per_point + 0.5);

    return n >= 1 && n <= INT16_MAX ? (int)n : 0;
}

static void draw(const struct scene *scene, cairo_surface_t *surface, double pixels_per_point,
                 sheaf_error *error)
{
    cairo_t *context = cairo_create(surface);

    cairo_scale(context, pixels_per_point, pixels_per_point);
    canvas_paint(scene, context, shades, NULL, NULL, error);
    cairo_destroy(context);
    cairo_surface_flush(surface);
}

/* The page's memory is ours and white, or transparent, from the start: Cairo would clear it first and
 * paint it white then. */
static void draw_and_write(const struct scene *scene, int width, int height,
                           double pixels_per_point, double dots_per_inch,
                           const struct paint_metadata *metadata, struct buffer *into,
                           sheaf_error *error)
{
    size_t stride = (size_t)cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
    size_t size = stride * (size_t)height;
    struct filled_block page; /* half of all page faults of a small chart */
    bool transparent = scene_is_transparent(scene);

    if (!memory_take_filled(&page, size)) {
        fail_memory(error);
        return;
    }
    memset(page.bytes, transparent ? 0 : 0xFF, size);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        page.bytes, transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height,
        (int)stride);
    draw(scene, surface, pixels_per_point, error);
    cairo_surface_destroy(surface);
    const struct pixels pixels = { (const uint32_t *)(const void *)page.bytes,
                                   stride / sizeof(uint32_t), width, height };
    if (error->status == SHEAF_OK && transparent)
        encode(&pixels, NULL, dots_per_inch, metadata, NULL, into, error);
    else if (error->status == SHEAF_OK)
        write_pixels(&pixels, dots_per_inch, metadata, into, error);
    memory_free_filled(&page);
}

sheaf_status paint_png(const struct scene *scene, double pixels_per_point, double dots_per_inch,
                       const struct paint_metadata *metadata, struct buffer *into,
                       sheaf_error *error)
{
    sheaf_error own = { 0 };
    int width = pixel_count(scene_width(scene), pixels_per_point);
    int height = pixel_count(scene_height(scene), pixels_per_point);

    error_take(&own, scene_error(scene));
    if (width == 0 || height == 0)
        fail(&own, SHEAF_BAD_ARGUMENT, "a picture needs 1 to %d pixels each way", INT16_MAX);
    if (own.status == SHEAF_OK)
        draw_and_write(scene, width, height, pixels_per_point, dots_per_inch, metadata, into, &own);
    error_take(error, &own);
    return own.status;
}

sheaf_status png_write(const uint8_t *rgb, int width, int height, double dots_per_inch,
                       const struct paint_metadata *metadata, struct buffer *into,
                       sheaf_error *error)
{
    sheaf_error own = { 0 };
    size_t n = (size_t)width * (size_t)height;
    uint32_t *copy = NULL;

    if (width < 1 || height < 1 || width > INT16_MAX || height > INT16_MAX)
        fail(&own, SHEAF_BAD_ARGUMENT, "a picture needs 1 to %d pixels each way", INT16_MAX);
    else if ((copy = memory_resize(NULL, NULL, 0, n * sizeof *copy)) == NULL)
        fail_memory(&own);
    if (copy != NULL) {
        for (size_t i = 0; i < n; i++)
            copy[i] = (uint32_t)(rgb[3 * i] << 16 | rgb[3 * i + 1] << 8 | rgb[3 * i + 2]);
        write_pixels(&(struct pixels){ copy, (size_t)width, width, height }, dots_per_inch,
                     metadata, into, &own);
    }
    memory_free(NULL, copy, n * sizeof *copy);
    error_take(error, &own);
    return own.status;
}

static uint32_t premultiplied(const uint8_t *pixel, uint32_t alpha)
{
    uint32_t value = alpha << 24;

    for (int i = 0; i < 3; i++)
        value |= (pixel[i] * alpha + 127) / 255 << (16 - 8 * i);
    return value;
}

void paint_png_image(const struct image_mark *image, struct buffer *into, sheaf_error *error)
{
    static const struct paint_metadata none;
    size_t n = (size_t)image->width * (size_t)image->height;
    uint32_t *pixels = memory_resize(NULL, NULL, 0, n * sizeof *pixels);

    if (pixels == NULL) {
        fail_memory(error);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        const uint8_t *pixel = image->pixels + i * (size_t)image->channels;
        pixels[i] = premultiplied(pixel, image->channels == 4 ? pixel[3] : 255);
        if (image->channels == 3)
            pixels[i] &= 0xFFFFFF;
    }
    const struct pixels all = { pixels, (size_t)image->width, image->width, image->height };
    if (image->channels == 4)
        encode(&all, NULL, 0, &none, NULL, into, error);
    else
        write_pixels(&all, 0, &none, into, error);
    memory_free(NULL, pixels, n * sizeof *pixels);
}
