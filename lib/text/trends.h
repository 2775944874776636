/* trends.h - words for the course of series: "rose in 17 of 23 months", in the language of a text
 * object. They stand in languages/trends_*.c. */
#ifndef SHEAF_TEXT_TRENDS_H
#define SHEAF_TEXT_TRENDS_H

#include "base/calendar.h"
#include "text/words.h"

/* What is counted: the lengths of periods. */
enum period_step {
    STEP_YEARS,
    STEP_QUARTERS,
    STEP_MONTHS,
    STEP_WEEKS,
    STEP_DAYS,
    STEP_PERIODS,
    STEPS
};

/* A count of steps is told in up to four blanks, of which a language uses those that it needs:
 * count: "17"; times: "17 months"; all: "23"; of: "23 months". */
enum trend_phrase {
    /* The ends and extremes of a series, in a list. {figure} */
    TREND_FIRST,
    TREND_FIRST_LOWEST, /* the first is the lowest, too */
    TREND_FIRST_HIGHEST,
    TREND_LATEST,
    TREND_LATEST_LOWEST,
    TREND_LATEST_HIGHEST,
    TREND_LOWEST,
    TREND_HIGHEST,
    /* How it goes */
    TREND_ROSE_IN, /* a count of steps */
    TREND_FELL_IN, /* a count of steps */
    TREND_ROSE_THROUGHOUT,
    TREND_FELL_THROUGHOUT,
    TREND_STEADY,
    TREND_ROSE_LAST,         /* {times}: in so many steps up to the latest */
    TREND_FELL_LAST,         /* {times} */
    TREND_OVERTOOK,          /* {larger} {smaller} {when} */
    TREND_EXPORTS_OVERTOOK,  /* {when}: of imports */
    TREND_IMPORTS_OVERTOOK,  /* {when}: of exports */
    TREND_LARGER_THROUGHOUT, /* {larger} */
    TREND_LARGER_IN,         /* {smaller}, a count of steps: said of the larger */
    TREND_GAP,               /* {amount}: from the largest to the next */
    TREND_LARGEST_SHARE,     /* {name} {share}: of the sum of all */
    TREND_SHARE_MOVED,       /* {name} {first} {last}: whose share changed most */
    TREND_EXTREMES,          /* {largest} {smallest}: each a figure with its name */
    TREND_EXTREMES_SHOWN,    /* the same among those that had room */
    TREND_SEASON,            /* {part}, a count of years: most often the highest of a year */
    TREND_PAIRS,             /* {pairs} {rising} {falling}: of the dots of a scatter plot */
    TREND_MORE,              /* {count}: what is not said */
    TREND_SOME_FIGURES,      /* {statuses}: of figures that are not said one by one */
    TREND_PHRASES
};

/* NULL when memory runs out, ICU fails or the text of a blank is NULL, as it is where making it
 * failed. */
char *format_trend(const struct text *text, struct arena *arena, enum trend_phrase phrase,
                   const struct blank *blanks, size_t n);
/* A phrase with a count of steps: in count of all of them. other: a blank more, or NULL. */
char *format_trend_count(struct text *text, struct arena *arena, enum trend_phrase phrase,
                         size_t count, size_t all, enum period_step step,
                         const struct blank *other);
/* "4 years" */
char *format_steps(struct text *text, struct arena *arena, size_t count, enum period_step step);
/* "in March 2024" */
char *format_in_period(struct text *text, struct arena *arena, struct date_interval interval);
/* By what length a period counts. */
enum period_step step_of(struct date_interval interval);

#endif
