/* every_encoding_and_packing_is_read.c - a file's text is read in every encoding and packing, in
 * constant memory; a damaged file is one clear error. */
#include "support/check.h"

#include "support/table_in.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "input/input.h"
#include "readers/rows_text.h"
#include "sheaf/table.h"

struct bytes {
    char *at;
    size_t n;
};

static struct bytes copy_of(const void *bytes, size_t n)
{
    struct bytes copy = { malloc(n > 0 ? n : 1), n };

    assert_non_null(copy.at);
    if (n > 0)
        memcpy(copy.at, bytes, n);
    return copy;
}

static void append(struct bytes *bytes, struct bytes more)
{
    bytes->at = realloc(bytes->at, bytes->n + more.n);
    assert_non_null(bytes->at);
    memcpy(bytes->at + bytes->n, more.at, more.n);
    bytes->n += more.n;
    free(more.at);
}

static struct bytes gzip(const void *bytes, size_t n)
{
    z_stream stream = { .next_in = (Bytef *)bytes, .avail_in = (uInt)n };
    struct bytes packed;

    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    packed.n = deflateBound(&stream, (uLong)n);
    packed.at = malloc(packed.n);
    assert_non_null(packed.at);
    stream.next_out = (Bytef *)packed.at;
    stream.avail_out = (uInt)packed.n;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    packed.n = stream.total_out;
    deflateEnd(&stream);
    return packed;
}

static struct bytes zstd(const void *bytes, size_t n)
{
    struct bytes packed = { malloc(ZSTD_compressBound(n)), 0 };

    assert_non_null(packed.at);
    packed.n = ZSTD_compress(packed.at, ZSTD_compressBound(n), bytes, n, 3);
    assert_false(ZSTD_isError(packed.n));
    return packed;
}

static sheaf_table *read_bytes(const void *bytes, size_t n, const char *encoding)
{
    return sheaf_table_read_bytes_with(NULL, "trade.csv", bytes, n,
                                       &(sheaf_read_options){ .encoding = encoding });
}

static const char *message_of(const sheaf_table *table)
{
    static char text[1024];

    sheaf_error_text(sheaf_table_error(table), text, sizeof text);
    return text;
}

static void check_ok(const sheaf_table *table)
{
    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", message_of(table));
}

static void check_message(const void *bytes, size_t n, const char *encoding, const char *message)
{
    sheaf_table *table = read_bytes(bytes, n, encoding);

    assert_string_equal(message_of(table), message);
    sheaf_table_destroy(table);
}

/* Encodings --------------------------------------------------------------------- */

#define TEXT(bytes) (bytes), sizeof(bytes) - 1

