/* manual_section.c - finds what the manual page sheaf.1 says of a command and of its options.
 *
 * It reads the few macros in which that page is written: .Ss for sections, one .Bl -tag list of
 * options in each, .It for an option or several, .Pp for paragraphs. */
#include "manual_section.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *manual_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    const long size = file != NULL && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    char *page = size >= 0 && fseek(file, 0, SEEK_SET) == 0 ? malloc((size_t)size + 1) : NULL;
    const size_t n = page != NULL ? fread(page, 1, (size_t)size, file) : 0;

    if (file != NULL)
        fclose(file);
    if (page == NULL || n < (size_t)size) {
        fprintf(stderr, "sheaf: cannot read '%s'\n", path);
        free(page);
        return NULL;
    }
    page[n] = '\0';
    return page;
}

/* Behind the line feed; the end where there is none. */
static const char *next_line(const char *at, const char *end)
{
    const char *feed = memchr(at, '\n', (size_t)(end - at));

    return feed != NULL ? feed + 1 : end;
}

static bool starts_with(const char *at, const char *end, const char *words)
{
    const size_t n = strlen(words);

    return (size_t)(end - at) >= n && memcmp(at, words, n) == 0;
}

bool manual_begins(struct manual_lines lines, const char *words)
{
    return lines.from != NULL && starts_with(lines.from, lines.to, words);
}

/* The first line that begins so, or the end. */
static const char *find_line(struct manual_lines lines, const char *words)
{
    const char *at = lines.from;

    while (at < lines.to && !starts_with(at, lines.to, words))
        at = next_line(at, lines.to);
    return at;
}

struct manual_lines manual_section(const char *page, const char *heading)
{
    const struct manual_lines all = { page, page + strlen(page) };
    const struct manual_lines none = { NULL, NULL };
    char line[96];

    snprintf(line, sizeof line, ".Ss %s", heading);
    const char *from = find_line(all, line);
    if (from == all.to)
        return none;
    const struct manual_lines rest = { next_line(from, all.to), all.to };
    const char *section = find_line(rest, ".Ss "), *chapter = find_line(rest, ".Sh ");
    return (struct manual_lines){ rest.from, section < chapter ? section : chapter };
}

struct manual_lines manual_before_list(struct manual_lines section)
{
    if (section.from != NULL)
        section.to = find_line(section, ".Bl ");
    return section;
}

struct manual_lines manual_after_list(struct manual_lines section)
{
    if (section.from != NULL)
        section.from = next_line(find_line(section, ".El"), section.to);
    return section;
}

/* Whether the line ".It Fl o , Fl -output Ar file" or ".It Fl -set , -theme" names the option. */
static bool names_option(const char *at, const char *end, const char *name)
{
    const size_t length = strlen(name);
    bool is_flag = true;

    while (at < end) {
        const char *word = at, *word_end = memchr(at, ' ', (size_t)(end - at));

        if (word_end == NULL)
            word_end = end;
        if (*word == '-') {
            is_flag = true;
            word++;
        }
        if (is_flag && (size_t)(word_end - word) == length && memcmp(word, name, length) == 0)
            return true;
        is_flag = starts_with(word, word_end, "Fl") && word_end - word == 2;
        at = word_end + 1;
    }
    return false;
}

static struct manual_lines find_item(struct manual_lines section, const char *name)
{
    while (section.from != NULL) {
        const char *item = find_line(section, ".It Fl ");

        if (item == section.to)
            break;
        section.from = next_line(item, section.to);
        if (names_option(item + strlen(".It Fl "), section.from - 1, name)) {
            const char *more = find_line(section, ".It "), *end = find_line(section, ".El");

            return (struct manual_lines){ section.from, more < end ? more : end };
        }
    }
    return (struct manual_lines){ NULL, NULL };
}

/* The command that "As of .Nm .Cm COMMAND ." names. */
static bool refers(struct manual_lines item, char *heading, size_t capacity)
{
    static const char words[] = "As of\n.Nm\n.Cm ";

    if (!manual_begins(item, words))
        return false;
    const char *name = item.from + strlen(words);
    snprintf(heading, capacity, "sheaf %.*s:", (int)strcspn(name, " \n"), name);
    return true;
}

bool manual_item(const char *page, struct manual_lines section, const char *name,
                 struct manual_lines at[2])
{
    char heading[64];

    at[0] = find_item(section, name);
    at[1] = (struct manual_lines){ NULL, NULL };
    if (!refers(at[0], heading, sizeof heading))
        return at[0].from != NULL;
    /* Behind the three lines that refer. */
    at[1] = at[0];
    for (int i = 0; i < 3; i++)
        at[1].from = next_line(at[1].from, at[1].to);
    at[0] = find_item(manual_section(page, heading), name);
    return at[0].from != NULL;
}

bool manual_paragraph(struct manual_lines *lines, struct manual_lines *paragraph)
{
    while (manual_begins(*lines, ".Pp\n"))
        lines->from = next_line(lines->from, lines->to);
    if (lines->from == NULL || lines->from == lines->to)
        return false;
    *paragraph = (struct manual_lines){ lines->from, find_line(*lines, ".Pp") };
    lines->from = paragraph->to;
    return true;
}

void manual_print(struct manual_lines lines)
{
    while (lines.from != NULL && lines.from < lines.to) {
        const char *next = next_line(lines.from, lines.to);

        if (starts_with(lines.from, lines.to, ".Nm\n") ||
            starts_with(lines.from, lines.to, ".Nm Cm")) {
            fputs(".Nm sheaf", stdout);
            lines.from += strlen(".Nm");
        }
        fwrite(lines.from, 1, (size_t)(next - lines.from), stdout);
        lines.from = next;
    }
}
