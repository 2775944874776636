/* c_says_what_specs_say.c - what each key of samples/sheet.schema.json is in C: a function or a member of
 * a struct, which the headers have, or why there is none. A key without a row fails, and so does a row
 * without a key. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "document/node.h"
#include "support/golden.h"

/* In C the program's own language says it. */
#define OWN_C    "C: "
/* Only a spec, or sheaf_sheet_add_blocks, can say it. */
#define LACKS    "lacks: "
#define IN_BLOCK "sheaf_sheet_add_blocks"

static const struct {
    const char *mapping, *key, *in_c;
} said[] = {
    { "", "sheaf", OWN_C "the version of the header" },
    { "", "parameters", "sheaf_sheet_set_parameter" },
    { "", "title", "sheaf_sheet_set_title" },
    { "", "deck", "sheaf_sheet_set_deck" },
    { "", "language", "sheaf_sheet_set_language" },
    { "", "author", "sheaf_sheet_set_author" },
    { "", "date", "sheaf_sheet_set_date" },
    { "", "release", "sheaf_sheet_set_release" },
    { "", "next", "sheaf_sheet_set_next_release" },
    { "", "extracted", "sheaf_sheet_set_extracted" },
    { "", "number", "sheaf_sheet_set_numbers" },
    { "", "contents", "sheaf_sheet_set_contents" },
    { "", "attachments", "sheaf_sheet_set_attachments" },
    { "", "pdf", "sheaf_sheet_set_pdf" },
    { "", "page", "sheaf_sheet_set_page_format" },
    { "", "pages", "sheaf_sheet_set_most_pages" },
    { "", "cover", "sheaf_sheet_set_cover" },
    { "", "theme", "sheaf_sheet_set_theme" },
    { "", "logo", "sheaf_sheet_set_logo" },
    { "", "flags", "sheaf_sheet_set_flags" },
    { "", "header", "sheaf_sheet_set_header_at" },
    { "", "footer", "sheaf_sheet_set_footer_at" },
    { "", "texts", OWN_C "a program takes texts from its own catalogue (gettext)" },
    { "", "sources", "sheaf_sheet_add_source" },
    { "", "data", "sheaf_sheet_add_data" },
    { "", "series", "sheaf_sheet_add_series" },
    { "", "names", "sheaf_sheet_set_name" },
    { "", "values", OWN_C "a text's field holds the expression: {growth(exports)[2023] ? …}" },
    { "", "sheet", IN_BLOCK },

    { "page", "size", "sheaf_page_format.paper" },
    { "page", "margins", "sheaf_page_format.top" },
    { "page", "columns", "sheaf_page_format.columns" },
    { "page", "blocks", "sheaf_page_format.blocks" },
    { "margins", "top", "sheaf_page_format.top" },
    { "margins", "right", "sheaf_page_format.right" },
    { "margins", "bottom", "sheaf_page_format.bottom" },
    { "margins", "left", "sheaf_page_format.left" },
    { "cover", "color", "sheaf_sheet_set_cover" },
    { "line", "left", "sheaf_sheet_set_header_at" },
    { "line", "middle", "sheaf_sheet_set_header_at" },
    { "line", "right", "sheaf_sheet_set_header_at" },
    { "logo", "file", "sheaf_sheet_set_logo" },
    { "logo", "alternative", "sheaf_sheet_set_logo" },
    { "source", "title", "sheaf_sheet_add_source" },
    { "source", "date", "sheaf_sheet_add_source" },
    { "source", "link", "sheaf_sheet_add_source" },

    { "data", "file", "sheaf_table_read" },
    { "data", "odbc", "sheaf_table_read" },
    { "data", "source", "sheaf_read_options.constants" },
    { "data", "format", "sheaf_read_options.format" },
    { "data", "encoding", "sheaf_read_options.encoding" },
    { "data", "separator", "sheaf_read_options.separator" },
    { "data", "decimal", "sheaf_read_options.decimal" },
    { "data", "header", "sheaf_read_options.header" },
    { "data", "frequency", "sheaf_read_options.frequency" },
    { "data", "dates", "sheaf_read_options.dates" },
    { "data", "x", "sheaf_read_options.x" },
    { "data", "financial_year", "sheaf_read_options.financial_year" },
    { "data", "query", "sheaf_read_options.query" },
    { "data", "sheet", "sheaf_read_options.sheet" },
    { "data", "columns", "sheaf_read_options.columns" },
    { "data", "set", "sheaf_read_options.constants" },
    { "data", "without", "sheaf_filter.member" },
    { "data", "previous", "sheaf_sheet_add_previous" },
    { "series", "value", "sheaf_evaluate" },
    { "series", "label", "sheaf_series_set_label" },

    { "figure", "value", "sheaf_figure_block.value" },
    { "figure", "label", "sheaf_figure_block.label" },
    { "figure", "change", "sheaf_figure_block.growth" },
    { "figure", "decimals", "sheaf_figure_block.decimals" },
    { "figure", "flags", "sheaf_figure_block.flags" },
    { "figure", "show", "sheaf_figure_block.ranges" },

    { "chart", "type", "sheaf_chart_create" },
    { "chart", "title", "sheaf_chart_set_title" },
    { "chart", "subtitle", "sheaf_chart_set_subtitle" },
    { "chart", "series", "sheaf_chart_add" },
    { "chart", "periods", "sheaf_chart_set_periods" },
    { "chart", "targets", "sheaf_chart_add_target" },
    { "chart", "events", "sheaf_chart_add_event" },
    { "chart", "bands", "sheaf_chart_add_band" },
    { "chart", "references", "sheaf_chart_add_reference" },
    { "chart", "callouts", "sheaf_chart_add_callout" },
    { "chart", "source", "sheaf_chart_set_source" },
    { "chart", "base", "sheaf_chart_set_base" },
    { "chart", "theme", "sheaf_chart_set_theme" },
    { "chart", "axis", "sheaf_chart_set_axis" },
    { "chart", "height", "sheaf_sheet_set_height" },
    { "chart", "of", "sheaf_chart_set_plots" },
    { "chart", "lying", "sheaf_chart_set_lying" },
    { "chart", "alternative", "sheaf_chart_set_alternative" },
    { "chart", "describe", "sheaf_sheet_set_described" },
    { "chart", "description", "sheaf_chart_set_description" },
    { "chart", "flags", "sheaf_chart_set_flags" },
    { "chart", "show", "sheaf_chart_set_ranges" },
    { "target", "label", "sheaf_chart_add_target" },
    { "target", "value", "sheaf_chart_add_target" },
    { "target", "unit", "sheaf_chart_add_target" },
    { "target", "reached", "sheaf_chart_add_target" },

    { "table", "title", "sheaf_table_block.title" },
    { "table", "rows", "sheaf_table_block.rows" },
    { "table", "columns", "sheaf_table_block.columns" },
    { "table", "groups", "sheaf_table_block.groups" },
    { "table", "total", "sheaf_table_block.total" },
    { "table", "sort", "sheaf_table_block.sort_by" },
    { "table", "notes", "sheaf_table_block.notes" },
    { "table", "decimals", "sheaf_table_block.decimals" },
    { "table", "flags", "sheaf_table_block.flags" },
    { "table", "show", "sheaf_table_block.ranges" },
    { "table", "turn", "sheaf_table_block.turn" },
    { "table-row", "value", "sheaf_block_row.value" },
    { "table-row", "label", "sheaf_block_row.label" },
    { "table-row", "indent", "sheaf_block_row.indent" },
    { "table-row", "note", "sheaf_block_row.note" },
    { "table-row", "group", "sheaf_block_row.group" },
    { "table-row", "rows", "sheaf_block_row.rows" },
    { "table-row", "total", "sheaf_block_row.total" },
    { "table-column", "label", "sheaf_block_column.label" },
    { "table-column", "value", "sheaf_block_column.value" },
    { "table-column", "bar", "sheaf_block_column.bar" },
    { "table-column", "spark", "sheaf_block_column.spark" },
    { "table-column", "spark-bars", "sheaf_block_column.spark_bars" },
    { "table-column", "columns", "sheaf_block_column.columns" },
    { "table-column", "unit", "sheaf_block_column.unit" },
    { "table-column", "decimals", "sheaf_block_column.decimals" },
    { "table-column", "note", "sheaf_block_column.note" },
    { "table-group", "group", "sheaf_block_group.group" },
    { "table-group", "members", "sheaf_block_group.members" },
    { "table-sort", "by", "sheaf_table_block.sort_by" },
    { "table-sort", "order", "sheaf_table_block.ascending" },
    { "table-note", "row", "sheaf_block_note.row" },
    { "table-note", "column", "sheaf_block_note.column" },
    { "table-note", "note", "sheaf_block_note.note" },
    { "notes", "texts", "sheaf_sheet_add_notes" },
    { "notes", "definitions", "sheaf_sheet_set_definitions" },

    { "block", "heading", "sheaf_sheet_add_heading" },
    { "block", "text", "sheaf_sheet_add_text" },
    { "block", "callout", "sheaf_sheet_add_callout" },
    { "block", "page break", "sheaf_sheet_add_page_break" },
    { "block", "figures", "sheaf_sheet_add_figures" },
    { "block", "chart", "sheaf_sheet_add_chart" },
    { "block", "table", "sheaf_sheet_add_table_block" },
    { "block", "row", "sheaf_sheet_begin_row" },
    { "block", "column", "sheaf_sheet_begin_column" },
    { "block", "notes", "sheaf_sheet_add_notes" },
    { "block", "contents", "sheaf_sheet_add_contents" },
    { "block", "id", "sheaf_sheet_set_id" },
    { "block", "columns", "sheaf_sheet_set_columns" },
    { "block", "keep", "sheaf_sheet_keep_together" },
    { "block", "width", "sheaf_sheet_set_block_width" },
    { "block", "when", OWN_C "if (sheaf_series_list_count(sheaf_evaluate(…)) > 0)" },
    { "block", "otherwise", OWN_C "else, and another text" },
    { "block", "scale", "sheaf_sheet_set_scale" },
    { "block", "span", "sheaf_sheet_set_span" },
};

