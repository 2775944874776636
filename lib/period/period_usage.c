/* period_usage.c - periods that are read only if it is known how a file writes them. */
#include "period/period_usage.h"

#include <string.h>

#include "base/strings.h"
#include "period/period.h"
#include "period/period_word_list.h"
#include "period/period_words.h"

struct cursor {
    const char *at, *end;
};

static void skip_spaces(struct cursor *c)
{
    while (c->at < c->end && *c->at == ' ')
        c->at++;
}

static int count_digits(const struct cursor *c)
{
    int n = 0;

    while (c->at + n < c->end && c->at[n] >= '0' && c->at[n] <= '9')
        n++;
    return n;
}

static int take_digits(struct cursor *c, int digits)
{
    int number = 0;

    for (; digits > 0; digits--)
        number = number * 10 + (*c->at++ - '0');
    return number;
}

/* Financial years ----------------------------------------------------------------------- */

/* "FY", in either case, perhaps with a space or a dash behind it. */
static bool take_prefix(struct cursor *c)
{
    if (c->end - c->at < 2 || !string_is_ignoring_case(c->at, 2, "FY"))
        return false;
    c->at += 2;
    skip_spaces(c);
    if (c->at < c->end && *c->at == '-')
        c->at++;
    return true;
}

static bool take_dash(struct cursor *c)
{
    static const char en_dash[] = "\u2013";
    size_t n = sizeof en_dash - 1;

    skip_spaces(c);
    if (c->at < c->end && (*c->at == '-' || *c->at == '/'))
        c->at++;
    else if ((size_t)(c->end - c->at) > n && memcmp(c->at, en_dash, n) == 0)
        c->at += n;
    else
        return false;
    skip_spaces(c);
    return true;
}

struct financial {
    int year;      /* the first, or the only one */
    bool is_split; /* 2021-22, not FY2022 */
};

/* Two years are those of one financial year only if the second follows the first. */
static bool read_financial(const char *text, size_t n, struct financial *out)
{
    struct cursor c = { text, text + n };
    bool has_prefix = take_prefix(&c);
    int digits;

    digits = count_digits(&c);
    if (digits != 4 && !(has_prefix && digits == 2))
        return false;
    *out = (struct financial){ .year = take_digits(&c, digits) };
    if (digits == 2)
        out->year = period_year_of_two_digits(out->year);
    if (c.at == c.end)
        return has_prefix;
    if (!take_dash(&c))
        return false;
    digits = count_digits(&c);
    out->is_split = true;
    if (digits == 2)
        return take_digits(&c, 2) == (out->year + 1) % 100 && c.at == c.end;
    return digits == 4 && take_digits(&c, 4) == out->year + 1 && c.at == c.end;
}

bool period_is_financial(const char *text, size_t n)
{
    struct financial financial;

    return read_financial(text, n, &financial);
}

static sheaf_period period_of_financial(const struct financial *financial,
                                        const struct period_usage *usage)
{
    static const sheaf_period none = { SHEAF_NO_PERIOD, 0, 0 };
    bool starts_before = usage->financial_year == FINANCIAL_YEAR_OF_END && usage->first_month > 1;

    if (usage->financial_year == FINANCIAL_YEAR_CALENDAR)
        return financial->is_split ? sheaf_period_months(financial->year, 1, 24) : none;
    if (financial->is_split) /* a year from January does not reach into the next one */
        return usage->first_month > 1 ? sheaf_period_months(financial->year, usage->first_month, 12)
                                      : none;
    if (usage->financial_year == FINANCIAL_YEAR_SPLIT)
        return none;
    return sheaf_period_months(financial->year - starts_before, usage->first_month, 12);
}

/* "4", "April" */
static bool read_month(const char *text, int *month)
{
    struct cursor c = { text, text + strlen(text) };
    const struct period_word *word;
    char lower[32];
    int digits;

    skip_spaces(&c);
    digits = count_digits(&c);
    if (digits == 1 || digits == 2) {
        *month = take_digits(&c, digits);
        return c.at == c.end && *month >= 1 && *month <= 12;
    }
    if (c.end - c.at >= (ptrdiff_t)sizeof lower)
        return false;
    for (digits = 0; c.at < c.end; c.at++)
        lower[digits++] = *c.at >= 'A' && *c.at <= 'Z' ? (char)(*c.at - 'A' + 'a') : *c.at;
    word = period_word_find(lower, (size_t)digits);
    if (word == NULL || word->kind != PERIOD_WORD_MONTH)
        return false;
    *month = word->value;
    return true;
}

bool period_usage_read(const char *text, struct period_usage *usage)
{
    static const struct {
        const char *word;
        enum financial_year meaning;
    } words[] = { { "from ", FINANCIAL_YEAR_OF_START }, { "to ", FINANCIAL_YEAR_OF_END } };
    enum financial_year meaning = FINANCIAL_YEAR_SPLIT;
    int month;

    if (strcmp(text, "calendar") == 0) {
        usage->financial_year = FINANCIAL_YEAR_CALENDAR;
        return true;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(text, words[i].word, strlen(words[i].word)) == 0) {
            meaning = words[i].meaning;
            text += strlen(words[i].word);
        }
    if (!read_month(text, &month))
        return false;
    usage->financial_year = meaning;
    usage->first_month = meaning == FINANCIAL_YEAR_OF_END ? month % 12 + 1 : month;
    return true;
}

