/* russia.c - the Federal Customs Service of Russia (stat.customs.gov.ru): NAPR is the flow (ИМ,
 * ЭК), PERIOD "01/2021", STRANA (or NASTRANAPR) the partner, TNVED the product, EDIZM the unit of
 * the quantity KOL; STOIM is US dollars and NETTO kilograms. Decimal commas are usual. */
#include "data/format.h"

#include "base/number.h"

static const struct format_column columns[] = {
    { "PERIOD", USE_PERIOD, "" },
    { "NAPR", USE_DIMENSION, "flow" },
    { "STRANA", USE_DIMENSION, "partner" },
    { "NASTRANAPR", USE_DIMENSION, "partner" },
    { "TNVED", USE_DIMENSION, "product" },
    { "REGION", USE_DIMENSION, "region" },
    { NULL, USE_PASSED, NULL },
};

static const struct format_measure measures[] = {
    { "STOIM", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "NETTO", "net weight", "kg", 0, NULL, NULL, { NULL }, true },
    { "KOL", "quantity", NULL, 0, "EDIZM", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias constants[] = { { "reporter", NULL, "RUS" },
                                                 { NULL, NULL, NULL } };

static bool recognises(const struct csv_field *heads, size_t n)
{
    return heads_have(heads, n, "NAPR") && heads_have(heads, n, "TNVED") &&
           heads_have(heads, n, "STOIM");
}

/* "01/2021", "01.2021" */
static bool read_period(const char *text, size_t n, sheaf_period *period)
{
    int64_t month = 0, year = 0;

    if (n != 7 || (text[2] != '/' && text[2] != '.') ||
        !number_read_integer(text, 2, 1, 12, &month) ||
        !number_read_integer(text + 3, 4, 1, 9999, &year))
        return false;
    *period = sheaf_period_month((int)year, (int)month);
    return true;
}

const struct format russia_format = { .name = "russia",
                                      .title = "Russian customs CSV",
                                      .recognises = recognises,
                                      .columns = columns,
                                      .measures = measures,
                                      .constants = constants,
                                      .is_closed = true,
                                      .read_period = read_period };
