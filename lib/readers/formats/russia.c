/* russia.c - the Federal Customs Service of Russia (stat.customs.gov.ru). Columns: NAPR flow (ИМ,
 * ЭК), PERIOD ("01/2021"), STRANA or NASTRANAPR partner, TNVED product, STOIM value in US dollars,
 * NETTO net weight in kilograms, KOL quantity in the unit EDIZM. Decimal commas are common. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "PERIOD", COLUMN_PERIOD, "" },
    { "NAPR", COLUMN_DIMENSION, "flow" },
    { "STRANA", COLUMN_DIMENSION, "partner" },
    { "NASTRANAPR", COLUMN_DIMENSION, "partner" },
    { "TNVED", COLUMN_DIMENSION, "product" },
    { "REGION", COLUMN_DIMENSION, "region" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "STOIM", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "NETTO", "net weight", "kg", 0, NULL, NULL, { NULL }, true },
    { "KOL", "quantity", NULL, 0, "EDIZM", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias constants[] = { { "reporter", NULL, "RUS" },
                                                 { NULL, NULL, NULL } };

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "NAPR") && headers_have(headers, n, "TNVED") &&
           headers_have(headers, n, "STOIM");
}

const struct delimited_format russia_format = { .name = "russia",
                                                .title = "Russian customs CSV",
                                                .recognises = recognises,
                                                .columns = columns,
                                                .measures = measures,
                                                .constants = constants,
                                                .is_closed = true };
