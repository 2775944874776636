/* callbacks.c - what the program is told while a call works. */
#include "context/context.h"

#include <stdio.h>

/* Says how far the call came: "16384", or "3 of 8" once it is known how many there are. */
static void cancel(const sheaf_progress *progress, sheaf_error *error)
{
    static const char *const tasks[] = {
        [SHEAF_READING_ROWS] = "rows were read",
        [SHEAF_PLACING_BLOCKS] = "blocks were placed",
        [SHEAF_DRAWING_PAGES] = "pages were drawn",
        [SHEAF_WRITING_PAGES] = "pages were written",
    };
    const struct place at = { .file = progress->name };
    char of[32] = "";

    if (progress->total > 0)
        snprintf(of, sizeof of, " of %zu", progress->total);
    fail_at(error, SHEAF_CANCELLED, at, "cancelled by the program while %s (%zu%s)",
            tasks[progress->task], progress->done, of);
}

bool context_progress(const sheaf_context *context, sheaf_task task, const char *name, size_t done,
                      size_t total, sheaf_error *error)
{
    const sheaf_callbacks *callbacks = context_callbacks(context);
    const sheaf_progress progress = { .size = sizeof progress,
                                      .task = task,
                                      .name = name != NULL ? name : "",
                                      .done = done,
                                      .total = total };

    if (callbacks->progress == NULL || callbacks->progress(callbacks->user, &progress))
        return true;
    cancel(&progress, error);
    return false;
}

void context_log(const sheaf_context *context, const struct sheaf_warning *warning)
{
    const sheaf_callbacks *callbacks = context_callbacks(context);

    if (callbacks->log != NULL)
        callbacks->log(callbacks->user, warning);
}
