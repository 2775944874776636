/* series.c - observations of one thing, kept in order of their periods. */
#include "data/series.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "data/period.h"
#include "data/rounding.h"

enum field { LABEL, REPORTER, PARTNER, FLOW, PRODUCT, SOURCE, FIELDS };

struct sheaf_series {
    sheaf_error error;
    struct arena arena;
    const char *name, *unit;
    const char *fields[FIELDS]; /* NULL: not set */
    int multiplier;
    sheaf_observation *observations;
    size_t count, capacity;
    struct derivations derivations;
};

static const sheaf_series inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
    .name = "",
    .unit = "",
};

/* Nothing writes to it: every function that would asks the status first. */
sheaf_series *series_inert(void)
{
    return (sheaf_series *)&inert;
}

static bool failed(const sheaf_series *series)
{
    return series == NULL || series->error.status != SHEAF_OK;
}

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

sheaf_series *sheaf_series_create(const sheaf_alloc *alloc, const char *name, const char *unit,
                                  int multiplier)
{
    sheaf_series *series = memory_resize(alloc, NULL, 0, sizeof *series);

    if (series == NULL)
        return series_inert();
    *series = (sheaf_series){ .name = "", .unit = "", .multiplier = multiplier };
    arena_init(&series->arena, alloc, &series->error);
    name = arena_string(&series->arena, or_empty(name));
    unit = arena_string(&series->arena, or_empty(unit));
    if (!failed(series)) {
        series->name = name;
        series->unit = unit;
    }
    if (multiplier < SMALLEST_MULTIPLIER || multiplier > LARGEST_MULTIPLIER)
        series_fail(series, SHEAF_BAD_ARGUMENT,
                    "series '%s': multiplier %d is not from %d to %d (10^multiplier; 9 for "
                    "billions)",
                    series->name, multiplier, SMALLEST_MULTIPLIER, LARGEST_MULTIPLIER);
    return series;
}

/* Places after the point in the shortest text of a value. */
static int decimals_of(double value)
{
    char text[NUMBER_TEXT];
    double same;
    int decimals = 0;

    if (!number_read(text, number_write(text, value), &same, &decimals) || decimals < 0)
        return 0; /* 1e+22 is a way of writing, not a rounding */
    return decimals < MOST_DECIMALS ? decimals : MOST_DECIMALS;
}

sheaf_series *sheaf_series_from_years(const char *name, const char *unit, int multiplier,
                                      int first_year, const double *values, size_t n)
{
    sheaf_series *series = sheaf_series_create(NULL, name, unit, multiplier);
    int decimals = 0;

    if (values == NULL && n > 0) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "there are no values (NULL)");
        return series;
    }
    for (size_t i = 0; i < n; i++)
        if (isfinite(values[i]) && decimals_of(values[i]) > decimals)
            decimals = decimals_of(values[i]);
    for (size_t i = 0; i < n && !failed(series); i++) {
        int64_t year = (int64_t)first_year + (int64_t)i;

        if (!isnan(values[i]))
            sheaf_series_add(series, sheaf_period_year(year <= 9999 ? (int)year : 0), values[i],
                             decimals, SHEAF_NORMAL);
    }
    return series;
}

void sheaf_series_destroy(sheaf_series *series)
{
    if (series == NULL || series == &inert)
        return;

    sheaf_alloc alloc = series->arena.alloc;

    memory_free(&alloc, series->observations, series->capacity * sizeof *series->observations);
    derivations_free(&series->derivations, &alloc);
    arena_free(&series->arena);
    memory_free(&alloc, series, sizeof *series);
}

sheaf_series *series_failed(const sheaf_alloc *alloc, const sheaf_error *error)
{
    sheaf_series *series = sheaf_series_create(alloc, "", "", 0);

    series_take_error(series, error);
    return series;
}

bool series_take_error(sheaf_series *series, const sheaf_error *error)
{
    if (!failed(series))
        error_take(&series->error, error);
    return !failed(series);
}

void series_fail(sheaf_series *series, sheaf_status status, const char *format, ...)
{
    char message[sizeof series->error.message];
    va_list arguments;

    if (failed(series))
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail(&series->error, status, "%s", message);
}

