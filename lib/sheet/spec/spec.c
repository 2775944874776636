/* spec.c - reads a spec: its own facts, its data, its blocks. */
#include "sheet/spec/spec.h"

#include <string.h>

#include "base/file.h"
#include "sheet/blocks/block.h"
#include "sheet/journal.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/root.h"
#include "sheet/spec/texts.h"
#include "text/text.h"

static const char *const yes_or_no[] = { "yes", "no", NULL };
static const char *const versions[] = { "1", NULL };
static const char *const pdf_versions[] = { "1.7", "2.0", NULL };

enum {
    ROOT_SHEAF,
    ROOT_PARAMETERS,
    ROOT_TITLE,
    ROOT_DECK,
    ROOT_AUTHOR,
    ROOT_LANGUAGE,
    ROOT_DATE,
    ROOT_RELEASE,
    ROOT_NEXT,
    ROOT_EXTRACTED,
    ROOT_NUMBER,
    ROOT_CONTENTS,
    ROOT_ATTACHMENTS,
    ROOT_PDF,
    ROOT_PAGE,
    ROOT_PAGES,
    ROOT_COVER,
    ROOT_THEME,
    ROOT_LOGO,
    ROOT_FLAGS,
    ROOT_HEADER,
    ROOT_FOOTER,
    ROOT_TEXTS,
    ROOT_NAMES,
    ROOT_SOURCES,
    ROOT_DATA,
    ROOT_SERIES,
    ROOT_VALUES,
    ROOT_SHEET,
    ROOT_KEYS
};
static const struct spec_key root_keys[ROOT_KEYS] = {
    [ROOT_SHEAF] = { "sheaf", SPEC_NUMBER, true, versions },
    [ROOT_PARAMETERS] = { "parameters", SPEC_MAPPING, false, NULL },
    [ROOT_TITLE] = { "title", SPEC_TEXT | SPEC_WORDS, true, NULL },
    [ROOT_AUTHOR] = { "author", SPEC_TEXT, false, NULL },
    [ROOT_DECK] = { "deck", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [ROOT_LANGUAGE] = { "language", SPEC_TEXT, false, NULL },
    [ROOT_DATE] = { "date", SPEC_TEXT, false, NULL },
    [ROOT_RELEASE] = { "release", SPEC_TEXT, false, NULL },
    [ROOT_NEXT] = { "next", SPEC_TEXT, false, NULL },
    [ROOT_EXTRACTED] = { "extracted", SPEC_TEXT, false, NULL },
    [ROOT_NUMBER] = { "number", SPEC_TEXT, false, yes_or_no },
    [ROOT_CONTENTS] = { "contents", SPEC_TEXT, false, yes_or_no },
    [ROOT_ATTACHMENTS] = { "attachments", SPEC_TEXT, false, yes_or_no },
    [ROOT_PDF] = { "pdf", SPEC_NUMBER, false, pdf_versions },
    [ROOT_PAGE] = { "page", SPEC_TEXT | SPEC_MAPPING, false, NULL },
    [ROOT_PAGES] = { "pages", SPEC_NUMBER, false, NULL },
    [ROOT_COVER] = { "cover", SPEC_TEXT | SPEC_MAPPING, false, NULL },
    [ROOT_THEME] = { "theme", SPEC_TEXT, false, NULL },
    [ROOT_LOGO] = { "logo", SPEC_MAPPING, false, NULL },
    [ROOT_FLAGS] = { "flags", SPEC_TEXT, false, flags_choices },
    [ROOT_HEADER] = { "header", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [ROOT_FOOTER] = { "footer", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [ROOT_TEXTS] = { "texts", SPEC_TEXT, false, NULL },
    [ROOT_NAMES] = { "names", SPEC_MAPPING, false, NULL },
    [ROOT_SOURCES] = { "sources", SPEC_MAPPING, false, NULL },
    [ROOT_DATA] = { "data", SPEC_MAPPING, false, NULL },
    [ROOT_SERIES] = { "series", SPEC_MAPPING, false, NULL },
    [ROOT_VALUES] = { "values", SPEC_MAPPING, false, NULL },
    [ROOT_SHEET] = { "sheet", SPEC_LIST, true, NULL },
};
const struct grammar root_grammar = { "a sheet's spec", "", root_keys, ROOT_KEYS };

static void read_dates(struct spec_reader *reader, const struct node *const *values)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct {
        struct date *date;
        const struct node *node;
        unsigned said;
    } dates[] = {
        { &sheet->date, values[ROOT_DATE], SAID_DATE },
        { &sheet->release, values[ROOT_RELEASE], SAID_RELEASE },
        { &sheet->next_release, values[ROOT_NEXT], SAID_NEXT },
        { &sheet->extracted, values[ROOT_EXTRACTED], SAID_EXTRACTED },
    };

    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (!(sheet->said & dates[i].said))
            spec_date(reader, dates[i].node, dates[i].date);
}

static void read_kind(sheaf_sheet *sheet, const struct node *const *values)
{
    const struct node *attachments = values[ROOT_ATTACHMENTS], *pdf = values[ROOT_PDF];

    if (attachments != NULL && !(sheet->said & SAID_ATTACHMENTS))
        sheet->leaves_out_files = strcmp(attachments->text, "no") == 0;
    if (pdf != NULL && !(sheet->said & SAID_PDF))
        sheet->is_pdf_2 = strcmp(pdf->text, "2.0") == 0;
}

/* Facts that a program has said already stay. */
static void read_facts(struct spec_reader *reader, const struct node *const *values)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct node *language = values[ROOT_LANGUAGE];
    bool is_known = language != NULL && text_language_is_known(language->text);

    if (language != NULL && !is_known)
        spec_fail(reader, language->place,
                  "'%.40s' is no known language; write it as en, ru, kk or zh-Hans",
                  language->text);
    reader->main_language = is_known ? spec_string(reader, language) : sheet->language;
    if (!(sheet->said & SAID_LANGUAGE) && reader->main_language != NULL)
        sheet->language = reader->main_language;
    if (!spec_go_on(reader))
        return;
    read_dates(reader, values);
    if (values[ROOT_AUTHOR] != NULL && !(sheet->said & SAID_AUTHOR))
        sheet->author = spec_string(reader, values[ROOT_AUTHOR]);
    read_kind(sheet, values);
    if (values[ROOT_NUMBER] != NULL && !(sheet->said & SAID_NUMBERS))
        sheet->numbers = strcmp(values[ROOT_NUMBER]->text, "yes") == 0;
    if (values[ROOT_CONTENTS] != NULL && !(sheet->said & SAID_CONTENTS))
        sheet->contents =
            strcmp(values[ROOT_CONTENTS]->text, "yes") == 0 ? CONTENTS_ALWAYS : CONTENTS_NEVER;
    if (values[ROOT_FLAGS] != NULL && !(sheet->said & SAID_FLAGS))
        sheaf_flags_named(values[ROOT_FLAGS]->text, &sheet->flags);
}

/* The same of the pages. False: memory ran out. */
static bool read_pages(struct spec_reader *reader, const struct node *const *values)
{
    sheaf_sheet *sheet = reader->sheet;
    struct page_format page = sheet->page;
    struct cover cover = sheet->cover;
    size_t pages = sheet->most_pages;

    spec_read_page(reader, values[ROOT_PAGE], sheet->said & SAID_PAGE ? &page : &sheet->page);
    if (!spec_go_on(reader))
        return false;
    spec_read_pages(reader, values[ROOT_PAGES],
                    sheet->said & SAID_PAGES ? &pages : &sheet->most_pages);
    if (!spec_go_on(reader))
        return false;
    spec_read_cover(reader, values[ROOT_COVER], sheet->said & SAID_COVER ? &cover : &sheet->cover);
    return spec_go_on(reader);
}

/* Texts may name series and figures, so they come after the data. */
static bool read_texts(struct spec_reader *reader, const struct node *const *values)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct {
        const struct markup **text;
        const struct node *node;
        unsigned said;
    } texts[] = {
        { &sheet->title, values[ROOT_TITLE], SAID_TITLE },
        { &sheet->deck, values[ROOT_DECK], SAID_DECK },
    };
    const struct {
        struct page_line *line;
        const struct node *node;
        unsigned said;
    } lines[] = {
        { &sheet->header, values[ROOT_HEADER], SAID_HEADER },
        { &sheet->footer, values[ROOT_FOOTER], SAID_FOOTER },
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct markup *markup = spec_markup(reader, texts[i].node, MARKUP_GIVEN);

        if (markup != NULL && texts[i].said == SAID_TITLE && markup_is_blank(markup))
            spec_fail(reader, texts[i].node->place, BLANK_TITLE_MISTAKE);
        if (!(sheet->said & texts[i].said))
            *texts[i].text = markup;
        if (!spec_go_on(reader))
            return false;
    }
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        const struct page_line line = spec_read_line(reader, lines[i].node);

        if (!(sheet->said & lines[i].said))
            *lines[i].line = line;
        if (!spec_go_on(reader))
            return false;
    }
    return true;
}

