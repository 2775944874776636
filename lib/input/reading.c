/* reading.c - passes warnings about a file to the caller. */
#include "input/reading.h"

#include <stdarg.h>
#include <stdio.h>

void reading_warn(const struct reading *reading, const char *kind, struct place at,
                  const char *format, ...)
{
    char message[sizeof reading->error->message];
    va_list arguments;

    if (reading->warn == NULL)
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    reading->warn(reading->warn_context, kind, at, message);
}
