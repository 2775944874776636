/* block_read.c - reads lists of blocks, and decides which of them have something to show. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "series/observation.h"
#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/reader.h"

enum { MOST_NAMES = 24 };

/* A block and what stands beside it. */
struct block_entry {
    const struct block_type *type;
    const struct node *value, *id, *span, *scale, *when, *otherwise, *columns, *keep, *width;
};

static const struct block_type *find_type(const char *name)
{
    for (size_t i = 0; i < block_type_count; i++)
        if (strcmp(block_types[i]->name, name) == 0)
            return block_types[i];
    return NULL;
}

static void unknown_block(struct spec_reader *reader, const struct node *key, bool in_row)
{
    const char *names[MOST_NAMES];
    size_t n = 0;

    for (; n < block_type_count; n++)
        names[n] = block_types[n]->name;
    if (in_row)
        names[n++] = "span";
    spec_fail_unknown(reader, key->place, "unknown block", key->text, names, n);
}

static bool read_span(struct spec_reader *reader, const struct node *node, bool in_row, int *span)
{
    int64_t columns;

    if (!in_row)
        spec_fail(reader, node->place, "'span' is for blocks within a row");
    else if (node->kind != NODE_SCALAR ||
             !number_read_integer(node->text, node->length, 1, GRID_COLUMNS, &columns))
        spec_fail(reader, node->place, "'span' counts columns of the page, 1 to %d", GRID_COLUMNS);
    else
        *span = (int)columns;
    return *span > 0;
}

/* An id is declared even where its block is left out. NULL after a failure. */
static const char *read_id(struct spec_reader *reader, const struct node *node,
                           const struct block_type *type)
{
    bool is_twice = false;
    const char *id = NULL;

    if (node->kind != NODE_SCALAR || !id_is_valid(node->text, node->length))
        spec_fail(reader, node->place, ID_MISTAKE);
    else
        id = targets_declare(reader->sheet, node->text, node->length, type, &is_twice);
    if (is_twice)
        spec_fail(reader, node->place, "two blocks have the id '%s'", node->text);
    return id;
}

/* The key `columns` beside a text. */
static bool read_columns(struct spec_reader *reader, const struct node *node, struct block *block)
{
    int64_t columns = 0;

    if (node == NULL)
        return true;
    if (!block_has_columns(block))
        spec_fail(reader, node->place,
                  "'columns' beside a block is for texts, call-outs and notes");
    else if (node->kind != NODE_SCALAR ||
             !number_read_integer(node->text, node->length, 1, MOST_TEXT_COLUMNS, &columns))
        spec_fail(reader, node->place, TEXT_COLUMNS_MISTAKE, MOST_TEXT_COLUMNS);
    block->columns = (int)columns;
    return columns > 0;
}

/* The key `keep`. */
static bool read_keep(struct spec_reader *reader, const struct node *node, struct block *block)
{
    if (node == NULL)
        return true;
    block->keeps_together = node->kind == NODE_SCALAR && strcmp(node->text, "together") == 0;
    block->keeps_next = node->kind == NODE_SCALAR && strcmp(node->text, "with next") == 0;
    if (!block->keeps_together && !block->keeps_next)
        spec_fail(reader, node->place, "'keep' is together, or with next");
    return sheet_is_well(reader->sheet);
}

/* The key `width`. */
static bool read_width(struct spec_reader *reader, const struct node *node, struct block *block)
{
    if (node == NULL)
        return true;
    if (node->kind == NODE_SCALAR && strcmp(node->text, "full") == 0)
        block->width = SHEAF_WIDTH_FULL;
    else if (node->kind == NODE_SCALAR && strcmp(node->text, "column") == 0)
        block->width = SHEAF_WIDTH_COLUMN;
    else
        spec_fail(reader, node->place, "'width' is full, or column");
    return sheet_is_well(reader->sheet);
}

/* The key `scale` beside a row or a column. */
static bool read_scale(struct spec_reader *reader, const struct node *node, struct block *block)
{
    if (block->type != &block_row && block->type != &block_column)
        spec_fail(reader, node->place, "'scale' is for the charts of a row or a column");
    else if (node->kind != NODE_SCALAR || !block_group_set_scale(block, node->text))
        spec_fail(reader, node->place, "'scale' is auto, shared or own");
    else
        return true;
    return false;
}

/* Sorts the keys of "- chart: {…}", with `id`, `span`, `when` and others beside it. */
static bool read_entry(struct spec_reader *reader, const struct node *node, bool in_row,
                       struct block_entry *entry)
{
    const struct {
        const char *name;
        const struct node **value;
    } beside[] = { { "id", &entry->id },
                   { "span", &entry->span },
                   { "scale", &entry->scale },
                   { "when", &entry->when },
                   { "otherwise", &entry->otherwise },
                   { "columns", &entry->columns },
                   { "keep", &entry->keep },
                   { "width", &entry->width } };

    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        const struct block_type *other = find_type(item->key->text);
        size_t i = 0;