sheaf_status sheaf_series_status(const sheaf_series *series)
{
    return series != NULL ? series->error.status : SHEAF_BAD_ARGUMENT;
}

const char *sheaf_series_message(const sheaf_series *series)
{
    return sheaf_series_error(series)->message;
}

const sheaf_error *sheaf_series_error(const sheaf_series *series)
{
    static const sheaf_error none = { .status = SHEAF_BAD_ARGUMENT,
                                      .message = "the series is NULL" };

    return series != NULL ? &series->error : &none;
}

/* Index of the first observation that is not before the period. */
static size_t place_of(const sheaf_series *series, sheaf_period period)
{
    size_t low = 0, high = series->count;

    if (high > 0 && sheaf_period_compare(series->observations[high - 1].period, period) < 0)
        return high; /* files are mostly in order */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (sheaf_period_compare(series->observations[middle].period, period) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const sheaf_observation *sheaf_series_find(const sheaf_series *series, sheaf_period period)
{
    size_t i;

    if (failed(series) || !period_valid(period))
        return NULL;
    i = place_of(series, period);
    if (i == series->count || sheaf_period_compare(series->observations[i].period, period) != 0)
        return NULL;
    return &series->observations[i];
}

static bool known_status(sheaf_observation_status status)
{
    return status >= 'A' && status <= 'Z' && strchr("ABDEFGILMNOPQUV", (int)status) != NULL;
}

/* What is wrong with an observation, or NULL. */
static const char *fault_of(const sheaf_observation *observation)
{
    if (!period_valid(observation->period))
        return "the period is none";
    if (isinf(observation->value) || isinf(observation->stated_growth))
        return "the value is infinite; use NaN and a status for what is missing";
    if (observation->decimals > MOST_DECIMALS || observation->decimals < LEAST_DECIMALS)
        return "decimals are not from -18 to 17";
    if (!isnan(observation->value) &&
        !(observation->low <= observation->value && observation->value <= observation->high &&
          isfinite(observation->high - observation->low)))
        return "the value is not between low and high";
    if (!known_status(observation->status))
        return "the status is not a letter of SDMX's CL_OBS_STATUS";
    return NULL;
}

bool status_denies_value(char status)
{
    return status == SHEAF_SUPPRESSED || status == SHEAF_MISSING || status == SHEAF_NOT_COLLECTED ||
           status == SHEAF_CANNOT_EXIST;
}

void sheaf_series_add_observation(sheaf_series *series, const sheaf_observation *observation)
{
    const char *fault;
    char when[SHEAF_PERIOD_TEXT];
    size_t i;

    if (failed(series))
        return;
    if (observation == NULL) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "there is no observation (NULL)");
        return;
    }
    fault = fault_of(observation);
    sheaf_period_write(observation->period, when);
    if (fault != NULL) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s'%s%s: %s", series->name,
                    when[0] != '\0' ? ", " : "", when, fault);
        return;
    }
    i = place_of(series, observation->period);
    if (i < series->count &&
        sheaf_period_compare(series->observations[i].period, observation->period) == 0) {
        series_fail(series, SHEAF_BAD_ARGUMENT, "series '%s' has %s twice", series->name, when);
        return;
    }
    if (!memory_grow(&series->arena.alloc, &series->error, &series->observations, &series->capacity,
                     series->count + 1, sizeof *observation))
        return;
    memmove(series->observations + i + 1, series->observations + i,
            (series->count - i) * sizeof *observation);
    series->observations[i] = *observation;
    series->count++;
    if (isnan(observation->value) || status_denies_value((char)observation->status)) {
        series->observations[i].value = NAN;
        series->observations[i].low = series->observations[i].high = NAN;
        if (observation->status == SHEAF_NORMAL)
            series->observations[i].status = SHEAF_MISSING;
    }
}

