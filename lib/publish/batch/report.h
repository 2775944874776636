/* report.h - the journal of a run, of which the report is made at its end, and the sheets of earlier
 * runs. */
#ifndef SHEAF_PUBLISH_BATCH_REPORT_H
#define SHEAF_PUBLISH_BATCH_REPORT_H

#include "publish/batch/batch.h"

/* A report or journal of an earlier run, mapped. */
struct earlier {
    const char *bytes;
    size_t n;
};
struct earlier_line {
    uint32_t hash; /* of the sheet's name */
    uint32_t length;
    const char *line; /* NULL: a free slot */
};

struct report {
    const sheaf_batch *batch;
    char path[PATH_BYTES], journal_path[PATH_BYTES];
    int journal;
    uint64_t end;      /* of the journal */
    uint64_t *offsets; /* of the shard's sheets in the journal, plus 1; 0: not reached */
    struct earlier earlier[2];
    struct earlier_line *lines;
    size_t n_lines, n_slots;
};

struct report_sums {
    size_t made, unchanged, failed;
    double seconds;
};

/* Opens the journal; with resume what earlier runs have made is found. False after a failure. */
bool report_begin(struct report *report, const sheaf_batch *batch, sheaf_error *error);
/* The line of an earlier run that begins with name; NULL: there is none. */
const struct earlier_line *report_find(const struct report *report, const struct buffer *name);
/* Puts the line of the shard's index-th sheet into the journal. */
bool report_add(struct report *report, size_t index, struct buffer *line, sheaf_error *error);
/* Appends the line that this run, or an earlier one, has of the shard's index-th sheet. False: there is
 * none, or it cannot be read. */
bool report_line(const struct report *report, size_t index, struct buffer *into);
/* Writes the report, whole; then the journal is not needed. */
bool report_finish(struct report *report, const struct report_sums *sums, sheaf_error *error);
/* Writes all of the piece and empties it. Returns 0, or an errno value. */
int report_write_piece(int descriptor, struct buffer *piece);
void report_free(struct report *report);

#endif
