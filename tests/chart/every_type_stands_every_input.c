/* every_type_stands_every_input.c - every type of chart, at every size, in every language, of any
 * number of periods or plain numbers, with any values and names: it refuses with a reason, or draws what can be read.
 *
 * No two texts intersect, none lies outside, a text that is cut is named by a warning, and the last period and the unit are said: shares are
 * in per cent and indices of 100, whatever their unit was, and ranks have none. Every pair of
 * circumstances meets; a new type is among them as soon as it has its row. The same holds with an
 * event, a band, a reference and a call-out in them. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "support/cuts.h"
#include "support/overlap.h"
#include "support/pairwise.h"

/* Of all charts: faces are opened and words shaped once. */
static sheaf_context *context;

static const struct {
    double width, height;
    bool pixels;
} sizes[] = {
    { 200, 120, true },  { 320, 200, true },  { 480, 300, true },
    { 1200, 750, true }, { 4000, 120, true }, { 200, 900, true },
    { 250, 160, false }, { 505, 220, false }, { 800, 1200, false },
};

static const char *const languages[] = { "en", "fr", "de", "ru", "kk", "zh", "ar", "ug" };
static const int counts[] = { 1, 2, 12, 60, 500 };
static const int series_counts[] = { 1, 2, 3, 6, 12 };

enum values { PLAIN, NEGATIVE, BALANCE, ZERO, EQUAL, HUGE_ONES, TINY, MISSING, VALUES };
static const char *const value_names[VALUES] = { "plain", "negative", "balance", "zero",
                                                 "equal", "huge",     "tiny",    "missing" };

/* A unit that no language has a word for, so that it is written as it is. */
#define UNIT "Zlr"

static const char *const short_names[] = { "A", "B", "C", "D", "E", "F",
                                           "G", "H", "I", "J", "K", "L" };
static const char *const long_names[] = {
    "United Kingdom of Great Britain and Northern Ireland, goods",
    "Экспорт сельскохозяйственной продукции и продовольствия, все",
    "Қазақстан Республикасы, барлық тауарлар мен қызметтер, барлығы",
    "Electrical machinery and equipment and parts thereof; sounds",
    "Democratic People's Republic of Korea, including re-exports.",
    "Nuclear reactors, boilers, machinery, mechanical appliances.",
    "Mineral fuels, mineral oils and products of their distilling",
    "Articles of apparel and clothing accessories, knitted or not",
    "Pharmaceutical products, blood, vaccines, toxins and culture",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikation",
    "Vehicles other than railway or tramway rolling-stock, parts.",
    "Optical, photographic, cinematographic and measuring devices",
};
static const char *const flow_names[] = { "exports", "imports" };
enum names { FLOWS, SHORT, LONG, NAMES };

enum kind { YEARS, MONTHS, DAYS, NUMBERS, QUARTERS, WEEKS, PARTS, KINDS };
static const char *const kind_names[KINDS] = {
    "years", "months", "days", "numbers", "quarters", "weeks", "January to April of"
};

/* What numbers are, in place of periods. */
#define NUMBERS_NAME "Kilometres"

/* The last of them lies in 2024. */
static sheaf_period period_at(enum kind kind, int back)
{
    static const int month_days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int year = 2024, month = 10, day = 28;

    if (kind == NUMBERS)
        return sheaf_period_number(2024 - 1.5 * back);
    if (kind == YEARS)
        return sheaf_period_year(2024 - back);
    if (kind == PARTS)
        return sheaf_period_months(2024 - back, 1, 4);
    if (kind == QUARTERS)
        return sheaf_period_quarter(2024 - (back + 1) / 4, 4 - (back + 1) % 4);
    if (kind == WEEKS) {
        sheaf_period week = sheaf_period_week(2024, 40);
        week.start -= 7 * back;
        return week;
    }
    if (kind == MONTHS)
        return sheaf_period_month(2024 - (back + 2) / 12, 12 - (back + 2) % 12);
    while (back > 0) {
        int step = back < day ? back : day;
        back -= step;
        day -= step;
        if (day == 0) {
            month = month == 1 ? 12 : month - 1;
            year -= month == 12;
            day = month_days[month - 1];
        }
    }
    return sheaf_period_day(year, month, day);
}

