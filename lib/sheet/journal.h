/* journal.h - what a program has told a sheet, call by call, so that a copy can be told the same.
 *
 * A text is read when it is given: in the language, with the parameters and series that the sheet has then. So
 * a copy is made by the same calls in the same order. Plain settings (dates, paper, flags …) are used when the
 * sheet is laid out: they are copied as they are, and no entry tells of them. */
#ifndef SHEAF_SHEET_JOURNAL_H
#define SHEAF_SHEET_JOURNAL_H

#include "sheet/model.h"

/* The calls, by the functions of sheaf/sheet.h and sheaf/block.h. */
enum told_call {
    TOLD_SPEC, /* a spec was read; texts: path; items: its bytes; flag: from a file */
    TOLD_ROOT,
    TOLD_PARAMETER,
    TOLD_LANGUAGE,
    TOLD_TITLE,
    TOLD_DECK,
    TOLD_HEADER, /* number: the place */
    TOLD_FOOTER,
    TOLD_SOURCE,
    TOLD_TRANSLATION,
    TOLD_NAME,
    TOLD_SERIES,
    TOLD_LIST,
    TOLD_DATA,
    TOLD_PREVIOUS,
    TOLD_HEADING,
    TOLD_TEXT,
    TOLD_CALLOUT,
    TOLD_WORDS, /* blocks in the words of a spec, whoever wrote them: items are bytes */
    TOLD_PAGE_BREAK,
    TOLD_CONTENTS,
    TOLD_FIGURE,
    TOLD_CHART,
    TOLD_TABLE, /* items: sheaf_table_column; several: its series */
    TOLD_NOTES, /* several: texts */
    TOLD_ROW,
    TOLD_ROW_END,
    TOLD_COLUMN,
    TOLD_COLUMN_END,
    TOLD_SPAN,
    TOLD_ID,
    TOLD_DECIMALS,
    TOLD_RANGES,
    TOLD_COLUMNS,
    TOLD_WIDTH,
    TOLD_HEIGHT,
    TOLD_TOGETHER,
    TOLD_SCALE,
    TOLD_DEFINITIONS,
    TOLD_DESCRIBED,
    TOLD_CALLS
};

/* One call and its arguments, as far as it has such. Texts are copied into the sheet; what the pointers name
 * is the sheet's already, or a table of the program. */
struct told {
    enum told_call call;
    const char *texts[3];
    int number;
    double height;
    bool flag;
    sheaf_period period;
    const sheaf_series *series;
    const sheaf_series_list *list;
    const sheaf_table *table;
    const sheaf_chart *chart;
    const void *items;
    size_t n_items;
    const void *const *several;
    size_t n_several;
    struct told *next;
};

/* Adds an entry; a failure stays in the sheet. */
void journal_add(sheaf_sheet *sheet, const struct told *told);

#endif
