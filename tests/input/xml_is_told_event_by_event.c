/* xml_is_told_event_by_event.c - XML becomes starts, texts and ends without prefixes; what attacks
 * do is refused in bounded memory, with its line and column. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "input/xml.h"
#include "support/check.h"

struct events {
    struct buffer told;
    struct xml *xml;
};

static void tell_start(void *context, const char *name, const char *const *attributes)
{
    struct events *events = context;

    buffer_format(&events->told, "<%s", name);
    for (; *attributes != NULL; attributes += 2)
        buffer_format(&events->told, " %s=%s", attributes[0], attributes[1]);
    buffer_byte(&events->told, '>');
    if (strcmp(name, "refused") == 0)
        xml_fail(events->xml, "'%s' is refused", name);
}

static void tell_end(void *context, const char *name)
{
    buffer_format(&((struct events *)context)->told, "</%s>", name);
}

static void tell_text(void *context, const char *text, size_t n)
{
    struct events *events = context;

    assert_int_equal(strlen(text), n);
    buffer_format(&events->told, "[%s]", text);
}

/* Feeds the text in pieces of n bytes, and compares the events, or what is wrong. */
static void compare(const char *text, size_t n, const char *part, const char *expected)
{
    sheaf_error error = { 0 };
    const struct reading reading = { .alloc = memory_or_default(NULL),
                                     .name = "a.xml",
                                     .error = &error };
    struct events events = { .xml = NULL };
    const struct xml_events told = { &events, tell_start, tell_end, tell_text };
    size_t length = strlen(text);
    char found[2000];
    bool well = true;

    buffer_init(&events.told, NULL, NULL);
    events.xml = xml_create(&reading, part, &told);
    assert_non_null(events.xml);
    for (size_t at = 0; at <= length && well; at += n)
        well = xml_feed(events.xml, text + at, length - at < n ? length - at : n, length - at < n);
    assert_int_equal(well, error.status == SHEAF_OK);
    if (well)
        snprintf(found, sizeof found, "%s", events.told.bytes);
    else
        sheaf_error_text(&error, found, sizeof found);
    assert_string_equal(found, expected);
    xml_destroy(events.xml);
    buffer_free(&events.told);
}

static const struct {
    const char *text, *told;
} documents[] = {
    { "<a/>", "<a></a>" },
    { "<?xml version='1.0' encoding='windows-1251'?>\n<a>\xD0\xB6</a>", "<a>[\xD0\xB6]</a>" },
    { "<x:a x:b='1' b=\"&lt;2&#x416;\"><!-- no --><?no no?>c<![CDATA[<d>]]>&amp;e<f/>g</x:a>",
      "<a x:b=1 b=<2\xD0\x96>[c<d>&e]<f></f>[g]</a>" },
    { "<a>\n<b></a>", "a.xml:2:6: error: this is not XML: mismatched tag" },
    { "", "a.xml:1:1: error: this is not XML: no element found" },
    { "<a>&eacute;</a>", "a.xml:1:4: error: this is not XML: undefined entity" },
    { "<a>\xD0</a>", "a.xml:1:4: error: this is not XML: not well-formed (invalid token)" },
    { "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a.xml:1:13: error: a DOCTYPE, which may define "
                                                  "entities, is refused; no data file needs one" },
    { "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
      "a.xml:1:40: error: a DOCTYPE, which may define entities, is refused; no data file needs "
      "one" },
    { "<a>\n <refused/><b/></a>", "a.xml:2:2: error: 'refused' is refused" },
};

static void test_documents_become_events(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(documents); i++)
        for (size_t n = 1; n < 200; n += 66)
            compare(documents[i].text, n, NULL, documents[i].told);
}

static void test_places_in_parts_name_the_part(void **state)
{
    (void)state;
    compare("<a>\n<b></a>", 100, "xl/workbook.xml",
            "a.xml: error: xl/workbook.xml, line 2: this is not XML: mismatched tag");
    compare("\xFF\xFE<\0a\0/\0>\0", 1, "b.xml",
            "a.xml: error: b.xml, line 1: this is not XML: unclosed token");
}

