/* series.h - what the other rooms need of a series beyond sheaf/series.h: copies,
 * names, failures and derivations in parts. */
#ifndef SHEAF_SERIES_SERIES_H
#define SHEAF_SERIES_SERIES_H

#include "series/derivation.h"
#include "series/observation.h"

/* What a series' figures may be in. */
enum { SMALLEST_MULTIPLIER = -15, LARGEST_MULTIPLIER = 24 };

/* The shared series that stands for one that memory did not suffice for. */
sheaf_series *series_inert(void);
/* A series that holds nothing but this failure. */
sheaf_series *series_failed(const sheaf_alloc *alloc, const sheaf_error *error);
/* A copy with everything; of a failed series, a failed one. alloc NULL: malloc's. */
sheaf_series *series_copy(const sheaf_alloc *alloc, const sheaf_series *series);
/* An empty series about the same thing as another. */
sheaf_series *series_create_like(const sheaf_series *series, const char *name, const char *unit,
                                 int multiplier);

/* Fails the series unless it has failed; false when it has, before or now. */
bool series_take_error(sheaf_series *series, const sheaf_error *error);
void series_fail(sheaf_series *series, sheaf_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Derivations speak of the series by its label, so they are written anew. */
void series_set_name(sheaf_series *series, const char *name);
/* Name and label of another series: the figures are of the same member. */
void series_call_like(sheaf_series *series, const sheaf_series *other);

/* What the figures measure, as the file calls it: "Exports of goods and services (% of GDP)". ""
 * where nothing does; what is computed of them measures something else. */
void series_set_measure(sheaf_series *series, const char *measure);
const char *series_measure(const sheaf_series *series);
/* What the file calls the product, whose code sheaf_series_product is; "". */
void series_set_product_name(sheaf_series *series, const char *name);
const char *series_product_name(const sheaf_series *series);

/* Before the first observation. */
void series_set_unit(sheaf_series *series, const char *unit, int multiplier);

const sheaf_alloc *series_alloc(const sheaf_series *series);
/* Memory that lives as long as the series. */
struct arena *series_arena(sheaf_series *series);

/* Says how the observation in a period (already added) was derived; formula is
 * copied. */
void series_add_derivation(sheaf_series *series, sheaf_period period, const char *formula);
/* Takes over another series' derivations that this one does not have. */
void series_take_derivations(sheaf_series *series, const sheaf_series *from);
/* Takes over, as its own, those of the observations that the series has, too: it is a part
 * of the other. */
void series_keep_derivations(sheaf_series *series, const sheaf_series *from);
const struct derivation *series_derivation_at(const sheaf_series *series, size_t index);

/* Takes the figures of confidential observations away, for good: their places stay, without
 * value, and no derivation tells of them. What is to be shown goes through here. */
void series_hide_confidential(sheaf_series *series);

#endif
