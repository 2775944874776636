/* period_words.c - periods written in words.
 *
 * A text is cut into tokens, each of a kind that one letter stands for; the letters in their
 * order are a shape ("m-mY": two months' names and a year), and a table says what each shape
 * means. What has no shape is no period. */
#include "data/period_words.h"

#include <string.h>

#include <unicode/uchar.h>

#include "base/strings.h"

enum { MOST_TOKENS = 12, LONGEST_WORD = 48 };

/* The letters of shapes. */
enum kind {
    YEAR = 'Y',        /* four digits */
    NUMBER = 'n',      /* one or two digits, or a word for a number */
    MONTH = 'm',       /* a month's name */
    NTH_MONTH = 'M',   /* 月: the number before it is a month's */
    MONTH_COUNT = 'L', /* месяцев, 个月: the number before it counts months from January */
    FIRST = 'f',       /* 前: the first so many */
    QUARTER = 'q',
    HALF = 'h',
    HALF_YEAR = 'H', /* 上半年: which half is said */
    DASH = '-',
    OF_YEAR = 'y', /* г., ж., 年: leaves no letter */
    NOTHING = ' '  /* leaves no letter */
};

static const struct word {
    const char *text; /* in small letters */
    enum kind kind;
    int value;
} words[] = {
    { "january", MONTH, 1 },
    { "jan", MONTH, 1 },
    { "february", MONTH, 2 },
    { "feb", MONTH, 2 },
    { "march", MONTH, 3 },
    { "mar", MONTH, 3 },
    { "april", MONTH, 4 },
    { "apr", MONTH, 4 },
    { "may", MONTH, 5 },
    { "june", MONTH, 6 },
    { "jun", MONTH, 6 },
    { "july", MONTH, 7 },
    { "jul", MONTH, 7 },
    { "august", MONTH, 8 },
    { "aug", MONTH, 8 },
    { "september", MONTH, 9 },
    { "sept", MONTH, 9 },
    { "sep", MONTH, 9 },
    { "october", MONTH, 10 },
    { "oct", MONTH, 10 },
    { "november", MONTH, 11 },
    { "nov", MONTH, 11 },
    { "december", MONTH, 12 },
    { "dec", MONTH, 12 },
    { "январь", MONTH, 1 },
    { "января", MONTH, 1 },
    { "янв", MONTH, 1 },
    { "февраль", MONTH, 2 },
    { "февраля", MONTH, 2 },
    { "февр", MONTH, 2 },
    { "фев", MONTH, 2 },
    { "март", MONTH, 3 },
    { "марта", MONTH, 3 },
    { "мар", MONTH, 3 },
    { "апрель", MONTH, 4 },
    { "апреля", MONTH, 4 },
    { "апр", MONTH, 4 },
    { "май", MONTH, 5 },
    { "мая", MONTH, 5 },
    { "июнь", MONTH, 6 },
    { "июня", MONTH, 6 },
    { "июн", MONTH, 6 },
    { "июль", MONTH, 7 },
    { "июля", MONTH, 7 },
    { "июл", MONTH, 7 },
    { "август", MONTH, 8 },
    { "августа", MONTH, 8 },
    { "авг", MONTH, 8 },
    { "сентябрь", MONTH, 9 },
    { "сентября", MONTH, 9 },
    { "сент", MONTH, 9 },
    { "сен", MONTH, 9 },
    { "октябрь", MONTH, 10 },
    { "октября", MONTH, 10 },
    { "окт", MONTH, 10 },
    { "ноябрь", MONTH, 11 },
    { "ноября", MONTH, 11 },
    { "нояб", MONTH, 11 },
    { "ноя", MONTH, 11 },
    { "декабрь", MONTH, 12 },
    { "декабря", MONTH, 12 },
    { "дек", MONTH, 12 },
    { "қаңтар", MONTH, 1 },
    { "қаңтардың", MONTH, 1 },
    { "қаң", MONTH, 1 },
    { "ақпан", MONTH, 2 },
    { "ақпанның", MONTH, 2 },
    { "ақп", MONTH, 2 },
    { "наурыз", MONTH, 3 },
    { "наурыздың", MONTH, 3 },
    { "нау", MONTH, 3 },
    { "сәуір", MONTH, 4 },
    { "сәуірдің", MONTH, 4 },
    { "сәу", MONTH, 4 },
    { "мамыр", MONTH, 5 },
    { "мамырдың", MONTH, 5 },
    { "мам", MONTH, 5 },
    { "маусым", MONTH, 6 },
    { "маусымның", MONTH, 6 },
    { "мау", MONTH, 6 },
    { "шілде", MONTH, 7 },
    { "шілденің", MONTH, 7 },
    { "шіл", MONTH, 7 },
    { "тамыз", MONTH, 8 },
    { "тамыздың", MONTH, 8 },
    { "там", MONTH, 8 },
    { "қыркүйек", MONTH, 9 },
    { "қыркүйектің", MONTH, 9 },
    { "қыр", MONTH, 9 },
    { "қазан", MONTH, 10 },
    { "қазанның", MONTH, 10 },
    { "қаз", MONTH, 10 },
    { "қараша", MONTH, 11 },
    { "қарашаның", MONTH, 11 },
    { "қар", MONTH, 11 },
    { "желтоқсан", MONTH, 12 },
    { "желтоқсанның", MONTH, 12 },
    { "жел", MONTH, 12 },
    { "月", NTH_MONTH, 0 },
    { "月份", NTH_MONTH, 0 },
    { "months", MONTH_COUNT, 0 },
    { "месяц", MONTH_COUNT, 0 },
    { "месяца", MONTH_COUNT, 0 },
    { "месяцев", MONTH_COUNT, 0 },
    { "мес", MONTH_COUNT, 0 },
    { "ай", MONTH_COUNT, 0 },
    { "айы", MONTH_COUNT, 0 },
    { "айда", MONTH_COUNT, 0 },
    { "айында", MONTH_COUNT, 0 },
    { "个月", MONTH_COUNT, 0 },
    { "前", FIRST, 0 },
    { "q", QUARTER, 0 },
    { "quarter", QUARTER, 0 },
    { "qtr", QUARTER, 0 },
    { "кв", QUARTER, 0 },
    { "квартал", QUARTER, 0 },
    { "квартала", QUARTER, 0 },
    { "кварталы", QUARTER, 0 },
    { "тоқсан", QUARTER, 0 },
    { "тоқсаны", QUARTER, 0 },
    { "тоқсандар", QUARTER, 0 },
    { "季度", QUARTER, 0 },
    { "季", QUARTER, 0 },
    { "h", HALF, 0 },
    { "half", HALF, 0 },
    { "полугодие", HALF, 0 },
    { "полугодия", HALF, 0 },
    { "жартыжылдық", HALF, 0 },
    { "жартыжылдығы", HALF, 0 },
    { "上半年", HALF_YEAR, 1 },
    { "下半年", HALF_YEAR, 2 },
    { "to", DASH, 0 },
    { "по", DASH, 0 },
    { "至", DASH, 0 },
    { "到", DASH, 0 },
    { "г", OF_YEAR, 0 },
    { "гг", OF_YEAR, 0 },
    { "год", OF_YEAR, 0 },
    { "года", OF_YEAR, 0 },
    { "годы", OF_YEAR, 0 },
    { "годов", OF_YEAR, 0 },
    { "ж", OF_YEAR, 0 },
    { "жж", OF_YEAR, 0 },
    { "жыл", OF_YEAR, 0 },
    { "жылы", OF_YEAR, 0 },
    { "жылғы", OF_YEAR, 0 },
    { "жылдың", OF_YEAR, 0 },
    { "жылдар", OF_YEAR, 0 },
    { "年", OF_YEAR, 0 },
    { "of", NOTHING, 0 },
    { "st", NOTHING, 0 },
    { "nd", NOTHING, 0 },
    { "rd", NOTHING, 0 },
    { "th", NOTHING, 0 },
    { "с", NOTHING, 0 },
    { "за", NOTHING, 0 },
    { "й", NOTHING, 0 },
    { "е", NOTHING, 0 },
    { "го", NOTHING, 0 },
    { "ші", NOTHING, 0 },
    { "第", NOTHING, 0 },
    { "i", NUMBER, 1 },
    { "ii", NUMBER, 2 },
    { "iii", NUMBER, 3 },
    { "iv", NUMBER, 4 },
    { "і", NUMBER, 1 },
    { "іі", NUMBER, 2 },
    { "ііі", NUMBER, 3 },
    { "ⅰ", NUMBER, 1 },
    { "ⅱ", NUMBER, 2 },
    { "ⅲ", NUMBER, 3 },
    { "ⅳ", NUMBER, 4 },
    { "first", NUMBER, 1 },
    { "second", NUMBER, 2 },
    { "third", NUMBER, 3 },
    { "fourth", NUMBER, 4 },
    { "первый", NUMBER, 1 },
    { "первое", NUMBER, 1 },
    { "первого", NUMBER, 1 },
    { "второй", NUMBER, 2 },
    { "второе", NUMBER, 2 },
    { "второго", NUMBER, 2 },
    { "третий", NUMBER, 3 },
    { "третьего", NUMBER, 3 },
    { "четвертый", NUMBER, 4 },
    { "четвертого", NUMBER, 4 },
    { "бірінші", NUMBER, 1 },
    { "екінші", NUMBER, 2 },
    { "үшінші", NUMBER, 3 },
    { "төртінші", NUMBER, 4 },
    { "一", NUMBER, 1 },
    { "二", NUMBER, 2 },
    { "三", NUMBER, 3 },
    { "四", NUMBER, 4 },
    { "五", NUMBER, 5 },
    { "六", NUMBER, 6 },
    { "七", NUMBER, 7 },
    { "八", NUMBER, 8 },
    { "九", NUMBER, 9 },
    { "十", NUMBER, 10 },
    { "十一", NUMBER, 11 },
    { "十二", NUMBER, 12 },
};