/* Periods ----------------------------------------------------------------------------- */

/* Without ".0" behind a whole number, as pandas writes a column of years with gaps. */
static size_t without_point_zero(const char *text, size_t n)
{
    struct cursor c = { text, text + n };
    size_t digits = (size_t)count_digits(&c);

    return digits >= 4 && n == digits + 2 && memcmp(text + digits, ".0", 2) == 0 ? digits : n;
}

/* 202301, where it is known that periods are weeks. */
static sheaf_period read_week(const char *text)
{
    struct cursor c = { text, text + 6 };
    int year = take_digits(&c, 4);

    return sheaf_period_week(year, take_digits(&c, 2));
}

/* A year and a number with a mark between them, in either order: 1/2023, 2023-1, 2010/11. */
struct numbered {
    int year, part, digits; /* of the part */
    char mark;
};

static bool read_numbered(const char *text, size_t n, struct numbered *out)
{
    struct cursor c = { text, text + n };
    int digits = count_digits(&c), first, second;

    if (digits != 1 && digits != 2 && digits != 4)
        return false;
    first = take_digits(&c, digits);
    if (c.at == c.end || *c.at == '\0' || strchr("/.-", *c.at) == NULL)
        return false;
    out->mark = *c.at++;
    out->digits = digits == 4 ? count_digits(&c) : digits;
    if (digits == 4 ? out->digits < 1 || out->digits > 2 : count_digits(&c) != 4)
        return false;
    second = take_digits(&c, digits == 4 ? out->digits : 4);
    out->year = digits == 4 ? first : second;
    out->part = digits == 4 ? second : first;
    return c.at == c.end;
}

int period_bare_part(const char *text, size_t n)
{
    struct numbered numbered;

    return read_numbered(text, n, &numbered) && numbered.digits == 1 ? numbered.part : 0;
}

/* Takes T1 to T4. */
static bool take_t(struct cursor *c, int *part)
{
    if (c->end - c->at < 2 || *c->at != 'T' || c->at[1] < '1' || c->at[1] > '4')
        return false;
    *part = c->at[1] - '0';
    c->at += 2;
    return true;
}

int period_t_part(const char *text, size_t n, int *year)
{
    struct cursor c = { text, text + n };
    bool is_first;
    int part = 0;

    if (n < 6)
        return 0;
    is_first = take_t(&c, &part);
    if (is_first && (*c.at == ' ' || *c.at == '-'))
        c.at++;
    if (count_digits(&c) != 4)
        return 0;
    *year = take_digits(&c, 4);
    if (!is_first && c.at < c.end && (*c.at == ' ' || *c.at == '-'))
        c.at++;
    if (!is_first && !take_t(&c, &part))
        return 0;
    return c.at == c.end ? part : 0;
}

/* What the usage says that numbers without words are. */
static sheaf_period read_by_usage(const char *text, size_t n, const struct period_usage *usage)
{
    bool is_monthly = usage->frequency == 'M';
    sheaf_period found = { SHEAF_NO_PERIOD, 0, 0 };
    struct numbered numbered;

    if (usage->has_short_years || is_monthly)
        (void)period_read_short_month(text, n, &found);
    if (!read_numbered(text, n, &numbered))
        return found;
    if (numbered.digits == 1 && usage->frequency == 'Q')
        return sheaf_period_quarter(numbered.year, numbered.part);
    if (numbered.digits == 1 && (usage->has_bare_months || is_monthly))
        return sheaf_period_month(numbered.year, numbered.part);
    if (numbered.mark == '/' && (usage->has_slash_months || is_monthly))
        return sheaf_period_month(numbered.year, numbered.part);
    return found;
}

bool period_read_as(const char *text, size_t n, const struct period_usage *usage,
                    sheaf_period *period)
{
    struct financial financial;
    sheaf_period found = { SHEAF_NO_PERIOD, 0, 0 };
    int part, year;

    if (text == NULL || n == 0)
        return false;
    part = usage->has_t_quarters ? period_t_part(text, n, &year) : 0;
    if (part > 0) {
        *period = sheaf_period_quarter(year, part);
        return period->unit != SHEAF_NO_PERIOD;
    }
    if (usage->financial_year != FINANCIAL_YEAR_UNKNOWN && read_financial(text, n, &financial)) {
        found = period_of_financial(&financial, usage);
        if (found.unit == SHEAF_NO_PERIOD)
            return false;
        *period = found;
        return true;
    }
    if (usage->has_split_years && usage->frequency != 'M' && read_financial(text, n, &financial))
        return false;
    n = without_point_zero(text, n);
    if (usage->frequency == 'W' && n == 6 && count_digits(&(struct cursor){ text, text + n }) == 6)
        found = read_week(text);
    else if (!sheaf_period_read(text, n, &found) &&
             !period_read_date(text, n, usage->date_order, &found) &&
             !period_read_name(text, n, usage, &found))
        found = read_by_usage(text, n, usage);
    if (found.unit == SHEAF_NO_PERIOD)
        return false;
    *period = found;
    return true;
}
