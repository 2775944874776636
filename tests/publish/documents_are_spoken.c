/* documents_are_spoken.c - the samples as a screen reader speaks them, from top to bottom: elements,
 * levels, texts, descriptions, and tables with their headers beside the figures.
 *
 * What is spoken comes from the structure of the scenes (scene/structure.h). poppler then reads the tree
 * of the PDF: it must have the same elements in the same order, with the same texts. Of languages that
 * are written from right to left poppler turns the texts around, so that there only the elements are
 * compared. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "scene/script.h"
#include "scene/structure.h"
#include "sheet/layout/layout.h"
#include "support/golden.h"
#include "support/process.h"

enum { MOST_COLUMNS = 40 };

static void put_text(struct buffer *into, const struct structure_element *element)
{
    const size_t before = into->length;

    structure_text(element, into);
    while (into->length > before && into->bytes[before] == ' ') {
        memmove(into->bytes + before, into->bytes + before + 1, into->length - before);
        into->length--;
    }
}

static void put_language(struct buffer *into, const struct structure_element *element)
{
    const char *last = "";

    if (element->language != NULL)
        buffer_format(into, " [%s]", element->language);
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element == NULL && item->run->language != NULL &&
            strcmp(item->run->language, last) != 0) {
            last = item->run->language;
            buffer_format(into, " [in it %s: %.*s]", last, (int)item->run->glyphs->length,
                          item->run->glyphs->text);
        }
}

/* Tables ----------------------------------------------------------------------- */

/* The words of each column's headers, from above. */
struct heads {
    struct buffer words[MOST_COLUMNS];
    int rows_left[MOST_COLUMNS]; /* that a header of a row above still takes */
    int n;
};

static void read_head_row(struct heads *heads, const struct structure_element *row)
{
    int column = 0;

    for (const struct structure_item *item = row->items; item != NULL; item = item->next) {
        const struct structure_element *cell = item->element;
        while (column < MOST_COLUMNS && heads->rows_left[column] > 0)
            heads->rows_left[column++]--;
        const int columns = cell->group->columns > 1 ? cell->group->columns : 1;
        for (int i = 0; i < columns; i++, column++) {
            assert_true(column < MOST_COLUMNS);
            if (heads->words[column].length > 0)
                buffer_text(&heads->words[column], ", ");
            put_text(&heads->words[column], cell);
            heads->rows_left[column] = cell->group->rows > 1 ? cell->group->rows - 1 : 0;
        }
    }
    heads->n = column > heads->n ? column : heads->n;
}

static void put_row(struct buffer *into, const struct heads *heads,
                    const struct structure_element *row, int depth)
{
    int column = 0;

    buffer_format(into, "%*s", 2 * depth, "");
    for (const struct structure_item *item = row->items; item != NULL; item = item->next) {
        const struct structure_element *cell = item->element;
        const bool is_head = cell->role == ROLE_HEADER_CELL;

        assert_true(!is_head || cell->group->scope != SCOPE_NONE);
        buffer_text(into, column > 0 ? "; " : "row ");
        if (!is_head && column < heads->n && heads->words[column].length > 0)
            buffer_format(into, "%s: ", heads->words[column].bytes);
        put_text(into, cell);
        for (const struct structure_item *in = cell->items; in != NULL; in = in->next)
            if (in->element != NULL && in->element->more->alt != NULL)
                buffer_format(into, " (%s)", in->element->more->alt);
        column += cell->group->columns > 1 ? cell->group->columns : 1;
    }
    assert_int_equal(column, heads->n);
    buffer_byte(into, '\n');
}

static size_t count_rows(const struct structure_element *part)
{
    size_t n = 0;

    for (const struct structure_item *item = part->items; item != NULL; item = item->next)
        n += item->element != NULL;
    return n;
}

/* The caption comes first or last, the head before the body. */
static void put_table(struct buffer *into, const struct structure_element *table, int depth)
{
    struct heads heads = { .n = 0 };

    for (int i = 0; i < MOST_COLUMNS; i++)
        buffer_init(&heads.words[i], NULL, NULL);
    for (const struct structure_item *item = table->items; item != NULL; item = item->next) {
        const struct structure_element *part = item->element;
        assert_non_null(part);
        const bool is_head = part->role == ROLE_TABLE_HEAD;
        if (part->role == ROLE_CAPTION) {
            assert_true(item == table->items || item->next == NULL);
            buffer_format(into, "%*scaption: ", 2 * depth, "");
            put_text(into, part);
            put_language(into, part);
            buffer_byte(into, '\n');
            continue;
        }
        assert_true(is_head || part->role == ROLE_TABLE_BODY);
        for (const struct structure_item *row = part->items; row != NULL && is_head;
             row = row->next)
            read_head_row(&heads, row->element);
        if (!is_head)
            buffer_format(into, "%*stable of %zu rows and %d columns%s%s\n", 2 * depth, "",
                          count_rows(part), heads.n, heads.words[0].length > 0 ? ": " : "",
                          heads.words[0].length > 0 ? heads.words[0].bytes : "");
        for (const struct structure_item *row = part->items; row != NULL && !is_head;
             row = row->next)
            put_row(into, &heads, row->element, depth + 1);
    }
    for (int i = 0; i < MOST_COLUMNS; i++)
        buffer_free(&heads.words[i]);
}

