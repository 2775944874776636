/* paragraphs_fit_their_column.c - breaking: no line is wider than the column, no
 * text is lost, breaks fall where the language allows them. */
#include "support/check.h"

#include <math.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "text/setting.h"

static const struct text_style body = { .size = 9, .leading = 13 };
static const struct text_style strong = { .size = 9, .leading = 13, .semibold = true };
static const struct text_style large = { .size = 14, .leading = 18 };

static const char english[] =
    "The Xinjiang Uygur Autonomous Region accounts for almost half of the trade between the "
    "two countries, and Kazakhstan is ready to raise its exports of beef to 500 thousand "
    "tonnes (AVATAR, To, Ty: kerning at the joins).";
static const char russian[] =
    "На Синьцзян-Уйгурский автономный район приходится почти половина товарооборота двух "
    "стран; Казахстан готов увеличить экспорт говядины до 500 тыс. тонн.";
static const char uyghur[] =
    "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى ئىككى دۆلەت سودىسىنىڭ يېرىمىغا يېقىنىنى ئىگىلەيدۇ، 2023-يىلى "
    "ئومۇمىي سومما 31.5 مىليارد دوللار بولدى.";
static const char long_word[] =
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und Ausfuhr";

static const struct {
    const char *locale, *utf8;
} texts[] = { { "en", english },
              { "ru", russian },
              { "ug", uyghur },
              { "de", long_word },
              { "en", "a" },
              { "en", "" },
              { "en", "one\ntwo\n\nfour" },
              { "en", "   leading and trailing   " } };

/* The lines' texts in logical order, joined. Runs of a line are put back by their
 * place in the line's copy of the text, which they all point into. */
static void put_line(struct buffer *into, const struct text_line *line)
{
    const char *start = NULL;
    size_t length = 0;

    for (size_t i = 0; i < line->n_runs; i++) {
        if (start == NULL || line->runs[i].text < start)
            start = line->runs[i].text;
        length += line->runs[i].length;
    }
    if (start != NULL)
        buffer_put(into, start, length);
}

static void check_block(const struct text_block *block, const char *utf8, double width)
{
    struct buffer all, wanted;
    double widest = 0;

    buffer_init(&all, NULL, NULL);
    buffer_init(&wanted, NULL, NULL);
    for (size_t i = 0; i < block->n_lines; i++) {
        const struct text_line *line = block->lines[i];
        size_t clusters = line->n_runs > 0 ? line->runs[0].n_glyphs : 0;
        if (line->width > width + 0.02 && clusters > 1)
            fail_msg("a line of %d glyphs is wider than its column", (int)clusters);
        widest = line->width > widest ? line->width : widest;
        put_line(&all, line);
    }
    for (const char *at = utf8; *at != '\0'; at++)
        if (*at != '\n')
            buffer_byte(&wanted, *at);
    buffer_byte(&all, '\0');
    buffer_byte(&wanted, '\0');
    assert_string_equal(all.bytes, wanted.bytes);
    assert_true(block->width == widest);
    assert_false(block->cut);
    buffer_free(&all);
    buffer_free(&wanted);
}

static void test_no_line_is_too_wide_and_no_text_is_lost(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        setting_open(&setting, texts[i].locale, NULL);
        struct text_span span = { texts[i].utf8, &body, NULL };
        for (double width = 5; width < 700; width = width * 1.07 + 0.3) {
            struct text_block *block = text_wrap(setting.text, &setting.arena, &span, 1, width, 0);
            assert_no_failure(&setting);
            check_block(block, texts[i].utf8, width);
            assert_true(block->leading == 13);
            assert_true(block->height == 13.0 * (double)block->n_lines);
            assert_int_equal(block->right_to_left, strcmp(texts[i].locale, "ug") == 0);
        }
        setting_close(&setting);
    }
}

/* All glyphs of a line in visual order, without n blanks at its end. */
static size_t visible_glyphs(const struct text_block *block, const struct text_line *line,
                             size_t n_blanks, struct glyph *glyphs, size_t most)
{
    size_t n = 0, first = block->right_to_left ? n_blanks : 0;

    for (size_t i = 0; i < line->n_runs; i++)
        for (size_t k = 0; k < line->runs[i].n_glyphs; k++) {
            assert_true(n < most);
            glyphs[n++] = line->runs[i].glyphs[k];
        }
    memmove(glyphs, glyphs + first, (n - first) * sizeof *glyphs);
    return n - n_blanks;
}

static void check_shapes(struct setting *setting, const struct text_block *block,
                         const struct text_line *line)
{
    struct glyph in_block[300], alone[300];
    struct buffer text;
    size_t n_blanks = 0;

    buffer_init(&text, NULL, NULL);
    put_line(&text, line);
    while (n_blanks < text.length && text.bytes[text.length - 1 - n_blanks] == ' ')
        n_blanks++;
    text.bytes[text.length - n_blanks] = '\0';
    const struct text_line *set = text_set(setting->text, &setting->arena, text.bytes, &body);
    assert_no_failure(setting);
    size_t n = visible_glyphs(block, line, n_blanks, in_block, LENGTH(in_block));
    assert_int_equal(visible_glyphs(block, set, 0, alone, LENGTH(alone)), n);
    for (size_t i = 0; i < n; i++)
        if (in_block[i].id != alone[i].id || in_block[i].advance != alone[i].advance ||
            in_block[i].y != alone[i].y)
            fail_msg("glyph %zu of '%s' is not as on its own", i, text.bytes);
    buffer_free(&text);
}

