/* amounts_are_told_from_rates.c - units and measures whose figures can be added, and those whose
 * cannot. */
#include "support/check.h"

#include "vocabulary/amounts.h"

static const struct {
    const char *unit;
    bool can_be_added, is_never_added;
} units[] = {
    { "USD", true, false },
    { "", true, false },
    { "t", true, false },
    { "EUR million", true, false },
    { "constant 2015 US$, at 2015 prices", true, false },
    { "persons", true, false },
    { "%", false, false },
    { "pp", false, false },
    { "per cent", false, false },
    { "% of GDP", false, false },
    { "процентов", false, false },
    { "пайыз", false, false },
    { "百分比", false, false },
    { "2015 = 100", false, true },
    { "2015=100", false, true },
    { "Index", false, true },
    { "индекс", false, true },
    { "指数", false, true },
    { "USD/t", false, true },
    { "USD per capita", false, true },
    { "долл. на душу населения", false, true },
    { "место", false, true },
    { "rank", false, true },
};

static void units_that_can_be_added(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(units); i++) {
        print_message("  %s\n", units[i].unit);
        assert_int_equal(unit_can_be_added(units[i].unit), units[i].can_be_added);
        assert_int_equal(unit_is_never_added(units[i].unit), units[i].is_never_added);
    }
}

static void measures_that_can_be_added(void **state)
{
    static const struct {
        const char *measure;
        bool can_be_added;
    } measures[] = {
        { "value", true },
        { "net weight", true },
        { "Exports of goods and services (current US$)", true },
        { "Exports of goods, at constant prices", true },
        { "", true },
        { "Exports of goods and services (% of GDP)", false },
        { "Export unit value index (2015 = 100)", false },
        { "price", false },
        { "Exports per capita", false },
        { "Rank of the partner", false },
        { "Growth on the year before", false },
        { "Доля в экспорте", false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(measures); i++) {
        print_message("  %s\n", measures[i].measure);
        assert_int_equal(measure_can_be_added(measures[i].measure), measures[i].can_be_added);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_that_can_be_added),
        cmocka_unit_test(measures_that_can_be_added),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
