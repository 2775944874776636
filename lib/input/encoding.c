/* encoding.c - detects the encoding of a text and decodes it to UTF-8, with ICU.
 *
 * A byte order mark decides; so do NULs in every other byte (UTF-16). Text that is well-formed
 * UTF-8 beyond ASCII is almost never anything else. The rest is a choice among the three other
 * encodings that statistics offices use (encoding_guess.c). */
#include "input/encoding.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "base/strings.h"

enum { NUL_WINDOW = 4096, PIVOT = 4096, DECLARATION_WINDOW = 2048 };

/* Detection ----------------------------------------------------------------- */

/* In UTF-16 many code units are ASCII characters with a high byte of NUL, and few have a low byte
 * of NUL. If there is nothing but ASCII, a quarter of the bytes at least must be such NULs, so
 * that a stray NUL in a file of bytes does not make it UTF-16. */
static bool is_utf16(const char *bytes, size_t n, size_t high_at)
{
    size_t ascii = 0, swapped = 0, others = 0;

    for (size_t i = 0; i + 1 < n; i += 2) {
        unsigned char high = (unsigned char)bytes[i + high_at];
        unsigned char low = (unsigned char)bytes[i + 1 - high_at];

        if (high == '\0' && low < ' ' && low != '\t' && low != '\n' && low != '\r')
            return false;
        ascii += high == '\0';
        swapped += low == '\0';
        others += high >= 0x80 || low >= 0x80;
    }
    if (others == 0 && ascii < n / 4)
        return false;
    return ascii > n / 32 && ascii > 4 * swapped;
}

/* Counts UTF-8 characters beyond ASCII, and bytes that belong to no character. A character that is
 * cut off by the end of a window that is not the last counts as neither. */
static void count_utf8(const char *bytes, size_t n, bool last, size_t *characters, size_t *strays)
{
    const char *at = bytes, *end = bytes + n;

    *characters = *strays = 0;
    while (at < end) {
        const char *start = at;
        bool ascii = (unsigned char)*at < 0x80;
        bool stray = utf8_next(&at, end) == UTF8_INVALID;

        if (stray && !last && utf8_is_cut(start, (size_t)(end - start)))
            return;
        *strays += stray;
        *characters += !stray && !ascii;
    }
}

struct encoding encoding_decide(const sheaf_alloc *alloc, const char *bytes, size_t n, bool last,
                                const char *declared, sheaf_error *error)
{
    size_t characters, strays;

    count_utf8(bytes, n, last, &characters, &strays);
    /* Up to one stray byte in eight characters: a damaged UTF-8 file. Text in another encoding
     * contains few valid UTF-8 characters. */
    if (strays <= characters / 8)
        return (struct encoding){ .name = "UTF-8" };
    if (declared != NULL)
        return (struct encoding){ .name = declared };
    return (struct encoding){ .name = encoding_guess(alloc, bytes, n, error), .guessed = true };
}

/* Declarations -------------------------------------------------------------- */

/* The text between quotation marks behind a word, up to end. */
static const char *quoted_after(const char *bytes, const char *end, const char *word, size_t *n)
{
    size_t length = strlen(word);

    for (const char *at = bytes; at + length < end; at++) {
        const char *close;

        if (memcmp(at, word, length) != 0)
            continue;
        at += length;
        while (at < end && (*at == '=' || *at == ' '))
            at++;
        close = at < end && (*at == '"' || *at == '\'')
                    ? memchr(at + 1, *at, (size_t)(end - at - 1))
                    : NULL;
        *n = close != NULL ? (size_t)(close - at - 1) : 0;
        return close != NULL ? at + 1 : NULL;
    }
    return NULL;
}

/* The encoding that <?xml … encoding="…"?> or the CODEPAGE="…"; of a PX file names, by ICU's name,
 * which is static. NULL: there is none, ICU does not know it, or it is not one of bytes. */
static const char *find_declared(const char *bytes, size_t n)
{
    char name[UCNV_MAX_CONVERTER_NAME_LENGTH];
    UErrorCode status = U_ZERO_ERROR;
    const char *text = NULL, *found,
               *end = bytes + (n < DECLARATION_WINDOW ? n : DECLARATION_WINDOW);
    size_t length = 0;

    if (n > 5 && memcmp(bytes, "<?xml", 5) == 0) {
        const char *close = memchr(bytes, '>', n);

        text = quoted_after(bytes, close != NULL ? close : end, "encoding", &length);
    } else if (n > 5 && bytes[0] >= 'A' && bytes[0] <= 'Z') {
        text = quoted_after(bytes, end, "CODEPAGE", &length);
    }
    if (text == NULL || length == 0 || length >= sizeof name)
        return NULL;
    memcpy(name, text, length);
    name[length] = '\0';
    found = ucnv_getAlias(name, 0, &status);
    if (U_FAILURE(status) || found == NULL || strncmp(found, "UTF-", 4) == 0)
        return NULL;
    return found;
}

struct encoding encoding_find(const char *bytes, size_t n)
{
    UErrorCode status = U_ZERO_ERROR;
    const char *name = ucnv_detectUnicodeSignature(bytes, (int32_t)n, NULL, &status);
    size_t window = n < NUL_WINDOW ? n : NUL_WINDOW;

