/* diff.h - what changed between two releases: which figures of which sheets, by how much, and which
 * sheets came and went.
 *
 * Figures are those that a sheet's PDF or page of the web holds as data (sheaf_sheet_set_attachments), not
 * what could be read off its pages: of charts, tables, key figures and texts. Confidential values are in none
 * of this, also those that were published before they became confidential.
 */
#ifndef SHEAF_DIFF_H
#define SHEAF_DIFF_H

#include <stdbool.h>

#include "sheaf/base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_diff sheaf_diff;

/* Compares two folders with all below them, two PDFs, two pages of the web, or two reports of batches
 * (report.json), whose sheets are read beside them where their SHA-256 differ. Sheets are known by the names
 * of their files. progress (may be NULL) is called in the calling thread behind each sheet; false ends the
 * comparison, which is SHEAF_CANCELLED and has what was found until then. Files of more than 256 MB, or whose
 * data unpack to more than 64 MB, are not read. Reads PDFs with libqpdf, which is loaded then; SHEAF_SYSTEM
 * where it is not there. allocator NULL: malloc's. Never NULL; ask the status. The caller destroys it. One
 * thread at a time may use it. */
SHEAF_API sheaf_diff *sheaf_diff_create(const sheaf_alloc *alloc, const char *before,
                                        const char *after,
                                        bool (*progress)(void *context, size_t done, size_t count),
                                        void *context);
SHEAF_API void sheaf_diff_destroy(sheaf_diff *diff); /* NULL: nothing happens */

SHEAF_API sheaf_status sheaf_diff_status(const sheaf_diff *diff);
SHEAF_API const sheaf_error *sheaf_diff_error(const sheaf_diff *diff);

typedef enum {
    SHEAF_SHEET_SAME, /* its figures; or all of its bytes */
    SHEAF_SHEET_CHANGED,
    SHEAF_SHEET_CAME,
    SHEAF_SHEET_WENT,
    /* its bytes differ, and there are no data to tell what changed: a PNG, or the texts and tables of a
     * page without attachments */
    SHEAF_SHEET_OPAQUE,
    SHEAF_SHEET_UNREADABLE /* one of the two is broken, or could not be read */
} sheaf_sheet_change;

typedef struct sheaf_diff_sheet {
    size_t size;      /* of the struct, as the caller was compiled: = SHEAF_DIFF_SHEET_INIT */
    const char *name; /* below the folder; of two PDFs the second's. Lives as long as the diff */
    sheaf_sheet_change change;
    const char *message; /* why it is unreadable; "" */
    /* Those in either, and those that differ, came or went; 0 where the bytes are the same, and of a sheet
     * that came or went as a whole */
    size_t figures, changed;
} sheaf_diff_sheet;
#define SHEAF_DIFF_SHEET_INIT                                                                      \
    {                                                                                              \
        sizeof(sheaf_diff_sheet), "", SHEAF_SHEET_SAME, "", 0, 0                                   \
    }
SHEAF_API size_t sheaf_diff_sheet_count(const sheaf_diff *diff);
/* In the order of their names. False beyond the last. */
SHEAF_API bool sheaf_diff_sheet_at(const sheaf_diff *diff, size_t index, sheaf_diff_sheet *sheet);

typedef enum {
    SHEAF_FIGURE_CHANGED,
    SHEAF_FIGURE_CAME,
    SHEAF_FIGURE_WENT,
    SHEAF_FIGURE_HIDDEN, /* it became confidential */
    SHEAF_FIGURE_SHOWN   /* it is confidential no more */
} sheaf_figure_change;

typedef struct sheaf_diff_figure {
    size_t size; /* of the struct, as the caller was compiled: = SHEAF_DIFF_FIGURE_INIT */
    sheaf_figure_change change;
    const char *sheet;                                        /* its name */
    const char *series, *reporter, *partner, *flow, *product; /* "": not said */
    const char *period;                                       /* as SDMX spells it */
    const char *unit;                                         /* "USD", "%", … */
    int unit_mult;                                            /* the power of ten of both values */
    double before, after; /* NaN: there is none, or none is told: the value of a figure that became
                             confidential, or that went from a sheet where others are */
    const char *before_text, *after_text; /* as the sheets show them; "" */
    double difference;                    /* after - before; NaN */
    /* The difference in per cent of the figure before, of a figure in % in percentage points; infinite
     * where the figure before was 0. NaN where there is no difference. */
    double percent;
    /* What a computed figure is of its series, "growth" or "share in exports"; "": what the series' name says */
    const char *measure;
    bool is_in_points; /* percent is in percentage points */
} sheaf_diff_figure;
#define SHEAF_DIFF_FIGURE_INIT                                                                     \
    {                                                                                              \
        sizeof(sheaf_diff_figure), SHEAF_FIGURE_CHANGED, "", "", "", "", "", "", "", "", 0, 0, 0,  \
            "", "", 0, 0, "", false                                                                \
    }
/* A figure that a sheet shows several times counts once. At most a million are kept: of more, those of
 * the first sheets; all are counted in their sheets. */
SHEAF_API size_t sheaf_diff_figure_count(const sheaf_diff *diff);
/* The largest change (percent) first; then those that became confidential or are so no more, came and
 * went. False beyond the last. */
SHEAF_API bool sheaf_diff_figure_at(const sheaf_diff *diff, size_t index,
                                    sheaf_diff_figure *figure);

#ifdef __cplusplus
}
#endif
#endif
