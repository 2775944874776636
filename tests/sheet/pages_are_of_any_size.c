/* pages_are_of_any_size.c - papers by name and by size, their margins and columns, and what stands around
 * the blocks: covers, headers and footers with fields, logos. */
#include "support/check.h"

#include <math.h>
#include <stdlib.h>

#include "pages.h"
#include "support/overlap.h"

#define MM (72.0 / 25.4)

static void papers_are_read(void **state)
{
    static const struct {
        const char *text;
        double width, height; /* 0: it is no paper */
        int columns;
    } cases[] = {
        { "A4", 210 * MM, 297 * MM, 0 },
        { "a3", 297 * MM, 420 * MM, 0 },
        { "A5", 148 * MM, 210 * MM, 1 },
        { "Letter", 612, 792, 0 },
        { "Legal", 612, 1008, 0 },
        { "16:9", 720, 405, 0 },
        { "A4 landscape", 297 * MM, 210 * MM, 0 },
        { "A5  landscape ", 210 * MM, 148 * MM, 0 },
        { "16:9 landscape", 720, 405, 0 },
        { "16:9 portrait", 405, 720, 1 },
        { "210 x 100 mm", 210 * MM, 100 * MM, 0 },
        { "8.5in×11in", 612, 792, 0 },
        { "21cm x 100 mm", 210 * MM, 100 * MM, 0 },
        { "A4 sideways", 0, 0, 0 },
        { "A4landscape", 0, 0, 0 },
        { "landscape", 0, 0, 0 },
        { "", 0, 0, 0 },
        { "x", 0, 0, 0 },
        { "210 x 100", 0, 0, 0 },
        { "210 mm x", 0, 0, 0 },
        { "210 x -100 mm", 0, 0, 0 },
        { "210 x 100 x 3 mm", 0, 0, 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct page_format format = { 0 };
        bool is_paper = page_format_read(cases[i].text, strlen(cases[i].text), &format);

        print_message("  %s\n", cases[i].text);
        assert_int_equal(is_paper, cases[i].width > 0);
        if (!is_paper)
            continue;
        assert_true(fabs(format.width - cases[i].width) < 0.01);
        assert_true(fabs(format.height - cases[i].height) < 0.01);
        assert_int_equal(format.columns, cases[i].columns);
        assert_null(page_format_check(&format));
    }
}

static void lengths_have_units(void **state)
{
    static const struct {
        const char *text;
        double points; /* -1: it is no length */
    } cases[] = {
        { "12 mm", 12 * MM }, { "24pt", 24 }, { " 1.5 cm ", 15 * MM }, { "0.5 in", 36 },
        { "12", -1 },         { "mm", -1 },   { "-3 mm", -1 },         { "", -1 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        double points = -1;

        print_message("  '%s'\n", cases[i].text);
        assert_int_equal(page_length_read(cases[i].text, strlen(cases[i].text), &points),
                         cases[i].points >= 0);
        assert_true(fabs(points - cases[i].points) < 1e-9);
    }
}

#define BLOCKS                                                                                     \
    "  - figures: [{value: 'turnover[2023]'}, {value: 'exports[2023]', change: growth}]\n"         \
    "  - row:\n"                                                                                   \
    "      - chart: {series: [exports, imports], title: Both of them grew by more than half}\n"    \
    "      - column: [heading: Words, text: Word after word after word and after that a word]\n"   \
    "  - heading: A section\n"                                                                     \
    "  - callout: It is said to be important\n"                                                    \
    "  - table: {rows: [turnover, exports], columns: [2022, 2023]}\n"                              \
    "  - notes\n"

/* A spec with these keys before PAGES_HEAD's "sheet:". */
static sheaf_sheet *read_with(const char *keys, const char *blocks)
{
    static char text[4000];
    const char *sheet = strstr(PAGES_HEAD, "sheet:\n");

    snprintf(text, sizeof text, "%.*s%ssheet:\n%s", (int)(sheet - PAGES_HEAD), PAGES_HEAD, keys,
             blocks);
    return pages_read(NULL, text);
}

/* Whatever the paper, all stands within the margins; only the footer stands below. */
static void blocks_stay_within_margins(void **state)
{
    static const struct {
        const char *keys;
        double top, right, bottom, left; /* of the margins, as wide as they must be at least */
    } cases[] = {
        { "page: A3\n", 14 * MM, 16 * MM, 16 * MM, 16 * MM },
        { "page: A5\n", 11 * MM, 12 * MM, 14 * MM, 12 * MM },
        { "page: Legal landscape\n", 14 * MM, 16 * MM, 16 * MM, 16 * MM },
        { "page: 16:9\n", 24, 24, 10, 24 },
        { "page: 210 x 120 mm\n", 24, 24, 10, 24 },
        { "page: {size: A4, margins: 30 mm}\n", 30 * MM, 30 * MM, 30 * MM, 30 * MM },
        { "page: {margins: {left: 60 mm, top: 1 in}, columns: 3}\n", 72, 16 * MM, 16 * MM,
          60 * MM },
    };
    static const char *const languages[] = { "en", "ru", "zh", "ar" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases) * LENGTH(languages); i++) {
        const char *language = languages[i % LENGTH(languages)];
        size_t c = i / LENGTH(languages);
        sheaf_sheet *sheet = read_with(cases[c].keys, BLOCKS);

        sheaf_sheet_set_language(sheet, language);
        struct sheet_pages *pages = sheet_layout(sheet);
        print_message("  %s, %.30s: %zu pages %s\n", language, cases[c].keys,
                      pages != NULL ? pages->n : 0, sheaf_sheet_message(sheet));
        assert_non_null(pages);
        for (size_t k = 0; k < pages->n; k++) {
            const struct scene *scene = pages->scenes[k];
            const struct box area = { cases[c].left - 0.5, cases[c].top - 0.5,
                                      scene_width(scene) - cases[c].right + 0.5,
                                      scene_height(scene) - cases[c].bottom + 0.5 };
            struct overlap outside = outside_find(scene, area);
            struct overlap overlap = overlap_find(scene, 1, false);
            assert_string_equal(outside.message, "");
            assert_string_equal(overlap.message, "");
        }
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

static size_t dump_with(const char *keys, const char *blocks, struct buffer *dump)
{
    sheaf_sheet *sheet = read_with(keys, blocks);
    size_t n = pages_dump(sheet, dump);

    buffer_put(dump, "", 1);
    if (n == 0)
        print_message("  %s\n", dump->bytes);
    sheaf_sheet_destroy(sheet);
    return n;
}

static void footers_have_fields(void **state)
{
    static const char blocks[] = "  - text: First\n"
                                 "  - heading: One\n"
                                 "  - text: Second\n"
                                 "  - page break\n"
                                 "  - text: Third\n"
                                 "  - heading: Two\n"
                                 "  - text: Fourth\n";
    static const struct {
        const char *keys, *has, *lacks;
    } cases[] = {
        { "", "text \"Page 1 of 2\"", "text \"1/2" },
        { "", "text \"Page 2 of 2\"", "text \"1/2" },
        { "footer: '{page}/{pages}'\n", "text \"1/2\"", "Page 1 of" },
        { "footer: {left: '{title}', right: ''}\n", "text \"A test\"", "Page 1 of" },
        { "footer: {middle: 'In {section}'}\n", "text \"In One\"", "text \"In Two\"" },
        { "footer: {middle: '{section}'}\n", "Page 2 of 2", "text \"\"" },
        { "footer: {left: {en: Yes, ru: Да}}\n", "text \"Yes\"", "Да" },
        { "footer: '{date}'\n", "text \"26 June 2024\"", "26 JUNE 2024" },
        { "values: {page: 'exports[2023]'}\nfooter: '{page}'\n", "bn\"", "text \"1\"" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer dump;

        print_message("  %s", cases[i].keys);
        assert_int_equal(dump_with(cases[i].keys, blocks, &dump), 2);
        assert_non_null(strstr(dump.bytes, cases[i].has));
        assert_null(strstr(dump.bytes, cases[i].lacks));
        buffer_free(&dump);
    }
}

/* The section of a page is the heading above it, or else the first one on it. */
static void sections_go_on(void **state)
{
    struct buffer dump;

    (void)state;
    assert_int_equal(dump_with("footer: '§ {section}'\n",
                               "  - text: First\n  - heading: One\n  - text: Second\n"
                               "  - page break\n  - text: Third\n  - heading: Two\n"
                               "  - text: Fourth\n  - page break\n  - heading: Three\n"
                               "  - text: Fifth\n",
                               &dump),
                     3);
    assert_int_equal(pages_count(dump.bytes, "\"§ One\""), 2);
    assert_int_equal(pages_count(dump.bytes, "\"§ Two\""), 0);
    assert_int_equal(pages_count(dump.bytes, "\"§ Three\""), 1);
    buffer_free(&dump);
}

#define LONG                                                                                       \
    "In 2023 trade grew by more than in any year before, and went on growing in 2024, as all of "  \
    "the figures below say, which are those of the agency that reported them first"

/* The lower edge of the area that a cover of this colour paints from edge to edge; 0: there is none. */
static double band_of(const struct scene *scene, const char *color)
{
    char start[60], end[40];
    struct buffer dump;
    double bottom = 0;

    snprintf(start, sizeof start, "M 0,0 L %g,0 L %g,", scene_width(scene), scene_width(scene));
    snprintf(end, sizeof end, " Z fill %s", color);
    buffer_init(&dump, NULL, NULL);
    scene_dump(scene, &dump);
    buffer_put(&dump, "", 1);
    const char *at = strstr(dump.bytes, start);
    if (at != NULL && strstr(at, end) != NULL && strstr(at, end) < strchr(at, '\n'))
        bottom = atof(at + strlen(start));
    buffer_free(&dump);
    return bottom;
}

static double band_with(const char *keys, const char *color)
{
    sheaf_sheet *sheet = read_with(keys, "  - text: First\n");
    struct sheet_pages *pages = sheet_layout(sheet);

    assert_non_null(pages);
    double bottom = band_of(pages->scenes[0], color);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
    return bottom;
}

static void covers_have_colors(void **state)
{
    (void)state;
    assert_true(band_with("", "#1F5FA8") == 0);
    assert_true(band_with("cover: no\n", "#1F5FA8") == 0);
    assert_true(band_with("cover: yes\n", "#1F5FA8") > 0);
    assert_true(band_with("cover: {color: '#123456'}\npage: 16:9\n", "#123456") > 0);
}

/* A band takes a fifth of the page at most, whatever stands on it. */
static void covers_are_a_fifth(void **state)
{
    static const char *const papers[] = { "A4", "A5", "16:9", "Letter landscape", "100 x 100 mm" };
    static const char *const titles[] = { "Short", LONG, LONG " " LONG };
    static const char *const decks[] = { "Short", LONG " " LONG };

    (void)state;
    for (size_t i = 0; i < LENGTH(papers) * LENGTH(titles) * LENGTH(decks); i++) {
        const char *paper = papers[i % LENGTH(papers)];
        sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);

        format.paper = paper;
        sheaf_sheet_set_title(sheet, titles[i / LENGTH(papers) % LENGTH(titles)]);
        sheaf_sheet_set_deck(sheet, decks[i / LENGTH(papers) / LENGTH(titles)]);
        sheaf_sheet_set_page_format(sheet, &format);
        sheaf_sheet_set_cover(sheet, "#800080");
        sheaf_sheet_add_text(sheet, "A text");
        struct sheet_pages *pages = sheet_layout(sheet);
        if (pages == NULL) { /* title and deck may take more than a small page */
            assert_non_null(strstr(sheaf_sheet_message(sheet), "shorten them"));
            sheaf_sheet_destroy(sheet);
            continue;
        }
        double bottom = band_of(pages->scenes[0], "#800080");
        print_message("  %s: %.0f of %.0f\n", paper, bottom, scene_height(pages->scenes[0]));
        assert_true(bottom > 0);
        assert_true(bottom <= 0.2 * scene_height(pages->scenes[0]) + 0.01);
        struct overlap overlap = overlap_find(pages->scenes[0], 1, false);
        assert_string_equal(overlap.message, "");
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

/* What a program says of its pages is what a spec says. */
static void programs_say_the_same(void **state)
{
    static const char keys[] = "page: {size: A5 landscape, margins: {top: 40 pt}, columns: 2}\n"
                               "pages: 3\n"
                               "cover: {color: '#123456'}\n"
                               "footer: {left: '{section}', middle: '{page}', right: ''}\n";
    static const char blocks[] = "  - heading: One\n"
                                 "  - callout: Something\n"
                                 "  - page break\n"
                                 "  - text: Word after word\n"
                                 "    columns: 3\n"
                                 "    keep: with next\n"
                                 "  - text: More\n";
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer read, built;

    (void)state;
    format.paper = "A5 landscape";
    format.top = 40;
    format.columns = 2;
    sheaf_sheet_set_title(sheet, "A test");
    sheaf_sheet_set_deck(sheet, "What it shows");
    sheaf_sheet_set_header(sheet, "Tests");
    sheaf_sheet_set_date(sheet, "2024-06-26");
    sheaf_sheet_set_page_format(sheet, &format);
    sheaf_sheet_set_most_pages(sheet, 3);
    sheaf_sheet_set_cover(sheet, "#123456");
    sheaf_sheet_set_footer_at(sheet, SHEAF_SLOT_LEFT, "{section}");
    sheaf_sheet_set_footer_at(sheet, SHEAF_SLOT_MIDDLE, "{page}");
    sheaf_sheet_set_footer_at(sheet, SHEAF_SLOT_RIGHT, "");
    sheaf_sheet_add_heading(sheet, "One");
    sheaf_sheet_add_callout(sheet, "Something");
    sheaf_sheet_add_page_break(sheet);
    sheaf_sheet_add_text(sheet, "Word after word");
    sheaf_sheet_set_columns(sheet, 3);
    sheaf_sheet_keep_together(sheet, true);
    sheaf_sheet_add_text(sheet, "More");
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(pages_dump(sheet, &built), 2);
    buffer_put(&built, "", 1);
    assert_int_equal(dump_with(keys, blocks, &read), 2);
    assert_string_equal(built.bytes, read.bytes);
    buffer_free(&built);
    buffer_free(&read);
    sheaf_sheet_destroy(sheet);
}

static void break_in_a_row(sheaf_sheet *sheet)
{
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_page_break(sheet);
}

static void nine_columns(sheaf_sheet *sheet)
{
    sheaf_sheet_add_text(sheet, "A text");
    sheaf_sheet_set_columns(sheet, 9);
}

static void columns_of_a_heading(sheaf_sheet *sheet)
{
    sheaf_sheet_add_heading(sheet, "A heading");
    sheaf_sheet_set_columns(sheet, 2);
}

static void no_block_to_widen(sheaf_sheet *sheet)
{
    sheaf_sheet_set_block_width(sheet, SHEAF_WIDTH_FULL);
}

static void a_width_in_a_row(sheaf_sheet *sheet)
{
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_text(sheet, "A text");
    sheaf_sheet_set_block_width(sheet, SHEAF_WIDTH_FULL);
}

static void no_width(sheaf_sheet *sheet)
{
    sheaf_sheet_add_text(sheet, "A text");
    sheaf_sheet_set_block_width(sheet, (sheaf_block_width)3);
}

static void no_width_of_blocks(sheaf_sheet *sheet)
{
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;

    format.blocks = (sheaf_block_width)3;
    sheaf_sheet_set_page_format(sheet, &format);
}

static void height_of_a_text(sheaf_sheet *sheet)
{
    sheaf_sheet_add_text(sheet, "A text");
    sheaf_sheet_set_height(sheet, 100);
}

static void no_block_to_keep(sheaf_sheet *sheet)
{
    sheaf_sheet_keep_together(sheet, false);
}

static void no_color(sheaf_sheet *sheet)
{
    sheaf_sheet_set_cover(sheet, "blue");
}

static void no_paper(sheaf_sheet *sheet)
{
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;

    format.paper = "B5";
    sheaf_sheet_set_page_format(sheet, &format);
}

static void no_room(sheaf_sheet *sheet)
{
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;

    format.left = (double)NAN;
    sheaf_sheet_set_page_format(sheet, &format);
}

static void no_slot(sheaf_sheet *sheet)
{
    sheaf_sheet_set_header_at(sheet, (sheaf_slot)3, "x");
}

static void a_logo_without_words(sheaf_sheet *sheet)
{
    sheaf_sheet_set_logo(sheet, "logo.png", "");
}

static void programs_are_told(void **state)
{
    static void (*const calls[])(sheaf_sheet *) = {
        break_in_a_row,
        nine_columns,
        columns_of_a_heading,
        height_of_a_text,
        no_block_to_keep,
        no_color,
        no_paper,
        no_room,
        a_logo_without_words,
        no_slot,
        no_block_to_widen,
        a_width_in_a_row,
        no_width,
        no_width_of_blocks,
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(calls); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);

        calls[i](sheet);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_are_read),
        cmocka_unit_test(lengths_have_units),
        cmocka_unit_test(blocks_stay_within_margins),
        cmocka_unit_test(footers_have_fields),
        cmocka_unit_test(sections_go_on),
        cmocka_unit_test(covers_have_colors),
        cmocka_unit_test(covers_are_a_fifth),
        cmocka_unit_test(programs_say_the_same),
        cmocka_unit_test(programs_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
