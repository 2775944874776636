/* rows_are_split_into_fields.c - delimited values are split as RFC 4180 says, and as real files
 * have them. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/scan.h"
#include "input/csv.h"

enum { MOST_ROWS = 4, MOST_FIELDS = 5 };

static const struct {
    const char *name, *text;
    const char *rows[MOST_ROWS][MOST_FIELDS];
} splits[] = {
    { "plain", "a,b,c\n1,2,3\n", { { "a", "b", "c" }, { "1", "2", "3" } } },
    { "plain, CR LF", "a,b,c\r\n1,2,3\r\n", { { "a", "b", "c" }, { "1", "2", "3" } } },
    { "a comma in quotes",
      "first,last,address,city,zip\nJohn,Doe,12 Any St.,\"Almaty, KZ\",050000\n",
      { { "first", "last", "address", "city", "zip" },
        { "John", "Doe", "12 Any St.", "Almaty, KZ", "050000" } } },
    { "nothing in quotes and without",
      "a,b,c\n1,\"\",\"\"\n2,,4\n,,\n",
      { { "a", "b", "c" }, { "1", "", "" }, { "2", "", "4" }, { "", "", "" } } },
    { "nothing in quotes and without, CR LF",
      "a,b,c\r\n1,\"\",\"\"\r\n2,3,\r\n",
      { { "a", "b", "c" }, { "1", "", "" }, { "2", "3", "" } } },
    { "doubled quotes",
      "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
      { { "a", "b" }, { "1", "ha \"ha\" ha" }, { "3", "4" } } },
    { "JSON in a field",
      "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n",
      { { "key", "val" }, { "1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}" } } },
    { "line ends in quotes",
      "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
      { { "a", "b", "c" },
        { "1", "2", "3" },
        { "Once upon \na time", "5", "6" },
        { "7", "8", "9" } } },
    { "line ends in quotes, CR LF",
      "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
      { { "a", "b", "c" },
        { "1", "2", "3" },
        { "Once upon \r\na time", "5", "6" },
        { "7", "8", "9" } } },
    { "doubled quotes and line ends",
      "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
      { { "a", "b" }, { "1", "ha \n\"ha\" \nha" }, { "3", "4" } } },
    { "other scripts",
      "a,b,c\n1,2,3\n4,5,ʤ\n中国,Қазақстан,\"é,è\"\n",
      { { "a", "b", "c" }, { "1", "2", "3" }, { "4", "5", "ʤ" }, { "中国", "Қазақстан", "é,è" } } },
    { "coordinates with signs and marks",
      "id,at,place\n1,\"43°15′ N, 76°54′ E\",Almaty\n2,-33.86;151.20,Sydney\n",
      { { "id", "at", "place" },
        { "1", "43°15′ N, 76°54′ E", "Almaty" },
        { "2", "-33.86;151.20", "Sydney" } } },
    { "no last line end", "a,b\n1,2", { { "a", "b" }, { "1", "2" } } },
    { "a last CR", "a,b\n1,\"2\"\r", { { "a", "b" }, { "1", "2" } } },
    { "a last separator", "a,b\n1,", { { "a", "b" }, { "1", "" } } },
    { "a CR inside", "a,b\n1\r2,3\n", { { "a", "b" }, { "1\r2", "3" } } },
    { "spaces around",
      " a ,\tb\n \"1\", 2 \n\"3\" ,4\n",
      { { "a", "b" }, { "\"1\"", "2" }, { "3", "4" } } },
    { "quotes inside", "a,b\n5\" pipe,6'\n", { { "a", "b" }, { "5\" pipe", "6'" } } },
    { "semicolons", "a;b;c\n1,5;\"2;0\";3\n", { { "a", "b", "c" }, { "1,5", "2;0", "3" } } },
    { "tabs", "a\tb\n1\t\n", { { "a", "b" }, { "1", "" } } },
    { "bars", "a|b|c\n1|2|3\n", { { "a", "b", "c" }, { "1", "2", "3" } } },
    { "empty lines", "\n\r\na,b\n\n1,2\n\n", { { "a", "b" }, { "1", "2" } } },
    { "a row of one empty field in quotes", "a\n\"\"\n1\n", { { "a" }, { "" }, { "1" } } },
    { "nothing", "", { { NULL } } },
};

static struct csv *start(const char *text, size_t n, sheaf_error *error)
{
    struct csv *csv = malloc(sizeof *csv);

    assert_non_null(csv);
    csv_start(csv, NULL, "x", text, n, error);
    return csv;
}

static void end(struct csv *csv)
{
    csv_end(csv);
    free(csv);
}

static void check_row(const struct csv *csv, const char *const *fields)
{
    size_t count = 0;

    while (count < MOST_FIELDS && fields[count] != NULL)
        count++;
    assert_int_equal(csv->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(csv->fields[i].n, strlen(fields[i]));
        assert_memory_equal(csv->fields[i].text, fields[i], csv->fields[i].n);
    }
}

static void test_rows_are_split(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(splits); i++) {
        sheaf_error error = { SHEAF_OK };
        size_t n = strlen(splits[i].text), row = 0;
        char *text = malloc(n > 0 ? n : 1); /* no byte more, for the sanitizers */
        struct csv *csv;

        print_message("  %s\n", splits[i].name);
        assert_non_null(text);
        memcpy(text, splits[i].text, n);
        csv = start(text, n, &error);
        for (; row < MOST_ROWS && splits[i].rows[row][0] != NULL; row++) {
            assert_true(csv_next(csv));
            check_row(csv, splits[i].rows[row]);
        }
        assert_false(csv_next(csv));
        assert_int_equal(error.status, SHEAF_OK);
        end(csv);
        free(text);
    }
}

