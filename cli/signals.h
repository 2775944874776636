/* signals.h - signals that end a command are looked for instead. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <signal.h>
#include <stddef.h>

/* Blocks these in this thread and in those that it starts, and returns which they are. A signal that is
 * ignored, as in a shell's background, stays so. */
sigset_t signals_block(const int *numbers, size_t n);

#endif
