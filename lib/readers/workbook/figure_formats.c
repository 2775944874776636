/* figure_formats.c - number formats of workbooks: what a code such as "#,##0.0,," makes of a number,
 * and what it shows beside it. */
#include <string.h>

#include "base/strings.h"
#include "readers/workbook/figures.h"
#include "vocabulary/normalised.h"
#include "vocabulary/units.h"

struct code {
    const char *at;
    char last; /* letter of a date or time met before: an m behind an h is a minute */
    bool has_time, has_exponent;
    int zeros_before, zeros_after;
    int commas, scale; /* behind the last digit, and those of them before the point */
    bool point, any_digit, is_grouped;
};

/* [h]:mm and [ss] are durations; [Magenta] is a colour. */
static bool is_duration(const char *bracket)
{
    char c = (char)(*bracket | 0x20);

    return (c == 'h' || c == 'm' || c == 's') &&
           (bracket[1] == ']' || (char)(bracket[1] | 0x20) == c);
}

/* The dollar and the yen of a place, by its number in "[$$-1009]" (hexadecimal, of Windows). */
static const char *currency_of_place(const char *sign, size_t n, const char *place)
{
    static const struct {
        const char *sign, *place, *name;
    } currencies[] = { { "$", "409", "USD" },     { "$", "1009", "CAD" },
                       { "$", "C0C", "CAD" },     { "$", "C09", "AUD" },
                       { "$", "1409", "NZD" },    { "$", "4809", "SGD" },
                       { "$", "C04", "HKD" },     { "$", "404", "TWD" },
                       { "$", "80A", "MXN" },     { "\u00a5", "804", "CNY" },
                       { "\u00a5", "411", "JPY" } };

    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++) {
        size_t length = strlen(currencies[i].place);

        if (strlen(currencies[i].sign) == n && memcmp(currencies[i].sign, sign, n) == 0 &&
            string_is_ignoring_case(place, strnlen(place, length), currencies[i].place) &&
            place[length] == ']')
            return currencies[i].name;
    }
    return NULL;
}

void figure_format_add_words(struct figure_format *format, const char *text, size_t n)
{
    size_t length = strlen(format->words);

    for (size_t i = 0; i < n && length < sizeof format->words - 1; i++) {
        bool is_space = text[i] >= 0 && text[i] <= ' ';

        if (!is_space)
            format->words[length++] = text[i];
        else if (length > 0 && format->words[length - 1] != ' ')
            format->words[length++] = ' ';
    }
    format->words[length] = '\0';
}

/* "[$€-407]" shows a sign, "[$-407]" none. */
static void read_currency(const char *at, struct figure_format *format)
{
    size_t n = strcspn(at, "-]");
    const char *name = at[n] == '-' ? currency_of_place(at, n, at + n + 1) : NULL;

    if (name != NULL)
        figure_format_add_words(format, name, strlen(name));
    else
        figure_format_add_words(format, at, n);
}

/* Skips what is shown as it is or not at all; notes words that are shown. */
static bool skip_literal(struct code *code, struct figure_format *format)
{
    char c = *code->at, close = c == '"' ? '"' : c == '[' ? ']' : '\0';

    if (c == '\\' || c == '_' || c == '*') {
        figure_format_add_words(format, c == '\\' ? code->at + 1 : " ", code->at[1] != '\0');
        code->at += code->at[1] != '\0' ? 2 : 1;
        return true;
    }
    if (c == '$' || (unsigned char)c >= 0x80) {
        figure_format_add_words(format, code->at++, 1);
        return true;
    }
    if (string_is_ignoring_case(code->at, strnlen(code->at, 5), "am/pm")) {
        code->at += 5;
        return true;
    }
    if (close == '\0')
        return false;
    code->at++;
    if (close == ']' && is_duration(code->at)) {
        code->has_time = true;
        code->last = (char)(*code->at | 0x20);
    }
    if (close == ']' && *code->at == '$')
        read_currency(code->at + 1, format);
    for (; *code->at != '\0' && *code->at != close; code->at++)
        if (close == '"')
            figure_format_add_words(format, code->at, 1);
    code->at += *code->at != '\0';
    return true;
}

/* An m is a minute behind an hour or before a second. */
static bool is_minute(const struct code *code)
{
    const char *at = code->at;

    while ((*at | 0x20) == 'm')
        at++;
    while (*at != '\0' && strchr(":. ", *at) != NULL)
        at++;
    return code->last == 'h' || (*at | 0x20) == 's';
}

static void read_letter(struct code *code, struct figure_format *format)
{
    char c = (char)(*code->at | 0x20);

    switch (c) {
    case 'y':
    case 'b': /* years of the Buddhist calendar */
        format->has_year = true;
        break;
    case 'e': /* a year in Japan; an exponent before a sign */
        if (code->at[1] != '+' && code->at[1] != '-')
            format->has_year = true;
        else
            code->has_exponent = true;
        break;
    case 'm':
        if (is_minute(code))
            code->has_time = true;
        else
            format->has_month = true;
        break;
    case 'd':
        format->has_day = true;
        break;
    case 'h':
    case 's':
        code->has_time = true;
        break;
    default:
        return;
    }
    code->last = c;
    while ((code->at[1] | 0x20) == c) /* mm is one part */
        code->at++;
}

