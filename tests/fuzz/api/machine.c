/* machine.c - what bytes stand for: slots, words, numbers, periods. */
#include "api/machine.h"

uint8_t take(struct machine *m)
{
    return m->at < m->end ? *m->at++ : 0;
}

size_t slot(struct machine *m)
{
    return take(m) % SLOTS;
}

const char *word(struct machine *m)
{
    static const char *const words[] = {
        NULL,
        "",
        "exports",
        "imports",
        "turnover",
        "CHN",
        "World",
        "USD",
        "t",
        "%",
        "Exports of goods",
        "x",
        "\xff\xfe",
        "a\nb",
        "{exports[2023]}",
        "{exports[2023] ? rose by {} | fell | held || none}",
        "{{",
        "**bold** [link](https://a.b)",
        "row",
        "row[2023]",
        "growth(2023)",
        "2022..2023",
        "2023",
        "partners",
        "trade[flow: exports, partner: *]",
        "exports + imports",
        "share(row, of: exports)[2023]",
        "top(trade, by: partner)",
        "rank(partners)",
        "$partner",
        "genitive",
        "title",
        "en",
        "ru",
        "ar",
        "zh",
        "Klingon",
        "#1F5FA8",
        "A4 landscape",
        "100 x 10 mm",
        "- notes",
        "- text: x\n  id: a",
        "- table: {rows: partners, columns: [2023], total: yes}",
        "[",
        "high",
        "low",
        "million",
        "region",
        "partner",
        "dark",
        "print",
        "2024-06-26",
        "9999-99-99",
        "{page} / {pages}",
    };

    return words[take(m) % (sizeof words / sizeof *words)];
}

double number(struct machine *m)
{
    static const double numbers[] = { 0,      1,   -1,       14.7,      1e-9, 1e15, -1e300, 1e308,
                                      5e-324, NAN, INFINITY, -INFINITY, 100,  0.5,  60,     4000 };
    uint8_t byte = take(m);

    return byte < 128 ? numbers[byte % 16] : byte - 128;
}

sheaf_period period(struct machine *m)
{
    uint8_t byte = take(m);

    if (byte < 32)
        return (sheaf_period){ (sheaf_period_unit)(byte % 8),
                               (int32_t)(number(m) > 1 ? INT32_MAX : -7),
                               byte % 3 ? 12 : INT32_MIN };
    if (byte < 96)
        return sheaf_period_month(2022, 1 + byte % 14);
    return byte < 112 ? sheaf_period_number(number(m)) : sheaf_period_year(2000 + byte % 32);
}

void *some(struct machine *m, enum kind kind)
{
    return m->objects[kind][slot(m)];
}

void put(struct machine *m, enum kind kind, size_t slot, void *object)
{
    if (m->objects[kind][slot] != NULL)
        object_destroy(kind, m->objects[kind][slot]);
    m->objects[kind][slot] = object;
}

bool may_output(struct machine *m)
{
    return m->n_outputs++ < MOST_OUTPUTS;
}

void require_said(const sheaf_error *error)
{
    require(error != NULL);
    require((error->status == SHEAF_OK) == (error->message[0] == '\0'));
    require(utf8_valid(error->message, strlen(error->message), NULL));
}

int count_bytes(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

void destroy_some(struct machine *m)
{
    const enum kind kind = (enum kind)(take(m) % N_KINDS);

    put(m, kind, slot(m), NULL);
}
