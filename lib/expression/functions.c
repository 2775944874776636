/* functions.c - the functions of the expression language, one row each.
 *
 * A row has the function's parameters, in their order for arguments without names, and the C
 * function, which is applied to each series or to all at once. */
#include <string.h>

#include "base/strings.h"
#include "expression/parts.h"
#include "series/series.h"
#include "series/series_list.h"
#include "table/filters.h"

static sheaf_basis basis_of(const struct argument *argument)
{
    return strcmp(argument->word, "previous") == 0 ? SHEAF_ON_PREVIOUS : SHEAF_ON_YEAR;
}

static sheaf_series *apply_backcast(const struct argument *a)
{
    return sheaf_series_imply(a[0].series);
}

static sheaf_series *apply_turnover(const struct argument *a)
{
    return sheaf_series_turnover(a[0].series, a[1].series);
}

static sheaf_series *apply_balance(const struct argument *a)
{
    return sheaf_series_balance(a[0].series, a[1].series);
}

static sheaf_series *apply_coverage_ratio(const struct argument *a)
{
    return sheaf_series_cover(a[0].series, a[1].series);
}

static sheaf_series *apply_unit_value(const struct argument *a)
{
    return sheaf_series_unit_value(a[0].series, a[1].series);
}

static sheaf_series *apply_sum(const struct argument *a)
{
    return sheaf_series_sum_to(a[0].series, a[1].spans, strcmp(a[2].word, "yes") == 0);
}

static sheaf_series *apply_cumulative(const struct argument *a)
{
    return sheaf_series_cumulative(a[0].series, (int)a[1].number);
}

static sheaf_series *apply_months(const struct argument *a)
{
    return sheaf_series_from_cumulative(a[0].series, (int)a[1].number, 1);
}

static sheaf_series *apply_quarters(const struct argument *a)
{
    return sheaf_series_from_cumulative(a[0].series, (int)a[1].number, 3);
}

static sheaf_series *apply_rolling_sum(const struct argument *a)
{
    return sheaf_series_rolling_sum(a[0].series, a[1].number);
}

static sheaf_series *apply_rolling_mean(const struct argument *a)
{
    return sheaf_series_rolling_mean(a[0].series, a[1].number);
}

static sheaf_series *apply_seasonal(const struct argument *a)
{
    return sheaf_series_seasonal_mean(a[0].series, a[1].given ? a[1].number : 0);
}

static sheaf_series *apply_growth(const struct argument *a)
{
    return sheaf_series_growth_on(a[0].series, basis_of(&a[1]));
}

static sheaf_series *apply_change(const struct argument *a)
{
    return sheaf_series_change(a[0].series, basis_of(&a[1]));
}

/* With "to", only the observation of that period. */
static sheaf_series *compound(const struct argument *a, bool strict)
{
    sheaf_series *all = series_compound_growth(a[0].series, a[1].period, strict), *one;
    bool is_there = a[2].given && sheaf_series_find(all, a[2].period, ROOM) != NULL;

    if (!a[2].given)
        return all;
    one = sheaf_series_pick(all, &a[2].period, strict || is_there);
    sheaf_series_destroy(all);
    return one;
}

static sheaf_series *apply_compound(const struct argument *a)
{
    return compound(a, true);
}

static sheaf_series *apply_compound_beside(const struct argument *a)
{
    return compound(a, false);
}

static sheaf_series *apply_contribution(const struct argument *a)
{
    return sheaf_series_contribution(a[0].series, a[1].series, basis_of(&a[2]));
}

static sheaf_series *apply_share(const struct argument *a)
{
    return sheaf_series_share(a[0].series, a[1].series);
}

static sheaf_series *apply_index(const struct argument *a)
{
    return sheaf_series_index(a[0].series, a[1].period);
}

static sheaf_series *apply_index_beside(const struct argument *a)
{
    return series_index(a[0].series, a[1].period, false);
}

static sheaf_series *apply_convert(const struct argument *a)
{
    return sheaf_series_convert(a[0].series, a[2].series, a[1].word);
}