void sheaf_series_add(sheaf_series *series, sheaf_period period, double value, int decimals,
                      sheaf_observation_status status)
{
    int within = decimals > MOST_DECIMALS    ? MOST_DECIMALS
                 : decimals < LEAST_DECIMALS ? LEAST_DECIMALS
                                             : decimals;
    struct interval open = rounding_interval(value, within);

    sheaf_series_add_observation(series, &(sheaf_observation){ .period = period,
                                                               .value = value,
                                                               .low = open.low,
                                                               .high = open.high,
                                                               .decimals = decimals,
                                                               .status = status,
                                                               .stated_growth = NAN });
}

static double in_larger_unit(double value, int power)
{
    double scaled = power > 0 ? value / power_of_ten(power) : value * power_of_ten(-power);

    return without_noise(scaled, 0);
}

sheaf_observation observation_in_larger_unit(const sheaf_observation *observation, int power)
{
    sheaf_observation larger = *observation;

    if (power == 0)
        return larger;
    larger.value = in_larger_unit(larger.value, power);
    larger.low = fmin(larger.value, in_larger_unit(larger.low, power));
    larger.high = fmax(larger.value, in_larger_unit(larger.high, power));
    larger.decimals += power;
    if (larger.decimals > MOST_DECIMALS)
        larger.decimals = MOST_DECIMALS;
    if (larger.decimals < LEAST_DECIMALS)
        larger.decimals = LEAST_DECIMALS;
    return larger;
}

static void set_field(sheaf_series *series, enum field field, const char *text)
{
    if (!failed(series))
        series->fields[field] = arena_string(&series->arena, text);
}

static const char *field_of(const sheaf_series *series, enum field field)
{
    return series != NULL ? or_empty(series->fields[field]) : "";
}

void sheaf_series_set_reporter(sheaf_series *series, const char *reporter)
{
    set_field(series, REPORTER, reporter);
}

void sheaf_series_set_partner(sheaf_series *series, const char *partner)
{
    set_field(series, PARTNER, partner);
}

void sheaf_series_set_flow(sheaf_series *series, const char *flow)
{
    set_field(series, FLOW, flow);
}

void sheaf_series_set_product(sheaf_series *series, const char *product)
{
    set_field(series, PRODUCT, product);
}

void sheaf_series_set_source(sheaf_series *series, const char *source)
{
    set_field(series, SOURCE, source);
}

const char *sheaf_series_name(const sheaf_series *series)
{
    return series != NULL ? series->name : "";
}

const char *sheaf_series_label(const sheaf_series *series)
{
    const char *label = field_of(series, LABEL);

    return label[0] != '\0' ? label : sheaf_series_name(series);
}

const char *sheaf_series_reporter(const sheaf_series *series)
{
    return field_of(series, REPORTER);
}

const char *sheaf_series_partner(const sheaf_series *series)
{
    return field_of(series, PARTNER);
}

const char *sheaf_series_flow(const sheaf_series *series)
{
    return field_of(series, FLOW);
}

const char *sheaf_series_product(const sheaf_series *series)
{
    return field_of(series, PRODUCT);
}

const char *sheaf_series_source(const sheaf_series *series)
{
    return field_of(series, SOURCE);
}

const char *sheaf_series_unit(const sheaf_series *series)
{
    return series != NULL ? series->unit : "";
}

int sheaf_series_multiplier(const sheaf_series *series)
{
    return series != NULL ? series->multiplier : 0;
}

size_t sheaf_series_count(const sheaf_series *series)
{
    return failed(series) ? 0 : series->count;
}

const sheaf_observation *sheaf_series_at(const sheaf_series *series, size_t index)
{
    return index < sheaf_series_count(series) ? &series->observations[index] : NULL;
}

void series_set_unit(sheaf_series *series, const char *unit, int multiplier)
{
    const char *copy = failed(series) ? NULL : arena_string(&series->arena, or_empty(unit));

    if (copy == NULL)
        return;
    series->unit = copy;
    series->multiplier = multiplier;
}

const sheaf_alloc *series_alloc(const sheaf_series *series)
{
    return series == NULL || series == &inert ? memory_or_default(NULL) : &series->arena.alloc;
}

struct arena *series_arena(sheaf_series *series)
{
    return &series->arena;
}

