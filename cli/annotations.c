/* annotations.c - "2022: new customs rules", "2020..2021: pandemic", "100: target" and
 * "Exports@2022: a record". */
#include "annotations.h"

#include <stdlib.h>
#include <string.h>

#include "pairs.h"

static const struct {
    const char *option, *example;
} kinds[ANNOTATIONS] = { { "event", "2022: new customs rules" },
                         { "band", "2020..2021: pandemic" },
                         { "reference", "100: target" },
                         { "callout", "Exports@2022: a record" } };

/* The text behind the colon, at which the line ends then: the first before a space, since periods may
 * have colons, else the first. NULL: there is none. */
static char *cut_text(char *line)
{
    char *colon = strstr(line, ": ");

    if (colon == NULL)
        colon = strchr(line, ':');
    if (colon == NULL)
        return NULL;
    *colon = '\0';
    return text_trim(colon + 1);
}

static bool read_period(const char *text, sheaf_period *period)
{
    return sheaf_period_read(text, strlen(text), period);
}

/* "2020..2021", or one period. */
static bool read_stretch(char *text, sheaf_period *first, sheaf_period *last)
{
    char *dots = strstr(text, "..");

    if (dots != NULL)
        *dots = '\0';
    if (!read_period(text_trim(text), first))
        return false;
    *last = *first;
    return dots == NULL || read_period(text_trim(dots + 2), last);
}

/* "-2.5", "100", "0". */
static bool read_value(const char *text, double *value)
{
    bool is_negative = text[0] == '-';

    text += is_negative;
    if (!read_number(text, value)) {
        *value = 0;
        return strspn(text, "0.") == strlen(text) && text[0] == '0';
    }
    *value = is_negative ? -*value : *value;
    return true;
}

static bool read_subject(int kind, char *subject, struct annotations *into)
{
    size_t at = into->count;

    if (kind == ANNOTATE_REFERENCE)
        return read_value(subject, &into->items[at].value);
    if (kind == ANNOTATE_CALLOUT) {
        char *sign = strrchr(subject, '@');
        if (sign != NULL) {
            *sign = '\0';
            into->items[at].series = text_trim(subject);
            subject = sign + 1;
        }
    }
    if (kind == ANNOTATE_BAND)
        return read_stretch(subject, &into->items[at].first, &into->items[at].last);
    return read_period(text_trim(subject), &into->items[at].first);
}

static int read_line(const struct command *command, int kind, char *line, struct annotations *into)
{
    char *text = cut_text(line);

    if (into->count == MOST_ANNOTATIONS)
        return usage_error(command, "a chart has room for fewer annotations than %d",
                           MOST_ANNOTATIONS);
    if (text == NULL || text[0] == '\0')
        return usage_error(command, "'%s' in --%s has no text; write it as '%s'", line,
                           kinds[kind].option, kinds[kind].example);
    into->items[into->count].kind = kind;
    into->items[into->count].text = text;
    char *subject = text_trim(line);
    if (!read_subject(kind, subject, into))
        return usage_error(command, "'%s' in --%s is no %s; write it as '%s'", subject,
                           kinds[kind].option, kind == ANNOTATE_REFERENCE ? "value" : "period",
                           kinds[kind].example);
    into->count++;
    return EXIT_FINE;
}

int annotations_read(const struct command *command, const char *const given[ANNOTATIONS],
                     struct annotations *annotations)
{
    size_t n = 1;
    int code = EXIT_FINE;

    for (int kind = 0; kind < ANNOTATIONS; kind++)
        n += given[kind] != NULL ? strlen(given[kind]) + 1 : 0;
    *annotations = (struct annotations){ .copy = malloc(n) };
    if (annotations->copy == NULL)
        return out_of_memory();
    char *at = annotations->copy;
    for (int kind = 0; kind < ANNOTATIONS; kind++) {
        if (given[kind] == NULL)
            continue;
        char *line = strcpy(at, given[kind]);
        at += strlen(at) + 1;
        for (char *next; line != NULL && code == EXIT_FINE; line = next) {
            next = strchr(line, '\n');
            if (next != NULL)
                *next++ = '\0';
            code = read_line(command, kind, line, annotations);
        }
    }
    return code;
}

void annotations_add(const struct annotations *annotations, sheaf_chart *chart)
{
    for (size_t i = 0; i < annotations->count; i++) {
        sheaf_period first = annotations->items[i].first, last = annotations->items[i].last;
        const char *text = annotations->items[i].text;

        switch (annotations->items[i].kind) {
        case ANNOTATE_EVENT:
            sheaf_chart_add_event(chart, first, text);
            break;
        case ANNOTATE_BAND:
            sheaf_chart_add_band(chart, first, last, text);
            break;
        case ANNOTATE_REFERENCE:
            sheaf_chart_add_reference(chart, annotations->items[i].value, text);
            break;
        default:
            sheaf_chart_add_callout(chart, annotations->items[i].series, first, text);
            break;
        }
    }
}

void annotations_free(struct annotations *annotations)
{
    free(annotations->copy);
    *annotations = (struct annotations){ 0 };
}
