/* definition.h - of what a computed series is made, for the notes of a sheet: "turnover − exports",
 * "growth on the same period of the year before". */
#ifndef SHEAF_SERIES_DEFINITION_H
#define SHEAF_SERIES_DEFINITION_H

#include "sheaf/series.h"

enum definition_kind {
    DEFINITION_SUM,                         /* a + b */
    DEFINITION_DIFFERENCE,                  /* a − b */
    DEFINITION_MIRROR,                      /* a (CIF) − b (FOB) */
    DEFINITION_PRODUCT,                     /* a × b */
    DEFINITION_QUOTIENT,                    /* a / b */
    DEFINITION_UNIT_VALUE,                  /* a / b, of a value and its quantity */
    DEFINITION_PERCENT,                     /* a / b, in per cent */
    DEFINITION_FORMULAS,                    /* those before are written with signs */
    DEFINITION_SHARE = DEFINITION_FORMULAS, /* of a in b */
    DEFINITION_INDEX,                       /* a, with a period as 100 */
    DEFINITION_GROWTH_ON_YEAR,
    DEFINITION_GROWTH_ON_PREVIOUS,
    DEFINITION_CHANGE_ON_YEAR,
    DEFINITION_CHANGE_ON_PREVIOUS,
    DEFINITION_COMPOUND_GROWTH, /* since a period */
    DEFINITION_CONTRIBUTION,    /* of a to the growth of b */
    DEFINITION_SUM_OF_PERIODS,
    DEFINITION_YEAR_TO_DATE,
    DEFINITION_ROLLING_SUM,  /* of so many periods */
    DEFINITION_ROLLING_MEAN, /* of so many periods */
    DEFINITION_SEASONAL_MEAN,
    DEFINITION_TOTAL,     /* of several parts */
    DEFINITION_REMAINDER, /* what the parts shown leave of a total */
    DEFINITION_RANK,
    DEFINITION_CONCENTRATION,
    DEFINITION_RATIO_OF_SHARES, /* a product's here and in the world */
    DEFINITION_TRADE_INTENSITY, /* the same of a partner's */
    DEFINITION_PARTS_OF_YEAR,   /* of figures for the year to date */
    DEFINITION_COUNT,           /* of parts */
    DEFINITION_CONVERTED,       /* a at the rates b */
    DEFINITION_CONSTANT_PRICES, /* a by the prices b */
    DEFINITION_KINDS
};

struct definition {
    enum definition_kind kind;
    const sheaf_series *a, *b; /* without observations: what they are called; NULL: none */
    sheaf_period
        period; /* the base; of growth and rolling figures, a period of the length of a's */
    size_t count;
};

/* Says of what a result is made. a, b: NULL for none; they are copied as far as their names and, a
 * few steps deep, their own definitions go. */
void series_define(sheaf_series *result, enum definition_kind kind, const sheaf_series *a,
                   const sheaf_series *b);
/* The same of a kind that has a period or a count. */
void series_define_with(sheaf_series *result, enum definition_kind kind, const sheaf_series *a,
                        sheaf_period period, size_t count);
/* Takes the definition of a series that this one is a copy or an excerpt of. */
void series_define_like(sheaf_series *series, const sheaf_series *other);
/* NULL: the series was not computed. */
const struct definition *series_definition(const sheaf_series *series);
/* True if the series' name was put together by the operation that made it: "growth(exports)". */
bool series_is_called_by_formula(const sheaf_series *series);
/* True if an author named it in an expression: "Balance = exports - imports". */
bool series_is_called_by_author(const sheaf_series *series);

#endif
