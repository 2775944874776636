/* write_text.c - a table as text for people: aligned columns, explained statuses, counted sources.
 *
 *     trade.csv: tidy, 3 observations, 2023 to 2024-T1
 *     reporter KAZ · partner CHN · unit USD billion
 *
 *     period    flow      value
 *     2023      turnover   31.5
 *     2024-T1   turnover    9    [p]
 *
 *     [p] provisional: 1
 *     source kazinform: 3
 *
 * Members that all rows share are written once, above the rows. The first few formulas of
 * derived figures follow. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/strings.h"
#include "series/digits.h"
#include "series/rounding.h"
#include "series/series.h"
#include "table/table.h"
#include "vocabulary/member_kinds.h"
#include "write/writer.h"

#define ABOUT "\u2248"

struct text {
    const sheaf_table *table;
    struct buffer *into;
    struct arena *arena;
    bool *varies;         /* [dimension]: it is a column */
    const char ***shown;  /* [dimension][member]: the text in the column */
    size_t *widths;       /* [dimension]: of the column */
    size_t period, value; /* widths of these columns */
    size_t before, after; /* widths of values before and after the decimal point */
    int multiplier;       /* of all rows, if one_multiplier */
    bool one_multiplier, flagged, several_files;
    sheaf_period first, last;
    size_t statuses[128], not_computed;
    size_t confidential, computed, estimated;
};

/* Terminal columns of a character: two for wide East Asian letters, none for combining marks
 * (UAX #11). */
static size_t width_of_character(UChar32 c)
{
    int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);

    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_ENCLOSING_MARK)
        return 0;
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

static size_t width_of(const char *text)
{
    const char *end = text + strlen(text);
    size_t width = 0;

    while (text < end)
        width += width_of_character((UChar32)utf8_next(&text, end));
    return width;
}

/* Replaces control characters, which a terminal would obey, by U+FFFD. */
static void put_text(struct buffer *into, const char *text)
{
    char piece[256];

    for (size_t left = strlen(text), n; left > 0; left -= n, text += n) {
        n = left > 64 ? utf8_floor(text, 64) : left;
        utf8_write_printable(piece, sizeof piece, text, n);
        buffer_text(into, piece);
    }
}

/* Shortens a member's name to 40 terminal columns: names of products may be entire sentences. */
static const char *shortened(struct arena *arena, const char *name)
{
    enum { MOST = 40, MOST_BYTES = 8 * MOST };
    const char *end = name + strlen(name), *at = name, *fits = name;
    size_t width = 0;

    while (at < end && width <= MOST && at - name <= MOST_BYTES) {
        fits = width < MOST ? at : fits;
        width += width_of_character((UChar32)utf8_next(&at, end));
    }
    if (at == end && width <= MOST)
        return name;
    return arena_format(arena, "%.*s\u2026", (int)(fits - name), name);
}

/* "72 Iron and steel" if the file names its codes; only the code of countries and flows, which are
 * well known; only the name of series, which have expressions for codes. */
static const char *shown_member(struct text *t, size_t dimension, size_t index)
{
    const char *called = sheaf_table_dimension(t->table, dimension);
    const char *member = sheaf_table_member(t->table, called, index);
    const char *name = sheaf_table_member_name(t->table, called, index);

    if (name[0] == '\0' || member_has_localized_name(called, member))
        return member;
    name = shortened(t->arena, name);
    if (strcmp(called, "series") == 0)
        return name;
    return name != NULL ? arena_format(t->arena, "%s %s", member, name) : NULL;
}

static void put_spaces(struct buffer *into, size_t n)
{
    while (n-- > 0)
        buffer_byte(into, ' ');
}

static void put_cell(struct buffer *into, const char *text, size_t width)
{
    size_t own = width_of(text);

    put_text(into, text);
    put_spaces(into, (own < width ? width - own : 0) + 2);
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* "thousand"; NULL if there is no word for it. */
static const char *multiplier_word(int multiplier)
{
    switch (multiplier) {
    case 3:
        return "thousand";
    case 6:
        return "million";
    case 9:
        return "billion";
    case 12:
        return "trillion";
    default:
        return NULL;
    }
}

static const char *status_word(char status)
{
    static const struct {
        char letter;
        const char *word;
    } words[] = {
        { SHEAF_BREAK, "break in the series" },
        { SHEAF_DEFINITION_DIFFERS, "definition differs" },
        { SHEAF_ESTIMATED, "estimated" },
        { SHEAF_FORECAST, "forecast" },
        { SHEAF_EXPERIMENTAL, "experimental" },
        { SHEAF_IMPUTED, "imputed" },
        { SHEAF_NOT_COLLECTED, "not collected" },
        { SHEAF_CANNOT_EXIST, "cannot exist" },
        { SHEAF_NOT_SIGNIFICANT, "not significant" },
        { SHEAF_MISSING, "missing" },
        { SHEAF_PROVISIONAL, "provisional" },
        { SHEAF_SUPPRESSED, "suppressed" },
        { SHEAF_LOW_RELIABILITY, "low reliability" },
        { SHEAF_UNVALIDATED, "unvalidated" },
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].letter == status)
            return words[i].word;
    return "";
}

