/* encoding.h - which encoding a text is in, and the text as UTF-8 (through ICU). A byte order
 * mark comes out as the character that it is, U+FEFF. */
#ifndef SHEAF_INPUT_ENCODING_H
#define SHEAF_INPUT_ENCODING_H

#include "base/memory.h"

struct encoding {
    const char *name; /* as ICU takes it, "UTF-8" among them; static; NULL: not text */
    bool open;        /* ASCII, as far as is known: the first byte above 0x7F decides */
    bool guessed;     /* from what the bytes would say; may be wrong */
};

/* From the first bytes of a file. */
struct encoding encoding_find(const char *bytes, size_t n);
/* From n bytes of which one, at least, is above 0x7F, in a text that began in ASCII. last: there
 * are no more. Memory that runs out goes to error. */
struct encoding encoding_decide(const sheaf_alloc *alloc, const char *bytes, size_t n, bool last,
                                sheaf_error *error);
/* Of the three that are not UTF-8 and tables are in, the likeliest (encoding_guess.c). */
const char *encoding_guess(const sheaf_alloc *alloc, const char *bytes, size_t n,
                           sheaf_error *error);

/* False, and failed at file, when ICU knows no such encoding. *utf8: its text needs no
 * decoding. */
bool encoding_known(const char *name, const char *file, bool *utf8, sheaf_error *error);

struct decoder;
/* NULL when memory runs out. name: known. */
struct decoder *decoder_create(const sheaf_alloc *alloc, const char *name, sheaf_error *error);
void decoder_destroy(struct decoder *decoder);

/* Decodes from *from (< end) into *into (< limit), and moves both past what was done. last:
 * nothing follows end. Returns 0, or how many of the bytes up to *from make no character; *bad
 * is the first of them. */
size_t decoder_run(struct decoder *decoder, const char **from, const char *end, char **into,
                   const char *limit, bool last, unsigned char *bad);
/* True when the last run ended for want of room. */
bool decoder_has_more(const struct decoder *decoder);

#endif
