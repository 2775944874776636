/* reader.c - what reading any part of a spec needs. */
#include "sheet/spec/reader.h"

#include <stdio.h>

void spec_fail(struct spec_reader *reader, struct place at, const char *format, ...)
{
    char message[sizeof reader->sheet->error.message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    grammar_fail(
        &(struct grammar_reader){ &reader->document, &reader->arena, &reader->sheet->error }, at,
        "%s", message);
}

const char *spec_string(struct spec_reader *reader, const struct node *node)
{
    return node != NULL ? arena_text(&reader->sheet->arena, node->text, node->length) : NULL;
}

struct markup *spec_markup(struct spec_reader *reader, const struct node *node, unsigned flags)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };

    return node != NULL ? markup_read(&scope, node->text, node->length, flags) : NULL;
}

bool scope_period(const struct sheet_scope *scope, const char *text, size_t n, sheaf_period *period)
{
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