/* Lines are slices of the paragraph as it was shaped at once, and must not show it:
 * contextual forms and kerning look at the line alone. */
static void test_lines_are_shaped_as_on_their_own(void **state)
{
    static const struct {
        const char *locale, *utf8;
    } more[] = { { "en", "2022 = 31.5 / (1 + 30.1%) (24.16–24.26); 2023 = 3x4 10×20 (A) -> [B]" },
                 { "en",
                   "Zürich, Ty. “To” e\xCC\x81\xCC\xA3 difficult offers AVATAR. — A-b A@B" } };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(texts) + LENGTH(more); i++) {
        bool is_more = i >= LENGTH(texts);
        const char *utf8 = is_more ? more[i - LENGTH(texts)].utf8 : texts[i].utf8;
        if (strchr(utf8, '\n') != NULL || utf8[0] == '\0' || utf8[0] == ' ')
            continue;
        setting_open(&setting, is_more ? "en" : texts[i].locale, NULL);
        struct text_span span = { utf8, &body, NULL };
        /* Wide enough for words: a number alone would run another way. */
        for (double width = 60; width < 700; width = width * 1.03 + 0.3) {
            struct text_block *block = text_wrap(setting.text, &setting.arena, &span, 1, width, 0);
            assert_no_failure(&setting);
            for (size_t k = 0; k < block->n_lines; k++)
                check_shapes(&setting, block, block->lines[k]);
        }
        setting_close(&setting);
    }
}

/* The lines of a text, "/" between them, for tables. */
static const char *broken(struct setting *setting, const char *utf8, double width, size_t max_lines)
{
    struct text_span span = { utf8, &body, NULL };
    struct text_block *block =
        text_wrap(setting->text, &setting->arena, &span, 1, width, max_lines);
    const char *out = "";

    assert_no_failure(setting);
    for (size_t i = 0; i < block->n_lines; i++) {
        struct buffer line;
        buffer_init(&line, NULL, NULL);
        put_line(&line, block->lines[i]);
        buffer_byte(&line, '\0');
        out = arena_format(&setting->arena, "%s%s%s", out, i > 0 ? "/" : "", line.bytes);
        buffer_free(&line);
    }
    return out;
}

static double width_of(struct setting *setting, const char *utf8)
{
    return text_width(setting->text, utf8, &body);
}

static const struct {
    const char *name, *locale, *utf8;
    const char *measure; /* the column is as wide as this */
    const char *lines;
} breaks[] = {
    { "spaces hang", "en", "aaa bbb   ccc", "aaa bbb", "aaa bbb   /ccc" },
    { "no-break spaces hold", "en",
      "rose to $9\xC2\xA0"
      "bn then fell",
      "rose to $9 b",
      "rose to /$9\xC2\xA0"
      "bn then /fell" },
    { "after a hyphen", "en", "a re-export", "a re-ex", "a re-/export" },
    { "a dash joins while it can", "en", "in Jan–Apr rose", "in Jan–A", "in /Jan–Apr /rose" },
    { "a dash breaks when it must", "en", "Kazakhstan–China", "Kazakhstan–Ch",
      "Kazakhstan–/China" },
    { "a figure keeps what it counts", "zh", "十月27日增长", "十月27", "十月/27日增/长" },
    { "a spaced dash is a chance", "en", "imports – rose", "imports –", "imports – /rose" },
    { "no break at a soft hyphen", "en",
      "ex\xC2\xAD"
      "ports of beef",
      "ex\xC2\xAD"
      "ports",
      "ex\xC2\xAD"
      "ports /of beef" },
    { "line ends break", "en", "one\ntwo", "one two three", "one/two" },
    { "blank lines stay", "en", "one\r\n\ntwo\n", "one two three", "one//two/" },
    { "a long word breaks", "en", "mmmmmmmm", "mmm", "mmm/mmm/mm" },
    { "marks stay on their letters", "en",
      "e\xCC\x81"
      "e\xCC\x81",
      "e", "e\xCC\x81/e\xCC\x81" },
    { "an isolated figure goes down whole", "en",
      "aaa \xE2\x81\xA8"
      "395\xE2\x81\xA9",
      "aaa \xE2\x81\xA8"
      "39",
      "aaa /\xE2\x81\xA8"
      "395\xE2\x81\xA9" },
    { "a widow gets company", "en", "exports to China from here on it",
      "exports to China from here on", "exports to China from here /on it" },
    { "a widow stays if that costs too much", "en", "accountability a", "accountability",
      "accountability /a" },
};

