/* values.c - plain values: numbers, texts, periods, sinks. */
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "calls/give.h"
#include "fuzz/require.h"

#define USUAL             300.0
#define CHOOSE(g, values) ((values)[(g)->choose((g), sizeof(values) / sizeof *(values))])

bool give_bool(struct giver *g)
{
    return g->choose(g, 2) == 0;
}

double give_double(struct giver *g)
{
    static const double values[] = { USUAL,  NAN,          INFINITY, -INFINITY, 0,    -1,  1e308,
                                     -1e308, DBL_TRUE_MIN, 1e-9,     0.5,       14.7, 1e6, 150 };

    return CHOOSE(g, values);
}

double give_number(struct giver *g, const char *name)
{
    static const struct {
        const char *name;
        double value;
    } sense[] = { { "scale", 1 },  { "ratio", 1.2 }, { "dots_per_inch", 72 },
                  { "value", 10 }, { "x", 150 },     { "y", 100 } };
    const double value = give_double(g);

    for (size_t i = 0; value == USUAL && i < sizeof sense / sizeof *sense; i++)
        if (strcmp(sense[i].name, name) == 0)
            return sense[i].value;
    return value;
}

int give_enum(struct giver *g)
{
    const int usual = strncmp(g->function, "sheaf_series_add", 16) == 0 ? SHEAF_NORMAL : 1;
    const int values[] = { usual, -1, 0, 2, 3, 1000, INT_MAX, INT_MIN, 4, 5, 65, 79 };

    return CHOOSE(g, values);
}

int give_int(struct giver *g, const char *name)
{
    const bool is_size = strcmp(name, "width") == 0 || strcmp(name, "height") == 0;
    const int values[] = {
        is_size ? 300 : 1, 0, -1, INT_MAX, INT_MIN, 2, 12, 13, 100, 2023, 9999, 10000
    };

    return CHOOSE(g, values);
}

size_t give_size_t(struct giver *g, const char *name)
{
    const size_t values[] = {
        strcmp(name, "n") == 0 ? 2 : 0, 1, 2, 4, 1000000, SIZE_MAX, SIZE_MAX / 2
    };

    return CHOOSE(g, values);
}

uint32_t give_uint32_t(struct giver *g)
{
    static const uint32_t values[] = { 0x1F5FA8, 0, 0xFFFFFF, UINT32_MAX, 0x01000000 };

    return CHOOSE(g, values);
}

sheaf_box give_sheaf_box(struct giver *g)
{
    static const sheaf_box values[] = {
        { 0, 0, 300, 200 },      { 300, 200, 0, 0 },
        { NAN, NAN, NAN, NAN },  { -INFINITY, -INFINITY, INFINITY, INFINITY },
        { 1e308, 0, -1e308, 5 },
    };

    return CHOOSE(g, values);
}

sheaf_period give_sheaf_period(struct giver *g)
{
    /* The last of the series, or the next, which can be added. */
    const int usual = strncmp(g->function, "sheaf_series_add", 16) == 0 ? 2024 : 2023;
    const sheaf_period values[] = {
        { SHEAF_MONTHS, usual * 12, 12 },
        { SHEAF_NO_PERIOD, 0, 0 },
        { SHEAF_MONTHS, 2021 * 12, 12 },
        { SHEAF_MONTHS, 2022 * 12 + 3, 1 },
        { SHEAF_DAYS, 19000, 1 },
        { SHEAF_NUMBER, 125, -1 },
        { SHEAF_MONTHS, INT32_MAX, INT32_MAX },
        { SHEAF_MONTHS, INT32_MIN, INT32_MAX },
        { SHEAF_MONTHS, 2023 * 12, -12 },
        { SHEAF_MONTHS, 2023 * 12, 0 },
        { SHEAF_DAYS, INT32_MAX, INT32_MAX },
        { SHEAF_DAYS, INT32_MIN, INT32_MIN },
        { SHEAF_NUMBER, INT32_MAX, INT32_MAX },
        { SHEAF_NUMBER, INT32_MIN, INT32_MIN },
        { (sheaf_period_unit)99, 5, 5 },
        { (sheaf_period_unit)-1, INT32_MIN, INT32_MAX },
    };

    return CHOOSE(g, values);
}

sheaf_spans give_sheaf_spans(struct giver *g)
{
    static const sheaf_spans values[] = { { 12, 1, 12 },       { 0, 0, 0 },
                                          { -1, -1, -1 },      { INT_MAX, INT_MAX, INT_MAX },
                                          { INT_MIN, 1, 12 },  { 3, 1, 3 },
                                          { 12, 13, 12 },      { 12, 1, 5 },
                                          { 1000000, 12, 12 }, { 12, INT_MIN, INT_MIN } };

    return CHOOSE(g, values);
}

static int take_bytes(void *context, const void *bytes, size_t n)
{
    (void)context;
    require(bytes != NULL || n == 0);
    return 0;
}

static int refuse_bytes(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return ENOSPC;
}

static int refuse_oddly(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return INT_MIN;
}

sheaf_sink give_sheaf_sink(struct giver *g)
{
    static int (*const values[])(void *, const void *, size_t) = { take_bytes, NULL, refuse_bytes,
                                                                   refuse_oddly };

    return (sheaf_sink){ NULL, CHOOSE(g, values) };
}

