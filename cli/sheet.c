/* sheet.c - sheaf sheet: a spec to a PDF or to a page of the web, in one language or several. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "depfile.h"
#include "languages.h"
#include "preview.h"
#include "progress.h"
#include "spec.h"
#include "theme.h"

enum {
    OUTPUT,
    SET,
    LANGUAGE,
    FLAGS,
    FONTS,
    THEME,
    PDF,
    ATTACHMENTS,
    ROOT,
    DEPFILE,
    DEPFILE_FORMAT,
    QUIET
};

static const struct option options[] = {
    [OUTPUT] = { 'o', "output", "FILE",
                 "write here, FILE.pdf or FILE.html; - is a PDF to\n"
                 "standard output; {lang} stands for the language;\n"
                 "without it the first page is shown in the terminal" },
    [SET] = { '\0', "set", "NAME=VALUE",
              "a parameter of the spec instead of its default;\n"
              "once for each" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE[,…]",
                   "the spec's texts, numbers, periods and Sheaf's own\n"
                   "words in this language (en, ru, kk, zh, fr, de, ar,\n"
                   "ug) instead of the spec's; several make a file each" },
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
    [DEPFILE] = DEPFILE_OPTION,
    [DEPFILE_FORMAT] = DEPFILE_FORMAT_OPTION,
    [QUIET] = QUIET_OPTION,
    { '\0', NULL, NULL, NULL },
};

static bool ends_in(const char *output, const char *ending)
{
    const char *suffix = strrchr(output, '.');

    return suffix != NULL && strchr(suffix, '/') == NULL && strcasecmp(suffix, ending) == 0;
}

/* A name without an ending may be a device or a pipe, and gets a PDF. */
static bool names_a_sheet(const char *output)
{
    const char *suffix = strrchr(output, '.');

    return suffix == NULL || strchr(suffix, '/') != NULL || ends_in(output, ".pdf") ||
           ends_in(output, ".html");
}

/* What all languages of the sheet share. */
struct order {
    const struct command *command;
    const char *const *values;
    const char *spec;
    sheaf_flags flags;
    char day[16]; /* in the metadata of a sheet without a date; "": none */
    const sheaf_theme *theme;
    bool previews; /* in the terminal, as no output is named */
    struct languages languages;
    struct depfile depfile;
};

/* The pages of the other languages, as this one links to them. */
static void add_translations(const struct order *order, const struct output *output,
                             sheaf_sheet *sheet)
{
    for (size_t i = 0; i < order->languages.n && order->languages.n > 1; i++) {
        const struct output *other = &order->languages.outputs[i];
        char *address = address_from(output->path, other->path);

        sheaf_sheet_add_translation(sheet, other->language, address);
        free(address);
    }
}

/* As wide as the terminal, and at most 150 dots an inch. */
static double preview_dots(const struct preview *preview, sheaf_sheet *sheet)
{
    enum { LEAST = 18, MOST = 150 };
    struct preview_png png = { NULL, 0, 0 };
    unsigned width = 0, height = 0;
    double dots = 72;

    if (sheaf_sheet_write_png_sink(sheet, 0, LEAST, preview_sink(&png)) == SHEAF_OK &&
        preview_size(&png, &width, &height) && width > 0)
        dots = LEAST * preview->width / width;
    preview_free(&png);
    return dots < LEAST ? LEAST : dots > MOST ? MOST : dots;
}

/* The first page. Returns an exit code; what the sheet's error tells is no part of it. */
static int preview_sheet(sheaf_sheet *sheet)
{
    const struct preview preview = preview_ask();
    struct preview_png png = { NULL, 0, 0 };
    size_t pages = 0;
    int code = EXIT_FINE;

    if (sheaf_sheet_page_count(sheet, &pages) != SHEAF_OK)
        return EXIT_FINE;
    const double dots = preview_dots(&preview, sheet);
    if (sheaf_sheet_write_png_sink(sheet, 0, dots, preview_sink(&png)) == SHEAF_OK)
        code = preview_show(&preview, &png);
    if (code == EXIT_FINE && pages > 1 && png.n > 0)
        fprintf(stderr, "sheaf: page 1 of %zu; -o FILE.pdf writes all\n", pages);
    preview_free(&png);
    return code;
}

static void write_sheet(const char *path, sheaf_sheet *sheet)
{
    if (strcmp(path, "-") == 0)
        sheaf_sheet_write_pdf_sink(sheet, standard_output());
    else if (ends_in(path, ".html"))
        sheaf_sheet_write_html(sheet, path);
    else
        sheaf_sheet_write_pdf(sheet, path);
}

