/* numbers_are_exact.c - decimal text and doubles, both ways, against known cases
 * and against the C library over many random doubles. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/number.h"

static const struct {
    const char *text;
    double value;
    int decimals;
} readable[] = {
    { "31.5", 31.5, 1 },
    { "9", 9, 0 },
    { "2.50", 2.5, 2 },
    { ".5", 0.5, 1 },
    { "-2.1", -2.1, 1 },
    { "\xE2\x88\x92"
      "2.1",
      -2.1, 1 },
    { "+3e3", 3000, -3 },
    { "1.5E-2", 0.015, 3 },
    { "0012", 12, 0 },
    { "123456789012345", 123456789012345, 0 },
    { "-12345678901234.5", -12345678901234.5, 1 },
    { "1234567890123456", 1234567890123456, 0 },
    { "0.00000000000001", 1e-14, 14 },
    { "0.000000000000001", 1e-15, 15 },
    { "-.5", -0.5, 1 },
    { "000000000000000000012", 12, 0 },
    { "9007199254740993", 9007199254740992, 0 }, /* a tie: to even */
    { "9007199254740992.9999999999999999999999999", 9007199254740992, 25 },
    { "9007199254740993.0000000000000000000000001", 9007199254740994, 25 },
    { "4.9406564584124654e-324", 0x1p-1074, 340 },
    { "2.4703282292062327e-324", 0, 340 },
    { "1.7976931348623157e308", 0x1.fffffffffffffp1023, -292 },
    { "2.2250738585072011e-308", 0x0.fffffffffffffp-1022, 324 },
};

static const char *const unreadable[] = { "",
                                          ".",
                                          "-",
                                          "1.",
                                          "1e",
                                          "e5",
                                          "--1",
                                          "1 2",
                                          "12,5",
                                          "0x10",
                                          "nan",
                                          "inf",
                                          "1e400",
                                          "5p",
                                          " 5",
                                          "5 ",
                                          "1.2.3",
                                          "+-1",
                                          "1.7976931348623159e308" };

static void reads_decimal_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readable); i++) {
        double value = NAN;
        int decimals = -99;

        print_message("  %s\n", readable[i].text);
        assert_true(number_read(readable[i].text, strlen(readable[i].text), &value, &decimals));
        assert_true(value == readable[i].value);
        assert_int_equal(decimals, readable[i].decimals);
    }
}

static void refuses_what_is_no_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(unreadable); i++) {
        double value = 7;

        print_message("  '%s'\n", unreadable[i]);
        assert_false(number_read(unreadable[i], strlen(unreadable[i]), &value, NULL));
        assert_true(value == 7);
    }
}

static const struct {
    double value;
    const char *shortest;
} writable[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 31.5, "31.5" },
    { -0.1, "-0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1e15, "1000000000000000" },
    { 123456789012345678.0, "1.2345678901234568e+17" },
    { 0.000001, "0.000001" },
    { 1e-7, "1e-07" },
    { 1e23, "1e+23" },
    { 5e-324, "5e-324" },
    { 1.7976931348623157e308, "1.7976931348623157e+308" },
    { INFINITY, "inf" },
    { -INFINITY, "-inf" },
    { NAN, "nan" },
};

static void writes_the_shortest_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(writable); i++) {
        char text[NUMBER_TEXT];

        assert_int_equal(number_write(text, writable[i].value), strlen(writable[i].shortest));
        assert_string_equal(text, writable[i].shortest);
    }
}

static const struct {
    double value;
    int decimals;
    const char *text;
} fixed[] = {
    { 0.125, 2, "0.12" },
    { 0.375, 2, "0.38" },
    { 2.675, 2, "2.67" }, /* below the tie in binary */
    { 1e17, 0, "100000000000000000" },
    { 123456789012.35, 9, "123456789012.350006104" },
    { -0.0001, 2, "0.00" },
    { 999.9996, 3, "1000.000" },
    { 999999999999999.9, 1, "999999999999999.9" },
    { 1e18, 0, "" },
    { NAN, 3, "" },
    { INFINITY, 0, "" },
    { 1, 18, "" },
};

static void writes_fixed_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(fixed); i++) {
        char text[2 * NUMBER_TEXT] = "";

        assert_int_equal(number_write_fixed(text, fixed[i].value, fixed[i].decimals),
                         strlen(fixed[i].text));
        assert_string_equal(text, fixed[i].text);
    }
}

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    return *seed ^= *seed << 17;
}