/* Documents without an end: what is repeated, up to the bytes at which it is refused. */
static const struct {
    const char *start, *repeated, *message;
    size_t most;
} floods[] = {
    { "", "<a>", "more than 100 elements in one another; no data file is so deep", 70000 },
    { "<a>", "texttext", "a text is longer than 262144 bytes; is a tag missing?", 400000 },
    { "<a b='", "valuevalue", "a tag or comment is longer than 524288 bytes; is its end missing?",
      700000 },
    { "<a><!-- ", "comment", "a tag or comment is longer than 524288 bytes; is its end missing?",
      700000 },
    { "<a>", "<b%zu/>",
      "more than 4000 different names of elements and attributes; no data file has so many",
      90000 },
    { "<a>", "<b c%zu=''/>",
      "more than 4000 different names of elements and attributes; no data file has so many",
      90000 },
    { "<a>", "<b/>", NULL, 0 },
    { "<a>", "<!-- -->", NULL, 0 },
};

static void test_floods_are_refused_early(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(floods); i++) {
        sheaf_error error = { 0 };
        const struct reading reading = { .alloc = memory_or_default(NULL),
                                         .name = "a.xml",
                                         .error = &error };
        struct events events = { .xml = NULL };
        const struct xml_events told = { &events, NULL, NULL, tell_text };
        struct xml *xml = xml_create(&reading, NULL, &told);
        char piece[4096];
        size_t fed = strlen(floods[i].start), count = 0;
        bool well;

        buffer_init(&events.told, NULL, NULL);
        assert_non_null(xml);
        well = xml_feed(xml, floods[i].start, fed, false);
        while (well && fed < 2 << 20) {
            const char *rest = strstr(floods[i].repeated, "%zu");
            size_t n = 0;

            while (n + 100 < sizeof piece)
                n += (size_t)(rest == NULL ? snprintf(piece + n, 100, "%s", floods[i].repeated)
                                           : snprintf(piece + n, 100, "%.*s%zu%s",
                                                      (int)(rest - floods[i].repeated),
                                                      floods[i].repeated, count++, rest + 3));
            well = xml_feed(xml, piece, n, false);
            fed += n;
        }
        if (floods[i].message != NULL) {
            assert_string_equal(error.message, floods[i].message);
            assert_in_range(fed, 1, floods[i].most);
        }
        assert_int_equal(well, floods[i].message == NULL);
        xml_destroy(xml);
        buffer_free(&events.told);
    }
}

static void test_attributes_are_found_by_name(void **state)
{
    static const char *const attributes[] = {
        "r:id", "1", "office:value", "2", "value", "3", NULL
    };

    (void)state;
    assert_string_equal(xml_attribute(attributes, "id"), "1");
    assert_string_equal(xml_attribute(attributes, "value"), "2");
    assert_string_equal(xml_attribute(attributes, "office:value"), "2");
    assert_null(xml_attribute(attributes, "calcext:value"));
    assert_null(xml_attribute(attributes, "name"));
}

/* A file longer than the window, packed or not, is read to its end. */
static void test_files_are_read_through_a_window(void **state)
{
    sheaf_error error = { 0 };
    const struct reading reading = { .alloc = memory_or_default(NULL),
                                     .name = "a.xml",
                                     .error = &error };
    struct events events = { .xml = NULL };
    const struct xml_events told = { &events, NULL, NULL, tell_text };
    struct buffer text;
    struct input *input;

    (void)state;
    buffer_init(&text, NULL, NULL);
    buffer_init(&events.told, NULL, NULL);
    buffer_text(&text, "<a>");
    for (int i = 0; i < 60000; i++)
        buffer_text(&text, "<b>\n</b>");
    buffer_text(&text, "<c>end</c>");
    for (int whole = 0; whole < 2; whole++) {
        if (whole)
            buffer_text(&text, "</a>");
        input = input_open_bytes(&reading, text.bytes, text.length);
        assert_non_null(input);
        assert_int_equal(xml_read(input, &told, NULL), whole);
        input_close(input);
        assert_non_null(strstr(events.told.bytes, "[\n][\n][end]"));
        if (!whole)
            assert_int_equal(error.line, 60001);
        error = (sheaf_error){ 0 };
    }
    buffer_free(&text);
    buffer_free(&events.told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents_become_events),
        cmocka_unit_test(test_places_in_parts_name_the_part),
        cmocka_unit_test(test_floods_are_refused_early),
        cmocka_unit_test(test_attributes_are_found_by_name),
        cmocka_unit_test(test_files_are_read_through_a_window),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
