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

/* In a command: the languages, where there are several or where the spec's is another; and what files are
 * then called. */
static const char *language_option(struct draft *draft)
{
    const char *language = draft->options->language;
    const bool is_own =
        draft->n_languages == 1 && (language == NULL || strcmp(draft->languages[0], language) == 0);

    return is_own ? "" : arena_format(&draft->arena, " --lang %s", language);
}

static const char *file_name(struct draft *draft, const char *stem, const char *end)
{
    return shell_word(
        draft,
        arena_format(&draft->arena, draft->n_languages > 1 ? "%s.{lang}.%s" : "%s.%s", stem, end));
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
    const char *spec = shell_word(draft, name), *pdf = file_name(draft, stem, "pdf"),
               *html = file_name(draft, stem, "html"), *language = language_option(draft);
    if (spec == NULL || pdf == NULL || html == NULL || language == NULL)
        return;
    draft_add(draft, PIECE_HEAD, NULL,
              "%s#   sheaf check %s                    %s\n"
              "#   sheaf sheet %s%s -o %s        %s\n",
              draft_comment(draft, DRAFT_ON_SPEC, BLANKS(file)), spec,
              draft_say(draft, DRAFT_ON_CHECK, NULL), spec, language, pdf,
              draft_say(draft, DRAFT_ON_SHEET, BLANKS(html)));
    if (draft->n_languages == 1 && language[0] != '\0')
        draft_add(draft, PIECE_HEAD, NULL, "#   sheaf check %s --missing %s        %s\n", spec,
                  draft->options->language, draft_say(draft, DRAFT_ON_MISSING, NULL));
    if (other != NULL)
        draft_add(draft, PIECE_HEAD, NULL,
                  "#   sheaf sheet %s%s --set %s=%s -o %s\n"
                  "#   sheaf batch %s%s --each %s -o 'out/%s{%s}.pdf'        %s\n",
                  spec, language, parameter->parameter, other,
                  file_name(draft, arena_format(&draft->arena, "%s-%s", stem, other), "pdf"), spec,
                  language, parameter->parameter, draft->n_languages > 1 ? "{lang}/" : "",
                  parameter->parameter, draft_say(draft, DRAFT_ON_EACH, NULL));
}
