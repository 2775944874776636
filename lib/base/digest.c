/* digest.c - SHA-256 through libmd. */
#include "base/digest.h"

#include <sha2.h>
#include <string.h>

_Static_assert(sizeof(SHA2_CTX) <= sizeof(struct digesting), "libmd's state fits");
_Static_assert(_Alignof(SHA2_CTX) <= _Alignof(struct digesting), "libmd's state is aligned");

static SHA2_CTX *state_of(struct digesting *state)
{
    return (SHA2_CTX *)(void *)state->words;
}

void digest_begin(struct digesting *state)
{
    SHA256Init(state_of(state));
}

/* The length goes first, so that no two lists of texts are one. */
void digest_add(struct digesting *state, const void *bytes, size_t n)
{
    const uint64_t length = n;

    SHA256Update(state_of(state), (const uint8_t *)&length, sizeof length);
    SHA256Update(state_of(state), bytes, n);
}

void digest_add_text(struct digesting *state, const char *text)
{
    digest_add(state, text != NULL ? text : "", text != NULL ? strlen(text) + 1 : 0);
}

struct digest digest_end(struct digesting *state)
{
    struct digest digest;

    SHA256Final(digest.bytes, state_of(state));
    return digest;
}

struct digest digest_of(const void *bytes, size_t n)
{
    struct digesting state;
    struct digest digest;

    digest_begin(&state);
    SHA256Update(state_of(&state), bytes, n);
    SHA256Final(digest.bytes, state_of(&state));
    return digest;
}

void digest_text(const struct digest *digest, char out[DIGEST_TEXT])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < sizeof digest->bytes; i++) {
        out[2 * i] = digits[digest->bytes[i] >> 4];
        out[2 * i + 1] = digits[digest->bytes[i] & 15];
    }
    out[DIGEST_TEXT - 1] = '\0';
}
