/* pages_of_the_web_say_the_same.c - a sheet's page of the web has the words and figures of its PDF, in the
 * same order, in every sample and language; what a data file calls something is never markup. */
#include "support/check.h"

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "base/strings.h"
#include "paint/html/html.h"
#include "paint/paint.h"
#include "scene/structure.h"
#include "sheet/layout/layout.h"
#include "support/golden.h"

static int keep(void *context, const void *bytes, size_t n)
{
    buffer_put(context, bytes, n);
    return 0;
}

static void write_page(sheaf_sheet *sheet, struct buffer *into)
{
    buffer_init(into, NULL, NULL);
    if (sheaf_sheet_write_html_sink(sheet, (sheaf_sink){ into, keep }) != SHEAF_OK)
        fail_msg("%s", sheaf_sheet_message(sheet));
}

static bool holds(const struct buffer *page, const char *text)
{
    return strstr(page->bytes, text) != NULL;
}

static size_t count(const struct buffer *page, const char *text)
{
    size_t n = 0;

    for (const char *at = strstr(page->bytes, text); at != NULL; at = strstr(at + 1, text))
        n++;
    return n;
}

/* Words ------------------------------------------------------------------------------ */

/* What is no letter, sign or digit is left out: spaces of all widths, hyphens that are not shown, marks of
 * direction. */
static bool is_ink(uint32_t code)
{
    return !(code <= ' ' || code == 0xA0 || code == 0xAD || (code >= 0x2000 && code <= 0x200F) ||
             (code >= 0x2028 && code <= 0x202F) || (code >= 0x205F && code <= 0x206F) ||
             code == 0x3000 || code == 0xFEFF);
}

static void put_ink(struct buffer *into, const char *text, size_t n)
{
    const char *end = text + n;

    while (text < end) {
        const char *start = text;
        if (is_ink(utf8_next(&text, end)))
            buffer_put(into, start, (size_t)(text - start));
    }
}

/* Of an entry of the contents what it leads to: there are no numbers of pages in the web. */
static void put_entry(struct buffer *into, const struct structure_element *element)
{
    if (element->role == ROLE_LINK) {
        struct buffer text;

        buffer_init(&text, NULL, NULL);
        structure_text(element, &text);
        while (text.length > 0 && text.bytes[text.length - 1] >= '0' &&
               text.bytes[text.length - 1] <= '9')
            text.length--;
        put_ink(into, text.bytes, text.length);
        buffer_free(&text);
        return;
    }
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL)
            put_entry(into, item->element);
}

/* How many of its series a chart has room for is said in its subtitle, and depends on the room. */
static const char gallery[] = "gallery/gallery";

/* Of a chart the title and the subtitle, which stand outside its figure. */
static void put_element(struct buffer *into, const struct structure_element *element,
                        enum role left_out)
{
    struct buffer text;

    if (element->role == ROLE_FIGURE || element->role == ROLE_LIST_LABEL ||
        element->role == ROLE_CHART_SOURCE || element->role == left_out)
        return;
    if (element->role == ROLE_CONTENTS_ITEM) {
        put_entry(into, element);
        return;
    }
    if (structure_holds_text(element->role)) {
        buffer_init(&text, NULL, NULL);
        structure_text(element, &text);
        put_ink(into, text.length > 0 ? text.bytes : "", text.length);
        buffer_free(&text);
        return;
    }
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL)
            put_element(into, item->element, left_out);
}

static void put_pdf(sheaf_sheet *sheet, struct buffer *into, enum role left_out)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    sheaf_error error = { .status = SHEAF_OK };

    if (pages == NULL)
        fail_msg("%s", sheaf_sheet_error(sheet)->message);
    struct structure *structure =
        structure_create((const struct scene *const *)pages->scenes, pages->n, pages->language,
                         &pages->arena.alloc, &error);
    assert_non_null(structure);
    put_element(into, structure_document(structure), left_out);
    structure_destroy(structure);
    sheet_pages_destroy(pages);
}

/* Elements whose texts the PDF does not have: pictures, the data behind them. */
static const char *const left_out[] = { "details", "svg", "script" };

