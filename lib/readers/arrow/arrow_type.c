/* arrow_type.c - the format strings of Arrow types
 * (arrow.apache.org/docs/format/CDataInterface.html, "Data type description – format strings"). */
#include "readers/arrow/arrow_parts.h"

#include <string.h>

#include "base/number.h"

enum { SECONDS_A_DAY = 86400, DECIMAL_SCALE = 76 /* digits of 256 bits */ };

static const struct {
    const char *format;
    struct arrow_type type;
} types[] = {
    { "n", { .kind = ARROW_NULL } },
    { "b", { .kind = ARROW_BOOLEAN } },
    { "c", { .kind = ARROW_INTEGER, .width = 1 } },
    { "C", { .kind = ARROW_UNSIGNED, .width = 1 } },
    { "s", { .kind = ARROW_INTEGER, .width = 2 } },
    { "S", { .kind = ARROW_UNSIGNED, .width = 2 } },
    { "i", { .kind = ARROW_INTEGER, .width = 4 } },
    { "I", { .kind = ARROW_UNSIGNED, .width = 4 } },
    { "l", { .kind = ARROW_INTEGER, .width = 8 } },
    { "L", { .kind = ARROW_UNSIGNED, .width = 8 } },
    { "e", { .kind = ARROW_FLOAT, .width = 2 } },
    { "f", { .kind = ARROW_FLOAT, .width = 4 } },
    { "g", { .kind = ARROW_FLOAT, .width = 8 } },
    { "u", { .kind = ARROW_TEXT, .width = 4 } },
    { "U", { .kind = ARROW_TEXT, .width = 8 } },
    { "vu", { .kind = ARROW_TEXT_VIEW, .width = 16 } },
    { "tdD", { .kind = ARROW_TIME, .width = 4, .ticks = 1 } },
    { "tdm", { .kind = ARROW_TIME, .width = 8, .ticks = SECONDS_A_DAY * INT64_C(1000) } },
};

/* What begins with this is refused. */
static const struct {
    const char *start, *refusal;
} refusals[] = {
    { "+vl", "it is nested (a list)" },
    { "+vL", "it is nested (a list)" },
    { "+l", "it is nested (a list)" },
    { "+L", "it is nested (a list)" },
    { "+w", "it is nested (a list)" },
    { "+s", "it is nested (a struct)" },
    { "+m", "it is nested (a map)" },
    { "+u", "it is nested (a union)" },
    { "+r", "it is nested (run-end encoded)" },
    { "z", "it is binary" },
    { "Z", "it is binary" },
    { "vz", "it is binary" },
    { "w:", "it is binary" },
    { "tt", "it has times of a day" },
    { "tD", "it has durations" },
    { "ti", "it has intervals" },
};

static struct arrow_type refused(const char *refusal)
{
    return (struct arrow_type){ .kind = ARROW_REFUSED, .refusal = refusal };
}

/* "d:19,10", "d:19,10,256": precision, scale and bits. */
static struct arrow_type decimal_of(const char *text)
{
    int64_t numbers[3] = { 0, 0, 128 };
    size_t count = 0;

    for (const char *end; count < 3; text = end + 1) {
        end = strchr(text, ',');
        size_t n = end != NULL ? (size_t)(end - text) : strlen(text);
        bool is_number = number_read_integer(text, n, -DECIMAL_SCALE, 256, &numbers[count++]);

        if (!is_number || (end != NULL && count == 3))
            return refused("its format is no decimal's");
        if (end == NULL)
            break;
    }
    if (count < 2 || numbers[1] > DECIMAL_SCALE ||
        (numbers[2] != 32 && numbers[2] != 64 && numbers[2] != 128 && numbers[2] != 256))
        return refused("its format is no decimal's");
    return (struct arrow_type){ .kind = ARROW_DECIMAL,
                                .width = (uint8_t)(numbers[2] / 8),
                                .scale = (int)numbers[1] };
}

/* "+05:00", "-0330". False: something else. */
static bool read_distance(const char *zone, int32_t *minutes)
{
    size_t n = strlen(zone), colon = n == 6 && zone[3] == ':';
    int64_t hours = 0, rest = 0;

    if ((zone[0] != '+' && zone[0] != '-') || n != 5 + colon ||
        !number_read_integer(zone + 1, 2, 0, 23, &hours) ||
        !number_read_integer(zone + 3 + colon, 2, 0, 59, &rest))
        return false;
    *minutes = (int32_t)(hours * 60 + rest) * (zone[0] == '-' ? -1 : 1);
    return true;
}

/* "tsu:Europe/Berlin": the first day of a month there is the last of another in UTC, and the rules
 * of zones change from year to year, so that only distances are known here. */
static struct arrow_type timestamp_of(const char *format)
{
    static const char *const none[] = { "", "UTC", "Etc/UTC", "GMT", "Z" };
    static const char units[] = "smun";
    const char *unit = format[2] != '\0' ? strchr(units, format[2]) : NULL;
    struct arrow_type type = { .kind = ARROW_TIME, .width = 8, .ticks = SECONDS_A_DAY };

    if (unit == NULL || format[3] != ':')
        return refused("its format is no timestamp's");
    for (const char *at = units; at < unit; at++)
        type.ticks *= 1000;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (strcmp(format + 4, none[i]) == 0)
            return type;
    if (!read_distance(format + 4, &type.zone_minutes))
        return refused("its times are in a time zone; make them dates, or times without a zone");
    return type;
}

struct arrow_type arrow_type_of(const char *format)
{
    if (format == NULL)
        return refused("it has no format (NULL)");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].format, format) == 0)
            return types[i].type;
    if (strncmp(format, "d:", 2) == 0)
        return decimal_of(format + 2);
    if (strncmp(format, "ts", 2) == 0)
        return timestamp_of(format);
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (strncmp(refusals[i].start, format, strlen(refusals[i].start)) == 0)
            return refused(refusals[i].refusal);
    return refused("its format is unknown");
}
