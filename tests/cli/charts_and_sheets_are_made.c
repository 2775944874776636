/* charts_and_sheets_are_made.c - the README's promises, run: every format, standard
 * input and output, the sample sheet as other programs see it. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/shell.h"

static void expect(const char *line, int status, const char *says)
{
    shell_check((struct shell_case){ line, status, says });
}

static void refuse(const char *line, const char *says)
{
    struct process run = shell(line);

    print_message("  %s\n", line);
    if (strstr(run.output, says) != NULL)
        fail_msg("'%s' found in:\n%s", says, run.output);
    process_free(&run);
}

/* What a chart says to those who do not see it, without a picture. */
static void charts_describe_themselves(void **state)
{
    const char *data =
        "printf 'year,flow,value\\n2021,exports,1\\n2021,imports,2\\n2022,exports,3\\n"
        "2022,imports,2\\n2023,exports,4\\n2023,imports,3\\n' > said.csv && ";
    char line[600];

    (void)state;
    snprintf(line, sizeof line, "%s$sheaf chart said.csv --type lines --describe", data);
    expect(line, 0, "Exports overtook imports in 2022.");
    expect("$sheaf chart said.csv --type lines --describe --lang ru", 0,
           "В 2022 году экспорт превысил импорт.");
    expect("$sheaf chart said.csv --type lines --describe --description brief", 2,
           "--description is full or short, not 'brief'");
    expect("$sheaf chart said.csv --describe -o said.png", 2,
           "--describe draws nothing; it takes no output");
    expect("$sheaf chart said.csv --describe --format png", 2, "it takes no format");
}

static void every_format_is_written(void **state)
{
    (void)state;
    expect("$sheaf chart $source/tests/bench/months.csv -o a.png && head -c 4 a.png", 0, "PNG");
    expect("$sheaf chart $source/tests/bench/months.csv -o a.svg && cat a.svg", 0, "<svg");
    expect("$sheaf chart $source/tests/bench/months.csv -o a.pdf && head -c 5 a.pdf", 0, "%PDF-");
    expect("$sheaf chart $source/tests/bench/months.csv -o a.eps && head -c 30 a.eps", 0, "EPSF");
    expect("$sheaf chart $source/tests/bench/months.csv -o a.PNG && cmp a.png a.PNG && echo same",
           0, "same");
}

static void standard_input_and_output_work(void **state)
{
    (void)state;
    expect("cat $source/tests/bench/months.csv | $sheaf chart - --format svg | head -c 200", 0,
           "<svg");
    expect("$sheaf chart - -f png < $source/tests/bench/months.csv > b.png && "
           "$sheaf chart $source/tests/bench/months.csv -o c.png && cmp b.png c.png && echo same",
           0, "same");
    expect("cd $source/samples/kaz-chn && $sheaf sheet - -o - < kaz-chn.yaml | head -c 5", 0,
           "%PDF-");
}

static void themes_are_named_or_read(void **state)
{
    (void)state;
    expect("$sheaf chart $source/tests/bench/months.csv --theme dark -f svg | "
           "grep -c '#14181f' | sed 's/^[1-9].*/dark/'",
           0, "dark");
    expect("$sheaf chart $source/tests/bench/months.csv --theme drak -o a.svg", 2,
           "no theme 'drak'; did you mean 'dark'?");
    expect("$sheaf chart $source/tests/bench/months.csv --theme none.yaml -o a.svg", 1,
           "none.yaml: ");
    expect("printf 'theme: 1\nink: \"#999999\"\n' > pale.yaml && "
           "$sheaf chart $source/tests/bench/months.csv --theme pale.yaml -o a.svg",
           0, "pale.yaml: warning: 'ink' (#999999) has a contrast of 2.8 : 1 with the paper");
    expect(
        "$sheaf chart $source/tests/bench/months.csv --theme $source/samples/themes/ministry.yaml "
        "-o a.svg && echo well",
        0, "well");
    refuse(
        "$sheaf chart $source/tests/bench/months.csv --theme $source/samples/themes/ministry.yaml "
        "-o a.svg",
        "warning");
    expect("$sheaf chart $source/tests/bench/months.csv --transparent -o a.pdf", 2,
           "--transparent is for png and svg");
    expect("$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml --theme print -o p.pdf && "
           "head -c 5 p.pdf",
           0, "%PDF-");
    expect("mkdir -p en ru && $sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml --lang en,ru "
           "-o '{lang}/{lang} p.html' && head -c 15 'ru/ru p.html' && "
           "grep -o 'href=\"../ru/ru%20p.html\"' 'en/en p.html'",
           0, "<!DOCTYPE html>href=\"../ru/ru%20p.html\"");
    expect("$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml --theme prnt -o p.pdf", 2,
           "did you mean 'print'?");
}