static sheaf_series *apply_constant(const struct argument *a)
{
    return sheaf_series_constant_prices(a[0].series, a[1].series, a[2].period);
}

static sheaf_series *apply_rca(const struct argument *a)
{
    return sheaf_series_comparative_advantage(a[0].series, a[1].series, a[2].series, a[3].series);
}

static sheaf_series *apply_intensity(const struct argument *a)
{
    return sheaf_series_trade_intensity(a[0].series, a[1].series, a[2].series, a[3].series);
}

static sheaf_series_list *apply_mirror(const struct argument *a)
{
    return sheaf_series_mirror(a[0].series, a[1].series);
}

static sheaf_series_list *list_of_one(sheaf_series *series)
{
    sheaf_series_list *list = sheaf_series_list_create(series_alloc(series));

    sheaf_series_list_add(list, series);
    return list;
}

/* The list, failed where the parts exceed the whole that their table states. */
static sheaf_series_list *checked(sheaf_series_list *list, const struct argument *parts)
{
    sheaf_error error = { 0 };

    if (parts->total != NULL && sheaf_series_list_status(list) == SHEAF_OK)
        series_list_check_parts(parts->parts, parts->total, &error);
    series_list_fail(list, &error);
    return list;
}

static sheaf_series_list *apply_total(const struct argument *a)
{
    return checked(list_of_one(sheaf_series_list_total(a[0].parts)), a);
}

static sheaf_series_list *apply_top(const struct argument *a)
{
    return sheaf_series_list_top(a[0].parts, a[0].total, a[2].number, a[3].period);
}

/* The index of the series with this name, else of one whose name is the same country. SIZE_MAX, and
 * error is set, if there is none. */
static size_t find_series(const sheaf_series_list *list, const char *name, sheaf_error *error)
{
    size_t n = sheaf_series_list_count(list), found = SIZE_MAX;

    for (size_t i = 0; i < n; i++)
        if (strcmp(sheaf_series_name(sheaf_series_list_at(list, i)), name) == 0)
            return i;
    for (size_t i = 0; i < n && found == SIZE_MAX; i++)
        if (is_same_country(name, sheaf_series_name(sheaf_series_list_at(list, i))))
            found = i;
    if (found == SIZE_MAX)
        fail(error, SHEAF_BAD_INPUT, "'%.60s' is not among the %zu series that are ranked", name,
             n);
    return found;
}

/* The ranks of the rows' members, as far as they have one, named as the rows are. */
static sheaf_series_list *ranks_of_rows(sheaf_series_list *all, const struct argument *of)
{
    sheaf_series_list *list = sheaf_series_list_create(series_list_alloc(all));

    for (size_t i = 0; i < of->n_rows; i++) {
        sheaf_error absent = { 0 };
        const size_t found = find_series(all, of->rows[i], &absent);
        sheaf_series *rank = found != SIZE_MAX ? sheaf_series_list_take(all, found) : NULL;

        if (rank == NULL)
            continue;
        series_set_name(rank, of->rows[i]);
        sheaf_series_list_add(list, rank);
    }
    sheaf_series_list_destroy(all);
    return list;
}

/* The ranks of all parts or, with "of", of one. */
static sheaf_series_list *apply_rank(const struct argument *a)
{
    sheaf_series_list *all = checked(sheaf_series_list_rank(a[0].parts), a), *one;
    sheaf_error error = { 0 };
    size_t found;

    if (!a[1].given || sheaf_series_list_status(all) != SHEAF_OK)
        return all;
    if (a[1].rows != NULL)
        return ranks_of_rows(all, &a[1]);
    found = find_series(all, a[1].word, &error);
    one = sheaf_series_list_create(series_list_alloc(all));
    if (found != SIZE_MAX)
        sheaf_series_list_add(one, sheaf_series_list_take(all, found));
    series_list_fail(one, &error);
    sheaf_series_list_destroy(all);
    return one;
}

static sheaf_series_list *apply_count(const struct argument *a)
{
    return list_of_one(sheaf_series_list_number(a[0].parts));
}

