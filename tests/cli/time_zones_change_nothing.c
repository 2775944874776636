/* time_zones_change_nothing.c - periods are calendar intervals, never instants: where the program runs
 * alters no byte. Apia left out 30 December 2011, Los Angeles lies a working day behind. */
#include "support/check.h"

#include "cli/shell.h"

/* Days, the one that Apia left out among them; months; and a sheet of years. */
static const struct shell_case cases[] = {
    { "printf 'period,exports\n2011-12-28,3\n2011-12-29,5\n2011-12-30,4\n2011-12-31,6\n"
      "2012-01-01,7\n' > days.csv",
      0, "" },
    { "for f in png svg pdf; do "
      "for z in UTC America/Los_Angeles Pacific/Apia; do "
      "TZ=$z $sheaf chart days.csv -t lines -f $f -o - > days-${z##*/}.$f || exit 1; "
      "TZ=$z $sheaf chart $source/tests/bench/months.csv -f $f -o - > months-${z##*/}.$f || exit "
      "1; "
      "done; "
      "for n in days months; do for z in Los_Angeles Apia; do "
      "cmp $n-UTC.$f $n-$z.$f || exit 1; done; done; done; echo alike",
      0, "alike" },
    { "for z in UTC America/Los_Angeles Pacific/Apia; do "
      "TZ=$z $sheaf data days.csv --to csv > ${z##*/}.csv || exit 1; done; "
      "cmp UTC.csv Los_Angeles.csv && cmp UTC.csv Apia.csv && grep -c 2011-12-30 Apia.csv",
      0, "1" },
    { "printf 'sheaf: 1\ntitle: T\nauthor: A\nsheet:\n- text: a\n' > plain.yaml; "
      "for z in UTC America/Los_Angeles Pacific/Apia; do "
      "TZ=$z SOURCE_DATE_EPOCH=1700000000 $sheaf sheet plain.yaml -o ${z##*/}.pdf || exit 1; "
      "done; cmp UTC.pdf Los_Angeles.pdf && cmp UTC.pdf Apia.pdf && "
      "pdfinfo -meta UTC.pdf | grep -c 'CreateDate>2023-11-14T00:00:00Z'",
      0, "1" },
    { "$sheaf sheet plain.yaml -o none.pdf && pdfinfo -meta none.pdf | grep -c Date; "
      "SOURCE_DATE_EPOCH=soon $sheaf sheet plain.yaml -o none.pdf",
      2, "SOURCE_DATE_EPOCH is seconds since 1970, not 'soon'" },
};

static void every_zone_gives_the_same_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        shell_check(cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_zone_gives_the_same_bytes) };

    return cmocka_run_group_tests_name("cli/time_zones_change_nothing", tests, shell_enter,
                                       shell_leave);
}
