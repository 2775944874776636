/* table_groups.c - groups of a table's rows: by region of the world, by a dimension of the data or by
 * lists of members; their sums, and the table as its rows, heads and totals are put together. */
#include <string.h>

#include "base/string_cache.h"
#include "series/attributes.h"
#include "series/series.h"
#include "series/series_list.h"
#include "sheet/blocks/table_read.h"
#include "sheet/spec/reader.h"
#include "table/filters.h"
#include "text/regions.h"

enum { GROUP_GROUP, GROUP_MEMBERS, GROUP_KEYS };
static const struct spec_key group_keys[GROUP_KEYS] = {
    [GROUP_GROUP] = { "group", SPEC_TEXT | SPEC_WORDS, true, NULL },
    [GROUP_MEMBERS] = { "members", SPEC_LIST, true, NULL },
};
const struct grammar table_group_grammar = { "a group", "table-group", group_keys, GROUP_KEYS };

static struct row_group *add_group(struct table_reading *table, const char *key,
                                   const struct node *node)
{
    struct row_group *group = arena_new(table->arena, struct row_group);

    if (group == NULL)
        return NULL;
    group->key = key;
    group->node = node;
    *table->last_group = group;
    table->last_group = &group->next;
    return group;
}

static void put(struct read_row *row, struct row_group *group)
{
    row->group = group;
    row->row.indent = 1;
    group->n++;
}

/* The country that a row is of, as the data call it; "": none. */
static const char *country_of(const struct read_row *row)
{
    const char *partner = sheaf_series_partner(row->row.series);

    return partner[0] != '\0' ? partner : row->member;
}

/* A row's member of a dimension of the data; "": it has none. NULL after a failure. */
static const char *member_of(struct table_reading *table, const struct read_row *row,
                             const char *dimension)
{
    const struct series_attribute *attribute = series_attribute_named(dimension);
    size_t n = strlen(dimension);

    if (attribute != NULL)
        return attribute->of(row->row.series);
    for (const char *line = series_other_members(row->row.series); *line != '\0';) {
        size_t length = strcspn(line, "\n");

        if (length > n + 2 && strncmp(line, dimension, n) == 0 && line[n] == ':')
            return arena_text(table->arena, line + n + 2, length - n - 2);
        line += length + (line[length] == '\n');
    }
    return "";
}

/* What a row is in the dimension that `groups` names, or in the world; "": nothing is known. The data's
 * own regions go before those of M49. */
static const char *key_of(struct table_reading *table, const struct read_row *row,
                          const char *dimension, bool *is_region)
{
    const char *member = member_of(table, row, dimension);
    bool is_part = strcmp(dimension, "subregion") == 0;

    *is_region =
        member != NULL && member[0] == '\0' && (is_part || strcmp(dimension, "region") == 0);
    if (!*is_region)
        return member;
    const char *region =
        region_of_country(country_of(row), is_part ? REGION_PART : REGION_CONTINENT);
    return region != NULL ? region : "";
}

/* A group for each key, in the order of the first row of each. */
static bool group_by_key(struct table_reading *table, const struct node *node)
{
    struct string_cache known = { 0 };
    bool is_region, well = true;

    for (size_t i = 0; well && i < table->n_rows; i++) {
        struct read_row *row = &table->rows[i];
        const char *key = key_of(table, row, node->text, &is_region);
        uint64_t at = 0;

        well = key != NULL;
        if (!well || key[0] == '\0' || sheaf_series_is_remainder(row->row.series))
            continue;
        if (!string_cache_find(&known, key, strlen(key), &at)) {
            struct row_group *group = add_group(table, key, node);

            at = (uint64_t)(uintptr_t)group;
            well = group != NULL && string_cache_add(&known, table->arena, key, strlen(key), at);
            if (!well)
                break;
            group->region = is_region ? key : NULL;
            group->name = is_region ? NULL : key;
        }
        put(row, (struct row_group *)(uintptr_t)at);
    }
    string_cache_free(&known, &table->arena->alloc);
    return well;
}

static bool add_members(struct table_reading *table, const struct node *list,
                        struct row_group *group, struct string_cache *of_member)
{
    for (const struct node_item *item = list->items; item != NULL; item = item->next) {
        uint64_t other;

        if (!keys_check_kind(table->reader, item->value, SPEC_TEXT, "a member"))
            return false;
        if (string_cache_find(of_member, item->value->text, item->value->length, &other)) {
            spec_fail(table->reader, item->value->place, "'%.60s' is in two groups",
                      item->value->text);
            return false;
        }
        if (!string_cache_add(of_member, table->arena, item->value->text, item->value->length,
                              (uint64_t)(uintptr_t)group))
            return false;
    }
    return true;
}

