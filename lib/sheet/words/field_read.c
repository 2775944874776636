/* field_read.c - reads what stands in the braces of a text. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"
#include "sheet/words/field_reading.h"
#include "sheet/words/names.h"
#include "table/table.h"
#include "vocabulary/countries.h"
#include "vocabulary/headers.h"

/* Words -------------------------------------------------------------------------------- */

const char *field_part_end(const char *at, const char *end, const char *signs)
{
    int depth = 0;

    for (; at < end; at++) {
        if (depth == 0 && strchr(signs, *at) != NULL && *at != '\0')
            return at;
        if (*at == '"' || *at == '\'') {
            const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
            at = close != NULL ? close : at;
        } else if (*at == '(' || *at == '[') {
            depth++;
        } else if (depth > 0 && (*at == ')' || *at == ']')) {
            depth--;
        } else if (*at == '}' && strchr(signs, '}') != NULL) {
            return at; /* a bracket that is never closed is told when the expression is read */
        }
    }
    return NULL;
}

size_t text_trimmed(const char *text, const char *end)
{
    while (end > text && is_space(end[-1]))
        end--;
    return (size_t)(end - text);
}

bool field_fail_open(const struct field_reading *reading)
{
    scope_fail(reading->scope, reading->open, 1,
               "'{' is never closed; a brace itself is written '{{'");
    return false;
}

/* What the field shows ----------------------------------------------------------------- */

/* Digits are a member's code where the parameter is called as a column of countries: $partner. */
static bool is_of_countries(const struct spec_parameter *parameter)
{
    enum header_role role = header_find(parameter->name, strlen(parameter->name)).role;

    return role == HEADER_PARTNER || role == HEADER_REPORTER || role == HEADER_COUNTRY;
}

/* What the file calls the member beside its code: "Iron and steel" of 72. NULL: nothing. */
static const char *name_in_data(const struct sheet_scope *scope,
                                const struct spec_parameter *parameter)
{
    const struct named_table *named = scope->reader != NULL ? scope->reader->tables : NULL;
    bool known;

    for (; named != NULL; named = named->next) {
        const size_t dimension =
            named->table != NULL ? table_find_dimension(named->table, parameter->name) : SIZE_MAX;
        if (dimension == SIZE_MAX)
            continue;
        const uint32_t member = table_find_member(named->table, dimension, parameter->value,
                                                  strlen(parameter->value), &known);
        const char *name = known ? table_member_name(named->table, dimension, member) : "";
        if (name[0] != '\0')
            return name;
    }
    return NULL;
}

static bool take_parameter(struct field_reading *reading, const char *name, size_t n)
{
    const struct spec_parameter *parameter = scope_parameter(reading->scope, name, n);
    struct field *field = reading->field;

    if (parameter == NULL)
        return false;
    if (parameter->value == NULL) {
        scope_fail(reading->scope, name, n, "'$%.*s' has no value yet", (int)n, name);
        return false;
    }
    field->member = parameter->value;
    field->names = names_find(reading->scope->sheet, parameter->value);
    if (field->names == NULL && is_of_countries(parameter)) {
        const char *code = country_find(parameter->value, strlen(parameter->value));
        field->names = code != NULL ? names_find(reading->scope->sheet, code) : NULL;
    }
    if (field->names == NULL &&
        !(is_of_countries(parameter) && country_find(field->member, strlen(field->member)) != NULL))
        field->name_in_data = name_in_data(reading->scope, parameter);
    field->period = parameter->period;
    field->number = parameter->number;
    field->kind = FIELD_NAME;
    if (field->names != NULL || field->name_in_data != NULL)
        return true;
    if (parameter->kind == PARAMETER_PERIOD)
        field->kind = FIELD_PERIOD;
    else if (parameter->kind == PARAMETER_NUMBER && !is_of_countries(parameter))
        field->kind = FIELD_NUMBER;
    return true;
}

/* That there are no data is told only when the field turns out to have no '||'. */
static bool put_nothing_aside(struct field_reading *reading)
{
    sheaf_sheet *sheet = reading->scope->sheet;

    if (sheet_is_well(sheet) || !sheet->is_nothing || sheet->error.status == SHEAF_NO_MEMORY)
        return false;
    reading->nothing = sheet->error;
    sheet->error = (sheaf_error){ 0 };
    sheet->is_nothing = false;
    reading->field->series = NULL;
    reading->field->observation.value = reading->field->number = NAN;
    return true;
}

/* False: there are no data, and no '||'. */
static bool check_nothing(const struct field_reading *reading)
{
    sheaf_sheet *sheet = reading->scope->sheet;

    if (reading->nothing.status == SHEAF_OK || reading->field->missing != NULL)
        return true;
    sheet->error = reading->nothing;
    sheet->is_nothing = true;
    return false;
}

