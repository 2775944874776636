/* figures.h - what the formatters of a text object share and keep open; for the
 * files of this room only. */
#ifndef SHEAF_TEXT_FIGURES_H
#define SHEAF_TEXT_FIGURES_H

#include <unicode/utypes.h>

#include "text/format.h"
#include "text/object.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define EN_DASH        "\xE2\x80\x93"

/* How a locale writes numbers; digits are European everywhere. */
struct figure_symbols {
    const char *decimal, *group;
    const char *minus, *plus;
    const char *percent_before, *percent_after;
    int first_group, other_groups; /* digits; 0: no grouping */
    int least_grouped;             /* digits before the first group that it takes to group */
};

/* The skeletons of periods, in CLDR's letters. */
enum skeleton {
    SKELETON_MONTHS,          /* yMMM */
    SKELETON_MONTHS_LONG,     /* yMMMM */
    SKELETON_MONTHS_IN_YEAR,  /* MMM */
    SKELETON_MONTHS_OF_YEARS, /* MMMM */
    SKELETON_QUARTER,         /* yQQQ */
    SKELETON_QUARTER_LONG,    /* yQQQQ */
    SKELETON_QUARTER_IN_YEAR, /* QQQ */
    SKELETON_DAYS,            /* yMMMd */
    SKELETON_DAYS_LONG,       /* yMMMMd */
    SKELETON_YEARS,           /* y */
    SKELETON_COUNT
};

struct UDateIntervalFormat;

/* What kind of interval a period is; a quarter is no run of months, a run may lie in several years. */
enum period_kind { KIND_NONE, KIND_YEARS, KIND_QUARTER, KIND_MONTHS, KIND_WEEK, KIND_DAYS };
enum period_kind period_kind_of(struct date_interval interval);

/* Opened by the first figure or period that needs ICU. */
struct formatters {
    const char *locale; /* as ICU names it: Gregorian calendar, European digits */
    struct figure_symbols symbols;
    bool symbols_known;
    struct UDateIntervalFormat *intervals[SKELETON_COUNT];
    void *date;   /* UDateFormat: "26 June 2024" */
    void *months; /* UDateFormat asked for its symbols */
    void *order;  /* UCollator */
    struct plurals *plurals;
    struct kept_money *money; /* by currency */
};

/* The formatters with their locale set; NULL after a failure. */
struct formatters *formatters_of(struct text *text);
void formatters_close(struct engine *engine);
void plurals_close(struct plurals *plurals); /* NULL: nothing happens */

/* NULL after a failure. English and some of its regions know theirs without ICU. */
const struct figure_symbols *figure_symbols_of(struct text *text);
/* The same as ICU has it, in whatever locale. */
bool figure_symbols_read(struct text *text, struct figure_symbols *symbols);

/* A figure in the locale's digits without sign; *negative and *zero tell of the
 * rounded value. value must be finite. */
char *figure_magnitude(struct text *text, struct arena *arena, double value, int decimals,
                       bool *negative, bool *zero);
/* The sign, before and after put round a magnitude. */
char *figure_signed(struct text *text, struct arena *arena, const char *magnitude, bool negative,
                    const char *before, const char *after);

/* ICU's UTF-16 as UTF-8 in the arena; NULL after a failure. */
char *text_of_wide(struct text *text, struct arena *arena, const UChar *wide, int32_t length);
/* NULL, and the text's error says that ICU failed at what. */
void *fail_icu(struct text *text, const char *what, UErrorCode status);

/* True for "en" and "en-GB" when language is "en". */
bool text_speaks(const struct text *text, const char *language);

#endif
