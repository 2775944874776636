/* parts.h - the parts of a comparison, for the files of this folder only. */
#ifndef SHEAF_COMPARE_PARTS_H
#define SHEAF_COMPARE_PARTS_H

#include "base/buffer.h"
#include "base/string_cache.h"
#include "compare/figures.h"
#include "sheaf/diff.h"

enum { DIFF_PATH_BYTES = 4096 };

/* A sheet that one of the two sides has. */
struct listed {
    const char *name;    /* below the folder */
    const char *sha256;  /* as a report tells it; NULL: not known */
    const char *failure; /* why the report's run could not make it; NULL */
};

/* The sheets of one side, by name; texts are in the diff's arena. */
struct listing {
    const char *folder; /* "": of a single PDF, whose path is its name */
    struct listed *items;
    size_t n, capacity;
    bool is_report;
};

struct sheaf_diff {
    sheaf_alloc alloc;
    sheaf_error error;
    struct arena arena;
    struct string_cache texts; /* what changes and sheets say, each once */
    struct pdf_reader *reader; /* NULL: not needed yet */
    struct listing sides[2];
    sheaf_diff_sheet *sheets;
    size_t n_sheets, sheet_capacity;
    sheaf_diff_figure *figures;
    size_t n_figures, figure_capacity;
};

/* The text, kept once; "" after a failure. */
const char *diff_keep(struct sheaf_diff *diff, const char *text);

/* listing.c: what a path is, and the sheets of a folder, in the order of their names. */
enum release_kind { RELEASE_NONE, RELEASE_FOLDER, RELEASE_PDF, RELEASE_PAGE, RELEASE_REPORT };
enum release_kind side_kind_of(const char *path, sheaf_error *error);
struct listed *listing_add(struct sheaf_diff *diff, struct listing *listing, const char *name);
void listing_sort(struct listing *listing);
/* Whether the item is a page beside a PDF of its name, which tells more. item NULL: false. */
bool listing_has_pdf_beside(const struct listing *listing, const struct listed *item);
bool listing_read_folder(struct sheaf_diff *diff, struct listing *listing, const char *path);
/* listing_report.c: those of a report, which names them below its folder. */
bool listing_read_report(struct sheaf_diff *diff, struct listing *listing, const char *path);

/* sheets.c: compares a sheet with itself; either may be NULL. False: the comparison has failed, not only
 * that of this sheet. */
bool sheets_compare(struct sheaf_diff *diff, const struct listed *before,
                    const struct listed *after);

/* changes.c: puts what differs into the diff, and the counts into the sheet. */
bool changes_find(struct sheaf_diff *diff, sheaf_diff_sheet *sheet,
                  const struct figure_list *before, const struct figure_list *after);
/* The largest first. */
void changes_sort(struct sheaf_diff *diff);

#endif
