/* powers_of_ten_are_read_in_many_languages.c - units and powers of ten as offices write them; a word
 * beside a unit that is not understood leaves both unknown. */
#include "support/check.h"

#include <string.h>

#include "vocabulary/vocabulary.h"

static const char *shown(const char *text)
{
    return text != NULL ? text : "none";
}

static const struct {
    const char *text, *name;
    int multiplier;
} units[] = {
    { "mil. USD", "USD", 6 },
    { "Mil. of $", "USD", 6 },
    { "US$ Mil", "USD", 6 },
    { "Bil. of US$", "USD", 9 },
    { "US$ bn", "USD", 9 },
    { "$MM", "USD", 6 },
    { "USD mm", "USD", 6 },
    { "US$ mn", "USD", 6 },
    { "£tn", "GBP", 12 },
    { "US$000", "USD", 3 },
    { "$000s", "USD", 3 },
    { "A$000", "AUD", 3 },
    { "US$ th.", "USD", 3 },
    { "MUSD", "USD", 6 },
    { "GBPm", "GBP", 6 },
    { "EURbn", "EUR", 9 },
    { "mln zł", "PLN", 6 },
    { "tys. zł", "PLN", 3 },
    { "mld EUR", "EUR", 9 },
    { "mil. Kč", "CZK", 6 },
    { "tis. Kč", "CZK", 3 },
    { "mld. Kč", "CZK", 9 },
    { "Tsd. EUR", "EUR", 3 },
    { "Tsd_EUR", "EUR", 3 },
    { "Tausend Euro", "EUR", 3 },
    { "TEUR", "EUR", 3 },
    { "T€", "EUR", 3 },
    { "T EUR", "EUR", 3 },
    { "TCHF", "CHF", 3 },
    { "Mio. €", "EUR", 6 },
    { "Mio. Euro", "EUR", 6 },
    { "Mrd. €", "EUR", 9 },
    { "Milliarden Euro", "EUR", 9 },
    { "Billionen Euro", "EUR", 12 },
    { "Md€", "EUR", 9 },
    { "Md EUR", "EUR", 9 },
    { "milliards d'euros", "EUR", 9 },
    { "millions d'euros", "EUR", 6 },
    { "milliers d'euros", "EUR", 3 },
    { "k€", "EUR", 3 },
    { "M€", "EUR", 6 },
    { "miles de euros", "EUR", 3 },
    { "millones de dólares", "USD", 6 },
    { "miles de millones de euros", "EUR", 9 },
    { "billones de euros", "EUR", 12 },
    { "migliaia di euro", "EUR", 3 },
    { "milioni di euro", "EUR", 6 },
    { "miliardi di euro", "EUR", 9 },
    { "mil milhões de euros", "EUR", 9 },
    { "milyon ABD Doları", "USD", 6 },
    { "milyar dolar", "USD", 9 },
    { "bin TL", "TRY", 3 },
    { "bin ton", "t", 3 },
    { "Rs. crore", "Rs", 7 },
    { "₹ Cr", "INR", 7 },
    { "₹ lakh", "INR", 5 },
    { "lakh crore INR", "INR", 12 },
    { "10 thousand USD", "USD", 4 },
    { "USD 10,000", "USD", 4 },
    { "100 million USD", "USD", 8 },
    { "hundred million yuan", "CNY", 8 },
    { "万美元", "USD", 4 },
    { "亿美元", "USD", 8 },
    { "тыс. долл.", "USD", 3 },
    { "тысяч долларов США", "USD", 3 },
    { "миллионы долларов", "USD", 6 },
    { "млрд. долларов", "USD", 9 },
    { "млн евро", "EUR", 6 },
    { "мың теңге", "KZT", 3 },
    { "mill. kr", "kr", 6 },
    { "mia. kr.", "kr", 9 },
    { "1000 USD", "USD", 3 },
    { "'000 US$", "USD", 3 },
    { "KGS", "KGS", 0 },
    { "kgs", "kgs", 0 }, /* kilograms or som */
    { "THS_T", "t", 3 },
    { "1000 T", "t", 3 },
    { "T", "T", 0 },
    { "t", "t", 0 },
    { "EUR/t", "EUR/t", 0 },
    { "bin", "bin", 0 },
    { "md", "md", 0 },
    { "Mt", "t", 6 },
    { "Gt", "t", 9 },
    { "MT", "MT", 0 }, /* metric tons, or millions of them */
    { "mt", "mt", 0 },
    { "x1000 USD", "USD", 3 },
    { "× 1000 t", "t", 3 },
    { "'000 t", "t", 3 },
    { "مليون طن", "t", 6 },
    { "ألف دولار أمريكي", "USD", 3 },
};

