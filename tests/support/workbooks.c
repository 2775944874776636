/* workbooks.c - packs workbooks for tests. */
#include "support/workbooks.h"

#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OOXML       "http://schemas.openxmlformats.org/"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

enum { PARTS = 16 };

/* The parts that are packed. */
struct parts {
    struct packed_file files[PARTS];
    char names[PARTS][64];
    size_t count;
};

static void add(struct parts *parts, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static void add(struct parts *parts, const char *name, const char *format, ...)
{
    va_list arguments, again;
    char *text;
    int n;

    assert_true(parts->count < PARTS);
    va_start(arguments, format);
    va_copy(again, arguments);
    n = vsnprintf(NULL, 0, format, arguments);
    text = malloc((size_t)n + 1);
    assert_non_null(text);
    vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    va_end(arguments);
    snprintf(parts->names[parts->count], sizeof parts->names[0], "%s", name);
    parts->files[parts->count] =
        (struct packed_file){ parts->names[parts->count], text, (size_t)n };
    parts->count++;
}

static void add_styles(struct parts *parts, const char *formats)
{
    char codes[2000] = "", styles[2000] = "<xf numFmtId=\"0\"/>";

    for (int id = 164; *formats != '\0'; id++) {
        size_t n = strcspn(formats, "|");

        snprintf(codes + strlen(codes), sizeof codes - strlen(codes),
                 "<numFmt numFmtId=\"%d\" formatCode=\"%.*s\"/>", id, (int)n, formats);
        snprintf(styles + strlen(styles), sizeof styles - strlen(styles),
                 "<xf numFmtId=\"%d\" applyNumberFormat=\"1\"/>", id);
        formats += n + (formats[n] == '|');
    }
    add(parts, "xl/styles.xml",
        DECLARATION "<styleSheet xmlns=\"" OOXML
                    "spreadsheetml/2006/main\"><numFmts>%s</numFmts><cellStyleXfs>"
                    "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>",
        codes, styles);
}

static void add_xlsx(struct parts *parts, const struct test_workbook *book)
{
    char list[2000] = "", relations[4000] = "", name[64];

    for (int i = 0; i < TEST_SHEETS && book->sheets[i].name != NULL; i++) {
        snprintf(list + strlen(list), sizeof list - strlen(list),
                 "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>",
                 book->sheets[i].name, i + 1,
                 book->sheets[i].state != NULL ? book->sheets[i].state : "visible", i + 1);
        snprintf(relations + strlen(relations), sizeof relations - strlen(relations),
                 "<Relationship Id=\"rId%d\" Type=\"" OOXML
                 "officeDocument/2006/relationships/worksheet\" "
                 "Target=\"worksheets/sheet%d.xml\"/>",
                 i + 1, i + 1);
        snprintf(name, sizeof name, "xl/worksheets/sheet%d.xml", i + 1);
        add(parts, name,
            DECLARATION "<worksheet xmlns=\"" OOXML "spreadsheetml/2006/main\">%s</worksheet>",
            book->sheets[i].xml);
    }
    add(parts, "xl/workbook.xml",
        DECLARATION "<workbook xmlns=\"" OOXML "spreadsheetml/2006/main\" xmlns:r=\"" OOXML
                    "officeDocument/2006/relationships\"><workbookPr date1904=\"%d\"/>"
                    "<sheets>%s</sheets></workbook>",
        book->dates_from_1904, list);
    add(parts, "xl/_rels/workbook.xml.rels",
        DECLARATION
        "<Relationships xmlns=\"" OOXML "package/2006/relationships\">%s"
        "<Relationship Id=\"s\" Type=\"" OOXML
        "officeDocument/2006/relationships/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
        "%s</Relationships>",
        relations,
        book->formats == NULL
            ? ""
            : "<Relationship Id=\"f\" Target=\"styles.xml\" "
              "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/styles\"/>");
    if (book->strings != NULL)
        add(parts, "xl/sharedStrings.xml",
            DECLARATION "<sst xmlns=\"" OOXML "spreadsheetml/2006/main\">%s</sst>", book->strings);
    if (book->formats != NULL)
        add_styles(parts, book->formats);
}

static void add_ods(struct parts *parts, const struct test_workbook *book)
{
    add(parts, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    add(parts, "content.xml",
        DECLARATION
        "<office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
        "<office:automatic-styles>%s</office:automatic-styles>"
        "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
        "</office:document-content>",
        book->styles != NULL ? book->styles : "", book->content);
}

struct packed workbook_pack(const struct test_workbook *book)
{
    struct parts parts = { .count = 0 };
    struct packed packed;

    if (book->content != NULL)
        add_ods(&parts, book);
    else
        add_xlsx(&parts, book);
    if (book->noise != NULL)
        parts.files[parts.count] = (struct packed_file){ "noise", book->noise, book->noise_n };
    packed = archive_pack(parts.files, parts.count + (book->noise != NULL));
    for (size_t i = 0; i < parts.count; i++)
        free((char *)parts.files[i].text);
    return packed;
}