    if (U_SUCCESS(status) && name != NULL)
        return (struct encoding){ .name = name };
    if (memchr(bytes, '\0', window) != NULL) {
        if (is_utf16(bytes, window, 1))
            return (struct encoding){ .name = "UTF-16LE" };
        if (is_utf16(bytes, window, 0))
            return (struct encoding){ .name = "UTF-16BE" };
        return (struct encoding){ .name = NULL };
    }
    return (struct encoding){ .name = "UTF-8", .open = true, .declared = find_declared(bytes, n) };
}

bool encoding_known(const char *name, const char *file, bool *utf8, sheaf_error *error)
{
    static const char *const usual[] = { "UTF-8",        "UTF-16",  "UTF-16LE",   "UTF-16BE",
                                         "ISO-8859-1",   "GB18030", "ISO-8859-5", "windows-1251",
                                         "windows-1252", "GBK",     "KOI8-R",     "Big5" };
    UErrorCode status = U_ZERO_ERROR;
    const char *nearest;

    *utf8 = ucnv_compareNames(name, "UTF-8") == 0;
    if (name[0] != '\0' && ucnv_countAliases(name, &status) > 0 && U_SUCCESS(status))
        return true;
    nearest = string_nearest(name, strlen(name), usual, sizeof usual / sizeof *usual);
    if (nearest != NULL)
        fail_at(error, SHEAF_BAD_ARGUMENT, (struct place){ .file = file },
                "no encoding is named '%.60s'; did you mean '%s'?", name, nearest);
    else
        fail_at(error, SHEAF_BAD_ARGUMENT, (struct place){ .file = file },
                "no encoding is named '%.60s'; usual ones are UTF-8, UTF-16, ISO-8859-1, "
                "windows-1251, windows-1252 and GB18030",
                name);
    return false;
}

/* Decoding ------------------------------------------------------------------ */

struct decoder {
    sheaf_alloc alloc;
    UConverter *from, *to;
    UChar pivot[PIVOT], *pivot_source, *pivot_target;
    bool begun;
    bool pending; /* output remains that the caller's buffer had no room for */
    char bad[8];  /* bytes that make no character */
    int8_t bad_n; /* number of them; 0: none so far */
};

void decoder_destroy(struct decoder *decoder)
{
    if (decoder == NULL)
        return;
    ucnv_close(decoder->from);
    ucnv_close(decoder->to);
    memory_free(&decoder->alloc, decoder, sizeof *decoder);
}

struct decoder *decoder_create(const sheaf_alloc *alloc, const char *name, sheaf_error *error)
{
    struct decoder *decoder = memory_resize(alloc, NULL, 0, sizeof *decoder);
    UErrorCode status = U_ZERO_ERROR;

    if (decoder == NULL) {
        fail_memory(error);
        return NULL;
    }
    decoder->alloc = *memory_or_default(alloc);
    decoder->from = ucnv_open(name, &status);
    decoder->to = ucnv_open("UTF-8", &status);
    decoder->pivot_source = decoder->pivot_target = decoder->pivot;
    decoder->begun = decoder->pending = false;
    decoder->bad_n = 0;
    decoder->bad[0] = '\0';
    ucnv_setToUCallBack(decoder->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    if (U_SUCCESS(status))
        return decoder;
    fail(error, status == U_MEMORY_ALLOCATION_ERROR ? SHEAF_NO_MEMORY : SHEAF_SYSTEM,
         "ICU cannot decode %.60s: %s", name, u_errorName(status));
    decoder_destroy(decoder);
    return NULL;
}

bool decoder_has_more(const struct decoder *decoder)
{
    return decoder->pending;
}

static void convert(struct decoder *decoder, const char **from, const char *end, char **into,
                    const char *limit, bool last)
{
    UErrorCode status = U_ZERO_ERROR;

    ucnv_convertEx(decoder->to, decoder->from, into, limit, from, end, decoder->pivot,
                   &decoder->pivot_source, &decoder->pivot_target, decoder->pivot + PIVOT,
                   !decoder->begun, last, &status);
    decoder->begun = true;
    decoder->pending = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_SUCCESS(status) || decoder->pending)
        return;
    status = U_ZERO_ERROR;
    decoder->bad_n = sizeof decoder->bad;
    ucnv_getInvalidChars(decoder->from, decoder->bad, &decoder->bad_n, &status);
}

/* Writes what was decoded before the bad bytes: it is still in the pivot buffer. */
static void drain(struct decoder *decoder, char **into, const char *limit)
{
    UErrorCode status = U_ZERO_ERROR;
    const UChar *source = decoder->pivot_source;

    ucnv_fromUnicode(decoder->to, into, limit, &source, decoder->pivot_target, NULL, false,
                     &status);
    decoder->pivot_source += source - decoder->pivot_source;
    decoder->pending = status == U_BUFFER_OVERFLOW_ERROR;
}

size_t decoder_run(struct decoder *decoder, const char **from, const char *end, char **into,
                   const char *limit, bool last, unsigned char *bad)
{
    if (decoder->bad_n == 0)
        convert(decoder, from, end, into, limit, last);
    if (decoder->bad_n > 0)
        drain(decoder, into, limit);
    *bad = (unsigned char)decoder->bad[0];
    return decoder->pending ? 0 : (size_t)decoder->bad_n;
}
