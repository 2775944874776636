/* callbacks.c - functions that calls call back: that go on, that end it, and none. */
#include <limits.h>
#include <math.h>

#include "calls/give.h"
#include "fuzz/require.h"

#define CHOOSE(g, values) ((values)[(g)->choose((g), sizeof(values) / sizeof *(values))])

static bool go_on(void *context, const sheaf_batch_progress *progress)
{
    (void)context;
    return progress->made + progress->failed <= progress->count;
}

static bool stop(void *context, const sheaf_batch_progress *progress)
{
    (void)context;
    (void)progress;
    return false;
}

give_progress_of_sheaf_batch_run_type give_progress_of_sheaf_batch_run(struct giver *g)
{
    static const give_progress_of_sheaf_batch_run_type values[] = { go_on, NULL, stop };

    return CHOOSE(g, values);
}

static bool compare_on(void *context, size_t done, size_t count)
{
    (void)context;
    return done <= count;
}

static bool compare_no_more(void *context, size_t done, size_t count)
{
    (void)context;
    (void)done;
    (void)count;
    return false;
}

give_progress_of_sheaf_diff_create_type give_progress_of_sheaf_diff_create(struct giver *g)
{
    static const give_progress_of_sheaf_diff_create_type values[] = { compare_on, NULL,
                                                                      compare_no_more };

    return CHOOSE(g, values);
}

static int no_more(void *context, sheaf_observation *observation)
{
    (void)context;
    (void)observation;
    return 0;
}

static int fails(void *context, sheaf_observation *observation)
{
    (void)context;
    observation->value = NAN;
    return INT_MIN;
}

static int same_again(void *context, sheaf_observation *observation)
{
    (void)context;
    observation->period = sheaf_period_year(1999);
    observation->low = INFINITY;
    return 1; /* the second is a period that is there */
}

give_next_of_sheaf_series_add_from_type give_next_of_sheaf_series_add_from(struct giver *g)
{
    static const give_next_of_sheaf_series_add_from_type values[] = { no_more, NULL, fails,
                                                                      same_again };

    return CHOOSE(g, values);
}

static bool take_page(void *context, size_t page, const void *svg, size_t n)
{
    (void)context;
    (void)page;
    return svg != NULL && n > 0;
}

static bool take_no_page(void *context, size_t page, const void *svg, size_t n)
{
    (void)context;
    (void)page;
    (void)svg;
    (void)n;
    return false;
}

give_take_of_sheaf_sheet_draw_svg_type give_take_of_sheaf_sheet_draw_svg(struct giver *g)
{
    static const give_take_of_sheaf_sheet_draw_svg_type values[] = { take_page, NULL,
                                                                     take_no_page };

    return CHOOSE(g, values);
}

static void take_member(void *context, const char *member, const char *name)
{
    (void)context;
    require(member != NULL && name != NULL);
}

give_take_of_sheaf_sheet_members_type give_take_of_sheaf_sheet_members(struct giver *g)
{
    static const give_take_of_sheaf_sheet_members_type values[] = { take_member, NULL };

    return CHOOSE(g, values);
}
