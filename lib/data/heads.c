/* heads.c - what a column is for, from its head.
 *
 * Heads that name a role are a table. Heads of values are made of words: a flow, what is
 * measured, a unit, a power of ten, in any order; all of them must be known. */
#include "data/heads.h"

#include "data/flows.h"
#include "data/units.h"

static const char quantity[] = "quantity", net_weight[] = "net weight",
                  gross_weight[] = "gross weight", unit_value[] = "unit value",
                  cif_value[] = "CIF value", fob_value[] = "FOB value";

static const struct named_role {
    const char *text;
    enum column_role role;
    bool is_label;
} roles[] = {
    { "period", ROLE_PERIOD, false },
    { "time period", ROLE_PERIOD, false },
    { "time", ROLE_PERIOD, false },
    { "date", ROLE_PERIOD, false },
    { "period dt", ROLE_PERIOD, false },
    { "reporting period", ROLE_PERIOD, false },
    { "year month", ROLE_PERIOD, false },
    { "период", ROLE_PERIOD, false },
    { "отчетный период", ROLE_PERIOD, false },
    { "период времени", ROLE_PERIOD, false },
    { "дата", ROLE_PERIOD, false },
    { "время", ROLE_PERIOD, false },
    { "кезең", ROLE_PERIOD, false },
    { "есепті кезең", ROLE_PERIOD, false },
    { "уақыт", ROLE_PERIOD, false },
    { "мерзім", ROLE_PERIOD, false },
    { "күні", ROLE_PERIOD, false },
    { "时期", ROLE_PERIOD, false },
    { "期间", ROLE_PERIOD, false },
    { "时间", ROLE_PERIOD, false },
    { "日期", ROLE_PERIOD, false },
    { "报告期", ROLE_PERIOD, false },
    { "统计时间", ROLE_PERIOD, false },
    { "年月", ROLE_PERIOD, false },
    { "数据年月", ROLE_PERIOD, false },
    { "時間", ROLE_PERIOD, false },
    { "year", ROLE_YEAR, false },
    { "ref year", ROLE_YEAR, false },
    { "yr", ROLE_YEAR, false },
    { "год", ROLE_YEAR, false },
    { "жыл", ROLE_YEAR, false },
    { "жылы", ROLE_YEAR, false },
    { "年", ROLE_YEAR, false },
    { "年份", ROLE_YEAR, false },
    { "年度", ROLE_YEAR, false },
    { "month", ROLE_MONTH, false },
    { "ref month", ROLE_MONTH, false },
    { "месяц", ROLE_MONTH, false },
    { "ай", ROLE_MONTH, false },
    { "айы", ROLE_MONTH, false },
    { "月", ROLE_MONTH, false },
    { "月份", ROLE_MONTH, false },
    { "quarter", ROLE_QUARTER, false },
    { "qtr", ROLE_QUARTER, false },
    { "квартал", ROLE_QUARTER, false },
    { "тоқсан", ROLE_QUARTER, false },
    { "季度", ROLE_QUARTER, false },
    { "季", ROLE_QUARTER, false },
    { "freq", ROLE_FREQUENCY, false },
    { "freq code", ROLE_FREQUENCY, false },
    { "frequency", ROLE_FREQUENCY, false },
    { "периодичность", ROLE_FREQUENCY, false },
    { "частота", ROLE_FREQUENCY, false },
    { "жиілік", ROLE_FREQUENCY, false },
    { "频率", ROLE_FREQUENCY, false },
    { "频度", ROLE_FREQUENCY, false },
    { "unit mult", ROLE_MULTIPLIER, false },
    { "unit multiplier", ROLE_MULTIPLIER, false },
    { "multiplier", ROLE_MULTIPLIER, false },
    { "power code", ROLE_MULTIPLIER, true },
    { "power code code", ROLE_MULTIPLIER, false },
    { "множитель", ROLE_MULTIPLIER, false },
    { "көбейткіш", ROLE_MULTIPLIER, false },
    { "单位倍数", ROLE_MULTIPLIER, false },
    { "decimals", ROLE_DECIMALS, false },
    { "status", ROLE_STATUS, false },
    { "obs status", ROLE_STATUS, false },
    { "obs flag", ROLE_STATUS, false },
    { "observation status", ROLE_STATUS, true },
    { "flag", ROLE_STATUS, false },
    { "flags", ROLE_STATUS, false },
    { "flag code", ROLE_STATUS, false },
    { "flag codes", ROLE_STATUS, false },
    { "value flag code", ROLE_STATUS, false },
    { "value flag", ROLE_STATUS, true },
    { "статус", ROLE_STATUS, false },
    { "флаг", ROLE_STATUS, false },
    { "мәртебе", ROLE_STATUS, false },
    { "мәртебесі", ROLE_STATUS, false },
    { "状态", ROLE_STATUS, false },
    { "标志", ROLE_STATUS, false },
    { "conf status", ROLE_CONFIDENTIALITY, false },
    { "confidentiality", ROLE_CONFIDENTIALITY, false },
    { "confidentiality status", ROLE_CONFIDENTIALITY, true },
    { "конфиденциальность", ROLE_CONFIDENTIALITY, false },
    { "құпиялылық", ROLE_CONFIDENTIALITY, false },
    { "保密状态", ROLE_CONFIDENTIALITY, false },
    { "reporter", ROLE_REPORTER, false },
    { "reporter code", ROLE_REPORTER, false },
    { "reporter iso", ROLE_REPORTER, false },
    { "reporter iso2", ROLE_REPORTER, false },
    { "reporter iso3", ROLE_REPORTER, false },
    { "reporter desc", ROLE_REPORTER, true },
    { "reporter name", ROLE_REPORTER, true },
    { "reporter label", ROLE_REPORTER, true },
    { "reporter country", ROLE_REPORTER, false },
    { "reporting country", ROLE_REPORTER, false },
    { "reporting economy", ROLE_REPORTER, true },
    { "reporting economy code", ROLE_REPORTER, false },
    { "reporting economy iso3a code", ROLE_REPORTER, false },
    { "ref area", ROLE_REPORTER, false },
    { "reference area", ROLE_REPORTER, true },
    { "declarant", ROLE_REPORTER, false },
    { "declarant iso", ROLE_REPORTER, false },
    { "geo", ROLE_REPORTER, false },
    { "location", ROLE_REPORTER, false },
    { "отчитывающаяся страна", ROLE_REPORTER, false },
    { "отчитывающаяся сторона", ROLE_REPORTER, false },
    { "страна респондент", ROLE_REPORTER, false },
    { "страна отчетности", ROLE_REPORTER, false },
    { "есеп беруші", ROLE_REPORTER, false },
    { "есеп беруші ел", ROLE_REPORTER, false },
    { "есеп беретін ел", ROLE_REPORTER, false },
    { "报告国", ROLE_REPORTER, false },
    { "报告国家", ROLE_REPORTER, false },
    { "报告方", ROLE_REPORTER, false },
    { "报告经济体", ROLE_REPORTER, false },
    { "申报国", ROLE_REPORTER, false },
    { "partner", ROLE_PARTNER, false },
    { "partner code", ROLE_PARTNER, false },
    { "partner iso", ROLE_PARTNER, false },
    { "partner iso2", ROLE_PARTNER, false },
    { "partner iso3", ROLE_PARTNER, false },
    { "partner desc", ROLE_PARTNER, true },
    { "partner name", ROLE_PARTNER, true },
    { "partner label", ROLE_PARTNER, true },
    { "partner country", ROLE_PARTNER, false },
    { "partner economy", ROLE_PARTNER, true },
    { "partner economy code", ROLE_PARTNER, false },
    { "partner economy iso3a code", ROLE_PARTNER, false },
    { "trading partner", ROLE_PARTNER, false },
    { "trade partner", ROLE_PARTNER, false },
    { "counterpart", ROLE_PARTNER, false },
    { "counterpart area", ROLE_PARTNER, false },
    { "counterpart country", ROLE_PARTNER, false },
    { "партнер", ROLE_PARTNER, false },
    { "торговый партнер", ROLE_PARTNER, false },
    { "страна партнер", ROLE_PARTNER, false },
    { "страна партнера", ROLE_PARTNER, false },
    { "контрагент", ROLE_PARTNER, false },
    { "страна контрагент", ROLE_PARTNER, false },
    { "strana", ROLE_PARTNER, false },
    { "серіктес", ROLE_PARTNER, false },
    { "серіктес ел", ROLE_PARTNER, false },
    { "сауда серіктесі", ROLE_PARTNER, false },
    { "әріптес ел", ROLE_PARTNER, false },
    { "контрагент ел", ROLE_PARTNER, false },
    { "伙伴", ROLE_PARTNER, false },
    { "伙伴国", ROLE_PARTNER, false },
    { "贸易伙伴", ROLE_PARTNER, false },
    { "贸易伙伴国", ROLE_PARTNER, false },
    { "贸易伙伴编码", ROLE_PARTNER, false },
    { "贸易伙伴名称", ROLE_PARTNER, true },
    { "对手国", ROLE_PARTNER, false },
    { "貿易夥伴", ROLE_PARTNER, false },
    { "country", ROLE_COUNTRY, false },
    { "country code", ROLE_COUNTRY, false },
    { "country name", ROLE_COUNTRY, true },
    { "country or area", ROLE_COUNTRY, false },
    { "country iso3", ROLE_COUNTRY, false },
    { "economy", ROLE_COUNTRY, false },
    { "economy label", ROLE_COUNTRY, true },
    { "iso", ROLE_COUNTRY, false },
    { "iso2", ROLE_COUNTRY, false },
    { "iso3", ROLE_COUNTRY, false },
    { "iso code", ROLE_COUNTRY, false },
    { "iso3 code", ROLE_COUNTRY, false },
    { "страна", ROLE_COUNTRY, false },
    { "страны", ROLE_COUNTRY, false },
    { "код страны", ROLE_COUNTRY, false },
    { "ел", ROLE_COUNTRY, false },
    { "елдер", ROLE_COUNTRY, false },
    { "елдің коды", ROLE_COUNTRY, false },
    { "国家", ROLE_COUNTRY, false },
    { "国别", ROLE_COUNTRY, false },
    { "国家地区", ROLE_COUNTRY, false },
    { "国家或地区", ROLE_COUNTRY, false },
    { "國家", ROLE_COUNTRY, false },
    { "flow", ROLE_FLOW, false },
    { "flow code", ROLE_FLOW, false },
    { "flow desc", ROLE_FLOW, true },
    { "flow label", ROLE_FLOW, true },
    { "trade flow", ROLE_FLOW, false },
    { "trade flow code", ROLE_FLOW, false },
    { "trade flow name", ROLE_FLOW, true },
    { "stk flow", ROLE_FLOW, false },
    { "direction", ROLE_FLOW, false },
    { "napr", ROLE_FLOW, false },
    { "поток", ROLE_FLOW, false },
    { "торговый поток", ROLE_FLOW, false },
    { "направление", ROLE_FLOW, false },
    { "направление торговли", ROLE_FLOW, false },
    { "направление перемещения", ROLE_FLOW, false },
    { "ағын", ROLE_FLOW, false },
    { "сауда ағыны", ROLE_FLOW, false },
    { "бағыт", ROLE_FLOW, false },
    { "бағыты", ROLE_FLOW, false },
    { "流向", ROLE_FLOW, false },
    { "贸易流向", ROLE_FLOW, false },
    { "进出口类型", ROLE_FLOW, false },
    { "进出口方向", ROLE_FLOW, false },
    { "进出口标志", ROLE_FLOW, false },
    { "product", ROLE_PRODUCT, false },
    { "product code", ROLE_PRODUCT, false },
    { "product name", ROLE_PRODUCT, true },
    { "product label", ROLE_PRODUCT, true },
    { "product description", ROLE_PRODUCT, true },
    { "product sector", ROLE_PRODUCT, true },
    { "product sector code", ROLE_PRODUCT, false },
    { "product nc", ROLE_PRODUCT, false },
    { "product sitc", ROLE_PRODUCT, false },
    { "cmd code", ROLE_PRODUCT, false },
    { "cmd desc", ROLE_PRODUCT, true },
    { "commodity", ROLE_PRODUCT, false },
    { "commodity code", ROLE_PRODUCT, false },
    { "commodity description", ROLE_PRODUCT, true },
    { "hs", ROLE_PRODUCT, false },
    { "hs code", ROLE_PRODUCT, false },
    { "hs2", ROLE_PRODUCT, false },
    { "hs4", ROLE_PRODUCT, false },
    { "hs6", ROLE_PRODUCT, false },
    { "sitc", ROLE_PRODUCT, false },
    { "sitc06", ROLE_PRODUCT, false },
    { "sitc code", ROLE_PRODUCT, false },
    { "cn8", ROLE_PRODUCT, false },
    { "tnved", ROLE_PRODUCT, false },
    { "тнвэд", ROLE_PRODUCT, false },
    { "код тнвэд", ROLE_PRODUCT, false },
    { "код тн вэд", ROLE_PRODUCT, false },
    { "код товара", ROLE_PRODUCT, false },
    { "товар", ROLE_PRODUCT, false },
    { "товары", ROLE_PRODUCT, false },
    { "товарная группа", ROLE_PRODUCT, false },
    { "наименование товара", ROLE_PRODUCT, true },
    { "продукция", ROLE_PRODUCT, false },
    { "тауар", ROLE_PRODUCT, false },
    { "тауарлар", ROLE_PRODUCT, false },
    { "тауар коды", ROLE_PRODUCT, false },
    { "тауар атауы", ROLE_PRODUCT, true },
    { "тауардың атауы", ROLE_PRODUCT, true },
    { "сэқ тн коды", ROLE_PRODUCT, false },
    { "өнім", ROLE_PRODUCT, false },
    { "商品", ROLE_PRODUCT, false },
    { "商品编码", ROLE_PRODUCT, false },
    { "商品代码", ROLE_PRODUCT, false },
    { "商品名称", ROLE_PRODUCT, true },
    { "产品", ROLE_PRODUCT, false },
    { "產品", ROLE_PRODUCT, false },
    { "indicator", ROLE_INDICATOR, false },
    { "indicator code", ROLE_INDICATOR, false },
    { "indicator name", ROLE_INDICATOR, true },
    { "indicator label", ROLE_INDICATOR, true },
    { "measure", ROLE_INDICATOR, false },
    { "variable", ROLE_INDICATOR, false },
    { "показатель", ROLE_INDICATOR, false },
    { "наименование показателя", ROLE_INDICATOR, true },
    { "көрсеткіш", ROLE_INDICATOR, false },
    { "指标", ROLE_INDICATOR, false },
    { "指標", ROLE_INDICATOR, false },
    { "unit", ROLE_UNIT, false },
    { "units", ROLE_UNIT, false },
    { "unit code", ROLE_UNIT, false },
    { "unit measure", ROLE_UNIT, false },
    { "unit of measure", ROLE_UNIT, true },
    { "unit name", ROLE_UNIT, true },
    { "currency", ROLE_UNIT, false },
    { "единица измерения", ROLE_UNIT, false },
    { "единицы измерения", ROLE_UNIT, false },
    { "единица", ROLE_UNIT, false },
    { "ед изм", ROLE_UNIT, false },
    { "валюта", ROLE_UNIT, false },
    { "өлшем бірлігі", ROLE_UNIT, false },
    { "бірлік", ROLE_UNIT, false },
    { "单位", ROLE_UNIT, false },
    { "计量单位", ROLE_UNIT, false },
    { "币种", ROLE_UNIT, false },
    { "货币", ROLE_UNIT, false },
    { "單位", ROLE_UNIT, false },
    { "source", ROLE_SOURCE, false },
    { "data source", ROLE_SOURCE, false },
    { "источник", ROLE_SOURCE, false },
    { "источник данных", ROLE_SOURCE, false },
    { "дереккөз", ROLE_SOURCE, false },
    { "дереккөзі", ROLE_SOURCE, false },
    { "来源", ROLE_SOURCE, false },
    { "数据来源", ROLE_SOURCE, false },
    { "资料来源", ROLE_SOURCE, false },
    { "來源", ROLE_SOURCE, false },
};

