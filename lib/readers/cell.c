/* cell.c - reads a cell of values in any spelling.
 *
 * A number is digits with marks between them. Either the last mark is the decimal mark, or all
 * marks separate groups. If both are possible the cell is ambiguous; if neither is, it is wrong.
 * number_read converts the digits, so that the value is the nearest double. */
#include <math.h>
#include <stdint.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/cell_parts.h"

enum { MAX_NUMBER_BYTES = 400, MAX_MARKS = 16 };

static const char *const apostrophes[] = { "'", "\u2019" };

struct mark {
    char kind; /* ' ', '\'', '.' or ',' */
    const char *at;
    size_t digits; /* after it, up to the next mark */
};

struct number_text {
    bool negative;
    const char *currency; /* of a sign before it, or NULL */
    const char *start;
    size_t first; /* number of digits before the first mark */
    struct mark marks[MAX_MARKS];
    int count;
    const char *exponent; /* "e+3"; NULL: none */
    const char *end;
};

static size_t take_digits(struct cursor *c)
{
    const char *start = c->at;

    while (c->at < c->end && *c->at >= '0' && *c->at <= '9')
        c->at++;
    return (size_t)(c->at - start);
}

static char take_mark(struct cursor *c)
{
    if (cursor_take(c, "."))
        return '.';
    if (cursor_take(c, ","))
        return ',';
    if (cursor_take_space(c))
        return ' ';
    return CURSOR_TAKE_ANY(c, apostrophes) ? '\'' : '\0';
}

static bool take_exponent(struct cursor *c)
{
    struct cursor next = *c;

    if (!cursor_take(&next, "e") && !cursor_take(&next, "E"))
        return false;
    if (!cursor_take(&next, "+"))
        cursor_take(&next, "-");
    if (take_digits(&next) == 0)
        return false;
    *c = next;
    return true;
}

/* Takes digits and marks. A space belongs to the number only before a group of three digits. */
static bool take_number(struct cursor *c, struct number_text *number)
{
    number->start = c->at;
    number->count = 0;
    number->first = take_digits(c);
    for (;;) {
        struct cursor next = *c;
        struct mark mark = { .at = c->at };

        mark.kind = take_mark(&next);
        mark.digits = mark.kind != '\0' ? take_digits(&next) : 0;
        if (mark.digits == 0 || (mark.kind == ' ' && mark.digits != 3))
            break;
        if (number->count == MAX_MARKS)
            return false;
        number->marks[number->count++] = mark;
        *c = next;
    }
    number->exponent = c->at;
    if (!take_exponent(c))
        number->exponent = NULL;
    number->end = c->at;
    return number->end - number->start <= MAX_NUMBER_BYTES &&
           (number->first > 0 || number->count > 0);
}

/* True when the first n marks separate groups of digits: 1 234 567, or India's 12,34,567. */
static bool are_groups(const struct number_text *number, int n)
{
    const struct mark *marks = number->marks;
    bool threes = number->first <= 3, twos = number->first <= 2 && marks[0].kind == ',';

    if (number->first == 0 || *number->start == '0')
        return false;
    for (int i = 0; i < n; i++) {
        if (marks[i].kind != marks[0].kind)
            return false;
        threes = threes && marks[i].digits == 3;
        twos = twos && marks[i].digits == (i == n - 1 ? 3 : 2);
    }
    return threes || twos;
}

struct readings {
    bool with_decimal; /* the last mark can be the decimal mark */
    bool in_groups;    /* all marks can be separators of groups */
};

static struct readings readings_of(const struct number_text *number, char decimal)
{
    const struct mark *marks = number->marks;
    int n = number->count;
    char last = n > 0 ? marks[n - 1].kind : '\0';
    struct readings readings = { false, n == 0 };

    if (n == 0)
        return readings;
    readings.with_decimal = (last == '.' || last == ',') && (decimal == '\0' || decimal == last) &&
                            (n == 1 || (marks[0].kind != last && are_groups(number, n - 1)));
    readings.in_groups =
        number->exponent == NULL && marks[0].kind != decimal && are_groups(number, n);
    return readings;
}

static struct cell cell_of_number(const struct number_text *number, char decimal)
{
    struct readings readings = readings_of(number, decimal);
    struct cell cell = { .kind = CELL_WRONG, .value = NAN };
    const char *point = readings.with_decimal ? number->marks[number->count - 1].at : NULL;
    char digits[MAX_NUMBER_BYTES + 2];
    size_t n = 0;

    if (readings.with_decimal && readings.in_groups)
        cell.kind = CELL_AMBIGUOUS;
    if (readings.with_decimal == readings.in_groups)
        return cell;
    if (number->negative)
        digits[n++] = '-';
    for (const char *at = number->start; at < number->end; at++) {
        if (at == point)
            digits[n++] = '.';
        else if ((*at >= '0' && *at <= '9') || (number->exponent != NULL && at >= number->exponent))
            digits[n++] = *at;
    }
    if (number_read(digits, n, &cell.value, &cell.decimals))
        cell.kind = CELL_NUMBER;
    return cell;
}

