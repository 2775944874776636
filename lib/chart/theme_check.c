/* theme_check.c - a theme's contrasts with its paper, and its colours for every kind of vision. */
#include "chart/theme_check.h"

#include <stdio.h>

#include "scene/color_difference.h"

/* Reports go through this. */
struct check {
    const struct theme *theme;
    void (*tell)(void *context, const char *message);
    void *context;
};

/* A colour of a series; category: its place in the order from 1, 0 for others. */
struct named_color {
    const char *name;
    size_t category;
    struct color color;
};

/* What is left over lies at an end of each stack, where no series lies: its grey may be nearer. */
static const double rest_difference = 5;

enum { NAME_LENGTH = 64, MESSAGE_LENGTH = 320 };

static const char *name_of(const struct named_color *named, char into[NAME_LENGTH])
{
    const struct color c = named->color;

    if (named->category > 0)
        snprintf(into, NAME_LENGTH, "colour %zu (#%02X%02X%02X)", named->category, c.red, c.green,
                 c.blue);
    else
        snprintf(into, NAME_LENGTH, "'%.40s' (#%02X%02X%02X)", named->name, c.red, c.green, c.blue);
    return into;
}

static void check_contrast(const struct check *check, const struct named_color *named,
                           double needed, const char *what)
{
    char name[NAME_LENGTH], message[MESSAGE_LENGTH];
    const struct color paper = check->theme->paper;
    double contrast = color_contrast(named->color, paper);

    if (contrast >= needed)
        return;
    snprintf(message, sizeof message,
             "%s has a contrast of %.1f : 1 with the paper (#%02X%02X%02X); %s needs %.1f : 1",
             name_of(named, name), contrast, paper.red, paper.green, paper.blue, what, needed);
    check->tell(check->context, message);
}

static const char *eyes(enum vision vision)
{
    static const char *const words[] = {
        [VISION_FULL] = "for all readers",
        [VISION_PROTANOPIA] = "for readers without red vision (protanopia)",
        [VISION_DEUTERANOPIA] = "for readers without green vision (deuteranopia)",
        [VISION_TRITANOPIA] = "for readers without blue vision (tritanopia)",
    };

    return words[vision];
}

static const struct theme_hatch *hatch_of(const struct theme *theme,
                                          const struct named_color *named)
{
    if (named->category > 0)
        return &theme->hatches[named->category - 1];
    return color_equal(named->color, theme->other) ? &theme->hatches[THEME_COLORS] : NULL;
}

/* Areas with different hatches need no difference in colour. */
static bool are_hatched_apart(const struct theme *theme, const struct named_color *one,
                              const struct named_color *other)
{
    const struct theme_hatch *a = hatch_of(theme, one), *b = hatch_of(theme, other);

    if (a == NULL || b == NULL || (a->line.alpha == 0 && b->line.alpha == 0))
        return false;
    return !color_equal(a->line, b->line) || a->angle != b->angle || a->spacing != b->spacing;
}

static void check_apart(const struct check *check, const struct named_color *one,
                        const struct named_color *other, double needed)
{
    char first[NAME_LENGTH], second[NAME_LENGTH], message[MESSAGE_LENGTH];
    enum vision worst = VISION_FULL;
    double difference = color_least_difference(one->color, other->color, &worst);

    if (difference >= needed || are_hatched_apart(check->theme, one, other))
        return;
    snprintf(message, sizeof message, "%s and %s are %.1f apart %s; colours need %.0f (CIEDE2000)",
             name_of(one, first), name_of(other, second), difference, eyes(worst), needed);
    check->tell(check->context, message);
}

static void check_pair(const struct check *check, const struct named_color *one,
                       const struct named_color *other)
{
    check_apart(check, one, other, THEME_DIFFERENCE);
}

/* Colours of flows and members may be those of a category. */
static bool is_category(const struct theme *theme, struct color color)
{
    for (size_t i = 0; i < theme->n_categories; i++)
        if (color_equal(theme->categories[i], color))
            return true;
    return false;
}

static void check_words_and_greys(const struct check *check)
{
    const struct theme *theme = check->theme;
    const struct named_color words[] = { { "ink", 0, theme->ink },
                                         { "grey", 0, theme->grey },
                                         { "weak", 0, theme->weak } };
    const struct named_color marks[] = { { "other", 0, theme->other },
                                         { "context", 0, theme->context },
                                         { "positive", 0, theme->positive },
                                         { "negative", 0, theme->negative } };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check_contrast(check, &words[i], THEME_TEXT_CONTRAST, "text");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        check_contrast(check, &marks[i], THEME_MARK_CONTRAST, "a mark");
}

/* One colour against the paper and against all categories before it. */
static void check_color(const struct check *check, const struct named_color *named)
{
    size_t n = named->category > 0 ? named->category - 1 : check->theme->n_categories;

    check_contrast(check, named, THEME_MARK_CONTRAST, "a mark");
    for (size_t i = 0; i < n; i++) {
        const struct named_color category = { NULL, i + 1, check->theme->categories[i] };
        check_pair(check, &category, named);
    }
}

void theme_check(const struct theme *theme, void (*tell)(void *context, const char *message),
                 void *context)
{
    static const char *const flows[] = { [FLOW_EXPORTS] = "exports",
                                         [FLOW_IMPORTS] = "imports",
                                         [FLOW_RE_EXPORTS] = "re-exports",
                                         [FLOW_RE_IMPORTS] = "re-imports" };
    const struct check check = { theme, tell, context };

    check_words_and_greys(&check);
    for (size_t i = 0; i < theme->n_categories; i++)
        check_apart(&check, &(struct named_color){ NULL, i + 1, theme->categories[i] },
                    &(struct named_color){ "other", 0, theme->other }, rest_difference);
    for (size_t i = 0; i < theme->n_categories; i++)
        check_color(&check, &(struct named_color){ NULL, i + 1, theme->categories[i] });
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        if (!is_category(theme, theme->flows[i]))
            check_color(&check, &(struct named_color){ flows[i], 0, theme->flows[i] });
    for (size_t i = 0; i < theme->n_members; i++) {
        const struct named_color member = { theme->members[i].name, 0, theme->members[i].color };
        if (!is_category(theme, member.color))
            check_color(&check, &member);
        for (size_t j = 0; j < i; j++)
            check_pair(&check,
                       &(struct named_color){ theme->members[j].name, 0, theme->members[j].color },
                       &member);
    }
}
