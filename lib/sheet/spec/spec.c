/* spec.c - reads a spec: its own facts, its data, its blocks. */
#include "sheet/spec/spec.h"

#include <string.h>

#include "base/file.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/root.h"
#include "text/text.h"

static const char *const pages[] = { "A4", "Letter", NULL };
static const char *const versions[] = { "1", NULL };

enum {
    ROOT_SHEAF,
    ROOT_TITLE,
    ROOT_DECK,
    ROOT_LANGUAGE,
    ROOT_DATE,
    ROOT_PAGE,
    ROOT_THEME,
    ROOT_FLAGS,
    ROOT_HEADER,
    ROOT_FOOTER,
    ROOT_SOURCES,
    ROOT_DATA,
    ROOT_SERIES,
    ROOT_VALUES,
    ROOT_SHEET,
    ROOT_KEYS
};
static const struct spec_key root_keys[ROOT_KEYS] = {
    [ROOT_SHEAF] = { "sheaf", SPEC_NUMBER, true, versions },
    [ROOT_TITLE] = { "title", SPEC_TEXT, true, NULL },
    [ROOT_DECK] = { "deck", SPEC_TEXT, false, NULL },
    [ROOT_LANGUAGE] = { "language", SPEC_TEXT, false, NULL },
    [ROOT_DATE] = { "date", SPEC_TEXT, false, NULL },
    [ROOT_PAGE] = { "page", SPEC_TEXT, false, pages },
    [ROOT_THEME] = { "theme", SPEC_TEXT, false, NULL },
    [ROOT_FLAGS] = { "flags", SPEC_TEXT, false, flags_choices },
    [ROOT_HEADER] = { "header", SPEC_TEXT, false, NULL },
    [ROOT_FOOTER] = { "footer", SPEC_TEXT, false, NULL },
    [ROOT_SOURCES] = { "sources", SPEC_MAPPING, false, NULL },
    [ROOT_DATA] = { "data", SPEC_MAPPING, false, NULL },
    [ROOT_SERIES] = { "series", SPEC_MAPPING, false, NULL },
    [ROOT_VALUES] = { "values", SPEC_MAPPING, false, NULL },
    [ROOT_SHEET] = { "sheet", SPEC_LIST, true, NULL },
};
const struct grammar root_grammar = { "a sheet's spec", "", root_keys, ROOT_KEYS };

static void read_facts(struct spec_reader *reader, const struct node *const *values)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct node *language = values[ROOT_LANGUAGE];

    if (language != NULL && !text_language_is_known(language->text))
        spec_fail(reader, language->place,
                  "'%.40s' is no known language; write it as en, ru, kk or zh-Hans",
                  language->text);
    else if (language != NULL)
        sheet->language = spec_string(reader, language);
    if (!spec_date(reader, values[ROOT_DATE], &sheet->date))
        return;
    if (values[ROOT_PAGE] != NULL && strcmp(values[ROOT_PAGE]->text, "Letter") == 0)
        sheet->page = SHEAF_LETTER;
    if (values[ROOT_FLAGS] != NULL)
        sheaf_flags_named(values[ROOT_FLAGS]->text, &sheet->flags);
}

/* Texts may name series and figures, so they come after the data. */
static bool read_texts(struct spec_reader *reader, const struct node *const *values)
{
    const struct {
        const struct markup **text;
        const struct node *node;
    } texts[] = {
        { &reader->sheet->title, values[ROOT_TITLE] },
        { &reader->sheet->deck, values[ROOT_DECK] },
        { &reader->sheet->header, values[ROOT_HEADER] },
        { &reader->sheet->footer, values[ROOT_FOOTER] },
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *texts[i].text = spec_markup(reader, texts[i].node, 0);
        if (!sheet_is_well(reader->sheet))
            return false;
    }
    if (markup_is_blank(reader->sheet->title))
        spec_fail(reader, values[ROOT_TITLE]->place, BLANK_TITLE_MISTAKE);
    return sheet_is_well(reader->sheet);
}

