/* markup_is_common_mark.c - what is bold, italic or a link in one language is so in every one, and no
 * figure or name is ever markup. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "sheaf/sheaf.h"
#include "sheet/model.h"
#include "sheet/words/markup.h"

/* What is read, in a notation of this test: <b>, <i>, <a …> around parts; blocks each on a line. */
static void describe_part(struct buffer *into, const struct markup_part *part)
{
    if (part->uri != NULL)
        buffer_format(into, "<a %s>", part->uri);
    buffer_text(into, part->strong ? "<b>" : "");
    buffer_text(into, part->italic ? "<i>" : "");
    switch (part->kind) {
    case MARKUP_TEXT:
        for (const char *c = part->text; *c != '\0'; c++)
            buffer_text(into, *c == '\n' ? "<br>" : (char[]){ *c, '\0' });
        break;
    case MARKUP_FIELD:
        buffer_text(into, "@");
        break;
    case MARKUP_FOOTNOTE:
        buffer_text(into, "[");
        for (const struct markup_part *words = part->note->parts; words != NULL;
             words = words->next)
            describe_part(into, words);
        buffer_text(into, "]");
        break;
    default:
        buffer_text(into, "?");
    }
    buffer_text(into, part->italic ? "</i>" : "");
    buffer_text(into, part->strong ? "</b>" : "");
    buffer_text(into, part->uri != NULL ? "</a>" : "");
}

static void describe(struct buffer *into, const struct markup *markup)
{
    static const char *const blocks[] = { "", "> ", "-- ", "# " };

    for (; markup != NULL; markup = markup->next) {
        buffer_text(into, into->length > 0 ? "\n" : "");
        buffer_text(into, blocks[markup->block]);
        for (int i = 0; i < markup->depth; i++)
            buffer_format(into, "%d.", markup->items[i].list);
        if (markup->begins_item && markup->items[markup->depth - 1].number >= 0)
            buffer_format(into, "%ld) ", markup->items[markup->depth - 1].number);
        else if (markup->depth > 0)
            buffer_text(into, markup->begins_item ? "* " : " ");
        for (const struct markup_part *part = markup->parts; part != NULL; part = part->next)
            describe_part(into, part);
    }
}

static const struct {
    const char *name, *text, *read;
} cases[] = {
    { "strong", "a **b** c", "a <b>b</b> c" },
    { "strong by underscores", "a __b__ c", "a <b>b</b> c" },
    { "italic", "a *b* c_d_e _f_", "a <i>b</i> c_d_e <i>f</i>" },
    { "both", "***a** b*", "<b><i>a</i></b><i> b</i>" },
    { "link", "see [all **releases**](https://stat.kz/a?b=1&c=2).",
      "see <a https://stat.kz/a?b=1&c=2>all </a><a "
      "https://stat.kz/a?b=1&c=2><b>releases</b></a>." },
    { "link with a title", "[a](https://b.kz \"c\")", "<a https://b.kz>a</a>" },
    { "parameter in an address", "[a](https://b.kz/{$partner})", "<a https://b.kz/C%20N>a</a>" },
    { "mail", "[a](mailto:a@b.kz)", "<a mailto:a@b.kz>a</a>" },
    { "hard break", "a\\\nb  \nc\nd", "a<br>b<br>c d" },
    { "paragraphs", "a\nb\n\nc", "a b\nc" },
    { "escapes", "\\*\\*a\\*\\* \\[b\\] \\# \\\\ \\z", "**a** [b] # \\ \\z" },
    { "plain stars", "5 * 3 = 15, x* and y", "5 * 3 = 15, x* and y" },
    { "plain brackets", "[a] b [2, 3]", "[a] b [2, 3]" },
    { "apostrophes", "O`zbekiston va so`z", "O`zbekiston va so`z" },
    { "entities", "A&amp;B &#x41; &#65; A&B &zzz;", "A&B &#x41; A A&B &zzz;" },
    { "fields are no markup", "**{$star}** *{$star}* {$star}", "<b>@</b> <i>@</i> @" },
    { "markup stands beside fields", "{$star}**{$star}**{$star}", "@<b>@</b>@" },
    { "letters of private use", "\U00100000**\U00100001**", "\U00100000<b>\U00100001</b>" },
    { "sub-heading", "### a *b*\nc", "# a <i>b</i>\nc" },
    { "list", "- a\n- b\n  c\n\nd", "1.* a\n1.* b c\nd" },
    { "numbers", "3. a\n4. b", "1.3) a\n1.4) b" },
    { "two deep", "- a\n  1. b\n  2. c\n- d", "1.* a\n1.2.1) b\n1.2.2) c\n1.* d" },
    { "paragraphs of an item", "- a\n\n  b\n\n- c", "1.* a\n1. b\n1.* c" },
    { "quotation", "> a\n> b\n>\n> \u2014 c", "> a b\n-- \u2014 c" },
    { "footnotes", "a[^1] b[^x].\n\n[^1]: **c**\n d\n[^x]: e\n\nf", "a[<b>c</b> d] b[e].\nf" },
    { "a figure that begins a line is no number", "{$star}. a", "@. a" },
};