/* The end of the element if it is one that is left out, else NULL. */
static const char *end_of_left_out(const char *at, enum role role)
{
    const char *subtitle = role == ROLE_CHART_SUBTITLE ? "<p class=\"chart-subtitle"
                                                       : "<p class=\"chart-subtitle narrow\"";

    if (strncmp(at, subtitle, strlen(subtitle)) == 0)
        return strstr(at, "</p>") + strlen("</p>");
    for (size_t i = 0; i < LENGTH(left_out); i++) {
        size_t n = strlen(left_out[i]);
        char end[16];
        if (strncmp(at + 1, left_out[i], n) != 0 || (at[n + 1] != '>' && at[n + 1] != ' '))
            continue;
        snprintf(end, sizeof end, "</%s>", left_out[i]);
        const char *found = strstr(at, end);
        assert_non_null(found);
        return found + strlen(end);
    }
    return NULL;
}

static void put_entity(struct buffer *into, const char **at)
{
    static const struct {
        const char *name, *text;
    } entities[] = {
        { "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" }, { "&quot;", "\"" }, { "&#39;", "'" }
    };

    for (size_t i = 0; i < LENGTH(entities); i++)
        if (strncmp(*at, entities[i].name, strlen(entities[i].name)) == 0) {
            buffer_text(into, entities[i].text);
            *at += strlen(entities[i].name);
            return;
        }
    fail_msg("a bare ampersand: %.40s", *at);
}

static void put_html(const struct buffer *page, struct buffer *into, enum role role)
{
    const char *at = strstr(page->bytes, "<body>");
    struct buffer text;

    assert_non_null(at);
    buffer_init(&text, NULL, NULL);
    while (*at != '\0')
        if (*at == '<')
            at =
                end_of_left_out(at, role) != NULL ? end_of_left_out(at, role) : strchr(at, '>') + 1;
        else if (*at == '&')
            put_entity(&text, &at);
        else
            buffer_byte(&text, *at++);
    put_ink(into, text.bytes, text.length);
    buffer_free(&text);
}

static void compare(const char *pdf, const char *html)
{
    size_t same = 0;

    while (pdf[same] != '\0' && pdf[same] == html[same])
        same++;
    size_t from = same > 60 ? same - 60 : 0;
    if (pdf[same] != html[same])
        fail_msg("the PDF says\n  %.160s\nthe page\n  %.160s", pdf + from, html + from);
}

