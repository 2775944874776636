/* wholes_are_never_added_to_parts.c - total, top, rank, herfindahl and share over tables that hold
 * wholes, groups and secret members beside ordinary ones, however the series are named. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "series/observation.h"
#include "sheaf/expression.h"
#include "support/series_text.h"

/* Tables that hold sums beside their parts ------------------------------------------------ */

static const char world[] = "period,partner,flow,value,unit\n"
                            "2022,WLD,exports,80,USD\n2022,CHN,exports,30,USD\n"
                            "2022,RUS,exports,20,USD\n2022,UZB,exports,10,USD\n"
                            "2023,CHN,exports,33,USD\n2023,RUS,exports,22,USD\n"
                            "2023,UZB,exports,11,USD\n";
static const char named[] = "год;партнер;экспорт, тыс. долл. США\n2022;всего по странам;80\n"
                            "2022;Китай;30\n2022;страны СНГ;45\n2022;Россия;20\n"
                            "2022;прочие страны;25\n";
static const char wits[] =
    "\"Nomenclature\",\"ReporterISO3\",\"ProductCode\",\"ReporterName\",\"PartnerISO3\","
    "\"PartnerName\",\"Year\",\"TradeFlowName\",\"TradeFlowCode\",\"TradeValue in 1000 USD\"\n"
    "\"H4\",\"CHN\",\"01-05_Animal\",\"China\",\"WLD\",\" World\",2024,\"Import\",5,40\n"
    "\"H4\",\"CHN\",\"27-27_Fuels\",\"China\",\"WLD\",\" World\",2024,\"Import\",5,60\n"
    "\"H4\",\"CHN\",\"AllSubHeading\",\"China\",\"WLD\",\" World\",2024,\"Import\",5,100\n"
    "\"H4\",\"CHN\",\"WTO_H4_Aggri\",\"China\",\"WLD\",\" World\",2024,\"Import\",5,40\n"
    "\"H4\",\"CHN\",\"WTO_H4_Petro\",\"China\",\"WLD\",\" World\",2024,\"Import\",5,60\n";
static const char eurostat[] = "freq,unit,partner,geo\\TIME_PERIOD\t2022 \n"
                               "A,MIO_EUR,WORLD,DE\t100.0 \nA,MIO_EUR,EU27_2020,DE\t55.0 \n"
                               "A,MIO_EUR,EXT_EU27_2020,DE\t45.0 \nA,MIO_EUR,FR,DE\t20.0 \n"
                               "A,MIO_EUR,CN,DE\t15.0 \n";
static const char secret[] = "period,partner,value,unit\n2022,WLD,100,USD\n2022,QZ,40,USD\n"
                             "2022,CHN,30,USD\n2022,RUS,20,USD\n";
static const char unknown[] = "period,partner,flow,value,unit,conf_status\n"
                              "2022,CHN,exports,50,USD,F\n2022,RUS,exports,,USD,C\n"
                              "2022,UZB,exports,20,USD,F\n2023,CHN,exports,50,USD,F\n"
                              "2023,UZB,exports,60,USD,F\n";
static const char sections[] = "period,product,value,unit\n2022,TOTAL,100,USD\n2022,XVI,60,USD\n"
                               "2022,84,40,USD\n2022,85,20,USD\n2022,8471,10,USD\n";
static const char flows[] = "period,flow,value,unit\n2022,exports,100,USD\n2022,re-exports,30,USD\n"
                            "2022,domestic exports,70,USD\n2022,imports,80,USD\n"
                            "2022,balance,20,USD\n2022,turnover,180,USD\n";
static const char modes[] = "period,mode of transport,value,unit\n2022,TOTAL MOT,100,USD\n"
                            "2022,Air,30,USD\n2022,Sea,60,USD\n2022,Unknown,10,USD\n";
static const char blocs[] = "period,partner,value,unit\n2022,WLD,100,USD\n2022,СНГ,45,USD\n"
                            "2022,EU27_2020,30,USD\n2022,прочие страны,25,USD\n";
static const char regions[] = "period,region,value,unit\n2022,Total,100,USD\n2022,Asia,45,USD\n"
                              "2022,Europe,30,USD\n2022,Other,25,USD\n";
