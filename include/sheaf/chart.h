/* chart.h - a chart: series in, picture out.
 *
 * A chart that is told nothing finds its type, scale, labels, unit, colours and
 * alternative text from its data. Sizes: points (1/72 inch) on paper and on a
 * cairo_t, pixels in a PNG, which is drawn at `scale` pixels a unit.
 */
#ifndef SHEAF_CHART_H
#define SHEAF_CHART_H

#include <cairo.h>

#include "sheaf/algebra.h"
#include "sheaf/context.h"
#include "sheaf/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A type that is named is drawn or refused (SHEAF_BAD_INPUT) with the reason and what would suit,
 * never replaced: bars of many periods that would be thinner than a pixel or point (two, of several
 * series), lines of one period or of periods of different lengths, a ranking of several periods.
 *
 * Bars begin at zero. A ranking's subtitle tells the period if neither it nor the title does.
 *
 * Lines begin at zero if the least value is less than half of the largest, or if there
 * are fewer than four periods; else below the least, and a break of the axis shows it. Of more
 * than eight series the seven that end highest have colours, and the others are grey: named at their
 * ends if there is room, else counted in the legend.
 *
 * Stacked types and the waterfall add their series up, as sheaf_series_list_total does: a whole among
 * them (partner WLD, product TOTAL) is the total and no part, the largest parts of the last period are
 * shown, and what they leave is "other". A part without an observation is nothing; one with a missing
 * figure makes the total of its period missing. */
