/* table_read_columns.c - the key `columns` of a table: periods and ranges of them, growth, and columns
 * with a head of their own: {label: …, value: "row[2023]"}, {spark: row}, {label: …, columns: […]}. */
#include <string.h>

#include "chart/words/amounts.h"
#include "period/period.h"
#include "series/observation.h"
#include "sheet/blocks/table_read.h"
#include "sheet/spec/reader.h"
#include "vocabulary/units.h"

enum {
    COLUMN_LABEL,
    COLUMN_VALUE,
    COLUMN_BAR,
    COLUMN_SPARK,
    COLUMN_SPARK_BARS,
    COLUMN_COLUMNS,
    COLUMN_UNIT,
    COLUMN_DECIMALS,
    COLUMN_NOTE,
    COLUMN_KEYS
};
static const struct spec_key column_keys[COLUMN_KEYS] = {
    [COLUMN_LABEL] = { "label", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [COLUMN_VALUE] = { "value", SPEC_TEXT | SPEC_EXPRESSION, false, NULL },
    [COLUMN_BAR] = { "bar", SPEC_TEXT | SPEC_EXPRESSION, false, NULL },
    [COLUMN_SPARK] = { "spark", SPEC_TEXT | SPEC_EXPRESSION, false, NULL },
    [COLUMN_SPARK_BARS] = { "spark-bars", SPEC_TEXT | SPEC_EXPRESSION, false, NULL },
    [COLUMN_COLUMNS] = { "columns", SPEC_LIST, false, NULL },
    [COLUMN_UNIT] = { "unit", SPEC_TEXT, false, NULL },
    [COLUMN_DECIMALS] = { "decimals", SPEC_NUMBER, false, NULL },
    [COLUMN_NOTE] = { "note", SPEC_TEXT | SPEC_WORDS, false, NULL },
};
const struct grammar table_column_grammar = { "a column", "table-column", column_keys,
                                              COLUMN_KEYS };

/* The keys of which a column has one, and what they make of it. */
static const struct {
    int key;
    enum column_kind kind;
} contents[] = {
    { COLUMN_VALUE, COLUMN_OF_FIGURES },
    { COLUMN_BAR, COLUMN_OF_BARS },
    { COLUMN_SPARK, COLUMN_OF_SPARKS },
    { COLUMN_SPARK_BARS, COLUMN_OF_SPARK_BARS },
};
enum { CONTENTS = sizeof contents / sizeof *contents, MOST_COLUMNS = 400 };

static bool add_column(struct table_reading *table, const struct sheet_column *column,
                       const struct node *node)
{
    if (table->n_columns == MOST_COLUMNS) {
        spec_fail(table->reader, node->place, "a table has at most %d columns", MOST_COLUMNS);
        return false;
    }
    if (table->n_columns == table->column_capacity) {
        size_t capacity = 2 * table->column_capacity + 8;
        struct sheet_column *more = arena_array(table->arena, struct sheet_column, capacity);
        const struct node **nodes = arena_array(table->arena, const struct node *, capacity);

        if (more == NULL || nodes == NULL)
            return false;
        if (table->n_columns > 0) {
            memcpy(more, table->columns, table->n_columns * sizeof *more);
            memcpy(nodes, table->column_nodes, table->n_columns * sizeof *nodes);
        }
        table->columns = more;
        table->column_nodes = nodes;
        table->column_capacity = capacity;
    }
    table->column_nodes[table->n_columns] = node;
    table->columns[table->n_columns++] = *column;
    return true;
}

static bool any_row_has(const struct table_reading *table, sheaf_period period)
{
    for (size_t i = 0; i < table->n_rows; i++)
        if (sheaf_series_find(table->rows[i].row.series, period, ROOM) != NULL)
            return true;
    return false;
}

/* 2014..2023: the periods of the length of its ends that any row has. */
static bool add_range(struct table_reading *table, const struct node *node, const char *dots)
{
    const struct sheet_scope scope = { .sheet = table->reader->sheet,
                                       .reader = table->reader,
                                       .node = node };
    size_t before = (size_t)(dots - node->text);
    sheaf_period first, last;

    if (!scope_period(&scope, node->text, before, &first) ||
        !scope_period(&scope, dots + 2, node->length - before - 2, &last))
        return false;
    if (first.unit != last.unit || first.unit == SHEAF_NUMBER || first.count != last.count ||
        first.start > last.start) {
        spec_fail(table->reader, node->place,
                  "'%.60s' is no range: it goes from a period to a later one of its length",
                  node->text);
        return false;
    }
    struct sheet_column column = { .period = first, .decimals = DECIMALS_FOR_PEOPLE };
    size_t n = table->n_columns;
    for (; column.period.start <= last.start; column.period.start += first.count)
        if (any_row_has(table, column.period) && !add_column(table, &column, node))
            return false;
    if (table->n_columns == n)
        spec_fail_nothing(table->reader, node->place, "no row has a figure for %.60s", node->text);
    return table->n_columns > n;
}

/* "2023", "2014..2023" or "growth(2023)". */
static bool read_period(struct table_reading *table, const struct node *node)
{
    static const char growth[] = "growth(";
    const struct sheet_scope scope = { .sheet = table->reader->sheet,
                                       .reader = table->reader,
                                       .node = node };
    struct sheet_column column = { .decimals = DECIMALS_FOR_PEOPLE };
    const char *text = node->text;
    size_t n = node->length, prefix = sizeof growth - 1;

    if (!keys_check_kind(table->reader, node, SPEC_TEXT, "a column"))
        return false;
    const char *dots = strstr(text, "..");
    if (dots != NULL)
        return add_range(table, node, dots);
    if (n > prefix && strncmp(text, growth, prefix) == 0 && text[n - 1] == ')') {
        column.is_growth = column.is_change = true;
        text += prefix;
        n -= prefix + 1;
    }
    return scope_period(&scope, text, n, &column.period) && add_column(table, &column, node);
}

/* `unit: million` or `USD million`: the power of ten of the figures. */
static bool read_unit(struct table_reading *table, const struct node *node,
                      struct sheet_column *column)
{
    struct unit unit;
    bool is_factor;

    if (node == NULL)
        return true;
    column->has_multiplier = true;
    if (power_find(node->text, node->length, &column->multiplier, &is_factor))
        return true;
    if (unit_read(table->arena, node->text, node->length, &unit)) {
        column->multiplier = unit.multiplier;
        return true;
    }
    spec_fail(table->reader, node->place, "'%.60s' is no unit of figures, such as USD million",
              node->text);
    return false;
}

static bool read_list(struct table_reading *table, const struct node *list, bool in_group);

/* {label: …, columns: […]} */
static bool read_group(struct table_reading *table, const struct node *const *values)
{
    struct column_group group = { .label = spec_markup(table->reader, values[COLUMN_LABEL], 0),
                                  .first = table->n_columns };
    struct column_group *groups =
        arena_array(table->arena, struct column_group, table->n_column_groups + 1);

    if (groups == NULL || !sheet_is_well(table->reader->sheet) ||
        !read_list(table, values[COLUMN_COLUMNS], true))
        return false;
    group.n = table->n_columns - group.first;
    if (table->n_column_groups > 0)
        memcpy(groups, table->column_groups, table->n_column_groups * sizeof *groups);
    groups[table->n_column_groups++] = group;
    table->column_groups = groups;
    return true;
}

static bool fail_keys(const struct table_reading *table, const struct node *node,
                      const char *message)
{
    spec_fail(table->reader, node->place, "%s", message);
    return false;
}

static bool check_group(const struct table_reading *table, const struct node *node,
                        const struct node *const *values, bool in_group)
{
    if (in_group)
        return fail_keys(table, node, "a group of columns holds no other groups");
    for (int i = COLUMN_VALUE; i < COLUMN_KEYS; i++)
        if (i != COLUMN_COLUMNS && values[i] != NULL)
            return fail_keys(table, values[i],
                             "a group of columns has a label and columns, nothing else");
    if (values[COLUMN_LABEL] == NULL || values[COLUMN_COLUMNS]->n_items == 0)
        return fail_keys(table, node, "a group of columns needs a 'label' and some 'columns'");
    return true;
}

static bool read_mapping(struct table_reading *table, const struct node *node, bool in_group)
{
    struct sheet_column column = { .is_expression = true };
    const struct node *values[COLUMN_KEYS], *content = NULL;
    size_t n = 0;

    if (!keys_read(table->reader, node, &table_column_grammar, values))
        return false;
    if (values[COLUMN_COLUMNS] != NULL)
        return check_group(table, node, values, in_group) && read_group(table, values);
    for (size_t i = 0; i < CONTENTS; i++)
        if (values[contents[i].key] != NULL) {
            content = values[contents[i].key];
            column.kind = contents[i].kind;
            n++;
        }
    if (n != 1)
        return fail_keys(table, node,
                         "a column has one of 'value', 'bar', 'spark', 'spark-bars' or 'columns'");
    if (values[COLUMN_LABEL] == NULL)
        return fail_keys(table, node, "a column of an expression needs a 'label'");
    column.label = spec_markup(table->reader, values[COLUMN_LABEL], MARKUP_LABEL);
    column.note = spec_markup(table->reader, values[COLUMN_NOTE], 0);
    return sheet_is_well(table->reader->sheet) &&
           block_read_decimals(table->reader, values[COLUMN_DECIMALS], &column.decimals) &&
           read_unit(table, values[COLUMN_UNIT], &column) && add_column(table, &column, content);
}

static bool read_list(struct table_reading *table, const struct node *list, bool in_group)
{
    for (const struct node_item *item = list->items; item != NULL; item = item->next)
        if (item->value->kind == NODE_MAPPING ? !read_mapping(table, item->value, in_group)
                                              : !read_period(table, item->value))
            return false;
    return true;
}

bool table_read_columns(struct table_reading *table, const struct node *columns)
{
    return read_list(table, columns, false);
}