/* What is left of the world without the CIS is not the CIS, nor is the G20 the G7. */
static const char abroad[] = "period,partner,value,unit\n2022,страны дальнего зарубежья,45,USD\n"
                             "2022,G20,30,USD\n2022,RCEP,20,USD\n";
static const char blocks[] = "period,partner,value,unit\n2022,China,13.0,USD\n2022,Russia,8.0,USD\n"
                             "2022,EU27_2020,2.0,USD\n2022,EU28,7.0,USD\n2022,EA20,5.0,USD\n"
                             "2022,EXT_EU27_2020,34.0,USD\n";
static const char sectors[] = "period,sector,value,unit\n2022,Food,13,USD\n2022,Machines,8,USD\n"
                              "2022,All sectors,30,USD\n2022,All other,9,USD\n";
static const char twice[] = "period,sector,value,unit\n2022,All,35,USD\n2021,Total,33,USD\n"
                            "2022,Total,35,USD\n2021,Food,13,USD\n2022,Food,14,USD\n"
                            "2021,Oil,10,USD\n2022,Oil,9,USD\n";
static const char excess[] = "period,partner,value,unit\n2022,WLD,100,USD\n2022,CHN,60,USD\n"
                             "2022,Neighbours,80,USD\n2022,RUS,20,USD\n";
static const char rounded[] = "period,partner,value,unit\n2022,WLD,10,USD\n2022,CHN,6,USD\n"
                              "2022,RUS,5,USD\n";
static const char prices[] = "period,partner,indicator,value,unit\n2022,CHN,price,5,USD\n"
                             "2022,RUS,price,6,USD\n2022,CHN,growth,5,%\n2022,RUS,growth,6,%\n"
                             "2022,CHN,gdp,5,USD per capita\n2022,RUS,gdp,6,USD per capita\n"
                             "2022,CHN,volume,5,2015 = 100\n2022,RUS,volume,6,2015 = 100\n"
                             "2022,CHN,value,5,USD\n2022,RUS,value,6,USD\n";

#define NO_SUM                                                                                     \
    ", which is never added up; add the amounts first, then compute the share, growth or rank of " \
    "the sum"

