/* errors_name_the_place.c - the first failure wins, and its text says where. */
#include "support/check.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "base/strings.h"

static void the_first_failure_wins(void **state)
{
    sheaf_error error = { SHEAF_OK };
    sheaf_error other = { SHEAF_OK };

    (void)state;
    assert_int_equal(fail(&error, SHEAF_BAD_INPUT, "no '%s' column", "value"), SHEAF_BAD_INPUT);
    assert_int_equal(fail(&error, SHEAF_SYSTEM, "later"), SHEAF_BAD_INPUT);
    assert_string_equal(error.message, "no 'value' column");
    error_take(&other, &error);
    assert_string_equal(other.message, error.message);
    assert_int_equal(fail(NULL, SHEAF_SYSTEM, "nobody listens"), SHEAF_SYSTEM);
}

static void the_text_leads_to_the_place(void **state)
{
    static const struct {
        struct place at;
        const char *text;
    } cases[] = {
        { { "trade.csv", 14, 9, 4 }, "trade.csv:14:9: error: wrong" },
        { { "trade.csv", 14, 0, 0 }, "trade.csv:14: error: wrong" },
        { { "trade.csv", 0, 0, 0 }, "trade.csv: error: wrong" },
        { { NULL, 0, 0, 0 }, "error: wrong" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_error error = { SHEAF_OK };
        char text[100], cut[8];

        fail_at(&error, SHEAF_BAD_INPUT, cases[i].at, "wrong");
        assert_int_equal(sheaf_error_text(&error, text, sizeof text), strlen(cases[i].text));
        assert_string_equal(text, cases[i].text);
        assert_int_equal(sheaf_error_text(&error, cut, sizeof cut), strlen(cases[i].text));
        assert_int_equal(strlen(cut), 7);
    }
}

static void system_errors_use_one_language(void **state)
{
    sheaf_error error = { SHEAF_OK };

    (void)state;
    fail_system(&error, "in.csv", "read this file", EIO);
    assert_string_equal(error.message, "cannot read this file: Input/output error");
    assert_string_equal(error.file, "in.csv");
    error = (sheaf_error){ SHEAF_OK };
    fail_write(&error, "out.pdf", ENOSPC);
    assert_string_equal(error.message, "cannot write out.pdf: No space left on device");
}

static void long_messages_are_cut_at_a_character(void **state)
{
    sheaf_error error = { SHEAF_OK };
    char text[2000];

    (void)state;
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xD0\x96", 2);
    text[sizeof text - 2] = '\0';
    fail(&error, SHEAF_BAD_INPUT, "x%s", text);
    assert_true(strlen(error.message) > 500);
    assert_true(utf8_valid(error.message, strlen(error.message), NULL));
    error = (sheaf_error){ SHEAF_OK };
    fail(&error, SHEAF_BAD_INPUT, "'%.5s' is wrong", text);
    assert_string_equal(error.message, "'\xD0\x96\xD0\x96' is wrong");
}

static void the_excerpt_is_the_line(void **state)
{
    static const char input[] = "period,value\r\n2023,12,5\r\n2024,7\n";
    sheaf_error error = { SHEAF_OK };

    (void)state;
    fail_at(&error, SHEAF_BAD_INPUT, (struct place){ "t.csv", 2, 6, 4 }, "wrong");
    error_set_excerpt(&error, input, sizeof input - 1);
    assert_string_equal(error.excerpt, "2023,12,5");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_failure_wins),
        cmocka_unit_test(the_text_leads_to_the_place),
        cmocka_unit_test(system_errors_use_one_language),
        cmocka_unit_test(long_messages_are_cut_at_a_character),
        cmocka_unit_test(the_excerpt_is_the_line),
    };
    return cmocka_run_group_tests_name("base/errors_name_the_place", tests, NULL, NULL);
}
