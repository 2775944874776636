/* statuses.c - finds SDMX's letter for a status or a confidentiality. */
#include "vocabulary/statuses.h"

#include <string.h>

#include "vocabulary/normalised.h"

struct named_letter {
    const char *text;
    char letter;
};

static const struct named_letter statuses[] = {
    { "normal", 'A' },
    { "normal value", 'A' },
    { "final", 'A' },
    { "actual", 'A' },
    { "окончательно", 'A' },
    { "окончательные данные", 'A' },
    { "түпкілікті", 'A' },
    { "正常", 'A' },
    { "最终", 'A' },
    { "break", 'B' },
    { "break in series", 'B' },
    { "break in time series", 'B' },
    { "time series break", 'B' },
    { "разрыв ряда", 'B' },
    { "definition differs", 'D' },
    { "est", 'E' },
    { "estimate", 'E' },
    { "estimated", 'E' },
    { "estimated value", 'E' },
    { "оценка", 'E' },
    { "оценочно", 'E' },
    { "бағалау", 'E' },
    { "估计", 'E' },
    { "估算", 'E' },
    { "forecast", 'F' },
    { "forecast value", 'F' },
    { "projection", 'F' },
    { "прогноз", 'F' },
    { "болжам", 'F' },
    { "预测", 'F' },
    { "experimental", 'G' },
    { "experimental value", 'G' },
    { "imputed", 'I' },
    { "imputation", 'I' },
    { "imputed value", 'I' },
    { "not collected", 'L' },
    { "missing value data exist but were not collected", 'L' },
    { "cannot exist", 'M' },
    { "data cannot exist", 'M' },
    { "missing value data cannot exist", 'M' },
    { "not applicable", 'M' },
    { "не применимо", 'M' },
    { "not significant", 'N' },
    { "negligible", 'N' },
    { "missing", 'O' },
    { "missing value", 'O' },
    { "not available", 'O' },
    { "нет данных", 'O' },
    { "деректер жоқ", 'O' },
    { "缺失", 'O' },
    { "prel", 'P' },
    { "prelim", 'P' },
    { "preliminary", 'P' },
    { "provisional", 'P' },
    { "provisional value", 'P' },
    { "предварительно", 'P' },
    { "предварительные", 'P' },
    { "предварительные данные", 'P' },
    { "алдын ала", 'P' },
    { "алдын ала деректер", 'P' },
    { "初步", 'P' },
    { "初步数据", 'P' },
    { "suppressed", 'Q' },
    { "missing value suppressed", 'Q' },
    { "low reliability", 'U' },
    { "unreliable", 'U' },
    { "unvalidated", 'V' },
    { "unvalidated value", 'V' },
};

static const struct named_letter confidentialities[] = {
    { "free", 'F' },
    { "free for publication", 'F' },
    { "confidential", 'C' },
    { "confidential statistical information", 'C' },
    { "конфиденциально", 'C' },
    { "құпия", 'C' },
    { "保密", 'C' },
    { "conf", 'C' },
    { "not for publication", 'N' },
    { "not for publication restricted for internal use only", 'N' },
    { "secondary confidentiality", 'D' },
    { "secondary confidentiality set by the sender not for publication", 'D' },
};

static char find(const char *text, size_t n, const char *letters, const struct named_letter *list,
                 size_t count)
{
    size_t code = code_length(text, n);
    struct normalised normalised;

    if (!normalise(&normalised, text, code))
        return '\0';
    if (normalised.n == 1) {
        char letter = (char)(normalised.text[0] - 'a' + 'A');

        return letter >= 'A' && letter <= 'Z' && strchr(letters, letter) != NULL ? letter : '\0';
    }
    for (size_t i = 0; i < count; i++)
        if (normalised_is(&normalised, list[i].text))
            return list[i].letter;
    return '\0';
}

char status_find(const char *text, size_t n)
{
    return find(text, n, "ABDEFGILMNOPQUV", statuses, sizeof statuses / sizeof *statuses);
}

char confidentiality_find(const char *text, size_t n)
{
    return find(text, n, "ACDFGMNOPST", confidentialities,
                sizeof confidentialities / sizeof *confidentialities);
}
