/* subjects.c - the facts that series carry, as dimensions of a table. */
#include "data/subjects.h"

#include <string.h>

const struct subject subjects[SUBJECTS] = {
    { "series", sheaf_series_name },     { "reporter", sheaf_series_reporter },
    { "partner", sheaf_series_partner }, { "flow", sheaf_series_flow },
    { "product", sheaf_series_product }, { "unit", sheaf_series_unit },
    { "source", sheaf_series_source },
};

const struct subject *subject_named(const char *dimension)
{
    for (size_t i = 0; i < SUBJECTS; i++)
        if (strcmp(subjects[i].dimension, dimension) == 0)
            return &subjects[i];
    return NULL;
}
