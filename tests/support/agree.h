/* agree.h - the same scene through two painters: Cairo's, and the PDF painter with
 * poppler's pdftoppm behind it, or the SVG painter with librsvg, all at 150 dpi.
 *
 * They agree when the mean difference is at most 3 of 255, and 12 within any square of
 * 32 by 32 pixels, and no more than 5 pixels in 1000 differ by more than 64. A pixel
 * is compared with what lies within one pixel of its place in the other picture
 * (see picture.h), because each rasteriser puts edges elsewhere: ours moves rules and
 * baselines to whole pixels, poppler widens thin lines and places glyphs at quarters
 * of a pixel.
 *
 * Why so much: text alone, drawn by both as the same outlines, differs by 2 on the
 * whole and by 9 in the square that a large figure fills, all of it grey at edges.
 * Why no more: a label that one painter leaves out changes its square by 16 when it
 * has two figures, by 25 when it has four. */
#ifndef TESTS_SUPPORT_AGREE_H
#define TESTS_SUPPORT_AGREE_H

#include "scene/scene.h"

/* Fails the test when they do not agree, and leaves both pictures and their
 * difference in the build folder under agree/NAME. Skips the test with a message
 * where there is no pdftoppm. The test must link the rooms up to paint. */
#define painters_agree(name, scene) agree_check((name), (scene), __FILE__, __LINE__)
/* The same of the SVG painter, with rsvg-convert behind it; outlines: letters as shapes, else text
 * in the machine's faces. */
#define svg_agrees(name, scene, outlines)                                                          \
    agree_check_svg((name), (scene), (outlines), __FILE__, __LINE__)

void agree_check(const char *name, const struct scene *scene, const char *file, int line);
void agree_check_svg(const char *name, const struct scene *scene, bool outlines, const char *file,
                     int line);

#endif
