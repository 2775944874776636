/* attributes.h - the attributes of a series (reporter, flow …) by the names of table dimensions. */
#ifndef SHEAF_SERIES_ATTRIBUTES_H
#define SHEAF_SERIES_ATTRIBUTES_H

#include "sheaf/series.h"

struct series_attribute {
    const char *dimension;
    const char *(*of)(const sheaf_series *series);
};

enum { SERIES_ATTRIBUTES = 7 };
extern const struct series_attribute series_attributes[SERIES_ATTRIBUTES];

/* NULL if there is no such attribute. */
const struct series_attribute *series_attribute_named(const char *dimension);

#endif
