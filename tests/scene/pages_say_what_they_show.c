/* pages_say_what_they_show.c - the structure of pages: elements, levels, texts, wholes. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "scene/structure.h"

static const struct font face = { .name = "Inter", .ascent = 0.9, .descent = 0.2 };

enum { MOST_PAGES = 3 };
struct pages {
    struct scene *scenes[MOST_PAGES];
    size_t n;
};

static struct scene *add_page(struct pages *pages)
{
    return pages->scenes[pages->n++] = scene_create(NULL, 200, 300);
}

/* Ten points a run, five wide. */
static void say(struct scene *scene, double x, double y, const char *text)
{
    const struct glyph glyph = { .id = 1, .advance = 5 };

    scene_glyphs(scene, &(struct glyph_run){ .font = &face,
                                             .size = 10,
                                             .color = { 0, 0, 0, 255 },
                                             .origin = { x, y },
                                             .text = text,
                                             .length = strlen(text),
                                             .glyphs = &glyph,
                                             .n_glyphs = 1 });
}

static void say_as(struct scene *scene, enum role role, double y, const char *text)
{
    scene_open_role(scene, role);
    say(scene, 10, y, text);
    scene_close(scene);
}

static void open_whole(struct scene *scene, enum role role, uint64_t whole)
{
    scene_open(scene, &(struct group){ .role = role, .whole = whole });
}

static void draw_levels(struct pages *pages)
{
    struct scene *scene = add_page(pages);

    say_as(scene, ROLE_TITLE, 10, "title");
    say_as(scene, ROLE_HEADING3, 30, "no gap");
    say_as(scene, ROLE_HEADING2, 50, "deeper");
    say_as(scene, ROLE_HEADING1, 70, "first");
}

static void draw_untitled(struct pages *pages)
{
    struct scene *scene = add_page(pages);

    say_as(scene, ROLE_HEADING1, 30, "first");
    say_as(scene, ROLE_HEADING3, 50, "second");
}

static void draw_chart(struct pages *pages)
{
    struct scene *scene = add_page(pages);

    say_as(scene, ROLE_HEADING1, 10, "heading");
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = "Exports rose." });
    say_as(scene, ROLE_CHART_TITLE, 30, "Exports");
    say_as(scene, ROLE_CHART_SUBTITLE, 50, "USD bn");
    scene_open_role(scene, ROLE_PLOT);
    say_as(scene, ROLE_DATUM_LABEL, 70, "14.7");
    say_as(scene, ROLE_ARTIFACT, 90, "in it");
    scene_close(scene);
    say_as(scene, ROLE_CHART_SOURCE, 110, "Source");
    scene_close(scene);
    say_as(scene, ROLE_PARAGRAPH, 130, "after");
}

static void draw_table(struct scene *scene, const char *row)
{
    open_whole(scene, ROLE_TABLE, 7);
    scene_open_role(scene, ROLE_ROW);
    say_as(scene, ROLE_CELL, 30, row);
    scene_close(scene);
    scene_close(scene);
}

static void draw_wholes(struct pages *pages)
{
    for (int i = 0; i < 2; i++) {
        struct scene *scene = add_page(pages);
        if (i == 1)
            say_as(scene, ROLE_HEADER, 10, "Partners again");
        draw_table(scene, i == 0 ? "China" : "Russia");
        open_whole(scene, ROLE_PARAGRAPH, i == 0 ? 8 : 9);
        say(scene, 10, 90, i == 0 ? "eight" : "nine");
        scene_close(scene);
    }
    struct scene *scene = add_page(pages);
    open_whole(scene, ROLE_PARAGRAPH, 9);
    say(scene, 10, 10, "goes on");
    scene_close(scene);
    open_whole(scene, ROLE_TABLE, 9); /* another role, so no part of it */
    say_as(scene, ROLE_CAPTION, 90, "alone");
    scene_close(scene);
}

static void draw_spaces(struct pages *pages)
{
    struct scene *scene = add_page(pages);

    scene_open_role(scene, ROLE_PARAGRAPH);
    say(scene, 10, 10, "Exports");
    say(scene, 15, 10, ",");
    say(scene, 10, 30, "total");
    scene_open(scene, &(struct group){ .role = ROLE_LINK, .uri = "https://stat.gov.kz/" });
    say(scene, 10, 50, "by-");
    say(scene, 10, 70, "pro\xC2\xAD");
    scene_close(scene);
    say(scene, 10, 90, "ducts");
    say(scene, 10, 110, "中");
    say(scene, 10, 130, "国");
    scene_close(scene);
    scene_open_role(scene, ROLE_SECTION);
    say(scene, 10, 150, "stray");
    scene_close(scene);
}