/* Each is a table with a column "kind" and one member in it. */
static const struct {
    const char *name, *bytes;
    size_t n;
    const char *encoding, *member;
    size_t warnings;
} encodings[] = {
    { "UTF-8", TEXT("period,value,kind\n2023,1,Côte\n"), NULL, "Côte", 0 },
    { "UTF-8 with mark", TEXT("\xEF\xBB\xBFperiod,value,kind\n2023,1,Côte\n"), NULL, "Côte", 0 },
    { "UTF-8 as said", TEXT("\xEF\xBB\xBFperiod,value,kind\n2023,1,Côte\n"), "utf8", "Côte", 0 },
    { "UTF-16LE with mark",
      TEXT("\xFF\xFEp\0e\0r\0i\0o\0d\0,\0v\0a\0l\0u\0e\0,\0k\0i\0n\0d\0\n\0"
           "2\0000\0002\0003\0,\0001\0,\0\x00\x4E\x5C\x04\n\0"),
      NULL, "一ќ", 0 },
    { "UTF-16LE",
      TEXT("p\0e\0r\0i\0o\0d\0,\0v\0a\0l\0u\0e\0,\0k\0i\0n\0d\0\n\0"
           "2\0000\0002\0003\0,\0001\0,\0\x00\x4E\x3D\xD8\x00\xDE\n\0"),
      NULL, "一\U0001F600", 0 },
    { "UTF-16BE with mark",
      TEXT("\xFE\xFF\0p\0e\0r\0i\0o\0d\0,\0v\0a\0l\0u\0e\0,\0k\0i\0n\0d\0\n"
           "\0002\0000\0002\0003\0,\0001\0,\x4E\x2D\0\n"),
      NULL, "中", 0 },
    { "UTF-16BE",
      TEXT("\0p\0e\0r\0i\0o\0d\0,\0v\0a\0l\0u\0e\0,\0k\0i\0n\0d\0\n"
           "\0002\0000\0002\0003\0,\0001\0,\x4E\x2D\0\n"),
      NULL, "中", 0 },
    { "UTF-16 as said",
      TEXT("\xFF\xFEp\0e\0r\0i\0o\0d\0,\0v\0a\0l\0u\0e\0,\0k\0i\0n\0d\0\n\0"
           "2\0000\0002\0003\0,\0001\0,\0a\0\n\0"),
      "UTF-16", "a", 0 },
    { "windows-1252", TEXT("period,value,kind\n2023,1,C\xF4te d\x92Ivoire\n"), NULL,
      "Côte d\u2019Ivoire", 1 },
    { "ISO-8859-1 as said", TEXT("period,value,kind\n2023,1,C\xF4te\n"), "ISO-8859-1", "Côte", 0 },
    { "windows-1251",
      TEXT("period,value,kind\n2023,1,"
           "\xC2\xF1\xE5\xE3\xEE \xEF\xEE \xF0\xE5\xF1\xEF\xF3\xE1\xEB\xE8\xEA\xE5\n"),
      NULL, "Всего по республике", 1 },
    { "GB18030",
      TEXT("period,value,kind\n2023,1,\xD6\xD0\xB9\xFA\xBA\xA3\xB9\xD8\xD7\xDC\xCA\xF0\n"), NULL,
      "中国海关总署", 1 },
    { "GB18030, two words",
      TEXT("period,value,kind\n2023,1,\"\xB3\xF6\xBF\xDA, \xBD\xF8\xBF\xDA "
           "(\xCD\xF2\xC3\xC0\xD4\xAA)\"\n"),
      NULL, "出口, 进口 (万美元)", 1 },
    { "windows-1251, capitals", TEXT("period,value,kind\n2023,1,\xC2\xD1\xC5\xC3\xCE\n"), NULL,
      "ВСЕГО", 1 },
    { "windows-1251, flows", TEXT("period,value,kind\n2023,1,\xDD\xCA\n2022,1,\xC8\xCC\n"), NULL,
      "ЭК", 1 },
    { "windows-1252, German",
      TEXT("period,value,kind\n2023,1,\"\xD6sterreich, Ru\xDFland, T\xFCrkei\"\n"), NULL,
      "Österreich, Rußland, Türkei", 1 },
    { "windows-1251 as said", TEXT("period,value,kind\n2023,1,\xDD\xCA\n"), "windows-1251", "ЭК",
      0 },
    { "GBK as said", TEXT("period,value,kind\n2023,1,\xB3\xF6\xBF\xDA\n"), "GBK", "出口", 0 },
    { "GB18030 as said", TEXT("period,value,kind\n2023,1,\x81\x30\x89\x37\n"), "gb18030", "Þ", 0 },
};

static void test_every_encoding_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(encodings); i++) {
        struct bytes bytes = copy_of(encodings[i].bytes, encodings[i].n);
        sheaf_table *table;

        print_message("  %s\n", encodings[i].name);
        table = read_bytes(bytes.at, bytes.n, encodings[i].encoding);
        check_ok(table);
        assert_string_equal(sheaf_table_member(table, "kind", 0), encodings[i].member);
        assert_int_equal(sheaf_table_warning_count(table), encodings[i].warnings);
        sheaf_table_destroy(table);
        free(bytes.at);
    }
}

