/* progress.h - what a command tells on a terminal while it works. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* "\r 12/40  ━━━┈┈┈  " with no line end, on standard error. */
void progress_bar(size_t done, size_t count);

/* The row of a command's table of options. */
#define QUIET_OPTION                                                                               \
    {                                                                                              \
        'q', "quiet", NULL, "no progress on a terminal"                                            \
    }

/* progress_begin then does nothing: --quiet. */
void progress_silence(void);
/* From a second on, and until progress_end, tells on standard error how long the command has worked.
 * Nothing where that is no terminal. */
void progress_begin(void);
/* Before anything else is printed. Does nothing where nothing has begun. */
void progress_end(void);

#endif
