/* manual_examples_are_right.c - every example of the expression language's manual gives what stands beside it, and
 * every function has one. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "expression/expression.h"
#include "series/series.h"
#include "series/series_list.h"
#include "sheaf/expression.h"
#include "support/quota.h"
#include "support/series_text.h"

enum { MOST_NAMES = 32, NAME = 64 };

/* The page and what it defines. */
struct manual {
    struct buffer page;
    char names[MOST_NAMES][NAME];
    sheaf_name named[MOST_NAMES];
    sheaf_table *tables[MOST_NAMES];
    sheaf_series_list *lists[MOST_NAMES];
    size_t n;
};

/* What stands between two texts after *at, which moves behind; NULL: no more. malloc's. */
static char *take_between(const char **at, const char *open, const char *close)
{
    const char *start = strstr(*at, open), *end;
    char *text;

    if (start == NULL)
        return NULL;
    start += strlen(open);
    end = strstr(start, close);
    assert_non_null(end);
    text = malloc((size_t)(end - start) + 1);
    assert_non_null(text);
    memcpy(text, start, (size_t)(end - start));
    text[end - start] = '\0';
    *at = end + strlen(close);
    return text;
}

/* The code word before a block: `trade`: */
static void name_before(const char *page, const char *block, char name[NAME])
{
    const char *end = block, *start;

    while (end > page && *--end != '`')
        ;
    start = end;
    while (start > page && *--start != '`')
        ;
    snprintf(name, NAME, "%.*s", (int)(end - start - 1), start + 1);
}

static void define_tables(struct manual *manual)
{
    const char *at = manual->page.bytes, *block;
    char *csv;

    while ((block = strstr(at, "\n```csv\n")) != NULL) {
        assert_true(manual->n < MOST_NAMES);
        name_before(manual->page.bytes, block, manual->names[manual->n]);
        csv = take_between(&at, "\n```csv\n", "```");
        manual->tables[manual->n] =
            sheaf_table_read_bytes(NULL, manual->names[manual->n], csv, strlen(csv));
        assert_string_equal(sheaf_table_error(manual->tables[manual->n])->message, "");
        manual->named[manual->n].name = manual->names[manual->n];
        manual->named[manual->n].table = manual->tables[manual->n];
        manual->n++;
        free(csv);
    }
}

/* "name: expression" on each line. */
static void define_series(struct manual *manual)
{
    const char *at = manual->page.bytes;
    char *block = take_between(&at, "\n```yaml\n", "```");

    for (char *line = strtok(block, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char *colon = strstr(line, ": ");
        sheaf_series *series;

        assert_non_null(colon);
        assert_true(manual->n < MOST_NAMES);
        *colon = '\0';
        manual->lists[manual->n] = sheaf_evaluate(NULL, manual->named, manual->n, colon + 2);
        assert_string_equal(sheaf_series_list_error(manual->lists[manual->n])->message, "");
        series = series_list_item(manual->lists[manual->n], 0);
        snprintf(manual->names[manual->n], NAME, "%s", line);
        manual->named[manual->n].name = manual->names[manual->n];
        if (sheaf_series_list_count(manual->lists[manual->n]) == 1) {
            series_set_name(series, line);
            manual->named[manual->n].series = series;
        } else {
            manual->named[manual->n].list = manual->lists[manual->n];
        }
        manual->n++;
    }
    free(block);
}

static struct manual *open_manual(void)
{
    struct manual *manual = calloc(1, sizeof *manual);
    const char *source = getenv("SHEAF_SOURCE");
    char path[4096];
    sheaf_error error = { 0 };

    assert_non_null(manual);
    snprintf(path, sizeof path, "%s/samples/expressions.md", source != NULL ? source : ".");
    buffer_init(&manual->page, NULL, &error);
    if (file_read(path, 1 << 20, &manual->page, &error) != SHEAF_OK)
        fail_msg("%s", error.message);
    define_tables(manual);
    define_series(manual);
    return manual;
}

static void close_manual(struct manual *manual)
{
    for (size_t i = 0; i < manual->n; i++) {
        sheaf_table_destroy(manual->tables[i]);
        sheaf_series_list_destroy(manual->lists[i]);
    }
    buffer_free(&manual->page);
    free(manual);
}

/* A result of one series is shown without its name. */
static void result_to_text(const sheaf_series_list *list, char out[SERIES_TEXT])
{
    if (sheaf_series_list_status(list) == SHEAF_OK && sheaf_series_list_count(list) == 1)
        series_to_text(sheaf_series_list_at(list, 0), out);
    else
        series_list_to_text(list, out);
}

/* A table's cells escape the bar. */
static void unescape(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++)
        if (from[0] != '\\' || from[1] != '|')
            *to++ = *from;
    *to = '\0';
}

static void test_examples_give_what_stands_beside_them(void **state)
{
    struct manual *manual = open_manual();
    const char *at = manual->page.bytes;
    size_t examples = 0;
    char *expression;

    (void)state;
    while ((expression = take_between(&at, "\n| `", "` | `")) != NULL) {
        const char *rest = at - strlen("` | `");
        char *expected = take_between(&rest, "` | `", "` |"), got[SERIES_TEXT];
        sheaf_series_list *list;

        unescape(expression);
        print_message("  %s\n", expression);
        list = sheaf_evaluate(NULL, manual->named, manual->n, expression);
        result_to_text(list, got);
        assert_string_equal(got, expected);
        sheaf_series_list_destroy(list);
        free(expected);
        free(expression);
        examples++;
    }
    assert_true(examples > 40);
    close_manual(manual);
}

struct example {
    const struct manual *manual;
    const char *expression;
};

static sheaf_status evaluate(const sheaf_alloc *alloc, const void *context)
{
    const struct example *example = context;
    sheaf_series_list *list =
        sheaf_evaluate(alloc, example->manual->named, example->manual->n, example->expression);
    sheaf_status status = sheaf_series_list_status(list);

    sheaf_series_list_destroy(list);
    return status;
}

static void test_examples_survive_every_failed_allocation(void **state)
{
    struct manual *manual = open_manual();
    const char *at = manual->page.bytes;
    char *expression;

    (void)state;
    while ((expression = take_between(&at, "\n| `", "` | `")) != NULL) {
        unescape(expression);
        print_message("  %s\n", expression);
        quota_sweep(evaluate, &(struct example){ manual, expression });
        free(expression);
    }
    close_manual(manual);
}

static void test_every_function_has_an_example(void **state)
{
    struct manual *manual = open_manual();
    const char *name;

    (void)state;
    for (size_t i = 0; (name = expression_function_name(i)) != NULL; i++) {
        char call[NAME];

        snprintf(call, sizeof call, "\n| `%s(", name);
        if (strstr(manual->page.bytes, call) == NULL)
            fail_msg("%s(\u2026) is not explained", name);
    }
    close_manual(manual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples_give_what_stands_beside_them),
        cmocka_unit_test(test_examples_survive_every_failed_allocation),
        cmocka_unit_test(test_every_function_has_an_example),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
