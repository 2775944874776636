/* attributes.h - what a series is about, by the names that tables have for it. */
#ifndef SHEAF_SERIES_ATTRIBUTES_H
#define SHEAF_SERIES_ATTRIBUTES_H

#include "sheaf/series.h"

struct series_attribute {
    const char *dimension;
    const char *(*of)(const sheaf_series *series);
};

enum { SERIES_ATTRIBUTES = 7 };
extern const struct series_attribute series_attributes[SERIES_ATTRIBUTES];

/* NULL: none is called so. */
const struct series_attribute *series_attribute_named(const char *dimension);

#endif