/* Gathers what the columns need ---------------------------------------------------- */

enum { STATUS_FLAG = 4, FLAGS = 24 };

/* Of no growth, share or index: what it is measured on is not above zero, or cannot exist. */
static bool is_not_computed(const sheaf_row *row)
{
    return row->derived && isnan(row->value) && row->status == SHEAF_CANNOT_EXIST;
}

/* The status letter in lower case. "def" for D, because "d" means derived, as in charts and
 * sheets. */
static void status_flag(char status, char out[STATUS_FLAG])
{
    if (status == SHEAF_DEFINITION_DIFFERS)
        snprintf(out, STATUS_FLAG, "def");
    else
        snprintf(out, STATUS_FLAG, "%c", status - 'A' + 'a');
}

/* A derived row without a value is not flagged as derived: its status says why it has none. */
static bool is_derived(const sheaf_row *row)
{
    return row->derived && !isnan(row->value);
}

/* Of the row's origin: "[est]"; if computed figures are flagged, too, "[d]". */
static const char *origin_flag(const struct text *t, const sheaf_row *row)
{
    sheaf_flags wanted = table_flags(t->table);

    if (!is_derived(row) || wanted == SHEAF_FLAGS_NONE)
        return "";
    return row->estimated ? "[est]" : wanted == SHEAF_FLAGS_ALL ? "[d]" : "";
}

/* A figure that is missing always says why. */
static bool shows_status(const struct text *t, const sheaf_row *row)
{
    return row->status != SHEAF_NORMAL &&
           (table_flags(t->table) != SHEAF_FLAGS_NONE || isnan(row->value) ||
            status_denies_value((char)row->status));
}

/* "[p]", "[est]", "[est][p][c]" or "". */
static void flags_of(const struct text *t, const sheaf_row *row, char out[FLAGS])
{
    bool has_status = shows_status(t, row);
    char letter[STATUS_FLAG];

    status_flag((char)row->status, letter);
    if (is_not_computed(row))
        snprintf(letter, sizeof letter, "nc");
    snprintf(out, FLAGS, "%s%s%s%s%s", origin_flag(t, row), has_status ? "[" : "",
             has_status ? letter : "", has_status ? "]" : "",
             row->confidentiality != 'F' ? "[c]" : "");
}

static const char *unit_of(const sheaf_table *table, size_t row)
{
    size_t dimension = table_find_dimension(table, "unit");

    return dimension != SIZE_MAX ? sheaf_table_row_member(table, row, dimension) : "";
}

/* Writes a number without an exponent, unless it is too large or too small for that. */
static size_t plain_number(char out[NUMBER_GIVEN], double value, int decimals)
{
    size_t n = number_write_given(out, value, decimals > 0 ? decimals : 0);
    bool is_small = fabs(value) < 1 && memchr(out, 'e', n) != NULL;

    return is_small && decimals <= MOST_DECIMALS ? number_write_fixed(out, value, decimals) : n;
}

/* Writes a value as given. Derived figures get the digits of digits.h, behind the sign for "about"
 * where these do not hold. */
static size_t value_text(const struct text *t, size_t index, const sheaf_row *row,
                         char out[NUMBER_GIVEN])
{
    const char *unit = unit_of(t->table, index);
    int decimals = row->decimals;
    char number[NUMBER_GIVEN];

    out[0] = '\0';
    if (isnan(row->value) || row->confidentiality != 'F' || status_denies_value((char)row->status))
        return 0; /* the flag is shown instead */
    if (!row->derived)
        return plain_number(out, row->value, decimals);

    struct known_digits known = digits_known(row->value, row->low, row->high, decimals);
    decimals = known.decimals;
    if (unit_is_rate(unit) || unit[0] == '\0')
        decimals = decimals_for_people(unit, row->value, decimals);
    plain_number(number, round_to(row->value, decimals), decimals);
    return (size_t)snprintf(out, NUMBER_GIVEN, "%s%.56s", known.is_about ? ABOUT : "", number);
}