        while (i < sizeof beside / sizeof *beside && strcmp(item->key->text, beside[i].name) != 0)
            i++;
        if (i < sizeof beside / sizeof *beside)
            *beside[i].value = item->value;
        else if (other == NULL)
            unknown_block(reader, item->key, in_row);
        else if (entry->type != NULL)
            spec_fail(reader, item->key->place, "a second block here: begin it with '- %s:'",
                      other->name);
        else
            entry->type = other, entry->value = item->value;
        if (!sheet_is_well(reader->sheet))
            return false;
    }
    if (entry->type != NULL)
        return true;
    spec_fail(reader, node->place, "a block is expected here, such as '- text: …'");
    return false;
}

static void count_value(void *context, const sheaf_series *series)
{
    bool *has_any = context;

    for (size_t i = 0; i < sheaf_series_count(series); i++)
        *has_any |= !isnan(sheaf_series_at(series, i, ROOM)->value);
}

/* Whether the expression of `when` gives a figure. That there are no data is no mistake. */
static bool has_data(struct spec_reader *reader, const struct node *when)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = when };
    bool has_any = false;

    if (when == NULL)
        return true;
    if (!keys_check_kind(reader, when, SPEC_TEXT, "'when'"))
        return false;
    if (evaluate_any(&scope, count_value, &has_any))
        return has_any;
    spec_forget_nothing(reader);
    return false;
}

/* The text of `otherwise`, which is read even where it is not shown, so that its mistakes and its
 * missing languages are found. */
static struct block *read_otherwise(struct spec_reader *reader, const struct node *node)
{
    if (node == NULL || !keys_check_kind(reader, node, SPEC_TEXT | SPEC_WORDS, "'otherwise'"))
        return NULL;
    return block_text_create(reader->sheet, spec_markup(reader, node, MARKUP_PARAGRAPHS));
}

/* The block, what stands in its place, or NULL: nothing, or it has failed. */
static struct block *choose(struct spec_reader *reader, const struct block_entry *entry)
{
    sheaf_sheet *sheet = reader->sheet;
    struct block *otherwise = read_otherwise(reader, entry->otherwise);

    if (!sheet_is_well(sheet) || (entry->otherwise != NULL && otherwise == NULL))
        return NULL;
    bool is_wanted = has_data(reader, entry->when);
    if (!sheet_is_well(sheet))
        return NULL;
    struct block *block = entry->type->read(reader, entry->value);
    if (block == NULL && !sheet_is_well(sheet) && sheet->is_nothing &&
        (!is_wanted || entry->type->may_be_nothing)) {
        if (is_wanted && otherwise == NULL)
            spec_warn_nothing(reader);
        spec_forget_nothing(reader);
        block = is_wanted ? block_nothing_create(sheet) : NULL;
        if (is_wanted && otherwise != NULL)
            block = otherwise;
    }
    if (!sheet_is_well(sheet) || (is_wanted && block == NULL))
        return NULL;
    if (block != NULL && block->type == entry->type && entry->scale != NULL &&
        !read_scale(reader, entry->scale, block))
        return NULL;
    if (block != NULL && block->type == entry->type &&
        (!read_columns(reader, entry->columns, block) || !read_keep(reader, entry->keep, block)))
        return NULL;
    if ((block != NULL && !read_width(reader, entry->width, block)) ||
        (otherwise != NULL && !read_width(reader, entry->width, otherwise)))
        return NULL;
    return is_wanted ? block : otherwise;
}

static struct block *read_mapping(struct spec_reader *reader, const struct node *node, bool in_row)
{
    struct block_entry entry = { 0 };
    const char *id = NULL;
    int span = 0;

    if (!read_entry(reader, node, in_row, &entry) ||
        (entry.id != NULL && (id = read_id(reader, entry.id, entry.type)) == NULL) ||
        (entry.span != NULL && !read_span(reader, entry.span, in_row, &span)) ||
        !keys_check_kind(reader, entry.value, entry.type->takes, entry.type->name))
        return NULL;
    struct block *block = choose(reader, &entry);
    if (block == NULL)
        return NULL;
    block->span = span;
    block->id = id;
    block->place = entry.value->place;
    block->place.file = reader->sheet->file;
    return block;
}

static struct block *read_block(struct spec_reader *reader, const struct node *node, bool in_row)
{
    if (node->kind == NODE_MAPPING)
        return read_mapping(reader, node, in_row);
    if (node->kind != NODE_SCALAR) {
        spec_fail(reader, node->place, "a block is expected here, such as '- text: …'");
        return NULL;
    }
    /* A block without content: "- notes". */
    const struct block_type *type = find_type(node->text);
    if (type == NULL) {
        unknown_block(reader, node, false);
        return NULL;
    }
    if (type->takes & SPEC_NOTHING)
        return type->read(reader, NULL);
    spec_fail(reader, node->place, "'%s' needs its content: '- %s: …'", type->name, type->name);
    return NULL;
}

bool block_read_list(struct spec_reader *reader, const struct node *node, bool in_row,
                     struct block_list *list)
{
    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        struct block *block = read_block(reader, item->value, in_row);
        if (block != NULL)
            block_list_append(list, block);
        else if (!spec_go_on(reader))
            return false;
    }
    return true;
}
