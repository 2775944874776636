/* blocks_fill_columns.c - blocks fill the columns of pages in the order of the spec; where one stands across,
 * the columns above it end at one height and begin again below it. A text longer than a page goes on from
 * column to column without widows, orphans or headings that are left alone. */
#include "support/check.h"

#include <math.h>
#include <stdlib.h>

#include "pages.h"
#include "support/overlap.h"
#include "support/quota.h"

#define MM         (72.0 / 25.4)
#define BODY       " Inter-Regular 9 "
#define LEADING    13.0
#define NEAR       60.0 /* points; lines of one column are nearer to each other than columns */
#define MOST_LINES 4000

/* One line of body text: each of its words says which paragraph and word it is. */
struct line {
    size_t page;
    int paragraph, first, last; /* words */
    double left, baseline;
};

struct lines {
    struct line lines[MOST_LINES];
    size_t n, pages;
};

enum { WORDS = 60 };

/* A paragraph whose words are "P12w3": the twelfth's third. */
static void put_paragraph(struct buffer *into, int paragraph, int words)
{
    buffer_text(into, "      ");
    for (int i = 0; i < words; i++)
        buffer_format(into, "P%dw%d ", paragraph, i);
    buffer_text(into, "\n\n");
}

/* n paragraphs, of which the first has this number; beside: a key of the block. */
static void put_text(struct buffer *into, int first, int n, const char *beside)
{
    buffer_text(into, "  - text: |\n");
    for (int i = 0; i < n; i++)
        put_paragraph(into, first + i, WORDS + (first + i) * 37 % 50);
    buffer_text(into, beside);
}

static sheaf_sheet *read_with(sheaf_context *context, const char *keys, const struct buffer *blocks)
{
    struct buffer text;
    const char *sheet = strstr(PAGES_HEAD, "sheet:\n");

    buffer_init(&text, NULL, NULL);
    buffer_put(&text, PAGES_HEAD, (size_t)(sheet - PAGES_HEAD));
    buffer_format(&text, "%ssheet:\n", keys);
    buffer_put(&text, blocks->bytes, blocks->length);
    buffer_put(&text, "", 1);
    sheaf_sheet *read = pages_read(context, text.bytes);
    buffer_free(&text);
    return read;
}

static void read_line(struct lines *lines, size_t page, const char *at, const char *end)
{
    const char *body = strstr(at, BODY), *place = strstr(at, "\" at ");
    const char *word = strchr(at, 'P'), *last = NULL;
    struct line line = { .page = page };

    if (body == NULL || body > end || place == NULL || place > end || word == NULL || word > place)
        return;
    assert_int_equal(sscanf(word, "P%dw%d", &line.paragraph, &line.first), 2);
    for (; word != NULL && word < place; word = strchr(word + 1, 'P'))
        last = word;
    assert_int_equal(sscanf(last, "P%*dw%d", &line.last), 1);
    assert_int_equal(sscanf(place, "\" at %lf,%lf", &line.left, &line.baseline), 2);
    assert_true(lines->n < MOST_LINES);
    lines->lines[lines->n++] = line;
}

/* All lines of body text in the order in which they are drawn, which is that of the tagged PDF. */
static void read_lines(const struct sheet_pages *pages, struct lines *lines)
{
    lines->n = 0;
    lines->pages = pages->n;
    for (size_t i = 0; i < pages->n; i++) {
        struct buffer dump;
        buffer_init(&dump, NULL, NULL);
        scene_dump(pages->scenes[i], &dump);
        buffer_put(&dump, "", 1);
        for (const char *at = dump.bytes; (at = strstr(at, " text \"")) != NULL; at++)
            read_line(lines, i, at, at + strcspn(at, "\n"));
        buffer_free(&dump);
    }
}

/* Whether a line begins a column: it stands higher than the one before, or on the next page. */
static bool begins_column(const struct line *line)
{
    return line->page != line[-1].page || line->baseline < line[-1].baseline;
}

