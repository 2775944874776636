/* delimited_statuses.c - reads statuses and confidentiality, from columns or from a flag attached
 * to a number. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/delimited_parts.h"
#include "readers/formats/eurostat.h"

static bool read_own_flag(const struct format_flag *flags, const char *text, size_t n,
                          struct table_row *row)
{
    for (; flags->text != NULL; flags++)
        if (string_is(text, n, flags->text)) {
            row->status = flags->status != '\0' ? flags->status : row->status;
            row->confidentiality =
                flags->confidentiality != '\0' ? flags->confidentiality : row->confidentiality;
            return true;
        }
    return false;
}

/* Some offices say in the column of statuses what is confidential. Other letters of confidentiality mean
 * something else there: OECD's S is a strike, Eurostat's an estimate. */
static bool read_confidential(const char *text, size_t n, char *confidentiality)
{
    if (confidentiality_find(text, n) != 'C')
        return false;
    *confidentiality = 'C';
    return true;
}

/* Reads flags of the format, or a letter or word of SDMX. */
static bool read_letters(const struct delimited *s, const char *text, size_t n,
                         struct table_row *row)
{
    const struct delimited_format *format = s->layout.format;
    char letter;

    if (format->flags != NULL)
        return read_own_flag(format->flags, text, n, row);
    if (format->read_flags != NULL &&
        format->read_flags(text, n, &row->status, &row->confidentiality))
        return true;
    letter = status_find(text, n);
    if (letter == '\0')
        return read_confidential(text, n, &row->confidentiality);
    row->status = letter;
    return true;
}

