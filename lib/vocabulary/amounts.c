/* amounts.c - tells amounts from figures that cannot be added, by the words of units and measures. */
#include "vocabulary/amounts.h"

#include <string.h>

#include "vocabulary/normalised.h"

/* True when one of the phrases stands in the text as whole words. */
static bool has_any(const char *text, const char *const *phrases)
{
    struct normalised normalised;

    if (!normalise(&normalised, text, strlen(text)))
        return false;
    for (size_t at = 0; at < normalised.n; at = normalised_next_word(&normalised, at))
        for (size_t i = 0; phrases[i] != NULL; i++)
            if (normalised_phrase(&normalised, at, phrases[i]) > at)
                return true;
    return false;
}

/* "Price" is singular here: "at constant prices" is said of amounts. */
static const char *const rates[] = {
    "index",      "indices",    "indexes",    "индекс",     "индексы",     "индексі",
    "指数",       "指數",       "indice",     "índice",     "endeks",      "rank",
    "ranking",    "ранг",       "место",      "орын",       "排名",        "名次",
    "rang",       "price",      "unit value", "unit price", "цена",        "баға",
    "бағасы",     "单价",       "价格",       "preis",      "prix",        "precio",
    "prezzo",     "preço",      "cena",       "fiyat",      "per capita",  "per person",
    "per head",   "на душу",    "жан басына", "人均",       "pro kopf",    "par habitant",
    "per cápita", "pro capite", "kişi başı",  "ratio",      "коэффициент", NULL
};

static const char *const percentages[] = {
    "%",         "‰",      "per cent", "percent",  "percentage", "процент",  "проценты",
    "процентов", "пайыз",  "百分比",   "百分点",   "prozent",    "pourcent", "pp",
    "п п",       "share",  "shares",   "growth",   "доля",       "үлесі",    "рост",
    "темп",      "темпы",  "өсім",     "份额",     "占比",       "比重",     "增速",
    "增长",      "anteil", "part en",  "wachstum", NULL
};

/* "2015 = 100", "2015=100" */
static bool has_base(const char *unit)
{
    const char *sign = strchr(unit, '=');

    return sign != NULL && strncmp(sign + 1 + strspn(sign + 1, " "), "100", 3) == 0;
}

bool unit_is_never_added(const char *unit)
{
    return strchr(unit, '/') != NULL || has_base(unit) || has_any(unit, rates);
}

bool unit_can_be_added(const char *unit)
{
    return !unit_is_never_added(unit) && !has_any(unit, percentages);
}

bool measure_can_be_added(const char *measure)
{
    return !has_base(measure) && !has_any(measure, rates) && !has_any(measure, percentages);
}
