/* words_mean_what_files_mean.c - headers, flows, units, totals and statuses as files spell them. */
#include "support/check.h"

#include <string.h>

#include "support/quota.h"
#include "vocabulary/vocabulary.h"

static const char *shown(const char *text)
{
    return text != NULL ? text : "none";
}

/* Headers ------------------------------------------------------------------------ */

static const struct {
    const char *text;
    enum header_role role;
    bool is_label;
} role_cases[] = {
    { "Pays déclarant", HEADER_REPORTER, false },
    { "Meldeland", HEADER_REPORTER, false },
    { "البلد المبلغ", HEADER_REPORTER, false },
    { "دوكلات قىلغۇچى", HEADER_REPORTER, false },
    { "Pays partenaire", HEADER_PARTNER, false },
    { "Partnerland", HEADER_PARTNER, false },
    { "الشريك", HEADER_PARTNER, false },
    { "الشريك التجاري", HEADER_PARTNER, false },
    { "سودا شېرىكى", HEADER_PARTNER, false },
    { "Flux", HEADER_FLOW, false },
    { "Richtung", HEADER_FLOW, false },
    { "التدفق", HEADER_FLOW, false },
    { "يۆنىلىشى", HEADER_FLOW, false },
    { "Pays", HEADER_COUNTRY, false },
    { "Land", HEADER_COUNTRY, false },
    { "الدولة", HEADER_COUNTRY, false },
    { "اسم الدولة", HEADER_COUNTRY, true },
    { "دۆلەت", HEADER_COUNTRY, false },
    { "Libellé produit", HEADER_PRODUCT, true },
    { "Warennummer", HEADER_PRODUCT, false },
    { "السلعة", HEADER_PRODUCT, false },
    { "تاۋار", HEADER_PRODUCT, false },
    { "Maßeinheit", HEADER_UNIT, false },
    { "وحدة القياس", HEADER_UNIT, false },
    { "Taux de croissance (%)", HEADER_GROWTH, false },
    { "DE", HEADER_NONE, false }, /* a country, in a wide table, and no word of French */
    { "period", HEADER_PERIOD, false },
    { "TIME_PERIOD", HEADER_PERIOD, false },
    { "Ref_Period", HEADER_PERIOD, false },
    { "统计月份", HEADER_PERIOD, false },
    { "Годы", HEADER_YEAR, false },
    { "жылдар", HEADER_YEAR, false },
    { "Страна отчета", HEADER_REPORTER, false },
    { "伙伴国家", HEADER_PARTNER, false },
    { "贸易伙伴编码", HEADER_PARTNER, false },
    { "产终国", HEADER_PARTNER, false },
    { "Экспорт/Импорт", HEADER_FLOW, false },
    { "Export/Import", HEADER_FLOW, false },
    { "Direction of trade", HEADER_FLOW, false },
    { "Направление потока", HEADER_FLOW, false },
    { "Сауда бағыты", HEADER_FLOW, false },
    { "贸易方向", HEADER_FLOW, false },
    { "HS编码", HEADER_PRODUCT, false },
    { "ТН ВЭД ЕАЭС", HEADER_PRODUCT, false },
    { "Код ТН ВЭД ЕАЭС", HEADER_PRODUCT, false },
    { "Товарная позиция", HEADER_PRODUCT, false },
    { "СЭҚ ТН", HEADER_PRODUCT, false },
    { "税号", HEADER_PRODUCT, false },
    { "Ед. измерения", HEADER_UNIT, false },
    { "Өлш. бірл.", HEADER_UNIT, false },
    { "第一计量单位", HEADER_UNIT, false },
    { "y/y, %", HEADER_GROWTH, false },
    { "г/г, %", HEADER_GROWTH, false },
    { "同比增减（%）", HEADER_GROWTH, false },
    { "Country of origin", HEADER_NONE, false }, /* not necessarily the trade partner */
    { "Страна назначения", HEADER_NONE, false },
    { "原产国", HEADER_NONE, false },
    { "Time period", HEADER_PERIOD, false },
    { "TIME_PERIOD: Time period", HEADER_PERIOD, false },
    { "period_dt", HEADER_PERIOD, false },
    { "date", HEADER_PERIOD, false },
    { "Отчётный период", HEADER_PERIOD, false },
    { "Кезең", HEADER_PERIOD, false },
    { "КЕЗЕҢ", HEADER_PERIOD, false },
    { "时期", HEADER_PERIOD, false },
    { "数据年月", HEADER_PERIOD, false },
    { "Year", HEADER_YEAR, false },
    { "refYear", HEADER_YEAR, false },
    { "Год", HEADER_YEAR, false },
    { "Жыл", HEADER_YEAR, false },
    { "年份", HEADER_YEAR, false },
    { "refMonth", HEADER_MONTH, false },
    { "Месяц", HEADER_MONTH, false },
    { "月份", HEADER_MONTH, false },
    { "Quarter", HEADER_QUARTER, false },
    { "Тоқсан", HEADER_QUARTER, false },
    { "FREQ", HEADER_FREQUENCY, false },
    { "freqCode", HEADER_FREQUENCY, false },
    { "UNIT_MULT", HEADER_MULTIPLIER, false },
    { "DECIMALS", HEADER_DECIMALS, false },
    { "OBS_STATUS", HEADER_STATUS, false },
    { "OBS_FLAG", HEADER_STATUS, false },
    { "Flag", HEADER_STATUS, false },
    { "CONF_STATUS", HEADER_CONFIDENTIALITY, false },
    { "Reporter", HEADER_REPORTER, false },
    { "reporterISO", HEADER_REPORTER, false },
    { "reporterDesc", HEADER_REPORTER, true },
    { "Reporting Economy Code", HEADER_REPORTER, false },
    { "Reporting Economy", HEADER_REPORTER, true },
    { "REF_AREA", HEADER_REPORTER, false },
    { "DECLARANT_ISO", HEADER_REPORTER, false },
    { "geo", HEADER_REPORTER, false },
    { "Отчитывающаяся страна", HEADER_REPORTER, false },
    { "报告国", HEADER_REPORTER, false },
    { "Partner", HEADER_PARTNER, false },
    { "partnerISO", HEADER_PARTNER, false },
    { "Partner Name", HEADER_PARTNER, true },
    { "COUNTERPART_AREA", HEADER_PARTNER, false },
    { "Торговый партнёр", HEADER_PARTNER, false },
    { "Страна-партнёр", HEADER_PARTNER, false },
    { "STRANA", HEADER_PARTNER, false },
    { "Сауда серіктесі", HEADER_PARTNER, false },
    { "贸易伙伴名称", HEADER_PARTNER, true },
    { "Country", HEADER_COUNTRY, false },
    { "Country Code", HEADER_COUNTRY, false },
    { "Country Name", HEADER_COUNTRY, true },
    { "ISO3", HEADER_COUNTRY, false },
    { "Страна", HEADER_COUNTRY, false },
    { "国别", HEADER_COUNTRY, false },
    { "flow", HEADER_FLOW, false },
    { "flowCode", HEADER_FLOW, false },
    { "flowDesc", HEADER_FLOW, true },
    { "Trade Flow", HEADER_FLOW, false },
    { "TradeFlowName", HEADER_FLOW, true },
    { "NAPR", HEADER_FLOW, false },
    { "Направление", HEADER_FLOW, false },
    { "贸易流向", HEADER_FLOW, false },
    { "Verkehrsrichtung", HEADER_FLOW, false },
    { "Sens du flux", HEADER_FLOW, false },
    { "اتجاه التجارة", HEADER_FLOW, false },
    { "سودا يۆنىلىشى", HEADER_FLOW, false },
    { "cmdCode", HEADER_PRODUCT, false },
    { "cmdDesc", HEADER_PRODUCT, true },
    { "Commodity Code", HEADER_PRODUCT, false },
    { "ProductCode", HEADER_PRODUCT, false },
    { "Код ТН ВЭД", HEADER_PRODUCT, false },
    { "Тауар", HEADER_PRODUCT, false },
    { "商品编码", HEADER_PRODUCT, false },
    { "Indicator Code", HEADER_INDICATOR, false },
    { "Indicator Name", HEADER_INDICATOR, true },
    { "Показатель", HEADER_INDICATOR, false },
    { "unit", HEADER_UNIT, false },
    { "UNIT_MEASURE", HEADER_UNIT, false },
    { "Ед. изм.", HEADER_UNIT, false },
    { "Өлшем бірлігі", HEADER_UNIT, false },
    { "计量单位", HEADER_UNIT, false },
    { "Источник", HEADER_SOURCE, false },
    { "数据来源", HEADER_SOURCE, false },
    { "growth_pct", HEADER_GROWTH, false },
    { "Growth, %", HEADER_GROWTH, false },
    { "Темп прироста, %", HEADER_GROWTH, false },
    { "同比增长(%)", HEADER_GROWTH, false },
    { "exports_growth_pct", HEADER_GROWTH, false },
    { "", HEADER_NONE, false },
    { " ", HEADER_NONE, false },
    { "t", HEADER_NONE, false },
    { "k", HEADER_NONE, false },
    { "sector", HEADER_NONE, false },
    { "balance_ratio", HEADER_NONE, false },
    { "post2020", HEADER_NONE, false },
    { "hhi", HEADER_NONE, false },
    { "partner2ISO", HEADER_NONE, false },
    { "isAggregate", HEADER_NONE, false },
    { "qtyUnitAbbr", HEADER_NONE, false },
    { "\xff", HEADER_NONE, false },
};

