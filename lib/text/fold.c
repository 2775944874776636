/* fold.c - Unicode's NFKC_Casefold through ICU. */
#include "text/fold.h"

#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* Folding makes at most 18 code units of one (U+FDFA). */
enum { MOST_EACH = 18 };

const char *text_fold(struct arena *arena, const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    const size_t n = strlen(text);
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&status);
    UChar *units = arena_array(arena, UChar, n + 1);
    UChar *folded = arena_array(arena, UChar, MOST_EACH * n + 1);
    char *out = arena_array(arena, char, 3 * MOST_EACH * n + 1);
    int32_t length = 0;

    if (units == NULL || folded == NULL || out == NULL)
        return NULL;
    u_strFromUTF8WithSub(units, (int32_t)n + 1, &length, text, (int32_t)n, 0xFFFD, NULL, &status);
    length = unorm2_normalize(fold, units, length, folded, (int32_t)(MOST_EACH * n + 1), &status);
    u_strToUTF8(out, (int32_t)(3 * MOST_EACH * n + 1), NULL, folded, length, &status);
    return U_SUCCESS(status) ? out : text;
}
