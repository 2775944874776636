/* roles.c - the names of roles, as dumps write them. */
#include "scene/scene.h"

static const char *const names[] = {
    [ROLE_NONE] = "group",
    [ROLE_DOCUMENT] = "document",
    [ROLE_SECTION] = "section",
    [ROLE_TITLE] = "title",
    [ROLE_HEADING1] = "heading1",
    [ROLE_HEADING2] = "heading2",
    [ROLE_HEADING3] = "heading3",
    [ROLE_PARAGRAPH] = "paragraph",
    [ROLE_FIGURE] = "figure",
    [ROLE_CAPTION] = "caption",
    [ROLE_TABLE] = "table",
    [ROLE_TABLE_HEAD] = "table-head",
    [ROLE_TABLE_BODY] = "table-body",
    [ROLE_ROW] = "row",
    [ROLE_HEADER_CELL] = "header-cell",
    [ROLE_CELL] = "cell",
    [ROLE_LIST] = "list",
    [ROLE_LIST_ITEM] = "list-item",
    [ROLE_LIST_LABEL] = "list-label",
    [ROLE_LIST_BODY] = "list-body",
    [ROLE_QUOTE] = "quote",
    [ROLE_NOTE] = "note",
    [ROLE_CONTENTS] = "contents",
    [ROLE_CONTENTS_ITEM] = "contents-item",
    [ROLE_REFERENCE] = "reference",
    [ROLE_LINK] = "link",
    [ROLE_SPAN] = "span",
    [ROLE_ARTIFACT] = "artifact",
    [ROLE_HEADER] = "header",
    [ROLE_FOOTER] = "footer",
    [ROLE_CHART_TITLE] = "chart-title",
    [ROLE_CHART_SUBTITLE] = "chart-subtitle",
    [ROLE_CHART_SOURCE] = "chart-source",
    [ROLE_PLOT] = "plot",
    [ROLE_AXIS_X] = "axis-x",
    [ROLE_AXIS_Y] = "axis-y",
    [ROLE_GRID] = "grid",
    [ROLE_LEGEND] = "legend",
    [ROLE_SERIES] = "series",
    [ROLE_DATUM] = "datum",
    [ROLE_DATUM_LABEL] = "datum-label",
    [ROLE_ANNOTATION] = "annotation",
};

const char *role_name(enum role role)
{
    return (size_t)role < sizeof names / sizeof *names ? names[role] : "unknown";
}
