/* words.h - Sheaf's own words and phrases, in the language of a text object. They stand in
 * languages/, a file a language; other languages than those get the English ones. */
#ifndef SHEAF_TEXT_WORDS_H
#define SHEAF_TEXT_WORDS_H

#include "base/memory.h"

struct text;

enum word {
    /* Flows */
    WORD_EXPORTS,
    WORD_IMPORTS,
    WORD_TURNOVER,
    WORD_BALANCE,
    WORD_RE_EXPORTS,
    WORD_OTHER, /* the rest of a whole: "other" */
    WORD_TOTAL, /* the sum of the parts: "total" */
    WORD_SHARE_OF_TOTAL,
    /* Statuses of figures (SDMX), and what stands where there is none */
    WORD_COMPUTED,     /* by Sheaf, from stated figures */
    WORD_OWN_ESTIMATE, /* by Sheaf, not by the source */
    WORD_PROVISIONAL,
    WORD_ESTIMATED,
    WORD_FORECAST,
    WORD_IMPUTED,
    WORD_UNVALIDATED,
    WORD_EXPERIMENTAL,
    WORD_LOW_RELIABILITY,
    WORD_BREAK,
    WORD_REVISED, /* since the last release */
    WORD_DEFINITION_DIFFERS,
    WORD_NOT_SIGNIFICANT,
    WORD_MISSING,
    WORD_NOT_COLLECTED,
    WORD_CANNOT_EXIST,
    WORD_NOT_COMPUTED,
    WORD_SUPPRESSED,
    WORD_CONFIDENTIAL,
    WORD_NO_VALUE, /* "n/a" */
    WORD_NO_DATA,  /* in the place of a chart or a table */
    /* Around figures */
    WORD_SOURCE,
    WORD_SOURCES,
    WORD_DEFINITION,
    WORD_DEFINITIONS,
    WORD_TARGET,
    WORD_CHANGE,    /* over a column of growth rates */
    WORD_LOG_SCALE, /* of values: said by a subtitle */
    WORD_SYMLOG_SCALE,
    WORD_OWN_SCALE,      /* of a chart beside others of one unit */
    WORD_NOT_RANKED,     /* behind why a figure is not published */
    WORD_ON_YEAR_BEFORE, /* under a growth rate: "on a year earlier" */
    /* What computed series are called */
    WORD_GROWTH,
    WORD_RANK,
    WORD_YEAR_TO_DATE,
    WORD_UNIT_VALUE,
    WORD_COVERAGE,   /* of imports by exports */
    WORD_DIFFERENCE, /* between two series that are no exports and imports */
    WORD_HERFINDAHL_INDEX,
    WORD_COMPARATIVE_ADVANTAGE, /* revealed, of Balassa */
    WORD_TRADE_INTENSITY,
    /* Types of charts, as alternative texts name them */
    WORD_BAR_CHART, /* upright bars, over time */
    WORD_RANKING,   /* lying bars, from the largest down */
    WORD_DOT_CHART, /* dots, from the largest down */
    WORD_BUTTERFLY, /* the flows of a member to both sides of its name */
    WORD_PAIRED,    /* two lying bars a member, one a flow */
    WORD_DUMBBELL,  /* two periods a member, joined by a rule */
    WORD_LINE_CHART,
    WORD_SURPLUS_CHART, /* two lines and the area between them */
    WORD_BAR_AND_LINE_CHART,
    WORD_TARGETS,   /* a bullet chart */
    WORD_SPARKLINE, /* a small chart without axes */
    WORD_STACKED_COLUMNS,
    WORD_STACKED_SHARES, /* columns of 100 % */
    WORD_STACKED_AREAS,
    WORD_AREA_CHART,
    WORD_WATERFALL,
    WORD_RANGE_CHART, /* a line with the band of what is sure */
    WORD_FAN_CHART,   /* a forecast with its intervals */
    WORD_SCATTER,
    WORD_BUBBLES,
    WORD_HISTOGRAM,
    WORD_BOXES,
    WORD_RANGE,    /* from a low to a high bound */
    WORD_ROUNDING, /* the interval that a rounded figure stands for */
    WORD_NUMBER,   /* how many there are */
    WORD_NUMBER_OF_PARTNERS,
    WORD_NUMBER_OF_REPORTERS,
    WORD_NUMBER_OF_PRODUCTS,
    WORD_NUMBER_OF_PERIODS,
    WORD_NUMBER_OF_OBSERVATIONS,
    WORD_DENSEST_SQUARE, /* of a scatter plot of very many dots */
    WORD_MEDIAN,
    WORD_HEATMAP,     /* cells coloured by their values */
    WORD_MULTIPLES,   /* a small plot a member */
    WORD_PANELS,      /* a plot a unit, one above the other */
    WORD_VALUE,       /* what traded goods cost */
    WORD_QUANTITY,    /* and how much of them there is */
    WORD_INDEX_CHART, /* lines that begin at 100 */
    WORD_SLOPE_CHART, /* lines between upright rules, a period each */
    WORD_BUMP_CHART,  /* ranks over periods */
    WORD_WAFFLE,      /* squares of a hundred */
    WORD_DONUT,       /* a ring of shares */
    WORD_SANKEY,      /* links between members, as wide as what goes there */
    WORD_MARIMEKKO,   /* columns of 100 %, as wide as their totals */
    WORD_TREEMAP,     /* areas of parts of a whole */
    WORD_TILES,       /* a map of equal tiles, one a country */
    /* On pages of the web */
    WORD_DATA, /* of a chart, as a table */
    WORD_DOWNLOAD_CSV,
    WORD_LANGUAGES,
    WORD_SEARCH_BY_NAME, /* among sheets */
    WORD_NAME,
    WORD_DATE,
    WORD_PERIOD,
    WORD_CONTENTS, /* what a table of contents is called */
    WORD_NOTES,    /* the heading of sources, definitions and explanations */
    WORD_COUNT
};