/* "General" and "Standard" have letters of dates in them. */
static bool is_general(const char *code)
{
    static const char general[] = "general";
    size_t i = 0;

    while (general[i] != '\0' && (code[i] | 0x20) == general[i])
        i++;
    return general[i] == '\0';
}

static void read_digit(struct code *code)
{
    code->is_grouped |= code->commas > 0;
    code->any_digit = true;
    code->commas = 0;
    code->zeros_before += !code->point && *code->at == '0';
    code->zeros_after += code->point && *code->at == '0';
}

static void read_point(struct code *code)
{
    code->point = true;
    code->scale += code->commas;
    code->commas = 0;
}

static bool is_mark(char c)
{
    return (unsigned char)c < 0x80 && strchr(" -+/():!^&'~{}<>=.,*%", c) != NULL;
}

/* Leaves words out that are only marks, and the marks around others. */
static void trim_words(struct figure_format *format)
{
    size_t n = utf8_repair(format->words, strlen(format->words)), from = 0;

    while (n > 0 && is_mark(format->words[n - 1]))
        n--;
    while (from < n && is_mark(format->words[from]))
        from++;
    memmove(format->words, format->words + from, n - from);
    memset(format->words + (n - from), '\0', sizeof format->words - (n - from));
}

bool figure_words_unit(const char *words, const char **name, int *multiplier)
{
    struct unit_parts parts = { .name = NULL };
    struct normalised normalised;
    size_t at = 0;

    if (!normalise(&normalised, words, strlen(words)))
        return false;
    while (at < normalised.n) {
        if (normalised.text[at] == ' ')
            at++;
        else if (!unit_take(&normalised, &at, &parts))
            return false;
    }
    if (!unit_resolve_power(&parts) || (parts.name == NULL && !parts.has_power))
        return false;
    if (parts.name != NULL && strcmp(parts.name, "m") == 0) /* metres, or millions */
        return false;
    *name = parts.name;
    *multiplier = parts.multiplier;
    return true;
}

/* True for words that say more than a currency. */
static bool name_a_scale(const char *words)
{
    const char *name;
    int multiplier;

    return words[0] != '\0' && !(figure_words_unit(words, &name, &multiplier) && multiplier == 0 &&
                                 unit_is_currency(name));
}

void figure_format_finish(struct figure_format *format, int thousands)
{
    trim_words(format);
    if (thousands > 4)
        return;
    /* Where a word says "thousand" or "M", the number beside it is in units. */
    if (name_a_scale(format->words))
        format->named_thousands = (int8_t)thousands;
    else
        format->thousands = (int8_t)thousands;
}

struct figure_format figure_format_read(const char *text)
{
    struct figure_format format = { .kind = FIGURE_NUMBER };
    struct code code = { .at = text };
    bool percent = false;

    if (is_general(text)) {
        code.at += strlen("general");
        code.any_digit = true;
    }
    while (*code.at != '\0' && *code.at != ';') { /* the first section is for positive numbers */
        if (skip_literal(&code, &format))
            continue;
        percent |= *code.at == '%';
        if (strchr("0#?", *code.at) != NULL) {
            read_digit(&code);
            figure_format_add_words(&format, " ", 1);
        } else if (*code.at == ',')
            code.commas += code.any_digit;
        else if (*code.at == '.')
            read_point(&code);
        else
            read_letter(&code, &format);
        code.at++;
    }
    if (!code.any_digit && (format.has_year || format.has_month || format.has_day))
        format.kind = FIGURE_DATE;
    else if (percent)
        format.kind = FIGURE_PERCENT;
    if (format.kind != FIGURE_NUMBER || code.has_time)
        format.words[0] = '\0';
    if (format.kind == FIGURE_DATE || code.has_time)
        return format;
    if (code.has_exponent) {
        figure_format_finish(&format, 0);
        return format;
    }
    format.decimals = (int8_t)(code.zeros_after < 9 ? code.zeros_after : 9);
    if (!code.is_grouped)
        format.digits = (int8_t)(code.zeros_before < 20 ? code.zeros_before : 20);
    code.scale += code.commas;
    figure_format_finish(&format, code.scale);
    return format;
}

struct figure_format figure_format_builtin(uint32_t number)
{
    static const struct {
        uint32_t first, last;
        const char *code;
    } codes[] = {
        { 2, 2, "0.00" },         { 4, 4, "#,##0.00" },     { 7, 8, "#,##0.00" },
        { 9, 9, "0%" },           { 10, 10, "0.00%" },      { 14, 16, "yyyy-mm-dd" },
        { 17, 17, "mmm-yy" },     { 22, 22, "yyyy-mm-dd" }, { 27, 31, "yyyy-mm-dd" },
        { 36, 36, "yyyy-mm-dd" }, { 39, 40, "#,##0.00" },   { 43, 44, "#,##0.00" },
        { 50, 54, "yyyy-mm-dd" }, { 57, 58, "yyyy-mm-dd" },
    };

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (number >= codes[i].first && number <= codes[i].last)
            return figure_format_read(codes[i].code);
    return (struct figure_format){ .kind = FIGURE_NUMBER };
}