static void units_are_read(void **state)
{
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, NULL);
    for (size_t i = 0; i < LENGTH(units); i++) {
        struct unit unit;

        assert_true(unit_read(&arena, units[i].text, strlen(units[i].text), &unit));
        if (strcmp(unit.name, units[i].name) != 0 || unit.multiplier != units[i].multiplier)
            fail_msg("'%s' is '%s' and 10^%d", units[i].text, unit.name, unit.multiplier);
    }
    arena_free(&arena);
}

static void units_of_quantities_are_no_currencies(void **state)
{
    static const struct {
        const char *text, *name;
        int multiplier;
    } cases[] = { { "kgs", "kg", 0 }, { "KGS", "kg", 0 },         { "'000 kgs", "kg", 3 },
                  { "T", "t", 0 },    { "pc", "items", 0 },       { "Tsd. Stück", "items", 3 },
                  { "kg", "kg", 0 },  { "1000 szt.", "items", 3 } };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct unit unit;

        assert_true(unit_read_of_quantity(&arena, cases[i].text, strlen(cases[i].text), &unit));
        print_message("  %s\n", cases[i].text);
        assert_string_equal(unit.name, cases[i].name);
        assert_int_equal(unit.multiplier, cases[i].multiplier);
    }
    arena_free(&arena);
}

static void words_beside_a_currency_are_told(void **state)
{
    static const struct {
        const char *text, *unclear; /* NULL: nothing is unclear */
    } cases[] = {
        { "xyz USD", "xyz" },       { "USD (xyz)", "xyz" },  { "mil USD", "mil" },
        { "T USD", "T" },           { "USD million", NULL }, { "USD per tonne", NULL },
        { "constant USD", NULL },   { "2015 USD", NULL },    { "Bushels", NULL },
        { "thousand Rubel", NULL }, { "xyz mln USD", NULL }, { "USD/EUR", NULL },
        { "KZT / USD", NULL },      { "USD/t", NULL },       { "USD/bbl", NULL },
        { "kg/USD", NULL },         { "mil/USD", "mil" },    { "руб. за долл.", NULL },
        { "EUR je kg", NULL },
    };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct unit unit;
        char unclear[32] = "none";

        assert_true(unit_read(&arena, cases[i].text, strlen(cases[i].text), &unit));
        if (unit.unclear != NULL) {
            memcpy(unclear, unit.unclear, unit.unclear_n);
            unclear[unit.unclear_n] = '\0';
        }
        print_message("  %s\n", cases[i].text);
        assert_string_equal(unclear, shown(cases[i].unclear));
    }
    arena_free(&arena);
}

static const struct {
    const char *text;
    enum header_role role;
    const char *flow, *unit;
    int multiplier;
    const char *unclear;
} headers[] = {
    { "Exports USD million (USD million)", HEADER_VALUE, "exports", "USD", 6, NULL },
    { "Exports, million USD (million)", HEADER_VALUE, "exports", "USD", 6, NULL },
    { "Exports MUSD (MUSD)", HEADER_VALUE, "exports", "USD", 6, NULL },
    { "Exports USD million (MUSD)", HEADER_VALUE, "exports", "USD", 6, NULL },
    { "Exports £m (£m)", HEADER_VALUE, "exports", "GBP", 6, NULL },
    { "Exports £m (GBP)", HEADER_VALUE, "exports", "GBP", 6, NULL },
    { "Exports USD (USD thousand million)", HEADER_VALUE, "exports", "USD", 9, NULL },
    { "Exports (mil. USD)", HEADER_VALUE, "exports", "USD", 6, NULL },
    { "Ausfuhr Tsd. EUR", HEADER_VALUE, "exports", "EUR", 3, NULL },
    { "WERTA__Ausfuhr:_Wert__Tsd_EUR", HEADER_NONE, "exports", "EUR", 3, NULL },
    { "Ausfuhr (T€)", HEADER_VALUE, "exports", "EUR", 3, NULL },
    { "Imports, Mrd. €", HEADER_VALUE, "imports", "EUR", 9, NULL },
    { "Quantity (kgs)", HEADER_VALUE, NULL, "kg", 0, NULL },
    { "Net weight (T)", HEADER_VALUE, NULL, "t", 0, NULL },
    { "exports_mil_usd", HEADER_NONE, "exports", NULL, 0, "mil" },
    { "Exports (xyz USD)", HEADER_NONE, "exports", NULL, 0, "xyz" },
    { "Exports (USD xyz)", HEADER_NONE, "exports", NULL, 0, "xyz" },
    { "Xyz of US$", HEADER_NONE, NULL, NULL, 0, "Xyz" },
    { "Exports (T$)", HEADER_NONE, "exports", NULL, 0, "T" },
    { "gdp_usd", HEADER_NONE, NULL, "USD", 0, NULL },
    { "kaz_usd", HEADER_NONE, NULL, "USD", 0, NULL },
    { "china_exports_usd", HEADER_NONE, "exports", "USD", 0, NULL },
    { "chn_xyz_pct", HEADER_NONE, NULL, "%", 0, NULL },
    { "all_exports", HEADER_NONE, "exports", NULL, 0, NULL },
    { "Change (USD million)", HEADER_NONE, NULL, "USD", 6, NULL },
    { "Change", HEADER_NONE, NULL, NULL, 0, NULL },
};

