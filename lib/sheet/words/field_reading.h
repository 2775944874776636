/* field_reading.h - a field while it is read: what the files field_*.c share. */
#ifndef SHEAF_SHEET_WORDS_FIELD_READING_H
#define SHEAF_SHEET_WORDS_FIELD_READING_H

#include "sheet/blocks/block.h"
#include "sheet/words/reading.h"

struct field_reading {
    struct markup_reading *reading;
    const struct sheet_scope *scope;
    const char *open, *at, *end; /* open: the brace */
    struct field *field;
    const char *expression; /* n bytes of the text of the scope below */
    size_t n;
    struct sheet_scope expression_scope;
    sheaf_error nothing; /* why there is no figure, unless '||' says what comes instead */
};

/* Where the part of a field ends that begins here: at one of the signs, outside of brackets and quotes.
 * NULL: the field does not end. */
const char *field_part_end(const char *at, const char *end, const char *signs);
/* Its length without the spaces at its end. */
size_t text_trimmed(const char *text, const char *end);
/* Says that the brace is never closed; false. */
bool field_fail_open(const struct field_reading *reading);

/* They read from reading->at on, and move it behind what they read. False after a failure. */
bool field_read_options(struct field_reading *reading);
bool field_read_branches(struct field_reading *reading);
bool field_read_missing(struct field_reading *reading);
/* Whether a branch has a label from first to last. */
bool field_has_label(const struct field *field, enum field_label first, enum field_label last);

#endif
