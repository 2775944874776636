/* reading.h - a text while it is read; only for this folder.
 *
 * A text is masked first: every field, and every sign that is meant as itself, becomes one letter of a
 * private-use plane, so that none of them is ever markup. Then CommonMark is read, and the letters
 * become what they stand for. */
#ifndef SHEAF_SHEET_WORDS_READING_H
#define SHEAF_SHEET_WORDS_READING_H

#include "base/buffer.h"
#include "sheet/words/field.h"

/* U+100000 + number of the mask. */
enum { FIRST_MASK = 0x100000, MOST_MASKS = 0xFFFD, DEEPEST_FIELD = 6 };

/* What a letter stands for: a part, or n bytes, which may be none. */
struct text_mask {
    const struct markup_part *part;
    const char *literal;
    size_t n;
};

/* The masked text from offset on is the source's own from source on, or one letter. */
struct origin {
    size_t offset;
    const char *source;
    bool is_letter;
};

struct masked {
    struct buffer text;
    struct text_mask *masks;
    size_t n_masks, mask_capacity;
    struct origin *origins;
    size_t n_origins, origin_capacity;
};

/* "[^1]: words", taken out before anything else is read. */
struct footnote {
    const char *start, *end; /* of the definition's lines */
    const char *name;        /* n bytes */
    size_t n;
    struct markup *note;
    bool is_used;
    struct footnote *next;
};

struct markup_reading {
    const struct sheet_scope *scope;
    unsigned flags;
    const char *end;     /* of the text */
    int depth;           /* of fields in fields */
    bool is_wrong;       /* a mistake is told already */
    sheaf_error nothing; /* the first lack of data, which is the block's to judge */
    struct footnote *footnotes;
};

/* masked.c */
void masked_init(struct masked *masked, const struct sheet_scope *scope);
void masked_free(struct masked *masked, const struct sheet_scope *scope);
/* The source's n bytes as they are. False after a failure, as below. */
bool masked_copy(struct masked *masked, const struct sheet_scope *scope, const char *source,
                 size_t n);
/* One letter for n bytes that are kept, or for a part. */
bool masked_letter(struct masked *masked, const struct sheet_scope *scope, const char *source,
                   struct text_mask mask);
/* Where the byte of the masked text comes from. */
const char *masked_source(const struct masked *masked, size_t offset);
/* The mask of a letter; NULL: it is none. */
const struct text_mask *masked_mask(const struct masked *masked, uint32_t code);

/* mask.c: masks the text from *at on, up to end or, within a branch, to its '|' or '}', where *at then
 * is. around: the field whose branch it is; NULL: none. */
bool mask_text(struct markup_reading *reading, struct masked *masked, const char **at,
               const char *end, const struct field *around);

/* field_read.c: reads the field behind the brace at *at, and moves *at behind its end. NULL after a
 * failure. around: as above. */
struct markup_part *read_field(struct markup_reading *reading, const char **at,
                               const struct field *around);

/* footnotes.c */
bool read_footnotes(struct markup_reading *reading, const char *text);
struct footnote *footnote_at(const struct markup_reading *reading, const char *at);
struct footnote *find_footnote(const struct markup_reading *reading, const char *name, size_t n);

/* common_mark.c: the paragraphs of a masked text, at least one. NULL after a failure. */
struct markup *read_common_mark(struct markup_reading *reading, struct masked *masked);
#define OPEN_STRONG_MISTAKE "'**' is not closed in its paragraph"
/* Masks and reads a text of one paragraph. NULL after a failure. */
struct markup *read_one_paragraph(struct markup_reading *reading, const char **at, const char *end,
                                  const struct field *around);

static inline bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline const char *skip_spaces(const char *at, const char *end)
{
    while (at < end && is_space(*at))
        at++;
    return at;
}

#endif
