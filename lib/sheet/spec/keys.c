/* keys.c - checks mappings of a spec against their tables of keys. */
#include "sheet/spec/keys.h"

#include "sheet/spec/reader.h"

static bool go_on(void *reader)
{
    return spec_go_on(reader);
}

static const struct node *value_of(void *reader, const struct node *node)
{
    return spec_value(reader, node);
}

static struct grammar_reader of(struct spec_reader *reader)
{
    return (struct grammar_reader){ .document = &reader->document,
                                    .arena = &reader->arena,
                                    .error = &reader->sheet->error,
                                    .context = reader,
                                    .go_on = go_on,
                                    .value = value_of };
}

void spec_fail_unknown(struct spec_reader *reader, struct place at, const char *what,
                       const char *word, const char *const *known, size_t n)
{
    const struct grammar_reader grammar = of(reader);

    grammar_fail_unknown(&grammar, at, what, word, known, n);
}

bool keys_read(struct spec_reader *reader, const struct node *node, const struct grammar *grammar,
               const struct node **values)
{
    const struct grammar_reader own = of(reader);

    return grammar_read(&own, node, grammar, values);
}

bool keys_check_kind(struct spec_reader *reader, const struct node *node, unsigned takes,
                     const char *what)
{
    const struct grammar_reader own = of(reader);

    return grammar_check_kind(&own, node, takes, what);
}