sheaf_series *series_create_like(const sheaf_series *series, const char *name, const char *unit,
                                 int multiplier)
{
    sheaf_series *like = sheaf_series_create(series_alloc(series), name, unit, multiplier);

    series_take_error(like, sheaf_series_error(series));
    for (enum field field = LABEL; field < FIELDS && !failed(like); field++)
        set_field(like, field, series->fields[field]);
    return like;
}

sheaf_series *series_copy(const sheaf_alloc *alloc, const sheaf_series *series)
{
    sheaf_series *copy =
        sheaf_series_create(alloc, sheaf_series_name(series), sheaf_series_unit(series),
                            sheaf_series_multiplier(series));

    series_take_error(copy, sheaf_series_error(series));
    for (enum field field = LABEL; field < FIELDS && !failed(copy); field++)
        set_field(copy, field, series->fields[field]);
    if (failed(copy) || !memory_grow(&copy->arena.alloc, &copy->error, &copy->observations,
                                     &copy->capacity, series->count, sizeof *copy->observations))
        return copy;
    if (series->count > 0)
        memcpy(copy->observations, series->observations,
               series->count * sizeof *series->observations);
    copy->count = series->count;
    derivations_take(&copy->derivations, &copy->arena, &series->derivations, true, NULL);
    return copy;
}

void sheaf_series_set_label(sheaf_series *series, const char *label)
{
    set_field(series, LABEL, label);
    if (!failed(series))
        derivations_relabel(&series->derivations, &series->arena, sheaf_series_label(series));
}

void series_set_name(sheaf_series *series, const char *name)
{
    if (failed(series))
        return;
    name = arena_string(&series->arena, or_empty(name));
    if (name == NULL)
        return;
    series->name = name;
    derivations_relabel(&series->derivations, &series->arena, sheaf_series_label(series));
}

void series_add_derivation(sheaf_series *series, sheaf_period period, const char *formula)
{
    const sheaf_observation *observation = sheaf_series_find(series, period);

    if (observation != NULL && formula != NULL)
        derivations_add(&series->derivations, &series->arena, sheaf_series_label(series),
                        sheaf_series_unit(series), observation, formula);
}

void series_take_derivations(sheaf_series *series, const sheaf_series *from)
{
    if (!failed(series) && !failed(from))
        derivations_take(&series->derivations, &series->arena, &from->derivations, false, NULL);
}

void series_keep_derivations(sheaf_series *series, const sheaf_series *from)
{
    if (!failed(series) && !failed(from))
        derivations_take(&series->derivations, &series->arena, &from->derivations, true, series);
}

size_t sheaf_series_derivation_count(const sheaf_series *series)
{
    return failed(series) ? 0 : series->derivations.count;
}

const struct derivation *series_derivation_at(const sheaf_series *series, size_t index)
{
    return index < sheaf_series_derivation_count(series) ? &series->derivations.items[index] : NULL;
}

const char *sheaf_series_derivation(const sheaf_series *series, size_t index)
{
    const struct derivation *derivation = series_derivation_at(series, index);

    return derivation != NULL ? derivation->sentence : "";
}

bool observation_is_confidential(const sheaf_observation *observation)
{
    return observation->confidentiality != 0 && observation->confidentiality != 'F';
}

/* A derivation stands only where its figure is free: then all that went into it was. */
static bool may_be_told(const sheaf_series *series, const struct derivation *derivation)
{
    const sheaf_observation *at = sheaf_series_find(series, derivation->period);

    return at != NULL && !observation_is_confidential(at);
}

void series_hide_confidential(sheaf_series *series)
{
    size_t kept = 0;
    bool any = false;

    for (size_t i = 0; i < sheaf_series_count(series); i++) {
        sheaf_observation *observation = &series->observations[i];

        if (!observation_is_confidential(observation))
            continue;
        observation->value = observation->low = observation->high = NAN;
        observation->stated_growth = NAN;
        any = true;
    }
    for (size_t i = 0; any && i < series->derivations.count; i++)
        if (may_be_told(series, &series->derivations.items[i]))
            series->derivations.items[kept++] = series->derivations.items[i];
    if (any)
        series->derivations.count = kept;
}
