/* parameters.c - the parameters of a spec: declared, set, looked up. */
#include "sheet/spec/parameters.h"

#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/reader.h"

enum { MOST_NAMES = 64 }; /* in "did you mean" */

size_t parameter_name_length(const char *text, size_t n)
{
    size_t length = 0;

    while (length < n && ((text[length] >= 'a' && text[length] <= 'z') ||
                          (text[length] >= 'A' && text[length] <= 'Z') ||
                          (text[length] >= '0' && text[length] <= '9') || text[length] == '_'))
        length++;
    return length;
}

static struct spec_parameter *find(const sheaf_sheet *sheet, const char *name, size_t n)
{
    struct spec_parameter *parameter = sheet->parameters;

    while (parameter != NULL && !string_is(name, n, parameter->name))
        parameter = parameter->next;
    return parameter;
}

/* A value's kind is found from its text: what is no period and no number is a name or a text. */
static void set_value(struct spec_parameter *parameter, const char *value)
{
    size_t n = value != NULL ? strlen(value) : 0;

    parameter->value = value;
    parameter->kind = PARAMETER_TEXT;
    if (n > 0 && number_read(value, n, &parameter->number, NULL))
        parameter->kind = PARAMETER_NUMBER;
    if (n > 0 && sheaf_period_read(value, n, &parameter->period))
        parameter->kind = PARAMETER_PERIOD;
}

static struct spec_parameter *add(sheaf_sheet *sheet, const char *name)
{
    struct spec_parameter *parameter = arena_new(&sheet->arena, struct spec_parameter);
    struct spec_parameter **last = &sheet->parameters;

    if (parameter == NULL)
        return NULL;
    parameter->name = arena_string(&sheet->arena, name);
    while (*last != NULL)
        last = &(*last)->next;
    *last = parameter;
    return sheet_is_well(sheet) ? parameter : NULL;
}

static void fail_unknown(const struct sheet_scope *scope, const char *name, size_t n)
{
    const char *names[MOST_NAMES];
    size_t n_names = 0;

    for (const struct spec_parameter *known = scope->sheet->parameters;
         known != NULL && n_names < MOST_NAMES; known = known->next)
        if (known->declared != NULL || scope->reader == NULL)
            names[n_names++] = known->name;
    const char *near = string_nearest(name, n, names, n_names);
    int shown = (int)utf8_floor(name, n < 60 ? n : 60);
    scope_fail(scope, name, n, "no parameter named '$%.*s'%s%s%s", shown, name,
               near != NULL   ? "; did you mean '$"
               : n_names == 0 ? "; the spec declares none: parameters: {"
                              : "; there is $",
               near != NULL   ? near
               : n_names == 0 ? "partner: CHN"
                              : names[0],
               near != NULL   ? "'?"
               : n_names == 0 ? "}"
                              : "");
}

const struct spec_parameter *scope_parameter(const struct sheet_scope *scope, const char *name,
                                             size_t n)
{
    struct spec_parameter *found = find(scope->sheet, name, n);

    if (found == NULL) {
        fail_unknown(scope, name, n);
        return NULL;
    }
    found->is_used = true;
    return found;
}

void sheaf_sheet_set_parameter(sheaf_sheet *sheet, const char *name, const char *value)
{
    if (!sheet_may_change(sheet))
        return;
    if (name == NULL || name[0] == '\0' ||
        parameter_name_length(name, strlen(name)) != strlen(name)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             "'%.60s' is no name of a parameter: names are letters, digits and '_'",
             name != NULL ? name : "");
        return;
    }
    if (value == NULL || value[0] == '\0' || !utf8_valid(value, strlen(value), NULL)) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "the parameter '%.60s' needs a value", name);
        return;
    }
    struct spec_parameter *parameter = find(sheet, name, strlen(name));
    if (parameter == NULL)
        parameter = add(sheet, name);
    if (parameter == NULL)
        return;
    parameter->is_set = true;
    set_value(parameter, arena_string(&sheet->arena, value));
}