/* Terminal columns of n bytes of a number: the sign for "about" has three bytes. */
static size_t columns_of(const char *number, size_t n)
{
    return strncmp(number, ABOUT, strlen(ABOUT)) == 0 ? n - strlen(ABOUT) + 1 : n;
}

static size_t point_of(const char *number)
{
    return columns_of(number, strcspn(number, ".e"));
}

static void measure_row(struct text *t, size_t index, const sheaf_row *row)
{
    char number[NUMBER_GIVEN], period[SHEAF_PERIOD_TEXT], flags[FLAGS];
    size_t bytes = value_text(t, index, row, number);
    size_t n = columns_of(number, bytes), point = point_of(number);

    t->before = larger(t->before, point);
    t->after = larger(t->after, n - point);
    t->period = larger(t->period, sheaf_period_write(row->period, period));
    t->one_multiplier &= row->multiplier == t->multiplier;
    if (t->first.unit == SHEAF_NO_PERIOD || sheaf_period_compare(row->period, t->first) < 0)
        t->first = row->period;
    if (t->last.unit == SHEAF_NO_PERIOD || sheaf_period_compare(t->last, row->period) < 0)
        t->last = row->period;
    if (is_not_computed(row))
        t->not_computed++;
    else
        t->statuses[(unsigned char)row->status & 127] += shows_status(t, row);
    t->confidential += row->confidentiality != 'F';
    t->estimated += is_derived(row) && row->estimated;
    t->computed += is_derived(row) && !row->estimated;
    flags_of(t, row, flags);
    t->flagged |= flags[0] != '\0';
}

/* Counts members in rows: readers may have added members that no row has. */
static bool varies(const sheaf_table *table, size_t dimension)
{
    for (size_t i = 1; i < sheaf_table_row_count(table); i++)
        if (table_row_member(table, i, dimension) != table_row_member(table, 0, dimension))
            return true;
    return false;
}

static void measure_dimension(struct text *t, size_t dimension)
{
    const char *name = sheaf_table_dimension(t->table, dimension);
    size_t count = sheaf_table_member_count(t->table, name);
    const char **shown = arena_array(t->arena, const char *, count);

    t->varies[dimension] = count > 1 && varies(t->table, dimension);
    t->widths[dimension] = width_of(name);
    t->shown[dimension] = shown;
    for (size_t m = 0; shown != NULL && m < count; m++) {
        shown[m] = shown_member(t, dimension, m);
        if (shown[m] == NULL)
            shown[m] = ""; /* memory ran out; the arena's error says so */
        t->widths[dimension] = larger(t->widths[dimension], width_of(shown[m]));
    }
}

static const char *header_of_periods(const sheaf_table *table)
{
    return table_x(table)[0] != '\0' ? table_x(table) : "period";
}

static void measure(struct text *t)
{
    sheaf_row row = SHEAF_ROW_INIT;
    const char *file;

    t->period = width_of(header_of_periods(t->table));
    t->one_multiplier = true;
    if (sheaf_table_row(t->table, 0, &row))
        t->multiplier = row.multiplier;
    file = sheaf_table_row(t->table, 0, &row) ? row.file : "";
    for (size_t i = 0; sheaf_table_row(t->table, i, &row); i++) {
        measure_row(t, i, &row);
        t->several_files |= row.file != file;
    }
    t->value = larger(t->before + t->after, strlen("value"));
    for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++)
        measure_dimension(t, d);
}

/* Writes them -------------------------------------------------------------------------- */

static void put_summary(struct text *t)
{
    char first[SHEAF_PERIOD_TEXT], last[SHEAF_PERIOD_TEXT];
    sheaf_row row = SHEAF_ROW_INIT;
    size_t n = sheaf_table_row_count(t->table);

    sheaf_period_write(t->first, first);
    sheaf_period_write(t->last, last);
    put_text(t->into, sheaf_table_row(t->table, 0, &row) ? row.file : "");
    if (t->several_files)
        buffer_text(t->into, " and more");
    buffer_format(t->into, ": %s, %zu observation%s, %s%s%s\n", sheaf_table_format(t->table), n,
                  n == 1 ? "" : "s", first, strcmp(first, last) != 0 ? " to " : "",
                  strcmp(first, last) != 0 ? last : "");
    if (sheaf_table_title(t->table)[0] != '\0') {
        put_text(t->into, sheaf_table_title(t->table));
        buffer_text(t->into, "\n");
    }
}