/* [{group: {en: Neighbours}, members: [RUS, CHN]}, …] */
static bool read_groups(struct table_reading *table, const struct node *list,
                        struct string_cache *of_member)
{
    for (const struct node_item *item = list->items; item != NULL; item = item->next) {
        const struct node *values[GROUP_KEYS];
        struct row_group *group = add_group(table, "", item->value);

        if (group == NULL ||
            !keys_check_kind(table->reader, item->value, SPEC_MAPPING, "a group") ||
            !keys_read(table->reader, item->value, &table_group_grammar, values))
            return false;
        group->label = spec_markup(table->reader, values[GROUP_GROUP], 0);
        if (group->label == NULL || !add_members(table, values[GROUP_MEMBERS], group, of_member))
            return false;
    }
    return true;
}

static bool group_by_list(struct table_reading *table, const struct node *list)
{
    struct string_cache of_member = { 0 };
    bool well = read_groups(table, list, &of_member);

    for (size_t i = 0; well && i < table->n_rows; i++) {
        const char *names[] = { table->rows[i].member, country_of(&table->rows[i]),
                                sheaf_series_label(table->rows[i].row.series) };
        uint64_t at = 0;

        for (size_t k = 0; k < 3 && at == 0; k++)
            string_cache_find(&of_member, names[k], strlen(names[k]), &at);
        if (at != 0)
            put(&table->rows[i], (struct row_group *)(uintptr_t)at);
    }
    string_cache_free(&of_member, &table->arena->alloc);
    return well;
}

/* What is in no group has one of its own, at the end: "Other". */
static bool group_rest(struct table_reading *table, const struct node *node)
{
    struct row_group *rest = NULL;
    size_t n_grouped = 0;

    for (size_t i = 0; i < table->n_rows; i++)
        n_grouped += table->rows[i].group != NULL;
    if (n_grouped == 0) {
        spec_fail(table->reader, node->place, "no row is in a group by '%.60s'",
                  node->kind == NODE_SCALAR ? node->text : "members");
        return false;
    }
    for (size_t i = 0; i < table->n_rows; i++) {
        if (table->rows[i].group != NULL)
            continue;
        rest = rest != NULL ? rest : add_group(table, "", node);
        if (rest == NULL)
            return false;
        rest->is_rest = true;
        rest->n++;
        table->rows[i].group = rest;
    }
    return true;
}

bool table_group_rows(struct table_reading *table, const struct node *groups)
{
    if (groups == NULL)
        return true;
    if (table->groups != NULL) {
        spec_fail(table->reader, groups->place,
                  "the rows are in groups already: 'groups' is for rows that are in none");
        return false;
    }
    return (groups->kind == NODE_LIST ? group_by_list(table, groups)
                                      : group_by_key(table, groups)) &&
           group_rest(table, groups);
}

/* A sum has been revised with any of its parts. */
static void take_revised(const struct table_reading *table, const struct row_group *group,
                         struct read_row *total)
{
    for (size_t i = 0; i < table->n_rows; i++)
        for (size_t k = 0; k < table->n_columns; k++)
            if (group == NULL || table->rows[i].group == group)
                total->figures[k].is_revised |=
                    total->figures[k].is_known && table->rows[i].figures[k].is_revised;
}

/* The rows of a group, or with NULL all of them, and their sum. */
static struct read_row *sum_rows(struct table_reading *table, const struct row_group *group,
                                 const struct node *node)
{
    sheaf_sheet *sheet = table->reader->sheet;
    sheaf_series_list *list = sheaf_series_list_create(&sheet->alloc);
    const char **members = arena_array(table->arena, const char *, table->n_rows);
    struct read_row *total = arena_new(table->arena, struct read_row);
    size_t n = 0;

    for (size_t i = 0; members != NULL && i < table->n_rows; i++)
        if (group == NULL || table->rows[i].group == group) {
            sheaf_series_list_add(list, series_copy(&sheet->alloc, table->rows[i].row.series));
            members[n++] = table->rows[i].member;
        }
    const sheaf_series_list *kept = members != NULL && total != NULL ? list : NULL;
    sheaf_series *sum = kept != NULL ? sheaf_series_list_total(list) : NULL;
    if (sum != NULL && sheaf_series_status(sum) == SHEAF_BAD_INPUT)
        spec_fail(table->reader, node->place, "%s", sheaf_series_error(sum)->message);
    bool well = sum != NULL && sheet_is_well(sheet);
    if (well) {
        total->row.series = sheet_keep_series(sheet, sum);
        well = total->row.series != NULL && table_evaluate_total(table, total, list, members);
    } else {
        sheaf_series_destroy(sum);
    }
    sheaf_series_list_destroy(list);
    if (well)
        take_revised(table, group, total);
    return well ? total : NULL;
}

