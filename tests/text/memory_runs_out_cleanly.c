/* memory_runs_out_cleanly.c - whichever request for memory fails, the failure is told
 * and nothing is lost or crashed on. */
#include "support/check.h"

#include <stdio.h>

#include "support/quota.h"
#include "text/forms.h"
#include "text/setting.h"

static const struct text_style style = { .size = 9, .leading = 12, .tracking = 5 };
static const struct text_style strong = { .size = 9, .leading = 12, .semibold = true };

static void set_lines(struct text *text, struct arena *arena)
{
    text_set(text, arena, "Exports to China, $31.5 bn", &style);
    text_set(text, arena, "to شىنجاڭ (2023) in 2024", &strong);
    text_fit(text, arena, "Exports from Kazakhstan to China", &style, 60);
    text_width(text, "Imports", &strong);
}

/* Faces of the system's, and U+100000, which none has: no failure is taken for a missing face. */
static void set_far_lines(struct text *text, struct arena *arena)
{
    text_set(text, arena, "外贸 \xF4\x80\x80\x80", &style);
}

static void wrap_lines(struct text *text, struct arena *arena)
{
    static const struct text_span spans[] = {
        { "The region accounts for ", &style, NULL },
        { "almost half", &strong, "https://example.org" },
        { " of the trade between the two countries.\nIt grew شىنجاڭ by a third.", &style, NULL },
    };

    text_wrap(text, arena, spans, LENGTH(spans), 90, 0);
    text_wrap(text, arena, spans, LENGTH(spans), 90, 2);
    text_wrap_prose(text, arena, spans, LENGTH(spans), 50, "en");
}

static void format_all(struct text *text, struct arena *arena)
{
    const struct date_interval span = { { 2024, 1, 1 }, { 2024, 4, 30 } };

    format_number(text, arena, -1234.5, 1);
    format_percent(text, arena, 30.1, 1, true);
    format_amount(text, arena, 31.5, "KZT", 9, 1);
    format_amount(text, arena, 500, "t", 3, 0);
    format_unit(text, arena, "USD", 9);
    format_scale(text, arena, 9);
    format_period(text, arena, span, PERIOD_SHORT);
    format_period_in_year(text, arena, span);
    format_period_of_years(text, arena, span);
    format_month_narrow(text, arena, 4);
    format_date(text, arena, span.first);
    format_country(text, arena, "KAZ");
}

/* Every form of the language, with capitals. */
static void form_all(struct text *text, struct arena *arena)
{
    static const struct date_interval periods[] = {
        { { 2023, 1, 1 }, { 2023, 12, 31 } }, { { 2023, 4, 1 }, { 2024, 3, 31 } },
        { { 2024, 1, 1 }, { 2024, 3, 31 } },  { { 2024, 12, 30 }, { 2025, 1, 5 } },
        { { 2024, 6, 26 }, { 2024, 6, 26 } }, { { 2024, 6, 26 }, { 2024, 7, 2 } }
    };
    static const struct form_subject members[] = { { "VCT", NULL, NULL, 0 },
                                                   { NULL, "China", NULL, 0 } };
    sheaf_error error;
    char form[80];

    for (int kind = 0; kind < FORM_KINDS; kind++)
        for (const char *at = text_forms(text, (enum form_kind)kind); *at != '\0';) {
            size_t n = strcspn(at, " ");

            snprintf(form, sizeof form, "capital %.*s", (int)n, at);
            at += n + strspn(at + n, " ");
            for (size_t i = 0; kind == FORMS_OF_NAMES && i < LENGTH(members); i++)
                if (text_name_form(text, arena, &members[i], form, &error) == NULL)
                    assert_true(error.status == SHEAF_NO_MEMORY || i == 1);
            for (size_t i = 0; kind == FORMS_OF_PERIODS && i < LENGTH(periods); i++)
                if (text_period_form(text, arena, periods[i], form, &error) == NULL)
                    assert_int_equal(error.status, SHEAF_NO_MEMORY);
            if (kind == FORMS_OF_ORDINALS && text_ordinal(text, arena, 2, form, &error) == NULL)
                assert_int_equal(error.status, SHEAF_NO_MEMORY);
        }
    text_plural(text, 2, 1, 0);
    text_has_plural(text, PLURAL_FEW);
}

struct text_use {
    const char *locale;
    void (*use)(struct text *text, struct arena *arena);
};

static sheaf_status use_text(const sheaf_alloc *alloc, const void *context)
{
    const struct text_use *what = context;
    sheaf_error error = { .status = SHEAF_OK };
    struct arena arena;
    sheaf_context *shared = sheaf_context_create(alloc);

    arena_init(&arena, alloc, &error);
    struct text *text = text_begin(shared, what->locale, NULL, &error);
    what->use(text, &arena);
    text_end(text);
    arena_free(&arena);
    sheaf_context_destroy(shared);
    return error.status;
}

static void sweep(const char *locale, void (*use)(struct text *text, struct arena *arena))
{
    assert_true(quota_sweep(use_text, &(struct text_use){ locale, use }) > 2);
}

static void test_lines(void **state)
{
    (void)state;
    sweep("en", set_lines);
    sweep("zh", set_far_lines);
}

static void test_paragraphs(void **state)
{
    (void)state;
    sweep("en", wrap_lines);
}

static void test_figures(void **state)
{
    (void)state;
    sweep("en", format_all);
    sweep("ru", format_all);
    sweep("zh", format_all);
}

static void test_forms(void **state)
{
    static const char *const locales[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };

    (void)state;
    for (size_t i = 0; i < LENGTH(locales); i++)
        sweep(locales[i], form_all);
}

/* An arena of its own with its own error: a form says so itself. */
static void test_an_arenas_failure_is_the_forms_failure(void **state)
{
    const struct form_subject member = { "CHE", NULL, NULL, 0 };
    sheaf_error error = { .status = SHEAF_OK }, told;
    struct quota quota = { .left = 0 };
    sheaf_alloc alloc = quota_alloc(&quota);
    struct arena arena;

    (void)state;
    arena_init(&arena, &alloc, NULL);
    struct text *text = text_begin(NULL, "de", NULL, &error);
    assert_null(text_name_form(text, &arena, &member, "dative", &told));
    assert_int_equal(told.status, SHEAF_NO_MEMORY);
    text_end(text);
    arena_free(&arena);
}

/* An arena of its own with its own error: the text object says so as well. */
static void test_an_arenas_failure_is_the_texts_failure(void **state)
{
    sheaf_error error = { .status = SHEAF_OK }, arena_error = { .status = SHEAF_OK };
    struct quota quota = { .left = 0 };
    sheaf_alloc alloc = quota_alloc(&quota);
    struct arena arena;

    (void)state;
    arena_init(&arena, &alloc, &arena_error);
    struct text *text = text_begin(NULL, "en", NULL, &error);
    assert_null(text_set(text, &arena, "Exports", &style));
    assert_int_equal(error.status, SHEAF_NO_MEMORY);
    text_end(text);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_an_arenas_failure_is_the_forms_failure),
        cmocka_unit_test(test_an_arenas_failure_is_the_texts_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
