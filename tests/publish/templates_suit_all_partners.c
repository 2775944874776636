/* templates_suit_all_partners.c - the sample for many partners is a sheet for each of the 235 of a public
 * file, in each of its languages: none fails, none is warned of, none shows a code for a name.
 *
 * The file lies in ../shared/data, beside the sources. Where it is not, this is skipped. */
#include "support/check.h"

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "support/golden.h"

#define SHARED "../shared/data/uk-all-partners/uk-total-trade-all-countries-annual.csv"

enum { PARTNERS = 235 };

struct partners {
    char codes[PARTNERS + 1][3];
    size_t n;
};

/* The EU, all others, and three codes without a name are no partners. */
static bool is_partner(const char *code)
{
    static const char *const others[] = { "4A", "4F", "9A", "B5", "D5" };

    for (size_t i = 0; i < LENGTH(others); i++)
        if (strcmp(code, others[i]) == 0)
            return false;
    return true;
}

static void add_partner(struct partners *partners, const char *code)
{
    for (size_t i = 0; i < partners->n; i++)
        if (strcmp(partners->codes[i], code) == 0)
            return;
    assert_true(partners->n < PARTNERS);
    strcpy(partners->codes[partners->n++], code);
}

/* "Austria,AT,AUT,1997,total_export,1499" as the data of the sample have it; a name may hold a comma. */
static void put_row(char *line, struct buffer *into, struct partners *partners)
{
    const char *fields[5]; /* code, code of three letters, year, flow, value */
    const char *code;

    line[strcspn(line, "\r\n")] = '\0';
    for (size_t i = LENGTH(fields); i-- > 0;) {
        char *comma = strrchr(line, ',');
        assert_non_null(comma);
        *comma = '\0';
        fields[i] = comma + 1;
    }
    code = strcmp(fields[0], "W1") == 0 ? "WLD" : fields[0];
    if (strncmp(fields[3], "total_", 6) != 0 || !is_partner(code))
        return;
    if (strlen(code) == 2)
        add_partner(partners, code);
    buffer_format(into, "%s,%s,%ss,%s,GBP,6\n", fields[2], code, fields[3] + 6, fields[4]);
}

static void write_file(const char *path, const char *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

/* The sample with all partners' figures, in the build folder. */
static void prepare(FILE *rows, struct partners *partners, char *spec, size_t size)
{
    struct buffer data;
    char line[400], path[600];

    buffer_init(&data, NULL, NULL);
    buffer_text(&data, "period,partner,flow,value,unit,unit_mult\n");
    assert_non_null(fgets(line, sizeof line, rows));
    while (fgets(line, sizeof line, rows) != NULL)
        put_row(line, &data, partners);
    snprintf(spec, size, "%s/tests/publish/partners/partner.yaml", golden_build_folder());
    assert_true(golden_make_folders(spec));
    snprintf(path, sizeof path, "%s/tests/publish/partners/uk-trade.csv", golden_build_folder());
    write_file(path, data.bytes, data.length);
    buffer_free(&data);

    buffer_init(&data, NULL, NULL);
    snprintf(path, sizeof path, "%s/samples/partner/partner.yaml", golden_source_folder());
    FILE *sample = fopen(path, "rb");
    assert_non_null(sample);
    while (fgets(line, sizeof line, sample) != NULL)
        buffer_text(&data, line);
    assert_int_equal(fclose(sample), 0);
    write_file(spec, data.bytes, data.length);
    buffer_free(&data);
}

static int keep(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

/* Findings about the data are the author's. */
static bool is_about_figures(const char *message)
{
    return strstr(message, "the figures around it") != NULL;
}

static size_t check_partner(sheaf_context *context, const char *spec, const char *partner,
                            const char *language)
{
    sheaf_sheet *sheet = sheaf_sheet_read(context, spec);
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t pages = 0, bytes = 0, n_wrong = 0;

    sheaf_sheet_set_parameter(sheet, "partner", partner);
    sheaf_sheet_set_language(sheet, language);
    if (sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &bytes, keep }) != SHEAF_OK || bytes == 0 ||
        sheaf_sheet_page_count(sheet, &pages) != SHEAF_OK || pages != 1) {
        print_message("%s in %s: %zu pages; %s\n", partner, language, pages,
                      sheaf_sheet_message(sheet));
        n_wrong++;
    }
    for (size_t i = 0; sheaf_sheet_warning(sheet, i, &warning); i++)
        if (!is_about_figures(warning.message)) {
            print_message("%s in %s: %s\n", partner, language, warning.message);
            n_wrong++;
        }
    sheaf_sheet_destroy(sheet);
    return n_wrong;
}

static void test_all_partners(void **state)
{
    static const char *const languages[] = { "en", "ru", "zh", "de", "fr", "kk", "ar", "ug" };
    static struct partners partners;
    char path[600], spec[600];
    size_t n_wrong = 0;

    (void)state;
    snprintf(path, sizeof path, "%s/%s", golden_source_folder(), SHARED);
    FILE *rows = fopen(path, "rb");
    if (rows == NULL) {
        print_message("skipped: no '%s'\n", path);
        skip();
    }
    prepare(rows, &partners, spec, sizeof spec);
    (void)fclose(rows);
    assert_int_equal(partners.n, PARTNERS);

    sheaf_context *context = sheaf_context_create(NULL);
    for (size_t i = 0; i < partners.n; i++)
        for (size_t k = 0; k < LENGTH(languages); k++)
            n_wrong += check_partner(context, spec, partners.codes[i], languages[k]);
    sheaf_context_destroy(context);
    assert_int_equal(n_wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_all_partners) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
