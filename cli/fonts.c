/* fonts.c - sheaf fonts: the faces that draw each script here, and those that draw a text. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "told.h"

enum { TEXT, FONTS, LANGUAGE, JSON };

static const struct option options[] = {
    [TEXT] = { 't', "text", "TEXT", "which faces draw this" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE",
                   "the language of the text: Chinese and Japanese have\n"
                   "faces of their own" },
    [JSON] = { '\0', "json", NULL, "the faces, and messages, as JSON, a line each" },
    { '\0', NULL, NULL, NULL },
};

/* A few letters of each, those that its faces are likely to lack among them. */
static const struct {
    const char *script, *language, *letters;
} scripts[] = {
    { "Latin", "en", "Ag\u0131\u0219\u1E9E" },
    { "Cyrillic", "ru", "\u0416\u044F\u0451" },
    { "Cyrillic (Kazakh)", "kk", "\u04D8\u0493\u049B\u04B1" },
    { "Greek", "el", "\u03A9\u03C8" },
    { "Arabic", "ar", "\u0639\u0631\u0628\u064A" },
    { "Arabic (Uyghur)", "ug", "\u0626\u06C7\u064A\u063A\u06CB" },
    { "Han (simplified)", "zh-Hans", "\u6C49\u8D38" },
    { "Han (traditional)", "zh-Hant", "\u6F22\u8CBF" },
    { "Kana and Han", "ja", "\u3042\u30AB\u8CBF" },
    { "Hangul", "ko", "\uD55C\uAD6D" },
    { "Armenian", "hy", "\u0531\u0575" },
    { "Georgian", "ka", "\u10E5\u10D0" },
    { "Hebrew", "he", "\u05E2\u05D1" },
    { "Devanagari", "hi", "\u0939\u093F" },
    { "Bengali", "bn", "\u09AC\u09BE" },
    { "Tamil", "ta", "\u0BA4\u0BAE" },
    { "Thai", "th", "\u0E44\u0E17" },
    { "Ethiopic", "am", "\u12A0\u121B" },
    { "Mongolian", "mn-Mong", "\u182E\u1823" },
    { "signs", "en", "\u20B8\u20BD\u2212\u2191\u2713\u265A" },
};

static const char *face_name(const sheaf_face_run *run)
{
    return run->is_missing ? "no face" : run->face;
}

static const char *face_origin(const sheaf_face_run *run)
{
    return run->is_missing ? "a box stands for it" : run->is_linked ? "built in" : "installed";
}

static void print_json_run(const char *key, const char *value, const sheaf_face_run *run)
{
    printf("{\"%s\": ", key);
    print_json_text(stdout, value);
    fputs(", \"face\": ", stdout);
    if (run->is_missing)
        fputs("null", stdout);
    else
        print_json_text(stdout, run->face);
    printf(", \"built_in\": %s}\n", run->is_linked ? "true" : "false");
}

/* Of each script its faces, mostly one. */
static void list_scripts(sheaf_context *context, const char *folder, bool as_json)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        sheaf_face_run run = SHEAF_FACE_RUN_INIT;
        const char *title = scripts[i].script;

        for (size_t at = 0;
             sheaf_text_face(context, scripts[i].language, folder, scripts[i].letters, at, &run);
             at = run.end) {
            if (as_json)
                print_json_run("script", scripts[i].script, &run);
            else
                printf("%-18s  %-28s %s\n", title, face_name(&run), face_origin(&run));
            title = "";
        }
    }
}

/* Returns whether all has a face. */
static bool list_runs(sheaf_context *context, const char *const *values, bool as_json)
{
    const char *text = values[TEXT];
    sheaf_face_run run = SHEAF_FACE_RUN_INIT;
    bool is_covered = true;

    for (size_t at = 0; sheaf_text_face(context, values[LANGUAGE], values[FONTS], text, at, &run);
         at = run.end) {
        char part[1024], shown[3 * sizeof part];

        snprintf(part, sizeof part, "%.*s", (int)(run.end - run.begin), text + run.begin);
        sheaf_printable(part, shown, sizeof shown);
        is_covered &= !run.is_missing;
        if (as_json)
            print_json_run("text", shown, &run);
        else
            printf("%-28s %-20s %s\n", face_name(&run), face_origin(&run), shown);
    }
    return is_covered;
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    const bool as_json = values[JSON] != NULL;

    (void)operands;
    if (n_operands > 0)
        return usage_error(command, "it takes no operand; a text is given with --text");
    if (values[TEXT] != NULL && values[TEXT][0] == '\0')
        return usage_error(command, "the text is empty");
    if (check_folder(command, "fonts", values[FONTS]) != EXIT_FINE)
        return EXIT_USAGE;
    sheaf_context *context = sheaf_context_create(NULL);
    int code = EXIT_FINE;
    if (sheaf_context_status(context) != SHEAF_OK)
        code = out_of_memory();
    else if (values[TEXT] == NULL)
        list_scripts(context, values[FONTS], as_json);
    else if (!list_runs(context, values, as_json))
        code = EXIT_INPUT;
    sheaf_context_destroy(context);
    const int printed = finish_output();
    return printed != EXIT_FINE ? printed : code;
}

const struct command fonts_command = {
    .name = "fonts",
    .usage = "[--text TEXT] [OPTION]\u2026",
    .summary = "List the faces that draw each script here, or those that draw a text.",
    .options = options,
    .examples = "  sheaf fonts\n"
                "  sheaf fonts --text 'Товарооборот 贸易'\n"
                "  sheaf fonts --lang ja --text '貿易' --fonts ./faces\n",
    .exits = "0 all is well, 1 the text has characters without a face, 2 the command line\n"
             "is wrong, 3 the system failed.",
    .run = run,
};