/* Across, up and area, in the order of the columns; a dot a country. */
static void columns_of_wide_files_are_measures(void **state)
{
    (void)state;
    expect("printf 'year,partner,value,quantity,population\\n2024,DEU,50,3,20\\n"
           "2024,FRA,30,4,80\\n2024,CHN,90,2,200\\n' > wide.csv; "
           "$sheaf chart wide.csv -x year -y value,quantity,population --type bubble -o w.svg && "
           "cat w.svg",
           0, "Germany \u2013 Value: 50; Quantity: 3; Population: 20");
    expect("$sheaf chart wide.csv -x year -y value,population --type scatter -o w.svg && cat w.svg",
           0, "Germany \u2013 Value: 50; Population: 20");
}

/* "number" is no column: it says what the rows run over, here in place of the years that they may be. */
static void rows_run_over_numbers(void **state)
{
    (void)state;
    expect("printf 'price,deals\\n1999,3\\n2010,5\\n2023,4\\n' > deals.csv; "
           "$sheaf chart deals.csv --x number --type scatter -o w.svg && cat w.svg",
           0, "Horizontal axis: Price");
}

/* Bars are told apart by colour, of lines most may be grey. */
static void lines_of_many_are_drawn(void **state)
{
    (void)state;
    expect("{ echo period,partner,value; for i in $(seq 30); do for y in 2020 2021 2022; do "
           "echo $y,Place $i,$((i * y)); done; done; } > many.csv; "
           "$sheaf chart many.csv --type lines -o m.svg && cat m.svg",
           0, "Others, in grey: 23");
    expect("$sheaf chart many.csv --type bars -o m.svg", 2, "a chart shows at most 16 series");
}

/* U+100000 is for private use: no face has it. Once each, and the file is written. */
static void a_box_stands_for_what_no_face_draws(void **state)
{
    (void)state;
    expect("$sheaf chart $source/tests/bench/months.csv --title \"Up $(printf "
           "'\\364\\200\\200\\200')\" "
           "-o box.png 2> said && head -c 4 box.png && cat said && grep -c . said",
           0,
           "sheaf: warning: no face here draws '\xF4\x80\x80\x80' (U+100000); a box stands for it");
    expect("printf 'sheaf: 1\\ntitle: \\364\\200\\200\\200 up\\nsheet: [{text: a}]\\n' > box.yaml; "
           "$sheaf sheet box.yaml -o box.pdf 2> said && head -c 4 box.pdf && cat said && "
           "test $(grep -c . said) = 1",
           0, "box.yaml: warning: no face here draws");
}

/* With a cache of fonts of the test's own: out of memory, Fontconfig can write a wrong one. Below
 * 100 MB of addresses neither Cairo nor the loader of libraries is safe, and nothing is asked of how
 * that ends. */
static void a_shortage_of_memory_is_no_missing_face(void **state)
{
    (void)state;
    expect(
        "printf "
        "'<fontconfig><dir>/usr/share/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>' "
        "\"$PWD\" > fonts.conf; export FONTCONFIG_FILE=$PWD/fonts.conf; "
        "printf 'sheaf: 1\\ntitle: 哈萨克斯坦\\nlanguage: zh\\nsheet: [{text: 中国}]\\n' > "
        "han.yaml; "
        "$sheaf sheet han.yaml -o han.pdf 2> first; "
        "for kb in $(seq 50000 6000 200000); do "
        "(ulimit -c 0; ulimit -v $kb; $sheaf sheet han.yaml -o small.pdf) 2>&1; done > said 2>&1; "
        "$sheaf sheet han.yaml -o again.pdf 2> last; "
        "cmp first last && cmp han.pdf again.pdf && test -s small.pdf -o -s said && "
        "{ test -s first || ! grep 'no face' said; } && echo all told",
        0, "all told");
}

/* From the least memory in which the command starts (exit code 3 is its own) to the least that is
 * enough, in steps of a third of the range in which Cairo's rasteriser crashed. Sanitizers need more
 * addresses than all of it, and nothing is tried then. */
