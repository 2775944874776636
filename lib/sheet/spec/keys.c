/* keys.c - checks mappings of a spec against their tables of keys. */
#include "sheet/spec/keys.h"

#include "sheet/spec/reader.h"

static struct grammar_reader of(struct spec_reader *reader)
{
    return (struct grammar_reader){ &reader->document, &reader->arena, &reader->sheet->error };
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
