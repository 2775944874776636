/* archives_are_read_file_by_file.c - files inside a ZIP archive are unpacked piece by piece;
 * damaged and encrypted ones and bombs end in one message. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input/zip.h"
#include "support/archives.h"

enum { BOMB = 100 << 20 };

/* Reads the file of that name to its end. Returns its length; what is wrong goes to the error. */
static size_t read_file(const struct packed *packed, const char *name, char *first, size_t room,
                        sheaf_error *error)
{
    const struct reading reading = { .alloc = memory_or_default(NULL),
                                     .name = "a.zip",
                                     .error = error };
    struct input *input = input_open_bytes(&reading, packed->bytes, packed->n);
    struct archive *archive = input != NULL ? archive_open(input) : NULL;
    struct archive_file *file = archive != NULL ? archive_file_open(archive, name) : NULL;
    char piece[4096];
    size_t total = 0, got;

    first[0] = '\0';
    while (file != NULL && (got = archive_file_read(file, piece, sizeof piece)) > 0) {
        if (total == 0)
            snprintf(first, room, "%.*s", (int)got, piece);
        total += got;
    }
    archive_file_close(file);
    archive_close(archive);
    input_close(input);
    return total;
}

/* The names in the archive, a space after each. */
static const char *names_of(const struct packed *packed)
{
    static char names[200];
    sheaf_error error = { 0 };
    const struct reading reading = { .alloc = memory_or_default(NULL),
                                     .name = "a.zip",
                                     .error = &error };
    struct input *input = input_open_bytes(&reading, packed->bytes, packed->n);
    struct archive *archive = archive_open(input);
    size_t n = 0;

    for (size_t i = 0; i < archive_count(archive); i++) {
        n += (size_t)snprintf(names + n, sizeof names - n, "%s ", archive_name(archive, i));
        assert_true(archive_has(archive, archive_name(archive, i)));
    }
    assert_false(archive_has(archive, "a"));
    archive_close(archive);
    input_close(input);
    return names;
}

static void test_files_are_found_and_read(void **state)
{
    static const struct packed_file files[] = { { "a.txt", "alpha", 0 },
                                                { "b/c.txt", "gamma gamma gamma gamma", 0 } };
    struct packed packed = archive_pack(files, LENGTH(files));
    sheaf_error error = { 0 };
    char text[100];

    (void)state;
    assert_true(archive_recognises(packed.bytes, packed.n));
    assert_string_equal(names_of(&packed), "a.txt b/c.txt ");
    assert_int_equal(read_file(&packed, "b/c.txt", text, sizeof text, &error), 23);
    assert_string_equal(text, "gamma gamma gamma gamma");
    assert_int_equal(read_file(&packed, "a.txt", text, sizeof text, &error), 5);
    assert_int_equal(error.status, SHEAF_OK);
    assert_int_equal(read_file(&packed, "A.txt", text, sizeof text, &error), 0);
    assert_string_equal(error.message, "A.txt cannot be read: there is no such file in the "
                                       "archive; is it a workbook?");
    free(packed.bytes);
}

static void test_damaged_archives_are_told(void **state)
{
    char *text = calloc(1, 20001);
    struct packed_file file = { "a.txt", text, 0 };
    struct packed packed, damaged;
    sheaf_error error = { 0 };
    char first[100];

    (void)state;
    for (int i = 0; i < 20000; i++)
        text[i] = (char)('a' + i * i % 23);
    packed = archive_pack(&file, 1);
    damaged = (struct packed){ packed.bytes, packed.n - 30 };
    read_file(&damaged, "a.txt", first, sizeof first, &error);
    assert_string_equal(error.message,
                        "the archive cannot be read: the archive is damaged; get it again");
    error = (sheaf_error){ 0 };
    memset(packed.bytes + 40, 0xAA, 8);
    read_file(&packed, "a.txt", first, sizeof first, &error);
    assert_string_equal(error.message,
                        "a.txt cannot be read: the archive is damaged; get it again");
    free(packed.bytes);
    free(text);
}

static void test_bombs_are_refused(void **state)
{
    char *zeros = calloc(1, BOMB);
    struct packed_file file = { "a.xml", zeros, BOMB };
    struct packed packed = archive_pack(&file, 1);
    sheaf_error error = { 0 };
    char text[10];

    (void)state;
    free(zeros);
    assert_in_range(read_file(&packed, "a.xml", text, sizeof text, &error), 64 << 20, 65 << 20);
    assert_string_equal(error.message, "a.xml unpacks to more than 250 times the size of the "
                                       "archive, as no table does");
    free(packed.bytes);
}

/* A directory of four thousand million files, which libzip would believe. */
static void test_directories_without_end_are_refused(void **state)
{
    static const char record[56] = "PK\6\6", locator[20] = "PK\6\7", end[22] = "PK\5\6";
    char bytes[4 + sizeof record + sizeof locator + sizeof end] = "PK\3\4";
    struct packed packed = { bytes, sizeof bytes };
    sheaf_error error = { 0 };
    char text[10];

    (void)state;
    memcpy(bytes + 4, record, sizeof record);
    memset(bytes + 4 + 24, 0xFF, 12);
    memcpy(bytes + 60, locator, sizeof locator);
    bytes[60 + 8] = 4;
    memcpy(bytes + 80, end, sizeof end);
    read_file(&packed, "a.xml", text, sizeof text, &error);
    assert_string_equal(error.message,
                        "the archive has more than 65535 files; no workbook has so many");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_are_found_and_read),
        cmocka_unit_test(test_damaged_archives_are_told),
        cmocka_unit_test(test_bombs_are_refused),
        cmocka_unit_test(test_directories_without_end_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
