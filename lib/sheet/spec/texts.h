/* texts.h - the texts of a spec in the sheet's language.
 *
 * Where words for readers are wanted, a spec has a text or a mapping of languages:
 *
 *     title: {en: Trade with China, ru: Торговля с Китаем}
 *
 * and beside it may lie a catalogue a language, `texts: texts/{lang}.yaml`, from texts in the spec's
 * own language to those in another. A text is looked for by tags as RFC 4647 does (zh-Hant-TW,
 * zh-Hant, zh), in the mapping and then in the catalogue, and is else that of `language:`. */
#ifndef SHEAF_SHEET_SPEC_TEXTS_H
#define SHEAF_SHEET_SPEC_TEXTS_H

#include "sheet/spec/reader.h"

struct spec_text {
    const struct node *node;         /* NULL: there is no text, or it has failed */
    const struct document *document; /* in which the node stands */
    const char *language;            /* BCP 47, where it is not the sheet's; NULL: it is */
};

/* The text that a key's value has in the sheet's language; node NULL: none. */
struct spec_text spec_text(struct spec_reader *reader, const struct node *node);
/* Remembers that a label is in another language than the sheet, so that its words say so wherever they
 * are drawn. words or language NULL: nothing happens. */
void spec_note_foreign(struct spec_reader *reader, const char *words, const char *language);
/* The words of a label in the sheet's arena, with its parameters filled in; NULL for none, or after a
 * failure. */
const char *spec_fill(struct spec_reader *reader, const struct spec_text *label);
/* Its words in the sheet's arena, for labels, in which parameters are filled in; NULL for none, or after a failure. */
const char *spec_words(struct spec_reader *reader, const struct node *node);
/* Checks that the keys of a mapping are languages, and the kinds of all its values, whichever is used. */
bool spec_check_languages(struct spec_reader *reader, const struct node *mapping, unsigned takes);
/* Tells in one warning that texts are in another language than the sheet. */
void spec_warn_untranslated(struct spec_reader *reader);

/* The figures that one of two texts shows and the other does not: "without rise, with turnover[2023]"; "":
 * none. NULL after a failure. (In figures.c.) */
const char *figures_that_differ(struct arena *arena, const char *source, const char *translation);

/* A source whose title waits for the parameters. */
struct spec_source {
    struct sheet_source *source;
    struct spec_text title;
    struct spec_source *next;
};

/* A catalogue, as far as it is asked for; NULL entries: there is no such file. */
struct catalogue {
    const char *tag;
    struct document document; /* root NULL: there is no such file, or it has failed */
    struct catalogue *next;
};
/* The text that the catalogue of a tag has for one of the spec's own; NULL: none. */
const struct node *catalogue_find(struct spec_reader *reader, const char *tag, const char *text,
                                  const struct document **document);
/* Checks the key `texts`; NULL: the spec has none. */
bool catalogue_check_name(struct spec_reader *reader, const struct node *node);

#endif