static void a_shortage_of_memory_is_no_crash(void **state)
{
    (void)state;
    expect(
        "printf 'period,flow,value,unit,unit_mult,status\\n2021,exports,9.1,USD,9,A\\n"
        "2022,exports,13.1,USD,9,E\\n2023,exports,14.7,USD,9,P\\n2021,imports,8.2,USD,9,A\\n"
        "2022,imports,11,USD,9,A\\n2023,imports,16.8,USD,9,P\\n' > in.csv; "
        "$sheaf chart in.csv -o whole.png; "
        "draw() { (ulimit -c 0; ulimit -v $1; exec $sheaf chart in.csv -o small.png) "
        "> said 2>&1; }; "
        "for least in $(seq 30000 1000 90000); do draw $least; test $? = 3 && break; done; "
        "for kb in $(seq $least 100 120000); do draw $kb; code=$?; "
        "test $least = 90000 -o $code = 0 && break; test $code = 3 || echo $kb: $code; "
        "grep -q 'out of memory' said || cat said; done > faults; cat faults; test ! -s faults && "
        "{ test $least = 90000 || cmp whole.png small.png; } && echo all told",
        0, "all told");
}

/* Seconds of processor time that only a quadratic cost would take. */
static void many_series_are_ranked_at_once(void **state)
{
    (void)state;
    expect(
        "awk 'BEGIN { print \"period,partner,value\"; for (i = 0; i < 40000; i++) "
        "print \"2020,p\" i \",\" i }' > many.csv; (ulimit -t 9; $sheaf chart many.csv -o m.png)",
        0, "the ranking shows 33 of 40000 series");
    expect("awk 'BEGIN { print \"period,value\"; for (y = 1001; y < 8001; y++) for (m = 1; m < 13; "
           "m++) printf \"%d-%02d,%d\\n\", y, m, y }' > long.csv; "
           "(ulimit -t 9; $sheaf chart long.csv --periods 2000.. -o m.png) && echo made",
           0, "made");
}

/* The world is no bar beside its parts, unless it is asked for. */
static void sums_are_left_out_of_rankings(void **state)
{
    (void)state;
    expect(
        "printf 'period,partner,value,unit\n2022,China,13,USD\n2022,World,50,USD\n"
        "2022,Germany,8,USD\n2022,EU,11,USD\n2022,Italy,5,USD\n' > rank.csv; "
        "$sheaf chart rank.csv -o rank.svg && grep -c 'World\\|>EU' rank.svg",
        1,
        "sheaf: note: sums are left out of a ranking of their parts: WLD, EU; --select 'partner: "
        "…' shows the groups that it names\n0");
    expect("$sheaf chart rank.csv --select 'partner: World, partner: China' -o rank.svg && "
           "echo made",
           0, "made");
}

/* A plain table with partners and flows: members of two flows, the world no member. */
static void flows_of_members_are_paired(void **state)
{
    (void)state;
    expect("printf 'period,partner,flow,value,unit\n2022,China,exports,13,USD\n"
           "2022,China,imports,11,USD\n2022,World,exports,50,USD\n2022,World,imports,40,USD\n"
           "2022,Italy,exports,5,USD\n2022,Italy,imports,1,USD\n2022,Italy,turnover,6,USD\n"
           "2023,Italy,exports,7,USD\n2023,China,exports,9,USD\n' > pairs.csv; "
           "$sheaf chart pairs.csv --type butterfly -o pairs.svg && grep -o '2022. China[^<]*' "
           "pairs.svg | head -1",
           0, "2022. China – Exports: 13; Imports: 11. Italy – Exports: 5; Imports: 1.");
    expect("$sheaf chart pairs.csv --type dumbbell --select 'flow: exports' -o pairs.svg && "
           "grep -o 'China –[^<]*' pairs.svg | head -1",
           0,
           "China – 2022: 13; 2023: 9. Italy – 2022: 5; 2023: 7. "
           "Larger in every period: China. Largest change: China");
    expect("$sheaf chart pairs.csv --type paired --select 'flow: exports' -o pairs.svg", 1,
           "compares two flows of each member, such as exports and imports, and here is only "
           "'exports'");
    expect("$sheaf chart pairs.csv --type dumbbell -o pairs.svg", 2,
           "both partner and flow vary here; choose one with --by");
    expect("rm -f pairs.svg pairs.csv; echo gone", 0, "gone");
}