enum meaning {
    ONE_YEAR,
    YEARS,
    ONE_MONTH,
    MONTHS,
    ONE_DAY,
    ONE_QUARTER,
    QUARTERS,
    ONE_HALF,
    FIRST_MONTHS,
    FIRST_QUARTERS
};

static const struct shape {
    const char *text;
    enum meaning meaning;
} shapes[] = {
    { "Y-Y", YEARS },           { "mY", ONE_MONTH }, /* Apr 2024 */
    { "Ym", ONE_MONTH },        { "m-Y", ONE_MONTH },
    { "Y-m", ONE_MONTH },       { "YnM", ONE_MONTH }, /* 2024年4月 */
    { "nMY", ONE_MONTH },       { "m-mY", MONTHS },   /* Jan-Apr 2024 */
    { "Ym-m", MONTHS },         { "mY-mY", MONTHS },  /* Nov 2023-Feb 2024 */
    { "Ym-Ym", MONTHS },        { "Yn-nM", MONTHS },  /* 2024年1-4月 */
    { "n-nMY", MONTHS },        { "YnM-nM", MONTHS },
    { "YnM-YnM", MONTHS },      { "nmY", ONE_DAY },     /* 15 April 2024 */
    { "mnY", ONE_DAY },         { "qnY", ONE_QUARTER }, /* Q1 2023 */
    { "qn-Y", ONE_QUARTER },    { "Yqn", ONE_QUARTER },
    { "Y-qn", ONE_QUARTER },    { "nqY", ONE_QUARTER },  /* 1Q2023, I квартал 2023 */
    { "Ynq", ONE_QUARTER },     { "n-qY", ONE_QUARTER }, /* 1-й квартал 2023 */
    { "Yn-q", ONE_QUARTER },    { "qn-qnY", QUARTERS },
    { "Yqn-qn", QUARTERS },     { "n-nqY", QUARTERS }, /* I–III кварталы 2023 */
    { "Yn-nq", QUARTERS },      { "hnY", ONE_HALF },   /* H1 2023 */
    { "hn-Y", ONE_HALF },       { "Yhn", ONE_HALF },
    { "Y-hn", ONE_HALF },       { "nhY", ONE_HALF }, /* первое полугодие 2023 */
    { "Ynh", ONE_HALF },        { "n-hY", ONE_HALF },
    { "Yn-h", ONE_HALF },       { "YH", ONE_HALF },       /* 2023年上半年 */
    { "HY", ONE_HALF },         { "nLY", FIRST_MONTHS },  /* 9 месяцев 2023 */
    { "YnL", FIRST_MONTHS },    { "YfnL", FIRST_MONTHS }, /* 2024年前4个月 */
    { "Yfnq", FIRST_QUARTERS },                           /* 2023年前三季度 */
};

