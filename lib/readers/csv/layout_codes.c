/* layout_codes.c - columns of codes: they are no figures and no years, and numbers that stand for
 * countries are those of ISO 3166 only if all of them are. */
#include <string.h>

#include "base/strings.h"
#include "readers/country_evidence.h"
#include "readers/csv/layout_parts.h"
#include "vocabulary/country_codes.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_number(const struct csv_field *cell)
{
    for (size_t i = 0; i < cell->n; i++)
        if (!is_digit(cell->text[i]))
            return false;
    return cell->n > 0;
}

/* True for "ITEM_ID", "CO_NCM" (Brazil's customs) and "hs6"; "CO2" and "id_exports" are none. */
static bool is_named_like_code(const struct normalised *header)
{
    static const char *const beginnings[] = { "hs", "sitc", "isic", "naics", "cpc" };
    size_t id = header->n - (header->n < 2 ? header->n : 2);

    if (strncmp(header->text, "co ", 3) == 0 ||
        (strcmp(header->text + id, "id") == 0 && normalised_is_boundary(header, id)))
        return true;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t end = normalised_phrase(header, 0, beginnings[i]);

        while (end > 0 && end < header->n && is_digit(header->text[end]))
            end++;
        if (end > 0 && end == header->n)
            return true;
    }
    return false;
}

/* True when the header says that its column holds codes: "Area Code", "Код страны", "商品编码". */
static bool header_names_codes(const char *header)
{
    static const char *const words[] = { "code", "codes",  "kod",    "код",  "коды",
                                         "коду", "código", "codigo", "编码", "代码",
                                         "编号", "編碼",   "代碼" };
    struct normalised normalised;

    if (!normalise(&normalised, header, strlen(header)))
        return false;
    for (size_t at = 0; at < normalised.n; at = normalised_next_word(&normalised, at))
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (normalised_phrase(&normalised, at, words[i]) > at)
                return true;
    return is_named_like_code(&normalised);
}

/* What the whole numbers of a column show. */
struct numbers {
    size_t rows, distinct;
    size_t width; /* digits, if all have the same number of them; else 0 */
    bool has_leading_zero;
    bool is_rising; /* each is larger than the one before, as numbers of rows are */
};

/* False: a cell is no whole number, or memory ran out. */
static bool study_numbers(const struct layout *layout, size_t column, struct numbers *numbers)
{
    struct string_cache seen = { 0 };
    struct csv_field last = { .n = 0 };
    bool ok = true;

    *numbers = (struct numbers){ .is_rising = true };
    for (size_t i = layout->first; i < layout->sample->count && ok; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        uint64_t found;

        if (cell.n == 0)
            continue;
        ok = is_number(&cell);
        numbers->has_leading_zero |= cell.n > 1 && *cell.text == '0';
        numbers->width = numbers->rows == 0 || cell.n == numbers->width ? cell.n : 0;
        numbers->is_rising &=
            cell.n > last.n || (cell.n == last.n && memcmp(cell.text, last.text, cell.n) > 0);
        last = cell;
        numbers->rows++;
        if (ok && (seen.count == 0 || !string_cache_find(&seen, cell.text, cell.n, &found)))
            ok = string_cache_add(&seen, layout->arena, cell.text, cell.n, i);
    }
    numbers->distinct = seen.count;
    string_cache_free(&seen, table_alloc(layout->table));
    return ok;
}

bool layout_is_code(const struct layout *layout, size_t column)
{
    struct numbers numbers;

    return header_names_codes(layout->columns[column].header) ||
           (study_numbers(layout, column, &numbers) && numbers.has_leading_zero);
}

/* Numbers of one width that come again and again are codes: figures of a series seldom do. Years
 * are such numbers, too. */
bool layout_repeats_codes(const struct layout *layout, size_t column)
{
    enum { FEWEST = 8, LEAST_WIDTH = 4, ROWS_A_CODE = 2 };
    struct numbers numbers;

    return study_numbers(layout, column, &numbers) && numbers.rows >= FEWEST &&
           numbers.width >= LEAST_WIDTH && numbers.distinct * ROWS_A_CODE <= numbers.rows;
}

bool layout_numbers_differ(const struct layout *layout, size_t column)
{
    enum { FEWEST = 8 };
    struct numbers numbers;

    return !header_names_codes(layout->columns[column].header) &&
           study_numbers(layout, column, &numbers) && numbers.rows >= FEWEST &&
           numbers.width == 0 && !numbers.has_leading_zero && !numbers.is_rising &&
           numbers.distinct * 10 > numbers.rows * 9;
}

bool layout_may_be_figures(const struct layout *layout, size_t column)
{
    enum { FEWEST = 2 };
    struct numbers numbers;

    return !header_names_codes(layout->columns[column].header) &&
           study_numbers(layout, column, &numbers) && numbers.rows >= FEWEST &&
           !numbers.has_leading_zero && numbers.distinct == numbers.rows && numbers.width == 0;
}

/* Countries --------------------------------------------------------------------------- */

bool layout_has_numbers_only(const struct layout *layout, size_t column)
{
    size_t numbers = 0;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (cell.n > 0 && !is_number(&cell))
            return false;
        numbers += cell.n > 0;
    }
    return numbers > 0;
}

bool layout_keeps_numbers(const struct layout *layout, size_t column)
{
    if (layout->format->recognises != NULL)
        return false;
    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (is_number(&cell) && !country_number_is_known(cell.text, cell.n))
            return true;
    }
    return false;
}

/* Where nothing tells a column's codes, a named format's are taken for alpha-2, and so is a column with
 * names beside it. */
void layout_study_countries(const struct layout *layout, size_t column, struct members *members)
{
    struct country_evidence evidence = { 0 }, one = { 0 };
    struct csv_field last = { 0 }; /* a column mostly has a text many times in succession */
    bool is_explained =
        layout->format->recognises != NULL || layout->columns[column].fallback != NO_COLUMN;

    for (size_t i = layout->first; i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);

        if (layout->columns[column].is_labelled)
            cell = field_code(&cell);
        if (last.text == NULL || cell.n != last.n || memcmp(cell.text, last.text, cell.n) != 0) {
            one = (struct country_evidence){ 0 };
            country_evidence_add(&one, cell.text, cell.n);
            last = cell;
        }
        evidence.pairs += one.pairs;
        evidence.others += one.others;
    }
    members->has_other_codes = country_evidence_is_others(&evidence);
    members->na_is_missing =
        is_explained ? members->has_other_codes : !country_evidence_is_pairs(&evidence);
}
