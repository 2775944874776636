/* secrets_are_hidden.c - passwords of connection strings stand in no message and no excerpt. */
#include <string.h>

#include "base/error.h"
#include "base/secret.h"
#include "support/check.h"

static const struct {
    const char *text, *shown;
} cases[] = {
    { "DSN=trade;UID=me", "DSN=trade;UID=me" },
    { "DSN=trade;PWD=abc;UID=me", "DSN=trade;PWD=***;UID=me" },
    { "pwd = abc", "pwd = ***" },
    { "Password={a;b}}c};UID=me", "Password=********;UID=me" },
    { "SSLKeyPassword=x;Passenger=y", "SSLKeyPassword=*;Passenger=y" },
    { "odbc: \"DSN=t;PWD=abc\", query: \"select", "odbc: \"DSN=t;PWD=********************" },
    { "a = b;token=c;d", "a = b;token=*;d" },
    { "PWD=", "PWD=" },
    { "PWD={never closed", "PWD=*************" },
    { "=", "=" },
};

static void test_values_of_secret_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char text[100];

        strcpy(text, cases[i].text);
        secret_hide(text, strlen(text));
        assert_string_equal(text, cases[i].shown);
    }
}

static void test_messages_and_excerpts(void **state)
{
    static const char line[] = "data: {t: {odbc: DSN=t;PWD=abc}}\n";
    sheaf_error error = { .status = SHEAF_OK };

    (void)state;
    fail_at(&error, SHEAF_BAD_INPUT, (struct place){ "a.yaml", 1, 7, 1 }, "'%s' is wrong",
            "DSN=t;PWD=abc;");
    error_set_excerpt(&error, line, sizeof line - 1);
    assert_string_equal(error.message, "'DSN=t;PWD=***;' is wrong");
    assert_string_equal(error.excerpt, "data: {t: {odbc: DSN=t;PWD=*****");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_of_secret_keys),
        cmocka_unit_test(test_messages_and_excerpts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
