/* words.c - words as they begin a line. */
#include "chart/words/words.h"

#include <string.h>

#include "base/strings.h"
#include "period/period.h"

/* Simple case mappings of the letters that our languages begin words with. */
static uint32_t capital_of(uint32_t code)
{
    bool latin1 = (code >= 0xE0 && code <= 0xFE && code != 0xF7);
    bool cyrillic_pairs = (code >= 0x460 && code <= 0x481) || (code >= 0x48A && code <= 0x4BF) ||
                          (code >= 0x4D0 && code <= 0x52F);

    if ((code >= 'a' && code <= 'z') || latin1 ||
        (code >= 0x3B1 && code <= 0x3C9 && code != 0x3C2) || (code >= 0x430 && code <= 0x44F))
        return code - 0x20;
    if (code >= 0x450 && code <= 0x45F)
        return code - 0x50;
    if (cyrillic_pairs)
        return code & ~UINT32_C(1);
    return code;
}

const char *capitalized(struct arena *arena, const char *text)
{
    const char *rest = text;
    uint32_t first = text[0] == '\0' ? 0 : utf8_next(&rest, text + strlen(text));
    uint32_t changed = first == UTF8_INVALID ? first : capital_of(first);

    if (changed == first)
        return text;
    char head[4];
    size_t n = utf8_write(head, changed), length = strlen(rest);
    char *whole = arena_take(arena, n + length + 1, 1);
    if (whole == NULL)
        return NULL;
    memcpy(whole, head, n);
    memcpy(whole + n, rest, length + 1);
    return whole;
}

char *period_words(struct text *text, struct arena *arena, sheaf_period period,
                   enum period_form form)
{
    if (period.unit == SHEAF_NUMBER)
        return format_number(text, arena, sheaf_period_as_number(period),
                             period_number_decimals(period));
    return format_period(text, arena, period_interval(period), form);
}