typedef enum {
    SHEAF_AUTO = 0,   /* the first that fits: bullets for targets, lines for parts that make 100, a
                        line a year of the year to date, bars for contributions to a growth, a
                        ranking for one period of what are no flows, bars for two periods, lines
                        for nine periods or more of exports with imports, bars for years beside
                        parts of years, and for up to 12 periods of one series, 8 of two, 4 of
                        three; else lines, and never more than 24 bars */
    SHEAF_BARS,       /* grouped bars over periods */
    SHEAF_LINES,      /* a line a series over time; periods of one length only */
    SHEAF_BARS_LINE,  /* bars, and the last series as a line: same unit, same axis */
    SHEAF_BULLET,     /* horizontal measures against targets */
    SHEAF_RANKING,    /* a bar a series in one period, the largest first, each with its name */
    SHEAF_SEASONAL,   /* a line a year over its months: of the year to date, months or quarters */
    SHEAF_LOLLIPOP,   /* as a ranking, but a dot on a thin stem a series */
    SHEAF_DOTS,       /* as a ranking, but a dot a series */
    SHEAF_SPARKLINE,  /* a line a series without axes, the last figure beside it; one scale */
    SHEAF_SPARK_BARS, /* the same of bars from zero */
    SHEAF_STACKED, /* columns of parts on each other: of more than six the smallest are "other" */
    SHEAF_STACKED_100,  /* the same as shares of 100 */
    SHEAF_STACKED_AREA, /* as stacked, over one length of period, for many of them */
    SHEAF_AREA,         /* one series from zero, its area filled */
    SHEAF_WATERFALL,    /* how the parts of a total changed it from the first to the last period */
    SHEAF_SURPLUS,  /* two lines, such as exports and imports, and between them the colour of the
                        larger one, changing exactly where they cross; the last difference in
                        figures. Two series and periods of one length only */
    SHEAF_DUMBBELL, /* a row a series: a ring for the first of the periods shown, a dot for the
                        last, and the change in figures; sorted by the last. Of unequal periods,
                        those of the longest kind that has two */
    SHEAF_PAIRED,   /* two flows a member, as two bars that touch, exports above; in the last period
                        that has both; sorted by their sum */
    SHEAF_BUTTERFLY, /* the same with the names in the middle: exports leftwards, imports rightwards */
    SHEAF_RANGE, /* lines, each with the band between two bounds, or with whiskers for what rounding
                        leaves open, where that is more than 2 % of the scale. Bounds are series
                        called "low" and "high" (also lower, lo, min; upper, hi, max), with the
                        name of the series that they bound if there are more: "exports low" */
    SHEAF_FAN,   /* forecasts with bounds called "low90" and "high90", "Lo 80", "p05": the bands are
                        nested. A figure is a forecast if its status says so or, where none does, if
                        it has bounds; the dot is at the last that is none */
    SHEAF_HISTOGRAM, /* how many figures of one period, or of one series, lie between which ends:
                        bins of a round width, at most 1.5 times the square root of their number */
    SHEAF_BOX,     /* quartiles, median and what lies beyond: of five series or more a box a period,
                        over the series; of fewer a box a series, over its periods */
    SHEAF_HEATMAP, /* a cell a period, coloured by its value in five steps: a row a year of one
                        series of months or quarters, or a row a series */
    SHEAF_MULTIPLES, /* a small plot a series, all on one scale, sorted by the last value; those that
                        have room. Lines or, of up to six periods, columns: SHEAF_BASE_DATA makes
                        them lines */
    SHEAF_INDEX, /* lines rebased to 100 in the first period that all have, or in the base period;
                        growth rates about zero and, without a base period, indices as they are */
    SHEAF_SLOPE, /* a line a series between upright rules, names and values at both ends: the first and the
                        last period, or those wanted where they are few */
    SHEAF_BUMP,      /* the rank of each series in each period, 1 on top */
    SHEAF_WAFFLE,    /* two or three shares in one period as squares of a hundred */
    SHEAF_DONUT,     /* the same as a ring, the largest figure in its middle */
    SHEAF_SANKEY,    /* what goes between members of two or three dimensions in one period, from
                        reporter to product to partner or, of imports, the other way: links as wide
                        as their figures */
    SHEAF_MARIMEKKO, /* the shares of one dimension in each member of another in one period: columns
                        of 100 as wide as their totals */
    SHEAF_TREEMAP,   /* an area a part of a whole, in the last period: chapters of the Harmonised
                        System by section; what is too small for its name is named below */
    SHEAF_TILES,     /* a tile a country in a fixed arrangement, coloured by its value in the last
                        period; members without a tile are named below */
    SHEAF_SCATTER, /* a dot a member, at two of its measures, the first across: series that differ in
                        flow, unit or indicator, such as exports and imports, or value and quantity;
                        in the last period in which three members or more have both. Of more than
                        400 squares are shaded by how many they hold; so of one series over plain
                        numbers with as many figures */
    SHEAF_BUBBLE,  /* the same with a third measure as the area of the dot */
    SHEAF_PANELS   /* series of two or three units, a plot a unit, one above the other on one time
                        axis, the first half as high again as the others; bars or lines in all */
} sheaf_chart_type;

/* Where the axis of lines begins. */
typedef enum {
    SHEAF_BASE_AUTO = 0, /* at zero, unless that would leave half of the plot empty */
    SHEAF_BASE_ZERO,
    SHEAF_BASE_DATA /* at the data: the axis shows that it is broken */
} sheaf_base;

/* How values lie on their axis. */
typedef enum {
    SHEAF_AXIS_LINEAR = 0, /* equal steps for equal differences */
    SHEAF_AXIS_LOG,        /* equal steps for equal ratios, of figures above zero */
    SHEAF_AXIS_SYMLOG /* the same on either side of zero, and linear near it: of figures up to 5,000
                              between -10 and 10, and so in proportion by powers of ten */
} sheaf_axis;

/* How much a chart's alternative text says. */
typedef enum {
    SHEAF_DESCRIPTION_FULL = 0, /* what it is; the ends and extremes of its figures; how they go */
    SHEAF_DESCRIPTION_SHORT /* what it is: where the text around it, or a table, says the rest */
} sheaf_description;

typedef enum { SHEAF_PNG = 1, SHEAF_SVG, SHEAF_PDF, SHEAF_EPS } sheaf_format;