static bool take_sign(struct cursor *c, bool *negative)
{
    if (cursor_take(c, "+"))
        return true;
    *negative = cursor_take(c, "-") || cursor_take(c, "\u2212") || cursor_take(c, "\u2013");
    return *negative;
}

static void take_currency(struct cursor *c, const char **currency)
{
    static const struct {
        const char *sign, *name;
    } signs[] = { { "US$", "USD" },    { "$", "USD" },         { "\u20ac", "EUR" },
                  { "\u00a3", "GBP" }, { "\u00a5", "\u00a5" }, { "\uffe5", "\u00a5" },
                  { "\u20b8", "KZT" }, { "\u20bd", "RUB" },    { "\u20b9", "INR" },
                  { "\u20ba", "TRY" }, { "\u20b4", "UAH" } };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cursor_take(c, signs[i].sign)) {
            *currency = signs[i].name;
            cursor_skip_spaces(c);
            return;
        }
}

/* Takes everything up to the flag: "-12.5", "- 12.5", "(12.5)", "-$12.5", "($ 12.5)". */
static bool take_signed_number(struct cursor *c, struct number_text *number)
{
    bool brackets;

    number->negative = false;
    number->currency = NULL;
    take_currency(c, &number->currency);
    brackets = cursor_take(c, "(");
    cursor_skip_spaces(c);
    if (!brackets && take_sign(c, &number->negative))
        cursor_skip_spaces(c);
    take_currency(c, &number->currency);
    if (!take_number(c, number))
        return false;
    if (!brackets)
        return true;
    number->negative = true;
    cursor_skip_spaces(c);
    return cursor_take(c, ")");
}

/* Fast path: a plain number in the notation of the file. */
static bool read_plain(const char *text, size_t n, char decimal, struct cell *cell)
{
    if (decimal != '.' && memchr(text, '.', n) != NULL)
        return false;
    return number_read(text, n, &cell->value, &cell->decimals);
}

struct cell cell_read(const char *text, size_t n, char decimal)
{
    struct cell cell = { .kind = CELL_NUMBER }, wrong = { .kind = CELL_WRONG, .value = NAN };
    const struct missing_word *word;
    struct number_text number;
    struct cursor c;

    if (n > 0 && read_plain(text, n, decimal, &cell))
        return cell;
    c = cell_trimmed(text, n);
    word = cell_find_word(c);
    if (word != NULL)
        return cell_of_missing(word);
    if (cell_read_flagged_word(c, &cell))
        return cell;
    if (!take_signed_number(&c, &number))
        return wrong;
    cell = cell_of_number(&number, decimal);
    cell.currency = number.currency;
    return cell.kind != CELL_WRONG && cell_read_flag(c, &cell) ? cell : wrong;
}

bool cell_loses_digits(const char *text, size_t n, const struct cell *cell)
{
    enum {
        HELD = 15,
        MOST_WITH_MARK = 17
    }; /* significant digits of any double, of a double's text */
    const double largest = 18446744073709549568.0; /* below 2^64 */
    size_t digits = 0, zeros = 0;
    uint64_t whole = 0;

    for (size_t i = 0; i < n && (text[i] | 0x20) != 'e'; i++) {
        if (text[i] < '0' || text[i] > '9' || (digits == 0 && text[i] == '0'))
            continue;
        digits++;
        zeros = text[i] == '0' ? zeros + 1 : 0;
        whole = digits <= 19 ? whole * 10 + (uint64_t)(text[i] - '0') : whole;
    }
    if (cell->kind != CELL_NUMBER || cell->decimals > 0)
        return cell->kind == CELL_NUMBER && digits > MOST_WITH_MARK;
    if (digits - zeros <= HELD)
        return false;
    return digits > 19 || fabs(cell->value) > largest || (uint64_t)fabs(cell->value) != whole;
}

enum cell_evidence cell_evidence(const char *text, size_t n)
{
    struct cursor c = cell_trimmed(text, n);
    struct number_text number;
    struct readings readings;
    struct cell cell;
    char kind;

    if (!take_signed_number(&c, &number) || number.count == 0 || !cell_read_flag(c, &cell))
        return CELL_SHOWS_NOTHING;
    readings = readings_of(&number, '\0');
    kind = number.marks[number.count - 1].kind;
    if ((kind != '.' && kind != ',') || (!readings.with_decimal && !readings.in_groups))
        return CELL_SHOWS_NOTHING;
    if (readings.with_decimal && readings.in_groups)
        return CELL_SHOWS_EITHER;
    return (kind == '.') == readings.with_decimal ? CELL_SHOWS_POINT : CELL_SHOWS_COMMA;
}
