/* workbook.c - sheets, strings and styles of XLSX and ODS become tables or messages, whatever they
 * are, and so do damaged archives.
 *
 * The first byte says what is made of the rest. X, x: an XLSX workbook of a sheet, shared strings and
 * styles, which bytes of 1 separate; O: an ODS workbook of content and styles; Z: the archive is as it
 * is; others: two bytes say where an archive that is right is changed, a third what is there. */
#include "reading.h"

#include <zip.h>

#include "base/buffer.h"

#define START "<a xmlns:r='b' xmlns:table='c' xmlns:office='d' xmlns:style='e'>"

enum { MOST_PARTS = 3 };

static zip_source_t *whole;
static zip_t *archive;

static void begin(void)
{
    whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    require(whole != NULL);
    archive = zip_open_from_source(whole, ZIP_TRUNCATE, NULL);
    require(archive != NULL);
    zip_source_keep(whole);
}

static void add(const char *name, const void *bytes, size_t n)
{
    zip_source_t *source = zip_source_buffer(archive, n > 0 ? bytes : "", n, 0);
    zip_int64_t index = zip_file_add(archive, name, source, 0);

    require(index >= 0);
    require(zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
}

static void add_text(const char *name, const char *text)
{
    add(name, text, strlen(text));
}

static void end(struct buffer *into)
{
    zip_stat_t stat;
    char *bytes;

    require(zip_close(archive) == 0 && zip_source_stat(whole, &stat) == 0);
    bytes = malloc(stat.size);
    require(bytes != NULL && zip_source_open(whole) == 0);
    require(zip_source_read(whole, bytes, stat.size) == (zip_int64_t)stat.size);
    buffer_put(into, bytes, stat.size);
    free(bytes);
    zip_source_close(whole);
    zip_source_free(whole);
}

/* The parts that bytes of 1 separate; those that are missing are empty. */
static void split(const uint8_t *data, size_t n, const uint8_t *parts[MOST_PARTS],
                  size_t lengths[MOST_PARTS])
{
    for (int i = 0; i < MOST_PARTS; i++) {
        const uint8_t *mark = i + 1 < MOST_PARTS && n > 0 ? memchr(data, 1, n) : NULL;

        parts[i] = data;
        lengths[i] = mark != NULL ? (size_t)(mark - data) : n;
        n -= lengths[i] + (mark != NULL);
        data += lengths[i] + (mark != NULL);
    }
}

static void make_xlsx(const uint8_t *data, size_t n, struct buffer *into)
{
    const uint8_t *parts[MOST_PARTS];
    size_t lengths[MOST_PARTS];

    split(data, n, parts, lengths);
    begin();
    add_text("xl/workbook.xml", START "<sheets><sheet name='A' r:id='1'/><sheet name='B' r:id='2'/>"
                                      "<sheet name='C' state='hidden' r:id='1'/></sheets></a>");
    add_text("xl/_rels/workbook.xml.rels",
             "<a><Relationship Id='1' Type='a/worksheet' Target='1.xml'/><Relationship Id='2' "
             "Type='a/worksheet' Target='2.xml'/><Relationship Id='3' Type='a/sharedStrings' "
             "Target='s.xml'/><Relationship Id='4' Type='a/styles' Target='/xl/f.xml'/></a>");
    add("xl/1.xml", parts[0], lengths[0]);
    add_text("xl/2.xml", "<a/>");
    add("xl/s.xml", parts[1], lengths[1]);
    add("xl/f.xml", parts[2], lengths[2]);
    end(into);
}

static void make_ods(const uint8_t *data, size_t n, struct buffer *into)
{
    const uint8_t *parts[MOST_PARTS];
    size_t lengths[MOST_PARTS];

    split(data, n, parts, lengths);
    begin();
    add("content.xml", parts[0], lengths[0]);
    if (lengths[1] > 0)
        add("styles.xml", parts[1], lengths[1]);
    end(into);
}

static void make_changed(const uint8_t *data, size_t n, struct buffer *into)
{
    static const char sheet[] =
        "<a><row><c t='inlineStr'><is><t>period</t></is></c><c t='inlineStr'><is><t>value</t></is>"
        "</c></row><row><c><v>2023</v></c><c><v>1.5</v></c></row></a>\1<sst/>\1<a/>";

    make_xlsx((const uint8_t *)sheet, sizeof sheet - 1, into);
    for (; n >= 3; data += 3, n -= 3)
        into->bytes[(size_t)(data[0] << 8 | data[1]) % into->length] = (char)data[2];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    sheaf_read_options options = { .sheet = "A!A1:D9" };
    struct buffer bytes;

    if (n < 1)
        return 0;
    buffer_init(&bytes, NULL, NULL);
    if (data[0] == 'X' || data[0] == 'x')
        make_xlsx(data + 1, n - 1, &bytes);
    else if (data[0] == 'O')
        make_ods(data + 1, n - 1, &bytes);
    else if (data[0] == 'Z')
        buffer_put(&bytes, data + 1, n - 1);
    else
        make_changed(data + 1, n - 1, &bytes);
    if (bytes.length > 0) {
        require_whole(sheaf_table_read_bytes(NULL, "fuzz", bytes.bytes, bytes.length));
        if (data[0] == 'x')
            require_whole(
                sheaf_table_read_bytes_with(NULL, "fuzz", bytes.bytes, bytes.length, &options));
    }
    buffer_free(&bytes);
    return 0;
}