static void test_places_are_in_the_text(void **state)
{
    static const char text[] = "a,b\n\n\"x\ny\",\"中\n\n国\"\n1,2\n";
    sheaf_error error = { SHEAF_OK };
    struct csv *csv = start(text, sizeof text - 1, &error);

    (void)state;
    assert_true(csv_next(csv));
    assert_int_equal(csv->row_line, 1);
    assert_true(csv_next(csv));
    assert_int_equal(csv->row_line, 3);
    assert_true(csv_next(csv));
    assert_int_equal(csv->row_line, 7);
    csv_fail(csv, &csv->fields[1], "what is %s", "this");
    assert_int_equal(error.line, 7);
    assert_int_equal(error.column, 3);
    assert_string_equal(error.excerpt, "1,2");
    end(csv);

    error = (sheaf_error){ SHEAF_OK };
    csv = start(text, sizeof text - 1, &error);
    assert_true(csv_next(csv) && csv_next(csv));
    csv_fail(csv, &csv->fields[1], "what is this");
    assert_int_equal(error.line, 4);
    assert_int_equal(error.column, 4);
    assert_string_equal(error.excerpt, "y\",\"中");
    assert_false(csv_next(csv));
    end(csv);
}

/* Rows of a file equal the rows of the same text in memory, wherever a window ends. */
static void test_windows_do_not_show(void **state)
{
    size_t n = 0, capacity = 1 << 20, rows = 0;
    char *text = malloc(capacity);

    (void)state;
    assert_non_null(text);
    for (int i = 0; n < capacity - 200; i++)
        n += (size_t)sprintf(text + n, "%d,\"q \"\"%d\"\"\n %.*s\",%.*s\r\n", i, i, i % 60,
                             "............................................................", i % 7,
                             "xxxxxxx");
    for (size_t shift = 0; shift < 12; shift++) {
        sheaf_error error = { SHEAF_OK }, windowed_error = { SHEAF_OK };
        const struct reading reading = { .alloc = memory_or_default(NULL),
                                         .name = "x",
                                         .error = &windowed_error };
        struct input *input = input_open_bytes(&reading, text + shift, n - shift);
        struct csv *whole = start(text + shift, n - shift, &error),
                   *windowed = malloc(sizeof *whole);

        assert_non_null(windowed);
        csv_open(windowed, input);
        while (csv_next(whole)) {
            assert_true(csv_next(windowed));
            assert_int_equal(whole->count, windowed->count);
            assert_int_equal(whole->row_line, windowed->row_line);
            for (size_t i = 0; i < whole->count; i++) {
                assert_int_equal(whole->fields[i].n, windowed->fields[i].n);
                if (memcmp(whole->fields[i].text, windowed->fields[i].text, whole->fields[i].n))
                    fail_msg("line %zu", whole->row_line);
            }
            rows++;
        }
        assert_false(csv_next(windowed));
        assert_int_equal(error.status, windowed_error.status);
        end(whole);
        end(windowed);
        input_close(input);
    }
    assert_true(rows > 10000);
    free(text);
}