static bool read_blocks(struct spec_reader *reader, const struct node *list)
{
    if (list == NULL)
        return true; /* told already */
    if (list->n_items > 0)
        return block_read_list(reader, list, false, &reader->sheet->spec_blocks);
    spec_fail(reader, list->place, "'sheet' needs at least one block");
    return spec_go_on(reader);
}

/* Texts may name blocks that come later, so they are checked when all are read. */
static bool check_references(struct spec_reader *reader)
{
    sheaf_sheet *sheet = reader->sheet;

    for (const struct block_reference *at = sheet->references; at != NULL; at = at->next) {
        const char *mistake = at->of_spec ? targets_mistake(sheet, at) : NULL;
        if (mistake != NULL)
            spec_fail(reader, at->place, "%s", mistake);
        if (!spec_go_on(reader))
            return false;
    }
    return true;
}

static bool read_logo(struct spec_reader *reader, const struct node *node)
{
    const struct theme_logo *logo = NULL;
    bool well = spec_read_logo(reader, node, &logo);

    if (logo != NULL && !(reader->sheet->said & SAID_LOGO))
        reader->sheet->logo = logo;
    return well || spec_go_on(reader);
}

static bool read_theme(struct spec_reader *reader, const struct node *node)
{
    sheaf_sheet *sheet = reader->sheet;

    if (sheet->said & SAID_THEME)
        return true;
    sheaf_theme_destroy(sheet->theme);
    sheet->theme = NULL;
    return spec_read_theme(reader, node, &sheet->theme) || spec_go_on(reader);
}

