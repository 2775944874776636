/* encoding.h - detects the encoding of a text and decodes it to UTF-8, with ICU. A byte order mark
 * is decoded to U+FEFF. */
#ifndef SHEAF_INPUT_ENCODING_H
#define SHEAF_INPUT_ENCODING_H

#include "base/memory.h"

struct encoding {
    const char *name;     /* for ICU, "UTF-8" included; static; NULL: the bytes are not text */
    bool open;            /* only ASCII so far: the first byte above 0x7F will decide */
    bool guessed;         /* from the words that the bytes would spell; may be wrong */
    const char *declared; /* by an XML declaration or CODEPAGE of a PX file; NULL: by none */
};

/* Detects the encoding from the first bytes of a file. */
struct encoding encoding_find(const char *bytes, size_t n);
/* Detects the encoding of a text that began in ASCII, from n bytes of which at least one is above
 * 0x7F. last: the text ends with them. declared: of encoding_find, which holds unless the text is
 * UTF-8. Fails into error when memory runs out. */
struct encoding encoding_decide(const sheaf_alloc *alloc, const char *bytes, size_t n, bool last,
                                const char *declared, sheaf_error *error);
/* The most likely of GB18030, windows-1251 and windows-1252 (encoding_guess.c). */
const char *encoding_guess(const sheaf_alloc *alloc, const char *bytes, size_t n,
                           sheaf_error *error);

/* False, and failed at file, when ICU does not know the encoding. *utf8: it is UTF-8, which needs
 * no decoding. */
bool encoding_known(const char *name, const char *file, bool *utf8, sheaf_error *error);

struct decoder;
/* name must be an encoding that ICU knows. NULL: failed. */
struct decoder *decoder_create(const sheaf_alloc *alloc, const char *name, sheaf_error *error);
void decoder_destroy(struct decoder *decoder);

/* Decodes from *from (< end) into *into (< limit), and moves both past what was decoded. last:
 * the text ends at end. Returns 0, or the number of bytes before *from that make no character;
 * then *bad is the first of them. */
size_t decoder_run(struct decoder *decoder, const char **from, const char *end, char **into,
                   const char *limit, bool last, unsigned char *bad);
/* True when the last run stopped because the output was full. */
bool decoder_has_more(const struct decoder *decoder);

#endif
