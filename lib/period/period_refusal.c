/* period_refusal.c - explains why an ambiguous text ("2023/24", "01/02/2023") is not read. */
#include "period/period_words.h"

#include <string.h>

#include "period/period_usage.h"

/* Writes "2023/24" as "dddd/dd". False when the text is longer than every known pattern. */
static bool read_pattern(const char *text, size_t n, char out[16])
{
    if (n >= 16)
        return false;
    for (size_t i = 0; i < n; i++) {
        bool is_letter = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z');

        out[i] = text[i] >= '0' && text[i] <= '9' ? 'd' : is_letter ? 'a' : text[i];
    }
    out[n] = '\0';
    return true;
}

const char *period_refusal(const char *text, size_t n)
{
    static const char financial[] = "could be a financial year or two calendar years; write "
                                    "2023-04-01/P1Y for a year from April, 2023-01-01/P2Y for two";
    static const char slash[] = "could be a financial year, two calendar years or a month; write "
                                "2023-04-01/P1Y, 2023-01-01/P2Y or 2023-04";
    static const char named[] =
        "does not say in which month the financial year begins, and whether "
        "it begins or ends in the year it is named after; write "
        "2022-04-01/P1Y for a year from April";
    static const char order[] =
        "does not say which is the day and which the month; write 2023-04-15";
    static const char part[] = "could be a month or a quarter; write 2023-04 or 2023-Q4";
    static const char century[] = "could end in a day or a year; write the year with four digits";
    static const struct {
        const char *pattern, *reason;
    } patterns[] = {
        { "dddd/dd", slash },    { "dddd/dddd", financial }, { "dd/dd/dddd", order },
        { "d/d/dddd", order },   { "dd/d/dddd", order },     { "d/dd/dddd", order },
        { "dd.dd.dddd", order }, { "dd-dd-dddd", order },    { "dd/dd/dd", order },
        { "dddd-d", part },      { "d/dddd", part },         { "d.dddd", part },
        { "aaa-dd", century },   { "aaa dd", century },
    };
    char pattern[16];

    if (period_is_financial(text, n) && (*text < '0' || *text > '9'))
        return named;
    if (period_is_financial(text, n) && (n != 7 || text[4] != '/'))
        return financial;
    if (!read_pattern(text, n, pattern))
        return NULL;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(pattern, patterns[i].pattern) == 0)
            return patterns[i].reason;
    return NULL;
}