/* How an SVG has its letters. */
typedef enum {
    SHEAF_SVG_NAMED =
        0,              /* text that names its faces by family, with others that may stand in; words
                            keep their widths in any face */
    SHEAF_SVG_EMBEDDED, /* the same, with the letters that are used of each face in the file */
    SHEAF_SVG_OUTLINES /* shapes, for programs without the faces; no text is left to find or copy */
} sheaf_svg_text;

typedef struct sheaf_chart sheaf_chart;

/* context: NULL for a private one. */
SHEAF_API sheaf_chart *sheaf_chart_create(sheaf_context *context, sheaf_chart_type type);
SHEAF_API void sheaf_chart_destroy(sheaf_chart *chart); /* NULL: nothing happens */

/* Of its construction, whose first failure stays; while that is well, of the last call, so that
 * after a failed output the chart is as it was and can be written elsewhere. */
SHEAF_API sheaf_status sheaf_chart_status(const sheaf_chart *chart);
/* "" while all is well. Lives until the next call with this chart. */
SHEAF_API const char *sheaf_chart_message(const sheaf_chart *chart);
SHEAF_API const sheaf_error *sheaf_chart_error(const sheaf_chart *chart);

/* What the last output, or picture, does not show as it was meant: series for whose rows a ranking
 * has no room, characters that no font face draws, for which boxes stand, and texts that are cut for
 * want of room, with a size that would show them; a warning each. NULL and failed charts have none. The
 * warnings' texts live until the next call with this chart. */
SHEAF_API size_t sheaf_chart_warning_count(const sheaf_chart *chart);
SHEAF_API bool sheaf_chart_warning(const sheaf_chart *chart, size_t index, sheaf_warning *warning);

/* The types by number, from SHEAF_AUTO (0) to count - 1; and by the names that specs use ("auto",
 * "bars", "bars+line" …). false: no type has this name. */
SHEAF_API size_t sheaf_chart_type_count(void);
SHEAF_API bool sheaf_chart_type_named(const char *name, sheaf_chart_type *type);
/* Static texts: "bars", and what it draws: "bars side by side over periods". NULL: no such type. */
SHEAF_API const char *sheaf_chart_type_name(sheaf_chart_type type);
SHEAF_API const char *sheaf_chart_type_summary(sheaf_chart_type type);
/* Whether it draws targets; the others draw series. */
SHEAF_API bool sheaf_chart_type_takes_targets(sheaf_chart_type type);
/* Whether it adds its series up, as parts of a whole: a whole among them is their total, and of many
 * parts the smallest are drawn as "other". */
SHEAF_API bool sheaf_chart_type_adds_up(sheaf_chart_type type);
/* Whether it has a row a member, of any number the largest, so that sums (World) are none; and whether
 * a member is two series, one a flow, told apart by sheaf_series_flow. */
SHEAF_API bool sheaf_chart_type_ranks_members(sheaf_chart_type type);
SHEAF_API bool sheaf_chart_type_pairs_flows(sheaf_chart_type type);
/* Whether it shows how its series are spread, up to 1,000 of them, so that sums (World) are none. */
SHEAF_API bool sheaf_chart_type_shows_spread(sheaf_chart_type type);
/* Whether it takes a series for each combination of members of two or three dimensions: reporter,
 * product, partner. */
SHEAF_API bool sheaf_chart_type_crosses_dimensions(sheaf_chart_type type);
/* How many measures of a member it relates, each a series with a unit of its own; 0: it relates none,
 * and all its series have one unit. */
SHEAF_API size_t sheaf_chart_type_measures(sheaf_chart_type type);
/* Whether it draws a plot a unit, so that its series may be of two or three; SHEAF_AUTO becomes such a
 * type where units differ. */
SHEAF_API bool sheaf_chart_type_splits_units(sheaf_chart_type type);

/* Another type for the same data. What the type does not take is refused as it is where the chart is laid
 * out; but a type for series of one unit fails the chart (SHEAF_BAD_INPUT) if it has series of several. */
SHEAF_API void sheaf_chart_set_type(sheaf_chart *chart, sheaf_chart_type type);

