/* words.c - the few words that only charts say. */
#include "chart/words/words.h"

#include <string.h>

#include "base/strings.h"

static const struct {
    const char *language;
    const char *words[CHART_WORD_COUNT];
} vocabulary[] = {
    { "en",
      { "Bar chart", "Line chart", "Bar and line chart", "Targets", "first", "latest", "lowest",
        "highest" } },
    { "ru",
      { "Столбчатая диаграмма", "Линейный график", "Столбцы и линия", "Цели", "первое значение",
        "последнее", "наименьшее", "наибольшее" } },
    { "kk",
      { "Бағанды диаграмма", "Сызықтық график", "Бағандар мен сызық", "Мақсаттар", "алғашқы мән",
        "соңғысы", "ең азы", "ең көбі" } },
    { "zh", { "柱状图", "折线图", "柱线图", "目标", "首个数值", "最新", "最低", "最高" } },
};

static bool speaks(const char *locale, const char *language)
{
    size_t n = strcspn(locale, "-_");

    return strlen(language) == n && strncmp(locale, language, n) == 0;
}

const char *chart_word(const char *locale, enum chart_word word)
{
    for (size_t i = 0; i < sizeof vocabulary / sizeof *vocabulary; i++)
        if (speaks(locale, vocabulary[i].language))
            return vocabulary[i].words[word];
    return vocabulary[0].words[word];
}

const char *words_comma(const char *locale)
{
    if (speaks(locale, "ar") || speaks(locale, "ug") || speaks(locale, "fa") ||
        speaks(locale, "ur"))
        return "\xD8\x8C ";
    return speaks(locale, "zh") ? "\xEF\xBC\x8C" : speaks(locale, "ja") ? "\xE3\x80\x81" : ", ";
}

const char *words_colon(const char *locale)
{
    if (speaks(locale, "fr"))
        return "\xC2\xA0: ";
    return speaks(locale, "zh") || speaks(locale, "ja") ? "\xEF\xBC\x9A" : ": ";
}

bool words_count_by_myriads(const char *locale)
{
    return speaks(locale, "zh") || speaks(locale, "ja");
}

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

static uint32_t small_of(uint32_t code)
{
    static const uint32_t steps[] = { 0x20, 0x50, 1 };

    for (size_t i = 0; i < 3; i++)
        if (capital_of(code + steps[i]) == code)
            return code + steps[i];
    return code;
}

/* The text with its first letter put through change. */
static const char *change_first(struct arena *arena, const char *text, uint32_t (*change)(uint32_t))
{
    const char *rest = text;
    uint32_t first = text[0] == '\0' ? 0 : utf8_next(&rest, text + strlen(text));
    uint32_t changed = first == UTF8_INVALID ? first : change(first);

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

const char *capitalized(struct arena *arena, const char *text)
{
    return change_first(arena, text, capital_of);
}

const char *uncapitalized(struct arena *arena, const char *text)
{
    return change_first(arena, text, small_of);
}
