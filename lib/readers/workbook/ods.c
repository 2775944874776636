/* ods.c - the sheets and styles of an ODS workbook (ISO/IEC 26300), before its cells. */
#include <string.h>

#include "readers/workbook/workbook_parts.h"

/* One pass over a file of the archive: its styles, and the names of its sheets. */
struct pass {
    struct xml *xml;
    struct ods_styles styles;
    bool in_body, is_spreadsheet, is_encrypted;
    size_t depth; /* of tables: one may stand inside a cell */
};

static void on_start(void *context, const char *name, const char *const *attributes)
{
    struct pass *pass = context;
    const char *sheet, *style;
    uint64_t hidden;

    if (strcmp(name, "encryption-data") == 0)
        pass->is_encrypted = true;
    pass->in_body |= strcmp(name, "body") == 0;
    pass->is_spreadsheet |= strcmp(name, "spreadsheet") == 0;
    if (!pass->in_body) {
        ods_style_start(&pass->styles, name, attributes);
        return;
    }
    if (strcmp(name, "table") != 0 || pass->depth++ > 0)
        return;
    sheet = xml_attribute(attributes, "table:name");
    style = xml_attribute(attributes, "style-name");
    workbook_note_sheet(pass->styles.book, sheet != NULL ? sheet : "", "",
                        style != NULL && string_cache_find(&pass->styles.book->hidden_styles, style,
                                                           strlen(style), &hidden));
}

static void on_text(void *context, const char *text, size_t n)
{
    ods_style_text(&((struct pass *)context)->styles, text, n);
}

static void on_end(void *context, const char *name)
{
    struct pass *pass = context;

    if (!pass->in_body)
        ods_style_end(&pass->styles, name);
    else if (strcmp(name, "table") == 0)
        pass->depth--;
}

static void fail_file(struct workbook *book, const char *message)
{
    fail_at(book->reading->error, SHEAF_BAD_INPUT, (struct place){ .file = book->reading->name },
            "%s", message);
}

void ods_open(struct workbook *book)
{
    struct pass pass = { .styles = { .book = book } };
    const struct xml_events events = { &pass, on_start, on_end, on_text };
    static const char manifest[] = "META-INF/manifest.xml", styles[] = "styles.xml";

    book->is_open_document = true;
    if (archive_has(book->archive, manifest))
        workbook_feed(book, manifest, &events, NULL);
    if (pass.is_encrypted)
        fail_file(book, "this workbook is encrypted; take the password off in the program that "
                        "made it");
    if (!workbook_failed(book) && archive_has(book->archive, styles))
        workbook_feed(book, styles, &events, NULL);
    pass.styles.is_open = pass.in_body = false;
    pass.depth = 0;
    if (!workbook_failed(book))
        workbook_feed(book, "content.xml", &events, NULL);
    if (!workbook_failed(book) && !pass.is_spreadsheet)
        fail_file(book,
                  "this is an OpenDocument file, but no spreadsheet; copy its table into one, "
                  "or save it as CSV");
    string_cache_free(&pass.styles.formats, book->reading->alloc);
}