/* Elements --------------------------------------------------------------------- */

static const char *spoken_name(enum role role)
{
    switch (role) {
    case ROLE_CHART_SUBTITLE:
    case ROLE_CHART_SOURCE:
        return "paragraph";
    default:
        return role_name(role);
    }
}

static void put_element(struct buffer *into, const struct structure_element *element, int depth)
{
    if (element->role == ROLE_TABLE) {
        put_table(into, element, depth);
        return;
    }
    const bool is_wrapper = element->role == ROLE_LIST_BODY || element->role == ROLE_SECTION;
    if (!is_wrapper) {
        buffer_format(into, "%*s", 2 * depth, "");
        if (element->level > 0)
            buffer_format(into, "heading %d", element->level);
        else
            buffer_text(into, spoken_name(element->role));
        if (element->role == ROLE_LIST)
            buffer_format(into, " of %zu", count_rows(element));
        if (element->more->alt != NULL)
            buffer_format(into, ": %s", element->more->alt);
        else if (structure_holds_text(element->role)) {
            buffer_text(into, ": ");
            put_text(into, element);
        }
        put_language(into, element);
        if (element->group->uri != NULL)
            buffer_format(into, " -> %s", element->group->uri);
        buffer_byte(into, '\n');
    }
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL && item->element->role != ROLE_SPAN)
            put_element(into, item->element, depth + !is_wrapper);
}

/* Headings go down one level at a time, and the first is of level 1. */
static void check_levels(const struct structure_element *element, int *last)
{
    if (element->level > 0) {
        assert_true((int)element->level <= *last + 1);
        *last = (int)element->level;
    }
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL)
            check_levels(item->element, last);
}

/* A figure below its title does not say it again. */
static void check_figures(const struct structure_element *element, struct buffer *heading)
{
    if (element->level > 0) {
        buffer_clear(heading);
        put_text(heading, element);
    } else if (element->role == ROLE_FIGURE && heading->length > 0) {
        assert_non_null(element->more->alt);
        assert_int_not_equal(strncmp(element->more->alt, heading->bytes, heading->length), 0);
    }
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL)
            check_figures(item->element, heading);
}

/* The tree of the PDF ------------------------------------------------------------- */

static const struct {
    enum role role;
    const char *type;
} types[] = { { ROLE_FIGURE, "Figure" },    { ROLE_TABLE, "Table" },
              { ROLE_CAPTION, "Caption" },  { ROLE_TABLE_HEAD, "THead" },
              { ROLE_TABLE_BODY, "TBody" }, { ROLE_ROW, "TR" },
              { ROLE_HEADER_CELL, "TH" },   { ROLE_CELL, "TD" },
              { ROLE_LIST, "L" },           { ROLE_LIST_ITEM, "LI" },
              { ROLE_NOTE, "Note" },        { ROLE_LINK, "Link" },
              { ROLE_CONTENTS, "TOC" },     { ROLE_CONTENTS_ITEM, "TOCI" },
              { ROLE_QUOTE, "BlockQuote" } };

static bool says_nothing(const struct structure_element *element)
{
    if (element->role == ROLE_CELL || element->role == ROLE_HEADER_CELL ||
        element->role == ROLE_FIGURE)
        return false;
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element == NULL || !says_nothing(item->element))
            return false;
    return true;
}

/* The types, and all characters but spaces of the texts. */
struct tree {
    struct buffer types, text, referred;
};

static void put_type(struct tree *tree, const char *type, size_t n)
{
    const bool is_heading = n == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6';
    bool is_listed = is_heading;

    for (size_t i = 0; i < LENGTH(types); i++)
        is_listed |= strlen(types[i].type) == n && strncmp(types[i].type, type, n) == 0;
    if (is_listed)
        buffer_format(&tree->types, "%.*s\n", (int)n, type);
}

/* Without spaces, and without what is neither seen nor heard: soft hyphens, marks and isolates of
 * direction, joiners. */
static void put_dense(struct buffer *into, const char *text, size_t n)
{
    const char *at = text, *end = text + n;

    while (at < end) {
        const char *start = at;
        const uint32_t code = utf8_next(&at, end);
        if (!script_is_space(code) && code != 0xAD && code != 0x61C && code != 0xFEFF &&
            !(code >= 0x200B && code <= 0x200F) && !(code >= 0x202A && code <= 0x202E) &&
            !(code >= 0x2060 && code <= 0x2069))
            buffer_put(into, start, (size_t)(at - start));
    }
}