static void draw_languages(struct pages *pages)
{
    struct scene *scene = add_page(pages);

    say_as(scene, ROLE_PARAGRAPH, 10, "Қытай");
    scene_open(scene, &(struct group){ .role = ROLE_PARAGRAPH, .language = "ru" });
    say(scene, 10, 30, "Китай");
    say(scene, 10, 50, "(الصين)");
    scene_close(scene);
}

static const struct {
    const char *name;
    void (*draw)(struct pages *pages);
    const char *said;
} cases[] = {
    { "no level is left out", draw_levels,
      "title 1 \"title\"\nheading3 2 \"no gap\"\nheading2 3 \"deeper\"\nheading1 2 \"first\"\n" },
    { "without a title", draw_untitled, "heading1 1 \"first\"\nheading3 2 \"second\"\n" },
    { "a chart's words are before and after its figure", draw_chart,
      "heading1 1 \"heading\"\nchart-title 2 \"Exports\"\nchart-subtitle \"USD bn\"\n"
      "figure \"14.7 in it\" alt \"Exports rose.\"\nchart-source \"Source\"\n"
      "paragraph \"after\"\n" },
    { "one element over pages", draw_wholes,
      "table\n  row\n    cell \"China\"\n  row\n    cell \"Russia\"\nparagraph \"eight\"\n"
      "paragraph \"nine goes on\"\ntable\n  caption \"alone\"\n" },
    { "spaces at the ends of lines", draw_spaces,
      "paragraph \"Exports, total by-products 中国\"\n  link \" by-pro\"\nsection\n" },
    { "languages of other scripts", draw_languages,
      "paragraph \"Қытай\" kk\nparagraph ru \"Китай (الصين)\" ar\n" },
};

static void tell(struct buffer *into, const struct structure_element *element, int depth)
{
    struct buffer text;

    buffer_init(&text, NULL, NULL);
    structure_text(element, &text);
    buffer_format(into, "%*s%s", depth * 2, "", role_name(element->role));
    if (element->level > 0)
        buffer_format(into, " %d", element->level);
    if (element->language != NULL)
        buffer_format(into, " %s", element->language);
    if (text.length > 0)
        buffer_format(into, " \"%s\"", text.bytes);
    if (element->more->alt != NULL)
        buffer_format(into, " alt \"%s\"", element->more->alt);
    buffer_free(&text);
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element == NULL && item->run->language != NULL && element->level == 0 &&
            item->run->language[0] != 'z')
            buffer_format(into, " %s", item->run->language);
    buffer_byte(into, '\n');
    for (const struct structure_item *item = element->items; item != NULL; item = item->next)
        if (item->element != NULL)
            tell(into, item->element, depth + 1);
}

static void test_structure(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct pages pages = { .n = 0 };
        sheaf_error error = { .status = SHEAF_OK };
        struct buffer said;

        print_message("  %s\n", cases[i].name);
        cases[i].draw(&pages);
        struct structure *structure = structure_create((const struct scene *const *)pages.scenes,
                                                       pages.n, "en", NULL, &error);
        assert_non_null(structure);
        buffer_init(&said, NULL, NULL);
        const struct structure_element *document = structure_document(structure);
        for (const struct structure_item *item = document->items; item != NULL; item = item->next)
            if (item->element != NULL)
                tell(&said, item->element, 0);
        assert_string_equal(said.bytes, cases[i].said);
        buffer_free(&said);
        structure_destroy(structure);
        while (pages.n > 0)
            scene_destroy(pages.scenes[--pages.n]);
    }
}

/* Painters replay the pages and go along: each group has its place, each run its own. */
static void test_places(void **state)
{
    struct pages pages = { .n = 0 };
    sheaf_error error = { .status = SHEAF_OK };
    static const enum role roles[] = { ROLE_DOCUMENT,    ROLE_HEADING1,       ROLE_FIGURE,
                                       ROLE_CHART_TITLE, ROLE_CHART_SUBTITLE, ROLE_FIGURE,
                                       ROLE_FIGURE,      ROLE_FIGURE,         ROLE_CHART_SOURCE,
                                       ROLE_PARAGRAPH };
    size_t n = 0, n_runs = 0;

    (void)state;
    draw_chart(&pages);
    struct structure *structure =
        structure_create((const struct scene *const *)pages.scenes, 1, NULL, NULL, &error);
    for (const struct structure_place *place = structure_places(structure); place != NULL;
         place = place->next) {
        assert_true(n < LENGTH(roles));
        assert_int_equal(place->element->role, roles[n++]);
        assert_int_equal(place->artifact, ARTIFACT_NONE);
    }
    assert_int_equal(n, LENGTH(roles));
    for (const struct structure_run *run = structure_runs(structure); run != NULL; run = run->next)
        n_runs++;
    assert_int_equal(n_runs, 7);
    structure_destroy(structure);
    scene_destroy(pages.scenes[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_structure),
                                        cmocka_unit_test(test_places) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