static void agrees_with_the_c_library(void **state)
{
    uint64_t seed = 88172645463325252u;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = next_random(&seed);
        double value, again;
        char text[2 * NUMBER_TEXT], theirs[64];

        if (i % 4 == 0)
            memcpy(&value, &bits, sizeof value);
        else
            value = (double)(bits % 2000000000) / (i % 4 == 1 ? 1000 : 3.7);
        if (!isfinite(value))
            continue;
        number_write(text, value);
        assert_true(strtod(text, NULL) == value);
        snprintf(theirs, sizeof theirs, "%.*g", (int)(bits % 20) + 1, value);
        if (isfinite(strtod(theirs, NULL))) {
            assert_true(number_read(theirs, strlen(theirs), &again, NULL));
            assert_true(again == strtod(theirs, NULL));
        }
        if (fabs(value) < 1e17 && fabs(value) >= 1) {
            snprintf(theirs, sizeof theirs, "%.*f", (int)(bits % 12), value);
            assert_int_equal(number_write_fixed(text, value, (int)(bits % 12)), strlen(theirs));
            assert_string_equal(text, theirs);
        }
    }
}

/* Digits with points and other characters among them, in room of just their length. */
/* Digits from the first that is not 0. */
static int significant(const char *text)
{
    int n = 0;

    for (; *text != '\0' && *text != 'e'; text++)
        n += *text >= '0' && *text <= '9' && (n > 0 || *text != '0');
    return n;
}

/* The fewest digits with which the C library reads a value back, in its own rounding. */
static int fewest_digits(double value)
{
    char text[64];

    for (int n = 1; n < 17; n++) {
        snprintf(text, sizeof text, "%.*e", n - 1, value);
        if (strtod(text, NULL) == value)
            return n;
    }
    return 17;
}

static const struct {
    double value;
    const char *text;
} full[] = {
    { 1e6 / 3, "333333.3333333333" },
    { -2.0 / 3, "-0.6666666666666666" },
    { 0.1 + 0.7, "0.7999999999999999" },
    { 999999999999999.9, "999999999999999.9" },
    { 99999999999999.98, "99999999999999.98" },
    { 0x1.0000000000001p-1, "0.5000000000000001" },
    { 0x1.fffffffffffffp-1, "0.9999999999999999" },
    { 0x1.fffffffffffffp-4, "0.12499999999999999" },
    { 65537.0 / 131072, "0.5000076293945312" }, /* ties: to even */
    { 65539.0 / 131072, "0.5000228881835938" },
    { 4503599627370495.5 / 8, "562949953421311.94" },
};

/* What is computed has 15 to 17 digits: no text is longer than it must be, and none is off. */
static void numbers_of_all_digits_are_as_short_as_can_be(void **state)
{
    uint64_t seed = 1181783497276652981u;
    char text[NUMBER_TEXT], theirs[64];

    (void)state;
    for (size_t i = 0; i < LENGTH(full); i++) {
        number_write(text, full[i].value);
        assert_true(strtod(text, NULL) == full[i].value);
        assert_string_equal(text, full[i].text);
    }
    for (int i = 0; i < 40000; i++) {
        uint64_t bits = next_random(&seed);
        double value = ldexp((double)(bits >> 11), -(int)(bits % 64)) * (i % 2 == 0 ? 1 : -1);
        int fewest = fewest_digits(value);

        number_write(text, value);
        assert_true(strtod(text, NULL) == value);
        if (fabs(value) >= 1e15 || fabs(value) < 1e-6 || strchr(text, 'e') != NULL)
            continue;
        if (strchr(text, '.') != NULL) /* the zeros of whole numbers count otherwise */
            assert_int_equal(significant(text), fewest);
        assert_int_equal(number_decimals(value),
                         strchr(text, '.') != NULL ? strlen(strchr(text, '.')) - 1 : 0);
        snprintf(theirs, sizeof theirs, "%.*f", number_decimals(value), value);
        assert_string_equal(text, theirs);
    }
}

static void short_texts_are_read_as_the_c_library_does(void **state)
{
    static const char characters[] = "01234567890123456789.:/-,";
    uint64_t seed = 88172645463325252u;

    (void)state;
    for (int i = 0; i < 200000; i++) {
        size_t n = (size_t)(i % 19), point = (size_t)(next_random(&seed) % 24);
        char text[32] = "", *exact = malloc(n > 0 ? n : 1), *end;
        bool is_number;
        double value = -1;
        int decimals = -1;

        assert_non_null(exact);
        for (size_t k = 0; k < n; k++)
            text[k] = k == point ? '.' : characters[next_random(&seed) % (i % 8 == 0 ? 25 : 20)];
        text[0] = n > 1 && i % 3 == 0 ? '-' : text[0];
        memcpy(exact, text, n);
        is_number = n > 0 && strspn(text, "-0123456789.") == n && text[n - 1] != '.';
        is_number = is_number && strtod(text, &end) > -1e30 && end == text + n;
        assert_int_equal(number_read(exact, n, &value, &decimals), is_number);
        if (is_number) {
            const char *mark = strchr(text, '.');

            assert_true(value == strtod(text, NULL));
            assert_int_equal(decimals, mark != NULL ? strlen(mark + 1) : 0);
        }
        free(exact);
    }
}