static const struct {
    const char *csv, *expression, *result;
} cases[] = {
    { world, "total(data[partner: *])", "2022: 60, 2023: 66" },
    { world, "total(data[partner: *], by: partner)", "2022: 60, 2023: 66" },
    { world, "total(data, by: partner)", "2022: 60, 2023: 66" },
    { world, "total(data[partner: CHN | RUS | WLD])", "2022: 50, 2023: 55" },
    { world, "rank(data[partner: RUS | WLD | CHN])[2022]", "RUS 2022: 2; CHN 2022: 1" },
    { world, "rank(data[partner: *])[2022]", "CHN 2022: 1; RUS 2022: 2; UZB 2022: 3" },
    { world, "top(data[partner: *], n: 1)[2022]", "CHN 2022: 30; other 2022: 50" },
    { world, "top(data[partner: RUS | WLD | CHN], n: 1)[2022]", "CHN 2022: 30; other 2022: 50" },
    { world, "herfindahl(data[partner: *])[2022]", "2022: 0.39" },
    { world, "total(data[partner: CHN], by: partner)", "2022: 30, 2023: 33" },
    { world, "top(data[partner: CHN], by: partner, n: 1)[2022]", "CHN 2022: 30" },
    { world, "rank(data[partner: CHN], by: partner)[2022]", "CHN 2022: 1" },
    { world, "herfindahl(data[partner: CHN], by: partner)[2022]", "2022: 1.00000" },
    { world, "total(data[partner: WLD], by: partner)", "2022: 80" },
    { world, "total(data[partner: CNH], by: partner)",
      "no partner named 'CNH'; did you mean 'CHN'?" },
    { world, "total(data[partner: !USA], by: partner)",
      "no partner named 'USA'; there is: WLD, CHN, RUS, UZB" },
    { world, "total(data[partner: !RUS | !World], by: partner)", "2022: 40, 2023: 44" },
    { world, "data[partner: !World][2022]", "CHN 2022: 30; RUS 2022: 20; UZB 2022: 10" },
    { world, "data[partner: \"!World\"][2022]", "CHN 2022: 30; RUS 2022: 20; UZB 2022: 10" },
    { world, "data[partner: !World][partner: CHN][2022]", "2022: 30" },
    { world, "data[partner: *][partner: ! Россия][2022]",
      "WLD 2022: 80; CHN 2022: 30; UZB 2022: 10" },
    { world, "top(data[partner: !World], n: 1)[2022]", "CHN 2022: 30; other 2022: 30" },
    { world, "(data[partner: *] + data[partner: *])[partner: !RUS | !World][2022]",
      "CHN 2022: 60; UZB 2022: 20" },
    { world, "(data[partner: *] + data[partner: *])[partner: !Italy][2022]",
      "none of these series has partner: Italy; there is: WLD, CHN, RUS, UZB" },
    { world, "data[partner: CHN | !RUS]",
      "members are either chosen (CHN | RUS) or left out (!CHN | !RUS), not both at once" },
    { world, "total(data[partner: CHN | RUS], by: flow)",
      "partner has several members, and the parts are by flow; choose one partner" },
    { world, "total(data[partner: CHN | RUS] + data[partner: CHN | RUS], by: colour)",
      "series are chosen by series, reporter, partner, flow, product, unit or source, not by "
      "'colour'" },
    { world, "share(data[partner: CHN], of: data[partner: World])", "2022: 38" },

    { abroad, "data[partner: \"вне СНГ\"]", "2022: 45" },
    { abroad, "data[partner: СНГ]",
      "no partner named 'СНГ'; there is: страны дальнего зарубежья, G20, RCEP" },
    { abroad, "data[partner: G7]",
      "no partner named 'G7'; there is: страны дальнего зарубежья, G20, RCEP" },
    { abroad, "data[partner: \"African Union\"]",
      "no partner named 'African Union'; there is: страны дальнего зарубежья, G20, RCEP" },

    /* Whoever names groups may name those that hold none of the others. */
    { blocks, "total(data[partner: China | Russia | EU27_2020])", "2022: 23.0" },
    { blocks, "rank(data[partner: China | EU27_2020 | Russia])",
      "CHN 2022: 1; EU27_2020 2022: 3; RUS 2022: 2" },
    { blocks, "total(data[partner: EU27_2020 | EXT_EU27_2020])", "2022: 36.0" },
    { blocks, "total(data[partner: EU27_2020 | EU28])",
      "the groups 'EU27_2020' and 'EU28' may have members in common; they are never added or "
      "ranked "
      "together: leave one out" },
    { blocks, "herfindahl(data[partner: EU27_2020 | EA20], by: partner)",
      "the groups 'EU27_2020' and 'EA20' may have members in common; they are never added or "
      "ranked "
      "together: leave one out" },
    { blocks, "rank((data[partner: EU28 | EA20] + data[partner: EU28 | EA20]))",
      "the groups 'EU28' and 'EA20' may have members in common; they are never added or ranked "
      "together: leave one out" },
    { blocks, "total(data[partner: EU28 | China] + data[partner: EU28 | China])", "2022: 40" },
    { blocks, "total(data[partner: China | EXT_EU27_2020])",
      "'EXT_EU27_2020' is a group, and 'CHN' may be in it; they are never added or ranked "
      "together: "
      "leave one out" },

    { flows, "exports - re-exports",
      "no series named 're'; in quotes it is the whole name: \"re-exports\"" },
    { flows, "exports - \"re-exports\"", "2022: 70" },

    { twice, "top(data, by: sector, n: 1)[2021]", "Food 2021: 13; other 2021: 20" },
    { sectors, "total(data, by: sector)", "2022: 30" },
    { sectors, "top(data, by: sector, n: 1)", "Food 2022: 13; other 2022: 17" },
    { sectors, "rank(data, by: sector)", "Food 2022: 1; Machines 2022: 2" },

    { named, "total(data, by: partner)", "2022: 75" },
    { named, "top(data, by: partner, n: 1)", "CHN 2022: 30; other 2022: 50" },
    { named, "rank(data, by: partner)", "CHN 2022: 1; RUS 2022: 2" },
    { named, "data[partner: World]", "2022: 80" },
    { named, "total(data[partner: СНГ], by: partner)", "2022: 45" },
    { named, "total(data[partner: Китай | \"страны СНГ\"])", "2022: 75" },
    { named, "total(data[partner: Россия | \"страны СНГ\"])",
      "'страны СНГ' is a group, and 'RUS' may be in it; they are never added or ranked together: "
      "leave one out" },

    { wits, "total(data, by: product)", "2024: 100" },
    { wits, "top(data, by: product, n: 1)", "27-27_Fuels 2024: 60; other 2024: 40" },
    { wits, "rank(data[product: *])", "01-05_Animal 2024: 2; 27-27_Fuels 2024: 1" },
    { wits, "data[product: TOTAL]", "2024: 100" },

    { eurostat, "top(data, by: partner, n: 2)", "FRA 2022: 20.0; CHN 2022: 15.0; other 2022: 65" },
    { eurostat, "total(data, by: partner)", "2022: 35.0" },
    { eurostat, "total(data[partner: *])", "2022: 35.0" },
    { eurostat, "data[partner: EU]", "2022: 55.0" },
    { eurostat, "total(data[partner: EU], by: partner)", "2022: 55.0" },
    { eurostat, "rank(data[partner: EU27_2020 | EXT_EU27_2020])",
      "EU27_2020 2022: 1; EXT_EU27_2020 2022: 2" },
    { eurostat, "rank(data[partner: EU27_2020 | FR])",
      "'EU27_2020' is a group, and 'FRA' may be in it; they are never added or ranked together: "
      "leave one out" },

    { secret, "total(data, by: partner)", "2022: 90" },
    { secret, "top(data, by: partner, n: 1)", "CHN 2022: 30; other 2022: 70" },
    { secret, "top(data[partner: !World], by: partner, n: 1)", "CHN 2022: 30; other 2022: 60" },
    { secret, "rank(data, by: partner)", "CHN 2022: 1; RUS 2022: 2" },
    { secret, "count(data, by: partner)", "2022: 2" },
    { secret, "rank(data, by: partner, of: QZ)", "'QZ' is not among the 2 series that are ranked" },
    { secret, "rank(data[partner: QZ], by: partner)", "'QZ' is unspecified and has no rank" },

    { unknown, "rank(data, by: partner)",
      "CHN 2022: : O C, 2023: 2; RUS 2022: : O C; UZB 2022: : O C, 2023: 1" },

    { sections, "total(data[product: *])",
      "products are split in two ways here, by sections and by codes of 2 digits, which are never "
      "added together; say which, as in depth: 2, or leave the others out, as in product: !X" },
    { sections, "total(data, by: product, depth: 2)", "2022: 60" },
    { sections, "total(data[product: XVI | 84])",
      "products are split in two ways here, by sections and by codes of 2 digits, which are never "
      "added together; say which, as in depth: 2, or leave the others out, as in product: !X" },
    { sections, "total(data[product: 84 | 8471])",
      "products of 2 and of 4 digits are here, which are never added together; say which, as in "
      "depth: 2" },

    { flows, "total(data, by: flow)", "2022: 180" },
    { flows, "top(data, by: flow, n: 1)", "exports 2022: 100; other 2022: 80" },
    { flows, "total(data[flow: exports | re-exports])",
      "re-exports are part of exports already, and never added to them; leave one out" },
    { flows, "total(data[flow: re-exports | domestic exports])", "2022: 100" },
    { flows, "exports + data[flow: re-exports]",
      "re-exports are part of exports already, and never added to them ('exports' and "
      "'re-exports')" },
    { flows, "data[flow: re-exports] + data[flow: domestic exports]", "2022: 100" },
    { flows, "exports - data[flow: re-exports]", "2022: 70" },

    { modes, "total(data, by: mode of transport)", "2022: 100" },
    { modes, "top(data[mode of transport: *], n: 1)", "Sea 2022: 60; other 2022: 40" },
    { modes, "rank(data[mode of transport: *])", "Air 2022: 2; Sea 2022: 1" },

    { blocs, "total(data[partner: *])",
      "only groups are here, which may overlap; name those that do not, as in partner: СНГ | …" },
    { blocs, "total(data[partner: СНГ | EU | прочие страны])", "2022: 100" },
    { blocs, "rank(data[partner: СНГ | EU | прочие страны])", "СНГ 2022: 1; EU27_2020 2022: 2" },
    { regions, "total(data, by: region)", "2022: 100" },
    { regions, "rank(data[region: *])", "Asia 2022: 1; Europe 2022: 2" },

    { excess, "total(data, by: partner)",
      "in 2022 the parts add up to more than their whole, 'WLD': one may hold others, perhaps "
      "'Neighbours'; leave it out, as in partner: !Neighbours" },
    { excess, "top(data, by: partner, n: 2)",
      "in 2022 the parts add up to more than their whole, 'WLD': one may hold others, perhaps "
      "'Neighbours'; leave it out, as in partner: !Neighbours" },
    { excess, "rank(data, by: partner)",
      "in 2022 the parts add up to more than their whole, 'WLD': one may hold others, perhaps "
      "'Neighbours'; leave it out, as in partner: !Neighbours" },
    { excess, "total(data[partner: !Neighbours], by: partner)", "2022: 80" },
    { rounded, "total(data, by: partner)", "2022: 11" },

    { prices, "total(data[indicator: value], by: partner)", "2022: 11" },
    { prices, "total(data[indicator: price], by: partner)", "'CHN' is in USD" NO_SUM },
    { prices, "total(data[indicator: growth], by: partner)", "'CHN' is in %" NO_SUM },
    { prices, "total(data[indicator: gdp], by: partner)", "'CHN' is in USD/capita" NO_SUM },
    { prices, "total(data[indicator: volume], by: partner)", "'CHN' is in 2015 = 100" NO_SUM },
    { prices, "total(rank(data[indicator: value], by: partner))", "'CHN' is a rank" NO_SUM },
    { prices, "sum(rank(data[indicator: value], by: partner), to: year)",
      "'CHN' is a rank" NO_SUM },
    { prices, "rank(data[indicator: growth], by: partner)", "CHN 2022: 2; RUS 2022: 1" },
    { world, "growth(rank(data, by: partner, of: UZB))", "2023: 0" },
};

