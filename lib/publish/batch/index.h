/* index.h - the page of the web that lists a batch's pages. */
#ifndef SHEAF_PUBLISH_BATCH_INDEX_H
#define SHEAF_PUBLISH_BATCH_INDEX_H

#include "publish/batch/report.h"

/* The batch has pages of the web. */
bool index_is_wanted(const sheaf_batch *batch);
/* Fails where the index would replace what the sheets are made from. */
bool index_spares_inputs(const sheaf_batch *batch, sheaf_error *error);
/* Writes the index of the pages that the report has as made; a shard, which knows its own only, writes
 * none. False after a failure. */
bool index_write(const struct report *report, const char *drafts, sheaf_error *error);

#endif
