/* table_read_rows.c - the key `rows` of a table: expressions, each of which gives one or several series,
 * rows with a label of their own, and groups of rows. */
#include <string.h>

#include "sheet/blocks/table_read.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"

enum { ROW_GROUP, ROW_ROWS, ROW_TOTAL, ROW_VALUE, ROW_LABEL, ROW_INDENT, ROW_NOTE, ROW_KEYS };
static const struct spec_key row_keys[ROW_KEYS] = {
    [ROW_GROUP] = { "group", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [ROW_ROWS] = { "rows", SPEC_LIST | SPEC_TEXT | SPEC_EXPRESSION, false, NULL },
    [ROW_TOTAL] = { "total", SPEC_TEXT, false, table_yes_or_no },
    [ROW_VALUE] = { "value", SPEC_TEXT | SPEC_EXPRESSION, false, NULL },
    [ROW_LABEL] = { "label", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [ROW_INDENT] = { "indent", SPEC_NUMBER, false, NULL },
    [ROW_NOTE] = { "note", SPEC_TEXT | SPEC_WORDS, false, NULL },
};
const struct grammar table_row_grammar = { "a row", "table-row", row_keys, ROW_KEYS };

enum { MOST_INDENT = 4 };

static bool add_row(struct table_reading *table, const struct read_row *row)
{
    if (table->n_rows == table->capacity) {
        size_t capacity = 2 * table->capacity + 8;
        struct read_row *more = arena_array(&table->work, struct read_row, capacity);

        if (more == NULL)
            return false;
        if (table->n_rows > 0)
            memcpy(more, table->rows, table->n_rows * sizeof *more);
        table->rows = more;
        table->capacity = capacity;
    }
    table->rows[table->n_rows++] = *row;
    return true;
}

/* Adds a row for each series that the expression gives; all like `like`. */
static bool read_expression(struct table_reading *table, const struct node *node,
                            const struct read_row *like)
{
    const struct sheet_scope scope = { .sheet = table->reader->sheet,
                                       .reader = table->reader,
                                       .node = node };
    struct row_entry *entry = arena_new(table->arena, struct row_entry);

    if (!keys_check_kind(table->reader, node, SPEC_TEXT, "a row") || entry == NULL ||
        !evaluate_series(&scope, &entry->rows.list, &entry->rows.is_several))
        return false;
    size_t n = sheaf_series_list_count(entry->rows.list);
    const char **members = arena_array(table->arena, const char *, n);
    if (members == NULL)
        return false;
    entry->node = node;
    entry->first = table->n_rows;
    entry->rows.members = members;
    entry->rows.n = n;
    *table->last_entry = entry;
    table->last_entry = &entry->next;
    for (size_t i = 0; i < n; i++) {
        struct read_row row = *like;

        row.row.series = sheaf_series_list_at(entry->rows.list, i);
        members[i] = row.member = sheaf_series_name(row.row.series);
        if (row.group != NULL)
            row.group->n++;
        if (!add_row(table, &row))
            return false;
    }
    return true;
}

/* {value: exports, label: …, indent: 1, note: …} */
static bool read_labelled(struct table_reading *table, const struct node *const *values,
                          struct read_row like)
{
    int64_t indent = like.row.indent;

    if (values[ROW_INDENT] != NULL &&
        !number_read_integer(values[ROW_INDENT]->text, values[ROW_INDENT]->length, 0, MOST_INDENT,
                             &indent)) {
        spec_fail(table->reader, values[ROW_INDENT]->place, "'indent' counts steps, 0 to %d",
                  MOST_INDENT);
        return false;
    }
    size_t first = table->n_rows;
    like.row.indent = (int)indent;
    like.row.label = spec_markup(table->reader, values[ROW_LABEL], 0);
    like.row.note = spec_markup(table->reader, values[ROW_NOTE], 0);
    if (!sheet_is_well(table->reader->sheet) || !read_expression(table, values[ROW_VALUE], &like))
        return false;
    if (like.row.label == NULL || table->n_rows == first + 1)
        return true;
    spec_fail(table->reader, values[ROW_LABEL]->place,
              "these are %zu series, each with its own label; one label is for one",
              table->n_rows - first);
    return false;
}

static bool read_list(struct table_reading *table, const struct node *list,
                      const struct read_row *like);

/* {group: {en: …}, rows: […], total: yes} */
static bool read_group(struct table_reading *table, const struct node *const *values)
{
    struct row_group *group = arena_new(table->arena, struct row_group);
    struct read_row like = { .group = group, .row.indent = 1 };

    if (group == NULL)
        return false;
    group->label = spec_markup(table->reader, values[ROW_GROUP], 0);
    group->node = values[ROW_GROUP];
    group->has_total = table_says_yes(values[ROW_TOTAL]);
    *table->last_group = group;
    table->last_group = &group->next;
    return group->label != NULL && read_list(table, values[ROW_ROWS], &like);
}

static bool fail_keys(struct table_reading *table, const struct node *node, const char *message)
{
    spec_fail(table->reader, node->place, "%s", message);
    return false;
}

static bool read_mapping(struct table_reading *table, const struct node *node,
                         const struct read_row *like)
{
    const struct node *values[ROW_KEYS];

    if (!keys_read(table->reader, node, &table_row_grammar, values))
        return false;
    bool is_group = values[ROW_GROUP] != NULL;
    if (is_group != (values[ROW_ROWS] != NULL) || is_group == (values[ROW_VALUE] != NULL))
        return fail_keys(table, node,
                         "a row has a 'value', and a group of rows has 'group' and 'rows'");
    if (is_group && like->group != NULL)
        return fail_keys(table, node, "a group of rows holds no other groups");
    if (is_group &&
        (values[ROW_LABEL] != NULL || values[ROW_INDENT] != NULL || values[ROW_NOTE] != NULL))
        return fail_keys(table, node, "'label', 'indent' and 'note' are for rows, not for groups");
    if (!is_group && values[ROW_TOTAL] != NULL)
        return fail_keys(table, values[ROW_TOTAL], "'total' is for groups and for the table");
    return is_group ? read_group(table, values) : read_labelled(table, values, *like);
}

static bool read_row(struct table_reading *table, const struct node *node,
                     const struct read_row *like)
{
    return node->kind == NODE_MAPPING ? read_mapping(table, node, like)
                                      : read_expression(table, node, like);
}

/* What has no data among others that have is passed over. */
static bool read_list(struct table_reading *table, const struct node *list,
                      const struct read_row *like)
{
    if (list->kind == NODE_SCALAR)
        return read_expression(table, list, like);
    for (const struct node_item *item = list->items; item != NULL; item = item->next)
        if (!read_row(table, item->value, like) &&
            ((item->next == NULL && table->n_rows == 0) || !spec_pass_over(table->reader)))
            return false;
    return true;
}

bool table_read_rows(struct table_reading *table, const struct node *rows)
{
    return read_list(table, rows, &(struct read_row){ 0 });
}