/* A figure that `values:` names has its own place for mistakes. */
static bool take_value(struct field_reading *reading)
{
    const struct sheet_scope *scope = reading->scope;
    const struct spec_value *value =
        scope->reader != NULL ? spec_find_value(scope->reader, reading->expression, reading->n)
                              : NULL;
    struct field *field = reading->field;

    if (value != NULL) {
        reading->expression_scope.node = value->expression;
        reading->expression_scope.document = NULL; /* the spec, even for a catalogue's text */
        reading->expression = value->expression->text;
        reading->n = value->expression->length;
    }
    field->kind = FIELD_VALUE;
    if (evaluate_observation(&reading->expression_scope, reading->expression, reading->n,
                             &field->series, &field->observation))
        return true;
    return put_nothing_aside(reading);
}

static bool take_expression(struct field_reading *reading)
{
    const char *text = reading->expression;
    size_t n = reading->n;

    if (n > 1 && text[0] == '$' && parameter_name_length(text + 1, n - 1) == n - 1)
        return take_parameter(reading, text + 1, n - 1);
    if (n > 7 && memcmp(text, "period:", 7) == 0) {
        const char *period = skip_spaces(text + 7, text + n);
        reading->field->kind = FIELD_PERIOD;
        return scope_period(reading->scope, period, (size_t)(text + n - period),
                            &reading->field->period);
    }
    return take_value(reading);
}

/* Options that do not suit what is shown, and a figure that is missing. */
static bool check_field(struct field_reading *reading)
{
    struct field *field = reading->field;
    const size_t n = (size_t)(reading->at + 1 - reading->open);
    bool is_figure = field->kind == FIELD_VALUE || field->kind == FIELD_NUMBER;

    if (field->kind == FIELD_NUMBER && field->decimals == DECIMALS_FOR_PEOPLE)
        number_read(field->member, strlen(field->member), &field->number, &field->decimals);
    if (is_figure && field->form[0] != '\0' && !(field->options & FIELD_ORDINAL)) {
        if (field->kind == FIELD_NUMBER && !(field->options & FIELD_CODE))
            field->kind = FIELD_NAME; /* a member whose code is a number */
        else
            scope_fail(reading->scope, reading->open, n,
                       "a figure has no form '%.60s'; names, periods and ordinals have forms",
                       field->form);
    }
    if (!is_figure && (field->options & ~(unsigned)FIELD_CODE))
        scope_fail(reading->scope, reading->open, n, "only figures have such options");
    if ((field->options & FIELD_CODE) && field->kind != FIELD_NAME && field->kind != FIELD_NUMBER)
        scope_fail(reading->scope, reading->open, n, "only names have a code");
    if (field_is_missing(field) && field->missing == NULL)
        scope_fail(
            reading->scope, reading->open, n,
            "there is no figure for '%s' in '%.80s'; say what comes instead: {%s || not known}",
            field->words, reading->scope->node != NULL ? reading->scope->node->text : "a text",
            field->words);
    return sheet_is_well(reading->scope->sheet);
}

/* Whether other parts have the same rank, where a branch asks. */
static bool find_tie(struct field_reading *reading)
{
    struct field *field = reading->field;

    if (!field_has_label(field, LABEL_TIE, LABEL_TIE) || field->kind != FIELD_VALUE ||
        field_is_missing(field))
        return true;
    return evaluate_tie(&reading->expression_scope, reading->expression, reading->n,
                        &field->observation, &field->is_tied);
}

static bool read_all(struct field_reading *reading)
{
    const char *text = skip_spaces(reading->open + 1, reading->end);
    const char *end = field_part_end(text, reading->end, ",?|}");

    if (end == NULL)
        return field_fail_open(reading);
    reading->expression = text;
    reading->n = text_trimmed(text, end);
    reading->at = end;
    reading->field->words = arena_text(&reading->scope->sheet->arena, text, reading->n);
    reading->field->place =
        scope_place(reading->scope, reading->open, (size_t)(end + 1 - reading->open));
    if (reading->field->words == NULL || !field_read_options(reading) ||
        !take_expression(reading) || !field_read_branches(reading) ||
        !field_read_missing(reading) || !check_nothing(reading))
        return false;
    if (reading->at == reading->end)
        return field_fail_open(reading);
    return check_field(reading) && find_tie(reading);
}

static struct markup_part *new_part(const struct markup_reading *reading, enum markup_kind kind)
{
    struct markup_part *part = arena_new(&reading->scope->sheet->arena, struct markup_part);

