/* pen.c - what everything in a chart is written and drawn with. */
#include "chart/pen.h"

#include <math.h>
#include <string.h>

#include "chart/words/amounts.h"
#include "chart/words/words.h"

#include "period/period.h"
#include "text/format.h"

#define BEGIN_LEFTWARDS    "\xE2\x81\xA7"
#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"
#define BEGIN_ISOLATE      "\xE2\x81\xA8"
#define END_ISOLATE        "\xE2\x81\xA9"

double pen_snap(const struct chart_pen *pen, double at)
{
    return pen->pixel > 0 ? floor(at / pen->pixel + 0.5) * pen->pixel : at;
}

bool pen_failed(const struct chart_pen *pen)
{
    return text_error(pen->text)->status != SHEAF_OK;
}

struct text_line *pen_label(const struct chart_pen *pen, const char *utf8,
                            const struct text_style *style)
{
    return utf8 != NULL ? text_set(pen->text, pen->arena, utf8, style) : NULL;
}

double line_width(const struct text_line *line)
{
    return line != NULL ? line->width : 0;
}

void line_draw_centered(struct scene *scene, const struct text_line *line, double x, double y,
                        enum text_align align)
{
    if (line != NULL)
        text_line_draw(line, scene, x, y + line->cap_height / 2, align);
}

static const char *isolated(const struct chart_pen *pen, const char *begin, const char *words)
{
    if (words == NULL || words[0] == '\0' || !text_is_right_to_left(pen->text))
        return words;
    return arena_format(pen->arena, "%s%s" END_ISOLATE, begin, words);
}

const char *pen_isolated(const struct chart_pen *pen, const char *words)
{
    return isolated(pen, BEGIN_ISOLATE, words);
}

const char *pen_leftwards(const struct chart_pen *pen, const char *words)
{
    bool begins_so = words != NULL && (unsigned char)words[0] >= 0xD6 &&
                     (unsigned char)words[0] <= 0xDF; /* Hebrew, Arabic, Syriac in UTF-8 */

    return words == NULL || begins_so || !text_is_right_to_left(pen->text)
               ? words
               : arena_format(pen->arena, RIGHT_TO_LEFT_MARK "%s", words);
}

const char *pen_in_order(const struct chart_pen *pen, const char *words)
{
    return isolated(pen, BEGIN_LEFTWARDS, words);
}

const char *pen_style_word(const struct chart_pen *pen, enum figure_style style)
{
    static const enum word words[FIGURE_STYLES] = {
        [FIGURE_OWN_ESTIMATE] = WORD_OWN_ESTIMATE,
        [FIGURE_PROVISIONAL] = WORD_PROVISIONAL,
        [FIGURE_ESTIMATED] = WORD_ESTIMATED,
        [FIGURE_FORECAST] = WORD_FORECAST,
    };

    return style == FIGURE_SOLID ? NULL : format_word_inside(pen->text, words[style]);
}

const char *pen_status_words(const struct chart_pen *pen, const struct figure *figure)
{
    const char *words = pen_style_word(pen, figure->style);

    for (unsigned flag = 0; flag < FLAG_COUNT; flag++) {
        if ((figure->flags >> flag & 1) == 0)
            continue;
        const char *word = format_word_inside(pen->text, flag_word(flag));
        const char *comma = punctuation_of(text_locale(pen->text))->comma;
        words = words != NULL ? arena_format(pen->arena, "%s%s%s", words, comma, word) : word;
    }
    return words;
}

static struct amount amount_of_figure(const struct chart_pen *pen, const struct model *model,
                                      const struct figure *figure)
{
    return (struct amount){ .value = figure->value,
                            .low = figure->low,
                            .high = figure->high,
                            .decimals = figure->decimals,
                            .is_about = figure->is_about,
                            .as_range = pen->shows_ranges,
                            .unit = model->unit,
                            .multiplier = model->multiplier };
}

const char *pen_amount(const struct chart_pen *pen, const struct model *model,
                       const struct figure *figure, bool with_unit)
{
    const struct amount amount = amount_of_figure(pen, model, figure);

    return amount_text(pen->text, pen->arena, &amount, with_unit ? AMOUNT_WHOLE : AMOUNT_BARE);
}

const char *pen_spoken(const struct chart_pen *pen, const struct model *model,
                       const struct figure *figure, bool with_unit)
{
    const struct amount amount = amount_of_figure(pen, model, figure);

    return amount_speech(pen->text, pen->arena, &amount, with_unit ? AMOUNT_WHOLE : AMOUNT_BARE);
}

const char *pen_flagged(const struct chart_pen *pen, const char *text, const struct figure *figure)
{
    const char *flags = flags_text(figure->flags, pen->arena);

    if (text == NULL || flags == NULL || flags[0] == '\0')
        return flags != NULL ? text : NULL;
    return arena_format(pen->arena, "%s\xC2\xA0%s", text, flags);
}

const char *pen_blank(const struct chart_pen *pen, const struct figure *figure)
{
    if ((figure->flags & 1U << FLAG_CONFIDENTIAL) != 0)
        return flags_text(figure->flags, pen->arena);
    return pen_flagged(pen, "\xE2\x80\x93", figure);
}

char *pen_period_text(const struct chart_pen *pen, sheaf_period period)
{
    return period_words(pen->text, pen->arena, period, PERIOD_SHORT);
}

const char *pen_unit(const struct chart_pen *pen, const char *unit, int multiplier)
{
    const char *base = strstr(unit, " = ");
    sheaf_period period;

    /* A year is the same in words, or one that the data wrote. */
    if (base == NULL || multiplier != 0 ||
        !sheaf_period_read(unit, (size_t)(base - unit), &period) || period.unit != SHEAF_MONTHS ||
        period.count >= 12)
        return format_unit(pen->text, pen->arena, unit, multiplier);
    const char *words = pen_period_text(pen, period);
    return words != NULL ? arena_format(pen->arena, "%s%s", words, base) : NULL;
}