static void test_wholes_are_told_from_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "trade", cases[i].csv, strlen(cases[i].csv));
        sheaf_series_list *list = sheaf_table_evaluate(table, cases[i].expression);
        char text[SERIES_TEXT];

        print_message("  %s\n", cases[i].expression);
        series_list_to_text(list, text);
        if (sheaf_series_list_count(list) == 1 && strchr(cases[i].result, ':') != NULL &&
            strncmp(cases[i].result, "20", 2) == 0)
            series_to_text(sheaf_series_list_at(list, 0), text);
        assert_string_equal(text, cases[i].result);
        sheaf_series_list_destroy(list);
        sheaf_table_destroy(table);
    }
}

/* Random tables --------------------------------------------------------------------------- */

enum { TABLES = 400, MOST_COUNTRIES = 7, MOST_SECRET = 2, YEARS = 2, WORDS = 4 };

static const char *const countries[] = { "CHN", "RUS", "UZB", "DEU", "FRA", "ITA", "TUR" };
static const char *const worlds[WORDS] = { "WLD", "World", "W1", "Весь мир" };
static const char *const groups[WORDS] = { "EU27_2020", "ASEAN", "СНГ", "Africa" };
static const char *const secrets[WORDS] = { "QZ", "_X", "\"Areas, nes\"", "Secret" };

