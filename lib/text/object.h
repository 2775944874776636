/* object.h - what a text object holds; for the files of this room only.
 *
 * The engine is a worker's: for one language and one folder of fonts it keeps what was found out
 * and opened, from one call to the next. The text object is one call's use of it. */
#ifndef SHEAF_TEXT_OBJECT_H
#define SHEAF_TEXT_OBJECT_H

#include <hb.h>

#include "context/keep.h"
#include "text/faces.h"
#include "text/text.h"

struct country_names;
struct formatters;
struct kept_choice;
struct kept_shape;
struct tabular;
struct UBreakIterator;

enum { SHAPE_BUCKETS = 1024, CHOICE_BUCKETS = 1024 };

struct engine {
    sheaf_context *context; /* in which the engine is */
    struct arena arena;     /* what lives as long as the engine; tells no error */
    const char *locale;     /* BCP 47 as given; "en" for none */
    const char *folder;     /* of fonts; NULL: none */
    char language[9];       /* the locale's first subtag in lower case */
    bool right_to_left;
    hb_language_t shaping_language;
    hb_buffer_t *buffer;
    struct face *linked[LINKED_FACES];           /* known when first used */
    const struct tabular *tabular[LINKED_FACES]; /* made by the first figure in a face */
    struct UBreakIterator *line_breaks;          /* opened by the first paragraph */
    struct formatters *formatters;               /* opened by the first figure that needs ICU */
    struct country_names *country_names;         /* made by the first name of a country */
    struct arena found;                       /* of shapes and choices: emptied when it is full */
    size_t n_found;                           /* glyphs and choices in it */
    struct kept_shape *shapes[SHAPE_BUCKETS]; /* what was shaped before */
    struct kept_choice *choices[CHOICE_BUCKETS]; /* which face draws a cluster */
};

struct text {
    sheaf_context *context;
    struct worker *worker;
    struct engine *engine;
    sheaf_alloc alloc;
    sheaf_error *error;                 /* the caller's, or own_error */
    sheaf_error own_error;              /* when the caller gave none */
    const struct text_foreign *foreign; /* the caller's; NULL: none */
};

/* False for NULL and after a failure: then nothing is done. */
bool text_is_usable(const struct text *text);

#endif
