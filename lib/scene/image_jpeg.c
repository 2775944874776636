/* image_jpeg.c - reads JPEG through TurboJPEG's interface, which needs no jumps out of callbacks.
 *
 * What is decoded is bounded beforehand: its size by the header and, since a progressive file may go over
 * all its pixels again and again, the number of its scans. A marker never occurs within the coded
 * data of a scan (ITU T.81, B.1.1.5), so markers can be counted without decoding. */
#include "scene/image_read.h"

#include <string.h>

#include <turbojpeg.h>

/* Encoders make about ten scans; so many of the largest image take about a second. */
enum { MOST_SCANS = 64 };

bool image_is_jpeg(const void *bytes, size_t n)
{
    static const unsigned char start[] = { 0xFF, 0xD8, 0xFF };

    return n >= sizeof start && memcmp(bytes, start, sizeof start) == 0;
}

static size_t count_scans(const unsigned char *bytes, size_t n)
{
    const unsigned char *end = bytes + n, *at = bytes;
    size_t scans = 0;

    while (at + 1 < end && (at = memchr(at, 0xFF, (size_t)(end - at - 1))) != NULL) {
        scans += at[1] == 0xDA;
        at++;
    }
    return scans;
}

static bool check(tjhandle decoder, const void *bytes, size_t n, int *width, int *height,
                  struct arena *arena, const char **why)
{
    int subsampling, colors;

    if (tjDecompressHeader3(decoder, bytes, n, width, height, &subsampling, &colors) != 0)
        *why = arena_format(arena, "it is broken: %s", tjGetErrorStr2(decoder));
    else if (*width <= 0 || *height <= 0) /* a file of tables only, as TurboJPEG takes it */
        *why = "it is broken: there is no picture in it";
    else if (!image_size_is_small((size_t)*width, (size_t)*height))
        *why = IMAGE_SIZE_MISTAKE;
    else if (colors == TJCS_CMYK || colors == TJCS_YCCK)
        *why = "its colours are CMYK, for print; save it in RGB";
    else if (count_scans(bytes, n) > MOST_SCANS)
        *why = "it goes over its pixels more often than any program makes it; save it again";
    else
        return true;
    return false;
}

bool image_read_jpeg(struct image_mark *image, const void *bytes, size_t n, struct arena *arena,
                     const char **why)
{
    tjhandle decoder = tjInitDecompress();
    uint8_t *pixels = NULL;
    int width = 0, height = 0;

    *why = NULL;
    if (decoder == NULL) {
        fail_memory(arena->error);
        return false;
    }
    if (check(decoder, bytes, n, &width, &height, arena, why))
        pixels = arena_take(arena, (size_t)width * (size_t)height, 4);
    /* A file that is cut short is a warning to TurboJPEG, and grey below. */
    if (pixels != NULL && tjDecompress2(decoder, bytes, n, pixels, width, 0, height, TJPF_RGBA,
                                        TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING) != 0) {
        *why = arena_format(arena, "it is broken: %s", tjGetErrorStr2(decoder));
        pixels = NULL;
    }
    tjDestroy(decoder);
    if (pixels != NULL)
        *image = (struct image_mark){
            .width = width, .height = height, .channels = 4, .pixels = pixels
        };
    return pixels != NULL;
}
