/* catalogue.c - whatever a catalogue and a parameter hold, there is a PDF or a message. The first
 * line is the parameter's value; the rest is the catalogue, a file in the current folder. */
#include <stdio.h>

#include "documents.h"

static const char spec[] =
    "sheaf: 1\nlanguage: en\nparameters: {flow: exports, year: latest(it)}\n"
    "texts: 'fuzz-{lang}.yaml'\ntitle: Trade\n"
    "data: {trade: {file: samples/kaz-chn/kaz-chn.csv}}\n"
    "series: {it: {value: 'trade[flow: $flow]', label: Exports}}\n"
    "sheet:\n  - heading: {en: Half, kk: Жартысы}\n  - text: 'It was {it[$year]}.'\n    when: it\n"
    "    otherwise: None\n  - chart: {series: it, title: A chart}\n  - notes: [A note]\n";

static void write_file(const uint8_t *bytes, size_t n)
{
    FILE *file = fopen("fuzz-ru.yaml", "wb");

    require(file != NULL);
    require(fwrite(bytes, 1, n, file) == n);
    require(fclose(file) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const uint8_t *end = n > 0 ? memchr(data, '\n', n) : NULL;
    size_t length = end != NULL ? (size_t)(end - data) : n;
    char *value = calloc(1, length + 1);

    require(value != NULL);
    memcpy(value, data, length);
    write_file(end != NULL ? end + 1 : data, end != NULL ? n - length - 1 : 0);
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, "fuzz.yaml", spec, strlen(spec));
    sheaf_sheet_set_language(sheet, "ru");
    if (value[0] != '\0')
        sheaf_sheet_set_parameter(sheet, "flow", value);
    require_pdf(sheet);
    sheaf_sheet_destroy(sheet);
    free(value);
    return 0;
}