static void headers_name_units(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(headers); i++) {
        struct header header = header_find(headers[i].text, strlen(headers[i].text));
        char unclear[32] = "none";

        if (header.unclear != NULL) {
            memcpy(unclear, header.unclear, header.unclear_n);
            unclear[header.unclear_n] = '\0';
        }
        print_message("  %s\n", headers[i].text);
        assert_int_equal(header.role, headers[i].role);
        assert_string_equal(shown(header.flow), shown(headers[i].flow));
        assert_string_equal(shown(header.unit), shown(headers[i].unit));
        assert_int_equal(header.multiplier, headers[i].multiplier);
        assert_string_equal(unclear, shown(headers[i].unclear));
    }
}

static void growth_is_in_per_cent(void **state)
{
    static const char *const growths[] = { "%Growth",       "Change %",     "рост, %",
                                           "同比",          "Variación, %", "Veränderung in %",
                                           "évolution (%)", "Değişim (%)",  "yoy change, %" };

    (void)state;
    for (size_t i = 0; i < LENGTH(growths); i++) {
        print_message("  %s\n", growths[i]);
        assert_int_equal(header_find(growths[i], strlen(growths[i])).role, HEADER_GROWTH);
    }
    assert_true(header_find("Темп роста, %", strlen("Темп роста, %")).is_ratio);
}

/* An index of export prices is no exports. */
static void indices_have_no_flow(void **state)
{
    static const char *const indices[] = {
        "Export price index", "Export volume index (2015=100)", "Индекс цен экспорта",
        "出口价格指数",       "Экспорт бағасының индексі",
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(indices); i++) {
        struct header header = header_find(indices[i], strlen(indices[i]));

        print_message("  %s\n", indices[i]);
        assert_true(header.is_ratio);
        assert_null(header.flow);
    }
}

static void powers_stand_in_columns_of_their_own(void **state)
{
    static const struct {
        const char *text;
        int power; /* NONE: it is none */
        bool is_factor;
    } cases[] = {
        { "Millions", 6, false },
        { "Units", 0, false },
        { "6: Millions", 6, false },
        { "Thousands", 3, false },
        { "thousand", 3, false },
        { "Billions", 9, false },
        { "6", 6, false },
        { "-2", -2, false },
        { "1000", 3, true },
        { "1,000,000", 6, true },
        { "100", 2, true },
        { "тысяч", 3, false },
        { "万", 4, false },
        { "единиц", 0, false },
        { "10^6", 6, false },
        { "Mio.", 6, false },
        { "USD million", 99, false },
        { "many", 99, false },
        { "7000", 99, false },
        { "", 99, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        int power = 99;
        bool is_factor,
            known = power_find(cases[i].text, strlen(cases[i].text), &power, &is_factor);

        print_message("  %s\n", cases[i].text);
        assert_int_equal(known ? power : 99, cases[i].power);
        assert_int_equal(is_factor, cases[i].is_factor);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_read),
        cmocka_unit_test(units_of_quantities_are_no_currencies),
        cmocka_unit_test(words_beside_a_currency_are_told),
        cmocka_unit_test(headers_name_units),
        cmocka_unit_test(growth_is_in_per_cent),
        cmocka_unit_test(indices_have_no_flow),
        cmocka_unit_test(powers_stand_in_columns_of_their_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
