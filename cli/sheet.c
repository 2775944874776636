/* sheet.c - sheaf sheet: a spec to a PDF. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "spec.h"
#include "theme.h"

enum { OUTPUT, SET, LANGUAGE, FLAGS, FONTS, THEME, PDF, ATTACHMENTS, ROOT };

static const struct option options[] = {
    [OUTPUT] = { 'o', "output", "FILE.pdf", "write here; - is standard output" },
    [SET] = { '\0', "set", "NAME=VALUE",
              "a parameter of the spec instead of its default;\n"
              "once for each" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE",
                   "the spec's texts, numbers, periods and Sheaf's own\n"
                   "words in this language (en, ru, kk, zh, fr, de, ar,\n"
                   "ug) instead of the spec's" },
    [FLAGS] = { '\0', "flags", "WHICH",
                "which figures are told apart: estimated ones and\n"
                "those that their source flags (estimated, the\n"
                "default), computed ones too (all), or none" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
    [THEME] = { '\0', "theme", "NAME|FILE",
                "colours and sizes instead of the spec's: default,\n"
                "print, dark, high-contrast, analysis, or a file\n"
                "house.yaml" },
    [PDF] = { '\0', "pdf", "VERSION",
              "1.7, PDF/UA-1 with PDF/A-3a (the default), or 2.0,\n"
              "PDF/UA-2 with PDF/A-4f" },
    [ATTACHMENTS] = { '\0', "attachments", "yes|no",
                      "whether the PDF holds the data of its charts and\n"
                      "tables, the spec, and where each figure is from\n"
                      "(yes, the default)" },
    [ROOT] = { '\0', "root", "FOLDER", "read no data file that is not below this folder" },
    { '\0', NULL, NULL, NULL },
};

/* A name without an ending may be a device or a pipe. Any other ending than .pdf is a mistake. */
static bool names_a_pdf(const char *output)
{
    const char *suffix = strrchr(output, '.');

    return suffix == NULL || strchr(suffix, '/') != NULL || strcasecmp(suffix, ".pdf") == 0;
}

/* What kind of PDF it is to be. Returns an exit code. */
static int check_kind(const struct command *command, const char *const *values)
{
    const char *pdf = values[PDF], *attachments = values[ATTACHMENTS];

    if (pdf != NULL && strcmp(pdf, "1.7") != 0 && strcmp(pdf, "2.0") != 0)
        return usage_error(command, "--pdf is 1.7 or 2.0, not '%s'", pdf);
    if (attachments != NULL && strcmp(attachments, "yes") != 0 && strcmp(attachments, "no") != 0)
        return usage_error(command, "--attachments is yes or no, not '%s'", attachments);
    return EXIT_FINE;
}

/* The day of SOURCE_DATE_EPOCH (reproducible-builds.org), seconds since 1970, for a sheet that has no
 * date of its own; day: "" where it is not set. Returns an exit code. */
static int day_of_epoch(const struct command *command, char day[16])
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    long long seconds = 0;
    struct tm utc;

    day[0] = '\0';
    if (epoch == NULL || epoch[0] == '\0')
        return EXIT_FINE;
    if (strspn(epoch, "0123456789") != strlen(epoch) || strlen(epoch) > 11)
        return usage_error(command, "SOURCE_DATE_EPOCH is seconds since 1970, not '%s'", epoch);
    for (const char *at = epoch; *at != '\0'; at++)
        seconds = seconds * 10 + (*at - '0');
    const time_t time = (time_t)seconds;
    if (gmtime_r(&time, &utc) != NULL)
        strftime(day, 16, "%Y-%m-%d", &utc);
    return EXIT_FINE;
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    const char *output = values[OUTPUT];

    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a spec" : "one spec at a time");
    if (output == NULL)
        return usage_error(command, "name the output: -o FILE.pdf");
    if (!names_a_pdf(output))
        return usage_error(command, "a sheet is a PDF; end '%s' in .pdf", output);
    bool to_standard_output = strcmp(output, "-") == 0;
    if (to_standard_output && isatty(STDOUT_FILENO))
        return usage_error(command, "a PDF is not for a terminal; name a file");

    if (check_folder(command, "fonts", values[FONTS]) != EXIT_FINE ||
        check_folder(command, "root", values[ROOT]) != EXIT_FINE ||
        check_output(command, output, operands[0]) != EXIT_FINE)
        return EXIT_USAGE;

    sheaf_flags flags = SHEAF_FLAGS_ESTIMATED;
    if (check_flags(command, values[FLAGS], &flags) != EXIT_FINE)
        return EXIT_USAGE;

    if (check_kind(command, values) != EXIT_FINE)
        return EXIT_USAGE;

    char day[16];
    if (day_of_epoch(command, day) != EXIT_FINE)
        return EXIT_USAGE;

    sheaf_theme *theme;
    int code = theme_open(command, values[THEME], &theme);
    if (code != EXIT_FINE) {
        sheaf_theme_destroy(theme);
        return code;
    }
    sheaf_context *context = reading_context();
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    sheaf_context_destroy(context); /* the sheet holds it */
    sheaf_sheet_set_root(sheet, values[ROOT]);
    sheaf_sheet_load(sheet, operands[0]);
    if (values[LANGUAGE] != NULL)
        sheaf_sheet_set_language(sheet, values[LANGUAGE]);
    if (values[FLAGS] != NULL)
        sheaf_sheet_set_flags(sheet, flags);
    sheaf_sheet_set_made(sheet, day);
    if (values[PDF] != NULL)
        sheaf_sheet_set_pdf(sheet, strcmp(values[PDF], "2.0") == 0 ? SHEAF_PDF_2_0 : SHEAF_PDF_1_7);
    if (values[ATTACHMENTS] != NULL)
        sheaf_sheet_set_attachments(sheet, strcmp(values[ATTACHMENTS], "yes") == 0);
    if (values[FONTS] != NULL)
        sheaf_sheet_set_font_folder(sheet, values[FONTS]);
    if (theme != NULL)
        sheaf_sheet_set_theme(sheet, theme);
    sheaf_theme_destroy(theme);
    code = set_parameters(command, values, sheet);
    if (code != EXIT_FINE) {
        sheaf_sheet_destroy(sheet);
        return code;
    }
    if (to_standard_output)
        sheaf_sheet_write_pdf_sink(sheet, standard_output());
    else
        sheaf_sheet_write_pdf(sheet, output);
    print_sheet_warnings(stderr,
                         sheet); /* about its data, and about characters that are not drawn */
    code = report_sheet(sheet);
    sheaf_sheet_destroy(sheet);
    return code;
}

const struct command sheet_command = {
    .name = "sheet",
    .usage = "SPEC.yaml -o FILE.pdf [OPTION]…",
    .summary = "Make a fact sheet: a spec and its data to a PDF.",
    .options = options,
    .repeated = "set",
    .examples = "  sheaf sheet kaz-chn.yaml -o kaz-chn.pdf\n"
                "  sheaf sheet kaz-chn.yaml --lang ru -o kaz-chn.ru.pdf\n"
                "  sheaf sheet partner.yaml --set partner=DEU -o deu.pdf\n"
                "  sheaf sheet - -o - < kaz-chn.yaml > kaz-chn.pdf\n",
    .run = run,
};
