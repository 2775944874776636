/* cell.c - reads a cell of values in any spelling.
 *
 * A number is digits with marks between them. Either the last mark is the decimal mark, or all
 * marks separate groups. If both are possible the cell is ambiguous; if neither is, it is wrong.
 * number_read converts the digits, so that the value is the nearest double. */
#include "readers/cell.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"

enum { MAX_NUMBER_BYTES = 400, MAX_FLAG_BYTES = 32, MAX_MARKS = 16 };

struct cursor {
    const char *at, *end;
};

static bool take(struct cursor *c, const char *bytes)
{
    size_t n = strlen(bytes);

    if ((size_t)(c->end - c->at) < n || memcmp(c->at, bytes, n) != 0)
        return false;
    c->at += n;
    return true;
}

static bool take_any(struct cursor *c, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (take(c, list[i]))
            return true;
    return false;
}

static const char *const spaces[] = { " ", "\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "\t" };
static const char *const apostrophes[] = { "'", "\u2019" };

#define TAKE_ANY(cursor, list) take_any((cursor), (list), sizeof(list) / sizeof *(list))

static void skip_spaces(struct cursor *c)
{
    while (TAKE_ANY(c, spaces))
        continue;
}

static struct cursor trimmed(const char *text, size_t n)
{
    struct cursor c = { text, text + n };

    skip_spaces(&c);
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces;) {
        size_t m = strlen(spaces[i]);

        if ((size_t)(c.end - c.at) >= m && memcmp(c.end - m, spaces[i], m) == 0) {
            c.end -= m;
            i = 0;
        } else {
            i++;
        }
    }
    return c;
}

/* Words ---------------------------------------------------------------------- */

/* What offices write in place of a number. */
struct missing_word {
    const char *word;     /* all of the cell; ASCII letters in either case */
    char status;          /* SDMX CL_OBS_STATUS: 'O' missing, 'M' cannot exist, 'N' not
                             significant, 'Q' suppressed */
    char confidentiality; /* SDMX CL_CONF_STATUS; '\0': not stated */
    bool is_zero;         /* stands for 0, exactly or nearly */
};

