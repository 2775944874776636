/* output.h - resolves an output path: to an open stream, or through links to a file. */
#ifndef SHEAF_BASE_OUTPUT_H
#define SHEAF_BASE_OUTPUT_H

#include <stdbool.h>

/* The open descriptor that path stands for: "/dev/fd/3", or any name of the file that standard
 * output or standard error is redirected to. Replacing such a file would lose what was written to
 * the stream. -1: there is none. */
int output_stream(const char *path);

/* The file that path leads to through symbolic links, even if it does not exist. The caller frees
 * it. NULL: errno says why. */
char *output_target(const char *path);

/* Whether the output, by whatever name or link, is the regular file that the input is; an input "-"
 * is standard input. A device may be both. */
bool output_is_input(const char *output, const char *input);

#endif