/* The way back from the note of a flag that only charts have leads nowhere, and is no link. */
static bool leads_nowhere(struct tree *tree, const struct structure_element *element)
{
    const char *uri = element->group->uri, *back = uri != NULL ? strstr(uri, ".back") : NULL;
    char place[60];

    if (element->role != ROLE_LINK || uri == NULL)
        return false;
    snprintf(place, sizeof place, "%.*s|", back != NULL ? (int)(back - uri) : (int)strlen(uri),
             uri);
    if (back == NULL)
        buffer_text(&tree->referred, place);
    return back != NULL &&
           (tree->referred.length == 0 || strstr(tree->referred.bytes, place) == NULL);
}

static void expect(struct tree *tree, const struct structure_element *element)
{
    if (element->level > 0)
        put_type(tree,
                 (const char *const[]){ "H1", "H2", "H3", "H4", "H5", "H6" }[element->level - 1],
                 2);
    const bool is_left_out = says_nothing(element) || leads_nowhere(tree, element);
    for (size_t i = 0; i < LENGTH(types) && !is_left_out; i++)
        if (types[i].role == element->role)
            put_type(tree, types[i].type, strlen(types[i].type));
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL)
            expect(tree, item->element);
        else
            put_dense(&tree->text, item->run->glyphs->text, item->run->glyphs->length);
}

/* "    TH:" or "  P (block)", and texts in quotes. */
static void read_tree(struct tree *tree, const char *listed)
{
    for (const char *line = listed, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        const char *at = line + strspn(line, " ");
        if (*at == '"')
            put_dense(&tree->text, at + 1, (size_t)(end - at) - 2);
        else
            put_type(tree, at, strcspn(at, " :\n"));
    }
}

static void check_pdf(sheaf_sheet *sheet, const struct structure_element *document, bool has_texts)
{
    struct tree expected, found;
    char path[1000];

    snprintf(path, sizeof path, "%s/spoken.pdf", golden_build_folder());
    assert_true(golden_make_folders(path));
    if (sheaf_sheet_write_pdf(sheet, path) != SHEAF_OK)
        fail_msg("%s", sheaf_sheet_message(sheet));
    struct process listed = process_run("pdfinfo", "-struct-text", path, NULL);
    for (struct tree *tree = &expected;; tree = &found) {
        buffer_init(&tree->types, NULL, NULL);
        buffer_init(&tree->text, NULL, NULL);
        buffer_init(&tree->referred, NULL, NULL);
        if (tree == &found)
            break;
    }
    expect(&expected, document);
    read_tree(&found, listed.output);
    assert_string_equal(found.types.bytes, expected.types.bytes);
    if (has_texts)
        assert_string_equal(found.text.bytes, expected.text.bytes);
    for (struct tree *tree = &expected;; tree = &found) {
        buffer_free(&tree->types);
        buffer_free(&tree->text);
        buffer_free(&tree->referred);
        if (tree == &found)
            break;
    }
    process_free(&listed);
}

static void check_sample(const char *sample, const char *language)
{
    char path[1000], name[200];
    const bool is_leftward = strcmp(language, "ar") == 0 || strcmp(language, "ug") == 0;
    sheaf_error error = { .status = SHEAF_OK };
    struct buffer spoken;

    print_message("  %s in %s\n", sample, language);
    snprintf(path, sizeof path, "%s/samples/%s/%s.yaml", golden_source_folder(), sample, sample);
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, language);
    struct sheet_pages *pages = sheet_layout(sheet);
    if (pages == NULL)
        fail_msg("%s", sheaf_sheet_message(sheet));
    struct structure *structure = structure_create((const struct scene *const *)pages->scenes,
                                                   pages->n, language, NULL, &error);
    assert_non_null(structure);
    const struct structure_element *document = structure_document(structure);
    buffer_init(&spoken, NULL, NULL);
    for (const struct structure_item *item = document->items; item != NULL; item = item->next)
        if (item->element != NULL)
            put_element(&spoken, item->element, 0);
    int last = 0;
    struct buffer heading;

    buffer_init(&heading, NULL, NULL);
    check_levels(document, &last);
    check_figures(document, &heading);
    buffer_free(&heading);
    snprintf(name, sizeof name, "spoken/%s.%s.txt", sample, language);
    golden_text(name, spoken.bytes, spoken.length);
    check_pdf(sheet, document, !is_leftward);
    buffer_free(&spoken);
    structure_destroy(structure);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

static void test_samples(void **state)
{
    static const struct {
        const char *sample, *languages;
    } samples[] = { { "kaz-chn", "en ru kk zh fr de ar ug " },
                    { "leaflet", "en ru kk zh fr de ar ug " },
                    { "brief", "en ru zh " },
                    { "partner", "en ru zh de fr kk ar ug " },
                    { "partners", "en ru zh " },
                    { "profile", "en ru zh " },
                    { "gallery", "en " } };

    (void)state;
    process_need("pdfinfo");
    for (size_t i = 0; i < LENGTH(samples); i++)
        for (const char *at = samples[i].languages; *at != '\0'; at += 3)
            check_sample(samples[i].sample, (const char[]){ at[0], at[1], '\0' });
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_samples) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