static int make_sheet(struct order *order, const struct output *output)
{
    sheaf_context *context = reading_context();
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    sheaf_context_destroy(context); /* the sheet holds it */
    sheaf_sheet_set_root(sheet, order->values[ROOT]);
    progress_begin();
    sheaf_sheet_load(sheet, order->spec);
    progress_end();
    if (output->language != NULL)
        sheaf_sheet_set_language(sheet, output->language);
    if (order->values[FLAGS] != NULL)
        sheaf_sheet_set_flags(sheet, order->flags);
    sheaf_sheet_set_made(sheet, order->day);
    if (order->values[PDF] != NULL)
        sheaf_sheet_set_pdf(sheet,
                            strcmp(order->values[PDF], "2.0") == 0 ? SHEAF_PDF_2_0 : SHEAF_PDF_1_7);
    if (order->values[ATTACHMENTS] != NULL)
        sheaf_sheet_set_attachments(sheet, strcmp(order->values[ATTACHMENTS], "yes") == 0);
    if (order->values[FONTS] != NULL)
        sheaf_sheet_set_font_folder(sheet, order->values[FONTS]);
    if (order->theme != NULL)
        sheaf_sheet_set_theme(sheet, order->theme);
    int code = set_parameters(order->command, order->values, sheet);
    if (code == EXIT_FINE) {
        add_translations(order, output, sheet);
        progress_begin();
        if (order->previews)
            code = preview_sheet(sheet);
        else
            write_sheet(output->path, sheet);
        progress_end();
        print_sheet_warnings(stderr, sheet); /* its data, and characters that are not drawn */
        const int reported = report_sheet(sheet);
        code = reported != EXIT_FINE ? reported : code;
        depfile_add_output(&order->depfile, output->path);
        for (size_t i = 0; sheaf_sheet_input(sheet, i) != NULL; i++)
            depfile_add_input(&order->depfile, sheaf_sheet_input(sheet, i));
    }
    sheaf_sheet_destroy(sheet);
    return code;
}

static int make_all(struct order *order)
{
    int code = EXIT_FINE;

    for (size_t i = 0; i < order->languages.n && code == EXIT_FINE && !order->previews; i++)
        code = check_output(order->command, order->languages.outputs[i].path, order->spec);
    for (size_t i = 0; i < order->languages.n && code == EXIT_FINE; i++)
        code = make_sheet(order, &order->languages.outputs[i]);
    depfile_add_theme(&order->depfile, order->theme);
    return code == EXIT_FINE ? depfile_write(&order->depfile) : code;
}

static int check(const struct order *order, int n_operands)
{
    const struct command *command = order->command;
    const char *output = order->values[OUTPUT];

    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a spec" : "one spec at a time");
    if (order->previews)
        output = "-";
    if (output == NULL)
        return usage_error(command, "name the output: -o FILE.pdf or -o FILE.html");
    if (!names_a_sheet(output))
        return usage_error(
            command, "a sheet is a PDF or a page of the web; end '%s' in .pdf or .html", output);
    if (strcmp(output, "-") == 0 && isatty(STDOUT_FILENO) && !order->previews)
        return usage_error(command, "a PDF is not for a terminal; name a file");
    if (check_folder(command, "fonts", order->values[FONTS]) != EXIT_FINE ||
        check_folder(command, "root", order->values[ROOT]) != EXIT_FINE)
        return EXIT_USAGE;
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
    struct order order = { .command = command,
                           .values = values,
                           .flags = SHEAF_FLAGS_ESTIMATED,
                           .previews = values[OUTPUT] == NULL && preview_is_possible() };
    const char *output = order.previews ? "-" : values[OUTPUT];
    int code = check(&order, n_operands);

    if (code != EXIT_FINE)
        return code;
    order.spec = operands[0];
    if (check_flags(command, values[FLAGS], &order.flags) != EXIT_FINE ||
        check_pdf(command, values[PDF], values[ATTACHMENTS]) != EXIT_FINE ||
        depfile_open(command, values[DEPFILE], values[DEPFILE_FORMAT],
                     output != NULL && strcmp(output, "-") != 0, &order.depfile) != EXIT_FINE ||
        day_of_epoch(command, order.day) != EXIT_FINE)
        return EXIT_USAGE;
    sheaf_theme *theme = NULL;
    code = theme_open(command, values[THEME], &theme);
    order.theme = theme;
    if (code == EXIT_FINE)
        code = languages_read(command, values[LANGUAGE], output, &order.languages);
    if (code == EXIT_FINE)
        code = make_all(&order);
    languages_free(&order.languages);
    depfile_free(&order.depfile);
    sheaf_theme_destroy(theme);
    return code;
}

const struct command sheet_command = {
    .name = "sheet",
    .usage = "SPEC.yaml [-o FILE.pdf|FILE.html] [OPTION]…",
    .summary = "Make a fact sheet: a spec and its data to a PDF or a page of the web.",
    .options = options,
    .repeated = "set",
    .examples = "  sheaf sheet kaz-chn.yaml -o kaz-chn.pdf\n"
                "  sheaf sheet kaz-chn.yaml --lang ru -o kaz-chn.ru.pdf\n"
                "  sheaf sheet kaz-chn.yaml --lang en,ru -o 'out/{lang}.html'\n"
                "  sheaf sheet partner.yaml --set partner=DEU -o deu.pdf\n"
                "  sheaf sheet - -o - < kaz-chn.yaml > kaz-chn.pdf\n",
    .run = run,
};
