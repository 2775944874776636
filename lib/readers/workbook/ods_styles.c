/* ods_styles.c - the styles of ODS (ISO/IEC 26300): which formats the styles of cells show, and
 * which styles hide a sheet. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "readers/workbook/workbook_parts.h"

static int8_t small_number(const char *text)
{
    int64_t number = 0;

    return text != NULL && number_read_integer(text, strlen(text), 0, 20, &number) ? (int8_t)number
                                                                                   : 0;
}

static const char *attribute_or(const char *const *attributes, const char *name,
                                const char *otherwise)
{
    const char *value = xml_attribute(attributes, name);

    return value != NULL ? value : otherwise;
}

static void start_data_style(struct ods_styles *styles, enum figure_kind kind,
                             const char *const *attributes)
{
    styles->is_open = true;
    styles->thousands = 0;
    styles->format = (struct figure_format){ .kind = kind };
    snprintf(styles->name, sizeof styles->name, "%s", attribute_or(attributes, "style:name", ""));
}

static void start_part(struct ods_styles *styles, const char *name, const char *const *attributes)
{
    struct figure_format *format = &styles->format;
    const char *factor;

    if (strcmp(name, "year") == 0) {
        format->has_year = true;
    } else if (strcmp(name, "month") == 0) {
        format->has_month = true;
    } else if (strcmp(name, "day") == 0) {
        format->has_day = true;
    } else if (strcmp(name, "number") == 0) {
        format->decimals = small_number(attribute_or(
            attributes, "min-decimal-places", attribute_or(attributes, "decimal-places", "0")));
        if (xml_attribute(attributes, "grouping") == NULL)
            format->digits = small_number(xml_attribute(attributes, "min-integer-digits"));
        factor = attribute_or(attributes, "display-factor", "");
        styles->thousands = strcmp(factor, "1000") == 0      ? 1
                            : strcmp(factor, "1000000") == 0 ? 2
                                                             : 0;
    }
}

static void add(struct ods_styles *styles, struct string_cache *cache, const char *name,
                uint64_t meaning)
{
    uint64_t known;

    if (name != NULL && !string_cache_find(cache, name, strlen(name), &known))
        string_cache_add(cache, &styles->book->arena, name, strlen(name), meaning);
}

/* A style of cells that names no data style shows what its parent does. */
static void add_cell_style(struct ods_styles *styles, const char *const *attributes)
{
    const char *data = xml_attribute(attributes, "data-style-name");
    const char *parent = xml_attribute(attributes, "parent-style-name");
    uint64_t format;

    if ((data != NULL && string_cache_find(&styles->formats, data, strlen(data), &format)) ||
        (data == NULL && parent != NULL &&
         string_cache_find(&styles->book->cell_styles, parent, strlen(parent), &format)))
        add(styles, &styles->book->cell_styles, xml_attribute(attributes, "style:name"), format);
}

void ods_style_start(struct ods_styles *styles, const char *name, const char *const *attributes)
{
    static const struct {
        const char *name;
        enum figure_kind kind;
    } kinds[] = { { "number-style", FIGURE_NUMBER },
                  { "currency-style", FIGURE_NUMBER },
                  { "percentage-style", FIGURE_PERCENT },
                  { "date-style", FIGURE_DATE } };
    const char *display;

    if (styles->is_open) {
        start_part(styles, name, attributes);
        return;
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(name, kinds[i].name) == 0)
            start_data_style(styles, kinds[i].kind, attributes);
    if (strcmp(name, "style") == 0) {
        snprintf(styles->name, sizeof styles->name, "%s",
                 attribute_or(attributes, "style:name", ""));
        if (strcmp(attribute_or(attributes, "family", ""), "table-cell") == 0)
            add_cell_style(styles, attributes);
    } else if (strcmp(name, "table-properties") == 0) {
        display = xml_attribute(attributes, "display");
        if (display != NULL && strcmp(display, "false") == 0)
            add(styles, &styles->book->hidden_styles, styles->name, 1);
    }
}

void ods_style_text(struct ods_styles *styles, const char *text, size_t n)
{
    if (styles->is_open)
        figure_format_add_words(&styles->format, text, n);
}

void ods_style_end(struct ods_styles *styles, const char *name)
{
    size_t n = strlen(name);

    if (!styles->is_open || n < 6 || strcmp(name + n - 6, "-style") != 0)
        return;
    styles->is_open = false;
    if (styles->format.kind == FIGURE_NUMBER)
        figure_format_finish(&styles->format, styles->thousands);
    else
        styles->format.words[0] = '\0';
    if (workbook_note_format(styles->book, styles->format))
        add(styles, &styles->formats, styles->name, styles->book->n_formats - 1);
}
