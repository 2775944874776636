/* units.c - what a figure counts, and in which power of ten. */
#include "vocabulary/units.h"

#include <string.h>

#include "base/strings.h"

enum kind { CURRENCY, MEASURE, POWER, SHORT_POWER, FILLER };

static const struct word {
    const char *text, *name;
    enum kind kind;
    int power;
} words[] = {
    /* Powers of ten. */
    { "hundred", NULL, POWER, 2 },
    { "100", NULL, POWER, 2 },
    { "thousand", NULL, POWER, 3 },
    { "thousands", NULL, POWER, 3 },
    { "thsd", NULL, POWER, 3 },
    { "thous", NULL, POWER, 3 },
    { "ths", NULL, POWER, 3 },
    { "1000", NULL, POWER, 3 },
    { "1 000", NULL, POWER, 3 },
    { "000", NULL, POWER, 3 },
    { "000s", NULL, POWER, 3 },
    { "1000s", NULL, POWER, 3 },
    { "10^3", NULL, POWER, 3 },
    { "million", NULL, POWER, 6 },
    { "millions", NULL, POWER, 6 },
    { "mn", NULL, POWER, 6 },
    { "mln", NULL, POWER, 6 },
    { "mio", NULL, POWER, 6 },
    { "mill", NULL, POWER, 6 },
    { "1000000", NULL, POWER, 6 },
    { "10^6", NULL, POWER, 6 },
    { "billion", NULL, POWER, 9 },
    { "billions", NULL, POWER, 9 },
    { "bn", NULL, POWER, 9 },
    { "bln", NULL, POWER, 9 },
    { "mrd", NULL, POWER, 9 },
    { "milliard", NULL, POWER, 9 },
    { "10^9", NULL, POWER, 9 },
    { "trillion", NULL, POWER, 12 },
    { "trn", NULL, POWER, 12 },
    { "10^12", NULL, POWER, 12 },
    { "тыс", NULL, POWER, 3 },
    { "тысяч", NULL, POWER, 3 },
    { "тысяча", NULL, POWER, 3 },
    { "тысячи", NULL, POWER, 3 },
    { "млн", NULL, POWER, 6 },
    { "миллион", NULL, POWER, 6 },
    { "миллиона", NULL, POWER, 6 },
    { "миллионов", NULL, POWER, 6 },
    { "млрд", NULL, POWER, 9 },
    { "миллиард", NULL, POWER, 9 },
    { "миллиарда", NULL, POWER, 9 },
    { "миллиардов", NULL, POWER, 9 },
    { "трлн", NULL, POWER, 12 },
    { "триллион", NULL, POWER, 12 },
    { "триллионов", NULL, POWER, 12 },
    { "мың", NULL, POWER, 3 },
    { "千", NULL, POWER, 3 },
    { "万", NULL, POWER, 4 },
    { "萬", NULL, POWER, 4 },
    { "十万", NULL, POWER, 5 },
    { "百万", NULL, POWER, 6 },
    { "百萬", NULL, POWER, 6 },
    { "千万", NULL, POWER, 7 },
    { "亿", NULL, POWER, 8 },
    { "億", NULL, POWER, 8 },
    { "十亿", NULL, POWER, 9 },
    { "百亿", NULL, POWER, 10 },
    { "千亿", NULL, POWER, 11 },
    { "万亿", NULL, POWER, 12 },
    { "k", NULL, SHORT_POWER, 3 },
    { "m", NULL, SHORT_POWER, 6 },
    { "b", NULL, SHORT_POWER, 9 },
    /* Currencies. */
    { "usd", "USD", CURRENCY, 0 },
    { "us$", "USD", CURRENCY, 0 },
    { "$us", "USD", CURRENCY, 0 },
    { "$", "USD", CURRENCY, 0 },
    { "us dollar", "USD", CURRENCY, 0 },
    { "us dollars", "USD", CURRENCY, 0 },
    { "u s dollars", "USD", CURRENCY, 0 },
    { "united states dollar", "USD", CURRENCY, 0 },
    { "united states dollars", "USD", CURRENCY, 0 },
    { "dollar", "USD", CURRENCY, 0 },
    { "dollars", "USD", CURRENCY, 0 },
    { "musd", "USD", CURRENCY, 6 },
    { "kusd", "USD", CURRENCY, 3 },
    { "us$ mil", "USD", CURRENCY, 6 }, /* WITS; alone, "mil" is a thousand in Spanish */
    { "usdm", "USD", CURRENCY, 6 },
    { "usdmn", "USD", CURRENCY, 6 },
    { "usdbn", "USD", CURRENCY, 9 },
    { "долл сша", "USD", CURRENCY, 0 },
    { "долл", "USD", CURRENCY, 0 },
    { "доллар сша", "USD", CURRENCY, 0 },
    { "доллара сша", "USD", CURRENCY, 0 },
    { "доллары сша", "USD", CURRENCY, 0 },
    { "долларов сша", "USD", CURRENCY, 0 },
    { "долларов", "USD", CURRENCY, 0 },
    { "дол сша", "USD", CURRENCY, 0 },
    { "ақш долл", "USD", CURRENCY, 0 },
    { "ақш доллары", "USD", CURRENCY, 0 },
    { "ақш долларымен", "USD", CURRENCY, 0 },
    { "доллар", "USD", CURRENCY, 0 },
    { "美元", "USD", CURRENCY, 0 },
    { "美金", "USD", CURRENCY, 0 },
    { "eur", "EUR", CURRENCY, 0 },
    { "euro", "EUR", CURRENCY, 0 },
    { "euros", "EUR", CURRENCY, 0 },
    { "ecu", "EUR", CURRENCY, 0 },
    { "€", "EUR", CURRENCY, 0 },
    { "meur", "EUR", CURRENCY, 6 },
    { "keur", "EUR", CURRENCY, 3 },
    { "евро", "EUR", CURRENCY, 0 },
    { "еуро", "EUR", CURRENCY, 0 },
    { "欧元", "EUR", CURRENCY, 0 },
    { "歐元", "EUR", CURRENCY, 0 },
    { "gbp", "GBP", CURRENCY, 0 },
    { "£", "GBP", CURRENCY, 0 },
    { "pounds sterling", "GBP", CURRENCY, 0 },
    { "pound sterling", "GBP", CURRENCY, 0 },
    { "фунтов стерлингов", "GBP", CURRENCY, 0 },
    { "英镑", "GBP", CURRENCY, 0 },
    { "kzt", "KZT", CURRENCY, 0 },
    { "₸", "KZT", CURRENCY, 0 },
    { "tenge", "KZT", CURRENCY, 0 },
    { "тенге", "KZT", CURRENCY, 0 },
    { "теңге", "KZT", CURRENCY, 0 },
    { "坚戈", "KZT", CURRENCY, 0 },
    { "cny", "CNY", CURRENCY, 0 },
    { "rmb", "CNY", CURRENCY, 0 },
    { "cnh", "CNY", CURRENCY, 0 },
    { "yuan", "CNY", CURRENCY, 0 },
    { "rmb yuan", "CNY", CURRENCY, 0 },
    { "renminbi", "CNY", CURRENCY, 0 },
    { "юань", "CNY", CURRENCY, 0 },
    { "юаня", "CNY", CURRENCY, 0 },
    { "юаней", "CNY", CURRENCY, 0 },
    { "人民币", "CNY", CURRENCY, 0 },
    { "人民币元", "CNY", CURRENCY, 0 },
    { "元人民币", "CNY", CURRENCY, 0 },
    { "人民幣", "CNY", CURRENCY, 0 },
    { "元", "CNY", CURRENCY, 0 },
    { "rub", "RUB", CURRENCY, 0 },
    { "rur", "RUB", CURRENCY, 0 },
    { "₽", "RUB", CURRENCY, 0 },
    { "руб", "RUB", CURRENCY, 0 },
    { "рубль", "RUB", CURRENCY, 0 },
    { "рублей", "RUB", CURRENCY, 0 },
    { "российских рублей", "RUB", CURRENCY, 0 },
    { "卢布", "RUB", CURRENCY, 0 },
    { "jpy", "JPY", CURRENCY, 0 },
    { "yen", "JPY", CURRENCY, 0 },
    { "иен", "JPY", CURRENCY, 0 },
    { "日元", "JPY", CURRENCY, 0 },
    { "円", "JPY", CURRENCY, 0 },
    { "hkd", "HKD", CURRENCY, 0 },
    { "hk$", "HKD", CURRENCY, 0 },
    { "港元", "HKD", CURRENCY, 0 },
    { "港币", "HKD", CURRENCY, 0 },
    { "krw", "KRW", CURRENCY, 0 },
    { "won", "KRW", CURRENCY, 0 },
    { "twd", "TWD", CURRENCY, 0 },
    { "nt$", "TWD", CURRENCY, 0 },
    { "inr", "INR", CURRENCY, 0 },
    { "₹", "INR", CURRENCY, 0 },
    { "chf", "CHF", CURRENCY, 0 },
    { "sek", "SEK", CURRENCY, 0 },
    { "nok", "NOK", CURRENCY, 0 },
    { "dkk", "DKK", CURRENCY, 0 },
    { "pln", "PLN", CURRENCY, 0 },
    { "czk", "CZK", CURRENCY, 0 },
    { "huf", "HUF", CURRENCY, 0 },
    { "try", "TRY", CURRENCY, 0 },
    { "₺", "TRY", CURRENCY, 0 },
    { "uah", "UAH", CURRENCY, 0 },
    { "byn", "BYN", CURRENCY, 0 },
    { "uzs", "UZS", CURRENCY, 0 },
    { "kgs", "KGS", CURRENCY, 0 },
    { "tjs", "TJS", CURRENCY, 0 },
    { "tmt", "TMT", CURRENCY, 0 },
    { "azn", "AZN", CURRENCY, 0 },
    { "amd", "AMD", CURRENCY, 0 },
    { "gel", "GEL", CURRENCY, 0 },
    { "mnt", "MNT", CURRENCY, 0 },
    { "cad", "CAD", CURRENCY, 0 },
    { "c$", "CAD", CURRENCY, 0 },
    { "aud", "AUD", CURRENCY, 0 },
    { "a$", "AUD", CURRENCY, 0 },
    { "nzd", "NZD", CURRENCY, 0 },
    { "nz$", "NZD", CURRENCY, 0 },
    { "sgd", "SGD", CURRENCY, 0 },
    { "s$", "SGD", CURRENCY, 0 },
    { "brl", "BRL", CURRENCY, 0 },
    { "r$", "BRL", CURRENCY, 0 },
    { "mxn", "MXN", CURRENCY, 0 },
    { "zar", "ZAR", CURRENCY, 0 },
    { "ils", "ILS", CURRENCY, 0 },
    { "aed", "AED", CURRENCY, 0 },
    { "sar", "SAR", CURRENCY, 0 },
    { "xdr", "XDR", CURRENCY, 0 },
    /* Weights, volumes, pieces. */
    { "t", "t", MEASURE, 0 },
    { "ton", "t", MEASURE, 0 },
    { "tons", "t", MEASURE, 0 },
    { "tonne", "t", MEASURE, 0 },
    { "tonnes", "t", MEASURE, 0 },
    { "metric ton", "t", MEASURE, 0 },
    { "metric tons", "t", MEASURE, 0 },
    { "metric tonnes", "t", MEASURE, 0 },
    { "kt", "t", MEASURE, 3 },
    { "т", "t", MEASURE, 0 },
    { "тонна", "t", MEASURE, 0 },
    { "тонн", "t", MEASURE, 0 },
    { "тонны", "t", MEASURE, 0 },
    { "吨", "t", MEASURE, 0 },
    { "公吨", "t", MEASURE, 0 },
    { "噸", "t", MEASURE, 0 },
    { "kg", "kg", MEASURE, 0 },
    { "kgs", "kg", MEASURE, 0 },
    { "kgm", "kg", MEASURE, 0 },
    { "kilogram", "kg", MEASURE, 0 },
    { "kilograms", "kg", MEASURE, 0 },
    { "weight in kilograms", "kg", MEASURE, 0 },
    { "кг", "kg", MEASURE, 0 },
    { "килограмм", "kg", MEASURE, 0 },
    { "килограммов", "kg", MEASURE, 0 },
    { "千克", "kg", MEASURE, 0 },
    { "公斤", "kg", MEASURE, 0 },
    { "g", "g", MEASURE, 0 },
    { "gram", "g", MEASURE, 0 },
    { "grams", "g", MEASURE, 0 },
    { "г", "g", MEASURE, 0 },
    { "грамм", "g", MEASURE, 0 },
    { "克", "g", MEASURE, 0 },
    { "l", "l", MEASURE, 0 },
    { "litre", "l", MEASURE, 0 },
    { "litres", "l", MEASURE, 0 },
    { "liters", "l", MEASURE, 0 },
    { "volume in litres", "l", MEASURE, 0 },
    { "volume in liters", "l", MEASURE, 0 },
    { "л", "l", MEASURE, 0 },
    { "литр", "l", MEASURE, 0 },
    { "литров", "l", MEASURE, 0 },
    { "升", "l", MEASURE, 0 },
    { "m3", "m3", MEASURE, 0 },
    { "m³", "m3", MEASURE, 0 },
    { "cubic metres", "m3", MEASURE, 0 },
    { "cubic meters", "m3", MEASURE, 0 },
    { "м3", "m3", MEASURE, 0 },
    { "м³", "m3", MEASURE, 0 },
    { "куб м", "m3", MEASURE, 0 },
    { "кубических метров", "m3", MEASURE, 0 },
    { "立方米", "m3", MEASURE, 0 },
    { "m2", "m2", MEASURE, 0 },
    { "m²", "m2", MEASURE, 0 },
    { "square metres", "m2", MEASURE, 0 },
    { "square meters", "m2", MEASURE, 0 },
    { "м2", "m2", MEASURE, 0 },
    { "м²", "m2", MEASURE, 0 },
    { "кв м", "m2", MEASURE, 0 },
    { "平方米", "m2", MEASURE, 0 },
    { "u", "items", MEASURE, 0 },
    { "item", "items", MEASURE, 0 },
    { "items", "items", MEASURE, 0 },
    { "number of items", "items", MEASURE, 0 },
    { "pieces", "items", MEASURE, 0 },
    { "pcs", "items", MEASURE, 0 },
    { "шт", "items", MEASURE, 0 },
    { "штук", "items", MEASURE, 0 },
    { "дана", "items", MEASURE, 0 },
    { "件", "items", MEASURE, 0 },
    { "个", "items", MEASURE, 0 },
    { "台", "items", MEASURE, 0 },
    { "kwh", "kWh", MEASURE, 0 },
    { "квт ч", "kWh", MEASURE, 0 },
    { "千瓦时", "kWh", MEASURE, 0 },
    { "mwh", "MWh", MEASURE, 0 },
    { "%", "%", MEASURE, 0 },
    { "percent", "%", MEASURE, 0 },
    { "per cent", "%", MEASURE, 0 },
    { "percentage", "%", MEASURE, 0 },
    { "pct", "%", MEASURE, 0 },
    { "pc", "%", MEASURE, 0 },
    { "процент", "%", MEASURE, 0 },
    { "процентов", "%", MEASURE, 0 },
    { "в процентах", "%", MEASURE, 0 },
    { "пайыз", "%", MEASURE, 0 },
    { "百分比", "%", MEASURE, 0 },
    { "％", "%", MEASURE, 0 },
    /* Words that say nothing more. */
    { "in", NULL, FILLER, 0 },
    { "of", NULL, FILLER, 0 },
    { "at", NULL, FILLER, 0 },
    { "current", NULL, FILLER, 0 },
    { "nominal", NULL, FILLER, 0 },
    { "prices", NULL, FILLER, 0 },
    { "в", NULL, FILLER, 0 },
    { "сша", NULL, FILLER, 0 },
};