struct texts {
    sheaf_error error;
    struct arena arena;
    struct buffer schema, headers;
    struct document document;
};

static void read_texts(struct texts *texts)
{
    static const char *const headers[] = { "algebra", "base",   "block", "chart", "expression",
                                           "period",  "series", "sheet", "table", "theme" };
    char path[600];

    memset(texts, 0, sizeof *texts);
    arena_init(&texts->arena, NULL, &texts->error);
    buffer_init(&texts->schema, NULL, &texts->error);
    buffer_init(&texts->headers, NULL, &texts->error);
    snprintf(path, sizeof path, "%s/samples/sheet.schema.json", golden_source_folder());
    assert_int_equal(file_read(path, 1 << 20, &texts->schema, &texts->error), SHEAF_OK);
    assert_int_equal(document_read(&texts->document, path, texts->schema.bytes,
                                   texts->schema.length, &texts->arena, &texts->error),
                     SHEAF_OK);
    for (size_t i = 0; i < LENGTH(headers); i++) {
        struct buffer header;

        buffer_init(&header, NULL, &texts->error);
        snprintf(path, sizeof path, "%s/include/sheaf/%s.h", golden_source_folder(), headers[i]);
        assert_int_equal(file_read(path, 1 << 20, &header, &texts->error), SHEAF_OK);
        buffer_put(&texts->headers, header.bytes, header.length);
        buffer_free(&header);
    }
}

