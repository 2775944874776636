/* pdf_right_to_left.c - right-to-left text as browsers read it: which codes stand in the page's
 * text operators, in which order, and what the fonts say of them. */
#include "paint/pages.h"

#include "base/strings.h"

/* Codes of all fonts of a file, as "F0" and the code, with their UTF-16 in hexadecimal. */
struct mapping {
    int font;
    unsigned code;
    char text[32];
};
static struct mapping mappings[512];
static size_t n_mappings;

static const char *find(const char *from, const char *what)
{
    const char *at = strstr(from, what);

    if (at == NULL)
        fail_msg("there is no '%s'", what);
    return at;
}

/* The body of object number n in qpdf's plain form. */
static const char *object(const char *file, unsigned long n)
{
    char start[32];

    snprintf(start, sizeof start, "\n%lu 0 obj\n", n);
    return find(file, start);
}

/* "… /KEY 12 0 R": 12. */
static unsigned long reference(const char *at, const char *key)
{
    return strtoul(find(at, key) + strlen(key), NULL, 10);
}

/* The font of a resource name, which the page's operators name as well: "/F0 12 0 R". */
static const char *font_object(const char *file, int font)
{
    char name[16];
    unsigned long number;
    int n = 0;

    snprintf(name, sizeof name, "/F%d ", font);
    for (const char *at = find(file, name);; at = find(at + 1, name))
        if (sscanf(at + strlen(name), "%lu 0 R%n", &number, &n) == 1 && n > 0)
            return object(file, number);
}

static void read_map(const char *file, int font)
{
    const char *dictionary = font_object(file, font);
    const char *map = object(file, reference(dictionary, "/ToUnicode "));
    const char *end = find(map, "endcmap");
    for (const char *at = map; (at = strstr(at, "\n<")) != NULL && at < end; at++) {
        struct mapping *to = &mappings[n_mappings];
        to->font = font;
        if (sscanf(at, "\n<%4x> <%31[0-9A-F]>\n", &to->code, to->text) == 2)
            n_mappings++;
    }
}

static const char *text_of(int font, unsigned code)
{
    for (size_t i = 0; i < n_mappings; i++)
        if (mappings[i].font == font && mappings[i].code == code)
            return mappings[i].text;
    return "nothing";
}

/* Appends what a literal string's codes stand for; returns its end. */
static const char *put_string(struct buffer *into, int font, const char *at)
{
    unsigned code = 0;

    for (int n = 0; *at != ')'; n++, at++) {
        unsigned char byte = (unsigned char)(*at == '\\' ? *++at : *at);
        if (byte == 'r' && at[-1] == '\\')
            byte = '\r';
        code = code << 8 | byte;
        if (n % 2 == 1) {
            buffer_format(into, "%s ", text_of(font, code & 0xFFFF));
        }
    }
    return at;
}

/* "F0: 200F0020 0631 … -70 …\n" a text array, in the order of the page's stream. */
static void read_arrays(const char *content, struct buffer *into)
{
    int font = -1;

    for (const char *at = content; strncmp(at, "endstream", 9) != 0; at++) {
        if (strncmp(at, "\n/F", 3) == 0)
            font = atoi(at + 3);
        if (*at != '[')
            continue;
        buffer_format(into, "F%d: ", font);
        for (at++; *at != ']';) {
            if (*at == '(') {
                at = put_string(into, font, at + 1) + 1;
                continue;
            }
            char *end;
            buffer_format(into, "(%ld) ", strtol(at, &end, 10));
            assert_ptr_not_equal(at, end);
            at = end;
        }
        buffer_byte(into, '\n');
    }
}

static void read_page(const char *path, int n_fonts, struct buffer *into)
{
    process_need("qpdf");
    struct process file = process_run("qpdf", "--qdf", "--no-original-object-ids",
                                      "--normalize-content=n", path, "-", NULL);

    assert_int_equal(file.status, 0);
    for (size_t i = 0; i < file.length; i++) /* codes' high bytes: none is above 255 here */
        if (file.output[i] == '\0')
            file.output[i] = '\x01';
    n_mappings = 0;
    for (int font = 0; font < n_fonts; font++)
        read_map(file.output, font);
    for (size_t i = 0; i < n_mappings; i++)
        mappings[i].code |= 0x100;
    read_arrays(find(file.output, "1 0 0 -1 "), into);
    assert_null(strstr(file.output, "ActualText"));
    process_free(&file);
}

static const struct {
    const char *name, *utf8;
    int n_fonts;
    const char *arrays;
} lines[] = {
    { "two words are one array, from left to right", "بين مال", 1,
      "F0: 0644 0627 0645 0020 0646 064A 0628 \n" },
    { "a lam-alef is lam, and a blank before it is alef", "سلام", 1,
      "F0: 0645 (70) 0627 (190) 0644 0633 \n" },
    { "the blank says which alef", "إلا لأن", 1,
      "F0: 0646 (70) 0623 (190) 0644 0020 (70) 0627 (190) 0644 0625 \n" },
    { "runs follow in reading order, and the pen jumps over marked spaces", "في 12 من", 2,
      "F0: 200F0020 064A 0641 \nF1: 0031 0032 \nF0: 0646 0645 200F0020 \n" },
    { "signs without a letter follow one by one in reading order", "مال: (12) من", 2,
      "F0: 0644 0627 0645 \n"
      "F1: (-643) 003A \nF1: (556) 200F0020 \nF1: (644) 0028 \nF1: 0031 0032 \n"
      "F1: (-281) 0029 \nF1: (643) 200F0020 \nF0: 0646 0645 \n" },
    { "direction marks have no code", "\u200Fبين\u200F", 2, "F1: 0646 064A 0628 \n" },
};

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct buffer arrays;
        struct page page;

        print_message("  %s\n", lines[i].name);
        buffer_init(&arrays, NULL, NULL);
        page_open(&page, 300, 60);
        page_say(&page, 20, 40, 12, lines[i].utf8);
        read_page(page_finish(&page, NULL, "right-to-left.pdf"), lines[i].n_fonts, &arrays);
        assert_string_equal(arrays.bytes, lines[i].arrays);
        buffer_free(&arrays);
        page_close(&page);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