static sheaf_series_list *apply_herfindahl(const struct argument *a)
{
    return checked(list_of_one(sheaf_series_list_concentration(a[0].parts)), a);
}

#define BASIS                                                                                      \
    {                                                                                              \
        "on", TAKES_CHOICE, "year", "year previous"                                                \
    }
#define BY                                                                                         \
    {                                                                                              \
        "by", TAKES_NAME, "", NULL                                                                 \
    }
#define DEPTH                                                                                      \
    {                                                                                              \
        "depth", TAKES_NUMBER, "", NULL                                                            \
    }

static const struct function functions[] = {
    { .name = "turnover",
      .parameters = { { "exports", TAKES_SERIES, NULL, NULL },
                      { "imports", TAKES_SERIES, NULL, NULL } },
      .one = apply_turnover,
      .example = "turnover(exports, imports)" },
    { .name = "balance",
      .parameters = { { "exports", TAKES_SERIES, NULL, NULL },
                      { "imports", TAKES_SERIES, NULL, NULL } },
      .one = apply_balance,
      .example = "balance(exports, imports)" },
    { .name = "cover",
      .parameters = { { "exports", TAKES_SERIES, NULL, NULL },
                      { "imports", TAKES_SERIES, NULL, NULL } },
      .one = apply_coverage_ratio,
      .example = "cover(exports, imports)" },
    { .name = "unit_value",
      .parameters = { { "value", TAKES_SERIES, NULL, NULL },
                      { "quantity", TAKES_SERIES, NULL, NULL } },
      .one = apply_unit_value,
      .example = "unit_value(value, quantity)" },
    { .name = "mirror",
      .parameters = { { "exports", TAKES_SERIES, NULL, NULL },
                      { "imports", TAKES_SERIES, NULL, NULL } },
      .several = apply_mirror,
      .gives_several = true,
      .example = "mirror(our_exports, their_imports)" },
    { .name = "latest",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL } },
      .moment = sheaf_series_latest,
      .example = "latest(exports)" },
    { .name = "sum",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL },
                      { "to", TAKES_SPANS, NULL, NULL },
                      { "partial", TAKES_CHOICE, "no", "no yes" } },
      .one = apply_sum,
      .example = "sum(months, to: year)" },
    { .name = "cumulative",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, { "from", TAKES_NUMBER, "1", NULL } },
      .one = apply_cumulative,
      .example = "cumulative(months, from: 4)" },
    { .name = "months",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, { "from", TAKES_NUMBER, "1", NULL } },
      .one = apply_months,
      .example = "months(year_to_date)" },
    { .name = "quarters",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, { "from", TAKES_NUMBER, "1", NULL } },
      .one = apply_quarters,
      .example = "quarters(year_to_date)" },
    { .name = "rolling_sum",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, { "n", TAKES_NUMBER, "12", NULL } },
      .one = apply_rolling_sum,
      .example = "rolling_sum(months, n: 12)" },
    { .name = "rolling_mean",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, { "n", TAKES_NUMBER, "12", NULL } },
      .one = apply_rolling_mean,
      .example = "rolling_mean(months, n: 3)" },
    { .name = "seasonal",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, { "years", TAKES_NUMBER, "", NULL } },
      .one = apply_seasonal,
      .example = "seasonal(months, years: 5)" },
    { .name = "growth",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, BASIS },
      .one = apply_growth,
      .example = "growth(exports, on: previous)" },
    { .name = "change",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL }, BASIS },
      .one = apply_change,
      .example = "change(exports, on: previous)" },
    { .name = "compound",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL },
                      { "from", TAKES_PERIOD, NULL, NULL },
                      { "to", TAKES_PERIOD, "", NULL } },
      .one = apply_compound,
      .beside = apply_compound_beside,
      .example = "compound(exports, from: 2019, to: 2023)" },
    { .name = "contribution",
      .parameters = { { "part", TAKES_SERIES, NULL, NULL },
                      { "to", TAKES_SERIES, NULL, NULL },
                      BASIS },
      .one = apply_contribution,
      .example = "contribution(exports, to: turnover)" },
    { .name = "imply",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL } },
      .one = apply_backcast,
      .example = "imply(turnover)" },
    { .name = "share",
      .parameters = { { "part", TAKES_SERIES, NULL, NULL }, { "of", TAKES_SERIES, NULL, NULL } },
      .one = apply_share,
      .example = "share(exports, of: world)" },
    { .name = "index",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL },
                      { "base", TAKES_PERIOD, NULL, NULL } },
      .one = apply_index,
      .beside = apply_index_beside,
      .example = "index(exports, base: 2019)" },
    { .name = "convert",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL },
                      { "to", TAKES_NAME, NULL, NULL },
                      { "at", TAKES_SERIES, NULL, NULL } },
      .one = apply_convert,
      .example = "convert(exports, to: EUR, at: rates)" },
    { .name = "constant",
      .parameters = { { "series", TAKES_SERIES, NULL, NULL },
                      { "prices", TAKES_SERIES, NULL, NULL },
                      { "base", TAKES_PERIOD, NULL, NULL } },
      .one = apply_constant,
      .example = "constant(exports, prices: export_prices, base: 2019)" },
    { .name = "rca",
      .parameters = { { "product", TAKES_SERIES, NULL, NULL },
                      { "all", TAKES_SERIES, NULL, NULL },
                      { "world_product", TAKES_SERIES, NULL, NULL },
                      { "world_all", TAKES_SERIES, NULL, NULL } },
      .one = apply_rca,
      .example = "rca(wheat, all: exports, world_product: world_wheat, world_all: world_exports)" },
    { .name = "intensity",
      .parameters = { { "to_partner", TAKES_SERIES, NULL, NULL },
                      { "all", TAKES_SERIES, NULL, NULL },
                      { "world_to_partner", TAKES_SERIES, NULL, NULL },
                      { "world_all", TAKES_SERIES, NULL, NULL } },
      .one = apply_intensity,
      .example = "intensity(to_china, all: exports, world_to_partner: world_to_china, world_all: "
                 "world_exports)" },
    { .name = "total",
      .parameters = { { "parts", TAKES_PARTS, NULL, NULL }, BY, DEPTH },
      .several = apply_total,
      .example = "total(trade, by: partner)" },
    { .name = "top",
      .parameters = { { "parts", TAKES_PARTS, NULL, NULL },
                      BY,
                      { "n", TAKES_NUMBER, "5", NULL },
                      { "in", TAKES_PERIOD, "", NULL },
                      DEPTH },
      .several = apply_top,
      .gives_several = true,
      .example = "top(trade, by: partner, n: 5)" },
    { .name = "rank",
      .parameters = { { "parts", TAKES_PARTS, NULL, NULL },
                      { "of", TAKES_NAME, "", NULL },
                      BY,
                      DEPTH },
      .several = apply_rank,
      .gives_several = true,
      .one_with = "of",
      .example = "rank(trade, by: partner, of: CHN)" },
    { .name = "count",
      .parameters = { { "parts", TAKES_PARTS, NULL, NULL }, BY, DEPTH },
      .several = apply_count,
      .example = "count(trade, by: partner)" },
    { .name = "herfindahl",
      .parameters = { { "parts", TAKES_PARTS, NULL, NULL }, BY, DEPTH },
      .several = apply_herfindahl,
      .example = "herfindahl(trade, by: partner)" },
};

enum { FUNCTIONS = sizeof functions / sizeof *functions };

const struct function *expression_function(const char *name, const char **nearest)
{
    const char *names[FUNCTIONS];

    for (size_t i = 0; i < FUNCTIONS; i++) {
        names[i] = functions[i].name;
        if (strcmp(names[i], name) == 0)
            return &functions[i];
    }
    if (nearest != NULL)
        *nearest = string_nearest(name, strlen(name), names, FUNCTIONS);
    return NULL;
}

const char *expression_function_name(size_t index)
{
    return index < FUNCTIONS ? functions[index].name : NULL;
}
