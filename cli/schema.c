/* schema.c - sheaf schema: the grammar of specs and of themes, for editors and validators. */
#include "schemas.h"

#include <stdio.h>
#include <string.h>

#include "command.h"

static const struct option options[] = {
    { '\0', NULL, NULL, NULL },
};

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    static const char *const names[] = { "sheet", "theme" };
    const char *name = n_operands == 1 ? operands[0] : names[0];

    (void)values;
    if (n_operands > 1)
        return usage_error(command, "one schema at a time");
    if (strcmp(name, names[0]) == 0)
        fwrite(sheet_schema, 1, sheet_schema_size, stdout);
    else if (strcmp(name, names[1]) == 0)
        fwrite(theme_schema, 1, theme_schema_size, stdout);
    else
        return usage_error(command, "no schema '%s'%s", name, suggestion("", name, names, 2));
    return finish_output();
}

const struct command schema_command = {
    .name = "schema",
    .usage = "[sheet|theme]",
    .summary = "Print the JSON Schema of specs (sheet) or of themes.",
    .options = options,
    .examples = "  sheaf schema > sheet.schema.json\n"
                "  sheaf schema theme\n"
                "\nAn editor completes a spec that begins with the line\n"
                "  # yaml-language-server: $schema=sheet.schema.json\n",
    .run = run,
};