static void test_a_guess_is_told(void **state)
{
    static const char text[] = "period,value,kind\n2023,1,C\xF4te\n";
    sheaf_table *table = read_bytes(text, sizeof text - 1, NULL);
    sheaf_warning warning = SHEAF_WARNING_INIT;

    (void)state;
    assert_true(sheaf_table_warning(table, 0, &warning));
    assert_string_equal(warning.message,
                        "this is not UTF-8 and is read as windows-1252, which it looks like; if "
                        "that is wrong, say what it is in, as in encoding: windows-1251");
    assert_int_equal(warning.line, 2);
    assert_int_equal(warning.column, 9);
    sheaf_table_destroy(table);
}

/* Rows of ASCII, then the text. */
static struct bytes after_rows(size_t rows, const char *text, size_t n)
{
    struct bytes bytes = { malloc(rows * 32 + n + 32), 0 };

    assert_non_null(bytes.at);
    bytes.n = (size_t)sprintf(bytes.at, "period,value,kind\n");
    for (size_t i = 0; i < rows; i++)
        bytes.n += (size_t)sprintf(bytes.at + bytes.n, "2023,1,k%zu\n", i);
    memcpy(bytes.at + bytes.n, text, n);
    bytes.n += n;
    return bytes;
}

static void test_the_first_letter_that_is_not_ascii_decides(void **state)
{
    static const size_t rows[] = { 10, 6000, 60000, 200000 };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct bytes bytes = after_rows(rows[i], TEXT("2023,1,C\xF4te\n2023,1,S\xE3o\n"));
        sheaf_table *table = read_bytes(bytes.at, bytes.n, NULL);

        check_ok(table);
        assert_int_equal(sheaf_table_row_count(table), rows[i] + 2);
        assert_string_equal(sheaf_table_member(table, "kind", rows[i]), "Côte");
        assert_string_equal(sheaf_table_member(table, "kind", rows[i] + 1), "São");
        assert_int_equal(sheaf_table_warning_count(table), 1);
        sheaf_table_destroy(table);
        free(bytes.at);
    }
}

static const struct {
    const char *bytes;
    size_t n;
    const char *encoding, *message;
} strays[] = {
    { TEXT("period,value,kind\n2023,1,b\xE9ton\n"), "UTF-8",
      "trade.csv:2:9: error: byte 26 of the file (0xE9) is not UTF-8; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("\xEF\xBB\xBFperiod,value\n2023,\xFF\n"), NULL,
      "trade.csv:2:6: error: byte 21 of the file (0xFF) is not UTF-8; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("period,value,kind\n2023,1,中国哈萨克斯坦\xFF俄罗斯\n"), NULL,
      "trade.csv:2:15: error: byte 46 of the file (0xFF) is not UTF-8; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("\xFFperiod"), "UTF-8",
      "trade.csv:1:1: error: byte 0 of the file (0xFF) is not UTF-8; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("period,value,kind\n2023,1,\xE4\xB8"), "UTF-8",
      "trade.csv:2:8: error: byte 25 of the file (0xE4) is not UTF-8; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("period,value,kind\n2023,1,\xB3\xF6\x81\n"), "GBK",
      "trade.csv:2:9: error: byte 27 of the file (0x81) is not GBK; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("\xFF\xFEp\0e\0r"), NULL,
      "trade.csv:1:3: error: byte 6 of the file (0x72) is not UTF-16LE; save the file as UTF-8, or "
      "say what it is in, as in encoding: windows-1252" },
    { TEXT("period,value\n"), "klingon",
      "trade.csv: error: no encoding is named 'klingon'; usual ones are UTF-8, UTF-16, ISO-8859-1, "
      "windows-1251, windows-1252 and GB18030" },
    { TEXT("period,value\n"), "window-1251",
      "trade.csv: error: no encoding is named 'window-1251'; did you mean 'windows-1251'?" },
    { TEXT("period,value\n"), "",
      "trade.csv: error: no encoding is named ''; usual ones are UTF-8, UTF-16, ISO-8859-1, "
      "windows-1251, windows-1252 and GB18030" },
};