/* The last figures of members beside what is aimed at. */
static void targets_are_drawn_from_a_plain_table(void **state)
{
    (void)state;
    expect("printf 'year,product,value,unit\\n2022,Beef,280,t\\n2023,Beef,310,t\\n"
           "2023,Cheese,55,t\\n' > aims.csv; "
           "$sheaf chart aims.csv --targets 'Beef: 500, Cheese: 50' -o aims.svg && "
           "grep -o '<desc>[^<]*' aims.svg | head -1",
           0, "Beef");
    expect("grep -o 'Beef[^<]*' aims.svg | head -1", 0, "62");
    expect("$sheaf chart aims.csv --targets 'Beef: 500' --periods 2022 -o aims.svg && "
           "grep -o 'Beef[^<]*' aims.svg | head -1",
           0, "56");
    expect("$sheaf chart aims.csv --targets 'Beef: much' -o aims.svg", 2,
           "'much' is no figure to aim at");
    expect("$sheaf chart aims.csv --targets 'Cheese: 5' --periods 2022 -o aims.svg", 2,
           "'Cheese' has no figure in 2022");
    expect("rm -f aims.svg aims.csv; echo gone", 0, "gone");
}

/* What others wrote to a file that is open is kept. */
static void an_open_output_is_a_stream(void **state)
{
    static const char *const names[] = { "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "log.txt" };

    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        setenv("name", names[i], 1);
        expect("echo keep > log.txt; $sheaf data $source/tests/bench/months.csv --to csv "
               "-o $name >> log.txt; head -c 12 log.txt; wc -l < log.txt",
               0, "keep\nperiod,");
        expect("(echo before; $sheaf chart $source/tests/bench/months.csv -f svg -o $name; "
               "echo after) > log.txt; head -c 12 log.txt",
               0, "before\n<svg ");
        expect("tail -n 2 log.txt", 0, "</svg>\nafter\n");
    }
    expect("cd $source/samples/kaz-chn && (echo before; $sheaf sheet kaz-chn.yaml "
           "-o /dev/fd/1) | head -c 12",
           0, "before\n%PDF-");
}

static void a_link_stays_a_link(void **state)
{
    (void)state;
    expect("ln -sf target.svg link.svg; $sheaf chart $source/tests/bench/months.csv -o link.svg; "
           "test -L link.svg && head -c 5 target.svg",
           0, "<svg ");
}

static void an_input_is_not_replaced(void **state)
{
    (void)state;
    expect("cp $source/tests/bench/months.csv in.csv; ln -sf in.csv in.svg; "
           "$sheaf chart in.csv -f png -o in.csv",
           2, "the output in.csv is the input; name another file");
    expect("$sheaf chart in.csv -o in.svg", 2, "the output in.svg is the input");
    expect("$sheaf chart - -o in.svg < in.csv", 2, "the output in.svg is the input");
    expect("$sheaf data in.csv -o in.csv", 2, "the output in.csv is the input");
    expect("$sheaf data in.csv --to csv -o in.csv && head -c 7 in.csv", 0, "period,");
    expect("echo 'sheaf: 1' > spec; $sheaf sheet spec -o spec", 2, "the output spec is the input");
    expect("$sheaf data in.csv --to csv 2>&1 >> in.csv", 2, "standard output goes into the input");
    expect("$sheaf data - --to csv < in.csv 2>&1 >> in.csv", 2,
           "standard output goes into the input");
    expect("$sheaf data in.csv --to csv -o /dev/stdout 2>&1 >> in.csv", 2,
           "standard output goes into the input");
    expect("$sheaf data in.csv --to csv -o in.csv 2>&1 >> in.csv", 2,
           "standard output goes into the input");
    expect("$sheaf check in.csv 2>&1 >> in.csv", 2, "standard output goes into the input");
    expect("$sheaf chart in.csv -f svg 2>&1 >> in.csv", 2, "standard output goes into the input");
    expect("$sheaf chart in.csv -o ''", 2, "the output's name is empty; name a file");
    expect("$sheaf data in.csv -o ''", 2, "the output's name is empty; name a file");
    expect("$sheaf sheet spec -o ''", 2, "the output's name is empty; name a file");
    expect("printf 'sheaf: 1\ntitle: T\ndata:\n  t: in.csv\nsheet:\n  - notes\n' > spec; "
           "ln -sf in.csv in.pdf; $sheaf sheet spec -o in.pdf",
           2, "the output in.pdf is in.csv, which the sheet was read from; name another file");
    expect("sed \"s/in.csv/'-'/\" spec > piped; $sheaf sheet piped -o in.pdf < in.csv", 2,
           "the output in.pdf is standard input, which");
    expect("head -c 7 in.csv; $sheaf sheet spec -o out.pdf && head -c 5 out.pdf", 0,
           "period,%PDF-");
}