static void test_breaks_fall_where_they_may(void **state)
{
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(breaks); i++) {
        print_message("  %s\n", breaks[i].name);
        setting_open(&setting, breaks[i].locale, NULL);
        double width = width_of(&setting, breaks[i].measure);
        assert_string_equal(broken(&setting, breaks[i].utf8, width, 0), breaks[i].lines);
        setting_close(&setting);
    }
}

static void test_too_many_lines_end_in_an_ellipsis(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (double width = 30; width < 300; width += 7) {
        struct text_span span = { english, &body, NULL };
        struct text_block *block = text_wrap(setting.text, &setting.arena, &span, 1, width, 2);
        assert_no_failure(&setting);
        assert_int_equal(block->n_lines, 2);
        assert_true(block->cut);
        assert_true(block->width <= width + 0.02);
        assert_non_null(strstr(visual_text(&setting, block->lines[1]), "\xE2\x80\xA6"));
    }
    double width = width_of(&setting, "one two");
    assert_string_equal(broken(&setting, "one two\nthree", width, 1), "one t\xE2\x80\xA6");
    assert_string_equal(broken(&setting, "one two", width, 1), "one two");
    assert_string_equal(broken(&setting, "one two\nthree", width, 2), "one two/three");
    setting_close(&setting);
}

static void test_spans_keep_their_styles_and_links(void **state)
{
    static const struct text_span spans[] = {
        { "Region accounts for ", &body, NULL },
        { "almost half", &strong, "https://example.org/half" },
        { " of the trade", &body, NULL },
    };
    struct setting setting;
    size_t strong_bytes = 0, linked_bytes = 0;

    (void)state;
    setting_open(&setting, "en", NULL);
    double width = width_of(&setting, "Region accounts for almost");
    struct text_block *block =
        text_wrap(setting.text, &setting.arena, spans, LENGTH(spans), width, 0);
    assert_no_failure(&setting);
    assert_true(block->n_lines >= 2);
    for (size_t i = 0; i < block->n_lines; i++)
        for (size_t k = 0; k < block->lines[i]->n_runs; k++) {
            const struct glyph_run *run = &block->lines[i]->runs[k];
            if (strcmp(run->font->name, "Inter-SemiBold") == 0)
                strong_bytes += run->length;
            if (block->lines[i]->uris[k] != NULL) {
                assert_string_equal(block->lines[i]->uris[k], spans[1].uri);
                linked_bytes += run->length;
            }
        }
    assert_int_equal(strong_bytes, strlen("almost half"));
    assert_int_equal(linked_bytes, strlen("almost half"));

    struct scene *scene = scene_create(NULL, 300, 100);
    struct buffer dump;
    text_block_draw(block, scene, 10, 10, width);
    scene_finish(scene);
    assert_int_equal(scene_status(scene), SHEAF_OK);
    buffer_init(&dump, NULL, NULL);
    scene_dump(scene, &dump);
    assert_non_null(strstr(dump.bytes, "https://example.org/half"));
    buffer_free(&dump);
    scene_destroy(scene);
    setting_close(&setting);
}

static void test_the_largest_leading_rules(void **state)
{
    const struct text_span spans[] = { { "small ", &body, NULL }, { "large", &large, NULL } };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    struct text_block *block = text_wrap(setting.text, &setting.arena, spans, 2, 500, 0);
    assert_no_failure(&setting);
    assert_int_equal(block->n_lines, 1);
    assert_true(block->leading == 18 && block->height == 18);
    double baseline = text_block_first_baseline(block);
    assert_true(baseline > 9 && baseline < 14);
    block = text_wrap(setting.text, &setting.arena, spans, 0, 500, 0);
    assert_int_equal(block->n_lines, 0);
    setting_close(&setting);
}

static void test_right_to_left_lines_hang_from_the_right(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "ug", NULL);
    struct text_span span = { uyghur, &body, NULL };
    struct text_block *block = text_wrap(setting.text, &setting.arena, &span, 1, 120, 0);
    assert_no_failure(&setting);
    assert_true(block->right_to_left && block->n_lines > 2);
    struct scene *scene = scene_create(NULL, 300, 200);
    text_block_draw(block, scene, 50, 10, 120);
    scene_finish(scene);
    struct box bounds = scene_bounds(scene);
    assert_true(bounds.right <= 50 + 120 + 1 && bounds.right > 50 + 115);
    /* The white space at a line's end hangs over its left edge. */
    const struct glyph_run *first = &block->lines[0]->runs[0];
    assert_true(first->origin.x < 0);
    scene_destroy(scene);
    setting_close(&setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_line_is_too_wide_and_no_text_is_lost),
        cmocka_unit_test(test_lines_are_shaped_as_on_their_own),
        cmocka_unit_test(test_breaks_fall_where_they_may),
        cmocka_unit_test(test_too_many_lines_end_in_an_ellipsis),
        cmocka_unit_test(test_spans_keep_their_styles_and_links),
        cmocka_unit_test(test_the_largest_leading_rules),
        cmocka_unit_test(test_right_to_left_lines_hang_from_the_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
