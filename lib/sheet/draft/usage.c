/* usage.c - the first comment of a draft: the commands that check and draw it. */
#include <string.h>

#include "base/strings.h"
#include "sheet/draft/draft.h"
#include "table/table.h"

/* A file's name within a comment: no sign ends the line. */
static const char *comment_text(struct draft *draft, const char *text)
{
    char *copy = arena_string(&draft->arena, text);

    for (char *c = copy; c != NULL && *c != '\0'; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = ' ';
    return copy;
}

static bool is_shell_word(const char *text)
{
    for (const char *c = text; *c != '\0'; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
              strchr("_-./", *c) != NULL))
            return false;
    return text[0] != '\0';
}

/* A file's name as a shell takes it: within quotes, unless it is plain. NULL: no memory. */
static const char *shell_word(struct draft *draft, const char *text)
{
    struct buffer quoted;

    if (is_shell_word(text))
        return text;
    buffer_init(&quoted, &draft->arena.alloc, draft->error);
    buffer_byte(&quoted, '\'');
    for (const char *c = text; *c != '\0'; c++)
        if (*c == '\'')
            buffer_text(&quoted, "'\\''");
        else
            buffer_byte(&quoted, *c);
    buffer_byte(&quoted, '\'');
    const char *word =
        quoted.failed ? NULL : arena_text(&draft->arena, quoted.bytes, quoted.length);
    buffer_free(&quoted);
    return word;
}

/* A part to try, other than the default. */
static const char *other_member(struct draft *draft, const struct draft_dimension *dimension)
{
    for (uint32_t i = 0; i < sheaf_table_member_count(draft->view, dimension->name); i++) {
        const char *member = table_member(draft->view, dimension->index, i);
        if (dimension->is_part != NULL && dimension->is_part[i] && is_shell_word(member) &&
            strcmp(member, dimension->member) != 0)
            return member;
    }
    return NULL;
}

static const struct draft_dimension *first_parameter(const struct draft *draft)
{
    for (size_t i = draft->n_dimensions; i-- > 0;)
        if (draft->dimensions[i].focus == FOCUS_PARAMETER)
            return &draft->dimensions[i];
    return NULL;
}

const char *draft_stem(struct draft *draft, const char *path)
{
    const char *name = strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
    const char *point = strrchr(name, '.');

    return arena_text(&draft->arena, name,
                      point != NULL && point > name ? (size_t)(point - name) : strlen(name));
}

/* The sentences of a draft are English, and so are the forms in them ("in 2023"). */
static bool is_english(const char *language)
{
    return language == NULL || (string_is_ignoring_case(language, strcspn(language, "-_"), "en"));
}

const char *draft_language(const struct draft *draft)
{
    const char *language = draft->options->language;

    return language != NULL && is_english(language) ? language : "en";
}

/* In a command: the language of what Sheaf itself writes, where the spec has another. */
static const char *language_option(struct draft *draft)
{
    const char *language = draft->options->language;

    return is_english(language) ? "" : arena_format(&draft->arena, " --lang %s", language);
}

void draft_add_usage(struct draft *draft)
{
    const char *name = draft->options->spec != NULL && draft->options->spec[0] != '\0'
                           ? comment_text(draft, draft->options->spec)
                           : "spec.yaml";
    const char *stem = name != NULL ? draft_stem(draft, name) : NULL;
    const char *file = comment_text(draft, draft->options->file);
    const struct draft_dimension *parameter = first_parameter(draft);
    const char *other = parameter != NULL ? other_member(draft, parameter) : NULL;

    if (stem == NULL || file == NULL)
        return; /* no memory */
    const char *spec = shell_word(draft, name), *pdf, *html;
    pdf = shell_word(draft, arena_format(&draft->arena, "%s.pdf", stem));
    html = shell_word(draft, arena_format(&draft->arena, "%s.html", stem));
    const char *language = language_option(draft);
    if (spec == NULL || pdf == NULL || html == NULL || language == NULL)
        return;
    draft_add(
        draft, PIECE_HEAD, NULL,
        "# A first spec for %s, to be changed as you like. Every block may go,\n"
        "# move or be copied; what is left out (units, colours, notes) is found from the data.\n"
        "#   sheaf check %s                    what is wrong in it\n"
        "#   sheaf sheet %s%s -o %s        the sheet; -o %s is a page of the web\n",
        file, spec, spec, language, pdf, html);
    if (language[0] != '\0')
        draft_add(draft, PIECE_HEAD, NULL,
                  "#   sheaf check %s --missing %s        the texts to be translated\n", spec,
                  draft->options->language);
    if (other != NULL)
        draft_add(draft, PIECE_HEAD, NULL,
                  "#   sheaf sheet %s%s --set %s=%s -o %s\n"
                  "#   sheaf batch %s%s --each %s -o 'out/{%s}.pdf'        one for each\n",
                  spec, language, parameter->parameter, other,
                  shell_word(draft, arena_format(&draft->arena, "%s-%s.pdf", stem, other)), spec,
                  language, parameter->parameter, parameter->parameter);
}