static void test_a_stray_byte_has_its_offset_and_a_way_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(strays); i++)
        check_message(strays[i].bytes, strays[i].n, strays[i].encoding, strays[i].message);
}

/* The ends of windows do not affect the text: a stray byte at any position is reported with its
 * line, column and offset. */
static void test_windows_do_not_show(void **state)
{
    (void)state;
    for (size_t at = 65530; at < 65542; at++) {
        struct bytes bytes = copy_of("period,value,kind\n2023,1,\u00E9\n", 28);
        char message[256];
        size_t lines = 2;

        while (bytes.n < at - 40) {
            append(&bytes, copy_of("2023,1,中国\n", 14));
            lines++;
        }
        append(&bytes, copy_of("2023,1,", 7));
        lines++;
        while (bytes.n < at)
            append(&bytes, copy_of("x", 1));
        append(&bytes, copy_of("中\xFE\n2023,1,b\n", 14));
        snprintf(
            message, sizeof message,
            "trade.csv:%zu:%zu: error: byte %zu of the file (0xFE) is not UTF-8; save the file "
            "as UTF-8, or say what it is in, as in encoding: windows-1252",
            lines, at - (28 + (lines - 3) * 14) + 2, at + 3);
        check_message(bytes.at, bytes.n, NULL, message);
        free(bytes.at);
    }
}

/* Packing ----------------------------------------------------------------------- */

static const char table_text[] = "period,value,kind\n2022,1,a\n2023,2,中\n";

static void check_rows(const void *bytes, size_t n, size_t rows)
{
    sheaf_table *table = read_bytes(bytes, n, NULL);

    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), rows);
    sheaf_table_destroy(table);
}

static void test_packed_files_are_unpacked(void **state)
{
    struct bytes (*const pack[])(const void *, size_t) = { gzip, zstd };

    (void)state;
    for (size_t i = 0; i < LENGTH(pack); i++) {
        struct bytes packed = pack[i](TEXT(table_text));

        check_rows(packed.at, packed.n, 2);
        append(&packed, pack[i](TEXT("2024,3,c\n"))); /* a second member */
        check_rows(packed.at, packed.n, 3);
        append(&packed, pack[i]("", 0));
        check_rows(packed.at, packed.n, 3);
        if (pack[i] == gzip) {
            append(&packed, copy_of("\0\0\0\0", 4)); /* padding */
            check_rows(packed.at, packed.n, 3);
        }
        append(&packed, copy_of("junk", 4));
        check_message(packed.at, packed.n, NULL,
                      pack[i] == gzip
                          ? "trade.csv: error: this gzip file is damaged; get it again"
                          : "trade.csv: error: this zstd file is damaged; get it again");
        free(packed.at);
    }
}

static void test_packed_files_may_be_in_any_encoding(void **state)
{
    struct bytes rows = after_rows(30000, TEXT("2023,1,C\xF4te\n"));
    struct bytes packed = zstd(rows.at, rows.n);

    (void)state;
    check_rows(packed.at, packed.n, 30001);
    free(packed.at);
    packed =
        gzip(TEXT("\xFF\xFEp\0e\0r\0i\0o\0d\0,\0v\0a\0l\0u\0e\0\n\0002\0000\0002\0003\0,\0001\0"));
    check_rows(packed.at, packed.n, 1);
    free(packed.at);
    packed = gzip(TEXT("\xEF\xBB\xBFperiod,value\n2023,\xFF\n"));
    check_message(
        packed.at, packed.n, NULL,
        "trade.csv:2:6: error: byte 21 of the unpacked file (0xFF) is not UTF-8; save the "
        "file as UTF-8, or say what it is in, as in encoding: windows-1252");
    free(packed.at);
    free(rows.at);
}

