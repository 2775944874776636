/* digest.h - SHA-256 (libmd): of a file, of a style or script that a page allows, and of several texts as
 * one. */
#ifndef SHEAF_BASE_DIGEST_H
#define SHEAF_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

struct digest {
    uint8_t bytes[32];
};

enum { DIGEST_TEXT = 65 }; /* in hexadecimal, with its NUL */

struct digest digest_of(const void *bytes, size_t n);
void digest_text(const struct digest *digest, char out[DIGEST_TEXT]);

/* Of several texts and blocks, each with its length: digest_begin(&state), … */
struct digesting {
    size_t words[32]; /* libmd's state, of 24 */
};
void digest_begin(struct digesting *state);
void digest_add(struct digesting *state, const void *bytes, size_t n);
void digest_add_text(struct digesting *state, const char *text); /* NULL differs from "" */
struct digest digest_end(struct digesting *state);

#endif
