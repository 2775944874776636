/* series_parts.h - the internals of a series, for series*.c only. */
#ifndef SHEAF_SERIES_SERIES_PARTS_H
#define SHEAF_SERIES_SERIES_PARTS_H

#include "series/definition.h"
#include "series/observation_list.h"
#include "series/series.h"

enum series_field {
    SERIES_LABEL,
    SERIES_REPORTER,
    SERIES_PARTNER,
    SERIES_FLOW,
    SERIES_PRODUCT,
    SERIES_PRODUCT_NAME,
    SERIES_REPORTER_NAME,
    SERIES_PARTNER_NAME,
    SERIES_MEASURE,
    SERIES_OTHER_MEMBERS,
    SERIES_SOURCE,
    SERIES_X,
    SERIES_FIELDS
};

/* A table has thousands of series, and hardly one ever fails: its error is made when it does. */
struct sheaf_series {
    sheaf_status status;
    sheaf_error *told; /* NULL: nothing failed, or memory ran out */
    struct arena arena;
    const char *name, *unit;
    const char *fields[SERIES_FIELDS]; /* NULL: not set */
    int multiplier;
    bool is_remainder;
    bool is_called_by_formula;           /* its name is "growth(exports)" */
    bool is_called_by_author;            /* its name is an author's: "Balance" */
    const struct definition *definition; /* NULL: it was not computed */
    enum series_nature nature;
    struct observation_list observations;
    struct derivations derivations;
    const char *file;                /* of the observation that was added last; NULL: it had none */
    struct derivation_input *inputs; /* noted for the next derivation */
    size_t n_inputs, inputs_capacity;
    sheaf_period *lacking; /* series_lacks */
    size_t n_lacking, lacking_capacity;
};

static inline bool series_has_failed(const sheaf_series *series)
{
    return series == NULL || series->status != SHEAF_OK;
}

static inline const char *series_text_or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* Says that memory ran out for something of the series, unless it has failed. */
void series_fail_memory(sheaf_series *series);
/* A copy of a text that a series is given; NULL for NULL and after a failure. */
char *series_copy_text(sheaf_series *series, const char *text);
/* Copies all attributes but name and unit. */
void series_copy_fields(sheaf_series *series, const sheaf_series *from);

/* Copies the names of files, after the observations of another series were copied. */
void series_keep_files(sheaf_series *series);

/* Removes derivations whose observation is confidential or no longer there. */
void series_drop_secret_derivations(sheaf_series *series);

#endif