enum word_kind { VALUE_WORD, GROWTH_WORD, INDICATOR_WORD, PURE_WORD, BESIDE };

/* The words that heads of values are made of, besides flows and units. */
static const struct value_word {
    const char *text;
    enum word_kind kind;
    const char *indicator, *unit;
} value_words[] = {
    { "value", VALUE_WORD, NULL, NULL },
    { "values", VALUE_WORD, NULL, NULL },
    { "val", VALUE_WORD, NULL, NULL },
    { "amount", VALUE_WORD, NULL, NULL },
    { "obs value", VALUE_WORD, NULL, NULL },
    { "observation value", VALUE_WORD, NULL, NULL },
    { "trade value", VALUE_WORD, NULL, NULL },
    { "trade", VALUE_WORD, NULL, NULL },
    { "customs value", VALUE_WORD, NULL, NULL },
    { "statistical value", VALUE_WORD, NULL, NULL },
    { "primary value", VALUE_WORD, NULL, "USD" }, /* Comtrade */
    { "stoim", VALUE_WORD, NULL, "USD" },         /* Russia's customs service */
    { "стоимость", VALUE_WORD, NULL, NULL },
    { "статистическая стоимость", VALUE_WORD, NULL, NULL },
    { "значение", VALUE_WORD, NULL, NULL },
    { "сумма", VALUE_WORD, NULL, NULL },
    { "құны", VALUE_WORD, NULL, NULL },
    { "сомасы", VALUE_WORD, NULL, NULL },
    { "мәні", VALUE_WORD, NULL, NULL },
    { "金额", VALUE_WORD, NULL, NULL },
    { "金額", VALUE_WORD, NULL, NULL },
    { "价值", VALUE_WORD, NULL, NULL },
    { "数值", VALUE_WORD, NULL, NULL },
    { "贸易额", VALUE_WORD, NULL, NULL },
    { "总值", VALUE_WORD, NULL, NULL },
    { "growth", GROWTH_WORD, NULL, NULL },
    { "growth rate", GROWTH_WORD, NULL, NULL },
    { "annual growth", GROWTH_WORD, NULL, NULL },
    { "change", GROWTH_WORD, NULL, NULL },
    { "year on year", GROWTH_WORD, NULL, NULL },
    { "yoy", GROWTH_WORD, NULL, NULL },
    { "прирост", GROWTH_WORD, NULL, NULL },
    { "темп прироста", GROWTH_WORD, NULL, NULL },
    { "темпы прироста", GROWTH_WORD, NULL, NULL },
    { "өсім", GROWTH_WORD, NULL, NULL },
    { "өсімі", GROWTH_WORD, NULL, NULL },
    { "同比", GROWTH_WORD, NULL, NULL },
    { "同比增长", GROWTH_WORD, NULL, NULL },
    { "同比增速", GROWTH_WORD, NULL, NULL },
    { "增长率", GROWTH_WORD, NULL, NULL },
    { "增速", GROWTH_WORD, NULL, NULL },
    { "quantity", INDICATOR_WORD, quantity, NULL },
    { "qty", INDICATOR_WORD, quantity, NULL },
    { "supplementary quantity", INDICATOR_WORD, quantity, NULL },
    { "kol", INDICATOR_WORD, quantity, NULL },
    { "количество", INDICATOR_WORD, quantity, NULL },
    { "саны", INDICATOR_WORD, quantity, NULL },
    { "数量", INDICATOR_WORD, quantity, NULL },
    { "第一数量", INDICATOR_WORD, quantity, NULL },
    { "數量", INDICATOR_WORD, quantity, NULL },
    { "net weight", INDICATOR_WORD, net_weight, NULL },
    { "net wgt", INDICATOR_WORD, net_weight, "kg" }, /* Comtrade */
    { "netto", INDICATOR_WORD, net_weight, "kg" },   /* Russia's customs service */
    { "weight", INDICATOR_WORD, net_weight, NULL },
    { "вес", INDICATOR_WORD, net_weight, NULL },
    { "вес нетто", INDICATOR_WORD, net_weight, NULL },
    { "масса нетто", INDICATOR_WORD, net_weight, NULL },
    { "нетто", INDICATOR_WORD, net_weight, NULL },
    { "таза салмағы", INDICATOR_WORD, net_weight, NULL },
    { "салмағы", INDICATOR_WORD, net_weight, NULL },
    { "净重", INDICATOR_WORD, net_weight, NULL },
    { "重量", INDICATOR_WORD, net_weight, NULL },
    { "gross weight", INDICATOR_WORD, gross_weight, NULL },
    { "gross wgt", INDICATOR_WORD, gross_weight, "kg" }, /* Comtrade */
    { "вес брутто", INDICATOR_WORD, gross_weight, NULL },
    { "масса брутто", INDICATOR_WORD, gross_weight, NULL },
    { "брутто", INDICATOR_WORD, gross_weight, NULL },
    { "毛重", INDICATOR_WORD, gross_weight, NULL },
    { "unit value", INDICATOR_WORD, unit_value, NULL },
    { "unit price", INDICATOR_WORD, unit_value, NULL },
    { "цена", INDICATOR_WORD, unit_value, NULL },
    { "средняя цена", INDICATOR_WORD, unit_value, NULL },
    { "单价", INDICATOR_WORD, unit_value, NULL },
    { "cif value", INDICATOR_WORD, cif_value, NULL },
    { "cif trade value", INDICATOR_WORD, cif_value, NULL },
    { "fob value", INDICATOR_WORD, fob_value, NULL },
    { "fob trade value", INDICATOR_WORD, fob_value, NULL },
    { "ratio", PURE_WORD, NULL, NULL },
    { "share", PURE_WORD, NULL, NULL },
    { "index", PURE_WORD, NULL, NULL },
    { "доля", PURE_WORD, NULL, NULL },
    { "индекс", PURE_WORD, NULL, NULL },
    { "үлесі", PURE_WORD, NULL, NULL },
    { "比重", PURE_WORD, NULL, NULL },
    { "指数", PURE_WORD, NULL, NULL },
    { "total", BESIDE, NULL, NULL },
    { "of", BESIDE, NULL, NULL },
    { "in", BESIDE, NULL, NULL },
    { "the", BESIDE, NULL, NULL },
    { "cif", BESIDE, NULL, NULL },
    { "fob", BESIDE, NULL, NULL },
    { "goods", BESIDE, NULL, NULL },
    { "merchandise", BESIDE, NULL, NULL },
    { "всего", BESIDE, NULL, NULL },
    { "в", BESIDE, NULL, NULL },
    { "на", BESIDE, NULL, NULL },
    { "товаров", BESIDE, NULL, NULL },
    { "объем", BESIDE, NULL, NULL },
    { "барлығы", BESIDE, NULL, NULL },
    { "көлемі", BESIDE, NULL, NULL },
    { "тауарлардың", BESIDE, NULL, NULL },
    { "货物", BESIDE, NULL, NULL },
    { "商品", BESIDE, NULL, NULL },
};