/* Texts; NULL or "" sets none. The title is the finding, the subtitle
 * what, where, unit and period ("{unit}" stands for the unit), the source who
 * says so, as it is to be printed. Without a subtitle what all series have in common makes one;
 * without a source those of the series are told. */
SHEAF_API void sheaf_chart_set_title(sheaf_chart *chart, const char *title);
SHEAF_API void sheaf_chart_set_subtitle(sheaf_chart *chart, const char *subtitle);
SHEAF_API void sheaf_chart_set_source(sheaf_chart *chart, const char *source);
/* Replaces the alternative text that the chart writes from its data. */
SHEAF_API void sheaf_chart_set_alternative(sheaf_chart *chart, const char *text);
/* How much it writes; of no effect beside sheaf_chart_set_alternative. Another value is
 * SHEAF_BAD_ARGUMENT. */
SHEAF_API void sheaf_chart_set_description(sheaf_chart *chart, sheaf_description description);
/* By the names that specs use: "full", "short". false: there is none of this name. */
SHEAF_API bool sheaf_description_named(const char *name, sheaf_description *description);
/* BCP 47 language of numbers, periods and own words: "en" (the default), "ru", "kk",
 * "zh", "fr", "de", "ar", "ug"; others that ICU knows have its numbers and periods and
 * English words. Unknown ones are SHEAF_BAD_ARGUMENT. */
SHEAF_API void sheaf_chart_set_language(sheaf_chart *chart, const char *language);
/* A folder to look for faces of scripts that the library does not carry (Han)
 * before Fontconfig is asked. */
SHEAF_API void sheaf_chart_set_font_folder(sheaf_chart *chart, const char *path);

/* An SVG changes no style of a page around it, and needs none: it has attributes only, and with
 * embedded faces a <style> of their names. Its root is a graphics-document (WAI-ARIA Graphics) with
 * <title> and <desc>. For designers and scripts its groups have classes: sheaf on the root; sheaf-figure,
 * -chart-title, -chart-subtitle, -chart-source, -legend, -plot, -grid, -axis with -axis-x or -axis-y;
 * -series (a graphics-object with its name and data-series, its number from 0 on); -datum (a
 * graphics-symbol with data-period, the period's number, and a <title>), -datum-label; -data (symbols
 * without a mark of their own, such as the points of a line, for up to 1,000 figures); -link (an <a>, of
 * an address in the source); -artifact.
 * The faces of an SVG in which letters are named are to be on the reader's machine, else the next
 * in their list are taken.
 *
 * Of SVG only. SHEAF_BAD_ARGUMENT for a value that there is not. */
SHEAF_API void sheaf_chart_set_svg_text(sheaf_chart *chart, sheaf_svg_text text);
/* What all ids in the SVG begin with, so that several can stand in one page: a letter, then letters,
 * digits, '-' and '_', up to 64 in all, else SHEAF_BAD_ARGUMENT. NULL or "": one that depends on the
 * picture, which differs unless the pictures are equal. */
SHEAF_API void sheaf_chart_set_svg_prefix(sheaf_chart *chart, const char *prefix);
/* Whether the SVG holds the figures of its series, in the periods that it shows, as CSV: in <metadata>
 * of the class sheaf-csv, as sheaf_table_write has it but without confidential figures; and the PDF the
 * same as chart.csv, with provenance.json: how each figure is computed and sourced. They do unless this
 * says no, the SVG of 1,000 figures at most. */
SHEAF_API void sheaf_chart_set_attachments(sheaf_chart *chart, bool attachments);

SHEAF_API void sheaf_chart_set_flags(sheaf_chart *chart, sheaf_flags flags);
/* Shows "48–53%" in place of "50%", where more is open of a figure than its digits say. */
SHEAF_API void sheaf_chart_set_ranges(sheaf_chart *chart, bool ranges);

/* Bars, rankings and targets begin at zero, because their lengths are compared: for them
 * SHEAF_BASE_DATA is refused (SHEAF_BAD_INPUT) when the chart is laid out. */
