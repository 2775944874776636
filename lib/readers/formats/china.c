/* china.c - queries of China's customs (stats.customs.gov.cn), one file for exports or imports.
 *
 * Columns: 数据年月 month ("202401"), 贸易伙伴 partner, 商品 HS product, 贸易方式 customs procedure,
 * 注册地 place of registration, each as code (编码) and name (名称); 第一数量 and 第二数量
 * quantities with their units; 美元 or 人民币 the value in US dollars or yuan, in units, with
 * commas between thousands. The codes of countries are the customs' own: 116 is Japan. */
#include "readers/formats/format.h"

static const struct format_column columns[] = {
    { "数据年月", COLUMN_PERIOD, "" },
    { "贸易伙伴名称", COLUMN_DIMENSION, "partner" },
    { "贸易伙伴编码", COLUMN_CODE, "partner" },
    { "商品编码", COLUMN_DIMENSION, "product" },
    { "商品名称", COLUMN_DIMENSION, "product" },
    { "贸易方式编码", COLUMN_DIMENSION, "customs" },
    { "贸易方式名称", COLUMN_DIMENSION, "customs" },
    { "注册地编码", COLUMN_DIMENSION, "region" },
    { "注册地名称", COLUMN_DIMENSION, "region" },
    { NULL, COLUMN_SKIPPED, NULL },
};

static const struct format_measure measures[] = {
    { "美元", "value", "USD", 0, NULL, NULL, { NULL }, false },
    { "人民币", "value", "CNY", 0, NULL, NULL, { NULL }, false },
    { "第一数量", "quantity", NULL, 0, "第一计量单位", NULL, { NULL }, true },
    { "第二数量", "second quantity", NULL, 0, "第二计量单位", NULL, { NULL }, true },
    { NULL, NULL, NULL, 0, NULL, NULL, { NULL }, false },
};

static const struct format_alias aliases[] = {
    { "unit", "千克", "kg" },        { "unit", "升", "l" },           { "unit", "米", "m" },
    { "unit", "平方米", "m\u00b2" }, { "unit", "立方米", "m\u00b3" }, { NULL, NULL, NULL },
};

static const struct format_alias constants[] = { { "reporter", NULL, "CHN" },
                                                 { NULL, NULL, NULL } };

static bool recognises(const struct csv_field *headers, size_t n)
{
    return headers_have(headers, n, "数据年月") &&
           (headers_have(headers, n, "贸易伙伴编码") || headers_have(headers, n, "贸易伙伴名称") ||
            headers_have(headers, n, "商品编码"));
}

const struct delimited_format china_format = { .name = "china",
                                               .title = "Chinese customs CSV",
                                               .recognises = recognises,
                                               .columns = columns,
                                               .code_prefix = "CN_",
                                               .measures = measures,
                                               .aliases = aliases,
                                               .constants = constants,
                                               .is_closed = true,
                                               .decimal = '.',
                                               .decimal_is_fixed = true,
                                               .has_commas = true };
