/* theme.c - the option --theme of the commands that draw. */
#include "theme.h"

#include <string.h>

#include "reading.h"

int theme_open(const struct command *command, const char *word, sheaf_theme **theme)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    *theme = NULL;
    if (word == NULL)
        return EXIT_FINE;
    bool is_file = strpbrk(word, "./") != NULL;
    *theme = is_file ? sheaf_theme_read(NULL, word) : sheaf_theme_create(NULL, word);
    if (sheaf_theme_status(*theme) == SHEAF_BAD_ARGUMENT)
        return usage_error(command, "%s", sheaf_theme_message(*theme));
    if (sheaf_theme_status(*theme) != SHEAF_OK)
        return report(sheaf_theme_error(*theme));
    for (size_t i = 0; sheaf_theme_warning(*theme, i, &warning); i++)
        print_warning(stderr, &warning);
    return EXIT_FINE;
}
