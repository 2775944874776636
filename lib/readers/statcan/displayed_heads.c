/* displayed_heads.c - the headers of Statistics Canada's displayed tables: which row names the columns of
 * members, and what the dimensions are. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/flagged_period.h"
#include "readers/formats/format.h"
#include "readers/statcan/displayed_parts.h"

static bool is_period(const struct displayed *s, size_t row, size_t column)
{
    static const struct period_usage nothing = { .frequency = '\0' };
    struct flagged_period found;
    int power;
    struct csv_field text = displayed_cell(s, row, column, &power);

    return text.n > 0 && flagged_period_read(text.text, text.n, &nothing, &found);
}

static bool is_period_name(const struct csv_field *text)
{
    return string_is_ignoring_case(text->text, text->n, "Reference period") ||
           string_is_ignoring_case(text->text, text->n, "Période de référence");
}

/* Finds the row that names the columns of members: periods follow the names, or one of them is that
 * of the periods. An empty row names none. */
bool displayed_find_names(struct displayed *s)
{
    for (size_t row = 0; row < s->count && row < MOST_HEADS; row++) {
        size_t end = s->width, first;

        while (end > 0 && displayed_field(s, row, end - 1).n == 0)
            end--;
        for (first = end; first > 1 && is_period(s, row, first - 1);)
            first--;
        s->has_periods = first < end;
        for (size_t i = 0; i < end && !s->has_periods && first == end; i++)
            if (is_period_name(&s->rows[row].fields[i]))
                first = i + 1;
        if (first > 0 && first < s->width && first <= MOST_HEADS &&
            (s->has_periods || is_period_name(&s->rows[row].fields[first - 1]))) {
            s->names = row;
            s->stubs = first;
            return true;
        }
    }
    return false;
}

/* What a dimension of the full tables is; HEADER_NONE: they have no such dimension. */
static enum header_role role_in_full_tables(const char *name)
{
    if (string_equal_ignoring_case(name, "Geography") ||
        string_equal_ignoring_case(name, "Géographie"))
        return HEADER_REPORTER;
    for (const struct format_column *column = statcan_format.columns; column->header != NULL;
         column++)
        if (column->role == COLUMN_DIMENSION && string_equal_ignoring_case(name, column->header))
            return header_find(column->name, strlen(column->name)).role;
    return HEADER_NONE;
}

static bool is_given(const struct displayed *s, const char *name)
{
    const sheaf_read_options *options = table_options(s->table);

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL && strcmp(options->columns[i].header, name) == 0)
            return true;
    return false;
}

/* The role by the options, the full tables or the vocabulary. *name NULL: the dimension is to be
 * skipped. */
static enum header_role role_of(struct displayed *s, const char **name)
{
    const char *own = *name;
    enum header_role role = is_given(s, own) ? HEADER_NONE : role_in_full_tables(own);

    if (role != HEADER_NONE)
        return role;
    role = builder_role(&s->builder, name);
    if (role >= HEADER_REPORTER || *name == NULL)
        return role;
    *name = own;
    return HEADER_NONE;
}

static bool open_head(struct displayed *s, struct csv_field text, struct head *head)
{
    const char *name = arena_text(&s->arena, text.text, text.n);
    enum header_role role;

    *head = (struct head){ .dimension = SIZE_MAX };
    if (name == NULL)
        return false;
    if (is_period_name(&text))
        return true;
    role = role_of(s, &name);
    if (name != NULL && role != HEADER_NONE && builder_has_dimension(&s->builder, role))
        role = HEADER_NONE;
    if (name != NULL)
        head->dimension = builder_dimension(&s->builder, role, name);
    return name == NULL || head->dimension != SIZE_MAX;
}

/* The name of the dimension above the columns; older tables leave that of the geography out. */
static struct csv_field name_above(struct displayed *s, size_t row)
{
    int power;

    for (size_t i = 0; i < s->stubs; i++) {
        struct csv_field text = displayed_cell(s, row, i, &power);

        if (text.n > 0)
            return text;
    }
    if (row == 0)
        return (struct csv_field){ .text = "Geography", .n = strlen("Geography") };
    const char *name = arena_format(&s->arena, "level %zu", row + 1);
    return (struct csv_field){ .text = name != NULL ? name : "",
                               .n = name != NULL ? strlen(name) : 0 };
}

bool displayed_is_unit_row(const struct displayed *s, size_t row)
{
    for (size_t i = 0; i < s->stubs; i++)
        if (displayed_field(s, row, i).n > 0)
            return false;
    return true;
}

bool displayed_open_heads(struct displayed *s)
{
    int power;

    for (size_t row = 0; row < s->names; row++)
        if (!open_head(s, name_above(s, row), &s->above[row]))
            return false;
    for (size_t i = 0; i < s->stubs; i++)
        if (!open_head(s, displayed_cell(s, s->names, i, &power), &s->beside[i]))
            return false;
    s->unit_dimension = SIZE_MAX;
    s->unit_row = SIZE_MAX;
    if (!s->has_periods && displayed_field(s, s->names, s->stubs).n > 0)
        s->unit_row = s->names; /* units stand behind "Reference period" */
    for (size_t row = s->names; row < s->count && s->unit_dimension == SIZE_MAX; row++)
        if (row == s->unit_row || (row > s->names && displayed_is_unit_row(s, row))) {
            s->unit_dimension = builder_dimension(&s->builder, HEADER_UNIT, "unit");
            if (s->unit_dimension == SIZE_MAX)
                return false;
        }
    if (builder_begin(&s->builder))
        return true;
    displayed_fail(s, s->names, s->builder.reason);
    return false;
}