SHEAF_API void sheaf_chart_set_base(sheaf_chart *chart, sheaf_base base);
/* The period in which an index (SHEAF_INDEX) is 100, in place of the first that all series have. Where
 * one of them has no figure above zero in it, laying the chart out fails with SHEAF_BAD_INPUT and names
 * the nearest periods that would do; so does any other type. */
SHEAF_API void sheaf_chart_set_base_period(sheaf_chart *chart, sheaf_period period);
/* Bars of two or three parts (SHEAF_STACKED, SHEAF_STACKED_100) lying down, one a period, the earliest
 * above and the parts' names over the first. More parts, parts below zero and other types are refused
 * (SHEAF_BAD_INPUT) when the chart is laid out. */
SHEAF_API void sheaf_chart_set_lying(sheaf_chart *chart, bool lying);
/* Of SHEAF_PDF only. SHEAF_PDF_1_7 (the default): PDF/UA-1 and PDF/A-3a. SHEAF_PDF_2_0: PDF/UA-2 and
 * PDF/A-4f; without attachments PDF/A-4. */
typedef enum { SHEAF_PDF_1_7 = 0, SHEAF_PDF_2_0 } sheaf_pdf;
SHEAF_API void sheaf_chart_set_pdf(sheaf_chart *chart, sheaf_pdf pdf);
/* What the plots of small multiples (SHEAF_MULTIPLES) are: SHEAF_BARS, SHEAF_LINES or SHEAF_AREA;
 * SHEAF_AUTO: bars of up to six periods, else lines. Other types of plots, bars or areas off zero or on a
 * scale that is not linear, and other types of charts are refused (SHEAF_BAD_INPUT) when the chart is laid
 * out. */
SHEAF_API void sheaf_chart_set_plots(sheaf_chart *chart, sheaf_chart_type type);
/* By the names that specs use: "auto", "zero", "data". false: there is none of this name. */
SHEAF_API bool sheaf_base_named(const char *name, sheaf_base *base);

/* The scale of values; of a scatter or bubble chart that of both axes. The subtitle says one that is
 * not linear. Only lines (also seasonal, index, range, fan, multiples, slope), dots, scatter and
 * bubble charts take another than the linear one: lengths and areas are refused (SHEAF_BAD_INPUT)
 * when the chart is laid out, as are zero, negative figures and SHEAF_BASE_ZERO with SHEAF_AXIS_LOG.
 * SHEAF_AUTO is then lines or, in one period, dots. */
SHEAF_API void sheaf_chart_set_axis(sheaf_chart *chart, sheaf_axis axis);
/* By the names that specs use: "linear", "log", "symlog". false: there is none of this name. */
SHEAF_API bool sheaf_axis_named(const char *name, sheaf_axis *axis);

/* Adds a copy of the series. A failed series fails the chart. Layout refuses (SHEAF_BAD_INPUT) more than
 * eight series where colours alone tell them apart, and more than 40 lines; of more than 16 those that do not lead are
 * grey, without names. A ranking shows as many of the largest as have room, the rest as "Other (183)"
 * where it can be added, and a warning tells the height that would show all. */
SHEAF_API void sheaf_chart_add(sheaf_chart *chart, const sheaf_series *series);
/* The same without a copy: the series is the chart's from now on, or destroyed if the chart fails. For
 * series of very many observations. NULL fails the chart. */
SHEAF_API void sheaf_chart_take(sheaf_chart *chart, sheaf_series *series);
/* Adds a target (bullet charts): label, the value aimed at and, unless NaN, the
 * value reached, in unit * 10^multiplier. The share reached is shown in per cent. */
SHEAF_API void sheaf_chart_add_target(sheaf_chart *chart, const char *label, double target,
                                      double reached, const char *unit, int multiplier);

