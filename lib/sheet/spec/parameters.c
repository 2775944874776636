/* parameters.c - the parameters of a spec: declared, set, looked up. */
#include "sheet/spec/parameters.h"

#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "sheet/journal.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/reader.h"
#include "sheet/spec/spec.h"

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

static void fail_unknown(const struct sheet_scope *scope, const char *name, size_t n,
                         sheaf_error *error)
{
    const char *names[MOST_NAMES];
    size_t n_names = 0;
    int shown = (int)utf8_floor(name, n < 60 ? n : 60);

    for (const struct spec_parameter *known = scope->sheet->parameters;
         known != NULL && n_names < MOST_NAMES; known = known->next)
        if (known->declared != NULL || scope->sheet->spec == NULL)
            names[n_names++] = known->name;
    const char *near = string_nearest(name, n, names, n_names);
    if (near != NULL)
        fail(error, SHEAF_BAD_INPUT, "no parameter named '$%.*s'; did you mean '$%s'?", shown, name,
             near);
    else
        fail(error, SHEAF_BAD_INPUT,
             "no parameter named '$%.*s'; declare it: parameters: {%.*s: …}", shown, name, shown,
             name);
}

/* latest(turnover): the period, as one would write it. */
static bool resolve(struct spec_reader *reader, struct spec_parameter *parameter,
                    const struct node *node)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };
    const sheaf_series *series;
    sheaf_observation observation;
    char text[SHEAF_PERIOD_TEXT];

    if (parameter->open) {
        spec_fail(reader, node->place, "the parameter '%s' needs itself to be computed",
                  parameter->name);
        return false;
    }
    parameter->open = true;
    bool found = evaluate_observation(&scope, node->text, node->length, &series, &observation);
    parameter->open = false;
    if (!found)
        return false;
    sheaf_period_write(observation.period, text);
    set_value(parameter, arena_string(&reader->sheet->arena, text));
    return parameter->value != NULL;
}

const struct spec_parameter *parameter_find(const struct sheet_scope *scope, const char *name,
                                            size_t n, sheaf_error *error)
{
    struct spec_parameter *found = find(scope->sheet, name, n);

    if (found == NULL || (found->declared == NULL && scope->sheet->spec != NULL)) {
        fail_unknown(scope, name, n, error);
        return NULL;
    }
    if (found->value == NULL && found->declared != NULL && scope->reader != NULL) {
        if (found->failed)
            spec_fail_again(scope->reader);
        else
            found->failed = !resolve(scope->reader, found, found->declared);
    }
    if (found->value != NULL)
        return found;
    error_take(error, &scope->sheet->error);
    fail(error, SHEAF_BAD_INPUT, "'$%s' has no value", found->name);
    return NULL;
}

const struct spec_parameter *scope_parameter(const struct sheet_scope *scope, const char *name,
                                             size_t n)
{
    sheaf_error error = { 0 };
    const struct spec_parameter *found = parameter_find(scope, name, n, &error);

    if (found == NULL && sheet_is_well(scope->sheet))
        scope_fail(scope, name, n, "%s", error.message);
    return found;
}

/* "latest(turnover)" as a default names a moment of a series; every other text is a value. */
static bool is_moment(const struct node *node)
{
    static const char latest[] = "latest(";

    return node->length > sizeof latest && strncmp(node->text, latest, sizeof latest - 1) == 0 &&
           node->text[node->length - 1] == ')';
}

static bool read_parameter(struct spec_reader *reader, const struct node_item *item)
{
    const struct node *key = item->key, *value = item->value;

    if (key->length == 0 || parameter_name_length(key->text, key->length) != key->length) {
        spec_fail(reader, key->place,
                  "'%.60s' cannot be a parameter's name: names are letters, digits and '_'",
                  key->text);
        return false;
    }
    if (!keys_check_kind(reader, value, SPEC_TEXT, "a parameter's default"))
        return false;
    struct spec_parameter *parameter = find(reader->sheet, key->text, key->length);
    if (parameter == NULL)
        parameter = add(reader->sheet, key->text);
    if (parameter == NULL)
        return false;
    parameter->declared = value;
    parameter->failed = parameter->is_warned_of = false;
    if (!parameter->is_set)
        set_value(parameter, is_moment(value) ? NULL : spec_string(reader, value));
    return sheet_is_well(reader->sheet);
}

bool spec_read_parameters(struct spec_reader *reader, const struct node *node)
{
    for (struct spec_parameter *known = reader->sheet->parameters; known != NULL;
         known = known->next)
        known->declared = NULL;
    for (const struct node_item *item = node != NULL ? node->items : NULL; item != NULL;
         item = item->next)
        if (!read_parameter(reader, item) && !spec_go_on(reader))
            return false;
    return true;
}

void spec_check_parameters(struct spec_reader *reader)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader };

    for (const struct spec_parameter *set = reader->sheet->parameters; set != NULL;
         set = set->next) {
        if (set->declared != NULL || !set->is_set)
            continue;
        fail_unknown(&scope, set->name, strlen(set->name), &reader->sheet->error);
        if (!spec_go_on(reader))
            return;
    }
}

/* Whether "$name" stands anywhere in the node, in whatever language. */
static bool is_named(const struct node *node, const struct spec_parameter *parameter)
{
    const size_t n = strlen(parameter->name);

    if (node->kind == NODE_SCALAR)
        for (const char *at = node->text; (at = strchr(at, '$')) != NULL;) {
            at++;
            if (strncmp(at, parameter->name, n) == 0 && parameter_name_length(at, strlen(at)) == n)
                return true;
        }
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if ((item->key != NULL && is_named(item->key, parameter)) ||
            is_named(item->value, parameter))
            return true;
    return false;
}

void spec_warn_unused(sheaf_sheet *sheet)
{
    if (sheet->spec == NULL)
        return;
    for (struct spec_parameter *known = sheet->parameters; known != NULL; known = known->next) {
        sheaf_warning warning = SHEAF_WARNING_INIT;

        if (known->declared == NULL || known->is_warned_of ||
            is_named(sheet->spec->document.root, known))
            continue;
        warning.message = arena_format(
            &sheet->arena, "the parameter '%s' is never used: '$%s' stands nowhere in the spec",
            known->name, known->name);
        warning.file = sheet->file;
        warning.line = known->declared->place.line;
        warning.column = known->declared->place.column;
        warning.count = 1;
        if (warning.message == NULL)
            return;
        sheet_add_warning(sheet, &warning);
        known->is_warned_of = true;
    }
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
    sheet->is_ready = false;
    set_value(parameter, arena_string(&sheet->arena, value));
    journal_add(sheet, &(struct told){ .call = TOLD_PARAMETER, .texts = { name, value } });
}

bool spec_is_template(const struct spec_reader *reader)
{
    for (const struct spec_parameter *known = reader->sheet->parameters; known != NULL;
         known = known->next)
        if (known->declared != NULL)
            return true;
    return false;
}