/* Each step puts the failures that it finds aside, and ends the reading only when memory runs
 * out. */
static void read_root(struct spec_reader *reader)
{
    const struct node *values[ROOT_KEYS], *root = reader->document.root;
    const struct node *parameters = node_find(root, "parameters");

    /* They come first, since other keys may name them; of another kind they are refused below. */
    if (!spec_read_parameters(
            reader, parameters != NULL && parameters->kind == NODE_MAPPING ? parameters : NULL) ||
        (!keys_read(reader, root, &root_grammar, values) && !spec_go_on(reader)))
        return;
    read_facts(reader, values);
    if (!spec_go_on(reader) || !read_pages(reader, values))
        return;
    reader->texts = catalogue_check_name(reader, values[ROOT_TEXTS]) ? values[ROOT_TEXTS] : NULL;
    if (!spec_go_on(reader) || !read_theme(reader, values[ROOT_THEME]) ||
        !spec_read_names(reader, values[ROOT_NAMES]) ||
        !spec_read_sources(reader, values[ROOT_SOURCES]) ||
        !spec_read_data(reader, values[ROOT_DATA]) ||
        !spec_read_series(reader, values[ROOT_SERIES]) || !spec_compute_all(reader) ||
        !spec_fill_sources(reader) || !read_logo(reader, values[ROOT_LOGO]) ||
        !spec_read_values(reader, values[ROOT_VALUES]) || !read_texts(reader, values) ||
        !read_blocks(reader, values[ROOT_SHEET]) || !check_references(reader))
        return;
    spec_check_parameters(reader);
    spec_check_data(reader);
    spec_warn_untranslated(reader);
}

/* What an earlier reading, in another language or with other parameters, has left. */
static void forget(sheaf_sheet *sheet)
{
    struct sheet_source **source = &sheet->sources;
    struct named_series **series = &sheet->series;

    while (*source != NULL)
        if ((*source)->of_spec)
            *source = (*source)->next;
        else
            source = &(*source)->next;
    while (*series != NULL)
        if ((*series)->of_spec)
            *series = (*series)->next;
        else
            series = &(*series)->next;
    sheet->last_source = NULL;
    sheet->spec_blocks = (struct block_list){ 0 };
    targets_forget(sheet);
    sheet->untranslated = NULL;
    sheet->foreign = NULL;
    sheet->warning_count = sheet->n_told = 0;
    sheet->title = sheet->said & SAID_TITLE ? sheet->title : NULL;
    sheet->deck = sheet->said & SAID_DECK ? sheet->deck : NULL;
    sheet->header = sheet->said & SAID_HEADER ? sheet->header : (struct page_line){ 0 };
    sheet->footer = sheet->said & SAID_FOOTER ? sheet->footer : (struct page_line){ 0 };
    sheet->logo = sheet->said & SAID_LOGO ? sheet->logo : NULL;
}