/* A table whose parts add up to its world, in tenths. */
struct model {
    size_t n_countries, n_secret;
    bool has_world;
    int figures[YEARS][MOST_COUNTRIES + MOST_SECRET]; /* countries, then secret ones */
    char list[512]; /* all members but groups: "CHN | RUS | WLD" */
};

/* xorshift: the same tables on every machine. */
static unsigned next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (unsigned)(*seed >> 32);
}

static void add_row(struct buffer *csv, int year, const char *partner, int tenths)
{
    char row[128];

    snprintf(row, sizeof row, "%d,%s,exports,%d.%d,USD\n", 2022 + year, partner, tenths / 10,
             tenths % 10);
    buffer_text(csv, row);
}

static void add_to_list(struct model *m, const char *member)
{
    size_t n = strlen(m->list);

    snprintf(m->list + n, sizeof m->list - n, "%s%s", n > 0 ? " | " : "", member);
}

static int sum_of(const struct model *m, int year)
{
    int sum = 0;

    for (size_t i = 0; i < m->n_countries + m->n_secret; i++)
        sum += m->figures[year][i];
    return sum;
}

/* A group holds the first of the countries, so that it overlaps with them. */
static void add_groups(const struct model *m, struct buffer *csv, int year, uint64_t *seed)
{
    for (size_t g = 0; g < WORDS; g++) {
        size_t held = 1 + next_random(seed) % m->n_countries;
        int sum = 0;

        for (size_t i = 0; i < held; i++)
            sum += m->figures[year][i];
        if (next_random(seed) % 2 == 0)
            add_row(csv, year, groups[g], sum);
    }
}