static void options_change_the_picture(void **state)
{
    static const char *const options[] = { "--type bars",
                                           "--periods 2023-01..2023-06",
                                           "--periods 2023-01,2023-02",
                                           "--title 'A finding'",
                                           "--subtitle 'Goods, {unit}'",
                                           "--source 'Somebody'",
                                           "--size 800x500",
                                           "--scale 2",
                                           "--lang ru",
                                           "--select 'flow: exports'",
                                           "--by flow --select 'reporter: KAZ'" };

    (void)state;
    expect("$sheaf chart $source/tests/bench/months.csv -o plain.png && echo made", 0, "made");
    for (size_t i = 0; i + 1 < LENGTH(options); i++) {
        setenv("options", options[i], 1);
        expect("eval $sheaf chart $source/tests/bench/months.csv -o other.png $options && "
               "! cmp -s plain.png other.png && echo differs",
               0, "differs");
    }
    setenv("options", options[LENGTH(options) - 1], 1); /* says what is so anyway */
    expect("eval $sheaf chart $source/tests/bench/months.csv -o other.png $options && "
           "cmp plain.png other.png && echo same",
           0, "same");
}

/* A provisional figure, and a computed one of the same year. */
static void flags_are_chosen(void **state)
{
    static const struct {
        const char *option, *says[3], *never[2];
    } cases[] = {
        { "", { "Provisional" }, { "[d]" } },
        { "--flags estimated", { "Provisional" }, { "[d]" } },
        { "--flags all", { "Provisional", "[d]" }, { NULL } },
        { "--flags none", { "30.0" }, { "rovisional", "[d]" } },
    };

    (void)state;
    process_need("pdftotext");
    expect("printf 'period,flow,value,unit,status\\n2022,exports,10.0,USD,A\\n"
           "2022,imports,20.0,USD,A\\n2023,exports,14.0,USD,P\\n' > f.csv && "
           "printf 'sheaf: 1\\ntitle: T\\ndata: {d: f.csv}\\nsheet:\\n"
           "  - figures: [{value: \"d[flow:exports][2023]\"}, "
           "{value: \"(d[flow:exports] + d[flow:imports])[2022]\"}]\\n  - notes\\n' > f.yaml && "
           "echo made",
           0, "made");
    for (size_t i = 0; i < LENGTH(cases); i++) {
        setenv("options", cases[i].option, 1);
        expect("$sheaf chart f.csv --series 'exports; exports + imports' --type bars "
               "-o c.pdf $options && pdftotext c.pdf c.txt && echo made",
               0, "made");
        expect("$sheaf sheet f.yaml -o f.pdf $options && pdftotext f.pdf f.txt && echo made", 0,
               "made");
        for (size_t k = 0; k < 3 && cases[i].says[k] != NULL; k++) {
            expect("cat c.txt", 0, cases[i].says[k]);
            expect("cat f.txt", 0, cases[i].says[k]);
        }
        for (size_t k = 0; k < 2 && cases[i].never[k] != NULL; k++) {
            refuse("cat c.txt", cases[i].never[k]);
            refuse("cat f.txt", cases[i].never[k]);
        }
    }
    expect("$sheaf chart f.csv -o c.pdf --flags some", 2,
           "--flags is estimated, all or none, not 'some'");
    expect("$sheaf sheet f.yaml -o f.pdf --flags some", 2,
           "--flags is estimated, all or none, not 'some'");
}

