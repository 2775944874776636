/* make.h - makes one sheet of a batch. */
#ifndef SHEAF_PUBLISH_BATCH_MAKE_H
#define SHEAF_PUBLISH_BATCH_MAKE_H

#include "base/pool.h"
#include "publish/batch/report.h"

/* What one thread makes sheets with. */
struct maker {
    const sheaf_batch *batch;
    const struct report *report; /* of earlier runs */
    const char *drafts;          /* the beginning of drafts' names */
    size_t worker;
    struct pool pool;        /* of the sheets' memory */
    bool has_quick_digest;   /* digest_is_quick, asked once */
    struct buffer bytes;     /* of a sheet; its memory is kept for the next */
    char folder[PATH_BYTES]; /* the last that was made */
};

/* Makes the sheet and its files, unless they are there already. made->arena is to be freed. */
void make_sheet(struct maker *maker, const struct batch_sheet *which, struct made *made);

#endif
