/* gallery_shows_every_type.c - samples/gallery has a spec for each chart type: the picture that its
 * first comment tells how to make, the same as a document, and all of them in one. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "cli/shell.h"
#include "support/golden.h"

static const char to_copy[] =
    "cp -r $source/samples/gallery $source/samples/sheet.schema.json . && cd gallery && ";

/* What the type's spec says; NULL: it has none. */
static char *read_spec(const char *type)
{
    enum { LONGEST = 1 << 16 };
    char path[600], *text = NULL;

    snprintf(path, sizeof path, "%s/samples/gallery/%s.yaml", golden_source_folder(), type);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    text = calloc(1, LONGEST);
    assert_non_null(text);
    assert_in_range(fread(text, 1, LONGEST - 1, file), 1, LONGEST - 2);
    fclose(file);
    return text;
}

/* The command behind "# $ ", with the lines that its backslashes continue; without "# ". */
static char *command_in(const char *spec)
{
    const char *from = strstr(spec, "\n# $ sheaf ");
    char *command, *to;

    if (from == NULL)
        return NULL;
    command = to = malloc(strlen(from) + 1);
    assert_non_null(command);
    for (from += strlen("\n# $ sheaf "); *from != '\0'; from++) {
        if (*from == '\n' && from[-1] != '\\')
            break;
        *to++ = *from;
        if (*from == '\n' && strncmp(from + 1, "# ", 2) == 0)
            from += 2;
    }
    *to = '\0';
    return command;
}

static void expect(const char *type, const char *command, const char *ending, const char *magic)
{
    char line[4000];

    snprintf(line, sizeof line, "%s$sheaf %s >said 2>&1 && test ! -s said && head -c 9 %s.%s",
             to_copy, command, type, ending);
    shell_check((struct shell_case){ line, 0, magic });
}

/* The command ends with "-o TYPE.png", which becomes a name of that ending. */
static void expect_picture(const char *type, const char *command, const char *ending,
                           const char *magic)
{
    char other[3000];
    size_t length = strlen(command);

    assert_in_range(length, 5, sizeof other - 1);
    assert_string_equal(command + length - 4, ".png");
    snprintf(other, sizeof other, "%.*s.%s", (int)(length - 4), command, ending);
    expect(type, other, ending, magic);
}

static void test_every_type_has_its_spec(void **state)
{
    char missing[2000] = "";

    (void)state;
    for (size_t i = SHEAF_AUTO + 1; i < sheaf_chart_type_count(); i++) {
        const char *type = sheaf_chart_type_name((sheaf_chart_type)i);
        char line[100], *spec = read_spec(type);
        snprintf(line, sizeof line, "\n      type: %s\n", type);
        if (spec == NULL || strstr(spec, line) == NULL)
            snprintf(missing + strlen(missing), sizeof missing - strlen(missing), " %s", type);
        free(spec);
    }
    if (missing[0] != '\0')
        fail_msg("samples/gallery has no spec of:%s; write TYPE.yaml as the others are, with a "
                 "chart of that type, and run samples/gallery/collect",
                 missing);
}

static void expect_all(const char *name)
{
    char line[100], *spec = read_spec(name);
    char *command = spec != NULL ? command_in(spec) : NULL;

    if (command == NULL)
        fail_msg("%s.yaml does not begin with its command: # $ sheaf chart … -o %s.png", name,
                 name);
    if (strncmp(command, "sheet ", 6) != 0) { /* targets stand in specs alone */
        expect_picture(name, command, "png", "PNG");
        expect_picture(name, command, "svg", "<");
    }
    snprintf(line, sizeof line, "sheet %s.yaml -o %s.pdf", name, name);
    expect(name, line, "pdf", "%PDF-");
    free(command);
    free(spec);
}

/* Also what is no type of its own. */
static void test_their_commands_make_pictures(void **state)
{
    (void)state;
    for (size_t i = SHEAF_AUTO + 1; i < sheaf_chart_type_count(); i++)
        expect_all(sheaf_chart_type_name((sheaf_chart_type)i));
    expect_all("annotations");
    expect_all("numbers");
}

static void test_one_document_has_all(void **state)
{
    (void)state;
    expect("gallery", "sheet gallery.yaml -o gallery.pdf", "pdf", "%PDF-");
}

static void test_the_document_is_up_to_date(void **state)
{
    char line[300];

    (void)state;
    snprintf(line, sizeof line,
             "%s./collect && cmp gallery.yaml $source/samples/gallery/gallery.yaml && echo same",
             to_copy);
    shell_check((struct shell_case){ line, 0, "same" });
}

/* The README shows a dozen, each with the command that makes it: depict makes those that are there, and
 * they are small. */
static void test_the_readme_shows_a_dozen(void **state)
{
    char line[1000];

    (void)state;
    snprintf(line, sizeof line,
             "%sexport README=$source/README.md SHEAF=$sheaf && ./depict made 2>said && "
             "ls made >made.list && ls $source/samples/gallery/pictures >there.list && "
             "cmp made.list there.list && test $(grep -c . made.list) = 12 && "
             "test $(head -qc 4 made/* | tr -cd P | wc -c) = 12 && "
             "test -z \"$(find $source/samples/gallery/pictures -size +15k)\" && echo a dozen",
             to_copy);
    shell_check((struct shell_case){ line, 0, "a dozen" });
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_every_type_has_its_spec),
                                        cmocka_unit_test(test_their_commands_make_pictures),
                                        cmocka_unit_test(test_one_document_has_all),
                                        cmocka_unit_test(test_the_document_is_up_to_date),
                                        cmocka_unit_test(test_the_readme_shows_a_dozen) };

    return cmocka_run_group_tests(tests, shell_enter, shell_leave);
}