/* Tokens ----------------------------------------------------------------------- */

struct tokens {
    char shape[MOST_TOKENS + 2]; /* room for a year added to it */
    size_t n;
    int years[2], months[2], numbers[2];
    int year_count, month_count, number_count;
    bool has_year_word;
};

static bool keep(int values[2], int *count, int value)
{
    if (*count == 2)
        return false;
    values[(*count)++] = value;
    return true;
}

static bool add(struct tokens *tokens, enum kind kind, int value)
{
    if (kind == NOTHING || kind == OF_YEAR) {
        tokens->has_year_word = tokens->has_year_word || kind == OF_YEAR;
        return true;
    }
    if (tokens->n == MOST_TOKENS)
        return false;
    tokens->shape[tokens->n++] = (char)kind;
    if (kind == YEAR)
        return keep(tokens->years, &tokens->year_count, value);
    if (kind == MONTH)
        return keep(tokens->months, &tokens->month_count, value);
    if (kind == NUMBER || kind == HALF_YEAR)
        return keep(tokens->numbers, &tokens->number_count, value);
    return true;
}

/* One, two or four digits. */
static bool take_number(const char **at, const char *end, struct tokens *tokens)
{
    int value = 0, digits = 0;

    for (; *at < end && **at >= '0' && **at <= '9' && digits <= 4; ++*at, digits++)
        value = value * 10 + (**at - '0');
    if (digits == 4)
        return add(tokens, YEAR, value);
    return digits <= 2 && add(tokens, NUMBER, value);
}

