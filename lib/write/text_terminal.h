/* text_terminal.h - text in the columns of a terminal: how wide it is, and what may be printed. */
#ifndef SHEAF_WRITE_TEXT_TERMINAL_H
#define SHEAF_WRITE_TEXT_TERMINAL_H

#include "base/buffer.h"
#include "base/memory.h"

/* In columns of the terminal. */
size_t terminal_width(const char *text);
/* Replaces control characters, which a terminal would obey, by U+FFFD. */
void terminal_put(struct buffer *into, const char *text);
/* Shortens a member's name to 40 columns; the name itself where it is no longer. NULL: no memory. */
const char *terminal_shorten(struct arena *arena, const char *name);
void terminal_spaces(struct buffer *into, size_t n);
/* The text, spaces up to the width, and two between columns. */
void terminal_cell(struct buffer *into, const char *text, size_t width);

#endif
