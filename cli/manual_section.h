/* manual_section.h - what the manual page sheaf.1 says of a command, in troff. */
#ifndef CLI_MANUAL_SECTION_H
#define CLI_MANUAL_SECTION_H

#include "command.h"

/* A stretch of the page: whole lines. NULL from: there is none. */
struct manual_lines {
    const char *from, *to;
};

/* The whole page, ended by a NUL, to be freed; NULL, which is told: it cannot be read. */
char *manual_read(const char *path);

/* The section whose heading begins with these words, without the heading. */
struct manual_lines manual_section(const char *page, const char *heading);
/* Of a section, what stands before its list of options, and behind it. */
struct manual_lines manual_before_list(struct manual_lines section);
struct manual_lines manual_after_list(struct manual_lines section);
/* Its words on an option; where they are only "As of another command", that one's stand first in
 * at[0], and what is added in at[1]. */
bool manual_item(const char *page, struct manual_lines section, const char *name,
                 struct manual_lines at[2]);

/* Takes the next paragraph from lines, without the macro before it. */
bool manual_paragraph(struct manual_lines *lines, struct manual_lines *paragraph);
bool manual_begins(struct manual_lines lines, const char *words);
/* The name that an empty .Nm stands for is there the program's, here the page's. */
void manual_print(struct manual_lines lines);

#endif