    if (part != NULL)
        part->kind = kind;
    return part;
}

/* {page} and the like of a header or footer, unless the spec has a figure of that name. Which it is;
 * PAGE_FIELDS: none. */
static enum page_field page_field_of(const struct markup_reading *reading, const char *text,
                                     size_t n)
{
    const struct spec_reader *spec = reading->scope->reader;
    int i = 0;

    if (!(reading->flags & MARKUP_PAGE) || (spec != NULL && spec_find_value(spec, text, n) != NULL))
        return PAGE_FIELDS;
    while (i < PAGE_FIELDS && !string_is(text, n, page_field_names[i]))
        i++;
    return (enum page_field)i;
}

/* {} within a branch, {period} of a label, {page} of a footer. *done: it was one of them. */
static struct markup_part *read_special(struct markup_reading *reading, const char **at,
                                        const struct field *around, bool *done)
{
    const char *open = *at - 1, *close = memchr(*at, '}', (size_t)(reading->end - *at));
    const char *text = close != NULL ? skip_spaces(*at, close) : NULL;
    size_t n = close != NULL ? text_trimmed(text, close) : 1;
    struct markup_part *part = NULL;

    enum page_field of_page = close != NULL ? page_field_of(reading, text, n) : PAGE_FIELDS;

    *done = n == 0 || of_page != PAGE_FIELDS ||
            ((reading->flags & MARKUP_LABEL) && string_is(text, n, "period"));
    if (!*done)
        return NULL;
    *at = close + 1;
    if (of_page != PAGE_FIELDS) {
        part = new_part(reading, MARKUP_OF_PAGE);
        if (part != NULL)
            part->page_field = of_page;
        return part;
    }
    if (n > 0)
        return new_part(reading, MARKUP_OWN_PERIOD);
    if (around == NULL)
        scope_fail(reading->scope, open, 2,
                   "nothing between the braces; write {series[period]} or {period:2024-T1}");
    else
        part = new_part(reading, MARKUP_SELF);
    if (part != NULL)
        part->field = around;
    return part;
}

/* {#exports} and {#exports, number}; *at is behind the brace. NULL after a failure. */
static struct markup_part *read_reference(struct markup_reading *reading, const char **at)
{
    const char *open = *at - 1, *id = skip_spaces(*at, reading->end) + 1;
    const char *close = memchr(id, '}', (size_t)(reading->end - id));
    const char *comma = close != NULL ? memchr(id, ',', (size_t)(close - id)) : NULL;
    const char *option = comma != NULL ? skip_spaces(comma + 1, close) : close;
    struct markup_part *part = new_part(reading, MARKUP_REFERENCE);

    if (part == NULL)
        return NULL;
    if (close == NULL) {
        scope_fail(reading->scope, open, 1, "'{' is never closed; a brace itself is written '{{'");
        return NULL;
    }
    part->number_only = comma != NULL;
    if (comma != NULL && !string_is(option, text_trimmed(option, close), "number")) {
        scope_fail(reading->scope, option, text_trimmed(option, close),
                   "the name of a block has one option: {#exports, number}");
        return NULL;
    }
    *at = close + 1;
    part->text = scope_refer(reading->scope, open, (size_t)(close + 1 - open), id,
                             text_trimmed(id, comma != NULL ? comma : close), true);
    return part->text != NULL ? part : NULL;
}

static bool is_reference(const char *at, const char *end)
{
    at = skip_spaces(at, end);
    return at < end && *at == '#';
}

struct markup_part *read_field(struct markup_reading *reading, const char **at,
                               const struct field *around)
{
    if (is_reference(*at, reading->end))
        return read_reference(reading, at);

    bool done = false;
    struct markup_part *part = read_special(reading, at, around, &done);
    struct field_reading field = { .reading = reading,
                                   .scope = reading->scope,
                                   .open = *at - 1,
                                   .at = *at,
                                   .end = reading->end,
                                   .expression_scope = *reading->scope };

    if (done)
        return part;
    if (reading->depth == DEEPEST_FIELD) {
        scope_fail(reading->scope, field.open, 1, "fields stand at most %d deep in each other",
                   DEEPEST_FIELD);
        return NULL;
    }
    part = new_part(reading, MARKUP_FIELD);
    field.field = arena_new(&reading->scope->sheet->arena, struct field);
    if (part == NULL || field.field == NULL)
        return NULL;
    part->field = field.field;
    field.field->form = "";
    field.field->decimals = DECIMALS_FOR_PEOPLE;
    field.field->little = -1;
    reading->depth++;
    bool well = read_all(&field);
    reading->depth--;
    *at = field.at + 1;
    return well ? part : NULL;
}
