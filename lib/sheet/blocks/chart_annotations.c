/* chart_annotations.c - words within a chart: "events: {2022: new customs rules}". */
#include "sheet/blocks/chart_annotations.h"

#include <string.h>

#include "base/number.h"
#include "sheet/blocks/chart_read.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"

/* The text of an annotation in the language of the sheet; NULL after a failure. */
static const char *read_text(struct spec_reader *reader, const struct node *node)
{
    return keys_check_kind(reader, node, SPEC_TEXT | SPEC_WORDS, "the text of an annotation")
               ? spec_words(reader, node)
               : NULL;
}

/* The n bytes of a key, without the spaces around them, as a period. */
static bool read_period(struct spec_reader *reader, const struct node *key, const char *text,
                        size_t n, sheaf_period *period)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = key };

    while (n > 0 && *text == ' ') {
        text++;
        n--;
    }
    while (n > 0 && text[n - 1] == ' ')
        n--;
    return scope_period(&scope, text, n, period);
}

static bool add_event(struct spec_reader *reader, const struct node *key, const char *text,
                      sheaf_chart *chart)
{
    sheaf_period when;

    if (!read_period(reader, key, key->text, key->length, &when))
        return false;
    sheaf_chart_add_event(chart, when, text);
    return true;
}

/* "2020..2021", or one period. */
static bool add_band(struct spec_reader *reader, const struct node *key, const char *text,
                     sheaf_chart *chart)
{
    const char *dots = strstr(key->text, "..");
    size_t n = dots != NULL ? (size_t)(dots - key->text) : key->length;
    sheaf_period first, last;

    if (!read_period(reader, key, key->text, n, &first))
        return false;
    last = first;
    if (dots != NULL && !read_period(reader, key, dots + 2, key->length - n - 2, &last))
        return false;
    sheaf_chart_add_band(chart, first, last, text);
    return true;
}

static bool add_reference(struct spec_reader *reader, const struct node *key, const char *text,
                          sheaf_chart *chart)
{
    double value;

    if (!number_read(key->text, key->length, &value, NULL)) {
        spec_fail(reader, key->place, "'%.60s' is no value of a reference; write it as 100",
                  key->text);
        return false;
    }
    sheaf_chart_add_reference(chart, value, text);
    return true;
}

/* "Exports@2022", or of one series the period. */
static bool add_callout(struct spec_reader *reader, const struct node *key, const char *text,
                        sheaf_chart *chart)
{
    const char *sign = strrchr(key->text, '@');
    const char *rest = sign != NULL ? sign + 1 : key->text;
    const char *series = NULL;
    sheaf_period period;

    if (sign != NULL) {
        series = arena_text(&reader->arena, key->text, (size_t)(sign - key->text));
        if (series == NULL)
            return false;
    }
    if (!read_period(reader, key, rest, key->length - (size_t)(rest - key->text), &period))
        return false;
    sheaf_chart_add_callout(chart, series, period, text);
    return true;
}

static bool read_all(struct spec_reader *reader, const struct node *node, sheaf_chart *chart,
                     bool (*add)(struct spec_reader *reader, const struct node *key,
                                 const char *text, sheaf_chart *chart))
{
    if (node == NULL)
        return true;
    for (const struct node_item *item = node->items; item != NULL; item = item->next) {
        const char *text = read_text(reader, item->value);
        if (text == NULL || !add(reader, item->key, text, chart) ||
            !chart_take_error(reader, chart, item->key))
            return false;
    }
    return true;
}

bool chart_read_events(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    return read_all(reader, node, chart, add_event);
}

bool chart_read_bands(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    return read_all(reader, node, chart, add_band);
}

bool chart_read_references(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    return read_all(reader, node, chart, add_reference);
}

bool chart_read_callouts(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    return read_all(reader, node, chart, add_callout);
}
