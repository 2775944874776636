/* scale.c - what all kinds of scale have in common. */
#include "chart/scale/scale.h"

#include "text/format.h"

double scale_position(const struct scale *scale, double value)
{
    return scale->type->position(scale, value);
}

double scale_invert(const struct scale *scale, double position)
{
    return scale->type->invert(scale, position);
}

void scale_nice(struct scale *scale, size_t most)
{
    if (scale->type->nice != NULL)
        scale->type->nice(scale, most);
}

struct ticks scale_ticks(const struct scale *scale)
{
    struct ticks ticks = { .count = 0 };

    if (scale->type->ticks != NULL)
        scale->type->ticks(scale, &ticks);
    return ticks;
}

int scale_decimals(const struct scale *scale, double tick)
{
    return scale->type->decimals != NULL ? scale->type->decimals(scale, tick) : 0;
}

const char *scale_format(const struct scale *scale, struct text *text, struct arena *arena,
                         double tick)
{
    return format_number(text, arena, tick, scale_decimals(scale, tick));
}