static void headers_have_roles(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(role_cases); i++) {
        struct header header = header_find(role_cases[i].text, strlen(role_cases[i].text));

        if (header.role != role_cases[i].role || header.is_label != role_cases[i].is_label)
            fail_msg("'%s' has role %d, label %d", role_cases[i].text, header.role,
                     header.is_label);
    }
}

static const struct {
    const char *text;
    enum header_role role;
    const char *flow, *indicator, *unit;
    int multiplier;
} value_cases[] = {
    { "value", HEADER_VALUE, NULL, NULL, NULL, 0 },
    { "OBS_VALUE", HEADER_VALUE, NULL, NULL, NULL, 0 },
    { "OBS_VALUE: Observation value", HEADER_VALUE, NULL, NULL, NULL, 0 },
    { "Значение", HEADER_VALUE, NULL, NULL, NULL, 0 },
    { "Стоимость, тыс. долл. США", HEADER_VALUE, NULL, NULL, "USD", 3 },
    { "金额（万美元）", HEADER_VALUE, NULL, NULL, "USD", 4 },
    { "Value (USD million)", HEADER_VALUE, NULL, NULL, "USD", 6 },
    { "Trade Value (US$)", HEADER_VALUE, NULL, NULL, "USD", 0 },
    { "TradeValue in 1000 USD", HEADER_VALUE, NULL, NULL, "USD", 3 },
    { "primaryValue", HEADER_VALUE, NULL, NULL, "USD", 0 },
    { "cifvalue", HEADER_VALUE, NULL, "CIF value", NULL, 0 },
    { "fobvalue", HEADER_VALUE, NULL, "FOB value", NULL, 0 },
    { "Million", HEADER_VALUE, NULL, NULL, NULL, 6 },
    { "US$ million", HEADER_VALUE, NULL, NULL, "USD", 6 },
    { "£m", HEADER_VALUE, NULL, NULL, "GBP", 6 },
    { "美元", HEADER_VALUE, NULL, NULL, "USD", 0 },
    { "Exports", HEADER_VALUE, "exports", NULL, NULL, 0 },
    { "exports_bn", HEADER_VALUE, "exports", NULL, NULL, 9 },
    { "imports_bn", HEADER_VALUE, "imports", NULL, NULL, 9 },
    { "total_trade_bn", HEADER_VALUE, "turnover", NULL, NULL, 9 },
    { "trade_balance", HEADER_VALUE, "balance", NULL, NULL, 0 },
    { "Trade balance (US$ Mil)", HEADER_VALUE, "balance", NULL, "USD", 6 },
    { "Export value, USD bn", HEADER_VALUE, "exports", NULL, "USD", 9 },
    { "Total exports (FOB), million euro", HEADER_VALUE, "exports", NULL, "EUR", 6 },
    { "Imports of goods [EUR m]", HEADER_VALUE, "imports", NULL, "EUR", 6 },
    { "Re-exports", HEADER_VALUE, "re-exports", NULL, NULL, 0 },
    { "экспорт, млн долл. США", HEADER_VALUE, "exports", NULL, "USD", 6 },
    { "Импорт (тыс. тонн)", HEADER_VALUE, "imports", NULL, "t", 3 },
    { "Товарооборот", HEADER_VALUE, "turnover", NULL, NULL, 0 },
    { "Тауар айналымы, млн АҚШ доллары", HEADER_VALUE, "turnover", NULL, "USD", 6 },
    { "出口额(亿美元)", HEADER_VALUE, "exports", NULL, "USD", 8 },
    { "出口额亿美元", HEADER_VALUE, "exports", NULL, "USD", 8 },
    { "进出口总值（万元人民币）", HEADER_VALUE, "turnover", NULL, "CNY", 4 },
    { "进口", HEADER_VALUE, "imports", NULL, NULL, 0 },
    { "qty", HEADER_VALUE, NULL, "quantity", NULL, 0 },
    { "netWgt", HEADER_VALUE, NULL, "net weight", "kg", 0 },
    { "Netweight (kg)", HEADER_VALUE, NULL, "net weight", "kg", 0 },
    { "NETTO", HEADER_VALUE, NULL, "net weight", "kg", 0 },
    { "Вес нетто, т", HEADER_VALUE, NULL, "net weight", "t", 0 },
    { "grossWgt", HEADER_VALUE, NULL, "gross weight", "kg", 0 },
    { "Quantity, thousand tonnes", HEADER_VALUE, NULL, "quantity", "t", 3 },
    { "第一数量", HEADER_VALUE, NULL, "quantity", NULL, 0 },
    { "unit_price", HEADER_VALUE, NULL, "unit value", NULL, 0 },
    { "kaz_world_exports_bn", HEADER_NONE, "exports", NULL, NULL, 9 },
    { "china_imp_bn", HEADER_NONE, "imports", NULL, NULL, 9 },
    { "chn_exp_share_pct", HEADER_NONE, "exports", NULL, "%", 0 },
    { "exports_to_gdp", HEADER_NONE, "exports", NULL, NULL, 0 },
};