static sheaf_table *random_table(struct model *m, uint64_t *seed)
{
    sheaf_error error = { 0 };
    struct buffer csv;
    const char *word = worlds[next_random(seed) % WORDS];

    *m = (struct model){ .n_countries = 1 + next_random(seed) % MOST_COUNTRIES,
                         .n_secret = next_random(seed) % (MOST_SECRET + 1),
                         .has_world = next_random(seed) % 2 == 0 };
    buffer_init(&csv, NULL, &error);
    buffer_text(&csv, "period,partner,flow,value,unit\n");
    for (int year = 0; year < YEARS; year++) {
        for (size_t i = 0; i < m->n_countries + m->n_secret; i++) {
            const char *partner =
                i < m->n_countries ? countries[i] : secrets[(i - m->n_countries) * 2];

            m->figures[year][i] = 1 + (int)(next_random(seed) % 1000);
            add_row(&csv, year, partner, m->figures[year][i]);
            if (year == 0)
                add_to_list(m, partner);
        }
        if (m->has_world)
            add_row(&csv, year, word, sum_of(m, year));
        add_groups(m, &csv, year, seed);
    }
    if (m->has_world)
        add_to_list(m, word);

    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", csv.bytes, csv.length);

    buffer_free(&csv);
    return table;
}

/* The ways to name the parts: by a dimension, by a star, and one by one. */
enum { WAYS = 3 };

static sheaf_series_list *evaluate(const sheaf_table *table, const struct model *m, int way,
                                   const char *function, const char *options)
{
    char expression[1024];

    if (way == 0)
        snprintf(expression, sizeof expression, "%s(data, by: partner%s)", function, options);
    else
        snprintf(expression, sizeof expression, "%s(data[partner: %s], by: partner%s)", function,
                 way == 1 ? "*" : m->list, options);
    return sheaf_table_evaluate(table, expression);
}

static double value_in(const sheaf_series *series, int year)
{
    const sheaf_observation *o = sheaf_series_find(series, sheaf_period_year(2022 + year), ROOM);

    assert_non_null(o);
    return o->value;
}

static void check_total(const sheaf_table *table, const struct model *m, int way)
{
    sheaf_series_list *list = evaluate(table, m, way, "total", "");

    assert_string_equal(sheaf_series_list_error(list)->message, "");
    for (int year = 0; year < YEARS; year++)
        assert_true(fabs(value_in(sheaf_series_list_at(list, 0), year) - sum_of(m, year) / 10.0) <
                    1e-6);
    sheaf_series_list_destroy(list);
}

/* Only countries have ranks, and these count countries. */
static void check_ranks(const sheaf_table *table, const struct model *m, int way)
{
    sheaf_series_list *list = evaluate(table, m, way, "rank", "");

    assert_string_equal(sheaf_series_list_error(list)->message, "");
    assert_int_equal(sheaf_series_list_count(list), m->n_countries);
    for (size_t i = 0; i < m->n_countries; i++) {
        const sheaf_series *ranks = sheaf_series_list_at(list, i);

        assert_string_equal(sheaf_series_name(ranks), countries[i]);
        for (int year = 0; year < YEARS; year++) {
            size_t larger = 0;

            for (size_t k = 0; k < m->n_countries; k++)
                larger += m->figures[year][k] > m->figures[year][i];
            assert_true(value_in(ranks, year) == (double)(larger + 1));
        }
    }
    sheaf_series_list_destroy(list);
}