bool unit_take(const struct normalised *normalised, size_t *at, struct unit_parts *parts)
{
    const struct word *found = NULL;
    size_t longest = *at;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t end = normalised_phrase(normalised, *at, words[i].text);

        if (end > longest) {
            longest = end;
            found = &words[i];
        }
    }
    if (found == NULL || (found->name != NULL && parts->name != NULL) ||
        (found->kind == SHORT_POWER && parts->short_power != '\0'))
        return false;
    *at = longest;
    if (found->name != NULL) {
        parts->name = found->name;
        parts->is_currency = found->kind == CURRENCY;
    }
    if (found->kind == SHORT_POWER)
        parts->short_power = found->text[0];
    else
        parts->multiplier += found->power;
    parts->has_power = parts->has_power || found->power != 0;
    return true;
}

bool unit_settle(struct unit_parts *parts)
{
    char power = parts->short_power;

    parts->short_power = '\0';
    if (power == '\0')
        return true;
    if (parts->is_currency)
        parts->multiplier += power == 'm' ? 6 : power == 'k' ? 3 : 9;
    else if (power == 'm' && parts->name == NULL)
        parts->name = "m"; /* metres */
    else
        return false;
    return true;
}

/* All of the text is a unit that we know, with or without powers. */
static bool read_known(const char *text, size_t n, struct unit_parts *parts)
{
    struct normalised normalised;

    *parts = (struct unit_parts){ 0 };
    if (!normalise(&normalised, text, n))
        return false;
    for (size_t at = 0; at < normalised.n;) {
        if (normalised.text[at] == ' ')
            at++;
        if (!unit_take(&normalised, &at, parts))
            return false;
    }
    return unit_settle(parts) && (parts->name != NULL || parts->has_power);
}