/* A packed file that is cut at any byte, or has any byte changed, is refused or read correctly. */
static void test_damaged_packing_is_one_error(void **state)
{
    struct bytes (*const pack[])(const void *, size_t) = { gzip, zstd };

    (void)state;
    for (size_t i = 0; i < LENGTH(pack); i++) {
        struct bytes packed = pack[i](TEXT(table_text));

        for (size_t n = 4; n < packed.n; n++) {
            struct bytes cut = copy_of(packed.at, n);

            check_message(cut.at, cut.n, NULL,
                          "trade.csv: error: this packed file ends too early; get it again");
            cut.at[n - 1] = (char)(cut.at[n - 1] ^ 0x55);
            sheaf_table_destroy(read_bytes(cut.at, cut.n, NULL));
            free(cut.at);
        }
        free(packed.at);
    }
}

static void test_a_bomb_is_not_unpacked(void **state)
{
    size_t n = 100 << 20;
    char *rows = malloc(n);
    struct bytes packed;

    (void)state;
    assert_non_null(rows);
    memset(rows, 'x', n);
    memcpy(rows, "period,value,kind", 17);
    for (size_t at = 17; at + 1000 < n; at += 1000)
        memcpy(rows + at, "\n2023,1,", 8);
    packed = zstd(rows, n);
    free(rows);
    check_message(packed.at, packed.n, NULL,
                  "trade.csv: error: this unpacks to more than 250 times its size, as no table "
                  "does; if it is one, unpack it first");
    free(packed.at);
}

static const struct {
    const char *bytes, *says;
} archives[] = {
    { "PK\3\4....", "this is a ZIP archive or an XLSX workbook; unpack it and name the file "
                    "inside, or save the sheet as CSV" },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "this is an XLS workbook; save the sheet as CSV" },
    { "%PDF-1.7", "this is a PDF; ask its publisher for the table as CSV" },
};

static void test_what_is_no_table_is_called_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(archives); i++) {
        char message[256];

        snprintf(message, sizeof message, "trade.csv: error: %s", archives[i].says);
        check_message(archives[i].bytes, 8, NULL, message);
    }
}

/* Pipes and memory -------------------------------------------------------------- */

/* Standard input is a pipe into which a child writes text, in pieces, `repeat` times over. */
static pid_t feed(const char *text, size_t n, size_t repeat)
{
    int ends[2];
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        for (size_t i = 0; i < repeat; i++)
            for (size_t at = 0, step; at < n; at += step) {
                step = n - at < 1000 ? n - at : 1000;
                if (write(ends[1], text + at, step) != (ssize_t)step)
                    _exit(1);
            }
        _exit(0);
    }
    close(ends[1]);
    assert_true(dup2(ends[0], STDIN_FILENO) >= 0);
    close(ends[0]);
    return child;
}

static void test_standard_input_is_a_file_like_any(void **state)
{
    struct bytes rows = after_rows(50000, TEXT("2023,1,C\xC3\xB4te\n"));
    struct bytes packed = gzip(rows.at, rows.n);
    const struct bytes *const given[] = { &rows, &packed };

    (void)state;
    for (size_t i = 0; i < LENGTH(given); i++) {
        sheaf_table *table;

        feed(given[i]->at, given[i]->n, 1);
        table = sheaf_table_read(NULL, "-");
        check_ok(table);
        assert_int_equal(sheaf_table_row_count(table), 50001);
        sheaf_table_destroy(table);
    }
    free(packed.at);
    free(rows.at);
}

/* Measures the peak of memory in use. */
struct meter {
    size_t now, most;
};

static void *metered_resize(void *context, void *block, size_t old_size, size_t new_size)
{
    struct meter *meter = context;

    meter->now += new_size - old_size;
    meter->most = meter->now > meter->most ? meter->now : meter->most;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, new_size);
}

