/* spec.h - the parts of a spec around its blocks. */
#ifndef SHEAF_SHEET_SPEC_SPEC_H
#define SHEAF_SHEET_SPEC_SPEC_H

#include "sheet/spec/reader.h"

/* A spec as it was read; in the sheet's arena. */
struct sheet_spec {
    struct document document;
    const char *path, *text;
    size_t length; /* of text */
};

/* Reads n bytes of a spec into an empty sheet, and none of the files that it names; path names it
 * in messages, and its folder is where these are looked for. */
void spec_read(sheaf_sheet *sheet, const char *path, const char *text, size_t n);

/* Gives an empty sheet the spec that another one has read, which has to outlive it. The tree does not
 * change, so that many threads may share it. */
void spec_share(sheaf_sheet *sheet, const sheaf_sheet *from);

/* Reads the spec's data and makes its blocks, in the sheet's language and with its parameters,
 * unless that is done; a sheet without a spec is ready. False: the sheet has failed, and all
 * mistakes of the spec are told. */
bool spec_prepare(sheaf_sheet *sheet);

/* Reads an author's names of members; node may be NULL. False after a failure. */
bool spec_read_names(struct spec_reader *reader, const struct node *node);
/* Reads the figures that the spec names; node may be NULL. False after a failure. */
bool spec_read_values(struct spec_reader *reader, const struct node *node);

extern const struct grammar root_grammar, source_grammar, data_grammar, series_grammar;
extern const struct grammar page_grammar, margins_grammar, cover_grammar, line_grammar,
    logo_grammar;

/* The path of a file that the spec names: beside the spec, and below the root folder if there is one.
 * NULL after a failure. */
const char *spec_path(struct spec_reader *reader, const struct node *file);
/* A theme: the name of a built-in one, or a file. NULL: the spec names none, and *theme stays. */
bool spec_read_theme(struct spec_reader *reader, const struct node *node, sheaf_theme **theme);

/* A PNG or JPEG, and words instead of it. NULL: the spec names none, and *logo stays. */
bool spec_read_logo(struct spec_reader *reader, const struct node *node,
                    const struct theme_logo **logo);
/* The paper, how many pages there may be, and the cover; nodes may be NULL: as they are. Failures stay
 * in the sheet. */
void spec_read_page(struct spec_reader *reader, const struct node *node, struct page_format *page);
void spec_read_pages(struct spec_reader *reader, const struct node *node, size_t *most);
void spec_read_cover(struct spec_reader *reader, const struct node *node, struct cover *cover);
/* A header or footer: a text, or one for each of left, middle and right. node may be NULL. */
struct page_line spec_read_line(struct spec_reader *reader, const struct node *node);

/* Read the mappings `sources`, `data` and `series`; NULL: the spec has none. Data files are read
 * at once; series are computed when they are used, or by spec_compute_all. */
bool spec_read_sources(struct spec_reader *reader, const struct node *node);
/* Their titles may name parameters, which data decide: once the series are computed. */
bool spec_fill_sources(struct spec_reader *reader);
bool spec_read_data(struct spec_reader *reader, const struct node *node);
/* Digests what the expressions have read: the frames of the tables, the rows of the series; of the last
 * release all. */
void spec_digest_data(struct spec_reader *reader);
/* Checks the series that the expressions have read. */
void spec_check_data(struct spec_reader *reader);
bool spec_read_series(struct spec_reader *reader, const struct node *node);
/* Computes the series that nothing has used yet, so that every mistake is found. */
bool spec_compute_all(struct spec_reader *reader);
/* Computes the series unless it is computed already; NULL after a failure. */
const struct named_series *spec_compute_series(struct spec_reader *reader,
                                               struct spec_series *entry);

#endif
