/* refusal.c - says what a file is that looks like a workbook and is not read as one. */
#include <string.h>

#include "base/strings.h"
#include "readers/reader.h"
#include "readers/workbook/workbook_parts.h"

static void refuse(sheaf_table *table, const char *message)
{
    fail_at(table_error(table), SHEAF_BAD_INPUT, (struct place){ .file = table_name(table) }, "%s",
            message);
}

/* True when the bytes hold this ASCII name in UTF-16, as directories of compound files do. */
static bool has_wide_name(const char *bytes, size_t n, const char *name)
{
    size_t length = strlen(name);

    for (size_t i = 0; i + 2 * length <= n; i++) {
        const char *found = memchr(bytes + i, name[0], n - 2 * length - i + 1);
        size_t k = 0;

        if (found == NULL)
            return false;
        while (k < length && found[2 * k] == name[k] && found[2 * k + 1] == '\0')
            k++;
        if (k == length)
            return true;
        i = (size_t)(found - bytes);
    }
    return false;
}

void workbook_refuse_compound(struct input *input, sheaf_table *table)
{
    const char *bytes;
    size_t n;

    if (!input_whole(input, &bytes, &n))
        return;
    if (has_wide_name(bytes, n, "EncryptedPackage"))
        refuse(table, "this workbook is encrypted; take the password off in the program that made "
                      "it");
    else
        refuse(table, "this is a file of Excel 97 to 2003 (XLS); save it as XLSX, ODS or CSV");
}

void workbook_refuse_archive(const struct workbook *book)
{
    const char *first = "";

    if (archive_has(book->archive, "xl/workbook.bin")) {
        refuse(book->table, "this is a binary workbook (XLSB); save it as XLSX, ODS or CSV");
        return;
    }
    if (archive_has(book->archive, "Index/Document.iwa")) {
        refuse(book->table, "this is a Numbers document; export it as XLSX or CSV");
        return;
    }
    if (archive_count(book->archive) > 0)
        first = archive_name(book->archive, 0);
    fail_at(table_error(book->table), SHEAF_BAD_INPUT,
            (struct place){ .file = table_name(book->table) },
            "this is a ZIP archive and no workbook; unpack it and name the file inside%s%.100s",
            first[0] != '\0' ? ": " : "", first);
}

/* Web pages and the like -------------------------------------------------------------- */

static bool starts_with(const char *text, size_t n, const char *word)
{
    size_t length = strlen(word);

    return n >= length && string_is_ignoring_case(text, length, word);
}

static bool is_page(const char *bytes, size_t n)
{
    static const char *const starts[] = { "<!doctype html", "<html",        "<head", "<meta",
                                          "<body",          "<table",       "<div",  "<style",
                                          "<script",        "MIME-Version:" };
    size_t i = 0;

    while (i < n && strchr(" \t\r\n", bytes[i]) != NULL && bytes[i] != '\0')
        i++;
    for (size_t k = 0; k < sizeof starts / sizeof *starts; k++)
        if (starts_with(bytes + i, n - i, starts[k]))
            return true;
    return false;
}

/* Workbooks of Excel 2003 in one XML file, which many programs still write as .xls. */
static bool is_old_xml(const char *bytes, size_t n)
{
    static const char name[] = "urn:schemas-microsoft-com:office:spreadsheet";

    n = n < 4096 ? n : 4096;
    for (size_t i = 0; starts_with(bytes, n, "<?xml") && i + sizeof name <= n; i++)
        if (memcmp(bytes + i, name, sizeof name - 1) == 0)
            return true;
    return false;
}

static bool recognises(const char *bytes, size_t n)
{
    return is_page(bytes, n) || is_old_xml(bytes, n);
}

static void read_page(sheaf_table *table, struct input *input)
{
    size_t n;
    const char *bytes = input_text(input, &n);

    refuse(table, is_old_xml(bytes, n)
                      ? "this is a workbook of Excel 2003 in XML; save it as XLSX, ODS or CSV"
                      : "this is a web page (HTML), as some sites name .xls; open it in a "
                        "spreadsheet program and save it as XLSX, ODS or CSV");
}

const struct reader page_reader = { "html", "web page", NULL, recognises, read_page };