bool table_sum_rows(struct table_reading *table, const struct node *total)
{
    for (struct row_group *group = table->groups; group != NULL; group = group->next) {
        bool by_key = group->key != NULL && table_says_yes(total);

        if (group->n == 0 || group->is_rest || !(group->has_total || by_key))
            continue;
        group->total = sum_rows(table, group, total != NULL ? total : group->node);
        if (group->total == NULL)
            return false;
    }
    if (table_says_yes(total)) {
        table->total = sum_rows(table, NULL, total);
        return table->total != NULL;
    }
    return true;
}

/* The table as it is put together. */
struct making {
    struct table_reading *table;
    struct sheet_row *rows;
    struct table_figure *figures;
    size_t n;
};

static void add(struct making *making, const struct sheet_row *row,
                const struct table_figure *figures)
{
    size_t n = making->table->n_columns;

    if (figures != NULL)
        memcpy(making->figures + making->n * n, figures, n * sizeof *figures);
    making->rows[making->n++] = *row;
}

static void add_head(struct making *making, const struct row_group *group)
{
    struct sheet_row row = { .kind = ROW_OF_GROUP,
                             .label = group->label,
                             .region = group->region,
                             .name = group->name,
                             .is_rest = group->is_rest };

    if (group->total != NULL) {
        row.series = group->total->row.series;
        row.growth = group->total->row.growth;
    }
    add(making, &row, group->total != NULL ? group->total->figures : NULL);
}

/* Rows stand together with those of their group; the head is before the first one. */
static void add_rows(struct making *making)
{
    const struct table_reading *table = making->table;
    const struct row_group *open = NULL;

    for (size_t i = 0; i < table->n_rows; i++) {
        const struct read_row *row = &table->rows[i];

        if (row->group != NULL && row->group != open && !row->group->is_rest)
            add_head(making, row->group);
        open = row->group;
        add(making, &row->row, row->figures);
    }
    if (table->total != NULL) {
        struct sheet_row row = table->total->row;

        row.kind = ROW_OF_TOTAL;
        add(making, &row, table->total->figures);
    }
}

/* Rows of one group may be apart after `groups`: they are put together, stable. */
bool table_gather(struct table_reading *table)
{
    struct read_row *rows = arena_array(&table->work, struct read_row, table->n_rows);
    size_t at = 0;

    /* Groups of a spec hold the rows that stand in them there. */
    if (table->groups == NULL || table->groups->key == NULL)
        return true;
    if (rows == NULL)
        return false;
    for (struct row_group *group = table->groups; group != NULL; group = group->next) {
        group->at = at;
        at += group->n;
    }
    for (size_t i = 0; i < table->n_rows; i++)
        rows[table->rows[i].group->at++] = table->rows[i];
    table->rows = rows;
    return true;
}

static size_t count_groups(const struct table_reading *table)
{
    size_t n = 0;

    for (const struct row_group *group = table->groups; group != NULL; group = group->next)
        n++;
    return n;
}

static bool is_same_figure(const struct table_figure *a, const struct table_figure *b)
{
    return a->series == b->series && a->own == NULL && a->is_known == b->is_known &&
           !a->is_revised && a->note == NULL;
}

/* Whether all figures are those of periods of the rows' series, of which a long table keeps none. */
static bool are_of_periods(const struct making *making, const struct sheet_column *columns,
                           size_t n_columns)
{
    for (size_t k = 0; k < n_columns; k++)
        if (columns[k].is_expression || column_is_spark(&columns[k]))
            return false;
    for (size_t i = 0; i < making->n; i++)
        for (size_t k = 0; k < n_columns; k++) {
            const struct table_figure figure = table_period_figure(&making->rows[i], &columns[k]);

            if (!is_same_figure(&making->figures[i * n_columns + k], &figure))
                return false;
        }
    return true;
}

/* False after a failure. */
static bool keep_figures(struct table_reading *table, struct making *making)
{
    const size_t n = making->n * table->n_columns;
    struct table_figure *kept;

    if (n > MOST_FIGURES_KEPT && are_of_periods(making, table->columns, table->n_columns)) {
        making->figures = NULL;
        return true;
    }
    kept = arena_array(table->arena, struct table_figure, n);
    if (kept != NULL && n > 0)
        memcpy(kept, making->figures, n * sizeof *kept);
    making->figures = kept;
    return kept != NULL;
}

struct table_content *table_make(struct table_reading *table)
{
    sheaf_sheet *sheet = table->reader->sheet;
    struct making making = { .table = table };
    size_t most = table->n_rows + count_groups(table) + 1;

    making.rows = arena_array(table->arena, struct sheet_row, most);
    making.figures = arena_array(&table->work, struct table_figure, most * table->n_columns);
    if (making.rows == NULL || making.figures == NULL || !table_gather(table))
        return NULL;
    add_rows(&making);
    if (!keep_figures(table, &making))
        return NULL;
    struct table_content *content =
        table_new(sheet, making.rows, making.n, table->columns, table->n_columns, making.figures);
    if (content == NULL)
        return NULL;
    content->groups = table->column_groups;
    content->n_groups = table->n_column_groups;
    return content;
}