/* The same sentence in every language: nothing that stands beside "**" changes it. */
static const struct {
    const char *language, *text, *read;
} languages[] = {
    { "en", "In **2023**, \u201C**it**\u201D *rose*.",
      "In <b>2023</b>, \u201C<b>it</b>\u201D <i>rose</i>." },
    { "ru", "В **«Казахстане»**рост и «**так**»*и «так»*.",
      "В <b>«Казахстане»</b>рост и «<b>так</b>»<i>и «так»</i>." },
    { "kk", "**«Тауар»**дың *«үлесі»*не.", "<b>«Тауар»</b>дың <i>«үлесі»</i>не." },
    { "zh", "中国**「出口」**增长，**“进口”**下降*《年鉴》*中。",
      "中国<b>「出口」</b>增长，<b>“进口”</b>下降<i>《年鉴》</i>中。" },
    { "ar", "زادت **«الصادرات»**، و*«الواردات»*.", "زادت <b>«الصادرات»</b>، و<i>«الواردات»</i>." },
    { "de", "Der **\u201EHandel\u201C**swert *\u201Estieg\u201C*.",
      "Der <b>\u201EHandel\u201C</b>swert <i>\u201Estieg\u201C</i>." },
    { "fr", "L’**« échange »**a *« crû »*.", "L’<b>« échange »</b>a <i>« crû »</i>." },
    { "ug", "**«سودا»**نىڭ *«نىسبىتى»*.", "<b>«سودا»</b>نىڭ <i>«نىسبىتى»</i>." },
};

static bool is_read_as(const char *name, const char *text, const char *want)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    const struct sheet_scope scope = { .sheet = sheet };
    struct buffer got;

    sheaf_sheet_set_parameter(sheet, "partner", "C N");
    sheaf_sheet_set_parameter(sheet, "star", "**a**");
    buffer_init(&got, NULL, NULL);
    struct markup *markup = markup_read(&scope, text, strlen(text), MARKUP_PARAGRAPHS);
    describe(&got, markup);
    bool is_same = markup != NULL && strcmp(got.bytes != NULL ? got.bytes : "", want) == 0;
    if (!is_same)
        print_message("  %s:\n%s\n    not\n%s\n", name,
                      markup != NULL && got.bytes != NULL ? got.bytes : sheaf_sheet_message(sheet),
                      want);
    buffer_free(&got);
    sheaf_sheet_destroy(sheet);
    return is_same;
}

static void test_markup(void **state)
{
    size_t n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        n_wrong += !is_read_as(cases[i].name, cases[i].text, cases[i].read);
    assert_int_equal(n_wrong, 0);
}

static void test_languages(void **state)
{
    size_t n_wrong = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(languages); i++)
        n_wrong += !is_read_as(languages[i].language, languages[i].text, languages[i].read);
    assert_int_equal(n_wrong, 0);
}

/* What is not understood is left out or read as text, and a warning says so. */
static void test_warnings(void **state)
{
    static const struct {
        const char *text, *read, *warning;
    } warned[] = {
        { "a <b>c</b>", "a c", "HTML is not read" },
        { "a `b` c", "a b c", "code is shown" },
        { "```\na\n```", "a", "code is shown" },
        { "a\n===\nb", "a b", "makes no heading" },
        { "a\n\n---\n\nb", "a\nb", "rules are not drawn" },
        { "a | b\n--|--\nc | d", "a | b c | d", "no tables" },
        { "[a][b] c", "a c", "a link is written" },
        { "a\n\n[b]: https://c.kz\n\nd", "a\nd", "a link is written" },
        { "![a](https://b.kz/c.png)", "a", "no pictures" },
        { "a\n\n[^1]: b", "a", "has the mark of this footnote" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(warned); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        const struct sheet_scope scope = { .sheet = sheet };
        struct buffer got;

        buffer_init(&got, NULL, NULL);
        describe(&got,
                 markup_read(&scope, warned[i].text, strlen(warned[i].text), MARKUP_PARAGRAPHS));
        print_message("  %s\n", warned[i].warning);
        assert_string_equal(got.bytes, warned[i].read);
        assert_true(sheet->warning_count > 0);
        assert_non_null(strstr(sheet->warnings[0].message, warned[i].warning));
        buffer_free(&got);
        sheaf_sheet_destroy(sheet);
    }
}

/* Where one paragraph stands there are no lists: "1. January" is a title. */
static void test_one_paragraph(void **state)
{
    static const char *const texts[] = { "1. January", "# 1", "- a", "> b", "a\n\nb" };
    static const char *const read[] = { "1. January", "# 1", "- a", "> b", "a b" };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        const struct sheet_scope scope = { .sheet = sheet };
        struct buffer got;

        buffer_init(&got, NULL, NULL);
        describe(&got, markup_read(&scope, texts[i], strlen(texts[i]), 0));
        assert_string_equal(got.bytes, read[i]);
        buffer_free(&got);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_warnings),
        cmocka_unit_test(test_one_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
