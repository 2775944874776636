/* batch_told.h - what sheaf batch tells: progress, messages, what its files depend on. */
#ifndef CLI_BATCH_TOLD_H
#define CLI_BATCH_TOLD_H

#include "command.h"

/* Of the progress, between its calls. */
struct telling {
    bool quiet, json, on_terminal;
    bool is_interrupted;
    double last; /* when a line was told, in seconds of the run */
    sheaf_batch_progress progress;
};

/* For sheaf_batch_run. Ctrl-C and SIGTERM, which are blocked, end the run; a second one the program. */
bool tell_progress(void *context, const sheaf_batch_progress *progress);

/* Messages, each once, and the sum. After a run. */
void tell_messages(const struct telling *telling, const sheaf_batch *batch);
void tell_sum(const struct telling *telling, const sheaf_batch *batch);

/* "REPORT: INPUT …" as make and ninja read it. Returns an exit code. */
int write_depfile(const char *path, const sheaf_batch *batch);

#endif
