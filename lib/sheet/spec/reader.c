/* reader.c - what reading any part of a spec needs. */
#include "sheet/spec/reader.h"

#include <stdio.h>
#include <string.h>

#include "sheet/spec/parameters.h"
#include "sheet/spec/texts.h"

void spec_fail(struct spec_reader *reader, struct place at, const char *format, ...)
{
    char message[sizeof reader->sheet->error.message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    document_fail(&reader->document, &reader->sheet->error, at, "%s", message);
}

bool spec_go_on(struct spec_reader *reader)
{
    sheaf_sheet *sheet = reader->sheet;

    if (sheet->error.status == SHEAF_NO_MEMORY || sheet->error.status == SHEAF_CANCELLED)
        return false;
    bool kept = sheet_is_well(sheet) || reader->is_repeated || sheet_tell(sheet, &sheet->error);
    reader->is_repeated = sheet->is_nothing = false;
    if (kept)
        sheet->error = (sheaf_error){ 0 };
    return kept;
}

void spec_forget_nothing(struct spec_reader *reader)
{
    sheaf_sheet *sheet = reader->sheet;

    if (sheet_is_well(sheet) || !sheet->is_nothing || sheet->error.status == SHEAF_NO_MEMORY)
        return;
    sheet->error = (sheaf_error){ 0 };
    sheet->is_nothing = false;
}

void spec_warn_nothing(struct spec_reader *reader)
{
    const sheaf_error error = reader->sheet->error;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    spec_forget_nothing(reader);
    if (!sheet_is_well(reader->sheet))
        return;
    warning.message = error.message;
    warning.file = error.file;
    warning.line = error.line;
    warning.count = 1;
    sheet_add_warning(reader->sheet, &warning);
}

bool spec_pass_over(struct spec_reader *reader)
{
    if (spec_is_template(reader))
        spec_forget_nothing(reader);
    else
        spec_warn_nothing(reader);
    return sheet_is_well(reader->sheet);
}

void spec_fail_nothing(struct spec_reader *reader, struct place at, const char *format, ...)
{
    char message[sizeof reader->sheet->error.message];
    bool was_well = sheet_is_well(reader->sheet);
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    spec_fail(reader, at, "%s", message);
    if (was_well)
        reader->sheet->is_nothing = true;
}

void spec_fail_again(struct spec_reader *reader)
{
    if (!sheet_is_well(reader->sheet))
        return;
    reader->is_repeated = true;
    fail(&reader->sheet->error, SHEAF_BAD_INPUT, "this needs what has failed before");
}

const struct node *spec_value(struct spec_reader *reader, const struct node *node)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };
    size_t n = node->length;

    if (n < 2 || node->text[0] != '$' || parameter_name_length(node->text + 1, n - 1) != n - 1)
        return node;
    const struct spec_parameter *parameter = scope_parameter(&scope, node->text + 1, n - 1);
    struct node *value = parameter != NULL ? arena_new(&reader->arena, struct node) : NULL;
    if (value == NULL)
        return NULL;
    *value = *node;
    value->text = parameter->value;
    value->length = strlen(value->text);
    value->plain = true;
    return value;
}

const char *spec_string(struct spec_reader *reader, const struct node *node)
{
    return node != NULL ? arena_text(&reader->sheet->arena, node->text, node->length) : NULL;
}

struct markup *spec_markup(struct spec_reader *reader, const struct node *node, unsigned flags)
{
    const struct spec_text text = spec_text(reader, node);
    const struct sheet_scope scope = { .sheet = reader->sheet,
                                       .reader = reader,
                                       .node = text.node,
                                       .document = text.document,
                                       .language = text.language };

    return text.node != NULL ? markup_read(&scope, text.node->text, text.node->length, flags)
                             : NULL;
}

bool scope_period(const struct sheet_scope *scope, const char *text, size_t n, sheaf_period *period)
{
    const struct spec_parameter *parameter = NULL;

    if (n > 1 && text[0] == '$' && parameter_name_length(text + 1, n - 1) == n - 1) {
        parameter = scope_parameter(scope, text + 1, n - 1);
        if (parameter == NULL)
            return false;
    }
    if (parameter != NULL && parameter->kind == PARAMETER_PERIOD) {
        *period = parameter->period;
        return true;
    }
    if (parameter != NULL) {
        scope_fail(scope, text, n,
                   "a period is expected here, such as 2023, and '$%.60s' is '%.60s'",
                   parameter->name, parameter->value);
        return false;
    }
    if (sheaf_period_read(text, n, period))
        return true;
    scope_fail(scope, text, n,
               "'%.*s' is no period; write 2023, 2024-Q1, 2024-04, 2024-T1 or Jan-Apr 2024",
               n < 60 ? (int)n : 60, text);
    return false;
}

bool spec_period(struct spec_reader *reader, const struct node *node, sheaf_period *period)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };

    return scope_period(&scope, node->text, node->length, period);
}

bool spec_date(struct spec_reader *reader, const struct node *node, struct date *date)
{
    if (node == NULL || date_read(node->text, node->length, date))
        return true;
    spec_fail(reader, node->place, "'%.40s' is no date; write it as 2024-06-26", node->text);
    return false;
}
