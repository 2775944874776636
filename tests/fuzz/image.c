/* image.c - whatever the bytes of a logo are, there are pixels, as many as the header says and no more than
 * are allowed, or a reason. */
#include <string.h>

#include "require.h"
#include "scene/image_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct image_mark image = { 0 };
    struct arena arena;
    const char *why = NULL;

    arena_init(&arena, NULL, &error);
    if (image_read(&image, data, n, &arena, &why)) {
        require(image.width > 0 && image.width <= IMAGE_MOST_SIDE);
        require(image.height > 0 && image.height <= IMAGE_MOST_SIDE);
        require((size_t)image.width * (size_t)image.height <= IMAGE_MOST_PIXELS);
        require(image.channels == 4);
        /* Reads the last pixel, for the sanitizer. */
        const uint8_t *last = image.pixels + ((size_t)image.width * (size_t)image.height - 1) * 4;
        require(last[3] <= 255);
    } else {
        require(why != NULL && why[0] != '\0');
    }
    arena_free(&arena);
    return 0;
}
