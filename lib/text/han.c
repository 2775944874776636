/* han.c - languages and scripts that share the Han characters. */
#include "text/han.h"

#include <unicode/uscript.h>

static const struct han_region han_regions[] = {
    { "zh-hant-hk", "hk", "zh-hk", "Noto Sans CJK HK" },
    { "zh-hk", "hk", "zh-hk", "Noto Sans CJK HK" },
    { "zh-mo", "hk", "zh-hk", "Noto Sans CJK HK" },
    { "zh-hant", "tc", "zh-tw", "Noto Sans CJK TC" },
    { "zh-tw", "tc", "zh-tw", "Noto Sans CJK TC" },
    { "ja", "jp", "ja", "Noto Sans CJK JP" },
    { "ko", "kr", "ko", "Noto Sans CJK KR" },
    { "", "sc", "zh-cn", "Noto Sans CJK SC" }, /* every other locale */
};

bool starts_with_ignoring_case(const char *text, const char *start)
{
    for (; *start != '\0'; text++, start++) {
        char c = *text >= 'A' && *text <= 'Z' ? (char)(*text + 'a' - 'A') : *text;
        if (c != *start)
            return false;
    }
    return true;
}

const struct han_region *han_region_of(const char *locale)
{
    const struct han_region *region = han_regions;

    while (!starts_with_ignoring_case(locale, region->locale))
        region++;
    return region;
}

bool is_han(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    switch (uscript_getScript((UChar32)code, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return true;
    default: /* punctuation and full-width forms that Han faces share */
        return (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFFEF);
    }
}
