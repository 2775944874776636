/* workbooks_that_attack_are_refused.c - what is no workbook is called by its name with the way out;
 * bombs end in one message, in bounded memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheaf/context.h"
#include "sheaf/table.h"
#include "support/check.h"
#include "support/workbooks.h"

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static void assert_says(const void *bytes, size_t n, const char *message)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "a.xls", bytes, n);
    char text[1024];

    sheaf_error_text(sheaf_table_error(table), text, sizeof text);
    assert_string_equal(text, message);
    sheaf_table_destroy(table);
}

static const struct {
    const char *bytes;
    size_t n; /* 0: up to the NUL */
    const char *message;
} files[] = {
    { COMPOUND "\0\0\0\0W\0o\0r\0k\0b\0o\0o\0k\0", 28,
      "this is a file of Excel 97 to 2003 (XLS); save it as XLSX, ODS or CSV" },
    { COMPOUND "\0\0EE\0n\0c\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 49,
      "this workbook is encrypted; take the password off in the program that made it" },
    { "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td>", 0,
      "this is a web page (HTML), as some sites name .xls; open it in a spreadsheet program and "
      "save it as XLSX, ODS or CSV" },
    { "\n  <!DOCTYPE HTML>\n<table>", 0,
      "this is a web page (HTML), as some sites name .xls; open it in a spreadsheet program and "
      "save it as XLSX, ODS or CSV" },
    { "MIME-Version: 1.0\nX-Document-Type: Workbook\n", 0,
      "this is a web page (HTML), as some sites name .xls; open it in a spreadsheet program and "
      "save it as XLSX, ODS or CSV" },
    { "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
      0, "this is a workbook of Excel 2003 in XML; save it as XLSX, ODS or CSV" },
};

static void test_what_is_no_workbook_is_named(void **state)
{
    char message[300];

    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        snprintf(message, sizeof message, "a.xls: error: %s", files[i].message);
        assert_says(files[i].bytes, files[i].n > 0 ? files[i].n : strlen(files[i].bytes), message);
    }
}

#define ODS_START "<a xmlns:manifest=\"b\" xmlns:table=\"c\">"

static const struct {
    struct packed_file files[3];
    const char *message;
} archives[] = {
    { { { "data/trade.csv", "a,b", 0 } },
      "this is a ZIP archive and no workbook; unpack it and name the file inside: data/trade.csv" },
    { { { "xl/workbook.bin", "x", 0 } },
      "this is a binary workbook (XLSB); save it as XLSX, ODS or CSV" },
    { { { "Index/Document.iwa", "x", 0 } },
      "this is a Numbers document; export it as XLSX or CSV" },
    { { { "content.xml", "<a/>", 0 } },
      "this is an OpenDocument file, but no spreadsheet; copy its table into one, or save it as "
      "CSV" },
    { { { "META-INF/manifest.xml", ODS_START "<manifest:encryption-data/></a>", 0 },
        { "content.xml", "\x01\x02", 0 } },
      "this workbook is encrypted; take the password off in the program that made it" },
    { { { "xl/workbook.xml", "<workbook/>", 0 } }, "the workbook has no sheet of cells" },
    { { { "xl/workbook.xml", "<workbook>", 0 } },
      "xl/workbook.xml, line 1: this is not XML: no element found" },
    { { { "content.xml", "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
          0 } },
      "content.xml, line 1: a DOCTYPE, which may define entities, is refused; no data file needs "
      "one" },
};

static void test_what_is_no_sheet_is_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(archives); i++) {
        size_t n = 0;
        struct packed packed;
        char message[300];

        while (n < 3 && archives[i].files[n].name != NULL)
            n++;
        packed = archive_pack(archives[i].files, n);
        snprintf(message, sizeof message, "a.xls: error: %s", archives[i].message);
        assert_says(packed.bytes, packed.n, message);
        free(packed.bytes);
    }
}

/* Bombs ---------------------------------------------------------------------------- */

/* An allocator that knows the most that was held at once. */
struct peak {
    size_t live, most;
};

static void *resize(void *context, void *block, size_t old_size, size_t new_size)
{
    struct peak *peak = context;
    void *result = NULL;

    if (new_size == 0)
        free(block);
    else
        result = realloc(block, new_size);
    if (result != NULL || new_size == 0) {
        peak->live += new_size - old_size;
        peak->most = peak->live > peak->most ? peak->live : peak->most;
    }
    return result;
}

#define HUNDRED                                                                                    \
    "a string of a hundred bytes, which is repeated until it has as many as no workbook in the "   \
    "world "