/* Whether a block that stands across is between two lines of one page. */
static bool is_below_other(const struct line *line)
{
    return line->page == line[-1].page && line->baseline > line[-1].baseline + NEAR;
}

/* Words follow each other; a paragraph that is divided has two lines at each end at least. */
static const char *order_fault(const struct lines *lines, char *fault, size_t size)
{
    size_t in_column = 1;

    fault[0] = '\0';
    for (size_t i = 1; i < lines->n && fault[0] == '\0'; i++) {
        const struct line *line = &lines->lines[i], *above = line - 1;
        const bool goes_on = line->paragraph == above->paragraph;

        if (goes_on ? line->first != above->last + 1
                    : line->paragraph != above->paragraph + 1 || line->first != 0)
            snprintf(fault, size, "P%dw%d comes after P%dw%d", line->paragraph, line->first,
                     above->paragraph, above->last);
        const bool begins = begins_column(line) || is_below_other(line);
        if (goes_on && begins && in_column < 2)
            snprintf(fault, size, "an orphan of paragraph %d", line->paragraph);
        const bool is_alone = i + 1 == lines->n || line[1].paragraph != line->paragraph;
        if (goes_on && begins && is_alone)
            snprintf(fault, size, "a widow of paragraph %d", line->paragraph);
        in_column = goes_on && !begins ? in_column + 1 : 1;
    }
    return fault;
}

/* Nothing outside of the margins, and no text on other text. */
static const char *page_fault(const struct sheet_pages *pages, char *fault, size_t size)
{
    char found[1024] = "";
    size_t page = 0;

    while (page < pages->n && found[0] == '\0')
        page_fault_find(pages->scenes[page++], found, sizeof found);
    fault[0] = '\0';
    if (found[0] != '\0')
        snprintf(fault, size, "page %zu: %.500s", page, found);
    return fault;
}

#define CHART "  - chart: {type: bars, series: [exports, imports], title: Trade grew%s}\n"
#define FULL  "    width: full\n"

/* What stands between texts; '#' is a text of ten paragraphs, '1' of one, 'L' of twenty. */
static void put_blocks(struct buffer *into, const char *pattern)
{
    int paragraph = 1;

    for (; *pattern != '\0'; pattern++) {
        const int n = *pattern == '1' ? 1 : *pattern == '#' ? 10 : *pattern == 'L' ? 20 : 0;
        if (n > 0)
            put_text(into, paragraph, n, "");
        paragraph += n;
        if (*pattern == 'C')
            buffer_format(into, CHART FULL, "");
        if (*pattern == 'T') /* taller than what is left on a page */
            buffer_format(into, CHART FULL, ", height: 500 pt");
        if (*pattern == 'c')
            buffer_format(into, CHART, "");
        if (*pattern == 'H')
            buffer_text(into, "  - heading: A heading\n");
        if (*pattern == 't')
            buffer_text(into,
                        "  - table: {rows: [exports, imports], columns: [2022, 2023]}\n" FULL);
        if (*pattern == 'N')
            buffer_text(into, "  - notes\n");
    }
}

static const char *const patterns[] = {
    "#C#", "#HC#",    "C#",     "#C",    "CCC#", "#CCC#",  "#CtC1", "1C1",    "LC1",
    "1CL", "LHTL",    "#T#",    "TTT",   "L",    "#c#",    "c#c",   "H#H#H#", "1H1Hc",
    "LN",  "#HcHC#N", "1111C1", "#c#C1", "cccc", "ccccC#", "1T1T",  "HCHCHC",
};
static const char *const pages_of_blocks[] = {
    "page: {columns: 2, blocks: column}\n",
    "page: {columns: 3, blocks: column}\n",
    "page: {columns: 2, blocks: column}\nlanguage: ar\n",
    "page: {columns: 3, blocks: column}\nlanguage: ar\n",
    "page: {size: Letter, columns: 1, blocks: column}\n",
    "", /* texts of usual pages, where they are longer than one */
};