static void read_blocks(struct spec_reader *reader, const struct node *list)
{
    if (list->n_items == 0)
        spec_fail(reader, list->place, "'sheet' needs at least one block");
    else
        block_read_list(reader, list, false, &reader->sheet->blocks);
}

static void read_root(struct spec_reader *reader)
{
    const struct node *values[ROOT_KEYS];
    sheaf_sheet *sheet = reader->sheet;

    if (!keys_read(reader, reader->document.root, &root_grammar, values))
        return;
    read_facts(reader, values);
    if (!sheet_is_well(sheet) || !spec_read_theme(reader, values[ROOT_THEME], &sheet->theme) ||
        !spec_read_sources(reader, values[ROOT_SOURCES]) ||
        !spec_read_data(reader, values[ROOT_DATA]) ||
        !spec_read_series(reader, values[ROOT_SERIES]) || !spec_compute_all(reader) ||
        !spec_read_values(reader, values[ROOT_VALUES]) ||
        !read_texts(reader, values))
        return;
    read_blocks(reader, values[ROOT_SHEET]);
    spec_check_data(reader);
}

void spec_read(sheaf_sheet *sheet, const char *path, const char *text, size_t n)
{
    struct spec_reader reader = { .sheet = sheet, .path = path };
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;

    sheet->file = arena_string(&sheet->arena, name);
    arena_init(&reader.arena, &sheet->alloc, &sheet->error);
    if (document_read(&reader.document, name, text, n, &reader.arena, &sheet->error) == SHEAF_OK)
        read_root(&reader);
    for (struct named_table *named = reader.tables; named != NULL; named = named->next) {
        sheaf_table_destroy(named->rest);
        kept_table_drop(&sheet->alloc, named->kept);
    }
    arena_free(&reader.arena);
}

void sheaf_sheet_set_root(sheaf_sheet *sheet, const char *folder)
{
    if (!sheet_may_change(sheet))
        return;
    if (sheet->file != NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "the root folder is set before the spec is read");
    else if (folder == NULL || folder[0] == '\0')
        sheet->root = NULL;
    else
        sheet->root = root_open(folder, &sheet->arena, &sheet->error);
}

/* Blocks that a program adds come after those of the spec, so the sheet must be empty. */
static bool may_load(sheaf_sheet *sheet, const char *path)
{
    if (!sheet_may_change(sheet))
        return false;
    if (path == NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "there is no spec to read (NULL)");
    else if (sheet->file != NULL || sheet->blocks.first != NULL)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a spec is read into an empty sheet");
    return sheet_is_well(sheet);
}

void sheaf_sheet_load_bytes(sheaf_sheet *sheet, const char *path, const void *bytes, size_t n)
{
    if (!may_load(sheet, path))
        return;
    if (bytes == NULL && n > 0)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "there is no spec to read (NULL)");
    else if (n > DOCUMENT_BYTES)
        fail_at(&sheet->error, SHEAF_BAD_INPUT, (struct place){ .file = path },
                "a spec has at most %d bytes", (int)DOCUMENT_BYTES);
    else
        spec_read(sheet, path, n > 0 ? bytes : "", n);
}

void sheaf_sheet_load(sheaf_sheet *sheet, const char *path)
{
    struct buffer bytes;

    if (!may_load(sheet, path))
        return;
    sheet_add_input(sheet, path);
    buffer_init(&bytes, &sheet->alloc, &sheet->error);
    if (file_read(path, DOCUMENT_BYTES, &bytes, &sheet->error) == SHEAF_OK)
        spec_read(sheet, path, bytes.length > 0 ? bytes.bytes : "", bytes.length);
    buffer_free(&bytes);
}

sheaf_sheet *sheaf_sheet_read_bytes(sheaf_context *context, const char *path, const void *bytes,
                                    size_t n)
{
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    sheaf_sheet_load_bytes(sheet, path, bytes, n);
    return sheet;
}

sheaf_sheet *sheaf_sheet_read(sheaf_context *context, const char *path)
{
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    sheaf_sheet_load(sheet, path);
    return sheet;
}