static bool find_role(const struct folded *folded, struct head *head)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (folded_is(folded, roles[i].text)) {
            head->role = roles[i].role;
            head->is_label = roles[i].is_label;
            return true;
        }
    return false;
}

/* What the words of a head of values have said so far. */
struct saying {
    struct head head;
    struct unit_parts unit;
    bool value, growth, unclear;
};

static const struct value_word *find_value_word(const struct folded *folded, size_t at, size_t *end)
{
    const struct value_word *found = NULL;

    *end = at;
    for (size_t i = 0; i < sizeof value_words / sizeof *value_words; i++) {
        size_t stop = folded_phrase(folded, at, value_words[i].text);

        if (stop > *end) {
            *end = stop;
            found = &value_words[i];
        }
    }
    return found;
}

static void take_value_word(struct saying *saying, const struct value_word *word)
{
    saying->value = saying->value || word->kind == VALUE_WORD || word->kind == INDICATOR_WORD;
    saying->growth = saying->growth || word->kind == GROWTH_WORD;
    if (word->kind == PURE_WORD)
        saying->unclear = saying->head.is_pure = true;
    if (word->indicator != NULL)
        saying->head.indicator = word->indicator;
    if (word->unit != NULL)
        saying->head.unit = word->unit;
}

/* The longest of a flow, a unit and another word of values at *at. */
static void take_words(const struct folded *folded, size_t *at, struct saying *saying)
{
    size_t flow_end = *at, unit_end = *at, word_end;
    const char *flow = flow_take(folded, &flow_end);
    struct unit_parts unit = saying->unit;
    const struct value_word *word = find_value_word(folded, *at, &word_end);

    if (!unit_take(folded, &unit_end, &unit))
        unit_end = *at;
    if (word != NULL && word_end >= flow_end && word_end >= unit_end) {
        take_value_word(saying, word);
        *at = word_end;
    } else if (flow != NULL && flow_end >= unit_end) {
        saying->unclear = saying->unclear || saying->head.flow != NULL;
        saying->head.flow = flow;
        *at = flow_end;
    } else if (unit_end > *at) {
        saying->unit = unit;
        *at = unit_end;
    } else {
        saying->unclear = true;
        *at = folded_next_word(folded, *at);
    }
}

