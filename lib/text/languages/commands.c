/* commands.c - finds the words of the command line. The English text is the key. */
#include "text/languages/commands.h"

#include <string.h>

#include "sheaf/context.h"
#include "text/languages/language.h"

static const char *const tags[COMMAND_TRANSLATIONS] = { "ru", "kk", "zh", "fr", "de", "ar", "ug" };

static const struct command_words *const tables[] = { command_help_words, command_diff_words,
                                                      command_watch_words, command_new_words,
                                                      command_batch_words };

static const char *find(const struct command_words *words, const char *english, int which)
{
    while (words->english != NULL && strcmp(words->english, english) != 0)
        words++;
    return words->english != NULL ? words->others[which] : NULL;
}

const char *sheaf_command_text(const char *language, const char *english)
{
    const char *tag = language != NULL ? language_of(language)->tag : "en", *found = NULL;
    int which = 0;

    while (which < COMMAND_TRANSLATIONS && strcmp(tags[which], tag) != 0)
        which++;
    if (english == NULL || which == COMMAND_TRANSLATIONS)
        return english;
    for (size_t i = 0; found == NULL && i < sizeof tables / sizeof *tables; i++)
        found = find(tables[i], english, which);
    return found != NULL ? found : english;
}
