/* digest.c - two hashes of a table's words, each of 64 bits. */
#include "table/digest.h"

#include <math.h>

#include "table/table_parts.h"

/* Odd constants (xxHash's); each word affects all bits behind it. */
static void add_word(struct table_digest *digest, uint64_t word)
{
    digest->a = (digest->a ^ word) * 0x9E3779B185EBCA87u;
    digest->a ^= digest->a >> 29;
    digest->b = (digest->b + word) * 0xC2B2AE3D27D4EB4Fu;
    digest->b ^= digest->b >> 32;
}

static void add_text(struct table_digest *digest, const char *text)
{
    size_t n = text != NULL ? strlen(text) : 0;

    add_word(digest, text != NULL ? n + 1 : 0);
    for (uint64_t word; n >= sizeof word; text += sizeof word, n -= sizeof word) {
        memcpy(&word, text, sizeof word);
        add_word(digest, word);
    }
    for (; n > 0; n--)
        add_word(digest, (unsigned char)*text++);
}

static void add_double(struct table_digest *digest, double value)
{
    uint64_t word = UINT64_MAX; /* NaN, whose bits may differ */

    if (!isnan(value))
        memcpy(&word, &value, sizeof word);
    add_word(digest, word);
}

void table_digest_add(struct table_digest *digest, const struct table_digest *other)
{
    add_word(digest, other->a);
    add_word(digest, other->b);
}

void table_digest_frame(const sheaf_table *table, struct table_digest *digest)
{
    add_text(digest, table->format);
    add_text(digest, table->title);
    add_text(digest, table->x);
    add_word(digest, table->dimension_count);
    for (size_t d = 0; d < table->dimension_count; d++) {
        const struct dimension *dimension = &table->dimensions[d];

        add_text(digest, dimension->name);
        add_word(digest, dimension->count);
        for (uint32_t m = 0; m < dimension->count; m++) {
            add_text(digest, dimension->members[m]);
            add_text(digest, table_member_name(table, d, m));
        }
    }
    add_word(digest, table->series_count);
    for (uint32_t series = 0; series < table->series_count; series++)
        for (size_t d = 0; d < table->dimension_count; d++)
            add_word(digest, table_series_members(table, series)[d]);
    add_word(digest, table->derivation_count);
    for (size_t i = 0; i < table->derivation_count && i < DERIVATIONS_KEPT; i++)
        add_text(digest, table->derivations[i]);
}

static void add_row(struct table_digest *digest, const struct table_row *row)
{
    add_word(digest, (uint64_t)row->period.unit);
    add_word(digest, (uint64_t)(int64_t)row->period.start);
    add_word(digest, (uint64_t)(int64_t)row->period.count);
    add_double(digest, row->value);
    add_double(digest, row->growth);
    add_word(digest, (uint8_t)row->decimals | (uint64_t)(uint8_t)row->growth_decimals << 8 |
                         (uint64_t)(uint8_t)row->multiplier << 16 |
                         (uint64_t)(uint8_t)row->status << 24 |
                         (uint64_t)(uint8_t)row->confidentiality << 32 |
                         (uint64_t)row->derived << 40 | (uint64_t)row->estimated << 41 |
                         (uint64_t)row->has_bounds << 42 | (uint64_t)row->file << 43);
    if (row->has_bounds) {
        add_double(digest, row->low);
        add_double(digest, row->high);
    }
}

void table_digest_series(const sheaf_table *table, uint32_t series, struct table_digest *digest)
{
    size_t n = 0;

    for (uint32_t row = table_series(table, series)->first; row != NO_INDEX;
         row = table_next_row(table, row), n++) {
        const struct table_row read = table_row_at(table, row);
        add_row(digest, &read);
    }
    add_word(digest, n);
}
