/* series_about.c - a series' attributes: name, label, reporter, partner, flow, product, source and
 * unit. */
#include "series/series_parts.h"

#include <string.h>

static void set_field(sheaf_series *series, enum series_field field, const char *text)
{
    if (!series_has_failed(series))
        series->fields[field] = series_copy_text(series, text);
}

static const char *field_of(const sheaf_series *series, enum series_field field)
{
    return series != NULL ? series_text_or_empty(series->fields[field]) : "";
}

void sheaf_series_set_reporter(sheaf_series *series, const char *reporter)
{
    set_field(series, SERIES_REPORTER, reporter);
    set_field(series, SERIES_REPORTER_NAME, NULL);
}

void sheaf_series_set_partner(sheaf_series *series, const char *partner)
{
    set_field(series, SERIES_PARTNER, partner);
    set_field(series, SERIES_PARTNER_NAME, NULL);
}

void series_set_country_names(sheaf_series *series, const char *reporter, const char *partner)
{
    set_field(series, SERIES_REPORTER_NAME, reporter);
    set_field(series, SERIES_PARTNER_NAME, partner);
}

void sheaf_series_set_flow(sheaf_series *series, const char *flow)
{
    set_field(series, SERIES_FLOW, flow);
}

void sheaf_series_set_product(sheaf_series *series, const char *product)
{
    set_field(series, SERIES_PRODUCT, product);
    set_field(series, SERIES_PRODUCT_NAME, NULL);
}

void series_set_measure(sheaf_series *series, const char *measure)
{
    set_field(series, SERIES_MEASURE, measure);
}

void series_set_other_members(sheaf_series *series, const char *lines)
{
    set_field(series, SERIES_OTHER_MEMBERS, lines);
}

void series_set_product_name(sheaf_series *series, const char *name)
{
    set_field(series, SERIES_PRODUCT_NAME, name);
}

void sheaf_series_set_source(sheaf_series *series, const char *source)
{
    set_field(series, SERIES_SOURCE, source);
}

void sheaf_series_set_x(sheaf_series *series, const char *x)
{
    set_field(series, SERIES_X, x);
}

const char *sheaf_series_x(const sheaf_series *series)
{
    return field_of(series, SERIES_X);
}

void sheaf_series_set_label(sheaf_series *series, const char *label)
{
    set_field(series, SERIES_LABEL, label);
    if (!series_has_failed(series) && label != NULL)
        series->is_called_by_formula = false;
    if (!series_has_failed(series))
        derivations_relabel(&series->derivations, &series->arena, sheaf_series_label(series));
}

void sheaf_series_set_remainder(sheaf_series *series, bool is_remainder)
{
    if (!series_has_failed(series))
        series->is_remainder = is_remainder;
}

bool sheaf_series_is_remainder(const sheaf_series *series)
{
    return series != NULL && series->is_remainder;
}

const char *sheaf_series_name(const sheaf_series *series)
{
    return series != NULL ? series->name : "";
}

const char *sheaf_series_label(const sheaf_series *series)
{
    const char *label = field_of(series, SERIES_LABEL);

    return label[0] != '\0' ? label : sheaf_series_name(series);
}

const char *sheaf_series_reporter(const sheaf_series *series)
{
    return field_of(series, SERIES_REPORTER);
}

const char *sheaf_series_partner(const sheaf_series *series)
{
    return field_of(series, SERIES_PARTNER);
}

const char *sheaf_series_flow(const sheaf_series *series)
{
    return field_of(series, SERIES_FLOW);
}

const char *sheaf_series_product(const sheaf_series *series)
{
    return field_of(series, SERIES_PRODUCT);
}

const char *series_measure(const sheaf_series *series)
{
    return field_of(series, SERIES_MEASURE);
}

const char *series_other_members(const sheaf_series *series)
{
    return field_of(series, SERIES_OTHER_MEMBERS);
}

const char *series_product_name(const sheaf_series *series)
{
    return field_of(series, SERIES_PRODUCT_NAME);
}

const char *series_country_name(const sheaf_series *series, const char *code)
{
    if (code[0] != '\0' && strcmp(code, sheaf_series_partner(series)) == 0)
        return field_of(series, SERIES_PARTNER_NAME);
    if (code[0] != '\0' && strcmp(code, sheaf_series_reporter(series)) == 0)
        return field_of(series, SERIES_REPORTER_NAME);
    return "";
}

const char *sheaf_series_source(const sheaf_series *series)
{
    return field_of(series, SERIES_SOURCE);
}

const char *sheaf_series_unit(const sheaf_series *series)
{
    return series != NULL ? series->unit : "";
}

int sheaf_series_multiplier(const sheaf_series *series)
{
    return series != NULL ? series->multiplier : 0;
}

void series_set_name(sheaf_series *series, const char *name)
{
    if (series_has_failed(series))
        return;
    name = series_copy_text(series, series_text_or_empty(name));
    if (name == NULL)
        return;
    series->name = name;
    series->is_called_by_formula = false;
    series->is_called_by_author = false;
    derivations_relabel(&series->derivations, &series->arena, sheaf_series_label(series));
}

void series_call_by_formula(sheaf_series *series, const char *name)
{
    series_set_name(series, name);
    if (!series_has_failed(series))
        series->is_called_by_formula = true;
}

void series_call_by_author(sheaf_series *series, const char *name)
{
    series_set_name(series, name);
    sheaf_series_set_label(series, NULL);
    if (!series_has_failed(series))
        series->is_called_by_author = true;
}

void series_call_like(sheaf_series *series, const sheaf_series *other)
{
    const char *label = sheaf_series_label(other);

    sheaf_series_set_remainder(series, sheaf_series_is_remainder(other));
    series_set_name(series, sheaf_series_name(other));
    sheaf_series_set_label(series, label != sheaf_series_name(other) ? label : NULL);
    if (!series_has_failed(series))
        series->is_called_by_author = series_is_called_by_author(other);
}

void series_set_unit(sheaf_series *series, const char *unit, int multiplier)
{
    const char *copy =
        series_has_failed(series) ? NULL : series_copy_text(series, series_text_or_empty(unit));

    if (copy == NULL)
        return;
    series->unit = copy;
    series->multiplier = multiplier;
}

void series_set_nature(sheaf_series *series, enum series_nature nature)
{
    if (!series_has_failed(series))
        series->nature = nature;
}

enum series_nature series_nature(const sheaf_series *series)
{
    return series != NULL ? series->nature : SERIES_AMOUNT;
}

void series_copy_fields(sheaf_series *series, const sheaf_series *from)
{
    for (enum series_field field = SERIES_LABEL;
         field < SERIES_FIELDS && !series_has_failed(series); field++)
        set_field(series, field, from->fields[field]);
}