static const struct {
    const char *spec;
    const char *languages[9];
} samples[] = {
    { "kaz-chn/kaz-chn", { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" } },
    { "brief/brief", { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" } },
    { "leaflet/leaflet", { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" } },
    { "partners/partners", { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" } },
    { "partner/partner",
      { "en", "ru", "zh", "fr" } }, /* its texts name forms that only these have */
    { "profile/profile", { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" } },
    { gallery, { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" } },
};

static void test_words(void **state)
{
    char path[600];

    (void)state;
    for (size_t i = 0; i < LENGTH(samples); i++) {
        const enum role role = samples[i].spec == gallery ? ROLE_CHART_SUBTITLE : ROLE_NONE;
        for (size_t k = 0; samples[i].languages[k] != NULL; k++) {
            struct buffer pdf, html, page;

            print_message("  %s %s\n", samples[i].spec, samples[i].languages[k]);
            snprintf(path, sizeof path, "%s/samples/%s.yaml", golden_source_folder(),
                     samples[i].spec);
            sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
            sheaf_sheet_set_language(sheet, samples[i].languages[k]);
            buffer_init(&pdf, NULL, NULL);
            buffer_init(&html, NULL, NULL);
            put_pdf(sheet, &pdf, role);
            write_page(sheet, &page);
            put_html(&page, &html, role);
            assert_true(pdf.length > 200);
            compare(pdf.bytes, html.bytes);
            buffer_free(&page);
            buffer_free(&html);
            buffer_free(&pdf);
            sheaf_sheet_destroy(sheet);
        }
    }
}

/* Also to what stands before them, and to what has an author's id. */
static void test_contents(void **state)
{
    static const char *const wanted[] = {
        "<nav class=\"contents\" aria-label=\"المحتويات\">",
        "<a href=\"#section.1\" lang=\"en\" dir=\"ltr\">Before &amp; first</a>",
        "<a href=\"#later\" lang=\"en\" dir=\"ltr\">Later</a>",
        "<h2 id=\"section.1\" lang=\"en\" dir=\"ltr\">", "<h2 id=\"later\" lang=\"en\" dir=\"ltr\">"
    };
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer pdf, html, page;

    (void)state;
    sheaf_sheet_set_language(sheet, "ar");
    sheaf_sheet_set_title(sheet, "التجارة");
    sheaf_sheet_add_blocks(sheet, "- heading: {en: Before & first}\n"
                                  "- text: {en: One.}\n"
                                  "- contents\n"
                                  "- heading: {en: Later}\n  id: later\n"
                                  "- text: {en: Two.}\n");
    buffer_init(&pdf, NULL, NULL);
    buffer_init(&html, NULL, NULL);
    put_pdf(sheet, &pdf, ROLE_NONE);
    write_page(sheet, &page);
    put_html(&page, &html, ROLE_NONE);
    compare(pdf.bytes, html.bytes);
    for (size_t i = 0; i < LENGTH(wanted); i++)
        if (!holds(&page, wanted[i]))
            fail_msg("no %s in %s", wanted[i], strstr(page.bytes, "<body>"));
    buffer_free(&page);
    buffer_free(&html);
    buffer_free(&pdf);
    sheaf_sheet_destroy(sheet);
}

static sheaf_sheet *read_beside_sample(const char *spec, size_t n)
{
    char path[600];

    snprintf(path, sizeof path, "%s/samples/kaz-chn/test.yaml", golden_source_folder());
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, path, spec, n);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    return sheet;
}

/* A long page has contents of its own, before all else; never where the author says so. */
static void test_contents_by_themselves(void **state)
{
    static const struct {
        const char *root;
        size_t sections, tables;
        bool has;
    } sheets[] = { { "", 3, 7, true },
                   { "", 2, 8, false },
                   { "", 3, 6, false },
                   { "contents: no\n", 3, 7, false },
                   { "contents: yes\n", 1, 1, true } };
    static const char nav[] = "<main>\n<nav class=\"contents\" aria-label=\"Contents\">";

    (void)state;
    for (size_t i = 0; i < LENGTH(sheets); i++) {
        struct buffer spec, page;

        buffer_init(&spec, NULL, NULL);
        buffer_format(&spec,
                      "sheaf: 1\ntitle: T\n%sdata: {trade: kaz-chn.csv}\nseries:\n"
                      "  turnover: imply(trade[flow:turnover])\nsheet:\n",
                      sheets[i].root);
        for (size_t k = 0; k < sheets[i].sections; k++)
            buffer_format(&spec, "  - heading: Section %zu\n", k + 1);
        for (size_t k = 0; k < sheets[i].tables; k++)
            buffer_text(&spec, "  - table: {rows: [turnover], columns: [2022, 2023]}\n");
        sheaf_sheet *sheet = read_beside_sample(spec.bytes, spec.length);
        write_page(sheet, &page);
        assert_int_equal(holds(&page, nav), sheets[i].has);
        assert_int_equal(count(&page, "<nav"), sheets[i].has);
        if (sheets[i].has)
            assert_true(holds(&page, "<a href=\"#section.1\">Section 1</a>") &&
                        holds(&page, "<h2 id=\"section.1\">Section 1</h2>"));
        buffer_free(&page);
        buffer_free(&spec);
        sheaf_sheet_destroy(sheet);
    }
}

/* A text without a translation says its language, and its direction where that is the other one. */
static void test_fallen_back(void **state)
{
    static const char spec[] =
        "sheaf: 1\nlanguage: en\ntitle: {en: Trade, ar: التجارة, ru: Торговля}\ndeck: {en: A "
        "deck.}\n"
        "header: {en: The office}\ndata: {trade: kaz-chn.csv}\n"
        "series:\n  turnover: imply(trade[flow:turnover])\n"
        "sheet:\n  - heading: {en: One (1)}\n  - text: {en: 'See [it](#t).'}\n"
        "  - chart: {type: bars, series: turnover, title: {en: Bars}, alternative: {en: It "
        "rose.}}\n"
        "  - chart: {type: bars, series: turnover, alternative: {en: It grew. Much.}}\n"
        "  - table: {title: {en: All.}, rows: [turnover], columns: [2023]}\n    id: t\n";
    static const struct {
        const char *language, *dir;
    } cases[] = { { "ar", " dir=\"ltr\"" }, { "ru", "" } };
    static const char *const wanted[] = {
        "<p lang=\"en\"%s>A deck.</p>",
        "<span lang=\"en\"%s>The office</span>",
        " lang=\"en\"%s>One (1)</h2>",
        "<p lang=\"en\"%s>See <a href=\"#t\">it</a>.</p>",
        "<h3 class=\"chart-title\" lang=\"en\"%s>Bars</h3>",
        "<caption lang=\"en\"%s>All.</caption>",
    };
    static const char *const in_pictures[] = { "<title lang=\"en\">Bars</title>",
                                               "<desc lang=\"en\">It rose.</desc>",
                                               "<title lang=\"en\">It grew</title>",
                                               "<desc lang=\"en\">It grew. Much.</desc>" };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_beside_sample(spec, strlen(spec));
        struct buffer page, text;

        sheaf_sheet_set_language(sheet, cases[i].language);
        write_page(sheet, &page);
        for (size_t k = 0; k < LENGTH(wanted); k++) {
            const char *gap = strstr(wanted[k], "%s");
            buffer_init(&text, NULL, NULL);
            buffer_put(&text, wanted[k], (size_t)(gap - wanted[k]));
            buffer_text(&text, cases[i].dir);
            buffer_text(&text, gap + 2);
            if (!holds(&page, text.bytes))
                fail_msg("%s: no %s", cases[i].language, text.bytes);
            buffer_free(&text);
        }
        for (size_t k = 0; k < LENGTH(in_pictures); k++)
            assert_int_equal(count(&page, in_pictures[k]), 2);
        buffer_free(&page);
        sheaf_sheet_destroy(sheet);
    }
}

/* Charts beside each other show the same part of their pictures, whatever their titles need; alone each shows
 * what it has. */
static void test_rows(void **state)
{
    static const char spec[] =
        "sheaf: 1\ntitle: Trade\ndata: {trade: kaz-chn.csv}\nseries:\n"
        "  turnover: imply(trade[flow:turnover])\n  exports: imply(trade[flow:exports])\n"
        "sheet:\n  - row:\n"
        "      - chart: {type: bars, series: turnover, title: A title, source: S}\n        span: "
        "8\n"
        "      - chart: {type: bars, series: [turnover, exports], subtitle: Less}\n"
        "  - row:\n"
        "      - chart: {type: bars, series: turnover, title: Beside words}\n        span: 8\n"
        "      - text: Words.\n";
    sheaf_sheet *sheet = read_beside_sample(spec, strlen(spec));
    struct buffer page;
    char boxes[2][80];

    (void)state;
    write_page(sheet, &page);
    const char *row = strstr(page.bytes, "<div class=\"row charts\">");
    assert_non_null(row);
    assert_true(holds(&page, "<div class=\"row spans\">\n<div class=\"of-12-8\">"));
    for (size_t i = 0; i < 2; i++) {
        row = strstr(row + 1, "<div class=\"narrow\">");
        const char *box = strstr(row, "viewBox=\"");
        snprintf(boxes[i], sizeof boxes[i], "%.*s", (int)strcspn(box + 9, "\""), box + 9);
    }
    assert_string_equal(boxes[0], boxes[1]);
    buffer_free(&page);
    sheaf_sheet_destroy(sheet);
}

/* Names are no markup ----------------------------------------------------------------- */

static const char evil[] = "<script>alert(1)</script>\" onload='x' & </style>";

static sheaf_sheet *make_evil(void)
{
    const double values[] = { 10.5, 14.8, 12 };
    sheaf_series *series = sheaf_series_from_years(evil, "USD", 9, 2021, values, 3);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    const sheaf_period year = sheaf_period_year(2023);
    const sheaf_series *const rows[] = { series };

    sheaf_sheet_set_title(sheet, "A \\<script>alert(1)\\</script> of a title");
    sheaf_sheet_add_figure(sheet, NULL, series, year, true);
    sheaf_sheet_add_text(sheet,
                         "1 < 2 & \"3\", `a`[^1] and [there](https://stat.example/?a=1&b=2)\n\n"
                         "- **one**\n- two\n\n[^1]: A note.");
    sheaf_chart_set_title(chart, evil);
    sheaf_chart_add(chart, series);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_sheet_add_table(sheet, rows, 1, &year, 1, false);
    sheaf_sheet_add_source(sheet, evil, NULL, NULL);
    sheaf_sheet_add_notes(sheet, NULL, 0);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
    return sheet;
}

static void test_names(void **state)
{
    sheaf_sheet *sheet = make_evil();
    struct buffer page;

    (void)state;
    assert_string_equal(sheaf_sheet_message(sheet), "");
    write_page(sheet, &page);
    assert_int_equal(count(&page, "<script>"), 1);                  /* the page's own … */
    assert_int_equal(count(&page, "<script type=\"text/csv\""), 1); /* … and its figures */
    assert_int_equal(count(&page, "<script"), 2);
    assert_int_equal(count(&page, "</style>"), 1);
    assert_false(holds(&page, "<script>alert"));
    assert_true(count(&page, "&lt;script&gt;alert(1)") > 5);
    assert_false(holds(&page, "\" onload"));
    assert_false(holds(&page, " style="));     /* the policy would refuse it */
    assert_true(holds(&page, "%3Cscript%3E")); /* in the file to take away */
    assert_true(holds(&page, "href=\"https://stat.example/?a=1&amp;b=2\""));
    buffer_free(&page);
    sheaf_sheet_destroy(sheet);
}

/* In every place where an author or a data file can put a text. */
static void test_evil_spec(void **state)
{
    static const char *const names[] = { "<script>alert(1)</script>",
                                         "\\\"><img src=x onerror=alert(1)>",
                                         "]]>",
                                         "--><b>",
                                         "</title></style></svg>",
                                         "&#60;i>&lt;",
                                         "' onclick='x" };
    static const char *const markup[] = {
        "<img", "<b>",  "<i>",        "<script>a", " onerror=alert(1)>", "</title></style>",
        "]]>",  "--><", "javascript:"
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        const char *name = names[i];
        struct buffer spec, page, plain;

        print_message("  %s\n", name);
        buffer_init(&spec, NULL, NULL);
        buffer_text(&spec, "sheaf: 1\nlanguage: en\n");
        buffer_format(&spec, "title: \"T %s\"\ndeck: \"D %s\"\nheader: \"H %s\"\n", name, name,
                      name);
        buffer_format(&spec, "sources: {s: {title: \"S %s\"}}\n", name);
        buffer_format(&spec,
                      "data: {trade: {file: kaz-chn.csv, source: s}}\nseries:\n"
                      "  turnover: {value: 'imply(trade[flow:turnover])', label: \"L %s\"}\n",
                      name);
        buffer_format(&spec,
                      "sheet:\n  - contents\n  - heading: \"G %s\"\n  - figures: [{value: "
                      "'turnover[2023]', label: \"F %s\"}]\n",
                      name, name);
        buffer_format(&spec, "  - text: \"X %s [b](https://x.example)\"\n", name);
        buffer_format(&spec,
                      "  - chart: {type: bars, series: turnover, title: \"C %s\", subtitle: "
                      "\"U %s\", source: \"O %s\", alternative: \"A %s\", events: {2022: \"E "
                      "%s\"}}\n",
                      name, name, name, name, name);
        buffer_format(&spec, "  - table: {title: \"B %s\", rows: [turnover], columns: [2023]}\n",
                      name);
        buffer_format(&spec, "  - callout: \"K %s\"\n  - notes: [\"N %s\"]\n", name, name);
        sheaf_sheet *sheet = read_beside_sample(spec.bytes, spec.length);
        write_page(sheet, &page);
        buffer_init(&plain, NULL, NULL);
        const char *body = strstr(page.bytes, "<body>"), *end = strstr(body, "<script>(()");
        assert_non_null(end);
        buffer_put(&plain, body, (size_t)(end - body));
        for (size_t k = 0; k < LENGTH(markup); k++)
            if (holds(&plain, markup[k]))
                fail_msg("%s: %.80s", markup[k], strstr(plain.bytes, markup[k]));
        assert_int_equal(count(&page, "<title>T "), 1);
        assert_int_equal(count(&page, "</style>"), 1);
        assert_int_equal(count(&page, "<script"), 2);
        assert_int_equal(count(&page, "</script"), 2);
        buffer_free(&plain);
        buffer_free(&page);
        buffer_free(&spec);
        sheaf_sheet_destroy(sheet);
    }
}

static void test_evil_links(void **state)
{
    static const char *const addresses[] = { "javascript:alert(1)", "JAVASCRIPT:alert(1)",
                                             "data:text/html,x", "//x.example", "vbscript:x" };

    (void)state;
    for (size_t i = 0; i < LENGTH(addresses); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        struct buffer page;
        char text[80];

        print_message("  %s\n", addresses[i]);
        snprintf(text, sizeof text, "[a](%s)", addresses[i]);
        sheaf_sheet_set_title(sheet, "T");
        sheaf_sheet_add_text(sheet, text);
        buffer_init(&page, NULL, NULL);
        assert_int_not_equal(sheaf_sheet_write_html_sink(sheet, (sheaf_sink){ &page, keep }),
                             SHEAF_OK);
        assert_non_null(strstr(sheaf_sheet_message(sheet), "a link's address"));
        assert_int_equal(page.length, 0);
        buffer_free(&page);
        sheaf_sheet_destroy(sheet);
    }
}

static void test_elements(void **state)
{
    static const char *const parts[] = {
        "<h1>",
        "<dl class=\"figures of-1\">",
        "<dt>",
        "<dd class=\"value\">",
        "<ul>\n<li><p><strong>one</strong></p>",
        "href=\"#note.1\">",
        "id=\"note.1.back\"",
        "id=\"note.1\"",
        "href=\"#note.1.back\"",
        "<figure class=\"chart\">",
        "<figcaption>",
        "role=\"graphics-symbol\"",
        "<details>",
        "download=\"chart-1.csv\"",
        "<th scope=\"col\">",
        "<th scope=\"row\">",
        "role=\"region\" tabindex=\"0\"",
        "<footer>",
        "<html lang=\"en\" dir=\"ltr\">",
    };
    sheaf_sheet *sheet = make_evil();
    struct buffer page;

    (void)state;
    write_page(sheet, &page);
    for (size_t i = 0; i < LENGTH(parts); i++)
        if (!holds(&page, parts[i]))
            fail_msg("the page has no %s", parts[i]);
    buffer_free(&page);
    sheaf_sheet_set_language(sheet, "ar");
    write_page(sheet, &page);
    assert_true(holds(&page, "<html lang=\"ar\" dir=\"rtl\">"));
    buffer_free(&page);
    sheaf_sheet_destroy(sheet);
}

/* Nothing but what the page holds ------------------------------------------------------- */

static void expect_hash(const struct buffer *page, const char *directive, const char *open,
                        const char *close)
{
    const char *from = strstr(page->bytes, open), *to = from != NULL ? strstr(from, close) : NULL;
    struct buffer wanted;

    assert_non_null(to);
    from += strlen(open);
    buffer_init(&wanted, NULL, NULL);
    buffer_format(&wanted, "%s ", directive);
    html_put_hash(&wanted, from, (size_t)(to - from));
    assert_true(holds(page, wanted.bytes));
    buffer_free(&wanted);
}

static void test_policy(void **state)
{
    sheaf_sheet *sheet = make_evil();
    struct buffer page, again;

    (void)state;
    write_page(sheet, &page);
    assert_true(holds(&page, "content=\"default-src 'none'; style-src 'sha256-"));
    expect_hash(&page, "style-src", "<style>", "</style>");
    expect_hash(&page, "script-src", "<script>", "</script>");
    assert_false(holds(&page, "src=\"http"));
    assert_false(holds(&page, "url(http"));
    assert_false(holds(&page, "@import"));
    assert_false(holds(&page, "unsafe"));
    write_page(sheet, &again);
    assert_int_equal(again.length, page.length);
    assert_memory_equal(again.bytes, page.bytes, page.length);
    buffer_free(&again);
    buffer_free(&page);
    sheaf_sheet_destroy(sheet);
}

static void test_digest(void **state)
{
    static const struct {
        const char *text;
        size_t times;
        uint8_t first[4], last[4];
    } cases[] = {
        { "", 1, { 0xe3, 0xb0, 0xc4, 0x42 }, { 0x78, 0x52, 0xb8, 0x55 } },
        { "abc", 1, { 0xba, 0x78, 0x16, 0xbf }, { 0xf2, 0x00, 0x15, 0xad } },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          1,
          { 0x24, 0x8d, 0x6a, 0x61 },
          { 0x19, 0xdb, 0x06, 0xc1 } },
        { "a", 1000000, { 0xcd, 0xc7, 0x6e, 0x5c }, { 0xc7, 0x11, 0x2c, 0xd0 } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct buffer bytes;

        buffer_init(&bytes, NULL, NULL);
        for (size_t k = 0; k < cases[i].times; k++)
            buffer_text(&bytes, cases[i].text);
        struct digest digest = digest_of(bytes.length > 0 ? bytes.bytes : "", bytes.length);
        assert_memory_equal(digest.bytes, cases[i].first, 4);
        assert_memory_equal(digest.bytes + 28, cases[i].last, 4);
        buffer_free(&bytes);
    }
}

static void test_addresses(void **state)
{
    static const struct {
        const char *address;
        bool is_safe;
    } cases[] = {
        { "https://stat.example/a:b", true },
        { "http://stat.example", true },
        { "mailto:press@stat.example", true },
        { "ru.html", true },
        { "../ru/deu.html#note.1", true },
        { "#exports", true },
        { "a/b:c", true },
        { "", false },
        { "javascript:alert(1)", false },
        { "JavaScript:alert(1)", false },
        { "java\tscript:alert(1)", false },
        { " javascript:alert(1)", false },
        { "data:text/html,x", false },
        { "//stat.example", false },
        { "\\\\stat.example", false },
        { "vbscript:x", false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].address);
        assert_int_equal(html_address_is_safe(cases[i].address), cases[i].is_safe);
    }
}

static void test_translations(void **state)
{
    sheaf_sheet *sheet = make_evil();
    struct buffer page;

    (void)state;
    sheaf_sheet_add_translation(sheet, "en", "en.html");
    sheaf_sheet_add_translation(sheet, "ru", "../ru/\"x\".html");
    sheaf_sheet_add_translation(sheet, "fr", "javascript:alert(1)");
    write_page(sheet, &page);
    assert_true(holds(&page, "<span aria-current=\"page\" lang=\"en\">English</span>"));
    assert_true(holds(&page, "<a lang=\"ru\" hreflang=\"ru\" href=\"../ru/&quot;x&quot;.html\">"
                             "русский</a>"));
    assert_true(holds(&page, "<link rel=\"alternate\" hreflang=\"ru\""));
    assert_false(holds(&page, "javascript:"));
    assert_true(holds(&page, "<span lang=\"fr\">français</span>"));
    buffer_free(&page);
    sheaf_sheet_add_translation(sheet, "no language", "x.html");
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(sheet);
}

static void test_index(void **state)
{
    static const struct html_index_link links[] = { { "en", "English", "en/chn.html" },
                                                    { "ru", "русский", "javascript:x" } };
    static const struct html_index_page pages[] = { { evil, "2024-06-26", links, 2 },
                                                    { "China", "", links, 1 } };
    const struct html_index index = { .title = "Partners",
                                      .language = "en",
                                      .name = "Name",
                                      .languages = "Languages",
                                      .date = "Date",
                                      .search = "Search by name",
                                      .pages = pages,
                                      .n_pages = 2 };
    sheaf_error error = { .status = SHEAF_OK };
    struct buffer page;

    (void)state;
    buffer_init(&page, NULL, NULL);
    assert_int_equal(paint_html_index(&index, &page, &error), SHEAF_OK);
    assert_int_equal(count(&page, "<script"), 1);
    assert_int_equal(count(&page, "<tr><th scope=\"row\">"), 2);
    assert_true(holds(&page, "href=\"en/chn.html\" hreflang=\"en\" lang=\"en\">English</a>"));
    assert_false(holds(&page, "javascript:"));
    assert_int_equal(count(&page, "<time>"), 1);
    expect_hash(&page, "style-src", "<style>", "</style>");
    expect_hash(&page, "script-src", "<script>", "</script>");
    buffer_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),        cmocka_unit_test(test_names),
        cmocka_unit_test(test_elements),     cmocka_unit_test(test_policy),
        cmocka_unit_test(test_digest),       cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_translations), cmocka_unit_test(test_index),
        cmocka_unit_test(test_contents),     cmocka_unit_test(test_contents_by_themselves),
        cmocka_unit_test(test_fallen_back),  cmocka_unit_test(test_rows),
        cmocka_unit_test(test_evil_spec),    cmocka_unit_test(test_evil_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