static double value_at(enum values values, int series, int index)
{
    double wave = 10 + series + 3 * sin(0.7 * index + series) + 0.05 * index;

    switch (values) {
    case NEGATIVE:
        return -wave;
    case BALANCE:
        return wave - 11 - series;
    case ZERO:
        return 0;
    case EQUAL:
        return 31.5;
    case HUGE_ONES:
        return wave * 1e14;
    case TINY:
        return wave * 1e-10;
    case MISSING:
        return (index + series) % 3 == 1 ? NAN : wave;
    default:
        return wave;
    }
}

struct input {
    sheaf_chart_type type;
    size_t size;
    const char *language;
    int n_periods, n_series;
    enum values values;
    enum names names;
    enum kind kind;
};

static const char *name_of(const struct input *input, int which)
{
    return input->names == FLOWS && which < 2 ? flow_names[which]
           : input->names == LONG             ? long_names[which]
                                              : short_names[which];
}

/* What a series is of: a flow of a reporter to a partner, or of nobody; in a bound its values are
 * times a factor. */
struct subject {
    const char *flow, *reporter, *partner;
    double factor;
    const char *unit; /* NULL: the unit of all */
};

static void add_values(sheaf_chart *chart, const struct input *input, int which, const char *name,
                       const struct subject *subject)
{
    sheaf_series *series =
        sheaf_series_create(NULL, name, subject->unit != NULL ? subject->unit : UNIT, 0);

    if (input->kind == NUMBERS)
        sheaf_series_set_x(series, NUMBERS_NAME);
    sheaf_series_set_flow(series, subject->flow);
    sheaf_series_set_reporter(series, subject->reporter);
    sheaf_series_set_partner(series, subject->partner);
    for (int i = 0; i < input->n_periods; i++) {
        double value = subject->factor * value_at(input->values, which, i);
        sheaf_observation observation = {
            .period = period_at(input->kind, input->n_periods - 1 - i),
            .value = value,
            .low = value,
            .high = value,
            .decimals = input->values == TINY ? 12 : 1,
            .status = isnan(value) ? SHEAF_MISSING : SHEAF_NORMAL,
        };
        sheaf_series_add_observation(series, &observation);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* A series, of the dimensions that a type crosses, or the measures that it relates, or with the
 * bounds that it draws. */
static void add_series(sheaf_chart *chart, const struct input *input, int which)
{
    static const char *const measures[] = { "exports", "imports", "re-exports" };
    /* Countries in many languages, which have a place on a map of tiles. */
    static const char *const partners[] = { "KZ", "DE", "FR", "CN", "US", "BR",
                                            "IN", "ZA", "AU", "EG", "RU", "JP" };
    const char *name = name_of(input, which);
    struct subject subject = { .flow = "", .factor = 1 };
    char bound[100];

    if (sheaf_chart_type_crosses_dimensions(input->type)) {
        subject.reporter = name_of(input, which / 2);
        subject.partner = which % 2 == 0 ? "Kazakhstan" : "Germany";
    }
    if (input->type == SHEAF_TILES)
        name = subject.partner = partners[which];
    for (size_t i = 0; i < sheaf_chart_type_measures(input->type); i++) {
        const struct subject measure = { .flow = measures[i], .factor = 1 + 0.3 * (double)i };
        add_values(chart, input, which, name, &measure);
    }
    if (sheaf_chart_type_measures(input->type) > 0)
        return;
    add_values(chart, input, which, name, &subject);
    if (input->type != SHEAF_AUTO && sheaf_chart_type_splits_units(input->type)) {
        subject.unit = "t";
        add_values(chart, input, which, name, &subject);
    }
    if (input->type != SHEAF_RANGE && input->type != SHEAF_FAN)
        return;
    subject.factor = 0.9;
    snprintf(bound, sizeof bound, "%s low90", name);
    add_values(chart, input, which, bound, &subject);
    subject.factor = 1.1;
    snprintf(bound, sizeof bound, "%s high90", name);
    add_values(chart, input, which, bound, &subject);
}

static const char *describe(const struct input *input)
{
    static char text[200];

    snprintf(text, sizeof text, "%s at %g x %g, %s, %d %s, %s values, %d series of %s",
             sheaf_chart_type_name(input->type), sizes[input->size].width,
             sizes[input->size].height, input->language, input->n_periods, kind_names[input->kind],
             value_names[input->values], input->n_series, name_of(input, 0));
    return text;
}

static sheaf_chart *chart_of(const struct input *input)
{
    sheaf_chart *chart = sheaf_chart_create(context, input->type);

    sheaf_chart_set_language(chart, input->language);
    sheaf_chart_set_title(chart, "Imports grew faster");
    for (int i = 0; i < input->n_series; i++)
        add_series(chart, input, i);
    return chart;
}

/* Whether some text of the scene holds it; what is only heard counts as well when `aloud`. */
static bool holds(const struct scene *scene, const char *what, bool aloud)
{
    sheaf_error error = { 0 };
    struct buffer dump;
    bool found = false;

    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    for (const char *line = dump.bytes; line != NULL && !found; line = strchr(line + 1, '\n')) {
        const char *at = strstr(line, what), *end = strchr(line + 1, '\n');
        const char *text = strstr(line, " text \"");

        found = at != NULL && (end == NULL || at < end) && (aloud || (text != NULL && text < at));
    }
    buffer_free(&dump);
    return found;
}

static int faults;

static void fault(const struct input *input, const char *what)
{
    print_message("%s: %s\n", describe(input), what);
    faults++;
}

/* A sparkline's period, and its unit where even its figures have no room, are in the alternative
 * text only: it stands among words that say them. It is drawn unasked where nothing else fits. */
static bool is_sparkline(const struct input *input, const struct scene *scene)
{
    return input->type == SHEAF_SPARKLINE || input->type == SHEAF_SPARK_BARS ||
           (input->type == SHEAF_AUTO && input->n_periods > 1 && !holds(scene, "axis-x", true));
}

/* What a type says as its unit: its own, or the one of the data. Ranks have none. */
static const char *unit_of(sheaf_chart_type type)
{
    switch (type) {
    case SHEAF_STACKED_100:
    case SHEAF_WAFFLE:
    case SHEAF_DONUT:
        return "%";
    case SHEAF_INDEX:
        return "100";
    case SHEAF_BUMP:
        return "";
    default:
        return UNIT;
    }
}

static const char *message_of(const void *object, size_t index)
{
    static sheaf_warning warning;

    warning = (sheaf_warning)SHEAF_WARNING_INIT;
    return sheaf_chart_warning(object, index, &warning) ? warning.message : NULL;
}

static void check_cuts(const struct input *input, const struct scene *scene,
                       const sheaf_chart *chart)
{
    char silent[400], what[450];

    cuts_find_silent(scene, chart, message_of, silent, sizeof silent);
    snprintf(what, sizeof what, "'%s' is cut without a warning", silent);
    if (silent[0] != '\0')
        fault(input, what);
}

static void check_scene(const struct input *input, const struct scene *scene)
{
    struct overlap overlap = overlap_find(scene, 0.05, false);

    if (overlap.message[0] != '\0')
        fault(input, overlap.message);
    bool aloud = is_sparkline(input, scene);

    /* What compares flows or shows parts is of the last period that all have. */
    bool is_earlier =
        input->values == MISSING && (holds(scene, "2022", aloud) || holds(scene, "2023", aloud) ||
                                     sheaf_chart_type_pairs_flows(input->type));
    if (!is_earlier && !holds(scene, input->kind == NUMBERS ? NUMBERS_NAME : "2024", aloud))
        fault(input, "neither the last period nor what numbers are is said");
    const char *unit = unit_of(input->type);
    if (unit[0] != '\0' && !holds(scene, unit, aloud))
        fault(input, "the unit is not said");
}

/* One of each kind; the figure of a call-out may not be missing. */
static void annotate(sheaf_chart *chart, const struct input *input)
{
    int last = input->n_periods - 1;

    sheaf_chart_add_event(chart, period_at(input->kind, last / 2), "New customs rules");
    sheaf_chart_add_band(chart, period_at(input->kind, last), period_at(input->kind, last * 2 / 3),
                         "A long drought");
    sheaf_chart_add_reference(chart, value_at(input->values, 0, 1) * 1.1, "Target");
    if (!isnan(value_at(input->values, 0, last)))
        sheaf_chart_add_callout(chart, name_of(input, 0), period_at(input->kind, 0), "A record");
}

/* True when it was drawn as in a file, with or without a fault; false when it was refused. */
static bool is_drawn(const struct input *input, bool annotated)
{
    sheaf_chart *chart = chart_of(input);
    if (annotated)
        annotate(chart, input);
    const struct picture_options options = { .pixels = sizes[input->size].pixels,
                                             .refuses_small = true,
                                             .without_advice = true };
    sheaf_picture *picture =
        picture_create(chart, sizes[input->size].width, sizes[input->size].height, &options);
    sheaf_error error = *sheaf_chart_error(chart);

    if (picture != NULL) {
        check_scene(input, picture_scene(picture));
        check_cuts(input, picture_scene(picture), chart);
    } else if (error.status != SHEAF_BAD_INPUT && error.status != SHEAF_BAD_ARGUMENT)
        fault(input, error.message[0] != '\0' ? error.message : "it fails without a message");
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return picture != NULL;
}

static sheaf_chart_type type;
static size_t drawn, annotated;
enum { LEAST_DRAWN = 30, LEAST_ANNOTATED = 400 };

/* What a type refuses is tried again in the shapes that some types want. */
static void check(const size_t *chosen)
{
    const struct input input = {
        .type = type,
        .size = chosen[0],
        .language = languages[chosen[1]],
        .n_periods = counts[chosen[2]],
        .values = (enum values)chosen[3],
        .names = (enum names)chosen[4],
        .n_series = series_counts[chosen[5]],
        .kind = (enum kind)chosen[6],
    };
    struct input shapes[] = { input, input, input, input, input, input, input, input, input };

    shapes[1].n_periods = 1;
    shapes[2].n_periods = 2;
    shapes[3].n_series = 2;
    shapes[4].kind = MONTHS;
    shapes[5].n_series = 2;
    shapes[5].values = PLAIN;
    shapes[6].n_series = 1;
    shapes[7].n_series = 1;
    shapes[7].n_periods = 12;
    shapes[7].values = PLAIN;
    shapes[8].n_series = 6;
    shapes[8].n_periods = 1;
    shapes[8].values = PLAIN;
    for (size_t i = 0; i < LENGTH(shapes); i++)
        if (is_drawn(&shapes[i], false)) {
            drawn++;
            annotated += is_drawn(&shapes[i], true);
            return;
        }
}

static void every_pair_of_circumstances_is_stood(void **state)
{
    const size_t levels[] = {
        LENGTH(sizes), LENGTH(languages),     LENGTH(counts), VALUES,
        NAMES,         LENGTH(series_counts), KINDS,
    };

    size_t few = 0;

    (void)state;
    for (type = SHEAF_AUTO; (size_t)type < sheaf_chart_type_count(); type++) {
        if (sheaf_chart_type_takes_targets(type))
            continue;
        drawn = 0;
        pairwise_run(levels, LENGTH(levels), check);
        if (drawn < LEAST_DRAWN) {
            print_message("%s: only %zu of the inputs are drawn\n", sheaf_chart_type_name(type),
                          drawn);
            few++;
        }
    }
    assert_int_equal(few, 0);
    assert_true(annotated >= LEAST_ANNOTATED);
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_of_circumstances_is_stood),
    };

    context = sheaf_context_create(NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sheaf_context_destroy(context);
    return failed;
}
