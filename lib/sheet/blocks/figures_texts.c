/* figures_texts.c - the texts of key figures: value, unit and mark, label, change.
 *
 * All values of a block have one size. What stands after a value's last digit (its scale and
 * unit) is smaller than the value, and so is the sign in front of a figure that hardly holds: beside
 * a minus and a currency it would be as heavy as the figure. */
#include "sheet/blocks/figures_parts.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/words/amounts.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "text/format.h"

static const char *skip_blanks(const char *text)
{
    for (;;) {
        if (*text == ' ')
            text++;
        else if (strncmp(text, "\xC2\xA0", 2) == 0)
            text += 2;
        else if (strncmp(text, "\xE2\x80\xAF", 3) == 0)
            text += 3;
        else
            return text;
    }
}

static const char *write_value(struct sheet_layout *layout, const struct key_figure *figure)
{
    if (isnan(figure->observation.value))
        return format_word(layout->text, WORD_NO_VALUE);

    struct amount amount = amount_alone(figure->series, &figure->observation, figure->decimals);

    amount.as_range = figure->display.ranges;
    return amount_text(layout->text, &layout->arena, &amount, AMOUNT_WHOLE);
}

/* Sets the parts of a value: number, unit, status mark. */
static bool set_value(struct sheet_layout *layout, const struct key_figure *figure, double size,
                      struct set_figure *set)
{
    const struct theme *theme = layout->theme;
    struct text_style large = theme->figure_value, small = theme->figure_unit;
    struct text_style mark = theme->figure_label;
    const char *value = write_value(layout, figure);
    set->flags = flags_of(&figure->observation, layout_flags(layout, &figure->display));
    const char *letters = flags_text(set->flags, &layout->arena);

    if (value == NULL || letters == NULL)
        return false;
    small.size = fmax(small.size * size / large.size, FIGURES_MIN_UNIT_SIZE);
    large.size = size;
    mark.size = theme->note.size;
    mark.color = theme->weak;
    size_t n = digits_end(value);
    if (value[n] == '%')
        n++;
    const char *number = arena_text(&layout->arena, value, n), *unit = skip_blanks(value + n);
    if (number == NULL)
        return false;
    set->value_words = value;
    set->value = text_set(layout->text, &layout->arena, number, &large);
    set->unit = unit[0] != '\0' ? text_set(layout->text, &layout->arena, unit, &small) : NULL;
    set->mark = letters[0] != '\0' ? text_set(layout->text, &layout->arena, letters, &mark) : NULL;
    return layout_is_well(layout);
}

static const char *label_words(struct sheet_layout *layout, const struct key_figure *figure)
{
    sheaf_period period = figure->observation.period;

    if (figure->label != NULL)
        return markup_text(figure->label, layout->text, &layout->arena, period);
    const char *name = series_label(layout, figure->series);
    const char *when =
        unbroken(&layout->arena, period_words(layout->text, &layout->arena, period, PERIOD_SHORT));
    return name != NULL && when != NULL
               ? arena_format(&layout->arena, "%s%s%s", name,
                              punctuation_of(text_locale(layout->text))->comma, when)
               : NULL;
}

static bool set_change(struct sheet_layout *layout, const struct key_figure *figure,
                       struct set_figure *set)
{
    const sheaf_observation *change = &figure->change;
    struct text_style weak = layout->theme->note;

    if (figure->growth == NULL)
        return true;
    struct amount amount = amount_of(figure->growth, change, 0, DECIMALS_FOR_PEOPLE);
    amount.as_range = figure->display.ranges;
    const char *percent = amount_text(layout->text, &layout->arena, &amount, AMOUNT_CHANGE);
    set->change_flags = flags_of(change, layout_flags(layout, &figure->display));
    const char *mark = flags_text(set->change_flags, &layout->arena);
    if (percent == NULL || mark == NULL)
        return false;
    weak.color = layout->theme->weak;
    set->direction = isnan(amount.value) ? 0 : amount_direction(&amount);
    set->change_words = percent;
    set->change = text_set(layout->text, &layout->arena, percent, &layout->theme->figure_change);
    set->change_flag = mark[0] != '\0' ? text_set(layout->text, &layout->arena, mark, &weak) : NULL;
    return layout_is_well(layout);
}

bool figures_set_texts(struct sheet_layout *layout, struct figures_plan *planned,
                       const struct key_figure *figure)
{
    for (size_t i = 0; i < planned->n; i++, figure = figure->next) {
        struct set_figure *set = &planned->figures[i];
        set->figure = figure;
        set->label_words = label_words(layout, figure);
        set->label_language = markup_language(figure->label);
        if (set->label_words == NULL ||
            !set_value(layout, figure, layout->theme->figure_value.size, set) ||
            !set_change(layout, figure, set))
            return false;
    }
    return true;
}

bool figures_set_values(struct sheet_layout *layout, struct figures_plan *planned,
                        const struct key_figure *figure, double factor)
{
    double size = layout->theme->figure_value.size * factor;

    for (size_t i = 0; i < planned->n; i++, figure = figure->next)
        if (!set_value(layout, figure, size, &planned->figures[i]))
            return false;
    return true;
}

static bool set_lines(struct sheet_layout *layout, const struct figures_plan *planned,
                      struct set_figure *set)
{
    const struct text_style *style = &layout->theme->figure_label;
    struct text_style own = *style;
    const struct text_span label = { set->label_words, &own, NULL };
    const struct text_span base = { planned->base_words, style, NULL };

    own.language = set->label_language;
    set->label = text_wrap(layout->text, &layout->arena, &label, 1, set->width, 0);
    if (set->change != NULL)
        set->base = text_wrap(layout->text, &layout->arena, &base, 1, set->width, 0);
    return layout_is_well(layout);
}

bool figures_set_lines(struct sheet_layout *layout, struct figures_plan *planned)
{
    for (size_t i = 0; i < planned->n; i++)
        if (!set_lines(layout, planned, &planned->figures[i]))
            return false;
    return true;
}
