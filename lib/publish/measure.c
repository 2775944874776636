/* measure.c - what a computed figure measures: "growth", "share in exports". */
#include "publish/measure.h"

#include "series/definition.h"
#include "sheaf/period.h"

enum operand { ALONE, IN, WITH, SINCE };

static const struct {
    const char *word;
    enum operand operand; /* that tells two of a kind apart */
} measures[DEFINITION_KINDS] = {
    [DEFINITION_SUM] = { "sum", WITH },
    [DEFINITION_DIFFERENCE] = { "difference", WITH },
    [DEFINITION_MIRROR] = { "difference", WITH },
    [DEFINITION_PRODUCT] = { "product", WITH },
    [DEFINITION_QUOTIENT] = { "ratio", WITH },
    [DEFINITION_UNIT_VALUE] = { "unit value", WITH },
    [DEFINITION_PERCENT] = { "per cent", WITH },
    [DEFINITION_SHARE] = { "share", IN },
    [DEFINITION_INDEX] = { "index", SINCE },
    [DEFINITION_GROWTH_ON_YEAR] = { "growth", ALONE },
    [DEFINITION_GROWTH_ON_PREVIOUS] = { "growth on the period before", ALONE },
    [DEFINITION_CHANGE_ON_YEAR] = { "change", ALONE },
    [DEFINITION_CHANGE_ON_PREVIOUS] = { "change on the period before", ALONE },
    [DEFINITION_COMPOUND_GROWTH] = { "compound growth", SINCE },
    [DEFINITION_CONTRIBUTION] = { "contribution to growth", IN },
    [DEFINITION_SUM_OF_PERIODS] = { "sum of periods", ALONE },
    [DEFINITION_YEAR_TO_DATE] = { "year to date", ALONE },
    [DEFINITION_ROLLING_SUM] = { "rolling sum", ALONE },
    [DEFINITION_ROLLING_MEAN] = { "rolling mean", ALONE },
    [DEFINITION_SEASONAL_MEAN] = { "seasonal mean", ALONE },
    [DEFINITION_TOTAL] = { "total", ALONE },
    [DEFINITION_REMAINDER] = { "remainder", ALONE },
    [DEFINITION_RANK] = { "rank", ALONE },
    [DEFINITION_CONCENTRATION] = { "concentration", ALONE },
    [DEFINITION_RATIO_OF_SHARES] = { "ratio of shares", ALONE },
    [DEFINITION_TRADE_INTENSITY] = { "trade intensity", ALONE },
    [DEFINITION_PARTS_OF_YEAR] = { "parts of the year", ALONE },
    [DEFINITION_COUNT] = { "count", ALONE },
    [DEFINITION_CONVERTED] = { "converted", ALONE },
    [DEFINITION_CONSTANT_PRICES] = { "constant prices", ALONE },
};

const char *measure_of(const sheaf_series *series, struct arena *arena)
{
    const struct definition *made = series_definition(series);

    if (made == NULL || series_is_called_by_formula(series) || measures[made->kind].word == NULL)
        return "";
    const char *word = measures[made->kind].word;
    const enum operand operand = measures[made->kind].operand;
    const char *other = made->b != NULL ? sheaf_series_name(made->b) : "";
    if (operand == SINCE) {
        char base[SHEAF_PERIOD_TEXT];
        sheaf_period_write(made->period, base);
        return arena_format(arena, "%s, %s", word, base);
    }
    return operand == ALONE || other[0] == '\0'
               ? word
               : arena_format(arena, "%s %s %s", word, operand == IN ? "in" : "with", other);
}