static void words_stand_in_order(void **state)
{
    static struct lines lines;
    char fault[600];
    bool well = true;

    (void)state;
    for (size_t i = 0; i < LENGTH(patterns) * LENGTH(pages_of_blocks); i++) {
        const char *pattern = patterns[i / LENGTH(pages_of_blocks)];
        const char *keys = pages_of_blocks[i % LENGTH(pages_of_blocks)];
        struct buffer blocks;

        buffer_init(&blocks, NULL, NULL);
        put_blocks(&blocks, pattern);
        sheaf_sheet *sheet = read_with(NULL, keys, &blocks);
        struct sheet_pages *pages = sheet_layout(sheet);
        if (pages == NULL) {
            snprintf(fault, sizeof fault, "%.500s", sheaf_sheet_message(sheet));
        } else if (page_fault(pages, fault, sizeof fault)[0] == '\0' && keys[0] != '\0') {
            read_lines(pages, &lines);
            order_fault(&lines, fault, sizeof fault);
        }
        if (fault[0] != '\0')
            print_message("  %s, %.40s: %s\n", pattern, keys, fault);
        well &= fault[0] == '\0';
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        buffer_free(&blocks);
    }
    assert_true(well);
}

/* A sample of another kind has room in columns of any width, in its languages: what is too wide or too tall for a
 * column stands across. */
static void samples_fill_columns(void **state)
{
    static const char *const sizes[] = { "A4", "A4 landscape", "A3" };
    static const char *const languages[] = { "en", "ru", "zh" };
    char path[600], fault[600];
    bool well = true;

    (void)state;
    snprintf(path, sizeof path, "%s/samples/profile/profile.yaml", golden_source_folder());
    for (size_t i = 0; i < LENGTH(sizes) * LENGTH(languages) * 3; i++) {
        sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);

        format.paper = sizes[i % LENGTH(sizes)];
        format.columns = 2 + (int)(i / LENGTH(sizes) % 3);
        format.blocks = SHEAF_WIDTH_COLUMN;
        sheaf_sheet_set_language(sheet, languages[i / LENGTH(sizes) / 3]);
        sheaf_sheet_load(sheet, path);
        sheaf_sheet_set_page_format(sheet, &format);
        struct sheet_pages *pages = sheet_layout(sheet);
        snprintf(fault, sizeof fault, "%.500s", pages == NULL ? sheaf_sheet_message(sheet) : "");
        for (size_t k = 0; pages != NULL && k < pages->n && fault[0] == '\0'; k++)
            snprintf(fault, sizeof fault, "%.500s",
                     overlap_find(pages->scenes[k], 1, false).message);
        if (fault[0] != '\0')
            print_message("  %s, %s, %d: %s\n", format.paper, languages[i / LENGTH(sizes) / 3],
                          format.columns, fault);
        well &= fault[0] == '\0';
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
    assert_true(well);
}