/* The way past a status that is unknown. Flags of a single column of values have none. */
static void refuse_status(struct delimited *s, const struct layout_column *column,
                          const struct csv_field *field, const struct csv_field *code)
{
    if (s->layout.format->recognises == NULL)
        csv_fail(&s->csv, field,
                 NO_STATUS "; to keep the column as it is, say " SETTING("columns: {mark: %.60s}"),
                 delimited_quoted(field), field->text, column->header);
    else if (column->role == COLUMN_STATUS)
        table_warn(s->table, "status",
                   (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                   "the status '%.*s' is unknown and is ignored; to keep the column as it is, "
                   "say " SETTING("columns: {mark: %.60s}"),
                   delimited_quoted(code), code->text, column->header);
    else
        table_warn(s->table, "status",
                   (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                   "the status '%.*s' is unknown and is ignored", delimited_quoted(code),
                   code->text);
}

/* Some formats have two columns of statuses: the first that says something counts. */
void delimited_status(struct delimited *s, const struct layout_column *column,
                      const struct csv_field *field, struct table_row *row)
{
    struct csv_field code = column->is_labelled ? field_code(field) : field_trimmed(field);
    char earlier = row->status;

    if (code.n == 0)
        return;
    if (!read_letters(s, code.text, code.n, row)) {
        if (csv_check_text(&s->csv, field))
            refuse_status(s, column, field, &code);
    } else if (earlier != s->layout.status) {
        row->status = earlier;
    }
}

void delimited_confidentiality(struct delimited *s, const struct layout_column *column,
                               const struct csv_field *field, char *letter)
{
    struct csv_field code = column->is_labelled ? field_code(field) : field_trimmed(field);
    char found;

    if (code.n == 0)
        return;
    found = confidentiality_find(code.text, code.n);
    if (found != '\0')
        *letter = found;
    else if (code.n == 1 && *code.text >= 'A' && *code.text <= 'Z')
        *letter = *code.text;
    else if (csv_check_text(&s->csv, field))
        csv_fail(&s->csv, field, NO_CONFIDENTIALITY, delimited_quoted(field), field->text);
}

static bool says_secret(char confidentiality)
{
    return confidentiality != '\0' && confidentiality != 'F';
}

/* A flag of the format, or a word such as "confidential". */
static bool is_secret_flag(const struct delimited *s, const char *text, size_t n)
{
    struct table_row row = { .confidentiality = 'F' };

    if (n == 0)
        return false;
    if (s->layout.format->flags != NULL)
        read_own_flag(s->layout.format->flags, text, n, &row);
    else if (s->layout.format->read_flags != NULL)
        s->layout.format->read_flags(text, n, &row.status, &row.confidentiality);
    else
        eurostat_read_flags(text, n, &row.status, &row.confidentiality);
    return says_secret(row.confidentiality) || read_confidential(text, n, &row.confidentiality) ||
           (n > 1 && says_secret(confidentiality_find(text, n)));
}

/* A mark that nobody knows may be an office's own for a secret. */
static bool is_secret_status(const struct delimited *s, const char *text, size_t n)
{
    struct table_row row = { .confidentiality = 'F' };

    return n > 0 && (is_secret_flag(s, text, n) || !read_letters(s, text, n, &row) ||
                     says_secret(row.confidentiality) || row.status == SHEAF_SUPPRESSED);
}

/* What stands behind the last figure of "12.5 c". */
static struct csv_field flag_behind(const struct csv_field *field)
{
    struct csv_field flag = field_trimmed(field);

    for (size_t i = flag.n; i > 0; i--)
        if (strchr("0123456789:.,-", flag.text[i - 1]) != NULL) {
            flag = (struct csv_field){ .text = flag.text + i, .n = flag.n - i };
            break;
        }
    return field_trimmed(&flag);
}

bool delimited_row_is_secret(const void *reader, const struct csv *csv, bool is_read)
{
    const struct delimited *s = reader;

    if (s->layout.columns == NULL)
        return false;
    /* A field may not be where its column is. */
    if ((!is_read || csv->count != s->layout.count) &&
        (layout_has(&s->layout, COLUMN_CONFIDENTIALITY) || layout_has(&s->layout, COLUMN_STATUS)))
        return true;
    if (!is_read)
        return false;

    if (says_secret(s->layout.confidentiality))
        return true;
    for (size_t i = 0; i < s->layout.count && i < csv->count; i++) {
        const struct layout_column *column = &s->layout.columns[i];
        const struct csv_field *field = &csv->fields[i];
        const struct csv_field code =
            column->is_labelled ? field_code(field) : field_trimmed(field);
        const struct csv_field flag = flag_behind(field);

        if (column->role == COLUMN_CONFIDENTIALITY && code.n > 0 &&
            !string_is(code.text, code.n, "F") && confidentiality_find(code.text, code.n) != 'F')
            return true;
        if ((column->role == COLUMN_STATUS && is_secret_status(s, code.text, code.n)) ||
            (column->role == COLUMN_VALUE && is_secret_flag(s, flag.text, flag.n)))
            return true;
    }
    return false;
}

struct csv_field delimited_shown(const struct delimited *s, const struct csv_field *field)
{
    static const char dots[] = "\xE2\x80\xA6";
    const bool is_read = field >= s->csv.fields && field < s->csv.fields + s->csv.count;

    return delimited_row_is_secret(s, &s->csv, is_read)
               ? (struct csv_field){ .text = dots, .n = sizeof dots - 1 }
               : *field;
}

/* true or false, as in tables that Sheaf wrote. */
void delimited_derived(struct delimited *s, const struct csv_field *field, bool *derived)
{
    struct csv_field word = field_trimmed(field);

    *derived = word.n == 4 && strncmp(word.text, "true", 4) == 0;
    if (!*derived && word.n > 0 && !(word.n == 5 && strncmp(word.text, "false", 5) == 0) &&
        csv_check_text(&s->csv, field))
        csv_fail(&s->csv, field,
                 "'%.*s' is neither true nor false; derived values are true, stated ones false",
                 delimited_quoted(field), field->text);
}

/* The unit of a cell must be that of its row: "$12" in a column of euro is a mistake. */
static void check_unit(struct delimited *s, const struct csv_field *field, const char *unit)
{
    const char *own = delimited_unit(s);
    const struct csv_field shown = delimited_shown(s, field);

    if (strcmp(own, unit) == 0 || !csv_check_text(&s->csv, field))
        return;
    if (own[0] == '\0')
        csv_fail(&s->csv, field,
                 "'%.*s' is in %s, and other values of the column say no unit; give it for all, "
                 "with " SETTING("set: {unit: %s}"),
                 delimited_quoted(&shown), shown.text, unit, unit);
    else
        csv_fail(&s->csv, field,
                 "'%.*s' is in %s, and the unit of the row is %.40s; correct one of the two",
                 delimited_quoted(&shown), shown.text, unit, own);
}

/* A power of ten behind a number: "7.5k", "3 mln". It is not read, since a letter may be a flag. */
static bool is_power(const char *text, size_t n)
{
    bool is_factor;
    int power;

    return string_is_ignoring_case(text, n, "k") ||
           (power_find(text, n, &power, &is_factor) && power > 0 && !is_factor &&
            (*text < '0' || *text > '9'));
}

/* ": c": the sign for a missing value is Eurostat's, and so is the flag behind it. */
static bool read_flag_of_eurostat(const struct delimited *s, const struct csv_field *field,
                                  const struct cell *cell, struct table_row *row)
{
    struct csv_field text = field_trimmed(field);

    return s->layout.format->recognises == NULL && text.n > 0 && *text.text == ':' &&
           eurostat_read_flags(cell->flag, cell->flag_n, &row->status, &row->confidentiality);
}

/* Reads what is attached to a number: the sign of a currency, a unit, or a flag. */
void delimited_attached_flag(struct delimited *s, const struct csv_field *field,
                             const struct cell *cell, struct table_row *row)
{
    struct csv_field shown;
    const char *unit;

    if (cell->currency != NULL)
        check_unit(s, field, cell->currency);
    if (cell->flag_n == 0 || delimited_failed(s) || read_flag_of_eurostat(s, field, cell, row) ||
        read_letters(s, cell->flag, cell->flag_n, row))
        return;
    shown = delimited_shown(s, field);
    unit = unit_find(cell->flag, cell->flag_n);
    if (unit != NULL && s->layout.format->recognises == NULL)
        check_unit(s, field, unit);
    else if (is_power(cell->flag, cell->flag_n))
        csv_fail(&s->csv, field,
                 "'%.*s' has a power of ten; write the number out, or the power in a column of its "
                 "own (unit_mult)",
                 delimited_quoted(&shown), shown.text);
    else
        table_warn(s->table, "mark",
                   (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                   "the flag of '%.*s' is unknown and is ignored", delimited_quoted(&shown),
                   shown.text);
}
