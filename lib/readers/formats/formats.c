/* formats.c - the table of formats of delimited values. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/sample.h"
#include "readers/formats/format.h"

/* The first format that recognises the headers is taken; tidy_format is the default. */
static const struct delimited_format *const formats[] = {
    &comtrade_format,
    &comtrade_legacy_format,
    &sdmx_csv_format,
    &eurostat_tsv_format,
    &comext_format,
    &imf_dots_format,
    &imf_dots_panel_format,
    &imf_imts_format,
    &wdi_format,
    &wdi_json_format,
    &wits_format,
    &wto_format,
    &russia_format,
    &china_format,
    &japan_format,
    &census_format,
    &comexstat_imports_format,
    &comexstat_format,
    &faostat_format,
    &statcan_format,
    &ons_format,
    &oecd_format,
    &trademap_format,
    &baci_format,
    &tidy_format,
};

bool headers_have(const struct csv_field *headers, size_t n, const char *header)
{
    size_t length = strlen(header);

    for (size_t i = 0; i < n; i++) {
        struct csv_field field = field_trimmed(&headers[i]);

        if (field.n == length && string_is_ignoring_case(field.text, field.n, header))
            return true;
    }
    return false;
}

const struct delimited_format *format_named(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (string_equal_ignoring_case(name, formats[i]->name))
            return formats[i];
    return NULL;
}

const char *format_name_at(size_t index)
{
    return index < sizeof formats / sizeof *formats ? formats[index]->name : NULL;
}

const struct delimited_format *format_of_headers(const struct csv_field *headers, size_t n)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (formats[i]->recognises != NULL && formats[i]->recognises(headers, n))
            return formats[i];
    return NULL;
}
