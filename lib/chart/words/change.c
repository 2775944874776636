/* change.c - the difference between two figures of a chart, and how it is written. */
#include "chart/words/change.h"

#include <math.h>
#include <string.h>

#include "chart/words/amounts.h"
#include "series/digits.h"
#include "series/rounding.h"
#include "text/format.h"

/* As many decimals as the two figures are shown with, so that readers can check it; more only where
 * it would be shown as nothing, fewer where rounding leaves them open. */
static void set_digits(struct figure *change, int shown)
{
    bool is_rounded = change->low < change->high;
    int known = is_rounded ? decimals_that_hold(change->value,
                                                (struct interval){ change->low, change->high },
                                                MOST_DECIMALS)
                           : decimals_of_double(change->value);

    if (vanishes(change->value, shown))
        shown = decimals_for_digits(change->value, 1);
    struct known_digits digits = { shown, false };
    if (known < shown)
        digits = digits_known(change->value, change->low, change->high, known);
    change->decimals = digits.decimals;
    change->is_about = digits.is_about;
}

struct figure figure_change(const struct figure *from, const struct figure *to)
{
    struct figure change = { .value = NAN };

    if (isnan(from->value) || isnan(to->value))
        return change;
    double largest = fmax(fabs(from->value), fabs(to->value));
    change.value = without_noise(to->value - from->value, largest);
    change.low = without_noise(to->low - from->high, largest);
    change.high = without_noise(to->high - from->low, largest);
    set_digits(&change, from->decimals < to->decimals ? from->decimals : to->decimals);
    change.is_derived = true;
    return change;
}

static struct amount amount_of_change(const struct chart_pen *pen, const struct model *model,
                                      const struct figure *change)
{
    return (struct amount){ .value = change->value,
                            .low = change->low,
                            .high = change->high,
                            .decimals = change->decimals,
                            .is_about = change->is_about,
                            .as_range = pen->shows_ranges,
                            .unit = strcmp(model->unit, "%") == 0 ? "pp" : "",
                            .multiplier = 0 };
}

const char *pen_change(const struct chart_pen *pen, const struct model *model,
                       const struct figure *change, bool with_power)
{
    const struct amount amount = amount_of_change(pen, model, change);
    const char *text = amount_text(pen->text, pen->arena, &amount, AMOUNT_CHANGE);
    const char *power = with_power ? format_scale(pen->text, pen->arena, model->multiplier) : "";

    if (text == NULL || power == NULL || power[0] == '\0')
        return power != NULL ? text : NULL;
    /* Chinese and Japanese write no space within a figure. */
    bool together = words_count_by_myriads(text_locale(pen->text));
    return pen_in_order(pen, arena_format(pen->arena, "%s%s%s", pen_isolated(pen, text),
                                          together ? "" : "\xC2\xA0", power));
}

const char *pen_spoken_change(const struct chart_pen *pen, const struct model *model,
                              const struct figure *change)
{
    const struct amount amount = amount_of_change(pen, model, change);

    return amount_speech(pen->text, pen->arena, &amount, AMOUNT_CHANGE);
}
