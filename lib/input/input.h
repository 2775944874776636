/* input.h - the text of a data file, as UTF-8, through a window that slides over it.
 *
 * A file comes from a path, from standard input or from memory; it may be packed (unpack.h) and in
 * any encoding (encoding.h). Bytes that are invalid in the file's encoding are an error with their
 * offset; nothing is dropped or replaced. A file that is not text (it has NULs in its first bytes)
 * is passed through unchanged. A reader that goes from start to end needs no more memory than the
 * window, however long the file. */
#ifndef SHEAF_INPUT_INPUT_H
#define SHEAF_INPUT_INPUT_H

#include "input/reading.h"

enum { INPUT_WHOLE_LIMIT = 1 << 30 };

struct input;

/* Both copy reading, whose pointers must outlive the input. Failures go to its error, then and
 * later. NULL: failed. */
struct input *input_open(const struct reading *reading, const char *path);
struct input *input_open_bytes(const struct reading *reading, const void *bytes, size_t n);
const struct reading *input_reading(const struct input *input);
void input_close(struct input *input); /* NULL: no-op */

/* The text in the window, without partial characters. It stays in place until the window slides. */
const char *input_text(const struct input *input, size_t *n);
/* False for bytes in no encoding of text: input_text then gives them as they are. */
bool input_is_text(const struct input *input);
/* Drops the text before from, which is the start of the given line, and reads more: input_text
 * then starts at from. False when nothing was added: at the end of the file, or failed. */
bool input_slide(struct input *input, const char *from, size_t line);
/* Reads carriage returns as line feeds, in the window and in all that follows: the lines of old Macs'
 * files end in them. */
void input_end_lines_in_returns(struct input *input);
/* Reads to the end of the file, for readers that need all of the text at once. The text starts at
 * the start of the window. False, and failed, when it is longer than INPUT_WHOLE_LIMIT. */
bool input_whole(struct input *input, const char **text, size_t *n);

/* The path for a library that opens the file itself. NULL when its bytes are not those of
 * input_text: it is packed, or not a file. */
const char *input_path(const struct input *input);

#endif
