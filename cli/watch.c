/* watch.c - sheaf watch: a sheet on a page of this machine that follows every change. */
#include "watch.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pairs.h"
#include "told.h"

enum { PORT, LANGUAGE, SET, THEME, FONTS, ROOT, POLL, JSON, QUIET };

static const struct option options[] = {
    [PORT] = { '\0', "port", "N",
               "serve on this port of 127.0.0.1 (8470); 0 takes a\n"
               "free one" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE[,…]",
                   "show the sheet in the first of these languages\n"
                   "(the spec's); the page has them to choose from" },
    [SET] = { '\0', "set", "NAME=VALUE",
              "a parameter of the spec instead of its default;\n"
              "once for each" },
    [THEME] = { '\0', "theme", "NAME|FILE", "colours and sizes instead of the spec's" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
    [ROOT] = { '\0', "root", "FOLDER", "read no data file that is not below this folder" },
    [POLL] = { '\0', "poll", NULL,
               "look at the files four times a second, for folders\n"
               "of other machines that do not tell of changes" },
    [JSON] = { '\0', "json", NULL, "what happens as JSON on standard output, a line each" },
    [QUIET] = { 'q', "quiet", NULL, "tell only the address and mistakes" },
    { '\0', NULL, NULL, NULL },
};

enum { USUAL_PORT = 8470, LARGEST_PORT = 65535 };

static int read_port(const struct command *command, const char *text, unsigned *port)
{
    const size_t digits = text != NULL ? strspn(text, "0123456789") : 0;
    const long value = text != NULL && digits < 6 ? strtol(text, NULL, 10) : USUAL_PORT;

    if (text != NULL && (digits == 0 || digits > 5 || text[digits] != '\0' || value > LARGEST_PORT))
        return usage_error(command, "'%s' is no port; there are 1 to %d, and 0 for a free one",
                           text, LARGEST_PORT);
    *port = (unsigned)value;
    return EXIT_FINE;
}

/* "name=value" each. */
static int check_sets(const struct command *command, const char *const *sets)
{
    for (; *sets != NULL; sets++) {
        const char *equals = strchr(*sets, '=');

        if (equals == NULL || equals == *sets || equals[1] == '\0')
            return usage_error(command, "'%s' in --set is not 'name=value'", *sets);
    }
    return EXIT_FINE;
}

static int check(const struct command *command, const char *const *values,
                 const char *const *operands, int n_operands, struct watch_order *order)
{
    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a spec" : "one spec at a time");
    if (strcmp(operands[0], "-") == 0)
        return usage_error(command, "standard input does not change; name a file");
    if (access(operands[0], F_OK) != 0)
        return usage_error(command, "there is no file %s to watch", operands[0]);
    int code = check_folder(command, "fonts", values[FONTS]);
    if (code == EXIT_FINE)
        code = check_folder(command, "root", values[ROOT]);
    if (code == EXIT_FINE)
        code = check_sets(command, order->sets);
    return code == EXIT_FINE ? read_port(command, values[PORT], &order->port) : code;
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    const char *languages[MOST_PAIRS];
    struct pairs words = { .count = 0 };
    struct watch_order order = { .spec = n_operands > 0 ? operands[0] : NULL,
                                 .languages = languages,
                                 .sets = option_repeated(values),
                                 .theme = values[THEME],
                                 .fonts = values[FONTS],
                                 .root = values[ROOT],
                                 .polls = values[POLL] != NULL,
                                 .quiet = values[QUIET] != NULL,
                                 .json = values[JSON] != NULL };
    int code = check(command, values, operands, n_operands, &order);

    if (code == EXIT_FINE)
        code = words_read(command, "lang", values[LANGUAGE], &words);
    for (size_t i = 0; code == EXIT_FINE && i < words.count; i++)
        code = check_language(command, words.items[i].word);
    for (size_t i = 0; i < words.count; i++)
        languages[order.n_languages++] = words.items[i].word;
    if (order.n_languages > 0)
        tell_in(languages[0]); /* the page around the sheet, too */
    if (code == EXIT_FINE)
        code = watch_serve(&order);
    pairs_free(&words);
    return code;
}

const struct command watch_command = {
    .name = "watch",
    .usage = "SPEC.yaml [OPTION]…",
    .summary = "Show a fact sheet in the browser, drawn anew with every change.",
    .options = options,
    .repeated = "set",
    .examples = "  sheaf watch profile.yaml\n"
                "  sheaf watch profile.yaml --lang en,ru,ar --set partner=DEU\n"
                "  sheaf watch profile.yaml --port 0\n",
    .exits = "0 it was ended by Ctrl-C, 2 the command line is wrong, 3 the system failed.\n"
             "Mistakes in the spec are told and end nothing.",
    .run = run,
};
