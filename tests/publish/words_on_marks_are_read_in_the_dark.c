/* words_on_marks_are_read_in_the_dark.c - on a dark screen, each word on a mark of a page's charts has 4.5 : 1
 * to what the mark becomes, in every chart of the gallery and in the samples. */
#include "support/check.h"

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "scene/scene.h"
#include "support/golden.h"

static int keep(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static void write_page(const char *spec, struct buffer *page)
{
    char path[600];

    snprintf(path, sizeof path, "%s/samples/%s.yaml", golden_source_folder(), spec);
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    buffer_init(page, NULL, NULL);
    if (sheaf_sheet_write_html_sink(sheet, (sheaf_sink){ page, keep }) != SHEAF_OK)
        fail_msg("%s: %s", spec, sheaf_sheet_message(sheet));
    sheaf_sheet_destroy(sheet);
}

/* The colour that the first rule after `from` with this selector gives. False: there is none. */
static bool rule(const char *from, const char *selector, struct color *color)
{
    const char *end = strstr(from, "</style>"), *at = strstr(from, selector);

    if (at == NULL || at > end)
        return false;
    at = strstr(at, "{fill:");
    return at != NULL && color_read(at + 6, 7, color);
}

/* As attributes of charts have it: "#fff" for "#ffffff". */
static void turned(const char *dark, const char *text, struct color *color)
{
    char selector[40];

    if (text[1] == text[2] && text[3] == text[4] && text[5] == text[6])
        snprintf(selector, sizeof selector, " [fill=\"#%c%c%c\"]", text[1], text[3], text[5]);
    else
        snprintf(selector, sizeof selector, " [fill=\"%.7s\"]", text);
    if (!rule(dark, selector, color))
        fail_msg("no rule for %s", selector);
}

/* Returns the number of words on marks; *mended gets how many have a colour of their own. */
static size_t check(const char *spec, size_t *mended)
{
    static const char said[] = " data-on=\"";
    struct buffer page;
    size_t n = 0;

    write_page(spec, &page);
    const char *dark = strstr(page.bytes, "(prefers-color-scheme:dark)");
    const char *body = strstr(page.bytes, "<body>");
    assert_non_null(dark);
    assert_non_null(body);
    for (const char *at = strstr(body, said); at != NULL; at = strstr(at + 1, said), n++) {
        const char *pair = at + strlen(said);
        struct color area, words;
        char selector[60];
        turned(dark, pair, &area);
        snprintf(selector, sizeof selector, " svg [data-on=\"%.15s\"]", pair);
        if (rule(dark, selector, &words))
            ++*mended;
        else
            turned(dark, pair + 8, &words);
        if (color_contrast(words, area) < 4.5)
            fail_msg("%s: %.15s has %.2f : 1", spec, pair, color_contrast(words, area));
    }
    buffer_free(&page);
    return n;
}

static void words_have_contrast(void **state)
{
    static const char *const specs[] = { "gallery/gallery", "kaz-chn/kaz-chn", "partners/partners",
                                         "profile/profile" };
    size_t n = 0, mended = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(specs); i++)
        n += check(specs[i], &mended);
    print_message("  %zu words on marks, %zu with a colour of their own\n", n, mended);
    assert_true(n > 100 && mended > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(words_have_contrast) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