/* In the order of their lines; those of other files keep their places behind. */
static void sort_told(sheaf_sheet *sheet)
{
    for (size_t i = 1; i < sheet->n_told; i++)
        for (size_t k = i; k > 0; k--) {
            sheaf_error *a = &sheet->told[k - 1], *b = &sheet->told[k];
            bool a_is_spec = strcmp(a->file, sheet->file) == 0;
            bool b_is_spec = strcmp(b->file, sheet->file) == 0;

            if (!b_is_spec || (a_is_spec && (a->line < b->line ||
                                             (a->line == b->line && a->column <= b->column))))
                break;
            const sheaf_error later = *a;
            *a = *b;
            *b = later;
        }
}

bool spec_prepare(sheaf_sheet *sheet)
{
    if (sheet->spec == NULL || sheet->is_ready || !sheet_is_well(sheet))
        return sheet_is_well(sheet);

    struct spec_reader reader = { .sheet = sheet,
                                  .document = sheet->spec->document,
                                  .path = sheet->spec->path };
    forget(sheet);
    struct sheet_source *sources = sheet->sources;
    struct named_series *series = sheet->series, **last = &sheet->series;
    sheet->sources = NULL;
    sheet->series = NULL;
    arena_init(&reader.arena, &sheet->alloc, &sheet->error);
    read_root(&reader);
    if (sheet->wants_digest)
        spec_digest_data(&reader);
    for (struct named_table *named = reader.tables; named != NULL; named = named->next) {
        sheaf_table_destroy(named->rest);
        kept_table_drop(&sheet->alloc, named->kept);
        kept_table_drop(&sheet->alloc, named->previous);
        sheaf_table_destroy(named->previous_rest);
    }
    arena_free(&reader.arena);
    while (*last != NULL)
        last = &(*last)->next;
    *last = series;
    for (; sources != NULL; sources = sources->next)
        sheet_add_source(sheet, sources);
    sort_told(sheet);
    if (sheet->n_told > 0)
        error_take(&sheet->error, &sheet->told[0]);
    sheet->is_ready = sheet_is_well(sheet);
    return sheet->is_ready;
}

void spec_read(sheaf_sheet *sheet, const char *path, const char *text, size_t n)
{
    struct sheet_spec *spec = arena_new(&sheet->arena, struct sheet_spec);
    const char *copy = arena_text(&sheet->arena, text, n);
    const struct sheet_input *last = sheet->inputs;

    sheet->file = arena_string(&sheet->arena, strcmp(path, "-") == 0 ? "standard input" : path);
    if (spec == NULL || copy == NULL || sheet->file == NULL)
        return;
    spec->path = arena_string(&sheet->arena, path);
    spec->text = copy;
    spec->length = n;
    if (spec->path != NULL && document_read(&spec->document, sheet->file, copy, n, &sheet->arena,
                                            &sheet->error) == SHEAF_OK)
        sheet->spec = spec;
    journal_add(sheet, &(struct told){ .call = TOLD_SPEC,
                                       .texts = { path },
                                       .items = copy,
                                       .n_items = n,
                                       .flag = last != NULL && strcmp(last->path, path) == 0 });
}

void spec_share(sheaf_sheet *sheet, const sheaf_sheet *from)
{
    for (const struct sheet_input *input = from->inputs; input != NULL; input = input->next)
        if (strcmp(input->path, from->spec->path) == 0)
            sheet_add_input(sheet, input->path);
    sheet->file = from->file;
    sheet->spec = from->spec;
}

void sheaf_sheet_set_root(sheaf_sheet *sheet, const char *folder)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->is_ready = false;
    if (folder == NULL || folder[0] == '\0')
        sheet->root = NULL;
    else
        sheet->root = root_open(folder, &sheet->arena, &sheet->error);
    journal_add(sheet, &(struct told){ .call = TOLD_ROOT, .texts = { sheet->root } });
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