static void free_texts(struct texts *texts)
{
    buffer_free(&texts->schema);
    buffer_free(&texts->headers);
    arena_free(&texts->arena);
}

static const struct node *keys_of(const struct texts *texts, const char *mapping)
{
    const struct node *node = texts->document.root;

    if (mapping[0] != '\0')
        node = node_find(node_find(node, "definitions"), mapping);
    if (node != NULL && strcmp(mapping, "block") == 0)
        node = node_find(node, "anyOf")->items->next->value;
    return node != NULL ? node_find(node, "properties") : NULL;
}

/* Keys of a mapping that no row says anything of. */
static size_t unsaid(const struct texts *texts, const char *mapping)
{
    const struct node *keys = keys_of(texts, mapping);
    size_t n = 0;

    for (const struct node_item *item = keys != NULL ? keys->items : NULL; item != NULL;
         item = item->next) {
        size_t i = 0;

        while (i < LENGTH(said) &&
               (strcmp(said[i].mapping, mapping) != 0 || strcmp(said[i].key, item->key->text) != 0))
            i++;
        if (i == LENGTH(said)) {
            print_message("  what is '%s' of '%s' in C?\n", item->key->text, mapping);
            n++;
        }
    }
    return n;
}

static void every_key_has_a_row(void **state)
{
    struct texts texts;
    size_t n;

    (void)state;
    read_texts(&texts);
    n = unsaid(&texts, "");
    for (const struct node_item *item = node_find(texts.document.root, "definitions")->items;
         item != NULL; item = item->next)
        n += unsaid(&texts, item->key->text);
    assert_int_equal(n, 0);
    for (size_t i = 0; i < LENGTH(said); i++) {
        const struct node *keys = keys_of(&texts, said[i].mapping);

        if (keys == NULL || node_find(keys, said[i].key) == NULL)
            fail_msg("the schema has no '%s' of '%s'", said[i].key, said[i].mapping);
    }
    free_texts(&texts);
}