/* More than any text that the library keeps whole. */
static const char *long_text(struct giver *g)
{
    enum { BYTES = 20000 };
    char *text = give_block(g, BYTES + 1);

    memset(text, 'x', BYTES);
    text[BYTES] = '\0';
    return text;
}

static const char *sense(const struct giver *g, const char *name)
{
    static const char *const names[][2] = {
        { "language", "de" },     { "expression", "exports" }, { "dimension", "flow" },
        { "on", "partner" },      { "currency", "EUR" },       { "yaml", "- text: Hello\n" },
        { "date", "2024-06-26" }, { "color", "#1F5FA8" },      { "unit", "USD" },
        { "english", "Usage" },   { "regular", "Inter" },      { "semibold", "Inter" },
        { "italic", "Inter" },    { "texts", "title" },        { "parameter", "partner" },
        { "title", "A title" },   { "prefix", "a" },           { "form", "genitive" },
        { "paper", "A4" },
    };

    if (strcmp(g->function, "sheaf_theme_create") == 0)
        return "dark";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i][0]) == 0)
            return names[i][1];
    return "exports";
}

/* Of add_many: a letter for each of the values before. */
static const char *give_statuses(struct giver *g)
{
    static const char *const letters[] = {
        NULL, "AAAAAAAA", "PEOQMLAA", "aaaaaaaa", "\xff\xff\xff\xff\xff\xff\xff\xff", "        "
    };

    return CHOOSE(g, letters);
}

const char *give_text(struct giver *g, const char *name)
{
    static const char *const texts[] = {
        NULL,
        "",
        "\xff\xfe\x80",
        "a\nb\x01\x7f",
        "{",
        "{exports[2023]}",
        "{$partner} %s %n",
        "\xe2\x80\xae\xf0\x9f\x87\xb0\xf0\x9f\x87\xbf",
        "[",
        "- table: {rows: x",
        " ",
        "exports",
        "CHN",
        "2023",
        "auto",
        "all",
        "csv",
        "zero",
        "ar",
        "Klingon",
        "partners",
        "trade[flow: exports, partner: *]",
        "growth(exports)",
        "**bold** [link](#a)",
        "#zzzzzz",
    };
    const size_t n = sizeof texts / sizeof *texts;

    if (strcmp(name, "statuses") == 0)
        return give_statuses(g);
    const size_t i = g->choose(g, n + 2);
    const char *text = i == 0 ? sense(g, name) : i <= n ? texts[i - 1] : long_text(g);
    g->n = text != NULL ? strlen(text) : 4;
    return text;
}

/* What is read is there, and what is written goes into the current folder. */
static const char *path_of(const struct giver *g)
{
    if (strstr(g->function, "_write") != NULL || strstr(g->function, "suggest") != NULL ||
        strstr(g->function, "merge") != NULL)
        return "written";
    if (strstr(g->function, "table") != NULL)
        return "data.csv";
    if (strstr(g->function, "theme") != NULL)
        return "theme.yaml";
    return strstr(g->function, "folder") != NULL || strstr(g->function, "root") != NULL ||
                   strstr(g->function, "diff") != NULL
               ? "."
               : "spec.yaml";
}

const char *give_path_const_char_p(struct giver *g)
{
    static const char *const paths[] = { NULL,         "",          "no/such/file", ".",
                                         "\xff\xfe",   "data.csv",  "spec.yaml",    "data.csv/x",
                                         "odbc:DSN=x", "/dev/null", "a\nb" };
    const size_t n = sizeof paths / sizeof *paths, i = g->choose(g, n + 2);

    return i == 0 ? path_of(g) : i <= n ? paths[i - 1] : long_text(g);
}

const char *const *give_path_const_char_pconst_p(struct giver *g)
{
    static const char *const paths[] = { "data.csv", "no/such/file" }, *const none[2] = { NULL };
    static const char *const *const values[] = { paths, NULL, none };

    g->n = 2;
    return CHOOSE(g, values);
}

const char *const *give_const_char_pconst_p(struct giver *g)
{
    static const char *const words[] = { "one", "two", NULL }, *const none[] = { NULL, NULL, NULL };
    static const char *const odd[] = { "", "\xff\xfe", NULL };
    static const char *const *const values[] = { words, NULL, none, odd };

    g->n = 2;
    return CHOOSE(g, values);
}

const void *give_const_void_p(struct giver *g)
{
    const char *sensible = strstr(g->function, "sheet") != NULL
                               ? "sheaf: 1\ntitle: T\nsheet:\n- text: Hello\n"
                           : strstr(g->function, "theme") != NULL ? "theme: 1\npaper: \"#FFFFFF\"\n"
                                                                  : call_csv;
    const char *const values[] = { sensible,     NULL,       "",
                                   "\xff\xfe",   "{",        "period,value\n",
                                   "PK\x03\x04", "\x1f\x8b", "sheaf: 1\nsheet: [[[[" };
    const size_t n = sizeof values / sizeof *values, i = g->choose(g, n + 1);
    const char *text = i < n ? values[i] : NULL;

    g->n = text != NULL ? strlen(text) : i < n ? 5 : 0; /* nothing may be at NULL */
    if (text == NULL)
        return NULL;
    return memcpy(give_block(g, g->n + 1), text, g->n + 1);
}

void *give_void_p(struct giver *g)
{
    (void)g;
    return NULL; /* of callbacks, which do not look at it */
}
