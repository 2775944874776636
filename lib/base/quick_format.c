/* quick_format.c - formats without printf's machinery: a stream set up and taken down each time. */
#include "base/quick_format.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct output {
    char *at;
    size_t room, n; /* bytes that fit, the NUL apart; bytes in all */
};

static void put(struct output *output, const char *text, size_t n)
{
    const size_t fits = n < output->room ? n : output->room;

    if (fits > 0) {
        memcpy(output->at, text, fits);
        output->at += fits;
        output->room -= fits;
    }
    output->n += n;
}

/* width: zeros before make so many digits. */
static void put_number(struct output *output, uint64_t magnitude, int width, bool is_negative)
{
    char text[24], *end = text + sizeof text, *at = end;

    do
        *--at = (char)('0' + magnitude % 10);
    while ((magnitude /= 10) > 0 || end - at < width);
    if (is_negative)
        *--at = '-';
    put(output, at, (size_t)(end - at));
}

static bool put_text(struct output *output, const char *text, size_t most)
{
    if (text != NULL)
        put(output, text, strnlen(text, most));
    return text != NULL;
}

/* The conversion behind a %; moves behind it. False: it is none of the simple ones. */
static bool put_conversion(struct output *output, const char **format, va_list *arguments)
{
    const char *at = *format;

    if (at[0] == '.' && at[1] == '*' && at[2] == 's') {
        const int most = va_arg(*arguments, int);

        *format = at + 3;
        return put_text(output, va_arg(*arguments, const char *),
                        most < 0 ? SIZE_MAX : (size_t)most);
    }
    if (at[0] == 'z' && at[1] == 'u') {
        put_number(output, va_arg(*arguments, size_t), 0, false);
        *format = at + 2;
        return true;
    }
    if (at[0] == '0' && at[1] >= '1' && at[1] <= '9' && at[2] == 'd') {
        const int value = va_arg(*arguments, int);

        *format = at + 3;
        if (value >= 0) /* a sign would count */
            put_number(output, (uint64_t)value, at[1] - '0', false);
        return value >= 0;
    }
    *format = at + 1;
    if (*at == 's')
        return put_text(output, va_arg(*arguments, const char *), SIZE_MAX);
    if (*at == 'd') {
        const int64_t value = va_arg(*arguments, int);

        put_number(output, (uint64_t)(value < 0 ? -value : value), 0, value < 0);
    } else if (*at == 'u') {
        put_number(output, va_arg(*arguments, unsigned), 0, false);
    } else if (*at == 'c') {
        const char byte = (char)va_arg(*arguments, int);

        put(output, &byte, 1);
    } else if (*at == '%') {
        put(output, "%", 1);
    } else {
        return false;
    }
    return true;
}

static bool put_all(struct output *output, const char *format, va_list *arguments)
{
    while (*format != '\0') {
        const char *percent = strchr(format, '%');
        const size_t n = percent != NULL ? (size_t)(percent - format) : strlen(format);

        put(output, format, n);
        format += n;
        if (*format == '%') {
            format++;
            if (!put_conversion(output, &format, arguments))
                return false;
        }
    }
    return output->n <= INT_MAX;
}

int quick_vformat(char *out, size_t capacity, const char *format, va_list arguments)
{
    struct output output = { out, capacity > 0 ? capacity - 1 : 0, 0 };
    va_list again;

    va_copy(again, arguments);
    const bool is_simple = put_all(&output, format, &again);
    va_end(again);
    if (!is_simple)
        return vsnprintf(out, capacity, format, arguments);
    if (capacity > 0)
        *output.at = '\0';
    return (int)output.n;
}

int quick_format(char *out, size_t capacity, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    const int n = quick_vformat(out, capacity, format, arguments);
    va_end(arguments);
    return n;
}
