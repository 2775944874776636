/* block.c - the table of block types, and reading lists of blocks. */
#include "sheet/blocks/block.h"

#include <string.h>

#include "base/number.h"
#include "chart/words/amounts.h"
#include "series/rounding.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/reader.h"

const struct block_type *const block_types[] = {
    &block_heading, &block_text, &block_figures, &block_chart,
    &block_table,   &block_row,  &block_column,  &block_notes,
};
const size_t block_type_count = sizeof block_types / sizeof *block_types;

enum { TYPES = sizeof block_types / sizeof *block_types };

void *block_new(sheaf_sheet *sheet, const struct block_type *type, size_t size)
{
    struct block *block = arena_take(&sheet->arena, 1, size);

    if (block != NULL)
        block->type = type;
    return block;
}

void block_list_append(struct block_list *list, struct block *block)
{
    *(list->last != NULL ? &list->last->next : &list->first) = block;
    list->last = block;
}

const char *const flags_choices[] = { "estimated", "all", "none", NULL };
const char *const show_choices[] = { "figure", "range", NULL };

struct display block_read_display(const struct node *flags, const struct node *show)
{
    struct display display = { .ranges = show != NULL && strcmp(show->text, "range") == 0 };

    display.has_flags = flags != NULL && sheaf_flags_named(flags->text, &display.flags);
    return display;
}

static const struct block_type *find_type(const char *name)
{
    for (size_t i = 0; i < TYPES; i++)
        if (strcmp(block_types[i]->name, name) == 0)
            return block_types[i];
    return NULL;
}

static void unknown_block(struct spec_reader *reader, const struct node *key, bool in_row)
{
    const char *names[TYPES + 1];
    size_t n = 0;

    for (; n < TYPES; n++)
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

bool block_read_decimals(struct spec_reader *reader, const struct node *node, int *decimals)
{
    int64_t places = DECIMALS_FOR_PEOPLE;

    if (node != NULL && !number_read_integer(node->text, node->length, 0, MOST_DECIMALS, &places)) {
        spec_fail(reader, node->place, DECIMALS_MISTAKE, MOST_DECIMALS);
        return false;
    }
    *decimals = (int)places;
    return true;
}

/* "- chart: {…}", with `span` beside it in a row. */
static struct block *read_mapping(struct spec_reader *reader, const struct node *node, bool in_row)
{
    const struct block_type *type = NULL;
    const struct node *value = NULL, *scale = NULL;
    int span = 0;

    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        if (strcmp(item->key->text, "span") == 0) {
            if (!read_span(reader, item->value, in_row, &span))
                return NULL;
            continue;
        }
        if (strcmp(item->key->text, "scale") == 0) {
            scale = item->value;
            continue;
        }
        const struct block_type *other = find_type(item->key->text);
        if (other == NULL) {
            unknown_block(reader, item->key, in_row);
            return NULL;
        }
        if (type != NULL) {
            spec_fail(reader, item->key->place, "a second block here: begin it with '- %s:'",
                      other->name);
            return NULL;
        }
        type = other;
        value = item->value;
    }
    if (type == NULL) {
        spec_fail(reader, node->place, "a block is expected here, such as '- text: …'");
        return NULL;
    }
    if (!keys_check_kind(reader, value, type->takes, type->name))
        return NULL;
    struct block *block = type->read(reader, value);
    if (block == NULL || (scale != NULL && !read_scale(reader, scale, block)))
        return NULL;
    block->span = span;
    block->place = value->place;
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