static void columns_are_named(void **state)
{
    (void)state;
    expect("printf 'year,exports_bn,imports_bn,share\\n2022,1.5,2,3\\n2023,2.5,3,4\\n' > p.csv && "
           "$sheaf chart p.csv -x year -y exports_bn,imports_bn -o p.svg && echo made",
           0, "made");
    expect("printf 'year,exports_bn,imports_bn\\n2022,1.5,2\\n2023,2.5,3\\n' > a.csv && "
           "$sheaf chart a.csv -o a.svg && cmp a.svg p.svg && echo same",
           0, "same");
    expect("printf 'year,exports_bn,imports_bn,a_exports_bn\\n2022,1,2,1\\n' > s.csv && "
           "$sheaf chart s.csv --series 'exports_bn; imports_bn' -o b.svg && "
           "grep -o 'Exports: ' b.svg | head -1",
           0, "Exports: ");
    expect("$sheaf chart p.csv -x yaer -y exports_bn -o q.svg", 1, "did you mean 'year'?");
    expect("$sheaf chart p.csv -x year -y exprots_bn -o q.svg", 1, "did you mean 'exports_bn'?");
    expect("printf 'period,partner,flow,value\\n2022,CHN,exports,1\\n2022,CHN,imports,2\\n"
           "2022,RUS,exports,3\\n2022,RUS,imports,4\\n' > d.csv && $sheaf chart d.csv -o d.svg",
           2, "both partner and flow vary here");
    expect("$sheaf chart d.csv --by partner --select 'flow: exports' -o d.svg && echo made", 0,
           "made");
    expect("$sheaf chart d.csv --select 'flow: exports, partner: CHN, partner: RUS' -o e.svg && "
           "cmp d.svg e.svg && echo same",
           0, "same");
    expect("printf 'year,a_exports_bn,b_exports_bn,b_share_pct\\n2022,1.5,2,7\\n' > s.csv && "
           "$sheaf chart s.csv -o s.svg",
           1, "'a_exports_bn' is without a unit but 'b_share_pct' in '%'");
    expect("printf 'period,value (USD million),quantity (t)\\n2019,2500,430\\n2020,2400,450\\n' > "
           "p.csv "
           "&& $sheaf chart p.csv --type panels -y 'value (USD million),quantity (t)' -o p.svg && "
           "$sheaf chart p.csv -o q.svg && cmp p.svg q.svg && echo same",
           0, "same");
    expect("printf 'period,value,quantity\\n2019,2500,430\\n2020,2400,450\\n' > u.csv && "
           "$sheaf chart u.csv --type panels -y value,quantity -o u.svg && echo made",
           0, "made");
    expect("$sheaf chart p.csv --type lines -o r.svg", 1, "so draw panels, a plot a unit");
    expect("$sheaf chart s.csv --select 'series: a_exports_bn, series: b_exports_bn' -o s.svg && "
           "echo made",
           0, "made");
    expect("(echo country,2022,2023; for c in KAZ CHN RUS UZB KGZ TJK TKM DEU FRA ITA ESP PRT GBR "
           "USA CAN MEX BRA; do echo $c,1,2; done; echo ARG,,) > w.csv; "
           "$sheaf chart w.csv -o w.svg",
           2,
           "there are 17 of reporter, and a chart shows at most 16 series; choose with "
           "--select 'reporter: KAZ'");
    expect("$sheaf chart w.csv --select 'period: 2022' -o w.svg && echo made", 0, "made");
    expect("$sheaf chart w.csv --select 'reporter: Kazakhstan, reporter: Argentina' -o w.svg && "
           "echo made",
           0, "made");
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    (void)state;
    expect("for i in 1 2; do for f in png svg pdf eps; do "
           "$sheaf chart $source/tests/bench/months.csv -o $i.$f; done; "
           "$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml -o sheet$i.pdf; sleep 1.1; done; "
           "for f in png svg pdf eps; do cmp 1.$f 2.$f || exit 1; done; "
           "cmp sheet1.pdf sheet2.pdf && echo same",
           0, "same");
}

static void the_locale_of_the_process_does_not_matter(void **state)
{
    (void)state;
    expect("$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml -o one.pdf; "
           "LC_ALL=ru_RU.UTF-8 LANG=ru_RU.UTF-8 TZ=Asia/Almaty "
           "$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml -o two.pdf; "
           "cmp one.pdf two.pdf && echo same",
           0, "same");
}

static int make_sample(void **state)
{
    struct process run = shell("$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml -o sample.pdf");

    (void)state;
    if (run.status != 0)
        print_error("%s", run.output);
    int status = run.status;
    process_free(&run);
    return status;
}

static void the_sample_is_one_sound_page(void **state)
{
    (void)state;
    process_need("pdfinfo");
    process_need("qpdf");
    expect("qpdf --check sample.pdf", 0, "No syntax or stream encoding errors");
    expect("pdfinfo sample.pdf", 0, "Pages:           1");
    expect("pdfinfo sample.pdf", 0, "Tagged:          yes");
    expect("pdfinfo sample.pdf", 0, "Page size:       595.276 x 841.89 pts (A4)");
    expect("pdfinfo sample.pdf", 0, "Title:           China became Kazakhstan");
}

