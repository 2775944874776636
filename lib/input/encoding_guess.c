/* encoding_guess.c - which of the three encodings that statistics offices' files are in, besides
 * UTF-8, some bytes are text in.
 *
 * The one in which the most words are known to the vocabulary of trade; where none says more
 * than the others, the one whose letters lie together as words have them. */
#include <string.h>

#include "base/scan.h"
#include "input/encoding.h"
#include "vocabulary/vocabulary.h"

enum { LOOKED_AT = 16384, CELLS_LOOKED_AT = 400, LONGEST_CELL = 200 };

static const char *const offered[] = { "GB18030", "windows-1251", "windows-1252" };

enum { OFFERED = sizeof offered / sizeof *offered };

/* Letters ------------------------------------------------------------------------- */

static bool is_ascii_letter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* What tells the three encodings apart, counted in one pass over each. */
struct evidence {
    size_t high;    /* bytes above 0x7F */
    size_t small;   /* from 0xE0 on: the small letters of windows-1251 */
    size_t in_runs; /* with another such byte beside, and no ASCII letter */
    size_t hanzi;   /* bytes that make pairs of GB 2312's rows */
    bool broken;    /* as GB18030 */
};

static struct evidence weigh(const unsigned char *at, size_t n)
{
    struct evidence e = { 0 };

    for (size_t i = 0; i < n; i++) {
        unsigned char before = i > 0 ? at[i - 1] : ' ', after = i + 1 < n ? at[i + 1] : ' ';

        if (at[i] < 0x80)
            continue;
        e.high++;
        e.small += at[i] >= 0xE0;
        e.in_runs += (before >= 0x80 || after >= 0x80) && !is_ascii_letter(before) &&
                     !is_ascii_letter(after);
    }
    for (size_t i = 0; i + 1 < n; i++) {
        if (at[i] < 0x80)
            continue;
        e.hanzi += at[i] >= 0xA1 && at[i] <= 0xF7 && at[i + 1] >= 0xA1 ? 2 : 0;
        e.broken |= at[i] == 0x80 || at[i + 1] < 0x30 || at[i + 1] == 0x7F;
        i++;
    }
    return e;
}

/* Chinese text is pairs of GB 2312, nearly all of it; Russian words are runs of letters, mostly
 * small; the accented letters of the west stand alone among ASCII ones. */
static const char *guess_by_letters(const char *bytes, size_t n)
{
    struct evidence e = weigh((const unsigned char *)bytes, n);

    if (!e.broken && e.hanzi > e.high / 10 * 9 && e.small < e.high / 2)
        return "GB18030";
    return e.in_runs > e.high / 2 ? "windows-1251" : "windows-1252";
}

/* Words ----------------------------------------------------------------------------- */

static bool ends_cell(char c)
{
    return strchr(",;\t|\"\r\n", c) != NULL; /* NUL too */
}

static bool has_letters(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)text[i] >= 0x80)
            return true;
    return false;
}

/* Not by countries: a text that is none would be looked for in all of ICU's languages. */
static bool is_known(const char *text, size_t n)
{
    return header_find(text, n).role != HEADER_NONE || flow_find(text, n) != NULL;
}

/* How many cells with letters beyond ASCII say something. */
static size_t count_known(const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    size_t known = 0;

    for (size_t looked = 0; at < end && looked < CELLS_LOOKED_AT; at++) {
        const char *start = at;
        size_t length;

        while (at < end && !ends_cell(*at))
            at++;
        length = (size_t)(at - start);
        if (length > LONGEST_CELL || !has_letters(start, length))
            continue;
        known += is_known(start, length);
        looked++;
    }
    return known;
}

/* SIZE_MAX: memory ran out. */
static size_t count_known_as(const sheaf_alloc *alloc, const char *name, const char *bytes,
                             size_t n, sheaf_error *error)
{
    size_t capacity = 3 * n, known = SIZE_MAX; /* no character of the three takes more */
    struct decoder *decoder = decoder_create(alloc, name, error);
    char *text = memory_resize(alloc, NULL, 0, capacity), *into = text;
    const char *from = bytes;
    unsigned char bad;

    if (text == NULL)
        fail_memory(error);
    if (text != NULL && decoder != NULL) {
        decoder_run(decoder, &from, bytes + n, &into, text + capacity, false, &bad);
        known = count_known(text, (size_t)(into - text));
    }
    memory_free(alloc, text, capacity);
    decoder_destroy(decoder);
    return known;
}

const char *encoding_guess(const sheaf_alloc *alloc, const char *bytes, size_t n,
                           sheaf_error *error)
{
    const char *best = guess_by_letters(bytes, n);
    size_t most = 0, ascii = (size_t)(scan_past_ascii(bytes, bytes + n) - bytes);

    if (ascii > LOOKED_AT / 2) { /* the beginning of its line, mostly, and no letter */
        bytes += ascii - LOOKED_AT / 2;
        n -= ascii - LOOKED_AT / 2;
    }
    n = n < LOOKED_AT ? n : LOOKED_AT;
    for (size_t i = 0; i < OFFERED && error->status == SHEAF_OK; i++) {
        size_t known = count_known_as(alloc, offered[i], bytes, n, error);

        if (known > most || (known == most && known > 0 && offered[i] == best)) {
            most = known;
            best = offered[i];
        }
    }
    return best;
}
