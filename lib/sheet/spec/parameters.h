/* parameters.h - the parameters of a spec, `parameters: {partner: CHN, year: latest(turnover)}`.
 *
 * A value is one value wherever its "$name" stands: a member, a period, a number or a text, as the
 * place asks. It is never parsed again, whatever signs it holds. */
#ifndef SHEAF_SHEET_SPEC_PARAMETERS_H
#define SHEAF_SHEET_SPEC_PARAMETERS_H

#include "sheet/words/markup.h"

/* What a value can be read as; every value is a text, and may be a member's code or name. */
enum spec_parameter_kind { PARAMETER_TEXT, PARAMETER_NUMBER, PARAMETER_PERIOD };

struct spec_parameter {
    const char *name;
    const char *value;             /* NULL: a moment, latest(series), that is not yet resolved */
    enum spec_parameter_kind kind; /* "2023" is a period, "0.5" a number */
    sheaf_period period;           /* PARAMETER_PERIOD */
    double number;                 /* PARAMETER_NUMBER, and of a year: 2023 */
    const struct node *declared;   /* its default in the spec; NULL: only set by a program */
    bool is_set;                   /* by a program or --set: the default is not used */
    bool open;                     /* its moment is being resolved */
    bool failed;                   /* its moment has no value, which is told already */
    bool is_warned_of;             /* it is never used, and a check has told so */
    struct spec_parameter *next;
};

/* The parameter that the n bytes at name, part of the scope's text and without "$", spell; its
 * value is resolved. NULL after a failure, which is told at its place with the nearest name. */
const struct spec_parameter *scope_parameter(const struct sheet_scope *scope, const char *name,
                                             size_t n);

/* The same; its failure goes into error, whose place the caller knows. */
const struct spec_parameter *parameter_find(const struct sheet_scope *scope, const char *name,
                                            size_t n, sheaf_error *error);

/* Reads the mapping `parameters`; NULL: the spec has none. A moment is resolved when it is first
 * asked for. */
bool spec_read_parameters(struct spec_reader *reader, const struct node *node);
/* A spec with parameters is for many: what one of them has no data for is no mistake. */
bool spec_is_template(const struct spec_reader *reader);
/* Fails for each value that is set and that the spec does not declare. */
void spec_check_parameters(struct spec_reader *reader);

/* Warns of each parameter that the spec declares and that stands nowhere in it. */
void spec_warn_unused(sheaf_sheet *sheet);

/* The length in bytes of the name that begins here, behind a "$": letters, digits and '_'; 0: none
 * does. */
size_t parameter_name_length(const char *text, size_t n);

#endif