/* Reads a sheet whose blocks are these. */
static void lay_out(const char *keys, const struct buffer *blocks, struct lines *lines)
{
    sheaf_sheet *sheet = read_with(NULL, keys, blocks);
    struct sheet_pages *pages = sheet_layout(sheet);

    if (pages == NULL)
        print_message("  %s\n", sheaf_sheet_message(sheet));
    assert_non_null(pages);
    read_lines(pages, lines);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

/* Lays out a paragraph, what stands in a column behind it, and a chart across. Counts the columns of the paragraph:
 * their last lines are a line apart at most. */
static size_t even_columns(int columns, int words, const char *behind)
{
    static struct lines lines;
    double lowest = 0, highest = INFINITY;
    char keys[60];
    struct buffer blocks;
    size_t n = 1;

    buffer_init(&blocks, NULL, NULL);
    buffer_text(&blocks, "  - text: |\n");
    put_paragraph(&blocks, 1, words);
    buffer_format(&blocks, "%s" CHART FULL, behind, "");
    snprintf(keys, sizeof keys, "page: {columns: %d, blocks: column}\n", columns);
    lay_out(keys, &blocks, &lines);
    for (size_t i = 1; i <= lines.n; i++)
        if (i == lines.n || begins_column(&lines.lines[i])) {
            lowest = fmax(lowest, lines.lines[i - 1].baseline);
            highest = fmin(highest, lines.lines[i - 1].baseline);
            n += i < lines.n;
        }
    print_message("  %d columns, %zu lines: %.1f to %.1f\n", columns, lines.n, highest, lowest);
    assert_true(lowest - highest <= LEADING + 0.1);
    buffer_free(&blocks);
    return n;
}

/* Where columns end together, their last lines are a line apart at most: of paragraphs that can be divided
 * anywhere but at their ends. What is taller than they are has the last column. */
static void columns_are_balanced(void **state)
{
    static const char chart[] =
        "  - chart: {type: bars, series: exports, title: Exports, height: 460 pt}\n";

    (void)state;
    for (int columns = 2; columns <= 4; columns++)
        for (int n = 1; n < 12; n++) {
            assert_int_equal(even_columns(columns, 100 + 17 * n, ""), columns);
            if (columns > 2)
                assert_int_equal(even_columns(columns, 100 + 17 * n, chart), columns - 1);
        }
    /* Where they cannot fill the others, they stay side by side. */
    assert_int_equal(even_columns(4, 12, chart), 1);
}

/* A text whose words all come from an empty parameter or from nothing takes no place, on pages of any kind; a sheet
 * of nothing else still has its page. */
static void blank_texts_take_no_place(void **state)
{
    static const char *const keys[] = { "page: {columns: 2, blocks: column}\n", "" };
    static const char *const blanks[] = { "  - text: ''\n", "  - callout: '  '\n",
                                          "  - text: {en: ''}\n    width: column\n" };

    (void)state;
    for (size_t i = 0; i < LENGTH(keys) * LENGTH(blanks); i++) {
        const char *blank = blanks[i / LENGTH(keys)];
        struct buffer dumps[2], alone;

        for (int with = 0; with < 2; with++) {
            struct buffer blocks;
            buffer_init(&blocks, NULL, NULL);
            buffer_text(&blocks, with ? blank : "");
            put_text(&blocks, 1, 3, "    width: column\n");
            buffer_text(&blocks, with ? blank : "");
            buffer_format(&blocks, CHART FULL "%s", "", with ? blank : "");
            sheaf_sheet *sheet = read_with(NULL, keys[i % LENGTH(keys)], &blocks);
            assert_int_equal(pages_dump(sheet, &dumps[with]), 1);
            buffer_put(&dumps[with], "", 1);
            sheaf_sheet_destroy(sheet);
            buffer_free(&blocks);
        }
        assert_string_equal(dumps[0].bytes, dumps[1].bytes);
        buffer_init(&alone, NULL, NULL);
        buffer_text(&alone, blank);
        sheaf_sheet *sheet = read_with(NULL, keys[i % LENGTH(keys)], &alone);
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_non_null(pages);
        assert_int_equal(pages->n, 1);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        buffer_free(&alone);
        buffer_free(&dumps[0]);
        buffer_free(&dumps[1]);
    }
}

/* A text or call-out of any length has room: one that is as tall as a page does not need a point more. */
static void texts_of_any_length_have_room(void **state)
{
    (void)state;
    for (int i = 0; i < 40 * 20; i++) {
        char keys[60];
        struct buffer text;

        snprintf(keys, sizeof keys, "page: {size: 150 x %d mm, columns: 1}\n", 100 + i % 40);
        buffer_init(&text, NULL, NULL);
        buffer_format(&text, "  - %s: |\n", i % 3 == 0 ? "text" : "callout");
        put_paragraph(&text, 1, 140 + 12 * (i / 40));
        sheaf_sheet *sheet = read_with(NULL, keys, &text);
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        buffer_free(&text);
    }
}

/* Of a long text all columns but those of the last page reach down to the foot, but for lines that a widow or
 * an orphan would be left of; they begin at one height. */
static void long_texts_fill_pages(void **state)
{
    static const struct {
        const char *keys;
        size_t columns;
    } cases[] = { { "", 2 }, { "page: {columns: 3}\n", 3 }, { "page: {columns: 1}\n", 1 } };
    static struct lines lines;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer blocks;
        char fault[600];
        size_t n_columns = 1;

        buffer_init(&blocks, NULL, NULL);
        put_text(&blocks, 1, 45, "");
        lay_out(cases[i].keys, &blocks, &lines);
        assert_string_equal(order_fault(&lines, fault, sizeof fault), "");
        for (size_t k = 1; k < lines.n; k++) {
            const struct line *line = &lines.lines[k];
            if (!begins_column(line))
                continue;
            n_columns++;
            if (line->page == lines.pages - 1 && line[-1].page == line->page)
                continue;
            assert_true(line[-1].baseline > 842 - 16 * MM - 2 - 4 * LEADING);
        }
        print_message("  %zu columns on %zu pages\n", n_columns, lines.pages);
        assert_int_equal(n_columns, cases[i].columns * lines.pages);
        buffer_free(&blocks);
    }
}

