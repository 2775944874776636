/* delimited_notes.c - tells the sources and notes below a table from its rows. */
#include <string.h>

#include "readers/cell.h"
#include "readers/csv/delimited_parts.h"
#include "readers/period_question.h"

bool delimited_is_note(const struct delimited *s)
{
    for (size_t i = 1; i < s->csv.count; i++)
        if (s->csv.fields[i].n > 0)
            return false;
    return true;
}

/* "Source: X, Y" or "1) Without gas": a sentence, not a misspelt period such as "20x3". */
static bool is_sentence(const struct csv_field *field)
{
    return memchr(field->text, ' ', field->n) != NULL ||
           memchr(field->text, ':', field->n) != NULL ||
           (field->n > 0 && (*field->text < '0' || *field->text > '9'));
}

/* True for a row without any figure. */
static bool is_text(const struct delimited *s)
{
    for (size_t i = 0; i < s->csv.count; i++) {
        const struct csv_field *field = &s->csv.fields[i];

        if (field->n > 0 && cell_read(field->text, field->n, '\0').kind != CELL_WRONG)
            return false;
    }
    return true;
}

bool delimited_is_below_table(struct delimited *s)
{
    const struct csv_field *first = &s->csv.fields[0];
    bool has_all = s->csv.count >= s->layout.count, is_first = s->period_column == 0;
    struct flagged_period found;
    sheaf_period part;

    if (!is_sentence(first) || s->layout.format->recognises != NULL || !is_text(s) ||
        (!delimited_is_note(s) && !is_first && s->notes_line == 0))
        return false;
    if (has_all && s->period_column == SIZE_MAX)
        return false;
    if (has_all && !is_first)
        return s->csv.fields[s->period_column].n == 0;
    return !is_first || (!flagged_period_read(first->text, first->n, &s->layout.usage, &found) &&
                         !year_row_part(&s->year, first, &part) &&
                         period_question(first->text, first->n) == NULL);
}

void delimited_pass_over_note(struct delimited *s)
{
    const struct csv_field *text = &s->csv.fields[0];

    if (s->notes_line == 0) {
        s->notes_line = s->csv.row_line;
        table_warn(s->table, "notes",
                   (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                   "the text below the table is skipped: '%.*s'", delimited_quoted(text),
                   text->text);
    }
}

void delimited_fail_below_note(struct delimited *s)
{
    csv_fail(
        &s->csv, &s->csv.fields[0],
        "figures follow below the text in line %zu; if it says what they are, give it a column",
        s->notes_line);
}
