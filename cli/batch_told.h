/* batch_told.h - what sheaf batch tells: progress and messages. */
#ifndef CLI_BATCH_TOLD_H
#define CLI_BATCH_TOLD_H

#include "command.h"

enum { PATH_BYTES = 4096 };

/* Of the progress, between its calls. */
struct telling {
    bool quiet, json, on_terminal;
    bool is_interrupted;
    double last; /* when a line was told, in seconds of the run */
    sheaf_batch_progress progress;
};

/* For sheaf_batch_run. Ctrl-C and SIGTERM, which are blocked, end the run; a second one the program. */
bool tell_progress(void *context, const sheaf_batch_progress *progress);

/* Which members have no sheet. Before a run. */
void tell_left_out(const struct telling *telling, const sheaf_batch *batch);

/* Messages, each once, and the sum. After a run. */
void tell_messages(const struct telling *telling, const sheaf_batch *batch);
void tell_sum(const struct telling *telling, const sheaf_batch *batch);

/* The sum of a merge, and the shards that it lacks. */
void tell_merged(const sheaf_batch_merged *merged, const char *path, bool quiet);

#endif
