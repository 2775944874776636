/* mask_parts.h - what the parts of masking share (reading.h, mask_text). */
#ifndef SHEAF_SHEET_WORDS_MASK_PARTS_H
#define SHEAF_SHEET_WORDS_MASK_PARTS_H

#include "sheet/words/reading.h"

struct masking {
    struct markup_reading *reading;
    struct masked *masked;
    const char *start, *at, *end;
    const struct field *around;
    const char *strong;       /* the "**" that is open; NULL: none */
    const char *dropped_from; /* the "][name]" of a reference link */
    const char *dropped_to;
};

const struct sheet_scope *masking_scope(const struct masking *masking);
bool masking_has_paragraphs(const struct masking *masking);
/* The next n bytes, as they are. */
bool masking_copy(struct masking *masking, size_t n);
/* The n bytes as themselves, whatever they mean elsewhere; then goes on behind `skip` bytes. */
bool masking_put(struct masking *masking, const char *bytes, size_t n, size_t skip);
/* A letter that shows nothing. */
bool masking_separate(struct masking *masking);
/* True of the '|' or '}' that ends a branch. */
bool masking_ends_branch(const struct masking *masking, const char *at);
/* False, and a mistake: a "**" is open. */
bool masking_strong_is_closed(struct masking *masking);
bool mask_starts_with(const char *at, const char *end, const char *word);

/* Emphasis (mask_emphasis.c). */
bool mask_is_ascii_punctuation(char c);
bool mask_is_punctuation(uint32_t code);
bool mask_is_blank(uint32_t code);
/* The character before, or behind n bytes; a space at either end of the text. */
uint32_t masking_code_before(const struct masking *masking);
uint32_t masking_code_behind(const struct masking *masking, size_t n);
/* At one or several '*'. */
bool mask_stars(struct masking *masking);

/* At '[': a link, a footnote's mark, or the bracket itself (mask_brackets.c). */
bool mask_bracket(struct masking *masking);

/* At the beginning of a line of a text with paragraphs. *done: the line is dealt with (mask_lines.c). */
bool masking_begin_line(struct masking *masking, bool *done);

#endif