/* "USD billion", "USD billion at 2019 prices" */
static void put_unit(struct buffer *into, const char *unit, const char *multiplier)
{
    const char *prices = strstr(unit, " at ");
    char currency[4];

    if (prices == NULL || prices - unit != 3) {
        put_text(into, unit);
        buffer_format(into, " %s", multiplier);
        return;
    }
    snprintf(currency, sizeof currency, "%.3s", unit);
    put_text(into, currency);
    buffer_format(into, " %s", multiplier);
    put_text(into, prices);
}

/* "reporter KAZ · unit USD billion": what all rows share; no line if they share nothing. */
static void put_constants(struct text *t)
{
    const char *word = t->one_multiplier ? multiplier_word(t->multiplier) : NULL;
    const char *between = "";
    size_t before = t->into->length;

    for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++) {
        const char *name = sheaf_table_dimension(t->table, d);
        const char *member = "";

        if (t->shown[d] != NULL && sheaf_table_row_count(t->table) > 0)
            member = t->shown[d][table_row_member(t->table, 0, d)];
        if (t->varies[d] || member[0] == '\0')
            continue;
        buffer_text(t->into, between);
        put_text(t->into, name);
        buffer_byte(t->into, ' ');
        if (strcmp(name, "unit") == 0 && word != NULL) {
            put_unit(t->into, member, word);
            word = NULL;
        } else {
            put_text(t->into, member);
        }
        between = " \u00B7 ";
    }
    if (word != NULL)
        buffer_format(t->into, "%sin %s", between, word);
    else if (t->one_multiplier && t->multiplier != 0 && multiplier_word(t->multiplier) == NULL)
        buffer_format(t->into, "%sin 10^%d", between, t->multiplier);
    buffer_text(t->into, t->into->length > before ? "\n\n" : "\n");
}

static void put_headers(struct text *t)
{
    put_cell(t->into, header_of_periods(t->table), t->period);
    for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++)
        if (t->varies[d])
            put_cell(t->into, sheaf_table_dimension(t->table, d), t->widths[d]);
    put_spaces(t->into, t->value - strlen("value"));
    buffer_text(t->into, "value");
    if (!t->one_multiplier)
        buffer_text(t->into, "  unit_mult");
    buffer_byte(t->into, '\n');
}

/* Aligns values at the decimal point; those without one end before it. */
static void put_value(struct text *t, size_t index, const sheaf_row *row)
{
    char number[NUMBER_GIVEN], flags[FLAGS];
    size_t bytes = value_text(t, index, row, number);
    size_t n = columns_of(number, bytes), point = point_of(number);
    size_t lead = t->value - t->before - t->after;

    flags_of(t, row, flags);
    put_spaces(t->into, lead + t->before - point);
    buffer_text(t->into, number);
    if (flags[0] != '\0' || !t->one_multiplier)
        put_spaces(t->into, t->after - (n - point));
    if (!t->one_multiplier)
        buffer_format(t->into, "  %9d", row->multiplier);
    if (flags[0] != '\0')
        buffer_format(t->into, "  %s", flags);
    buffer_byte(t->into, '\n');
}

static void put_rows(struct text *t)
{
    char period[SHEAF_PERIOD_TEXT];
    sheaf_row row = SHEAF_ROW_INIT;

    for (size_t i = 0; sheaf_table_row(t->table, i, &row) && !t->into->failed; i++) {
        sheaf_period_write(row.period, period);
        put_cell(t->into, period, t->period);
        for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++)
            if (t->varies[d] && t->shown[d] != NULL)
                put_cell(t->into, t->shown[d][table_row_member(t->table, i, d)], t->widths[d]);
        put_value(t, i, &row);
    }
}

/* The first few sentences on how derived figures were computed. */
static void put_derivations(struct text *t)
{
    size_t n = table_derivation_count(t->table);

    for (size_t i = 0; i < n && i < DERIVATIONS_KEPT; i++) {
        buffer_text(t->into, "    ");
        put_text(t->into, table_derivation(t->table, i));
        buffer_byte(t->into, '\n');
    }
    if (n > DERIVATIONS_KEPT)
        buffer_format(t->into, "    \u2026 and %zu more\n", n - DERIVATIONS_KEPT);
}