/* Fields may start and end anywhere in the scanner's blocks. */
static void test_blanks_and_quotes_count_anywhere(void **state)
{
    (void)state;
    for (int before = 0; before < 3 * SCAN_BLOCK; before++) {
        char filler[3 * SCAN_BLOCK], text[4 * SCAN_BLOCK];
        sheaf_error error = { SHEAF_OK };

        memset(filler, 'x', sizeof filler);
        int n = snprintf(text, sizeof text, "%.*s, b ,\t\"c,d\",e \r\n1,2,3,4\n", before, filler);
        struct csv *csv = start(text, (size_t)n, &error);
        filler[before] = '\0';
        assert_true(csv_next(csv));
        check_row(csv, (const char *[]){ filler, "b", "\"c", "d\"", "e", NULL });
        assert_true(csv_next(csv));
        check_row(csv, (const char *[]){ "1", "2", "3", "4", NULL });
        assert_false(csv_next(csv));
        end(csv);
    }
}

/* The limit is exact to the byte, wherever a field lies in the blocks. */
static void test_fields_have_a_limit(void **state)
{
    char *text = malloc(CSV_FIELD_LIMIT + 2 * SCAN_BLOCK);

    (void)state;
    assert_non_null(text);
    for (size_t before = 0; before < SCAN_BLOCK; before++)
        for (size_t over = 0; over < 2; over++) {
            size_t n = before + 1 + CSV_FIELD_LIMIT + over;
            sheaf_error error = { SHEAF_OK };

            memset(text, 'x', n);
            text[before] = ',';
            memcpy(text + n, ",y\n", 3);
            struct csv *csv = start(text, n + 3, &error);
            assert_int_equal(csv_next(csv), over == 0);
            assert_int_equal(strstr(error.message, "longer than 65536 bytes") != NULL, over > 0);
            end(csv);
        }
    free(text);
}

static bool is_end(const char *text, size_t n, size_t at)
{
    return at < n && (text[at] == ',' || text[at] == '\n');
}

/* Checks one block; bytes of other blocks are ignored. */
static void check_rough(const struct scan *scan, const char *text, size_t n)
{
    size_t start = (size_t)(scan->block - text);

    for (size_t i = 0; i < SCAN_BLOCK; i++) {
        bool loose = start + i < n && strchr(" \t\"", text[start + i]) != NULL;
        bool beside = i == 0 || i + 1 == SCAN_BLOCK || is_end(text, n, start + i - 1) ||
                      is_end(text, n, start + i + 1);

        assert_int_equal(scan->rough >> i & 1, loose && beside);
    }
}

/* The scanner finds what a comparison of every byte finds. */
static void test_scanning_passes_nothing_over(void **state)
{
    unsigned seed = 1;

    (void)state;
    for (size_t n = 0; n < 300; n++) {
        char *text = malloc(n > 0 ? n : 1); /* no byte more, for the sanitizers */
        struct scan scan;
        const char *from;

        assert_non_null(text);
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = ",\n\x0B-x\xAC\x8A\x80 \t\""[(seed >> 16) % (n % 3 == 0 ? 11 : 60) % 11];
        }
        scan_start(&scan, text, text + n, ',', '\n');
        for (size_t i = 0; i < n; i++)
            if (text[i] == ',' || text[i] == '\n')
                assert_ptr_equal(scan_next(&scan), text + i);
        assert_ptr_equal(scan_next(&scan), text + n);
        scan_start(&scan, text, text + n, ',', '\n');
        do
            check_rough(&scan, text, n);
        while (scan_refill(&scan));
        for (size_t skip = 0; skip < n; skip++) {
            size_t next = skip;

            scan_start(&scan, text, text + n, ',', '\n');
            scan_skip(&scan, text + skip);
            while (next < n && text[next] != ',' && text[next] != '\n')
                next++;
            assert_ptr_equal(scan_next(&scan), text + next);
        }
        for (from = text; from < text + n && (unsigned char)*from < 0x80;)
            from++;
        assert_ptr_equal(scan_past_ascii(text, text + n), from);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_are_split),
        cmocka_unit_test(test_places_are_in_the_text),
        cmocka_unit_test(test_windows_do_not_show),
        cmocka_unit_test(test_blanks_and_quotes_count_anywhere),
        cmocka_unit_test(test_fields_have_a_limit),
        cmocka_unit_test(test_scanning_passes_nothing_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