static const struct word *find_word(const char *text, size_t n)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_is(text, n, words[i].text))
            return &words[i];
    return NULL;
}

static uint32_t small(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 'a' - 'A' : code;
    code = (uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT);
    return code == 0x0451 ? 0x0435 : code; /* ё is often written е */
}

/* Han is written without spaces: the longest word that is known. Other scripts: all letters. */
static bool take_word(const char **at, const char *end, struct tokens *tokens)
{
    const struct word *found = NULL, *word;
    const char *next = *at, *after = *at;
    char text[LONGEST_WORD];
    bool after_han = false;
    size_t n = 0;

    while (next < end && n + 4 <= sizeof text) {
        uint32_t code = utf8_next(&next, end);
        bool is_han = code >= 0x2E80;

        if (code == UTF8_INVALID || (n > 0 && is_han != after_han) ||
            !(u_isalpha((UChar32)code) || (code >= 0x2160 && code < 0x2180)))
            break;
        after_han = is_han;
        n += utf8_write(text + n, small(code));
        word = find_word(text, n);
        if (is_han && word == NULL)
            continue;
        found = word;
        after = next;
    }
    *at = after;
    return found != NULL && add(tokens, found->kind, found->value);
}

static bool is_dash(uint32_t code)
{
    return code == '-' || code == '~' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 ||
           code == 0xFF0D || code == 0xFF5E;
}

static bool take_token(const char **at, const char *end, struct tokens *tokens, bool *after_word)
{
    const char *next = *at;
    uint32_t code;

    if (**at >= '0' && **at <= '9') {
        *after_word = false;
        return take_number(at, end, tokens);
    }
    code = utf8_next(&next, end);
    if (code == UTF8_INVALID)
        return false;
    if (code == ' ' || (code >= 0x80 && u_isUWhiteSpace((UChar32)code)) || code == ',' ||
        (code == '.' && *after_word)) {
        *at = next;
        *after_word = false;
        return true;
    }
    if (is_dash(code)) {
        *at = next;
        *after_word = false;
        return add(tokens, DASH, 0);
    }
    *after_word = true;
    return take_word(at, end, tokens);
}

static bool read_tokens(const char *text, size_t n, struct tokens *tokens)
{
    const char *at = text, *end = text + n;
    bool after_word = false;

    memset(tokens, 0, sizeof *tokens);
    while (at < end)
        if (!take_token(&at, end, tokens, &after_word))
            return false;
    return tokens->n > 0;
}

/* Meaning ---------------------------------------------------------------------- */

static sheaf_period months_between(int first_year, int first, int last_year, int last)
{
    if (last < 1 || last > 12)
        return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    return sheaf_period_months(first_year, first, (last_year - first_year) * 12 + last - first + 1);
}

static sheaf_period period_of(const struct tokens *tokens, enum meaning meaning)
{
    int year = tokens->years[0], number = tokens->numbers[0], other = tokens->numbers[1];
    int last_year = tokens->years[tokens->year_count - 1];
    const int *months = tokens->month_count > 0 ? tokens->months : tokens->numbers;

    switch (meaning) {
    case ONE_YEAR:
        return sheaf_period_year(year);
    case YEARS:
        return sheaf_period_months(year, 1, year < last_year ? (last_year - year + 1) * 12 : 0);
    case ONE_MONTH:
        return sheaf_period_month(year, months[0]);
    case MONTHS:
        return months_between(year, months[0], last_year, months[1]);
    case ONE_DAY:
        return sheaf_period_day(year, months[0], number);
    case ONE_QUARTER:
        return sheaf_period_quarter(year, number);
    case QUARTERS:
        return other <= 4 ? months_between(year, 3 * number - 2, year, 3 * other)
                          : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    case ONE_HALF:
        return sheaf_period_half_year(year, number);
    case FIRST_MONTHS:
        return months_between(year, 1, year, number);
    case FIRST_QUARTERS:
        return months_between(year, 1, year, 3 * number);
    }
    return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}

