/* flows.c - finds the flow (exports, imports …) that a code or phrase names. */
#include "vocabulary/flows.h"

#include "vocabulary/flow_words.h"
#include "vocabulary/phrases.h"

/* UN Comtrade's letters, and its older numeric codes, of which Eurostat uses 1 and 2. ИМ and ЭК
 * are from the Russian customs service. */
static const struct flow_word codes[] = {
    { "x", flow_exports },          { "m", flow_imports },     { "2", flow_exports },
    { "1", flow_imports },          { "3", flow_re_exports },  { "4", flow_re_imports },
    { "rx", flow_re_exports },      { "rm", flow_re_imports }, { "dx", flow_domestic_exports },
    { "fm", flow_foreign_imports }, { "e", flow_exports },     { "i", flow_imports },
    { "эк", flow_exports },         { "им", flow_imports },    { "出", flow_exports },
    { "进", flow_imports },
};

const char *flow_take(const struct normalised *normalised, size_t *at)
{
    const struct flow_word *word = phrase_find_at(&flow_word_index, normalised, *at, at);

    return word != NULL ? word->flow : NULL;
}

/* Skips words that do not change the flow beside them. */
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

/* The flow of a text that says nothing else. */
static const char *flow_of_text(const char *text, size_t n)
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
    const char *flow = flow_of_text(text, n);
    size_t code = code_length(text, n);

    return flow == NULL && code < n ? flow_of_text(text, code) : flow;
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
        if (found == NULL || found == flow_turnover || found == flow_balance)
            continue;
        if (flow != NULL && found != flow)
            return NULL;
        flow = found;
    }
    return flow;
}