static void put_statuses(struct text *t)
{
    if (t->flagged || t->computed > 0 || t->estimated > 0)
        buffer_byte(t->into, '\n');
    sheaf_flags wanted = table_flags(t->table);

    if (t->estimated > 0)
        buffer_format(t->into, "%sown estimate: %zu\n", wanted == SHEAF_FLAGS_NONE ? "" : "[est] ",
                      t->estimated);
    if (t->computed > 0)
        buffer_format(t->into, "%scomputed: %zu\n", wanted == SHEAF_FLAGS_ALL ? "[d] " : "",
                      t->computed);
    put_derivations(t);
    for (char letter = 'B', last = 'Z'; letter <= last; letter++) {
        char flag[STATUS_FLAG];

        status_flag(letter, flag);
        if (t->statuses[(unsigned char)letter] > 0)
            buffer_format(t->into, "[%s] %s: %zu\n", flag, status_word(letter),
                          t->statuses[(unsigned char)letter]);
    }
    if (t->not_computed > 0)
        buffer_format(t->into, "[nc] not computed, because it needs figures above zero: %zu\n",
                      t->not_computed);
    if (t->confidential > 0)
        buffer_format(t->into, "[c] confidential: %zu\n", t->confidential);
}

/* How many observations each source gave. */
static void put_sources(struct text *t)
{
    size_t dimension = table_find_dimension(t->table, "source");
    size_t count = sheaf_table_member_count(t->table, "source");
    size_t *rows;

    if (count == 0)
        return;
    rows = arena_array(t->arena, size_t, count);
    for (size_t i = 0; i < sheaf_table_row_count(t->table) && rows != NULL; i++)
        rows[table_row_member(t->table, i, dimension)]++;
    buffer_byte(t->into, '\n');
    for (size_t m = 0; m < count && rows != NULL; m++) {
        const char *source = sheaf_table_member(t->table, "source", m);

        buffer_text(t->into, "source ");
        put_text(t->into, source[0] != '\0' ? source : "not named");
        buffer_format(t->into, ": %zu\n", rows[m]);
    }
}

/* Of rows, one name each; NULL: it is whole. */
static const char *name_cut(struct text *t, size_t dimension, size_t member)
{
    const char *called = sheaf_table_dimension(t->table, dimension);
    const char *name = sheaf_table_member_name(t->table, called, member);

    if (member_has_localized_name(called, sheaf_table_member(t->table, called, member)) ||
        shortened(t->arena, name) == name)
        return NULL;
    return name;
}

/* Names that are cut in the rows, in full; of very many, where they are whole. */
static void put_names(struct text *t)
{
    enum { MOST_NAMES = 20 };
    size_t cut = 0;

    for (int writes = 0; writes < 2; writes++)
        for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++) {
            const char *called = sheaf_table_dimension(t->table, d);
            for (size_t m = 0; m < sheaf_table_member_count(t->table, called); m++) {
                const char *name = name_cut(t, d, m);
                cut += writes == 0 && name != NULL;
                if (writes == 0 || name == NULL || cut > MOST_NAMES)
                    continue;
                buffer_text(t->into, "name ");
                put_text(t->into, sheaf_table_member(t->table, called, m));
                buffer_text(t->into, ": ");
                put_text(t->into, name);
                buffer_byte(t->into, '\n');
            }
            if (writes == 0 && d + 1 == sheaf_table_dimension_count(t->table) && cut > 0)
                buffer_byte(t->into, '\n');
        }
    if (cut > MOST_NAMES)
        buffer_format(t->into, "%zu names are cut here; CSV and JSON have them whole\n", cut);
}

static void write_text(const sheaf_table *table, struct buffer *into)
{
    struct arena arena;
    struct text t = { .table = table, .into = into, .arena = &arena };
    size_t count = sheaf_table_dimension_count(table);

    arena_init(&arena, &into->alloc, into->error);
    t.varies = arena_array(&arena, bool, count);
    t.widths = arena_array(&arena, size_t, count);
    t.shown = arena_array(&arena, const char **, count);
    if (t.varies != NULL && t.widths != NULL && t.shown != NULL) {
        measure(&t);
        put_summary(&t);
        put_constants(&t);
        put_headers(&t);
        put_rows(&t);
        put_statuses(&t);
        put_sources(&t);
        put_names(&t);
    }
    arena_free(&arena);
}

const struct writer text_writer = { SHEAF_TEXT, "table", write_text };