static bool read_shape(const struct tokens *tokens, sheaf_period *period)
{
    sheaf_period found = { SHEAF_NO_PERIOD, 0, 0 };

    if (tokens->has_year_word && strcmp(tokens->shape, "Y") == 0)
        found = period_of(tokens, ONE_YEAR);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(tokens->shape, shapes[i].text) == 0)
            found = period_of(tokens, shapes[i].meaning);
    if (found.unit == SHEAF_NO_PERIOD)
        return false;
    *period = found;
    return true;
}

bool period_read_words(const char *text, size_t n, sheaf_period *period)
{
    struct tokens tokens;

    return read_tokens(text, n, &tokens) && read_shape(&tokens, period);
}

/* Two columns ------------------------------------------------------------------- */

static bool read_year(const char *text, size_t n, int *year)
{
    sheaf_period period;

    if (!sheaf_period_read(text, n, &period) || period.unit != SHEAF_MONTHS || period.count != 12 ||
        period.start % 12 != 0)
        return false;
    *year = period.start / 12;
    return true;
}

/* "4" is a month or a quarter by its column; "1to4" are months, or quarters. */
static enum meaning bare_meaning(const char *shape, enum period_part kind)
{
    if (strcmp(shape, "n") == 0)
        return kind == PERIOD_PART_MONTH ? ONE_MONTH : ONE_QUARTER;
    return kind == PERIOD_PART_MONTH ? MONTHS : QUARTERS;
}

bool period_read_parts(const char *year, size_t year_n, const char *part, size_t part_n,
                       enum period_part kind, sheaf_period *period)
{
    enum { WHOLE_YEAR = 52 }; /* refMonth of Comtrade's annual rows */
    struct tokens tokens;
    sheaf_period found;
    int number;

    if (part_n > 1 && (*part == 'M' || *part == 'm') && part[1] >= '0' && part[1] <= '9') {
        part++; /* M04 */
        part_n--;
    }
    if (!read_year(year, year_n, &number) || !read_tokens(part, part_n, &tokens) ||
        tokens.year_count > 0 || tokens.n == MOST_TOKENS)
        return false;
    keep(tokens.years, &tokens.year_count, number);
    if (strcmp(tokens.shape, "n") != 0 && strcmp(tokens.shape, "n-n") != 0) {
        tokens.shape[tokens.n] = YEAR;
        return read_shape(&tokens, period);
    }
    if (kind == PERIOD_PART_MONTH && tokens.number_count == 1 && tokens.numbers[0] == WHOLE_YEAR)
        found = sheaf_period_year(number);
    else
        found = period_of(&tokens, bare_meaning(tokens.shape, kind));
    if (found.unit == SHEAF_NO_PERIOD)
        return false;
    *period = found;
    return true;
}

/* Refusals ---------------------------------------------------------------------- */

/* "2023/24" as "dddd/dd"; false when it is longer than any such. */
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

/* "2023-24": 24 follows 23. */
static bool is_next_year(const char *text)
{
    int first = (text[2] - '0') * 10 + (text[3] - '0');
    int second = (text[5] - '0') * 10 + (text[6] - '0');

    return (first + 1) % 100 == second;
}

const char *period_refusal(const char *text, size_t n)
{
    static const char financial[] = "could be a financial year or two calendar years; write "
                                    "2023-04-01/P1Y for a year from April, 2023-01-01/P2Y for two";
    static const char slash[] = "could be a financial year, two calendar years or a month; write "
                                "2023-04-01/P1Y, 2023-01-01/P2Y or 2023-04";
    static const char order[] =
        "does not say which is the day and which the month; write 2023-04-15";
    static const char part[] = "could be a month or a quarter; write 2023-04 or 2023-Q4";
    static const char century[] = "could end in a day or a year; write the year with four digits";
    static const struct {
        const char *pattern, *reason;
    } patterns[] = {
        { "dddd/dd", slash },    { "dddd/dddd", financial }, { "dddd-dd", financial },
        { "dd/dd/dddd", order }, { "d/d/dddd", order },      { "dd/d/dddd", order },
        { "d/dd/dddd", order },  { "dd.dd.dddd", order },    { "dd-dd-dddd", order },
        { "dd/dd/dd", order },   { "dddd-d", part },         { "d/dddd", part },
        { "d.dddd", part },      { "aaa-dd", century },      { "aaa dd", century },
    };
    char pattern[16];

    if (!read_pattern(text, n, pattern) || (strcmp(pattern, "dddd-dd") == 0 && !is_next_year(text)))
        return NULL;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(pattern, patterns[i].pattern) == 0)
            return patterns[i].reason;
    return NULL;
}