/* The largest and the rest add up to the whole, or to all parts where none is given. */
static void check_top(const sheaf_table *table, const struct model *m, int way)
{
    sheaf_series_list *list = evaluate(table, m, way, "top", ", n: 2");
    size_t n = sheaf_series_list_count(list);

    assert_string_equal(sheaf_series_list_error(list)->message, "");
    for (int year = 0; year < YEARS; year++) {
        double sum = 0;

        for (size_t i = 0; i < n; i++) {
            const sheaf_series *part = sheaf_series_list_at(list, i);

            assert_true(value_in(part, year) >= 0);
            assert_true(sheaf_series_is_remainder(part) ||
                        strlen(sheaf_series_name(part)) == 3); /* a country's code */
            sum += value_in(part, year);
        }
        assert_true(fabs(sum - sum_of(m, year) / 10.0) < 1e-6);
    }
    sheaf_series_list_destroy(list);
}

static void check_concentration(const sheaf_table *table, const struct model *m, int way)
{
    sheaf_series_list *list = evaluate(table, m, way, "herfindahl", "");
    const sheaf_series *index = sheaf_series_list_at(list, 0);

    assert_string_equal(sheaf_series_list_error(list)->message, "");
    for (int year = 0; year < YEARS; year++) {
        const sheaf_observation *o = sheaf_series_find(index, sheaf_period_year(2022 + year), ROOM);
        double squares = 0, all = sum_of(m, year);

        for (size_t i = 0; i < m->n_countries; i++)
            squares += m->figures[year][i] / all * (m->figures[year][i] / all);
        assert_true(fabs(o->value - squares) < 1e-6);
        assert_true(o->low <= squares && squares <= o->high);
    }
    sheaf_series_list_destroy(list);
}

/* Computed series keep the roles of what they are computed from: sums of members with themselves, one of
 * which (the last country) may be on one side only. */
static void check_computed(const sheaf_table *table, const struct model *m)
{
    char expression[1280];

    snprintf(expression, sizeof expression, "total(data[partner: %s] + data[partner: %s])", m->list,
             m->list);
    sheaf_series_list *list = sheaf_table_evaluate(table, expression);
    for (int year = 0; year < YEARS; year++)
        assert_true(fabs(value_in(sheaf_series_list_at(list, 0), year) - sum_of(m, year) / 5.0) <
                    1e-6);
    sheaf_series_list_destroy(list);

    snprintf(expression, sizeof expression, "rank(data[partner: %s] + data[partner: %s])", m->list,
             m->list);
    list = sheaf_table_evaluate(table, expression);
    assert_int_equal(sheaf_series_list_count(list), m->n_countries);
    sheaf_series_list_destroy(list);

    if (m->n_countries < 2)
        return;
    snprintf(expression, sizeof expression, "total(data[partner: %s] - data[partner: !%s])",
             m->list, countries[m->n_countries - 1]);
    list = sheaf_table_evaluate(table, expression);
    for (int year = 0; year < YEARS; year++)
        assert_true(isnan(value_in(sheaf_series_list_at(list, 0), year)));
    sheaf_series_list_destroy(list);
}

static void test_any_table(void **state)
{
    uint64_t seed = 20240626;

    (void)state;
    for (int i = 0; i < TABLES; i++) {
        struct model model;
        sheaf_table *table = random_table(&model, &seed);

        assert_string_equal(sheaf_table_error(table)->message, "");
        check_computed(table, &model);
        for (int way = 0; way < WAYS; way++) {
            check_total(table, &model, way);
            check_ranks(table, &model, way);
            check_top(table, &model, way);
            check_concentration(table, &model, way);
        }
        sheaf_table_destroy(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wholes_are_told_from_parts),
        cmocka_unit_test(test_any_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