/* Words within the plot, up to 20 in all; texts are copied, and said in the alternative text. More
 * than three earn a warning, and so do those for which a picture has no room, which are then left
 * out. Layout refuses (SHEAF_BAD_INPUT) a type without an axis of periods (a ranking, a treemap), and
 * what lies outside the periods that are shown.
 *
 * An event is a hairline through the plot with its text at the top. It may be shorter than the
 * periods shown: a month stands within its year. On columns the line of a period that is shown
 * stands before its columns; of a longer period, at its beginning. In a seasonal chart it stands at
 * its month, whatever the year. */
SHEAF_API void sheaf_chart_add_event(sheaf_chart *chart, sheaf_period when, const char *text);
/* From the beginning of first to the end of last, which may be equal: shaded behind all marks, as far
 * as the periods shown go, with the text at its top left. */
SHEAF_API void sheaf_chart_add_band(sheaf_chart *chart, sheaf_period first, sheaf_period last,
                                    const char *text);
/* A line across the plot at a value, in the unit of the chart's figures and the multiplier of its
 * first series; of indices and shares, as the axis says them; of panels, across the plot of that
 * series. The scale is extended to it. A logarithmic scale has none at zero and below. Across rows (a
 * ranking, lollipops, dots, dumbbells, paired bars) it is upright, with its text above them; in
 * SHEAF_STACKED_100, which leaves no room for words, its text is in the key. */
SHEAF_API void sheaf_chart_add_reference(sheaf_chart *chart, double value, const char *text);
/* The text beside the figure of a series in a period, with a hairline to it. series: its name, label
 * or code; NULL: the only one. A figure that is missing or not shown is refused at layout. */
SHEAF_API void sheaf_chart_add_callout(sheaf_chart *chart, const char *series, sheaf_period period,
                                       const char *text);

/* Only these periods, in this order of time; n 0: all. */
SHEAF_API void sheaf_chart_set_periods(sheaf_chart *chart, const sheaf_period *periods, size_t n);

/* What a chart was told, or what holds without it (language: "en"; texts: ""). Texts and periods are
 * borrowed until the chart is changed. Of NULL: what an empty chart has. */
