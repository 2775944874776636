/* batch.h - many sheets of one spec: a sheet for each partner, product or whatever else a parameter
 * of the spec selects, in several languages and formats.
 *
 * A sheet's bytes are those of sheaf_sheet_write_pdf with the same parameters, language and data: for
 * any number of threads, any shard and any order. Files are whole or not there at all.
 */
#ifndef SHEAF_BATCH_H
#define SHEAF_BATCH_H

#include "sheaf/sheet.h"
#include "sheaf/theme.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_batch sheaf_batch;

typedef struct sheaf_parameter {
    const char *name, *value;
} sheaf_parameter;

/* sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT, and then what is to be otherwise. each and
 * output are required. */
typedef struct sheaf_batch_options {
    size_t size; /* of the struct, as the caller was compiled */
    /* Parameters of the spec, "partner" or "partner,product": a sheet for each member of the dimension
     * that "trade[partner: $partner]" selects from, wholes and groups (World, the EU, TOTAL) and what is
     * unspecified left out; of several parameters that select from one table, for each combination that
     * it has. At most 4. */
    const char *each;
    /* The files' names: "out/{lang}/{partner}.{format}". {partner} is the member as the table spells it,
     * {partner, name} its name in the sheet's language, {page} the number of a PNG's page from 1; "{{" is
     * a brace. What could be no part of a name, such as "/", is replaced by "-". Folders are made. */
    const char *output;
    /* Narrows the tables, as sheaf_table_filter does. A whole or a group that is named is made, too. */
    const sheaf_filter *where;
    size_t n_where;
    const sheaf_parameter *parameters; /* the others, as sheaf_sheet_set_parameter has them */
    size_t n_parameters;
    const char *const *languages; /* 0: the spec's */
    size_t n_languages;
    const char *const *formats; /* "pdf", "html", "png" (150 dots an inch, a file a page); 0: what
                                * output ends in, or pdf */
    size_t n_formats;
    unsigned shard, shards; /* only sheets shard, shard + shards, …; shard from 1. 0: all */
    unsigned threads;       /* 0: one for each processor */
    bool resume;      /* sheets whose files are there and would be the same are not made again */
    bool keep_going;  /* after a sheet has failed; otherwise those that are begun are finished */
    const char *root; /* as sheaf_sheet_set_root */
    const char *font_folder; /* as sheaf_sheet_set_font_folder */
    const char *theme;       /* a built-in theme's name, or a file; NULL: the spec's */
    bool has_flags;          /* false: the spec's */
    sheaf_flags flags;
} sheaf_batch_options;
#define SHEAF_BATCH_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(sheaf_batch_options), NULL, NULL, NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0, 0, 0,      \
            false, false, NULL, NULL, NULL, false, SHEAF_FLAGS_ESTIMATED                           \
    }

/* Reads the spec and its data and plans all sheets; writes nothing. Fails if two sheets would have one
 * name, or one that of the index of pages, also where names do not differ by case or by how Unicode composes
 * them. options and what they point to are copied; context NULL: a private one. Never NULL; ask the status.
 * The caller destroys it. One thread at a time may use it. */
SHEAF_API sheaf_batch *sheaf_batch_create(sheaf_context *context, const char *spec,
                                          const sheaf_batch_options *options);
SHEAF_API void sheaf_batch_destroy(sheaf_batch *batch); /* NULL: nothing happens */

/* Of its construction or, while that is well, of the last run: SHEAF_BAD_INPUT where sheets failed for
 * their data, SHEAF_SYSTEM or SHEAF_NO_MEMORY where another try may help. */
SHEAF_API sheaf_status sheaf_batch_status(const sheaf_batch *batch);
SHEAF_API const sheaf_error *sheaf_batch_error(const sheaf_batch *batch);

/* The sheets of this shard, one a language and format. */
SHEAF_API size_t sheaf_batch_count(const sheaf_batch *batch);
/* Writes the name of a sheet's file (a PNG's first page), cut to capacity bytes with its NUL; returns the
 * full length. 0 beyond the last. */
