/* mask_emphasis.c - stars, beside whatever they stand.
 *
 * "**" opens and closes in turn, whatever stands beside it: CommonMark itself would not end
 * "**「中国」**增长" there. A letter on its inner side makes it do so. */
#include "base/strings.h"
#include "sheet/words/mask_parts.h"

bool mask_is_ascii_punctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/* Unicode's quotation marks, dashes, and the signs of Chinese and Arabic. */
bool mask_is_punctuation(uint32_t code)
{
    return (code < 0x80 && mask_is_ascii_punctuation((char)code)) ||
           (code >= 0xA1 && code <= 0xBF) || code == 0x60C || code == 0x61B || code == 0x61F ||
           (code >= 0x2010 && code <= 0x205E) || (code >= 0x3001 && code <= 0x303F) ||
           (code >= 0xFF01 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20);
}

uint32_t masking_code_before(const struct masking *masking)
{
    const char *at = masking->at;

    if (at == masking->start)
        return ' ';
    do
        at--;
    while (at > masking->start && ((unsigned char)*at & 0xC0) == 0x80);
    return utf8_next(&at, masking->end);
}

uint32_t masking_code_behind(const struct masking *masking, size_t n)
{
    const char *at = masking->at + n;

    return at < masking->end ? utf8_next(&at, masking->end) : ' ';
}

bool mask_is_blank(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0x3000;
}

static bool mask_one_star(struct masking *masking)
{
    uint32_t before = masking_code_before(masking), behind = masking_code_behind(masking, 1);
    bool opens =
        mask_is_punctuation(behind) && !mask_is_blank(before) && !mask_is_punctuation(before);
    bool closes =
        mask_is_punctuation(before) && !mask_is_blank(behind) && !mask_is_punctuation(behind);

    return (!closes || masking_separate(masking)) && masking_copy(masking, 1) &&
           (!opens || masking_separate(masking));
}

bool mask_stars(struct masking *masking)
{
    size_t n = 0;

    while (masking->at + n < masking->end && masking->at[n] == '*')
        n++;
    if (n == 1)
        return mask_one_star(masking);
    if (n > 3)
        return masking_copy(masking, n);
    if (masking->strong != NULL) {
        masking->strong = NULL;
        return masking_separate(masking) && masking_copy(masking, n);
    }
    masking->strong = masking->at;
    return masking_copy(masking, n) && masking_separate(masking);
}
