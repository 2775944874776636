/* overlap.h - reads a scene's text as a reader would: does any of it touch other
 * text, run off the page, leave its margins or lie on a mark? */
#ifndef TESTS_SUPPORT_OVERLAP_H
#define TESTS_SUPPORT_OVERLAP_H

#include <stdbool.h>
#include <stddef.h>

#include "scene/scene.h"

struct overlap {
    size_t runs;       /* of text that were read */
    char message[512]; /* the first fault found; "" for none */
};

/* Boxes of text reach from the descenders to the ascenders, and from the first
 * advance to the last; a touch of less than slack points is none. marks: filled shapes of
 * data count as obstacles. */
struct overlap overlap_find(const struct scene *scene, double slack, bool marks);

/* Does anything but a page's head and foot reach out of an area? */
struct overlap outside_find(const struct scene *scene, struct box area);

/* Writes what is wrong with a page of the usual margins (14 mm above, 16 mm elsewhere) into fault: anything outside
 * of them, or text on other text. "": nothing. */
void page_fault_find(const struct scene *scene, char *fault, size_t size);

#endif
