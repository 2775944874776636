/* status_flags.c - a row for each flag: what it stands for, its letter and its word. */
#include "chart/model/status_flags.h"

#include <math.h>

#include "series/series.h"

static const struct {
    sheaf_observation_status status; /* 0: none of SDMX's */
    const char *letter;
    enum word word;
} rows[FLAG_COUNT] = {
    [FLAG_COMPUTED] = { 0, "d", WORD_COMPUTED },
    [FLAG_OWN_ESTIMATE] = { 0, "est", WORD_OWN_ESTIMATE },
    [FLAG_PROVISIONAL] = { SHEAF_PROVISIONAL, "p", WORD_PROVISIONAL },
    [FLAG_ESTIMATED] = { SHEAF_ESTIMATED, "e", WORD_ESTIMATED },
    [FLAG_FORECAST] = { SHEAF_FORECAST, "f", WORD_FORECAST },
    [FLAG_IMPUTED] = { SHEAF_IMPUTED, "i", WORD_IMPUTED },
    [FLAG_UNVALIDATED] = { SHEAF_UNVALIDATED, "v", WORD_UNVALIDATED },
    [FLAG_EXPERIMENTAL] = { SHEAF_EXPERIMENTAL, "g", WORD_EXPERIMENTAL },
    [FLAG_LOW_RELIABILITY] = { SHEAF_LOW_RELIABILITY, "u", WORD_LOW_RELIABILITY },
    [FLAG_BREAK] = { SHEAF_BREAK, "b", WORD_BREAK },
    [FLAG_DEFINITION_DIFFERS] = { SHEAF_DEFINITION_DIFFERS, "def", WORD_DEFINITION_DIFFERS },
    [FLAG_REVISED] = { 0, "r", WORD_REVISED },
    [FLAG_NOT_SIGNIFICANT] = { SHEAF_NOT_SIGNIFICANT, "n", WORD_NOT_SIGNIFICANT },
    [FLAG_MISSING] = { SHEAF_MISSING, "o", WORD_MISSING },
    [FLAG_NOT_COLLECTED] = { SHEAF_NOT_COLLECTED, "l", WORD_NOT_COLLECTED },
    [FLAG_CANNOT_EXIST] = { SHEAF_CANNOT_EXIST, "m", WORD_CANNOT_EXIST },
    [FLAG_NOT_COMPUTED] = { 0, "nc", WORD_NOT_COMPUTED },
    [FLAG_SUPPRESSED] = { SHEAF_SUPPRESSED, "q", WORD_SUPPRESSED },
    [FLAG_CONFIDENTIAL] = { 0, "c", WORD_CONFIDENTIAL },
};

static unsigned flag_of_origin(const sheaf_observation *observation, sheaf_flags wanted)
{
    switch (sheaf_observation_origin(observation)) {
    case SHEAF_ORIGIN_ESTIMATED:
        return 1U << FLAG_OWN_ESTIMATE;
    case SHEAF_ORIGIN_COMPUTED:
        return wanted == SHEAF_FLAGS_ALL ? 1U << FLAG_COMPUTED : 0;
    default:
        return 0;
    }
}

unsigned flags_of(const sheaf_observation *observation, sheaf_flags wanted)
{
    bool has_value = !isnan(observation->value);
    unsigned flags = has_value ? flag_of_origin(observation, wanted) : 0;

    if (observation_is_confidential(observation))
        return 1U << FLAG_CONFIDENTIAL;
    if (has_value && wanted == SHEAF_FLAGS_NONE)
        return 0;
    if (!has_value && observation->derived && observation->status == SHEAF_CANNOT_EXIST)
        return 1U << FLAG_NOT_COMPUTED;
    for (unsigned flag = 0; observation->status != SHEAF_NORMAL && flag < FLAG_COUNT; flag++)
        if (rows[flag].status != 0 && observation->status == rows[flag].status)
            flags |= 1U << flag;
    return flags;
}

const char *flags_text(unsigned flags, struct arena *arena)
{
    const char *letters = "";

    for (unsigned flag = 0; flag < FLAG_COUNT && letters != NULL; flag++)
        if ((flags >> flag & 1) != 0)
            letters = arena_format(arena, "%s%s%s", letters, letters[0] != '\0' ? ", " : "",
                                   rows[flag].letter);
    if (letters == NULL || letters[0] == '\0')
        return letters;
    return arena_format(arena, "[%s]", letters);
}

const char *flag_letter(enum status_flag flag)
{
    return rows[flag].letter;
}

enum word flag_word(enum status_flag flag)
{
    return rows[flag].word;
}