/* "thousand carats", "Bushels, million": powers at either end of a unit that we do not
 * know; gives what is left between them. */
static void take_powers_off(const struct normalised *normalised, struct unit_parts *parts,
                            size_t *start, size_t *end)
{
    struct unit_parts none = { 0 };
    size_t at = 0;

    *start = 0;
    *end = normalised->n;
    for (; at < normalised->n; at += at < normalised->n && normalised->text[at] == ' ') {
        none = *parts;
        if (!unit_take(normalised, &at, &none) || none.name != NULL || none.short_power != '\0')
            break;
        *parts = none;
        *start = at;
    }
    while (*start < normalised->n && normalised->text[*start] == ' ')
        ++*start;
    for (at = normalised_next_word(normalised, *start); at < normalised->n;
         at = normalised_next_word(normalised, at)) {
        size_t last = at;

        none = *parts;
        if (unit_take(normalised, &last, &none) && last == normalised->n && none.name == NULL &&
            none.short_power == '\0') {
            *parts = none;
            *end = at;
            break;
        }
    }
    while (*end > *start && normalised->text[*end - 1] == ' ')
        --*end;
}

static bool read_unknown(struct arena *arena, const char *text, size_t n,
                         const struct normalised *normalised, struct unit *unit)
{
    struct unit_parts parts = { 0 };
    size_t start, end;

    take_powers_off(normalised, &parts, &start, &end);
    if (start < end && parts.has_power) {
        size_t from = normalised->from[start];

        text += from;
        n = normalised->to[end - 1] - from;
    } else {
        parts.multiplier = 0;
    }
    unit->name = arena_text(arena, text, n);
    unit->multiplier = parts.multiplier;
    return unit->name != NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit)
{
    struct unit_parts parts;
    struct normalised normalised;

    for (; n > 0 && is_blank(*text); text++)
        n--;
    while (n > 0 && is_blank(text[n - 1]))
        n--;
    if (n == 0)
        return false;
    if (read_known(text, n, &parts) || read_known(text, length_of_code(text, n), &parts)) {
        *unit = (struct unit){ parts.name != NULL ? parts.name : "", parts.multiplier };
        return true;
    }
    n = length_of_code(text, n);
    if (normalise(&normalised, text, n))
        return read_unknown(arena, text, n, &normalised, unit);
    *unit = (struct unit){ arena_text(arena, text, n), 0 };
    return unit->name != NULL;
}

const char *unit_find(const char *text, size_t n)
{
    struct unit_parts parts;

    return read_known(text, n, &parts) || read_known(text, length_of_code(text, n), &parts)
               ? parts.name
               : NULL;
}