static void reads_integers_within_bounds(void **state)
{
    static const struct {
        const char *text;
        bool good;
        int64_t value;
    } cases[] = { { "42", true, 42 },  { "-7", true, -7 },   { "100", true, 100 },
                  { "101", false, 0 }, { "-101", false, 0 }, { "", false, 0 },
                  { "4.0", false, 0 }, { "4x", false, 0 },   { "99999999999999999999", false, 0 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        int64_t value = 0;

        assert_int_equal(
            number_read_integer(cases[i].text, strlen(cases[i].text), -100, 100, &value),
            cases[i].good);
        assert_int_equal(value, cases[i].value);
    }
}

static void counts_the_decimals_of_a_double(void **state)
{
    static const struct {
        double value;
        int decimals;
    } cases[] = { { 0, 0 },    { 12, 0 },   { -12.5, 1 },  { 0.001, 3 },  { 1e14 + 0.5, 1 },
                  { 1e15, 0 }, { 1e16, 0 }, { 3e22, -22 }, { 2.5e-9, 10 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(number_decimals(cases[i].value), cases[i].decimals);
}

static void buffers_write_coordinates(void **state)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = { { 1.5, "1.5" },      { 2, "2" },     { -0.0001, "0" },
                  { 0.0625, "0.062" }, { 100, "100" }, { -12.3456, "-12.346" } };
    sheaf_error error = { SHEAF_OK };
    struct buffer buffer;

    (void)state;
    buffer_init(&buffer, NULL, &error);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        buffer_clear(&buffer);
        buffer_fixed(&buffer, cases[i].value, 3);
        assert_string_equal(buffer.bytes, cases[i].text);
    }
    buffer_fixed(&buffer, NAN, 3);
    assert_true(buffer.failed);
    assert_int_equal(error.status, SHEAF_BAD_ARGUMENT);
    buffer_free(&buffer);
}

/* Given decimals are the shortest text with zeros behind, whichever way it is written. */
static void assert_padded(double value, int decimals)
{
    char wanted[NUMBER_GIVEN + 16], text[NUMBER_GIVEN];
    size_t n = number_write(wanted, value);
    double same;
    int shown;

    assert_true(number_read(wanted, n, &same, &shown));
    if (strchr(wanted, 'e') == NULL && shown < decimals) {
        if (shown == 0)
            wanted[n++] = '.';
        for (; shown < decimals; shown++)
            wanted[n++] = '0';
        wanted[n] = '\0';
    }
    assert_int_equal(number_write_given(text, value, decimals), n);
    assert_string_equal(text, wanted);
    if (number_has_decimals(value, decimals)) {
        assert_true(number_read(text, n, &same, &shown));
        assert_int_equal(shown, decimals);
    }
}

static void given_decimals_are_zeros_behind(void **state)
{
    static const double edges[] = { 0,     -0.0,   1e-6,       9.99e-7,         1e-9,
                                    1e15,  -1e15,  1e15 - 1,   999999999999999, 9007199254740992,
                                    0.1,   0.3,    0.1 + 0.2,  2.675,           1e22,
                                    -1e-6, 1e-300, 123456.789, 99999999999999.9 };
    uint64_t seed = 5;

    (void)state;
    for (int decimals = 0; decimals <= 12; decimals++) {
        for (size_t i = 0; i < LENGTH(edges); i++)
            assert_padded(edges[i], decimals);
        for (int i = 0; i < 20000; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            const double whole = (double)(seed >> (11 + seed % 50)), sign = i % 2 == 0 ? 1 : -1;
            assert_padded(sign * whole / pow(10, i % 13), decimals);
        }
    }
    assert_true(number_has_decimals(12.5, 2) && number_has_decimals(-1001.73, 2));
    assert_false(number_has_decimals(12.5, 0) || number_has_decimals(3000, -3) ||
                 number_has_decimals(NAN, 0) || number_has_decimals(INFINITY, 0));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_decimal_text),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(writes_the_shortest_text),
        cmocka_unit_test(writes_fixed_places),
        cmocka_unit_test(agrees_with_the_c_library),
        cmocka_unit_test(numbers_of_all_digits_are_as_short_as_can_be),
        cmocka_unit_test(reads_integers_within_bounds),
        cmocka_unit_test(counts_the_decimals_of_a_double),
        cmocka_unit_test(buffers_write_coordinates),
        cmocka_unit_test(given_decimals_are_zeros_behind),
        cmocka_unit_test(short_texts_are_read_as_the_c_library_does),
    };
    return cmocka_run_group_tests_name("base/numbers_are_exact", tests, NULL, NULL);
}
