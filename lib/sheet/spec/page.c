/* page.c - what a spec says of its pages: paper, how many there may be, cover, header and footer. */
#include <string.h>

#include "base/number.h"
#include "sheet/spec/spec.h"

static const char *const yes_or_no[] = { "yes", "no", NULL };
static const char *const widths[] = { "full", "column", NULL };

enum { PAGE_SIZE, PAGE_MARGINS, PAGE_COLUMNS, PAGE_BLOCKS, PAGE_KEYS };
static const struct spec_key page_keys[PAGE_KEYS] = {
    [PAGE_SIZE] = { "size", SPEC_TEXT, false, NULL },
    [PAGE_MARGINS] = { "margins", SPEC_TEXT | SPEC_MAPPING, false, NULL },
    [PAGE_COLUMNS] = { "columns", SPEC_NUMBER, false, NULL },
    [PAGE_BLOCKS] = { "blocks", SPEC_TEXT, false, widths },
};
const struct grammar page_grammar = { "a page", "page", page_keys, PAGE_KEYS };

enum { MARGIN_TOP, MARGIN_RIGHT, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_KEYS };
static const struct spec_key margin_keys[MARGIN_KEYS] = {
    [MARGIN_TOP] = { "top", SPEC_TEXT, false, NULL },
    [MARGIN_RIGHT] = { "right", SPEC_TEXT, false, NULL },
    [MARGIN_BOTTOM] = { "bottom", SPEC_TEXT, false, NULL },
    [MARGIN_LEFT] = { "left", SPEC_TEXT, false, NULL },
};
const struct grammar margins_grammar = { "the margins of a page", "margins", margin_keys,
                                         MARGIN_KEYS };

enum { COVER_COLOR, COVER_KEYS };
static const struct spec_key cover_keys[COVER_KEYS] = {
    [COVER_COLOR] = { "color", SPEC_TEXT, true, NULL },
};
const struct grammar cover_grammar = { "a cover", "cover", cover_keys, COVER_KEYS };

enum { LINE_SLOTS = 3 };
static const struct spec_key line_keys[LINE_SLOTS] = {
    [SHEAF_SLOT_LEFT] = { "left", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [SHEAF_SLOT_MIDDLE] = { "middle", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [SHEAF_SLOT_RIGHT] = { "right", SPEC_TEXT | SPEC_WORDS, false, NULL },
};
const struct grammar line_grammar = { "a header or footer", "line", line_keys, LINE_SLOTS };

static void read_length(struct spec_reader *reader, const struct node *node, double *points)
{
    if (node != NULL && !page_length_read(node->text, node->length, points))
        spec_fail(reader, node->place, "'%.40s' is no length; write it as 12 mm or 24 pt",
                  node->text);
}

static void read_margins(struct spec_reader *reader, const struct node *node,
                         struct page_format *page)
{
    double *const sides[MARGIN_KEYS] = { &page->top, &page->right, &page->bottom, &page->left };
    const struct node *values[MARGIN_KEYS] = { node, node, node, node };

    if (node->kind == NODE_MAPPING && !keys_read(reader, node, &margins_grammar, values))
        return;
    for (int i = 0; i < MARGIN_KEYS && sheet_is_well(reader->sheet); i++)
        read_length(reader, values[i], sides[i]);
}

static void read_size(struct spec_reader *reader, const struct node *node, struct page_format *page)
{
    if (page_format_read(node->text, node->length, page))
        page->paper = spec_string(reader, node);
    else
        spec_fail(reader, node->place, PAGE_MISTAKE, node->text);
}

static void read_mapping(struct spec_reader *reader, const struct node *node,
                         struct page_format *page)
{
    const struct node *values[PAGE_KEYS];
    int64_t columns = 0;

    if (!keys_read(reader, node, &page_grammar, values))
        return;
    if (values[PAGE_SIZE] != NULL)
        read_size(reader, values[PAGE_SIZE], page);
    if (sheet_is_well(reader->sheet) && values[PAGE_MARGINS] != NULL)
        read_margins(reader, values[PAGE_MARGINS], page);
    if (values[PAGE_BLOCKS] != NULL)
        page->blocks = values[PAGE_BLOCKS]->text[0] == 'c' ? SHEAF_WIDTH_COLUMN : SHEAF_WIDTH_FULL;
    const struct node *count = values[PAGE_COLUMNS];
    if (!sheet_is_well(reader->sheet) || count == NULL)
        return;
    if (number_read_integer(count->text, count->length, 1, MOST_TEXT_COLUMNS, &columns))
        page->columns = (int)columns;
    else
        spec_fail(reader, count->place, TEXT_COLUMNS_MISTAKE, MOST_TEXT_COLUMNS);
}

void spec_read_page(struct spec_reader *reader, const struct node *node, struct page_format *page)
{
    struct page_format read = page_format_of(SHEAF_A4);

    if (node == NULL)
        return;
    if (node->kind == NODE_MAPPING)
        read_mapping(reader, node, &read);
    else
        read_size(reader, node, &read);
    const char *mistake = page_format_check(&read);
    if (!sheet_is_well(reader->sheet))
        return;
    if (mistake != NULL)
        spec_fail(reader, node->place, "%s", mistake);
    else
        *page = read;
}

void spec_read_pages(struct spec_reader *reader, const struct node *node, size_t *most)
{
    int64_t pages = 0;

    if (node == NULL)
        return;
    if (number_read_integer(node->text, node->length, 1, MOST_FITTED_PAGES, &pages))
        *most = (size_t)pages;
    else
        spec_fail(reader, node->place, "'pages' is how many pages there are at most, 1 to %d",
                  MOST_FITTED_PAGES);
}

void spec_read_cover(struct spec_reader *reader, const struct node *node, struct cover *cover)
{
    const struct node *values[COVER_KEYS];

    if (node == NULL)
        return;
    if (node->kind == NODE_SCALAR) {
        if (strcmp(node->text, "yes") == 0 || strcmp(node->text, "no") == 0)
            *cover = (struct cover){ .is_wanted = node->text[0] == 'y' };
        else
            spec_fail_unknown(reader, node->place, "unknown cover", node->text, yes_or_no, 2);
        return;
    }
    if (!keys_read(reader, node, &cover_grammar, values))
        return;
    const struct node *color = values[COVER_COLOR];
    cover->is_wanted = cover->has_color = true;
    if (!color_read(color->text, color->length, &cover->color))
        spec_fail(reader, color->place, "'%.40s' is no colour; write it as '#1F5FA8'", color->text);
}

static bool has_slots(const struct node *node)
{
    for (int i = 0; i < LINE_SLOTS; i++)
        if (node_find(node, line_keys[i].name) != NULL)
            return true;
    return false;
}

struct page_line spec_read_line(struct spec_reader *reader, const struct node *node)
{
    const struct node *values[LINE_SLOTS] = { node };
    struct page_line line = { { NULL } };

    if (node == NULL)
        return line;
    if (node->kind == NODE_MAPPING && has_slots(node) &&
        !keys_read(reader, node, &line_grammar, values))
        return line;
    for (int i = 0; i < LINE_SLOTS; i++)
        line.slots[i] = spec_markup(reader, values[i], MARKUP_PAGE | MARKUP_GIVEN);
    return line;
}