static struct head settle(struct saying *saying, const struct folded *folded)
{
    struct head *head = &saying->head;
    const struct unit_parts *unit = &saying->unit;
    bool counts = unit->has_power || unit->is_currency || (unit->name != NULL && folded->n > 1);

    if (!unit_settle(&saying->unit))
        saying->unclear = true;
    if (unit->name != NULL)
        head->unit = unit->name;
    head->multiplier = unit->multiplier;
    if (saying->unclear)
        return *head;
    if (saying->growth) {
        head->role = ROLE_GROWTH;
        head->unit = NULL;
    } else if (saying->value || head->flow != NULL || counts) {
        head->role = ROLE_VALUE;
    }
    return *head;
}

static struct head find_whole(const char *text, size_t n)
{
    struct saying saying = { .unclear = false };
    struct folded folded;

    if (!fold(&folded, text, n) || find_role(&folded, &saying.head))
        return saying.head;
    for (size_t at = 0; at < folded.n;) {
        if (folded.text[at] == ' ')
            at++;
        take_words(&folded, &at, &saying);
    }
    return settle(&saying, &folded);
}

struct head head_find(const char *text, size_t n)
{
    struct head head = find_whole(text, n);
    size_t code = length_of_code(text, n);

    return head.role == ROLE_NONE && code < n ? find_whole(text, code) : head;
}
