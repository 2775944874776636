/* field_options.c - the options of a field: {turnover[2023], no unit, decimals=2}. */
#include "sheet/words/field_reading.h"

#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "series/rounding.h"
#include "text/forms.h"

static const struct {
    const char *name;
    unsigned option;
} plain_options[] = {
    { "abs", FIELD_ABSOLUTE },      { "no sign", FIELD_ABSOLUTE }, { "no unit", FIELD_NO_UNIT },
    { "no flags", FIELD_NO_FLAGS }, { "code", FIELD_CODE },        { "ordinal", FIELD_ORDINAL },
};
static const char *const option_names[] = {
    "abs",     "no sign", "no unit",  "no flags", "code",
    "ordinal", "little",  "decimals", "the",      "genitive"
};

static bool fail_option(const struct field_reading *reading, const char *name, size_t n)
{
    const char *near =
        string_nearest(name, n, option_names, sizeof option_names / sizeof *option_names);

    scope_fail(reading->scope, name, n, "a field has no option '%.*s'%s%s%s",
               (int)utf8_floor(name, n < 40 ? n : 40), name, near != NULL ? "; did you mean '" : "",
               near != NULL ? near
                            : "; there is decimals=, little=, abs, ordinal, code, no unit, no "
                              "sign, no flags, and forms of names",
               near != NULL ? "'?" : "");
    return false;
}

static bool add_form(const struct field_reading *reading, const char *name, size_t n)
{
    struct field *field = reading->field;

    field->form = arena_format(&reading->scope->sheet->arena, "%s%s%.*s", field->form,
                               field->form[0] != '\0' ? " " : "", (int)n, name);
    return field->form != NULL;
}

/* "decimals=2", "little=0.5"; "decimals: 2" of old. */
static bool read_setting(struct field_reading *reading, const char *name, size_t n,
                         const char *value, size_t value_n)
{
    int64_t decimals;

    if (string_is(name, n, "decimals")) {
        if (!number_read_integer(value, value_n, 0, MOST_DECIMALS, &decimals)) {
            scope_fail(reading->scope, value, value_n, DECIMALS_MISTAKE, MOST_DECIMALS);
            return false;
        }
        reading->field->decimals = (int)decimals;
        return true;
    }
    if (string_is(name, n, "little")) {
        if (number_read(value, value_n, &reading->field->little, NULL) &&
            reading->field->little >= 0)
            return true;
        scope_fail(reading->scope, value, value_n,
                   "'little' is the largest figure that counts as little: little=0.5");
        return false;
    }
    return fail_option(reading, name, n);
}

static bool read_option(struct field_reading *reading, const char *name, const char *end)
{
    const char *equals = memchr(name, '=', (size_t)(end - name));
    size_t n = text_trimmed(name, end);

    if (equals == NULL && n > 8 && memcmp(name, "decimals", 8) == 0)
        equals = memchr(name, ':', (size_t)(end - name));
    if (equals != NULL) {
        const char *value = skip_spaces(equals + 1, end);
        return read_setting(reading, name, text_trimmed(name, equals), value,
                            text_trimmed(value, end));
    }
    for (size_t i = 0; i < sizeof plain_options / sizeof *plain_options; i++)
        if (string_is(name, n, plain_options[i].name)) {
            reading->field->options |= plain_options[i].option;
            return true;
        }
    return form_is_known(name, n) ? add_form(reading, name, n) : fail_option(reading, name, n);
}

bool field_read_options(struct field_reading *reading)
{
    while (reading->at < reading->end && *reading->at == ',') {
        const char *name = skip_spaces(reading->at + 1, reading->end);
        const char *end = field_part_end(name, reading->end, ",?|}");

        if (end == NULL)
            return field_fail_open(reading);
        if (!read_option(reading, name, end))
            return false;
        reading->at = end;
    }
    return true;
}