static void headers_of_values_say_flow_and_unit(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(value_cases); i++) {
        struct header header = header_find(value_cases[i].text, strlen(value_cases[i].text));

        print_message("  %s\n", value_cases[i].text);
        assert_int_equal(header.role, value_cases[i].role);
        assert_string_equal(shown(header.flow), shown(value_cases[i].flow));
        assert_string_equal(shown(header.indicator), shown(value_cases[i].indicator));
        assert_string_equal(shown(header.unit), shown(value_cases[i].unit));
        assert_int_equal(header.multiplier, value_cases[i].multiplier);
    }
}

/* Flows ------------------------------------------------------------------------ */

static void flows_by_code_and_word(void **state)
{
    static const struct {
        const char *text, *flow;
    } cases[] = {
        { "X", "exports" },
        { "Экспорт товаров", "exports" },
        { "Импорт товаров и услуг", "imports" },
        { "тауарлар экспорты", "exports" },
        { "тауарлардың импорты", "imports" },
        { "экспорты", "exports" },
        { "Внешнеторговый товарооборот", "turnover" },
        { "Взаимный товарооборот", "turnover" },
        { "Объём внешней торговли", "turnover" },
        { "Өзара сауда", "turnover" },
        { "進出口總值", "turnover" },
        { "出口總值", "exports" },
        { "Trade surplus", "balance" },
        { "Сальдо внешней торговли", "balance" },
        { "Внешнеторговое сальдо", "balance" },
        { "Баланс внешней торговли", "balance" },
        { "сыртқы сауда балансы", "balance" },
        { "сыртқы сауда сальдосы", "balance" },
        { "贸易顺差", "balance" },
        { "贸易余额", "balance" },
        { "进出口差额", "balance" },
        { "进出口", "turnover" },
        { "ЭК", "exports" },
        { "ИМ", "imports" },
        { "贸易逆差", NULL }, /* a deficit has the other sign */
        { "Trade deficit", NULL },
        { "M", "imports" },
        { "x", "exports" },
        { "1", "imports" },
        { "2", "exports" },
        { "RX", "re-exports" },
        { "RM", "re-imports" },
        { "DX", "domestic exports" },
        { "X: Exports", "exports" },
        { "Export", "exports" },
        { "EXPORTS", "exports" },
        { "Imports", "imports" },
        { "Re-Export", "re-exports" },
        { "re-imports", "re-imports" },
        { "total_export", "exports" },
        { "total_import", "imports" },
        { "total_trade", "turnover" },
        { "turnover", "turnover" },
        { "Trade balance", "balance" },
        { "Export value", "exports" },
        { "ЭК", "exports" },
        { "ИМ", "imports" },
        { "экспорт", "exports" },
        { "ИМПОРТ", "imports" },
        { "Импорт, всего", "imports" },
        { "Товарооборот", "turnover" },
        { "Сальдо", "balance" },
        { "реэкспорт", "re-exports" },
        { "Тауар айналымы", "turnover" },
        { "сауда балансы", "balance" },
        { "出口", "exports" },
        { "进口", "imports" },
        { "进出口", "turnover" },
        { "進出口", "turnover" },
        { "贸易差额", "balance" },
        { "", NULL },
        { "5", NULL },
        { "goods_export", NULL },
        { "services_import", NULL },
        { "transit", NULL },
        { "exports to China", NULL },
        { "Y", NULL },
        { "\xff", NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].text);
        assert_string_equal(shown(flow_find(cases[i].text, strlen(cases[i].text))),
                            shown(cases[i].flow));
    }
}