/* "sheaf_x" is declared, and "sheaf_x.member" stands in "typedef struct sheaf_x {". */
static bool is_in_headers(const char *headers, const char *name)
{
    char start[100], member[100];
    size_t n = strcspn(name, ".");

    if (name[n] == '\0') {
        snprintf(start, sizeof start, "%.80s(", name);
        return strstr(headers, start) != NULL;
    }
    snprintf(start, sizeof start, "typedef struct %.*s {", (int)n, name);
    const char *from = strstr(headers, start);
    snprintf(start, sizeof start, "} %.*s;", (int)n, name);
    const char *to = from != NULL ? strstr(from, start) : NULL;
    for (const char *at = from;
         to != NULL && (at = strstr(at + 1, name + n + 1)) != NULL && at < to;) {
        const char *end = at + strlen(name + n + 1);

        snprintf(member, sizeof member, "%c", at[-1]);
        if ((member[0] == ' ' || member[0] == '*') && (*end == ';' || *end == ',' || *end == ' '))
            return true;
    }
    return false;
}

static void what_rows_name_is_there(void **state)
{
    struct texts texts;
    size_t n_lacking = 0;

    (void)state;
    read_texts(&texts);
    for (size_t i = 0; i < LENGTH(said); i++) {
        const char *in_c = said[i].in_c;

        if (strncmp(in_c, LACKS, strlen(LACKS)) == 0) {
            print_message("  C lacks '%s' of '%s': %s\n", said[i].key, said[i].mapping,
                          in_c + strlen(LACKS));
            n_lacking++;
        } else if (strncmp(in_c, OWN_C, strlen(OWN_C)) != 0 &&
                   !is_in_headers(texts.headers.bytes, in_c)) {
            fail_msg("no header has %s, which is to be '%s' of '%s'", in_c, said[i].key,
                     said[i].mapping);
        }
    }
    assert_int_equal(n_lacking, 0);
    free_texts(&texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_key_has_a_row),
                                        cmocka_unit_test(what_rows_name_is_there) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
