/* status_marks.c - a row for each mark: what it stands for, its letter and its word. */
#include "chart/model/status_marks.h"

#include <math.h>

#include "series/series.h"

static const struct {
    sheaf_observation_status status; /* 0: none of SDMX's */
    const char *letter;
    enum word word;
} rows[MARK_COUNT] = {
    [MARK_DERIVED] = { 0, "d", WORD_DERIVED },
    [MARK_PROVISIONAL] = { SHEAF_PROVISIONAL, "p", WORD_PROVISIONAL },
    [MARK_ESTIMATED] = { SHEAF_ESTIMATED, "e", WORD_ESTIMATED },
    [MARK_FORECAST] = { SHEAF_FORECAST, "f", WORD_FORECAST },
    [MARK_IMPUTED] = { SHEAF_IMPUTED, "i", WORD_IMPUTED },
    [MARK_UNVALIDATED] = { SHEAF_UNVALIDATED, "v", WORD_UNVALIDATED },
    [MARK_EXPERIMENTAL] = { SHEAF_EXPERIMENTAL, "g", WORD_EXPERIMENTAL },
    [MARK_LOW_RELIABILITY] = { SHEAF_LOW_RELIABILITY, "u", WORD_LOW_RELIABILITY },
    [MARK_BREAK] = { SHEAF_BREAK, "b", WORD_BREAK },
    [MARK_DEFINITION_DIFFERS] = { SHEAF_DEFINITION_DIFFERS, "def", WORD_DEFINITION_DIFFERS },
    [MARK_NOT_SIGNIFICANT] = { SHEAF_NOT_SIGNIFICANT, "n", WORD_NOT_SIGNIFICANT },
    [MARK_MISSING] = { SHEAF_MISSING, "o", WORD_MISSING },
    [MARK_NOT_COLLECTED] = { SHEAF_NOT_COLLECTED, "l", WORD_NOT_COLLECTED },
    [MARK_CANNOT_EXIST] = { SHEAF_CANNOT_EXIST, "m", WORD_CANNOT_EXIST },
    [MARK_SUPPRESSED] = { SHEAF_SUPPRESSED, "q", WORD_SUPPRESSED },
    [MARK_CONFIDENTIAL] = { 0, "c", WORD_CONFIDENTIAL },
};

unsigned marks_of(const sheaf_observation *observation)
{
    bool is_derived = observation->derived && !isnan(observation->value);
    unsigned marks = is_derived ? 1U << MARK_DERIVED : 0;

    if (observation_is_confidential(observation))
        return 1U << MARK_CONFIDENTIAL;
    for (unsigned mark = 0; mark < MARK_COUNT; mark++)
        if (rows[mark].status != 0 && observation->status == rows[mark].status)
            marks |= 1U << mark;
    return marks;
}

const char *marks_text(unsigned marks, struct arena *arena)
{
    const char *letters = "";

    for (unsigned mark = 0; mark < MARK_COUNT && letters != NULL; mark++)
        if ((marks >> mark & 1) != 0)
            letters = arena_format(arena, "%s%s%s", letters, letters[0] != '\0' ? ", " : "",
                                   rows[mark].letter);
    if (letters == NULL || letters[0] == '\0')
        return letters;
    return arena_format(arena, "[%s]", letters);
}

enum word mark_word(enum status_mark mark)
{
    return rows[mark].word;
}
