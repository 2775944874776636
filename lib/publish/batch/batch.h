/* batch.h - the parts of a batch, for the files of this folder only. */
#ifndef SHEAF_PUBLISH_BATCH_BATCH_H
#define SHEAF_PUBLISH_BATCH_BATCH_H

#include <pthread.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "publish/batch/messages.h"
#include "sheaf/batch.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/slices.h"

enum { PATH_BYTES = 4096, MOST_LANGUAGES = 64, MOST_FORMATS = 8 };

/* A way to write a sheet: one row in formats.c. */
struct batch_format {
    const char *name;
    bool is_paged; /* a file a page */
    bool is_flow;  /* without pages: pages is NULL, the failure may be the sheet's */
    /* Paints the laid-out sheet into the empty buffer: all of it, or the page from 0. A failure is in
     * error. */
    void (*paint)(sheaf_sheet *sheet, struct sheet_pages *pages, size_t page, struct buffer *into,
                  sheaf_error *error);
};
const struct batch_format *batch_format_named(const char *name);
/* "pdf, png" */
void batch_format_names(char *out, size_t capacity);

/* A piece of the output's name. */
enum piece_kind { PIECE_TEXT, PIECE_MEMBER, PIECE_NAME, PIECE_LANGUAGE, PIECE_FORMAT, PIECE_PAGE };
struct piece {
    enum piece_kind kind;
    const char *text; /* PIECE_TEXT */
    size_t sliced;    /* the number of the parameter */
    struct piece *next;
};

struct template
{
    struct piece *pieces;
    const char *folder; /* the deepest that no field names; "." */
    bool has_page;
};

/* What is the same for all sheets. */
struct sheaf_batch {
    sheaf_context *context; /* held */
    sheaf_alloc alloc;
    sheaf_error error;  /* of construction */
    sheaf_error output; /* of the last run */
    struct arena arena;
    sheaf_batch_options options; /* its texts in the arena */
    sheaf_theme *theme;
    sheaf_sheet *spec; /* the spec, read once */
    struct slices slices;
    const struct batch_format *formats[MOST_FORMATS];
    const char *languages[MOST_LANGUAGES];
    size_t n_languages, n_formats, n;
    struct template template;
    const char **safe[MOST_SLICED];                       /* members as parts of names */
    const char **safe_names[MOST_SLICED][MOST_LANGUAGES]; /* NULL: not asked for */
    struct sheet_input *inputs;
    struct sheet_input *theme_inputs; /* the last of them: those of the theme option */
    struct digest input_digests[MOST_LANGUAGES];
    struct messages messages;
};

/* Which sheet an index stands for. */
struct batch_sheet {
    uint32_t members[MOST_SLICED];
    size_t language, format;
};
/* Of all sheets, not only the shard's. */
struct batch_sheet batch_sheet_of(const sheaf_batch *batch, size_t index);
/* The number among all sheets of the shard's index-th. */
size_t batch_index_of(const sheaf_batch *batch, size_t index);

/* The report, or (journal) what it is made of, in the output's deepest folder that no field names; of a
 * shard with its number. False: the name is too long. */
bool batch_report_name(const sheaf_batch *batch, bool journal, char out[PATH_BYTES]);

/* names.c: reads the output's name; fails in the batch's error. */
bool template_read(sheaf_batch *batch, const char *text);
/* Writes the sheet's name, page from 1. False: it is too long. */
bool template_write(const sheaf_batch *batch, const struct batch_sheet *sheet, size_t page,
                    char out[PATH_BYTES]);
/* The path as it is below the output's folder, which holds report and index. */
const char *batch_path_below(const sheaf_batch *batch, const char *path);
/* A member or a name as a part of a file's name, in the arena. */
const char *name_make_safe(struct arena *arena, const char *text);
/* Fails where two sheets have one name, or a sheet that of the index. */
bool names_check(sheaf_batch *batch);

/* What is known of a file that was made. */
struct made_file {
    size_t bytes;
    struct digest digest;
};
enum { MOST_PAGES_APART = 64 }; /* files of a sheet */
struct made {
    sheaf_status status;
    const char *message; /* of a failure, with its place; in the arena */
    const char **warnings;
    size_t n_warnings, n_pages, n_files;
    struct made_file files[MOST_PAGES_APART];
    double ms;
    struct date date; /* of the sheet, or of its data's release; year 0: none */
    bool is_unchanged;
    struct digest key; /* of all that the bytes depend on */
    struct arena arena;
};

/* record.c: a sheet as a line of JSON, with which the report and the next run find it again. */
void record_write(const sheaf_batch *batch, const struct batch_sheet *sheet,
                  const struct made *made, struct buffer *into);
/* Whether the line is of a sheet that was made with this key; then made gets its files and pages. */
bool record_read(const char *line, size_t n, struct made *made);
/* Of a line with a NUL behind it: whether the sheet is there; its date, "2024-06-26" or "", in the arena. */
bool record_is_made(const char *line);
const char *record_date(const char *line, struct arena *arena);
/* The sheet's name as the beginning of its line. */
void record_write_name(const sheaf_batch *batch, const struct batch_sheet *sheet,
                       struct buffer *into);

/* plan.c: all that is decided before the first sheet. */
bool batch_plan(sheaf_batch *batch, const char *spec);
/* The sheet, ready to be written. The caller destroys it. alloc: of its own memory; NULL: the context's. */
sheaf_sheet *batch_open_sheet(const sheaf_batch *batch, const struct batch_sheet *which,
                              const sheaf_alloc *alloc);

#endif
