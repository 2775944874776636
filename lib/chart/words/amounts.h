/* amounts.h - how a figure is written for people, in charts, tables, texts and key figures.
 *
 * A figure that is not zero is never shown as zero. Of a percentage of which no more is known,
 * or whose tens lie outside what is possible, the bounds stand there: "0–3%" for 6.9 / 6.8 − 1,
 * "10–13%" for 9.8 / 8.8 − 1. Of other figures, and where more is known than is shown,
 * "<0.1". */
#ifndef SHEAF_CHART_AMOUNTS_H
#define SHEAF_CHART_AMOUNTS_H

#include "sheaf/series.h"
#include "text/text.h"

struct amount {
    double value, low, high;
    int decimals; /* to show */
    int known;    /* that hold */
    const char *unit;
    int multiplier;
};

/* In place of a number of decimals: those that people read. */
enum { DECIMALS_FOR_PEOPLE = -100 };

/* The observation of a series in a multiplier, to so many decimals, or to the known ones if these
 * are fewer. */
struct amount amount_of(const sheaf_series *series, const sheaf_observation *observation,
                        int multiplier, int decimals);
/* In the multiplier that suits it: 79,138,754.7 thousand is 79.1 billion. */
struct amount amount_alone(const sheaf_series *series, const sheaf_observation *observation,
                           int decimals);

enum amount_form {
    AMOUNT_BARE,   /* "31.5" */
    AMOUNT_WHOLE,  /* "$31.5 bn", "30.1%" */
    AMOUNT_CHANGE, /* "+30.1%", "+15.0 pp" */
};

/* NULL after a failure. */
const char *amount_text(struct text *text, struct arena *arena, const struct amount *amount,
                        enum amount_form form);

/* Direction of a change: its value, or if it is shown by its bounds 1, -1, or 0 where they do not
 * agree. */
double amount_direction(const struct amount *amount);

#endif
