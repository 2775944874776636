/* flows.c - which way goods went: the words and codes for it. */
#include "vocabulary/flows.h"

#include <string.h>

static const char exports[] = "exports", imports[] = "imports", turnover[] = "turnover",
                  balance[] = "balance", re_exports[] = "re-exports", re_imports[] = "re-imports",
                  domestic_exports[] = "domestic exports", foreign_imports[] = "foreign imports";

struct named_flow {
    const char *text, *flow;
};

/* UN Comtrade's letters and, before them, its regime codes; Eurostat's 1 and 2 are the same.
 * ИМ and ЭК are the Russian customs service's. */
static const struct named_flow codes[] = {
    { "x", exports },          { "m", imports },     { "2", exports },
    { "1", imports },          { "3", re_exports },  { "4", re_imports },
    { "rx", re_exports },      { "rm", re_imports }, { "dx", domestic_exports },
    { "fm", foreign_imports }, { "e", exports },     { "i", imports },
    { "эк", exports },         { "им", imports },    { "出", exports },
    { "进", imports },
};

static const struct named_flow phrases[] = {
    { "export", exports },
    { "exports", exports },
    { "exp", exports },
    { "total export", exports },
    { "total exports", exports },
    { "import", imports },
    { "imports", imports },
    { "imp", imports },
    { "total import", imports },
    { "total imports", imports },
    { "turnover", turnover },
    { "trade turnover", turnover },
    { "total trade", turnover },
    { "two way trade", turnover },
    { "exports and imports", turnover },
    { "imports and exports", turnover },
    { "balance", balance },
    { "trade surplus", balance },
    { "surplus", balance },
    { "trade balance", balance },
    { "balance of trade", balance },
    { "net exports", balance },
    { "net export", balance },
    { "re export", re_exports },
    { "re exports", re_exports },
    { "re import", re_imports },
    { "re imports", re_imports },
    { "domestic export", domestic_exports },
    { "domestic exports", domestic_exports },
    { "foreign import", foreign_imports },
    { "foreign imports", foreign_imports },
    { "экспорт", exports },
    { "экспорта", exports },
    { "импорт", imports },
    { "импорта", imports },
    { "экспорт товаров", exports },
    { "экспорт товаров и услуг", exports },
    { "импорт товаров", imports },
    { "импорт товаров и услуг", imports },
    { "оборот", turnover },
    { "товарооборот", turnover },
    { "внешнеторговый оборот", turnover },
    { "внешнеторговый товарооборот", turnover },
    { "взаимный товарооборот", turnover },
    { "объем внешней торговли", turnover },
    { "оборот внешней торговли", turnover },
    { "взаимная торговля", turnover },
    { "сальдо", balance },
    { "торговый баланс", balance },
    { "баланс", balance },
    { "сальдо торгового баланса", balance },
    { "торговое сальдо", balance },
    { "внешнеторговое сальдо", balance },
    { "сальдо внешней торговли", balance },
    { "баланс внешней торговли", balance },
    { "внешнеторговый баланс", balance },
    { "чистый экспорт", balance },
    { "реэкспорт", re_exports },
    { "реимпорт", re_imports },
    { "тауарлар экспорты", exports },
    { "тауарлардың экспорты", exports },
    { "экспорты", exports },
    { "тауарлар импорты", imports },
    { "тауарлардың импорты", imports },
    { "импорты", imports },
    { "кері экспорт", re_exports },
    { "кері импорт", re_imports },
    { "айналым", turnover },
    { "тауар айналымы", turnover },
    { "сауда айналымы", turnover },
    { "сыртқы сауда айналымы", turnover },
    { "сыртқы сауда тауар айналымы", turnover },
    { "өзара сауда", turnover },
    { "өзара тауар айналымы", turnover },
    { "сауда балансы", balance },
    { "сыртқы сауда балансы", balance },
    { "сыртқы сауда сальдосы", balance },
    { "сауда сальдосы", balance },
    { "сауда теңгерімі", balance },
    { "сальдосы", balance },
    { "出口", exports },
    { "出口额", exports },
    { "出口值", exports },
    { "出口总额", exports },
    { "出口总值", exports },
    { "出口金额", exports },
    { "出口額", exports },
    { "出口總值", exports },
    { "出口總額", exports },
    { "进口", imports },
    { "进口额", imports },
    { "进口值", imports },
    { "进口总额", imports },
    { "进口总值", imports },
    { "进口金额", imports },
    { "進口", imports },
    { "進口額", imports },
    { "進口總值", imports },
    { "進口總額", imports },
    { "进出口", turnover },
    { "进出口额", turnover },
    { "进出口值", turnover },
    { "进出口总额", turnover },
    { "进出口总值", turnover },
    { "进出口金额", turnover },
    { "进出口合计", turnover },
    { "贸易总额", turnover },
    { "双边贸易额", turnover },
    { "進出口", turnover },
    { "進出口總值", turnover },
    { "進出口總額", turnover },
    { "貿易總額", turnover },
    { "贸易差额", balance },
    { "贸易余额", balance },
    { "贸易顺差", balance },
    { "顺差", balance },
    { "进出口差额", balance },
    { "差额", balance },
    { "净出口", balance },
    { "貿易差額", balance },
    { "再出口", re_exports },
    { "复出口", re_exports },
    { "转口", re_exports },
    { "再进口", re_imports },
    { "复进口", re_imports },
};

const char *flow_take(const struct normalised *normalised, size_t *at)
{
    const char *flow = NULL;
    size_t longest = *at;

    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        size_t end = normalised_phrase(normalised, *at, phrases[i].text);

        if (end > longest) {
            longest = end;
            flow = phrases[i].flow;
        }
    }
    *at = longest;
    return flow;
}

/* Words beside a flow that do not change it. */
static size_t skip_value_words(const struct normalised *normalised, size_t at)
{
    static const char *const words[] = {
        "total", "value", "values", "всего", "стоимость", "барлығы"
    };

    for (size_t i = 0; i < sizeof words / sizeof *words;) {
        size_t end = normalised_phrase(normalised, at, words[i]);

        if (end > at && end < normalised->n && normalised->text[end] == ' ')
            end++;
        i = end > at ? 0 : i + 1;
        at = end;
    }
    return at;
}

static const char *find_whole(const char *text, size_t n)
{
    struct normalised normalised;
    const char *flow;
    size_t at;

    if (!normalise(&normalised, text, n))
        return NULL;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (normalised_is(&normalised, codes[i].text))
            return codes[i].flow;
    at = 0;
    flow = flow_take(&normalised, &at);
    if (flow == NULL) {
        at = skip_value_words(&normalised, 0);
        flow = flow_take(&normalised, &at);
    }
    if (flow != NULL && at < normalised.n && normalised.text[at] == ' ')
        at = skip_value_words(&normalised, at + 1);
    return at == normalised.n ? flow : NULL;
}

const char *flow_find(const char *text, size_t n)
{
    const char *flow = find_whole(text, n);
    size_t code = length_of_code(text, n);

    return flow == NULL && code < n ? find_whole(text, code) : flow;
}

const char *flow_mentioned(const char *text, size_t n)
{
    const char *flow = NULL;
    struct normalised normalised;

    if (!normalise(&normalised, text, n))
        return NULL;
    for (size_t at = 0; at < normalised.n;) {
        size_t end = at;
        const char *found = flow_take(&normalised, &end);

        at = normalised_next_word(&normalised, end > at ? end - 1 : at);
        if (found == NULL || found == turnover || found == balance)
            continue;
        if (flow != NULL && found != flow)
            return NULL;
        flow = found;
    }
    return flow;
}
