/* amounts.h - how a figure is written for people, in charts, tables, texts and key figures.
 *
 * A figure that is not zero is never shown as zero: "<0.1". Of a derived figure of which hardly a
 * digit holds (series/digits.h), two digits stand behind a sign: "≈15%". Ranges ("7–24%") are shown
 * only where an author asks for them, of figures of which more is open than their digits say. */
#ifndef SHEAF_CHART_AMOUNTS_H
#define SHEAF_CHART_AMOUNTS_H

#include "sheaf/series.h"
#include "text/text.h"

struct amount {
    double value, low, high;
    int decimals;  /* to show */
    bool is_about; /* its digits do not all hold */
    bool as_range; /* the author asks for ranges */
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
/* The same of an observation without a series, in unit * 10^multiplier. */
struct amount amount_of_observation(const sheaf_observation *observation, const char *unit,
                                    int multiplier);

enum amount_form {
    AMOUNT_BARE,        /* "31.5" */
    AMOUNT_WHOLE,       /* "$31.5 bn", "30.1%" */
    AMOUNT_CHANGE,      /* "+30.1%", "+15.0 pp" */
    AMOUNT_BARE_CHANGE, /* "+139", of figures whose unit stands elsewhere */
};

/* NULL after a failure. amount_speech is for those who hear it: "about 15%", where a voice might
 * leave the sign out. */
const char *amount_speech(struct text *text, struct arena *arena, const struct amount *amount,
                          enum amount_form form);
const char *amount_text(struct text *text, struct arena *arena, const struct amount *amount,
                        enum amount_form form);

/* Direction of a change: its value, or if it is shown by its bounds 1, -1, or 0 where they do not
 * agree. */
double amount_direction(const struct amount *amount);

#endif
