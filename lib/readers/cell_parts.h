/* cell_parts.h - a place in the text of a cell, for the files that read cells only. */
#ifndef SHEAF_READERS_CELL_PARTS_H
#define SHEAF_READERS_CELL_PARTS_H

#include <string.h>

#include "readers/cell.h"

struct cursor {
    const char *at, *end;
};

static inline bool cursor_take(struct cursor *c, const char *bytes)
{
    size_t n = strlen(bytes);

    if ((size_t)(c->end - c->at) < n || memcmp(c->at, bytes, n) != 0)
        return false;
    c->at += n;
    return true;
}

static inline bool cursor_take_any(struct cursor *c, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cursor_take(c, list[i]))
            return true;
    return false;
}

#define CURSOR_TAKE_ANY(cursor, list)                                                              \
    cursor_take_any((cursor), (list), sizeof(list) / sizeof *(list))

/* A space of any kind: U+00A0, U+2009, U+3000 … (cell_words.c). */
bool cursor_take_space(struct cursor *c);
void cursor_skip_spaces(struct cursor *c);
/* The text without spaces around it. */
struct cursor cell_trimmed(const char *text, size_t n);

/* What offices write in place of a number. */
struct missing_word {
    const char *word;     /* all of the cell; ASCII letters in either case */
    char status;          /* SDMX CL_OBS_STATUS: 'O' missing, 'M' cannot exist, 'N' not
                             significant, 'Q' suppressed */
    char confidentiality; /* SDMX CL_CONF_STATUS; '\0': not stated */
    bool is_zero;         /* stands for 0, exactly or nearly */
};

/* NULL: the text is no such word. */
const struct missing_word *cell_find_word(struct cursor c);
struct cell cell_of_missing(const struct missing_word *word);
/* Reads the rest of the cell, which must be flags only. */
bool cell_read_flag(struct cursor c, struct cell *cell);
/* Reads a word for "missing" with a flag: ": c", ":c", "- p", "n/a [e]". */
bool cell_read_flagged_word(struct cursor c, struct cell *cell);

#endif