SHEAF_API sheaf_chart_type sheaf_chart_get_type(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_title(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_subtitle(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_source(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_alternative(const sheaf_chart *chart);
SHEAF_API sheaf_description sheaf_chart_get_description(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_language(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_font_folder(const sheaf_chart *chart);
SHEAF_API sheaf_svg_text sheaf_chart_get_svg_text(const sheaf_chart *chart);
SHEAF_API const char *sheaf_chart_get_svg_prefix(const sheaf_chart *chart);
SHEAF_API bool sheaf_chart_get_attachments(const sheaf_chart *chart);
SHEAF_API sheaf_pdf sheaf_chart_get_pdf(const sheaf_chart *chart);
SHEAF_API sheaf_flags sheaf_chart_get_flags(const sheaf_chart *chart);
SHEAF_API bool sheaf_chart_get_ranges(const sheaf_chart *chart);
SHEAF_API sheaf_base sheaf_chart_get_base(const sheaf_chart *chart);
SHEAF_API sheaf_period sheaf_chart_get_base_period(const sheaf_chart *chart);
SHEAF_API bool sheaf_chart_get_lying(const sheaf_chart *chart);
SHEAF_API sheaf_chart_type sheaf_chart_get_plots(const sheaf_chart *chart);
SHEAF_API sheaf_axis sheaf_chart_get_axis(const sheaf_chart *chart);
/* *n, which may be NULL: how many; none, and NULL: all are shown. */
SHEAF_API const sheaf_period *sheaf_chart_get_periods(const sheaf_chart *chart, size_t *n);

/* Its series, in the order in which they were added; confidential figures are not in them. NULL behind the
 * last. */
SHEAF_API size_t sheaf_chart_series_count(const sheaf_chart *chart);
SHEAF_API const sheaf_series *sheaf_chart_series(const sheaf_chart *chart, size_t index);
/* Its targets, and what is written into its plot. False behind the last. */
typedef struct sheaf_target {
    size_t size; /* of the struct, as the caller was compiled */
    const char *label;
    double target, reached; /* reached NaN: unknown */
    const char *unit;
    int multiplier;
} sheaf_target;
#define SHEAF_TARGET_INIT                                                                          \
    {                                                                                              \
        sizeof(sheaf_target), "", 0, 0, "", 0                                                      \
    }
SHEAF_API size_t sheaf_chart_target_count(const sheaf_chart *chart);
SHEAF_API bool sheaf_chart_target_at(const sheaf_chart *chart, size_t index, sheaf_target *target);
typedef enum { SHEAF_EVENT = 1, SHEAF_BAND, SHEAF_REFERENCE, SHEAF_CALLOUT } sheaf_annotation_kind;
typedef struct sheaf_annotation {
    size_t size; /* of the struct, as the caller was compiled */
    sheaf_annotation_kind kind;
    sheaf_period first, last; /* equal but of bands; of references none */
    double value;             /* of references */
    const char *series;       /* of call-outs; "": the only one */
    const char *text;
} sheaf_annotation;
#define SHEAF_ANNOTATION_INIT                                                                      \
    {                                                                                              \
        sizeof(sheaf_annotation), SHEAF_EVENT, { SHEAF_NO_PERIOD, 0, 0 },                          \
            { SHEAF_NO_PERIOD, 0, 0 }, 0, "", ""                                                   \
    }
SHEAF_API size_t sheaf_chart_annotation_count(const sheaf_chart *chart);
SHEAF_API bool sheaf_chart_annotation_at(const sheaf_chart *chart, size_t index,
                                         sheaf_annotation *annotation);

/* Takes one out again; those behind it move up. An index that there is not fails the chart. */
SHEAF_API void sheaf_chart_remove_series(sheaf_chart *chart, size_t index);
SHEAF_API void sheaf_chart_remove_target(sheaf_chart *chart, size_t index);
SHEAF_API void sheaf_chart_remove_annotation(sheaf_chart *chart, size_t index);

/* A chart of its own, with all that the chart was told, its theme included, in another context (NULL: a
 * private one), so that another thread may go on with it. A failed chart gives a failed one. */
SHEAF_API sheaf_chart *sheaf_chart_copy(const sheaf_chart *chart, sheaf_context *context);

/* Output. Each returns its status, which the chart's error tells until the next call; none changes
 * the chart. */

/* Paints a ground of the theme's paper over (x, y, width, height) of the context's user space, draws
 * the chart on it and nothing beside it, and leaves the context as it found it. Any size above 0 is drawn, with
 * what has room; a named type that has none for its marks is refused. */
SHEAF_API sheaf_status sheaf_chart_draw(sheaf_chart *chart, cairo_t *cr, double x, double y,
                                        double width, double height);

/* Writes a file; on failure there is none, or the old one. A PNG has width *
 * scale by height * scale pixels (scale 1 in the first function) and says 96 dpi *
 * scale; vector formats are width by height points. Sizes 60 x 14 to 4000 x
 * 3000, scales 0.25 to 8. A size without room for the title, for what colours mean and for the labels
 * of axes is refused with one that would do; where the type is SHEAF_AUTO, a sparkline is drawn
 * instead if the data have several periods. */
SHEAF_API sheaf_status sheaf_chart_write_png(sheaf_chart *chart, const char *path, int width,
                                             int height);
SHEAF_API sheaf_status sheaf_chart_write(sheaf_chart *chart, sheaf_format format, const char *path,
                                         double width, double height, double scale);
SHEAF_API sheaf_status sheaf_chart_write_sink(sheaf_chart *chart, sheaf_format format,
                                              sheaf_sink sink, double width, double height,
                                              double scale);

/* Labels the computed series of a list that have no label of their own as charts call them, in a language
 * (BCP 47; NULL: English): "Growth of exports", "Рост экспорта". A table of the series then has these
 * names beside the expressions, and its CSV a column "series label". Fails into the list. */
SHEAF_API void sheaf_series_list_call_by_words(sheaf_series_list *list, const char *language);

#ifdef __cplusplus
}
#endif
#endif
