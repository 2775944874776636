/* drafts.h - the texts of a first spec: its titles and sentences, and the comments that explain it.
 *
 * They stand in languages/drafts_*.c, a file a language. Blanks are %1 to %4; braces are fields of the
 * spec (sheet/words/field.h), so that a text says nothing about figures that it does not ask for. */
#ifndef SHEAF_TEXT_DRAFTS_H
#define SHEAF_TEXT_DRAFTS_H

enum draft_text {
    /* Titles. %1: the subject or "", %2: the measure as it begins the title, %3: the name of the parameter
     * of the period, %4: the measure inside a sentence. */
    DRAFT_SUBJECT,      /* %1: whose figures they are; ends with its colon and space */
    DRAFT_SUBJECT_OF,   /* %1 %2: a reporter or partner, and a product of it */
    DRAFT_TRADE,        /* exports and imports together, at the beginning … */
    DRAFT_TRADE_INSIDE, /* … and inside a sentence */
    DRAFT_FLOW_ROSE,    /* by the value "rise", which may be unknown */
    DRAFT_FLOW,         /* where no growth is known */
    DRAFT_LABEL_ROSE,   /* of a label, whose gender and number are unknown */
    DRAFT_LABEL,        /* of a label where no growth is known */
    DRAFT_SENTENCE,     /* about exports and imports; %1: the parameter of the period */
    DRAFT_MAIN_SERIES,  /* a series without a name that could be shown */
    DRAFT_WORLD,        /* what shares are of, inside a sentence: all partners … */
    DRAFT_WHOLE,        /* … and all products or others */
    /* Titles of charts, as the second of two: %1 what is shown, %2 how. */
    DRAFT_SHOWN_HOW,
    DRAFT_BY_PARTNER, /* each alone, and behind other words */
    DRAFT_BY_PARTNER_INSIDE,
    DRAFT_BY_REPORTER,
    DRAFT_BY_REPORTER_INSIDE,
    DRAFT_BY_PRODUCT,
    DRAFT_BY_PRODUCT_INSIDE,
    DRAFT_BY_SECTOR,
    DRAFT_BY_SECTOR_INSIDE,
    DRAFT_COMPARED,
    DRAFT_COMPARED_INSIDE,
    DRAFT_BY_OTHER, /* %1: a dimension by the file's own name */
    DRAFT_BY_OTHER_INSIDE,
    DRAFT_BY_YEAR, /* these behind other words only */
    DRAFT_BY_QUARTER,
    DRAFT_BY_MONTH,
    DRAFT_OVER_TIME,
    DRAFT_THROUGH_THE_YEAR,
    DRAFT_SO_FAR,
    DRAFT_EXPORTS_AND_IMPORTS,
    DRAFT_THEN_AND_NOW,
    DRAFT_VALUE_AND_QUANTITY,
    DRAFT_VALUE_QUANTITY_AND_PRICE,
    DRAFT_IN_FIGURES,    /* %1: the title of a chart */
    DRAFT_OTHER_FIGURES, /* of columns that no chart shows */
    DRAFT_COURSE,        /* heads of columns */
    DRAFT_SHARE,
    /* Comments; a line break is one of the comment. */
    DRAFT_ON_SPEC,  /* %1: the data file */
    DRAFT_ON_CHECK, /* behind commands */
    DRAFT_ON_SHEET, /* %1: the name of a page of the web */
    DRAFT_ON_MISSING,
    DRAFT_ON_EACH,
    DRAFT_ON_CHOICE,  /* %1: the dimension, %2: what is shown, %3: the one that is not */
    DRAFT_ON_CHOICES, /* %3: the first of those that are not */
    DRAFT_ON_SKIPPED, /* %1: the header of a column */
    DRAFT_ON_UNIT,    /* of values without one; %1: an example */
    DRAFT_ON_PARAMETERS,
    DRAFT_ON_NO_FORECAST, /* behind a parameter */
    DRAFT_ON_LATEST,      /* behind a parameter */
    DRAFT_ON_TITLE,
    DRAFT_ON_DECK,
    DRAFT_ON_SOURCES, /* %1: "source: office" */
    DRAFT_OFFICE,     /* in the place of a source's title */
    DRAFT_ON_STANDARD_INPUT,
    DRAFT_ON_SERIES, /* %1: names of functions */
    DRAFT_ON_VALUES,
    DRAFT_ON_FIGURES, /* %1: names of functions */
    DRAFT_ON_SENTENCE,
    DRAFT_ON_PART_OF_YEAR,
    DRAFT_ON_COURSE,
    DRAFT_ON_SEASONAL, /* from here on %1 holds names of types of charts, or keys */
    DRAFT_ON_BOUNDS,
    DRAFT_ON_NUMBERS,
    DRAFT_ON_PANELS,
    DRAFT_ON_RANKING,
    DRAFT_ON_RANKING_MAP, /* %2: the type that is a map */
    DRAFT_ON_CHANGE,
    DRAFT_ON_STACK,
    DRAFT_ON_COMPARISON,
    DRAFT_ON_PARTS_TABLE,
    DRAFT_ON_TABLE, /* %1: a range of years */
    DRAFT_ON_OTHERS,
    DRAFT_ON_NOTES,
    DRAFT_TEXTS
};

/* The text in the language of a tag ("ru", "zh-Hans"); NULL: Sheaf has none in that language. */
const char *draft_text(const char *language, enum draft_text text);

#endif
