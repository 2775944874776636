/* programs_write_figures_as_readers_know_them.c - sheaf_format_value and sheaf_format_period: what a sheet
 * would show, in any language, into room of any size. */
#include "support/check.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "support/quota.h"

#define NBSP "\xC2\xA0"

static sheaf_observation of(double value, int decimals, sheaf_observation_status status)
{
    double half = 0.5 * pow(10, -decimals);

    return (sheaf_observation){ .period = sheaf_period_year(2023),
                                .value = value,
                                .low = value - half,
                                .high = value + half,
                                .decimals = decimals,
                                .status = status };
}

static const struct {
    const char *language;
    double value;
    int decimals;
    sheaf_observation_status status;
    char confidentiality;
    const char *unit;
    int multiplier;
    const char *text;
} cases[] = {
    { "en", 79138754.7, 1, SHEAF_NORMAL, 0, "USD", 3, "$79.1" NBSP "bn" },
    { NULL, 31.5, 1, SHEAF_NORMAL, 'F', "USD", 9, "$31.5" NBSP "bn" },
    { "ru", 31.5, 1, SHEAF_NORMAL, 0, "USD", 9, "31,5" NBSP "млрд" NBSP "$" },
    { "en", 30.1, 1, SHEAF_PROVISIONAL, 0, "%", 0, "30.1%" NBSP "[p]" },
    { "en", 12, 0, SHEAF_NORMAL, 'C', "USD", 9, "[c]" },
    { "en", NAN, 0, SHEAF_NORMAL, 0, "USD", 9, "\xE2\x80\x93" NBSP "[o]" },
    { "en", 12, 0, SHEAF_NOT_COLLECTED, 0, "USD", 9, "\xE2\x80\x93" NBSP "[l]" },
    { "en", 12, 0, SHEAF_NORMAL, 0, NULL, 0, "12" },
    { "en", 12, 0, SHEAF_NORMAL, 0, "USD", 25, "" },
    { "12", 12, 0, SHEAF_NORMAL, 0, "USD", 9, "" },
    { "en", 12, 99, SHEAF_NORMAL, 0, "USD", 9, "" },
    { "en", 12, 0, (sheaf_observation_status)'z', 0, "USD", 9, "" },
    { "en", 9e11, 0, SHEAF_NORMAL, 0, "USD", 24, "$900,000,000,000,000,000,000,000" NBSP "tn" },
    { "en", 1e12, 0, SHEAF_NORMAL, 0, "USD", 24, "" },
    { "en", -1e12, 0, SHEAF_NORMAL, 0, "USD", 24, "" },
    { "", 12, 0, SHEAF_NORMAL, 0, "USD", 0, "$12" },
    { "en", 1e300, 0, SHEAF_NORMAL, 0, "USD", 9, "" },
    { "en", INFINITY, 0, SHEAF_NORMAL, 0, "USD", 9, "" },
    { "en", 12, 0, SHEAF_NORMAL, 0, "\xFF", 9, "" },
};

static void figures_are_written_for_people(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_observation observation = of(cases[i].value, cases[i].decimals, cases[i].status);
        char text[64] = "untouched";

        observation.confidentiality = cases[i].confidentiality;
        size_t n = sheaf_format_value(context, cases[i].language, &observation, cases[i].unit,
                                      cases[i].multiplier, text, sizeof text);
        assert_string_equal(text, cases[i].text);
        assert_int_equal(n, strlen(cases[i].text));
    }
    sheaf_context_destroy(context);
}

/* A period plays no part, so a program need not invent one. */
static void an_observation_needs_no_period(void **state)
{
    sheaf_observation observation = of(31.5, 1, SHEAF_NORMAL);
    char text[64];

    (void)state;
    observation.period = (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
    sheaf_format_value(NULL, "en", &observation, "USD", 9, text, sizeof text);
    assert_string_equal(text, "$31.5" NBSP "bn");
}

/* "31,5 млрд $": never half a letter. */
static void what_has_no_room_is_cut_at_a_letter(void **state)
{
    const sheaf_observation observation = of(31.5, 1, SHEAF_NORMAL);
    sheaf_context *context = sheaf_context_create(NULL);
    const char *const cut[] = { "", "3", "31", "31,", "31,5", "31,5", "31,5" NBSP };
    char text[32];
    size_t whole = strlen("31,5" NBSP "млрд" NBSP "$");

    (void)state;
    assert_int_equal(sheaf_format_value(context, "ru", &observation, "USD", 9, NULL, 0), whole);
    for (size_t i = 0; i < LENGTH(cut); i++) {
        memset(text, 'x', sizeof text);
        assert_int_equal(sheaf_format_value(context, "ru", &observation, "USD", 9, text, i + 1),
                         whole);
        assert_string_equal(text, cut[i]);
        assert_int_equal(text[i + 1], 'x');
    }
    sheaf_context_destroy(context);
}

static void periods_have_names(void **state)
{
    const sheaf_period none = { SHEAF_NO_PERIOD, 0, 0 };
    char text[64];

    (void)state;
    sheaf_format_period(NULL, "en", sheaf_period_trimester(2024, 1), text, sizeof text);
    assert_string_equal(text, "Jan\xE2\x80\x93"
                              "Apr 2024");
    sheaf_format_period(NULL, "zh", sheaf_period_month(2024, 4), text, sizeof text);
    assert_string_equal(text, "2024年4月");
    sheaf_format_period(NULL, "en", sheaf_period_number(12.5), text, sizeof text);
    assert_string_equal(text, "12.5");
    assert_int_equal(sheaf_format_period(NULL, "en", none, text, sizeof text), 0);
    assert_string_equal(text, "");
}

static void *write_many(void *context)
{
    const sheaf_observation observation = of(31.5, 1, SHEAF_NORMAL);
    size_t wrong = 0;

    for (int i = 0; i < 200; i++) {
        char text[32];
        sheaf_format_value(context, i % 2 == 0 ? "en" : "ru", &observation, "USD", 9, text,
                           sizeof text);
        wrong += strcmp(text, i % 2 == 0 ? "$31.5" NBSP "bn" : "31,5" NBSP "млрд" NBSP "$") != 0;
    }
    return wrong == 0 ? context : NULL;
}

static void threads_share_a_context(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    pthread_t threads[4];
    void *right;

    (void)state;
    for (size_t i = 0; i < LENGTH(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, write_many, context), 0);
    for (size_t i = 0; i < LENGTH(threads); i++) {
        assert_int_equal(pthread_join(threads[i], &right), 0);
        assert_ptr_equal(right, context);
    }
    sheaf_context_destroy(context);
}

static sheaf_status write_once(const sheaf_alloc *alloc, const void *context)
{
    const sheaf_observation observation = of(31.5, 1, SHEAF_PROVISIONAL);
    sheaf_context *own = sheaf_context_create(alloc);
    char text[32];
    size_t n = sheaf_format_value(own, "en", &observation, "USD", 9, text, sizeof text);

    (void)context;
    assert_int_equal(n, strlen(text));
    sheaf_context_destroy(own);
    return n > 0 ? SHEAF_OK : SHEAF_NO_MEMORY;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_true(quota_sweep(write_once, NULL) > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_written_for_people),
        cmocka_unit_test(an_observation_needs_no_period),
        cmocka_unit_test(what_has_no_room_is_cut_at_a_letter),
        cmocka_unit_test(periods_have_names),
        cmocka_unit_test(threads_share_a_context),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