/* Units ------------------------------------------------------------------------ */

static const struct {
    const char *text, *name;
    int multiplier;
} unit_cases[] = {
    { "USD", "USD", 0 },
    { "usd", "USD", 0 },
    { "US$", "USD", 0 },
    { "$", "USD", 0 },
    { "USD million", "USD", 6 },
    { "million USD", "USD", 6 },
    { "USD m", "USD", 6 },
    { "$bn", "USD", 9 },
    { "US$ '000", "USD", 3 },
    { "thousand US dollars", "USD", 3 },
    { "1000 USD", "USD", 3 },
    { "1,000 US$", "USD", 3 },
    { "in 1000 USD", "USD", 3 },
    { "US Dollars, Millions", "USD", 6 },
    { "current US$", "USD", 0 },
    { "U.S. dollars", "USD", 0 },
    { "млн долл. США", "USD", 6 },
    { "млрд. долларов США", "USD", 9 },
    { "тыс. долл.", "USD", 3 },
    { "млн АҚШ доллары", "USD", 6 },
    { "мың АҚШ долл.", "USD", 3 },
    { "亿美元", "USD", 8 },
    { "万美元", "USD", 4 },
    { "千美元", "USD", 3 },
    { "百万美元", "USD", 6 },
    { "MIO_EUR", "EUR", 6 },
    { "THS_EUR", "EUR", 3 },
    { "EUR: Euro", "EUR", 0 },
    { "MIO_EUR: Million euro", "EUR", 6 },
    { "GBP", "GBP", 0 },
    { "£ million", "GBP", 6 },
    { "亿元", "CNY", 8 },
    { "亿元人民币", "CNY", 8 },
    { "млрд тенге", "KZT", 9 },
    { "млн теңге", "KZT", 6 },
    { "t", "t", 0 },
    { "тыс. тонн", "t", 3 },
    { "thousand tonnes", "t", 3 },
    { "万吨", "t", 4 },
    { "мың тонна", "t", 3 },
    { "kg", "kg", 0 },
    { "KG", "kg", 0 },
    { "100KG", "kg", 2 },
    { "Weight in kilograms", "kg", 0 },
    { "Number of items", "items", 0 },
    { "1000u", "items", 3 },
    { "m³", "m3", 0 },
    { "m", "m", 0 },
    { "1000 kWh", "kWh", 3 },
    { "%", "%", 0 },
    { "Percent", "%", 0 },
    { "million", "", 6 },
    { "млн", "", 6 },
    /* Prices, of which many are not read: "EUR/USD" is a rate. */
    { "USD per tonne", "USD/t", 0 },
    { "US$/kg", "USD/kg", 0 },
    { "EUR je Tonne", "EUR/t", 0 },
    { "долл. за тонну", "USD/t", 0 },
    { "теңге/кг", "KZT/kg", 0 },
    { "million USD/bbl", "USD/bbl", 6 },
    { "EUR/USD", "EUR/USD", 0 },
    { "t/ha", "t/ha", 0 },
    { "USD per capita", "USD/capita", 0 },
    { "thousand USD per person", "USD/capita", 3 },
    { "евро на душу населения", "EUR/capita", 0 },
    { "EUR pro Kopf", "EUR/capita", 0 },
    { "euros par habitant", "EUR/capita", 0 },
    { "USD per barrel", "USD/bbl", 0 },
    { "EUR per hour", "EUR/h", 0 },
    { "EUR per USD", "EUR/USD", 0 },
    { "тенге за доллар США", "KZT/USD", 0 },
    { "t per capita", "t per capita", 0 },
    /* An unknown unit keeps its text, without its power of ten. */
    { "2015 = 100", "2015 = 100", 0 },
    { "Index (2015=100)", "Index (2015=100)", 0 },
    { "Bushels", "Bushels", 0 },
    { " Bushels ", "Bushels", 0 },
    { "thousand Bushels", "Bushels", 3 },
    { "Bushels, million", "Bushels", 6 },
    { "тыс. Голов", "Голов", 3 },
    { "2u", "2u", 0 },
    { "¥", "¥", 0 },
};