/* A heading above a block that stands across does so, too; one above a text stays in its column, and what
 * follows it has two lines there at least. */
static void headings_go_with_what_follows(void **state)
{
    static const struct {
        const char *pattern, *font;
    } cases[] = { { "1HC1", "" }, { "1H1C1", "" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer blocks, dump;
        const bool is_across = i == 0;

        buffer_init(&blocks, NULL, NULL);
        put_blocks(&blocks, cases[i].pattern);
        sheaf_sheet *sheet = read_with(NULL, "page: {columns: 2, blocks: column}\n", &blocks);
        assert_int_equal(pages_dump(sheet, &dump), 1);
        buffer_put(&dump, "", 1);
        const char *heading = strstr(dump.bytes, "\"A heading\" at ");
        double left = 0, top = 0, text_top = INFINITY;
        assert_non_null(heading);
        assert_int_equal(sscanf(heading, "\"A heading\" at %lf,%lf", &left, &top), 2);
        for (const char *at = dump.bytes; (at = strstr(at, " text \"P")) != NULL; at++) {
            double x, y;
            if (sscanf(strstr(at, "\" at "), "\" at %lf,%lf", &x, &y) == 2 && y > top &&
                fabs(x - left) < 1)
                text_top = fmin(text_top, y);
        }
        if (is_across)
            assert_true(text_top > top + 80); /* the chart is between them */
        else
            assert_true(text_top < top + 30);
        buffer_free(&dump);
        buffer_free(&blocks);
        sheaf_sheet_destroy(sheet);
    }
}

/* Long texts have sub-headings, which stand above their text, and lists, whose first item does not leave the
 * line that leads to it. */
static void no_column_ends_with_a_lead(void **state)
{
    (void)state;
    for (int n = 0; n < 40; n++) {
        struct buffer blocks, dump;
        double left = 0, top = 0, next_left = 0, next_top = 0;

        buffer_init(&blocks, NULL, NULL);
        buffer_text(&blocks, "  - text: |\n");
        put_paragraph(&blocks, 1, 20 + 7 * n);
        buffer_text(&blocks, "      ## Lead\n\n");
        for (int i = 0; i < 12; i++)
            put_paragraph(&blocks, 2 + i, WORDS);
        sheaf_sheet *sheet = read_with(NULL, "page: {size: 150 x 110 mm, columns: 2}\n", &blocks);
        assert_true(pages_dump(sheet, &dump) > 1);
        buffer_put(&dump, "", 1);
        const char *lead = strstr(dump.bytes, "\"Lead\" at ");
        const char *next = lead != NULL ? strstr(lead, "\"P2w0 ") : NULL;
        assert_non_null(next);
        assert_int_equal(sscanf(lead, "\"Lead\" at %lf,%lf", &left, &top), 2);
        assert_int_equal(sscanf(strstr(next, "\" at "), "\" at %lf,%lf", &next_left, &next_top), 2);
        assert_true(fabs(left - next_left) < 0.1 && next_top > top && next_top < top + 30);
        buffer_free(&dump);
        buffer_free(&blocks);
        sheaf_sheet_destroy(sheet);
    }
}

/* What is wrong is told, with its place. */
static void mistakes_are_told(void **state)
{
    static const struct {
        const char *keys, *blocks, *message;
    } cases[] = {
        { "", "  - text: a\n    width: wide\n", "'width' is full, or column" },
        { "", "  - row: [{text: a, width: full}]\n", "a width is for blocks of the sheet" },
        { "page: {columns: 2, blocks: column}\n",
          "  - text: a\n  - chart: {type: bars, series: exports, height: 900 pt}\n", NULL },
        { "page: {size: A3 landscape, columns: 2, blocks: column}\n",
          "  - text: a\n  - column: [{"
          "chart: {type: bars, series: exports, height: 500 pt}}, {"
          "chart: {type: bars, series: exports, height: 500 pt}}]\n",
          "block 2 of the sheet, 'column', needs a height of " },
        { "page: {size: 150 x 110 mm, columns: 3, blocks: column}\n",
          "  - figures: [{value: 'exports[2023]', change: growth, label: One of them}, {value: "
          "'exports[2022]'}, {value: 'imports[2023]'}, {value: 'imports[2022]'}]\n",
          NULL },
        { "page: {size: 150 x 110 mm, columns: 3, blocks: column}\n",
          "  - text: a\n  - column: [{"
          "figures: [{value: 'exports[2023]'}]}, {chart: {type: bars, series: exports, height: "
          "70 mm}}]\n    width: column\n",
          NULL },
        { "page: {columns: 2, blocks: wide}\n", "  - text: a\n", "wide" },
        { "page: {columns: 2, blocks: column}\n",
          "  - text: a\n  - column: [{"
          "chart: {type: bars, series: exports, height: 500 pt}}, {"
          "chart: {type: bars, series: exports, height: 500 pt}}]\n    keep: together\n",
          NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer blocks;

        buffer_init(&blocks, NULL, NULL);
        buffer_text(&blocks, cases[i].blocks);
        sheaf_sheet *sheet = read_with(NULL, cases[i].keys, &blocks);
        struct sheet_pages *pages = sheet_layout(sheet);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        if (cases[i].message != NULL) {
            assert_null(pages);
            assert_non_null(strstr(sheaf_sheet_message(sheet), cases[i].message));
            assert_true(sheaf_sheet_error(sheet)->line > 0);
        } else { /* what is taller than a page is drawn in, stands across, or goes on */
            assert_non_null(pages);
        }
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        buffer_free(&blocks);
    }
}

static struct buffer blocks_of(int n)
{
    struct buffer blocks;

    buffer_init(&blocks, NULL, NULL);
    put_text(&blocks, 1, n, "");
    buffer_format(&blocks, CHART FULL, "");
    for (int i = 0; i < n; i++)
        put_text(&blocks, n + 1 + i, 1, "");
    return blocks;
}

/* Requests for memory, bytes asked for and pages of a sheet of 2 n paragraphs. */
static void cost_of(int n, size_t cost[3])
{
    struct quota quota = { .left = SIZE_MAX };
    const sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    struct buffer blocks = blocks_of(n);
    sheaf_sheet *sheet =
        read_with(context, "page: {columns: 3, blocks: column}\ncontents: no\n", &blocks);

    assert_true(sheet_is_well(sheet));
    const size_t left = quota.left, asked = quota.asked;
    struct sheet_pages *pages = sheet_layout(sheet);
    assert_non_null(pages);
    cost[0] = left - quota.left;
    cost[1] = quota.asked - asked;
    cost[2] = pages->n;
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(context);
    buffer_free(&blocks);
    assert_int_equal(quota.live, 0);
}

static void long_sheets_grow_as_their_text(void **state)
{
    size_t once[3], twice[3];

    (void)state;
    cost_of(200, once);
    cost_of(400, twice);
    print_message("  %zu and %zu requests, %zu and %zu bytes, %zu and %zu pages\n", once[0],
                  twice[0], once[1], twice[1], once[2], twice[2]);
    assert_true(10 * twice[0] <= 22 * once[0]);
    assert_true(10 * twice[1] <= 22 * once[1]);
    assert_true(10 * twice[2] <= 21 * once[2]);
}

/* Every request for memory fails once, of the first ones and then of one in so many. */
static void shortage_is_told(void **state)
{
    sheaf_status status = SHEAF_NO_MEMORY;
    size_t tried = 0;

    (void)state;
    for (size_t left = 0; status == SHEAF_NO_MEMORY; left += 1 + left / 40, tried++) {
        struct quota quota = { .left = left };
        const sheaf_alloc alloc = quota_alloc(&quota);
        sheaf_context *context = sheaf_context_create(&alloc);
        struct buffer blocks;

        buffer_init(&blocks, NULL, NULL);
        put_blocks(&blocks, "1HC1c");
        sheaf_sheet *sheet = read_with(context, "page: {columns: 2, blocks: column}\n", &blocks);
        struct sheet_pages *pages = sheet_layout(sheet);
        status = sheaf_sheet_status(sheet);
        assert_int_equal(pages != NULL, status == SHEAF_OK);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        sheaf_context_destroy(context);
        buffer_free(&blocks);
        assert_int_equal(quota.live, 0);
    }
    print_message("  %zu\n", tried);
    assert_int_equal(status, SHEAF_OK);
    assert_true(tried > 100);
}

/* A program says what a spec says. */
static void programs_say_the_same(void **state)
{
    static const char keys[] = "page: {size: A4, columns: 3, blocks: column}\n";
    static const char text[] = "  - text: One\n    width: full\n  - text: Two\n  - text: Three\n";
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer blocks, read, built;

    (void)state;
    format.columns = 3;
    format.blocks = SHEAF_WIDTH_COLUMN;
    sheaf_sheet_set_title(sheet, "A test");
    sheaf_sheet_set_deck(sheet, "What it shows");
    sheaf_sheet_set_header(sheet, "Tests");
    sheaf_sheet_set_date(sheet, "2024-06-26");
    sheaf_sheet_set_page_format(sheet, &format);
    assert_int_equal(sheaf_sheet_get_block_width(sheet), SHEAF_WIDTH_USUAL);
    sheaf_sheet_add_text(sheet, "One");
    sheaf_sheet_set_block_width(sheet, SHEAF_WIDTH_FULL);
    assert_int_equal(sheaf_sheet_get_block_width(sheet), SHEAF_WIDTH_FULL);
    sheaf_sheet_add_text(sheet, "Two");
    assert_int_equal(sheaf_sheet_get_block_width(sheet), SHEAF_WIDTH_USUAL);
    sheaf_sheet_add_text(sheet, "Three");
    assert_int_equal(pages_dump(sheet, &built), 1);
    buffer_put(&built, "", 1);
    buffer_init(&blocks, NULL, NULL);
    buffer_text(&blocks, text);
    sheaf_sheet *other = read_with(NULL, keys, &blocks);
    assert_int_equal(pages_dump(other, &read), 1);
    buffer_put(&read, "", 1);
    assert_string_equal(built.bytes, read.bytes);
    buffer_free(&built);
    buffer_free(&read);
    buffer_free(&blocks);
    sheaf_sheet_destroy(sheet);
    sheaf_sheet_destroy(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_in_order),
        cmocka_unit_test(samples_fill_columns),
        cmocka_unit_test(columns_are_balanced),
        cmocka_unit_test(blank_texts_take_no_place),
        cmocka_unit_test(texts_of_any_length_have_room),
        cmocka_unit_test(long_texts_fill_pages),
        cmocka_unit_test(headings_go_with_what_follows),
        cmocka_unit_test(no_column_ends_with_a_lead),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(long_sheets_grow_as_their_text),
        cmocka_unit_test(shortage_is_told),
        cmocka_unit_test(programs_say_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