static void test_a_line_without_end_is_refused_soon(void **state)
{
    static const struct {
        char byte;
        const char *message;
    } lines[] = {
        { 'x', "standard input:1:1: error: this field is longer than 65536 bytes; is a quote or "
               "a separator missing?" },
        { ',', "standard input:1:16384: error: a row has at most 16384 fields; give periods or "
               "series rows of their own" },
        { '"', "standard input:1:1: error: this quote is not closed within 65536 bytes" },
        { '\0', "standard input: error: this is not a text table: byte 0 is NUL" },
    };
    static char block[1 << 20];

    (void)state;
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct meter meter = { 0, 0 };
        sheaf_alloc alloc = { &meter, metered_resize };
        sheaf_table *table;

        memset(block, lines[i].byte, sizeof block);
        feed(block, sizeof block, 1024);
        sheaf_context *context = sheaf_context_create(&alloc);
        table = sheaf_table_read(context, "-");
        sheaf_context_destroy(context);
        assert_string_equal(message_of(table), lines[i].message);
        sheaf_table_destroy(table);
        assert_int_equal(meter.now, 0);
        assert_true(meter.most < 4 << 20);
    }
}

static void test_a_long_row_is_refused(void **state)
{
    struct bytes bytes = copy_of("period,value\n", 13);
    char *field = malloc(60000);

    (void)state;
    assert_non_null(field);
    memset(field, 'x', 60000);
    field[59999] = ',';
    for (int i = 0; i < 30; i++)
        append(&bytes, copy_of(field, 60000));
    check_message(bytes.at, bytes.n, NULL,
                  "trade.csv:2:1: error: this row is longer than 1048576 bytes");
    free(bytes.at);
    free(field);
}

/* A text much longer than the window takes no more memory than the window. */
static void test_a_long_text_takes_flat_memory(void **state)
{
    static const char row[] = "2023,1,a kind of goods that takes many words to be told of\n";
    struct meter meter = { 0, 0 };
    sheaf_alloc alloc = { &meter, metered_resize };
    struct bytes bytes = copy_of(TEXT("period,value,kind\n"));
    sheaf_table *table;

    (void)state;
    bytes.at = realloc(bytes.at, 20 << 20);
    assert_non_null(bytes.at);
    while (bytes.n + sizeof row < 20 << 20) {
        memcpy(bytes.at + bytes.n, row, sizeof row - 1);
        bytes.n += sizeof row - 1;
    }
    table = table_read_in(&alloc, "trade.csv", bytes.at, bytes.n);
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), 1);
    assert_true(meter.most < 2 << 20);
    sheaf_table_destroy(table);
    free(bytes.at);
}

static void test_survives_every_failed_allocation(void **state)
{
    struct bytes rows = after_rows(20000, TEXT("2023,1,C\xF4te\n"));
    struct bytes packed = gzip(rows.at, rows.n);

    (void)state;
    rows_survive_every_oom("trade.csv", packed.at, packed.n);
    free(packed.at);
    free(rows.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_encoding_is_read),
        cmocka_unit_test(test_a_guess_is_told),
        cmocka_unit_test(test_the_first_letter_that_is_not_ascii_decides),
        cmocka_unit_test(test_a_stray_byte_has_its_offset_and_a_way_out),
        cmocka_unit_test(test_windows_do_not_show),
        cmocka_unit_test(test_packed_files_are_unpacked),
        cmocka_unit_test(test_packed_files_may_be_in_any_encoding),
        cmocka_unit_test(test_damaged_packing_is_one_error),
        cmocka_unit_test(test_a_bomb_is_not_unpacked),
        cmocka_unit_test(test_what_is_no_table_is_called_by_its_name),
        cmocka_unit_test(test_standard_input_is_a_file_like_any),
        cmocka_unit_test(test_a_line_without_end_is_refused_soon),
        cmocka_unit_test(test_a_long_row_is_refused),
        cmocka_unit_test(test_a_long_text_takes_flat_memory),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