static void units_and_their_powers(void **state)
{
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, NULL);
    for (size_t i = 0; i < LENGTH(unit_cases); i++) {
        struct unit unit;

        print_message("  %s\n", unit_cases[i].text);
        assert_true(unit_read(&arena, unit_cases[i].text, strlen(unit_cases[i].text), &unit));
        assert_string_equal(unit.name, unit_cases[i].name);
        assert_int_equal(unit.multiplier, unit_cases[i].multiplier);
    }
    assert_false(unit_read(&arena, "", 0, &(struct unit){ 0 }));
    assert_false(unit_read(&arena, "  ", 2, &(struct unit){ 0 }));
    arena_free(&arena);
}

static void unknown_units_need_memory(void **state)
{
    struct quota quota = { .left = 0 };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_error error = { 0 };
    struct arena arena;
    struct unit unit;

    (void)state;
    arena_init(&arena, &alloc, &error);
    assert_true(unit_read(&arena, "USD", 3, &unit));
    assert_false(unit_read(&arena, "Bushels", 7, &unit));
    assert_int_equal(error.status, SHEAF_NO_MEMORY);
    arena_free(&arena);
}

/* Statuses, members ------------------------------------------------------ */

static void statuses_by_letter_and_word(void **state)
{
    static const struct {
        const char *text;
        char status, confidentiality;
    } cases[] = {
        { "A", 'A', 'A' },
        { "p", 'P', 'P' },
        { "P: Provisional value", 'P', 'P' },
        { "provisional", 'P', '\0' },
        { "Preliminary", 'P', '\0' },
        { "предварительно", 'P', '\0' },
        { "алдын ала", 'P', '\0' },
        { "初步", 'P', '\0' },
        { "estimate", 'E', '\0' },
        { "Оценка", 'E', '\0' },
        { "Forecast", 'F', '\0' },
        { "O", 'O', 'O' },
        { "missing", 'O', '\0' },
        { "C", '\0', 'C' },
        { "C: Confidential", '\0', 'C' },
        { "confidential", '\0', 'C' },
        { "conf.", '\0', 'C' },
        { "Not for publication", '\0', 'N' },
        { "free", '\0', 'F' },
        { "z", '\0', '\0' },
        { "r", '\0', '\0' },
        { "", '\0', '\0' },
        { "?", '\0', '\0' },
        { "7", '\0', '\0' },
        { "provisionally", '\0', '\0' },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        size_t n = strlen(cases[i].text);

        print_message("  %s\n", cases[i].text);
        assert_int_equal(status_find(cases[i].text, n), cases[i].status);
        assert_int_equal(confidentiality_find(cases[i].text, n), cases[i].confidentiality);
    }
}

