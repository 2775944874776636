/* input.h - the text of a data file, as UTF-8, through a window that slides over it.
 *
 * A file comes from a path, from standard input or from memory; it may be packed (see
 * unpack.h) and in any encoding (encoding.h). Bytes that are no text in the file's encoding
 * are an error with their offset; nothing is dropped or replaced. What is no text at all (it
 * has NULs early on) comes through as it is. A reader that goes from the start to the end
 * holds the window's memory and no more, however long the file. */
#ifndef SHEAF_INPUT_INPUT_H
#define SHEAF_INPUT_INPUT_H

#include "input/reading.h"

enum { INPUT_WHOLE_LIMIT = 1 << 30 };

struct input;

/* Failures go to the reading's error, now and later; NULL: it has one. Keeps a copy of reading,
 * whose pointers must outlive the input. */
struct input *input_open(const struct reading *reading, const char *path);
struct input *input_open_bytes(const struct reading *reading, const void *bytes, size_t n);
const struct reading *input_reading(const struct input *input);
void input_close(struct input *input); /* NULL: no-op */

/* The text in the window: whole characters. It stays in place until the window slides. */
const char *input_text(const struct input *input, size_t *n);
/* Lets go of the text before from, where the line of that number begins, and adds what comes
 * next: input_text then starts with from's text. False when nothing was added: at the end of the
 * file, and after a failure. */
bool input_slide(struct input *input, const char *from, size_t line);
/* The text to its end, for who cannot go through it once: from the start when the window has not
 * slid. False, and failed, beyond INPUT_WHOLE_LIMIT. */
bool input_whole(struct input *input, const char **text, size_t *n);

/* The file to open where a library does so itself; NULL unless its bytes are what input_text
 * gives. */
const char *input_path(const struct input *input);

#endif
