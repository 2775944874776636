/* encoding_guess.c - chooses among the three encodings that statistics offices use besides UTF-8.
 *
 * It is the encoding in which the most cells are known words of trade. On a tie, it is the one in
 * which the letters form the longest runs of one alphabet. */
#include <string.h>

#include "base/scan.h"
#include "input/encoding.h"
#include "vocabulary/vocabulary.h"

enum { MAX_BYTES = 16384, MAX_CELLS = 400, MAX_CELL_BYTES = 200 };

static const char *const candidates[] = { "GB18030", "windows-1251", "windows-1252" };

enum { CANDIDATES = sizeof candidates / sizeof *candidates };

/* Letters ------------------------------------------------------------------------- */

static bool is_ascii_letter(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Counts of bytes by which the three encodings differ. */
struct evidence {
    size_t high;       /* bytes above 0x7F */
    size_t lower_case; /* bytes from 0xE0 on: lower-case letters in windows-1251 */
    size_t in_runs;    /* high bytes beside another high byte, and beside no ASCII letter */
    size_t hanzi;      /* bytes in pairs that are characters of GB 2312 */
    bool broken;       /* some pair is not valid GB18030 */
};

static struct evidence count_evidence(const unsigned char *at, size_t n)
{
    struct evidence e = { 0 };

    for (size_t i = 0; i < n; i++) {
        unsigned char before = i > 0 ? at[i - 1] : ' ', after = i + 1 < n ? at[i + 1] : ' ';

        if (at[i] < 0x80)
            continue;
        e.high++;
        e.lower_case += at[i] >= 0xE0;
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

/* Chinese text is almost only pairs of GB 2312. Russian words are runs of letters, mostly in lower
 * case. Accented letters of western languages stand alone among ASCII letters. */
static const char *guess_by_letters(const char *bytes, size_t n)
{
    struct evidence e = count_evidence((const unsigned char *)bytes, n);

    if (!e.broken && e.hanzi > e.high / 10 * 9 && e.lower_case < e.high / 2)
        return "GB18030";
    return e.in_runs > e.high / 2 ? "windows-1251" : "windows-1252";
}

/* Words ----------------------------------------------------------------------------- */

static bool ends_cell(char c)
{
    return strchr(",;\t|\"\r\n", c) != NULL; /* strchr also finds the NUL */
}

static bool has_letters(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)text[i] >= 0x80)
            return true;
    return false;
}

/* Countries are left out: each text that is none would be looked up in all of ICU's languages. */
static bool is_known(const char *text, size_t n)
{
    return header_find(text, n).role != HEADER_NONE || flow_find(text, n) != NULL;
}

/* Counts the known words among the first cells with letters beyond ASCII. */
static size_t count_known(const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    size_t known = 0;

    for (size_t cells = 0; at < end && cells < MAX_CELLS; at++) {
        const char *start = at;
        size_t length;

        while (at < end && !ends_cell(*at))
            at++;
        length = (size_t)(at - start);
        if (length > MAX_CELL_BYTES || !has_letters(start, length))
            continue;
        known += is_known(start, length);
        cells++;
    }
    return known;
}

/* Decodes the bytes and counts known words. SIZE_MAX: failed. */
static size_t count_known_as(const sheaf_alloc *alloc, const char *name, const char *bytes,
                             size_t n, sheaf_error *error)
{
    /* No byte of the three encodings becomes more than three bytes of UTF-8. */
    size_t capacity = 3 * n, known = SIZE_MAX;
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
    size_t max = 0, ascii = (size_t)(scan_past_ascii(bytes, bytes + n) - bytes);

    /* Start shortly before the first byte above 0x7F, which includes the start of its line. */
    if (ascii > MAX_BYTES / 2) {
        bytes += ascii - MAX_BYTES / 2;
        n -= ascii - MAX_BYTES / 2;
    }
    n = n < MAX_BYTES ? n : MAX_BYTES;
    for (size_t i = 0; i < CANDIDATES && error->status == SHEAF_OK; i++) {
        size_t known = count_known_as(alloc, candidates[i], bytes, n, error);

        if (known > max || (known == max && known > 0 && candidates[i] == best)) {
            max = known;
            best = candidates[i];
        }
    }
    return best;
}