static void members_are_called_one_way(void **state)
{
    static const struct {
        const char *dimension, *text, *member;
    } cases[] = {
        { "reporter", "Kazakhstan", "KAZ" },
        { "partner", "CN", "CHN" },
        { "partner", "Atlantis nes", NULL },
        { "flow", "X", "exports" },
        { "flow", "transit", NULL },
        { "unit", "million USD", "USD" },
        { "unit", "Bushels", NULL },
        { "product", "TOTAL", NULL },
        { "sector", "KZ", NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_string_equal(
            shown(vocabulary_member(cases[i].dimension, cases[i].text, strlen(cases[i].text))),
            shown(cases[i].member));
}

/* Any mixture of the words is read or left alone. */
static void any_mixture_of_words_is_safe(void **state)
{
    static const char *const words[] = { "",     "USD",   "m",   "1000",  "(", "exports",
                                         "出口", "额",    "тыс", " ",     "t", "$",
                                         "\xd0", "value", ": ",  "1,0",   "É", ".",
                                         "U.S.", "%",     "％",  "growth" };
    size_t n = LENGTH(words);
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, NULL);
    for (size_t i = 0; i < n * n * n; i++) {
        char text[64] = "";
        struct unit unit;

        for (size_t k = 0, rest = i; k < 3; k++, rest /= n)
            strcat(text, words[rest % n]);
        header_find(text, strlen(text));
        flow_find(text, strlen(text));
        status_find(text, strlen(text));
        if (unit_read(&arena, text, strlen(text), &unit))
            assert_non_null(unit.name);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_have_roles),
        cmocka_unit_test(headers_of_values_say_flow_and_unit),
        cmocka_unit_test(flows_by_code_and_word),
        cmocka_unit_test(units_and_their_powers),
        cmocka_unit_test(unknown_units_need_memory),
        cmocka_unit_test(statuses_by_letter_and_word),
        cmocka_unit_test(members_are_called_one_way),
        cmocka_unit_test(any_mixture_of_words_is_safe),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
