/* sample.c - keeps the first rows of a file in memory. */
#include "readers/csv/sample.h"

#include <stdio.h>
#include <string.h>

/* Copies fields whose doubled quotes were replaced: they are in the memory of csv, which the next
 * row overwrites. */
static bool keep_row(struct sample *sample, const struct csv *csv)
{
    struct csv_field *fields = arena_array(&sample->arena, struct csv_field, csv->count);

    if (fields == NULL || !memory_grow(&sample->arena.alloc, sample->arena.error, &sample->rows,
                                       &sample->capacity, sample->count + 1, sizeof *sample->rows))
        return false;
    memcpy(fields, csv->fields, csv->count * sizeof *fields);
    for (size_t i = 0; i < csv->count; i++)
        if (fields[i].n > 0 && csv->unquoted.length > 0 && fields[i].text >= csv->unquoted.bytes &&
            fields[i].text < csv->unquoted.bytes + csv->unquoted.length) {
            fields[i].text = arena_text(&sample->arena, fields[i].text, fields[i].n);
            if (fields[i].text == NULL)
                return false;
        }
    sample->rows[sample->count++] =
        (struct sample_row){ fields, csv->count, csv->row, csv->row_line };
    return true;
}

/* The number of bytes in complete lines. A window of up to SURELY_ALL bytes is the end of its file
 * and counts completely. */
static size_t complete_lines(const char *bytes, size_t n)
{
    size_t end = n < SAMPLE_BYTES ? n : SAMPLE_BYTES;

    while (end > SURELY_ALL && bytes[end - 1] != '\n')
        end--;
    return end > SURELY_ALL || n > SURELY_ALL ? end : n;
}

void sample_take(struct sample *sample, const sheaf_alloc *alloc, const char *bytes, size_t n,
                 char separator, sheaf_error *error)
{
    struct csv *csv = memory_resize(alloc, NULL, 0, sizeof *csv);
    size_t length = complete_lines(bytes, n);
    sheaf_error own = { 0 };
    const char *text;

    *sample = (struct sample){ .separator = separator };
    arena_init(&sample->arena, alloc, error);
    text = csv != NULL ? arena_text(&sample->arena, bytes, length) : NULL;
    if (text == NULL) {
        fail_memory(error);
        memory_free(alloc, csv, sizeof *csv);
        return;
    }
    sample->end = text + length;
    csv_start(csv, alloc, "", text, length, &own);
    if (separator != '\0')
        csv->separator = separator;
    sample->separator = csv->separator;
    while (sample->count < SAMPLE_ROWS && csv_next(csv) && keep_row(sample, csv))
        continue;
    if (own.status == SHEAF_NO_MEMORY)
        error_take(error, &own);
    csv_end(csv);
    memory_free(alloc, csv, sizeof *csv);
}

void sample_free(struct sample *sample)
{
    memory_free(&sample->arena.alloc, sample->rows, sample->capacity * sizeof *sample->rows);
    arena_free(&sample->arena);
    *sample = (struct sample){ 0 };
}

void sample_fail(const struct sample *sample, size_t at, struct csv *csv,
                 const struct csv_field *field, const char *format, ...)
{
    char message[sizeof csv->error->message];
    const char *here = csv->row, *end = csv->end;
    const struct sample_row *row = &sample->rows[at];
    size_t line = csv->row_line;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    csv->row = row->text;
    csv->end = sample->end;
    csv->row_line = row->line;
    csv_fail(csv, field, "%s", message);
    csv->row = here;
    csv->end = end;
    csv->row_line = line;
}

struct csv_field field_trimmed(const struct csv_field *field)
{
    struct csv_field trimmed = *field;

    while (trimmed.n > 0 &&
           (trimmed.text[trimmed.n - 1] == ' ' || trimmed.text[trimmed.n - 1] == '\t'))
        trimmed.n--;
    while (trimmed.n > 0 && (*trimmed.text == ' ' || *trimmed.text == '\t')) {
        trimmed.text++;
        trimmed.n--;
    }
    return trimmed;
}

struct csv_field sample_cell(const struct sample *sample, size_t row, size_t column)
{
    static const struct csv_field none = { .text = "", .raw = "" };

    if (column >= sample->rows[row].count)
        return none;
    return field_trimmed(&sample->rows[row].fields[column]);
}

bool sample_is_note(const struct sample *sample, size_t row)
{
    const struct sample_row *fields = &sample->rows[row];

    for (size_t i = 1; i < fields->count; i++)
        if (sample_cell(sample, row, i).n > 0)
            return false;
    return fields->count > 0 && sample_cell(sample, row, 0).n > 0;
}
