/* period_words.c - periods written in words.
 *
 * The text is split into tokens, and each kind of token has a letter. The letters of a text, in
 * order, are its shape: "m-mY" is two names of months and a year. A table says what each shape
 * means; a text whose shape is not in it is no period. */
#include "period/period_words.h"

#include <string.h>

#include <unicode/uchar.h>

#include "base/strings.h"
#include "period/period_usage.h"
#include "period/period_word_list.h"

enum { MAX_TOKENS = 12, MAX_WORD_BYTES = 48 };

enum meaning {
    ONE_YEAR,
    YEARS,
    ONE_MONTH,
    MONTHS,
    ONE_DAY,
    ONE_QUARTER,
    QUARTERS,
    ONE_HALF,
    SHORT_QUARTER, /* the last number is a year of two digits */
    SHORT_HALF,
    FIRST_MONTHS,
    FIRST_QUARTERS,
    ONE_WEEK
};

static const struct shape {
    const char *text;
    enum meaning meaning;
} shapes[] = {
    { "Y-Y", YEARS },           { "mY", ONE_MONTH }, /* Apr 2024 */
    { "Ym", ONE_MONTH },        { "m-Y", ONE_MONTH },      { "Y-m", ONE_MONTH },
    { "YnM", ONE_MONTH },                            /* 2024年4月 */
    { "nMY", ONE_MONTH },       { "m-mY", MONTHS },  /* Jan-Apr 2024 */
    { "Ym-m", MONTHS },         { "mY-mY", MONTHS }, /* Nov 2023-Feb 2024 */
    { "Ym-Ym", MONTHS },        { "Yn-nM", MONTHS }, /* 2024年1-4月 */
    { "n-nMY", MONTHS },        { "YnM-nM", MONTHS },      { "YnM-YnM", MONTHS },
    { "nmY", ONE_DAY },                                 /* 15 April 2024 */
    { "mnY", ONE_DAY },         { "qnY", ONE_QUARTER }, /* Q1 2023 */
    { "qn-Y", ONE_QUARTER },    { "Yqn", ONE_QUARTER },    { "Y-qn", ONE_QUARTER },
    { "nqY", ONE_QUARTER },                              /* 1Q2023, I квартал 2023 */
    { "Ynq", ONE_QUARTER },     { "n-qY", ONE_QUARTER }, /* 1-й квартал 2023 */
    { "Yn-q", ONE_QUARTER },    { "qn-qnY", QUARTERS },    { "Yqn-qn", QUARTERS },
    { "n-nqY", QUARTERS },                           /* I–III кварталы 2023 */
    { "Yn-nq", QUARTERS },      { "hnY", ONE_HALF }, /* H1 2023 */
    { "hn-Y", ONE_HALF },       { "Yhn", ONE_HALF },       { "Y-hn", ONE_HALF },
    { "nhY", ONE_HALF }, /* первое полугодие 2023 */
    { "Ynh", ONE_HALF },        { "n-hY", ONE_HALF },      { "Yn-h", ONE_HALF },
    { "YH", ONE_HALF },                                   /* 2023年上半年 */
    { "HY", ONE_HALF },         { "nLY", FIRST_MONTHS },  /* 9 месяцев 2023 */
    { "YnL", FIRST_MONTHS },    { "YfnL", FIRST_MONTHS }, /* 2024年前4个月 */
    { "YnMs", FIRST_MONTHS },                             /* 2024年4月累计 */
    { "Yn-nMs", MONTHS },       { "YnM-nMs", MONTHS },     { "m/Y", ONE_MONTH },
    { "Y/m", ONE_MONTH },       { "qn/Y", ONE_QUARTER }, /* Q1/2023 */
    { "Y/qn", ONE_QUARTER },    { "hn/Y", ONE_HALF },      { "Y/hn", ONE_HALF },
    { "Yfnq", FIRST_QUARTERS },                      /* 2023年前三季度 */
    { "Ywn", ONE_WEEK },        { "wnY", ONE_WEEK }, /* week 5, 2023 */
    { "Y-wn", ONE_WEEK },       { "wn-Y", ONE_WEEK },      { "Y/wn", ONE_WEEK },
    { "wn/Y", ONE_WEEK },       { "nwY", ONE_WEEK },       { "Ynw", ONE_WEEK },
    { "n-m-Y", ONE_DAY },     /* 15-Apr-2024 */
    { "nqn", SHORT_QUARTER }, /* 1Q23 */
    { "nq-n", SHORT_QUARTER },  { "nq/n", SHORT_QUARTER }, { "n-qn", SHORT_QUARTER },
    { "qnn", SHORT_QUARTER }, /* Q1 23 */
    { "qn-n", SHORT_QUARTER },  { "qn/n", SHORT_QUARTER }, { "nhn", SHORT_HALF },
    { "nh-n", SHORT_HALF },     { "nh/n", SHORT_HALF },    { "hnn", SHORT_HALF },
    { "hn-n", SHORT_HALF },     { "hn/n", SHORT_HALF },
};