static const struct missing_word missing_words[] = {
    { "", 'O', '\0', false },
    { ":", 'O', '\0', false },
    { ".", 'O', '\0', false },
    { "..", 'O', '\0', false },
    { "...", 'O', '\0', false },
    { "\u2026", 'O', '\0', false },
    { "-", 'O', '\0', false },
    { "--", 'O', '\0', false },
    { "\u2013", 'O', '\0', false },
    { "\u2014", 'O', '\0', false },
    { "\u2212", 'O', '\0', false },
    { "\uff0d", 'O', '\0', false },
    { "/", 'O', '\0', false },
    { "~", 'O', '\0', false },
    { "x", 'O', '\0', false },
    { "na", 'O', '\0', false },
    { "n/a", 'O', '\0', false },
    { "n.a.", 'O', '\0', false },
    { "#n/a", 'O', '\0', false },
    { "nan", 'O', '\0', false },
    { "null", 'O', '\0', false },
    { "none", 'O', '\0', false },
    { "no data", 'O', '\0', false },
    { "not available", 'O', '\0', false },
    { "\u043d/\u0434", 'O', '\0', false },  /* н/д */
    { "\u043d.\u0434.", 'O', '\0', false }, /* н.д. */
    { "\u043d\u0434", 'O', '\0', false },   /* нд */
    { "confidential", 'O', 'C', false },
    { "confidentiel", 'O', 'C', false },
    { "vertraulich", 'O', 'C', false },
    { "\u043a\u043e\u043d\u0444\u0438\u0434\u0435\u043d\u0446\u0438\u0430\u043b\u044c\u043d"
      "\u043e", /* конфиденциально */
      'O', 'C', false },
    { "\u4fdd\u5bc6", 'O', 'C', false }, /* 保密 */
    /* UK Government Analysis Function, "Symbols in tables". */
    { "[x]", 'O', '\0', false },
    { "[z]", 'M', '\0', false },
    { "[c]", 'Q', 'C', false },
    { "[low]", 'N', '\0', true },
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool is_word(struct cursor c, const char *word)
{
    for (; c.at < c.end && *word != '\0'; c.at++, word++)
        if (lower(*c.at) != lower(*word))
            return false;
    return c.at == c.end && *word == '\0';
}

static const struct missing_word *find_word(struct cursor c)
{
    for (size_t i = 0; i < sizeof missing_words / sizeof *missing_words; i++)
        if (is_word(c, missing_words[i].word))
            return &missing_words[i];
    return NULL;
}

static struct cell cell_of_word(const struct missing_word *word)
{
    return (struct cell){ .kind = word->is_zero ? CELL_NUMBER : CELL_MISSING,
                          .value = word->is_zero ? 0 : NAN,
                          .status = word->status,
                          .confidentiality = word->confidentiality };
}

/* Flags ---------------------------------------------------------------------- */

/* Takes a letter of any script, a superscript, or a footnote sign. */
static bool take_flag_character(struct cursor *c)
{
    struct cursor next = *c;
    uint32_t code = utf8_next(&next.at, next.end);

    if (code == UTF8_INVALID ||
        (code < 0x80 && !(lower((char)code) >= 'a' && lower((char)code) <= 'z') && code != '*' &&
         code != '%' && code != '#'))
        return false;
    *c = next;
    return true;
}

/* Takes "[e]", "(p)", "[1]" or "[b, p]"; *inside is the text between the brackets. */
static bool take_bracketed(struct cursor *c, struct cursor *inside)
{
    struct cursor next = *c;
    char close = take(&next, "[") ? ']' : take(&next, "(") ? ')' : '\0';

    if (close == '\0')
        return false;
    *inside = (struct cursor){ next.at, next.at };
    while (next.at < next.end && *next.at != close) {
        bool digit = *next.at >= '0' && *next.at <= '9';

        if (digit || *next.at == ' ' || *next.at == ',')
            next.at++;
        else if (!take_flag_character(&next))
            return false;
    }
    inside->end = next.at;
    if (next.at == next.end || inside->at == inside->end)
        return false;
    c->at = next.at + 1;
    return true;
}

/* Takes a footnote, "1)" or "12)". A space before it separates it from the number. */
static bool take_footnote(struct cursor *c)
{
    struct cursor next = *c;

    while (next.at < next.end && *next.at >= '0' && *next.at <= '9')
        next.at++;
    if (next.at == c->at || next.at - c->at > 2 || !take(&next, ")"))
        return false;
    *c = next;
    return true;
}

/* Reads the rest of the cell, which must be flags only. */
static bool read_flag(struct cursor c, struct cell *cell)
{
    struct cursor inside, all;
    bool after_space;

    after_space = TAKE_ANY(&c, spaces);
    skip_spaces(&c);
    all = c;
    if (all.at == all.end)
        return true;
    if (all.end - all.at > MAX_FLAG_BYTES)
        return false;
    if (take_bracketed(&c, &inside) && c.at == c.end)
        all = inside;
    while (c.at < c.end) {
        if (!take_bracketed(&c, &inside) && !(after_space && take_footnote(&c)) &&
            !take_flag_character(&c))
            return false;
        after_space = TAKE_ANY(&c, spaces);
        skip_spaces(&c);
    }
    cell->flag = all.at;
    cell->flag_n = (size_t)(all.end - all.at);
    return true;
}

/* Reads a word for "missing" with a flag: ": c", ":c", "- p", "n/a [e]". */
static bool read_flagged_word(struct cursor c, struct cell *cell)
{
    struct cursor word = { c.at, c.at };
    const struct missing_word *found;

    if (!take(&c, ":"))
        while (c.at < c.end && !TAKE_ANY(&c, spaces))
            word.end = ++c.at;
    else
        word.end = c.at;
    c.at = word.end;
    if (word.at == word.end || c.at == c.end)
        return false;
    found = find_word(word);
    if (found == NULL)
        return false;
    *cell = cell_of_word(found);
    return read_flag(c, cell);
}

/* Figures -------------------------------------------------------------------- */

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
    if (take(c, "."))
        return '.';
    if (take(c, ","))
        return ',';
    if (TAKE_ANY(c, spaces))
        return ' ';
    return TAKE_ANY(c, apostrophes) ? '\'' : '\0';
}

static bool take_exponent(struct cursor *c)
{
    struct cursor next = *c;

    if (!take(&next, "e") && !take(&next, "E"))
        return false;
    if (!take(&next, "+"))
        take(&next, "-");
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
    if (take(c, "+"))
        return true;
    *negative = take(c, "-") || take(c, "\u2212") || take(c, "\u2013");
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
        if (take(c, signs[i].sign)) {
            *currency = signs[i].name;
            skip_spaces(c);
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
    brackets = take(c, "(");
    skip_spaces(c);
    if (!brackets && take_sign(c, &number->negative))
        skip_spaces(c);
    take_currency(c, &number->currency);
    if (!take_number(c, number))
        return false;
    if (!brackets)
        return true;
    number->negative = true;
    skip_spaces(c);
    return take(c, ")");
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
    c = trimmed(text, n);
    word = find_word(c);
    if (word != NULL)
        return cell_of_word(word);
    if (read_flagged_word(c, &cell))
        return cell;
    if (!take_signed_number(&c, &number))
        return wrong;
    cell = cell_of_number(&number, decimal);
    cell.currency = number.currency;
    return cell.kind != CELL_WRONG && read_flag(c, &cell) ? cell : wrong;
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
    struct cursor c = trimmed(text, n);
    struct number_text number;
    struct readings readings;
    struct cell cell;
    char kind;

    if (!take_signed_number(&c, &number) || number.count == 0 || !read_flag(c, &cell))
        return CELL_SHOWS_NOTHING;
    readings = readings_of(&number, '\0');
    kind = number.marks[number.count - 1].kind;
    if ((kind != '.' && kind != ',') || (!readings.with_decimal && !readings.in_groups))
        return CELL_SHOWS_NOTHING;
    if (readings.with_decimal && readings.in_groups)
        return CELL_SHOWS_EITHER;
    return (kind == '.') == readings.with_decimal ? CELL_SHOWS_POINT : CELL_SHOWS_COMMA;
}
