/* series_parts.h - a series from within, for the files that keep it. */
#ifndef SHEAF_SERIES_SERIES_PARTS_H
#define SHEAF_SERIES_SERIES_PARTS_H

#include "series/observation_list.h"
#include "series/series.h"

enum field { LABEL, REPORTER, PARTNER, FLOW, PRODUCT, PRODUCT_NAME, MEASURE, SOURCE, FIELDS };

struct sheaf_series {
    sheaf_error error;
    struct arena arena;
    const char *name, *unit;
    const char *fields[FIELDS]; /* NULL: not set */
    int multiplier;
    bool is_remainder;
    struct observation_list observations;
    struct derivations derivations;
};

static inline bool failed(const sheaf_series *series)
{
    return series == NULL || series->error.status != SHEAF_OK;
}

static inline const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* Takes over what another series is about, but its name and unit. */
void series_copy_fields(sheaf_series *series, const sheaf_series *from);

/* Gives up the derivations whose figure is confidential or gone. */
void series_drop_secret_derivations(sheaf_series *series);

#endif
