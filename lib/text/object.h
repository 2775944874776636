/* object.h - what a text object holds; for the files of this room only. */
#ifndef SHEAF_TEXT_OBJECT_H
#define SHEAF_TEXT_OBJECT_H

#include <hb.h>

#include "text/faces.h"
#include "text/text.h"

struct formatters;
struct kept_shape;
struct UBreakIterator;

enum { SHAPE_BUCKETS = 256 };

struct text {
    sheaf_alloc alloc;
    sheaf_error *error;    /* the caller's, or own_error */
    sheaf_error own_error; /* when the caller gave none */
    struct arena arena;    /* what lives as long as the object */
    const char *locale;    /* BCP 47 as given; "en" for none */
    char language[9];      /* its first subtag in lower case */
    bool right_to_left;
    hb_language_t shaping_language;
    hb_buffer_t *buffer;
    struct kept_shape *shapes[SHAPE_BUCKETS]; /* what was shaped before */
    size_t n_kept;                            /* glyphs in it */
    struct faces faces;
    struct UBreakIterator *line_breaks; /* opened by the first paragraph */
    struct formatters *formatters;      /* opened by the first figure that needs ICU */
};

/* False for NULL and after a failure: then nothing is done. */
bool text_is_usable(const struct text *text);

#endif
