/* vocabulary.c - finds the canonical name of a dimension's member. */
#include "vocabulary/vocabulary.h"

#include <string.h>

const char *vocabulary_member(const char *dimension, const char *text, size_t n)
{
    if (strcmp(dimension, "reporter") == 0 || strcmp(dimension, "partner") == 0 ||
        strcmp(dimension, "partner2") == 0)
        return country_find(text, n);
    if (strcmp(dimension, "flow") == 0)
        return flow_find(text, n);
    if (strcmp(dimension, "unit") == 0)
        return unit_find(text, n);
    return NULL;
}
