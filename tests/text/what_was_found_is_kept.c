/* what_was_found_is_kept.c - a second call in a context opens, shapes and looks up nothing that
 * the first did. */
#include "support/check.h"

#include "context/context.h"
#include "text/forms.h"
#include "text/setting.h"

static const struct text_style style = { .size = 9, .leading = 12 };
static const struct text_style strong = { .size = 9, .leading = 12, .semibold = true };

static const struct use {
    const char *locale, *words;
} uses[] = {
    { "en", "Exports to China grew by almost half, to $31.5 bn." },
    { "ru", "Экспорт в Китай вырос почти наполовину, до 31,5 млрд $." },
    { "ar", "ارتفعت الصادرات إلى الصين إلى النصف تقريبا." },
    { "zh", "对中国的出口增长了近一半，达到315亿美元。" },
};

static void format_and_set(struct text *text, struct arena *arena, const char *words)
{
    static const char *const currencies[] = { "USD", "KZT", "USD", "EUR" };
    const struct date_interval span = { { 2024, 1, 1 }, { 2024, 4, 30 } };
    const struct text_span spans[] = { { words, &style, NULL }, { words, &strong, NULL } };

    for (size_t i = 0; i < LENGTH(currencies); i++)
        text_set(text, arena, format_amount(text, arena, 31.5, currencies[i], 9, 1), &style);
    text_set(text, arena, format_period(text, arena, span, PERIOD_LONG), &style);
    text_set(text, arena, format_date(text, arena, span.first), &style);
    text_set(text, arena, format_country(text, arena, "CHN"), &style);
    text_name_form(text, arena, &(struct form_subject){ .name = "Bantu" }, "", NULL);
    text_set(text, arena, format_month_narrow(text, arena, 4), &style);
    text_wrap(text, arena, spans, LENGTH(spans), 90, 0);
}

static void use_once(sheaf_context *context, const struct use *use)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct arena arena;

    arena_init(&arena, NULL, &error);
    struct text *text = text_begin(context, use->locale, NULL, &error);
    format_and_set(text, &arena, use->words);
    if (error.status != SHEAF_OK)
        fail_msg("%s: %s", use->locale, error.message);
    text_end(text);
    arena_free(&arena);
}

static void test_the_second_call_opens_nothing(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    size_t first[COUNTED_KINDS];

    (void)state;
    for (size_t i = 0; i < LENGTH(uses); i++)
        use_once(context, &uses[i]);
    for (int kind = 0; kind < COUNTED_KINDS; kind++)
        first[kind] = context_counted(context, kind);
    assert_int_equal(first[COUNTED_WORKERS], 1);
    assert_true(first[COUNTED_SHAPINGS] > 0 && first[COUNTED_FORMATTERS] > 0 &&
                first[COUNTED_COUNTRIES] > 200);
    for (int round = 0; round < 10; round++)
        for (size_t i = 0; i < LENGTH(uses); i++)
            use_once(context, &uses[i]);
    for (int kind = 0; kind < COUNTED_KINDS; kind++) {
        print_message("  kind %d: %zu\n", kind, first[kind]);
        assert_int_equal(context_counted(context, kind), first[kind]);
    }
    sheaf_context_destroy(context);
}

/* In Russian each currency's format takes ICU long to open. */
static void test_a_currency_is_opened_once(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { .status = SHEAF_OK };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, &error);
    struct text *text = text_begin(context, "ru", NULL, &error);
    assert_string_equal(format_amount(text, &arena, 31.5, "USD", 9, 1),
                        "31,5\xC2\xA0млрд\xC2\xA0$");
    size_t opened = context_counted(context, COUNTED_FORMATTERS);
    assert_string_equal(format_amount(text, &arena, 16.8, "USD", 9, 1),
                        "16,8\xC2\xA0млрд\xC2\xA0$");
    assert_int_equal(context_counted(context, COUNTED_FORMATTERS), opened);
    assert_string_equal(format_amount(text, &arena, 16.8, "KZT", 9, 1),
                        "16,8\xC2\xA0млрд\xC2\xA0KZT");
    assert_int_equal(context_counted(context, COUNTED_FORMATTERS), opened + 1);
    text_end(text);
    arena_free(&arena);
    sheaf_context_destroy(context);
}

/* Two calls at a time have a worker each, and share their faces. */
static void test_calls_side_by_side_share_faces(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_error error = { .status = SHEAF_OK };
    struct arena arena;

    (void)state;
    arena_init(&arena, NULL, &error);
    struct text *one = text_begin(context, "en", NULL, &error);
    struct text *other = text_begin(context, "en", NULL, &error);
    const struct text_line *a = text_set(one, &arena, "Exports", &style);
    const struct text_line *b = text_set(other, &arena, "Exports", &style);
    assert_ptr_equal(a->runs[0].font, b->runs[0].font);
    assert_int_equal(context_counted(context, COUNTED_FACES), 1);
    assert_int_equal(context_counted(context, COUNTED_WORKERS), 2);
    text_end(one);
    text_end(other);
    arena_free(&arena);
    sheaf_context_destroy(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_second_call_opens_nothing),
        cmocka_unit_test(test_a_currency_is_opened_once),
        cmocka_unit_test(test_calls_side_by_side_share_faces),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