static void the_sample_has_fonts_and_no_raster(void **state)
{
    (void)state;
    process_need("pdffonts");
    process_need("pdfimages");
    /* Every row below the two heading lines: embedded, subset, with Unicode. */
    expect("pdffonts sample.pdf | awk 'NR > 2 && !/yes yes yes/ { bad = 1; print } "
           "END { print (NR > 3 && !bad) ? \"all good\" : \"bad\" }'",
           0, "all good");
    expect("pdfimages -list sample.pdf | wc -l", 0, "2\n");
}

static void the_sample_says_what_the_facts_are(void **state)
{
    static const char *const said[] = {
        "31.5",
        "+30.1%",
        "14.7",
        "+12.6%",
        "16.8",
        "≈−$2.1 bn",
        "24.2",
        "13.1",
        "11.2",
        "≈1.9",
        "+50%",
        "almost half",
        "500",
        "10.3",
        "Kazinform",
        "Imports = turnover − exports; Balance = exports − imports",
        "[est] Own estimate:",
    };

    (void)state;
    process_need("pdftotext");
    expect("pdftotext -layout sample.pdf sample.txt && echo read", 0, "read");
    for (size_t i = 0; i < LENGTH(said); i++)
        expect("cat sample.txt", 0, said[i]);
    /* Digits that do not hold are not shown, nor are ranges and intermediate figures. */
    refuse("cat sample.txt", "13.06");
    refuse("cat sample.txt", "24.21");
    refuse("cat sample.txt", "24.16");
    refuse("cat sample.txt", "8.2 bn");
    refuse("cat sample.txt", "[d]");
}

static void the_sample_is_tagged(void **state)
{
    static const char *const elements[] = { "Document", "H1", "P (block)", "Figure",
                                            "Table",    "TR", "TH",        "TD" };

    (void)state;
    process_need("pdfinfo");
    for (size_t i = 0; i < LENGTH(elements); i++)
        expect("pdfinfo -struct-text sample.pdf", 0, elements[i]);
}

static void the_arrow_sample_runs(void **state)
{
    (void)state;
    expect("$(dirname $(dirname $sheaf))/samples/arrow . && head -c 4 arrow.png | tail -c 3", 0,
           "6 rows: period flow unit value unit_mult\nPNG");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_is_written),
        cmocka_unit_test(charts_describe_themselves),
        cmocka_unit_test(standard_input_and_output_work),
        cmocka_unit_test(themes_are_named_or_read),
        cmocka_unit_test(columns_of_wide_files_are_measures),
        cmocka_unit_test(rows_run_over_numbers),
        cmocka_unit_test(lines_of_many_are_drawn),
        cmocka_unit_test(a_box_stands_for_what_no_face_draws),
        cmocka_unit_test(a_shortage_of_memory_is_no_missing_face),
        cmocka_unit_test(a_shortage_of_memory_is_no_crash),
        cmocka_unit_test(sums_are_left_out_of_rankings),
        cmocka_unit_test(flows_of_members_are_paired),
        cmocka_unit_test(targets_are_drawn_from_a_plain_table),
        cmocka_unit_test(many_series_are_ranked_at_once),
        cmocka_unit_test(an_open_output_is_a_stream),
        cmocka_unit_test(a_link_stays_a_link),
        cmocka_unit_test(an_input_is_not_replaced),
        cmocka_unit_test(options_change_the_picture),
        cmocka_unit_test(flags_are_chosen),
        cmocka_unit_test(columns_are_named),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
        cmocka_unit_test(the_locale_of_the_process_does_not_matter),
        cmocka_unit_test_setup(the_sample_is_one_sound_page, make_sample),
        cmocka_unit_test_setup(the_sample_has_fonts_and_no_raster, make_sample),
        cmocka_unit_test_setup(the_sample_says_what_the_facts_are, make_sample),
        cmocka_unit_test_setup(the_sample_is_tagged, make_sample),
        cmocka_unit_test(the_arrow_sample_runs),
    };
    return cmocka_run_group_tests_name("cli/charts_and_sheets_are_made", tests, shell_enter,
                                       shell_leave);
}
