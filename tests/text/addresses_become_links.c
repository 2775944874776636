/* addresses_become_links.c - which bytes of plain words are an address, and what can be clicked. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "text/text.h"

static const struct {
    const char *words, *spans; /* "<words|address>" for each link */
} cases[] = {
    { "", "" },
    { "Office of statistics", "Office of statistics" },
    { "https://a.org", "<https://a.org|https://a.org>" },
    { "see https://a.org/b?c=d&e=%20#f.",
      "see <https://a.org/b?c=d&e=%20#f|https://a.org/b?c=d&e=%20#f>." },
    { "(http://a.org/), b", "(<http://a.org/|http://a.org/>), b" },
    { "https://a.org/x_(y)!", "<https://a.org/x_(y)|https://a.org/x_(y)>!" },
    { "来源：https://a.org。", "来源：<https://a.org|https://a.org>。" },
    { "http://a.b; https://c.d", "<http://a.b|http://a.b>; <https://c.d|https://c.d>" },
    { "[the office](https://a.org/b), 2024", "<the office|https://a.org/b>, 2024" },
    { "[1] [the office](https://a.org)", "[1] <the office|https://a.org>" },
    /* What is no address stays as it is. */
    { "[the office](a.org)", "[the office](a.org)" },
    { "[](https://a.org)", "[](<https://a.org|https://a.org>)" },
    { "[a](https://a.org b)", "[a](<https://a.org|https://a.org> b)" },
    { "[a [b](https://a.org)", "[a <b|https://a.org>" },
    { "https://", "https://" },
    { "https://.", "https://." },
    { "httpshttp://", "httpshttp://" },
    { "javascript://a", "javascript://a" },
};

static void test_links(void **state)
{
    size_t n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct text_style style = { .size = 8 };
        struct buffer got;
        struct arena arena;
        sheaf_error error = { 0 };
        size_t n = 0;

        arena_init(&arena, NULL, &error);
        buffer_init(&got, NULL, NULL);
        const struct text_span *spans = text_spans_of(&arena, cases[i].words, &style, &n);
        assert_non_null(spans);
        assert_true(n > 0);
        for (size_t k = 0; k < n; k++) {
            assert_ptr_equal(spans[k].style, &style);
            if (spans[k].uri != NULL)
                buffer_format(&got, "<%s|%s>", spans[k].utf8, spans[k].uri);
            else
                buffer_text(&got, spans[k].utf8);
        }
        buffer_byte(&got, '\0');
        if (strcmp(got.bytes, cases[i].spans) != 0) {
            print_message("%s\n  %s\n  not %s\n", cases[i].words, got.bytes, cases[i].spans);
            n_wrong++;
        }
        buffer_free(&got);
        arena_free(&arena);
    }
    assert_int_equal(n_wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_links) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
