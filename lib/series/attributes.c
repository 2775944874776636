/* attributes.c - the attributes of series, as dimensions of a table. */
#include "series/attributes.h"

#include <string.h>

const struct series_attribute series_attributes[SERIES_ATTRIBUTES] = {
    { "series", sheaf_series_name },     { "reporter", sheaf_series_reporter },
    { "partner", sheaf_series_partner }, { "flow", sheaf_series_flow },
    { "product", sheaf_series_product }, { "unit", sheaf_series_unit },
    { "source", sheaf_series_source },
};

const struct series_attribute *series_attribute_named(const char *dimension)
{
    for (size_t i = 0; i < SERIES_ATTRIBUTES; i++)
        if (strcmp(series_attributes[i].dimension, dimension) == 0)
            return &series_attributes[i];
    return NULL;
}
