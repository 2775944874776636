/* image_read.c - reads PNG through libpng's simplified interface, which needs no jumps out of
 * callbacks, converts gamma and 16 bits, and reads no comments. Sizes are checked before anything is
 * decoded; libpng keeps no chunk of more than 8 MB. */
#include "scene/image_read.h"

#include <string.h>

#include <png.h>

bool image_size_is_small(size_t width, size_t height)
{
    return width <= IMAGE_MOST_SIDE && height <= IMAGE_MOST_SIDE &&
           width * height <= IMAGE_MOST_PIXELS;
}

static bool is_small_enough(const png_image *header, const char **why)
{
    if (!image_size_is_small(header->width, header->height))
        *why = IMAGE_SIZE_MISTAKE;
    return *why == NULL;
}

static bool decode(png_image *header, struct image_mark *image, struct arena *arena,
                   const char **why)
{
    header->format = PNG_FORMAT_RGBA;
    uint8_t *pixels = arena_take(arena, (size_t)header->width * header->height, 4);

    if (pixels == NULL)
        return false;
    if (png_image_finish_read(header, NULL, pixels, 0, NULL) == 0) {
        *why = arena_format(arena, "it is broken: %s", header->message);
        return false;
    }
    *image = (struct image_mark){
        .width = (int)header->width, .height = (int)header->height, .channels = 4, .pixels = pixels
    };
    return true;
}

bool image_read(struct image_mark *image, const void *bytes, size_t n, struct arena *arena,
                const char **why)
{
    static const uint8_t signature[] = { 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A };
    png_image header = { .version = PNG_IMAGE_VERSION };

    *why = NULL;
    if (image_is_jpeg(bytes, n))
        return image_read_jpeg(image, bytes, n, arena, why);
    if (n < sizeof signature || memcmp(bytes, signature, sizeof signature) != 0) {
        *why = "it is neither a PNG nor a JPEG";
        return false;
    }
    if (png_image_begin_read_from_memory(&header, bytes, n) == 0) {
        *why = arena_format(arena, "it is broken: %s", header.message);
        return false;
    }
    bool well = is_small_enough(&header, why) && decode(&header, image, arena, why);
    png_image_free(&header);
    return well;
}
