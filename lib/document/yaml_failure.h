/* yaml_failure.h - libyaml's error messages in words that help the author; for yaml.c. */
#ifndef SHEAF_DOCUMENT_YAML_FAILURE_H
#define SHEAF_DOCUMENT_YAML_FAILURE_H

#include <yaml.h>

#include "document/node.h"

struct place yaml_place(yaml_mark_t mark);
/* Fails into error with what the parser met; offset: the byte that its mark stands for. */
void yaml_failure(const struct document *document, const yaml_parser_t *parser, size_t offset,
                  sheaf_error *error);

#endif