/* Tokens ----------------------------------------------------------------------- */

struct tokens {
    char shape[MAX_TOKENS + 2]; /* room for the year that period_read_parts appends, and a NUL */
    size_t n;
    int years[2], months[2], numbers[2];
    int latest_digits; /* of the latest number; 0: it was a word */
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

static bool add(struct tokens *tokens, enum period_word_kind kind, int value)
{
    if (kind == PERIOD_WORD_NOTHING || kind == PERIOD_WORD_OF_YEAR) {
        tokens->has_year_word = tokens->has_year_word || kind == PERIOD_WORD_OF_YEAR;
        return true;
    }
    if (tokens->n == MAX_TOKENS)
        return false;
    tokens->shape[tokens->n++] = (char)kind;
    if (kind == PERIOD_WORD_YEAR)
        return keep(tokens->years, &tokens->year_count, value);
    if (kind == PERIOD_WORD_MONTH)
        return keep(tokens->months, &tokens->month_count, value);
    if (kind == PERIOD_WORD_NUMBER || kind == PERIOD_WORD_HALF_YEAR)
        return keep(tokens->numbers, &tokens->number_count, value);
    return true;
}

int period_year_of_two_digits(int year)
{
    enum { FIRST_OF_LAST_CENTURY = 60 };

    return year + (year < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
}

/* The year of "Jan'23", behind the apostrophe. */
static bool take_short_year(const char **at, const char *end, struct tokens *tokens)
{
    const char *digits = *at;

    if (end - digits < 2 || digits[0] < '0' || digits[0] > '9' || digits[1] < '0' ||
        digits[1] > '9' || (end - digits > 2 && digits[2] >= '0' && digits[2] <= '9'))
        return false;
    *at += 2;
    return add(tokens, PERIOD_WORD_YEAR,
               period_year_of_two_digits((digits[0] - '0') * 10 + (digits[1] - '0')));
}

/* One, two or four digits. */
static bool take_number(const char **at, const char *end, struct tokens *tokens)
{
    int value = 0, digits = 0;

    for (; *at < end && **at >= '0' && **at <= '9' && digits <= 4; ++*at, digits++)
        value = value * 10 + (**at - '0');
    if (digits == 4)
        return add(tokens, PERIOD_WORD_YEAR, value);
    tokens->latest_digits = digits;
    return digits <= 2 && add(tokens, PERIOD_WORD_NUMBER, value);
}

static uint32_t lower_case(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 'a' - 'A' : code;
    code = (uint32_t)u_foldCase((UChar32)code, U_FOLD_CASE_DEFAULT);
    return code == 0x0451 ? 0x0435 : code; /* ё is often written е */
}

/* A word of letters is taken whole. Han is written without spaces, so there the longest known
 * word is taken. */
static bool take_word(const char **at, const char *end, struct tokens *tokens)
{
    const struct period_word *found = NULL, *word;
    const char *next = *at, *after = *at;
    char text[MAX_WORD_BYTES];
    bool is_han = false;
    size_t n = 0;

    while (next < end && n + 4 <= sizeof text) {
        uint32_t code = utf8_next(&next, end);

        if (code == UTF8_INVALID || (n > 0 && (code >= 0x2E80) != is_han) ||
            !(u_isalpha((UChar32)code) || (code >= 0x2160 && code < 0x2180)))
            break;
        is_han = code >= 0x2E80;
        n += utf8_write(text + n, lower_case(code));
        word = is_han ? period_word_find(text, n) : NULL;
        if (word != NULL)
            found = word;
        if (word != NULL || !is_han)
            after = next;
    }
    if (!is_han)
        found = period_word_find(text, n);
    *at = after;
    if (found != NULL && found->kind != PERIOD_WORD_OF_YEAR)
        tokens->latest_digits = 0;
    return found != NULL && add(tokens, found->kind, found->value);
}

static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019;
}

static bool is_slash(uint32_t code)
{
    return code == '/' || code == ':' || code == 0xFF0F || code == 0xFF1A;
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
        if (!take_number(at, end, tokens))
            return false;
        /* The point of an ordinal: "1. Quartal". In "1.2023" the number is a month's. */
        *after_word = end - *at > 1 && (*at)[0] == '.' && (*at)[1] == ' ';
        return true;
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
    if (is_apostrophe(code)) {
        *at = next;
        *after_word = false;
        return take_short_year(at, end, tokens);
    }
    if (is_dash(code) || is_slash(code)) {
        *at = next;
        *after_word = false;
        return add(tokens, is_dash(code) ? PERIOD_WORD_DASH : PERIOD_WORD_SLASH, 0);
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
    int last_year = tokens->year_count > 0 ? tokens->years[tokens->year_count - 1] : year;
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
    case SHORT_QUARTER:
        return sheaf_period_quarter(period_year_of_two_digits(other), number);
    case SHORT_HALF:
        return sheaf_period_half_year(period_year_of_two_digits(other), number);
    case FIRST_MONTHS:
        return months_between(year, 1, year, number);
    case FIRST_QUARTERS:
        return months_between(year, 1, year, 3 * number);
    case ONE_WEEK:
        return sheaf_period_week(year, number);
    }
    return (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}

/* "2021-2022" may be a financial year, "2021-2022 гг." are two. */
static bool may_be_financial(const struct tokens *tokens)
{
    return !tokens->has_year_word && strcmp(tokens->shape, "Y-Y") == 0 &&
           tokens->years[1] == tokens->years[0] + 1;
}

static bool is_short(enum meaning meaning)
{
    return meaning == SHORT_QUARTER || meaning == SHORT_HALF;
}

static bool read_shape(const struct tokens *tokens, sheaf_period *period)
{
    sheaf_period found = { SHEAF_NO_PERIOD, 0, 0 };

    if (may_be_financial(tokens))
        return false;
    if (tokens->has_year_word && strcmp(tokens->shape, "Y") == 0)
        found = period_of(tokens, ONE_YEAR);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(tokens->shape, shapes[i].text) == 0 &&
            (tokens->latest_digits == 2 || !is_short(shapes[i].meaning)))
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

bool period_short_month(const char *text, size_t n, int *month, int *digits)
{
    static const char *const short_shapes[] = { "mn", "m-n", "m/n", "nm", "n-m", "n/m" };
    struct tokens tokens;

    if (!read_tokens(text, n, &tokens) || tokens.number_count != 1 || tokens.month_count != 1 ||
        tokens.latest_digits != 2)
        return false;
    for (size_t i = 0; i < sizeof short_shapes / sizeof *short_shapes; i++)
        if (strcmp(tokens.shape, short_shapes[i]) == 0) {
            *month = tokens.months[0];
            *digits = tokens.numbers[0];
            return true;
        }
    return false;
}

bool period_read_short_month(const char *text, size_t n, sheaf_period *period)
{
    int month, digits;

    if (!period_short_month(text, n, &month, &digits))
        return false;
    *period = sheaf_period_month(period_year_of_two_digits(digits), month);
    return true;
}

/* Two columns ------------------------------------------------------------------- */

static bool read_year(const char *text, size_t n, int *year)
{
    const struct period_usage nothing = { 0 };
    sheaf_period period;

    if (!period_read_as(text, n, &nothing, &period) || period.unit != SHEAF_MONTHS ||
        period.count != 12 || period.start % 12 != 0)
        return false;
    *year = period.start / 12;
    return true;
}

/* What numbers without words mean: the column says whether "4" is a month, a quarter or a week, and
 * "1to4" months or quarters. */
static enum meaning bare_meaning(const char *shape, enum period_part kind)
{
    if (kind == PERIOD_PART_WEEK)
        return ONE_WEEK;
    if (strcmp(shape, "n") == 0)
        return kind == PERIOD_PART_MONTH ? ONE_MONTH : ONE_QUARTER;
    return kind == PERIOD_PART_MONTH ? MONTHS : QUARTERS;
}

bool period_read_parts(const char *year, size_t year_n, const char *part, size_t part_n,
                       enum period_part kind, sheaf_period *period)
{
    enum { WHOLE_YEAR = 52 }; /* Comtrade's refMonth in annual rows */
    struct tokens tokens;
    sheaf_period found;
    int number;

    if (part_n > 1 && (*part == 'M' || *part == 'm') && part[1] >= '0' && part[1] <= '9') {
        part++; /* M04 */
        part_n--;
    }
    if (part_n > 2 && memcmp(part + part_n - 2, ".0", 2) == 0)
        part_n -= 2; /* 4.0, as pandas writes a column of numbers with gaps */
    if (!read_year(year, year_n, &number) || !read_tokens(part, part_n, &tokens) ||
        tokens.year_count > 0 || tokens.n == MAX_TOKENS)
        return false;
    keep(tokens.years, &tokens.year_count, number);
    if (strcmp(tokens.shape, "n") != 0 &&
        (strcmp(tokens.shape, "n-n") != 0 || kind == PERIOD_PART_WEEK)) {
        tokens.shape[tokens.n] = PERIOD_WORD_YEAR;
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