/* A part of which a piece is repeated until it has so many MiB, and noise, as archives without any
 * are refused as such. */
static const struct {
    const char *name;
    enum { STRINGS, SHEET, CONTENT } part;
    const char *before, *piece, *after;
    size_t mebibytes, noise;
    const char *message;
} bombs[] = {
    { "shared strings", STRINGS, "", "<si><t>a string that is repeated for ever</t></si>", "", 400,
      2,
      "a.xls: error: xl/sharedStrings.xml, line 2: the workbook's strings are longer than 256 MiB; "
      "save its sheet as CSV" },
    { "shared strings that are empty", STRINGS, "", "<si/>", "", 45, 1,
      "a.xls: error: xl/sharedStrings.xml, line 2: the workbook has more than 8388608 strings; "
      "save its sheet as CSV" },
    { "one string without an end", STRINGS, "<si><t>", "aaaaaaaaaaaaaaaa", "</t></si>", 1, 0,
      "a.xls: error: xl/sharedStrings.xml, line 2: a text is longer than 262144 bytes; is a tag "
      "missing?" },
    { "an archive bomb", SHEET, "<sheetData>", "<row></row>", "</sheetData>", 66, 0,
      "a.xls: error: xl/worksheets/sheet1.xml unpacks to more than 250 times the size of the "
      "archive, as no table does" },
    { "rows and cells that are repeated", CONTENT, "<table:table table:name=\"a\">",
      "<table:table-row table:number-rows-repeated=\"100000\"><table:table-cell "
      "table:number-columns-repeated=\"16384\"><text:p>" HUNDRED HUNDRED HUNDRED
      "</text:p></table:table-cell></table:table-row>",
      "</table:table>", 1, 0,
      "a.xls: sheet 'a': error: the sheet holds more than 512 MiB of text; save it as CSV" },
    { "cells that are not in order", SHEET, "<sheetData>",
      "<row><c><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>", "</sheetData>", 1, 0,
      "a.xls: sheet 'a', cell XFD1: error: the cells are not in order, or outside of any sheet; "
      "the "
      "file is damaged: save it again in a spreadsheet program" },
};

enum { MOST_MEMORY = 1280 << 20 };

static char *repeated(const char *before, const char *piece, const char *after, size_t mebibytes)
{
    size_t n = strlen(piece), count = (mebibytes << 20) / n, start = strlen(before);
    char *text = malloc(start + count * n + strlen(after) + 1);

    assert_non_null(text);
    memcpy(text, before, start);
    for (size_t i = 0; i < count; i++)
        memcpy(text + start + i * n, piece, n);
    memcpy(text + start + count * n, after, strlen(after) + 1);
    return text;
}

static char *noise_of(size_t n)
{
    char *noise = malloc(n);
    uint64_t seed = 1;

    assert_non_null(noise);
    for (size_t i = 0; i < n; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        noise[i] = (char)(seed >> 56);
    }
    return noise;
}

static void test_bombs_end_in_bounded_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(bombs); i++) {
        char *text = repeated(bombs[i].before, bombs[i].piece, bombs[i].after, bombs[i].mebibytes);
        struct test_workbook book = { .sheets = { { "a", NULL, "<sheetData/>" } } };
        struct peak peak = { 0, 0 };
        struct packed packed;
        sheaf_alloc alloc = { &peak, resize };
        sheaf_context *context = sheaf_context_create(&alloc);
        char message[1024], *noise = noise_of(bombs[i].noise << 20);
        sheaf_table *table;

        print_message("  %s\n", bombs[i].name);
        book.strings = bombs[i].part == STRINGS ? text : NULL;
        book.sheets[0].xml = bombs[i].part == SHEET ? text : "<sheetData/>";
        book.content = bombs[i].part == CONTENT ? text : NULL;
        book.noise = bombs[i].noise > 0 ? noise : NULL;
        book.noise_n = bombs[i].noise << 20;
        packed = workbook_pack(&book);
        free(text);
        free(noise);
        table = sheaf_table_read_bytes(context, "a.xls", packed.bytes, packed.n);
        sheaf_error_text(sheaf_table_error(table), message, sizeof message);
        assert_string_equal(message, bombs[i].message);
        assert_in_range(peak.most, 1, MOST_MEMORY);
        sheaf_table_destroy(table);
        sheaf_context_destroy(context);
        free(packed.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_no_workbook_is_named),
        cmocka_unit_test(test_what_is_no_sheet_is_told),
        cmocka_unit_test(test_bombs_end_in_bounded_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