SHEAF_API size_t sheaf_batch_path(const sheaf_batch *batch, size_t index, char *out,
                                  size_t capacity);

typedef struct sheaf_batch_progress {
    size_t size; /* of the struct, as the library was compiled */
    size_t count;
    size_t made, unchanged, failed; /* so far */
    double seconds;                 /* since the run began */
} sheaf_batch_progress;

/* Makes the sheets, and report.json in the deepest folder of the output that no field names (of a shard
 * report.K-N.json): of each sheet its files with their bytes and SHA-256, pages, time, warnings, or why
 * it failed. With "html" among the formats that folder gets index.html, too, which lists the pages that are
 * there, in the first language; a shard writes none. progress (may be NULL) is called in the calling thread
 * about ten times a second and at the end; false stops the run once the sheets in hand are finished, which is
 * SHEAF_CANCELLED. So is a false from the context's own progress, from any thread: the sheet in whose making
 * it was asked is dropped, the others in hand are finished. */
SHEAF_API sheaf_status sheaf_batch_run(sheaf_batch *batch,
                                       bool (*progress)(void *context,
                                                        const sheaf_batch_progress *progress),
                                       void *context);

/* Where a run puts its report, as sheaf_batch_path; "" after a failure. */
SHEAF_API size_t sheaf_batch_report_path(const sheaf_batch *batch, char *out, size_t capacity);

/* What the last run had to tell: each message once, failures before warnings. */
typedef struct sheaf_batch_message {
    size_t size;         /* of the struct, as the caller was compiled: = SHEAF_BATCH_MESSAGE_INIT */
    sheaf_status status; /* SHEAF_OK: a warning */
    const char *text;    /* with the place in spec or data; lives until the next run */
    const char *sheet;   /* the first sheet that told it: its file */
    size_t count;        /* how many sheets did */
} sheaf_batch_message;
#define SHEAF_BATCH_MESSAGE_INIT                                                                   \
    {                                                                                              \
        sizeof(sheaf_batch_message), SHEAF_OK, "", "", 0                                           \
    }
/* At most 1,000 messages are kept; all are in the report. False beyond the last. */
SHEAF_API bool sheaf_batch_message_at(const sheaf_batch *batch, size_t index,
                                      sheaf_batch_message *message);

/* The members of which no sheet is made, as they are wholes, groups or unspecified, or as what they are
 * called looks so ("A/B"): of all parameters, in the order of the data. By index; "" is a member without a
 * name; NULL beyond the last. */
SHEAF_API const char *sheaf_batch_left_out(const sheaf_batch *batch, size_t index);

/* The files that the sheets are made from: the spec, data, catalogues of texts, themes, logos. By
 * index; NULL beyond the last. */
SHEAF_API const char *sheaf_batch_input(const sheaf_batch *batch, size_t index);

typedef struct sheaf_batch_merged {
    size_t size; /* of the struct, as the caller was compiled: = SHEAF_BATCH_MERGED_INIT */
    size_t shards, missing; /* shards of the run, and those without a report */
    size_t count, made, unchanged, failed, not_reached; /* sheets */
    bool may_retry;                                     /* some failed sheet's failure may pass */
    char missing_numbers[200];                          /* "3, 7"; cut */
} sheaf_batch_merged;
#define SHEAF_BATCH_MERGED_INIT                                                                    \
    {                                                                                              \
        sizeof(sheaf_batch_merged), 0, 0, 0, 0, 0, 0, 0, false, ""                                 \
    }
/* Writes the reports of a run's shards (report.K-N.json) as one, in the order of one machine's, and but for
 * times equal to it; a shard without a report is told in merged (may be NULL) and in "missing_shards". The
 * reports may lie in any folder and come in any order. SHEAF_BAD_INPUT: one is cut or of another run, a shard
 * or a sheet is there twice; then nothing is written. */
SHEAF_API sheaf_status sheaf_batch_merge(const char *const *reports, size_t n, const char *output,
                                         sheaf_batch_merged *merged, sheaf_error *error);

#ifdef __cplusplus
}
#endif
#endif
