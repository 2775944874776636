/* series.h - what other rooms need of a series beyond sheaf/series.h: copies, names, failures and
 * derivations. */
#ifndef SHEAF_SERIES_SERIES_H
#define SHEAF_SERIES_SERIES_H

#include "series/definition.h"
#include "series/derivation.h"
#include "series/observation.h"

/* The range of a series' multiplier. */
enum { SMALLEST_MULTIPLIER = -15, LARGEST_MULTIPLIER = 24 };

/* An empty series that has failed with this error. */
sheaf_series *series_failed(const sheaf_alloc *alloc, const sheaf_error *error);
/* A full copy; a failed series gives a failed one. alloc NULL: malloc's. */
sheaf_series *series_copy(const sheaf_alloc *alloc, const sheaf_series *series);
/* What most figures are: of status normal, open to be shown, not derived, its bounds implied by its
 * decimals. The value is a number. */
struct plain_observation {
    double value;
    int32_t start; /* of its period */
    uint32_t line : 26;
    uint32_t places : 6; /* decimals - LEAST_DECIMALS: at most 35 */
};
/* What series keep of lines; a figure of a later line is not plain. */
#define MOST_PLAIN_LINE ((1U << 26) - 1)
/* Such figures that have one length of period, one file and one mark of being free to be shown. */
struct plain_run {
    sheaf_period_unit unit;
    int32_t length; /* count of their periods */
    const char *file;
    char confidentiality; /* 'F' or 0 */
    const struct plain_observation *figures;
    size_t n;
};
/* sheaf_series_add_observation of each, in less time where they ascend behind all others. */
void series_add_plain(sheaf_series *series, const struct plain_run *run);
/* The plain figures that lie together from this one on, without a copy; n is 0: it is not plain.
 * index < count */
struct plain_run series_plain_from(const sheaf_series *series, size_t index);
/* Of sheaf_series_at, in less time. index < count */
sheaf_period series_period_at(const sheaf_series *series, size_t index);
double series_value_at(const sheaf_series *series, size_t index);

/* Notes that a computed series has no figure in a period although some of what it is computed from is
 * there: exports without imports, of a balance. A sum of such series does not know all of its parts. */
void series_note_lacking(sheaf_series *series, sheaf_period period);
/* The period is as one that nothing is known of. */
void series_forget_lacking(sheaf_series *series, sheaf_period period);
bool series_lacks(const sheaf_series *series, sheaf_period period);

/* sheaf_series_compound_growth and sheaf_series_index of a series beside others: unless strict, one that
 * has no base has figures that are missing, and does not fail. */
sheaf_series *series_compound_growth(const sheaf_series *series, sheaf_period base, bool strict);
sheaf_series *series_index(const sheaf_series *series, sheaf_period base, bool strict);

/* An empty series with the attributes of another. */
sheaf_series *series_create_like(const sheaf_series *series, const char *name, const char *unit,
                                 int multiplier);

/* Fails the series with error, if that is one and the series has not failed yet. Returns whether the
 * series is still good. */
bool series_take_error(sheaf_series *series, const sheaf_error *error);
void series_fail(sheaf_series *series, sheaf_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Also rewrites the own derivations, because they contain the label. */
void series_set_name(sheaf_series *series, const char *name);
/* The same; the name is the formula by which the series was made. */
void series_call_by_formula(sheaf_series *series, const char *name);
/* The same; an author gave it this name, which is never put into other words. */
void series_call_by_author(sheaf_series *series, const char *name);
/* Takes name and label of another series, which is of the same member. */
void series_call_like(sheaf_series *series, const sheaf_series *other);

/* The indicator's name in the file: "Exports of goods and services (% of GDP)"; "" if there is none.
 * Computed series do not inherit it, because they measure something else. */
void series_set_measure(sheaf_series *series, const char *measure);
const char *series_measure(const sheaf_series *series);
/* The file's name for the product, if sheaf_series_product is a code; else "". */
void series_set_product_name(sheaf_series *series, const char *name);
const char *series_product_name(const sheaf_series *series);
/* An author's names for its reporter and its partner; NULL: none. */
void series_set_country_names(sheaf_series *series, const char *reporter, const char *partner);
/* That of its partner or reporter with this code; "" if there is none. */
const char *series_country_name(const sheaf_series *series, const char *code);

/* The members that all its rows have of dimensions beyond the attributes, a line each: "transport:
 * road\nregime: general"; "" if there are none. */
void series_set_other_members(sheaf_series *series, const char *lines);
const char *series_other_members(const sheaf_series *series);

/* What the figures are, beyond their unit. Computed series are amounts, unless it is set. */
enum series_nature {
    SERIES_AMOUNT, /* can be added, if its unit can */
    SERIES_RATE,   /* a price, an index, a share: cannot be added */
    SERIES_RANK    /* a place among others; its growth is a change in places */
};
void series_set_nature(sheaf_series *series, enum series_nature nature);
enum series_nature series_nature(const sheaf_series *series);

/* Call before the first observation is added. */
void series_set_unit(sheaf_series *series, const char *unit, int multiplier);

const sheaf_alloc *series_alloc(const sheaf_series *series);
/* Memory that lives as long as the series. */
struct arena *series_arena(sheaf_series *series);

/* Notes a figure of a series as an input of the observation whose derivation is added next. */
void series_note_input(sheaf_series *result, const sheaf_series *of,
                       const sheaf_observation *observation);
/* The same of the growth that a source states beside a figure. */
void series_note_growth(sheaf_series *result, const sheaf_series *of,
                        const sheaf_observation *growth);
/* Forgets inputs that no derivation took. */
void series_forget_inputs(sheaf_series *result);
/* Records how the observation of a period (already added) was derived. Copies formula. */
void series_add_derivation(sheaf_series *series, sheaf_period period, const char *formula);
/* The same of a figure that this operation estimates: from a stated growth, or part of a sum. */
void series_add_estimate(sheaf_series *series, sheaf_period period, const char *formula);
/* Inherits another series' derivations. */
void series_take_derivations(sheaf_series *series, const sheaf_series *from);
/* Takes derivations of a series that this one is an excerpt of: those of shared observations become
 * its own. */
void series_keep_derivations(sheaf_series *series, const sheaf_series *from);
/* Forgets them all, for a table that is written without them. */
void series_drop_derivations(sheaf_series *series);
const struct derivation *series_derivation_at(const sheaf_series *series, size_t index);

/* Removes the values of confidential observations and the derivations that mention them. Everything
 * that is shown passes through here first. */
void series_hide_confidential(sheaf_series *series);

#endif