/* As the word begins a line or stands alone: "Exports", "Provisional". */
const char *format_word(const struct text *text, enum word word);
/* As it stands inside a sentence: "exports", "provisional", but "Prognose" in German. */
const char *format_word_inside(const struct text *text, enum word word);
/* A flow's word inside a sentence ("exports", "turnover"); an unknown flow unchanged. */
const char *format_flow(const struct text *text, const char *flow);

/* The same as it depends on other words: "growth of exports", "share in turnover", in the case and
 * with the article or preposition of the language. NULL: the flow is unknown. */
const char *format_flow_of(const struct text *text, const char *flow);
const char *format_flow_in(const struct text *text, const char *flow);

/* Phrases whose order of words differs between languages. Their blanks stand in braces. */
enum own_phrase {
    PHRASE_PAGE,      /* {page} {pages}: at the foot of a sheet */
    PHRASE_AT_PRICES, /* {unit} {year}: a unit of values at the prices of another year */
    PHRASE_PARTNER,   /* {partner}: the country that a reporter trades with */
    /* Periods for which ICU has no words */
    PHRASE_WEEK,          /* {week} {year} */
    PHRASE_WEEK_IN_YEAR,  /* {week} */
    PHRASE_FOUR_QUARTERS, /* {quarter}: the last of them */
    PHRASE_TWELVE_MONTHS, /* {month}: the last of them */
    /* What a chart says to those who do not see it */
    PHRASE_TYPE_AND_UNIT,      /* {type} {unit} */
    PHRASE_SERIES,             /* {series} {figures} */
    PHRASE_OVER,               /* {x}: what the numbers of the horizontal axis are */
    PHRASE_FIGURE,             /* {period} {amount} */
    PHRASE_FIGURE_WITH_STATUS, /* {period} {amount} {status} */
    PHRASE_LARGEST_CHANGE,     /* {series} {amount}: of all the largest */
    PHRASE_DATUM,              /* {series} {period} {amount} */
    PHRASE_DATUM_WITH_STATUS,  /* {series} {period} {amount} {status} */
    PHRASE_LARGEST_OF,         /* {shown} {all}: how many of the series of a chart are shown */
    PHRASE_OTHERS_IN_GREY,     /* {count}: lines without a name */
    PHRASE_INTERVAL,           /* {share}: of all outcomes, "90%" */
    PHRASE_BETWEEN,            /* {low} {high}: bounds */
    PHRASE_SPREAD,             /* {median} {lower} {upper} {lowest} {highest}: of many figures */
    PHRASE_ABOUT,              /* {amount}: a figure of which hardly a digit holds */
    PHRASE_TARGET,             /* {name} {target} */
    PHRASE_TARGET_REACHED,     /* {name} {target} {reached} */
    PHRASE_TARGET_SHARE,       /* {name} {target} {reached} {share} */
    /* What computed series are called. of, in: a flow as format_flow_of and _in have it; what: such a
     * name; part and whole: names */
    PHRASE_NAME_GROWTH_OF,         /* {of} */
    PHRASE_NAME_CHANGE_OF,         /* {of} */
    PHRASE_NAME_ON_MONTH_OF_YEAR,  /* {what} */
    PHRASE_NAME_ON_PERIOD_OF_YEAR, /* {what} */
    PHRASE_NAME_ON_MONTH_BEFORE,   /* {what} */
    PHRASE_NAME_ON_PERIOD_BEFORE,  /* {what} */
    PHRASE_NAME_CONTRIBUTION_OF,   /* {part} {of} */
    PHRASE_NAME_CONTRIBUTION_TO,   /* {of} */
    PHRASE_NAME_SHARE_OF_FLOW,     /* {of} {in} */
    PHRASE_NAME_SHARE_OF_PART,     /* {part} {in} */
    PHRASE_NAME_SHARE_IN,          /* {in} */
    PHRASE_NAME_SHARE,             /* {whole} */
    PHRASE_NAME_INDEX,             /* {period} */
    PHRASE_NAME_MEAN_OF_DAYS,      /* {count} */
    PHRASE_NAME_MEAN_OF_MONTHS,    /* {count} */
    PHRASE_NAME_MEAN_OF_QUARTERS,  /* {count} */
    PHRASE_NAME_MEAN_OF_YEARS,     /* {count} */
    PHRASE_NAME_SUM_OF_DAYS,       /* {count} */
    PHRASE_NAME_SUM_OF_MONTHS,     /* {count} */
    PHRASE_NAME_SUM_OF_QUARTERS,   /* {count} */
    PHRASE_NAME_SUM_OF_YEARS,      /* {count} */
    PHRASE_SHARES_IN,              /* {period} {shares}: of parts of a whole */
    PHRASE_SQUARES, /* {count} {parts}: how many of a hundred squares each part has */
    /* Of what a computed series is made, inside a sentence; the series may stand behind it */
    PHRASE_DEFINE_SHARE, /* {whole} */
    PHRASE_DEFINE_INDEX, /* {period} */
    PHRASE_DEFINE_GROWTH_ON_YEAR,
    PHRASE_DEFINE_GROWTH_ON_PREVIOUS,
    PHRASE_DEFINE_CHANGE_ON_YEAR,
    PHRASE_DEFINE_CHANGE_ON_PREVIOUS,
    PHRASE_DEFINE_COMPOUND_GROWTH, /* {period} */
    PHRASE_DEFINE_CONTRIBUTION,    /* {whole} */
    PHRASE_DEFINE_SUM_OF_PERIODS,
    PHRASE_DEFINE_YEAR_TO_DATE,
    PHRASE_DEFINE_ROLLING_SUM,  /* {count} */
    PHRASE_DEFINE_ROLLING_MEAN, /* {count} */
    PHRASE_DEFINE_SEASONAL_MEAN,
    PHRASE_DEFINE_TOTAL,
    PHRASE_DEFINE_REMAINDER,
    PHRASE_DEFINE_RANK,
    PHRASE_DEFINE_CONCENTRATION,
    PHRASE_DEFINE_RATIO_OF_SHARES,
    PHRASE_DEFINE_PARTS_OF_YEAR,
    PHRASE_DEFINE_COUNT,
    PHRASE_DEFINE_CONVERTED,       /* {whole}: the rates */
    PHRASE_DEFINE_CONSTANT_PRICES, /* {whole}: the prices */
    PHRASE_ALSO,                   /* {names}: what has no room in a chart */
    PHRASE_EACH_SQUARE,            /* {what}: a number that its shade tells */
    /* What a sheet says of itself */
    PHRASE_CHART_NUMBER,   /* {number}: inside a sentence, "see chart 2" */
    PHRASE_TABLE_NUMBER,   /* {number} */
    PHRASE_NUMBERED_TITLE, /* {name} {title} */
    PHRASE_RELEASED,       /* {date} */
    PHRASE_NEXT_RELEASE,   /* {date} */
    PHRASE_EXTRACTED,      /* {date} */
    PHRASE_COUNT
};

/* What is written into a blank. */
struct blank {
    const char *name; /* as between the braces */
    const char *text;
};

/* The phrase with its n blanks filled in. NULL when memory runs out or a text is NULL, as it is
 * where making it failed. */
char *format_phrase(const struct text *text, struct arena *arena, enum own_phrase phrase,
                    const struct blank *blanks, size_t n);

/* The same of any pattern. */
char *fill_blanks(struct arena *arena, const char *pattern, const struct blank *blanks, size_t n);

/* Punctuation, by locale: with the spaces that the language sets around it. */
struct punctuation {
    const char *comma;     /* ", " */
    const char *semicolon; /* "; " */
    const char *colon;     /* ": " */
    const char *full_stop; /* ". " */
};
const struct punctuation *punctuation_of(const char *locale);

/* True of languages that count large figures by ten thousands: Chinese, Japanese. */
bool words_count_by_myriads(const char *locale);

#endif
