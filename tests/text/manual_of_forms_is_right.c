/* manual_of_forms_is_right.c - every line of the tables in samples/forms.md is what the library writes, and every
 * form of every language has a line. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "text/forms.h"
#include "text/setting.h"

enum { MOST_CELLS = 8, CELL = 160 };

static const char *const members[] = { "CHN", "NLD", "CUB", "USA", "WLD" };
static const struct date_interval periods[] = { { { 2023, 1, 1 }, { 2023, 12, 31 } },
                                                { { 2019, 1, 1 }, { 2023, 12, 31 } },
                                                { { 2024, 5, 1 }, { 2024, 5, 31 } },
                                                { { 2024, 1, 1 }, { 2024, 3, 31 } },
                                                { { 2024, 1, 1 }, { 2024, 4, 30 } } };
static const long numbers[] = { 1, 2, 3, 11 };

/* The cells of a line, without spaces and back quotes around them; returns how many. */
static size_t read_cells(const char *line, char cells[MOST_CELLS][CELL])
{
    size_t n = 0;

    for (const char *at = line + 1; *at != '\0' && n < MOST_CELLS; n++) {
        size_t length = strcspn(at, "|"), from = strspn(at, " `"), to = length;

        while (to > from && strchr(" `", at[to - 1]) != NULL)
            to--;
        snprintf(cells[n], CELL, "%.*s", to > from ? (int)(to - from) : 0, at + from);
        at += length + (at[length] == '|');
    }
    return n;
}

static const char *write_form(struct setting *setting, enum form_kind kind, size_t i,
                              const char *form, sheaf_error *error)
{
    const struct form_subject subject = { .code = members[i < LENGTH(members) ? i : 0] };

    if (kind == FORMS_OF_NAMES)
        return text_name_form(setting->text, &setting->arena, &subject, form, error);
    if (kind == FORMS_OF_PERIODS)
        return text_period_form(setting->text, &setting->arena, periods[i], form, error);
    return text_ordinal(setting->text, &setting->arena, numbers[i], form, error);
}

static void check_line(enum form_kind kind, char cells[MOST_CELLS][CELL], size_t n)
{
    struct setting setting;

    print_message("  %s %s\n", cells[0], cells[1]);
    setting_open(&setting, cells[0], NULL);
    for (size_t i = 0; i + 2 < n; i++) {
        sheaf_error error;
        const char *text = write_form(&setting, kind, i, cells[1], &error);

        if (text == NULL)
            fail_msg("%s", error.message);
        /* The page has plain spaces where no line may break. */
        char *plain = arena_string(&setting.arena, text);
        for (char *space; (space = strstr(plain, "\xC2\xA0")) != NULL;) {
            *space = ' ';
            memmove(space + 1, space + 2, strlen(space + 2) + 1);
        }
        assert_string_equal(plain, cells[i + 2]);
    }
    setting_close(&setting);
}

/* The forms of all languages; of ordinals also those without a form. */
static size_t lines_wanted(enum form_kind kind)
{
    static const char *const locales[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };
    struct setting setting;
    size_t count = 0;

    for (size_t i = 0; i < LENGTH(locales); i++) {
        setting_open(&setting, locales[i], NULL);
        const char *forms = text_forms(setting.text, kind);
        count += kind == FORMS_OF_ORDINALS ? 1 : 0;
        for (const char *at = forms; *at != '\0'; at += strspn(at, " "), count++)
            at += strcspn(at, " ");
        setting_close(&setting);
    }
    return count;
}

static void test_tables(void **state)
{
    const char *source = getenv("SHEAF_SOURCE");
    size_t lines[FORM_KINDS] = { 0 };
    int kind = -1;
    char path[4096];
    sheaf_error error = { 0 };
    struct buffer page;

    (void)state;
    snprintf(path, sizeof path, "%s/samples/forms.md", source != NULL ? source : ".");
    buffer_init(&page, NULL, &error);
    if (file_read(path, 1 << 20, &page, &error) != SHEAF_OK)
        fail_msg("%s", error.message);
    for (char *line = page.bytes, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        char cells[MOST_CELLS][CELL];

        *end = '\0';
        kind += strncmp(line, "| language", 10) == 0;
        if (line[0] != '|' || line[2] == '-' || strncmp(line, "| language", 10) == 0)
            continue;
        assert_in_range(kind, 0, FORM_KINDS - 1);
        check_line((enum form_kind)kind, cells, read_cells(line, cells));
        lines[kind]++;
    }
    for (int i = 0; i < FORM_KINDS; i++)
        assert_int_equal(lines[i], lines_wanted((enum form_kind)i));
    buffer_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_tables) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
