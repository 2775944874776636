/* figures.h - the figures that a sheet shows, read back from the data in its PDF. */
#ifndef SHEAF_COMPARE_FIGURES_H
#define SHEAF_COMPARE_FIGURES_H

#include "base/memory.h"
#include "compare/pdf.h"

struct read_figure {
    /* "": not said */
    const char *series, *reporter, *partner, *flow, *product, *measure, *period, *unit, *shown;
    double value; /* NaN: confidential */
    int unit_mult;
    bool is_confidential;
    size_t order; /* of appearance */
};

/* The CSV of a chart or table. is_told: the provenance has its figures. */
struct spare_file {
    const char *name, *bytes;
    size_t n;
    bool is_told;
    struct spare_file *next;
};

struct figure_list {
    struct arena *arena; /* of all texts, and where its failures go */
    const char *path;    /* for messages */
    struct read_figure *items;
    size_t n, capacity;
    bool has_data;   /* the PDF holds a provenance.json or a CSV */
    bool is_partial; /* figures of texts, key figures and tables are not known */
    bool has_blanks; /* rows without a value: confidential ones, maybe */
    struct spare_file *spare;
};

void figures_init(struct figure_list *figures, const char *path, struct arena *arena);
void figures_free(struct figure_list *figures);
/* Reads the PDF of n bytes and puts its figures in the order of what they are about, each once. False:
 * failed, in the arena's error. */
bool figures_read(struct figure_list *figures, const struct pdf_reader *reader, const char *bytes,
                  size_t n);
/* The same of a page of the web. Of one without those of its texts, is_partial. */
bool figures_read_page(struct figure_list *figures, const char *bytes, size_t n);
/* Reads a provenance.json, or a CSV as sheaf writes it; for figures_read and fuzzers. */
bool figures_read_provenance(struct figure_list *figures, const char *bytes, size_t n);
bool figures_read_csv(struct figure_list *figures, const struct spare_file *file);
/* An empty figure at the end; NULL: failed. */
struct read_figure *figures_add(struct figure_list *figures);

/* < 0, 0 or > 0, as strcmp: what they are about, without values. */
int figure_compare(const struct read_figure *a, const struct read_figure *b);
/* Sorts by figure_compare, then by value, and leaves out what is there twice. */
void figures_settle(struct figure_list *figures);

#endif
