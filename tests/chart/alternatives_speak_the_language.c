/* alternatives_speak_the_language.c - what charts say to those who do not see them, in each
 * of the eight languages and in others, which get English words. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

enum { FIRST_YEAR = 2021 };

static void assert_says(sheaf_chart *chart, const char *language, const char *words)
{
    sheaf_chart_set_language(chart, language);
    struct scene *scene = chart_scene(chart, 800, 500, true, NULL);

    assert_string_equal(sheaf_chart_message(chart), "");
    print_message("  %s: %s\n", language, scene_alternative(scene));
    assert_string_equal(scene_alternative(scene), words);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void add(sheaf_chart *chart, const char *flow, const double *values,
                const sheaf_observation_status *statuses, size_t n)
{
    sheaf_series *series = sheaf_series_create(NULL, flow, "USD", 9);

    sheaf_series_set_flow(series, flow);
    for (size_t i = 0; i < n; i++)
        sheaf_series_add(series, sheaf_period_year(FIRST_YEAR + (int)i), values[i], 1, statuses[i]);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* Words for statuses, and for a missing value, stand inside the sentence. */
static sheaf_chart *bars(void)
{
    static const double exports[] = { 9.1, 13.1, 14.7 }, imports[] = { 8.2, NAN, -16.8 };
    static const sheaf_observation_status ex[] = { SHEAF_NORMAL, SHEAF_ESTIMATED, SHEAF_FORECAST };
    static const sheaf_observation_status im[] = { SHEAF_BREAK, SHEAF_MISSING, SHEAF_PROVISIONAL };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    sheaf_chart_set_title(chart, "2023!");
    add(chart, "exports", exports, ex, LENGTH(exports));
    add(chart, "imports", imports, im, LENGTH(imports));
    return chart;
}

static sheaf_chart *lines(void)
{
    double values[14];
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 0; i < 14; i++)
        values[i] = 10 + (i * 5) % 14;
    sheaf_series *series = sheaf_series_from_years("turnover", "t", 3, 2010, values, 14);
    sheaf_series_set_flow(series, "turnover");
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static sheaf_chart *targets(void)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);

    sheaf_chart_add_target(chart, "A", 5, 2, "t", 0);
    sheaf_chart_add_target(chart, "B", 3, NAN, "t", 6);
    return chart;
}

static const struct {
    const char *language, *bars, *lines, *targets;
} spoken[] = {
    { "en",
      "2023! Bar chart, USD billion, 2021–2023. Exports – 2021: 9.1; 2022: 13.1 (estimated); 2023: "
      "14.7 (forecast); rose throughout. Imports – 2021: 8.2 (break in series); 2022: missing; "
      "2023: −16.8 (provisional).",
      "Line chart, thousand\u00A0t, 2010–2023. Turnover – first and lowest 2010: 10, latest 2023: "
      "19, highest 2021: 23; rose in 9 of 13 years.",
      "Targets. A, reached: 2, target: 5\u00A0t, 40%; B, target: 3\u00A0million\u00A0t." },
    { "ru",
      "2023! Столбчатая диаграмма, млрд\u00A0долл. США, 2021–2023. Экспорт: 2021 — 9,1; 2022 — "
      "13,1 (оценка); 2023 — 14,7 (прогноз); рост на всём протяжении. Импорт: 2021 — 8,2 (разрыв "
      "ряда); 2022 — данные отсутствуют; 2023 — −16,8 (предварительные данные).",
      "Линейный график, тыс.\u00A0т, 2010–2023. Товарооборот: первое и наименьшее значение 2010 — "
      "10, последнее 2023 — 19, наибольшее 2021 — 23; рост в 9 из 13 лет.",
      "Целевые показатели. A, достигнуто 2, цель: 5\u00A0т, выполнено 40\u00A0%; B, цель: "
      "3\u00A0млн\u00A0т." },
    { "kk",
      "2023! Бағанды диаграмма, млрд\u00A0АҚШ долл., 2021–2023. Экспорт: 2021 — 9,1; 2022 — 13,1 "
      "(бағалау); 2023 — 14,7 (болжам); үздіксіз өсті. Импорт: 2021 — 8,2 (қатардағы үзіліс); 2022 "
      "— деректер жоқ; 2023 — −16,8 (алдын ала деректер).",
      "Сызықтық график, мың\u00A0т, 2010–2023. Тауар айналымы: алғашқы әрі ең төменгі мәні 2010 — "
      "10, соңғы мәні 2023 — 19, ең жоғары мәні 2021 — 23; 13 жыл ішінде 9 рет өсті.",
      "Нысаналы көрсеткіштер. A, қол жеткізілгені: 2, мақсат: 5\u00A0т, орындалуы: 40%; B, мақсат: "
      "3\u00A0млн\u00A0т." },
    { "zh",
      "2023!"
      "柱状图，单位：亿美元，2021–2023。出口——2021：91；2022：131（估计值）；2023：147（预测值）；"
      "持续上升。进口——2021：82（序列中断）；2022：数据缺失；2023：−168（初步数据）。",
      "折线图，单位：万吨，2010–2023。进出口——期初即最低2010：1.0，期末2023：1.9，最高2021：2."
      "3；13年中有9年上升。",
      "目标值。A，已完成2，目标：5吨，完成率40%；B，目标：300万吨。" },
    { "fr",
      "2023! Diagramme en barres, Md\u00A0USD, 2021–2023. Exportations – 2021\u00A0: 9,1\u202F; "
      "2022\u00A0: 13,1 (estimation)\u202F; 2023\u00A0: 14,7 (prévision)\u202F; en hausse "
      "continue. Importations – 2021\u00A0: 8,2 (rupture de série)\u202F; 2022\u00A0: valeur "
      "manquante\u202F; 2023\u00A0: −16,8 (provisoire).",
      "Graphique en courbes, milliers de\u00A0t, 2010–2023. Échanges – première valeur et minimum "
      "2010\u00A0: 10, dernière valeur 2023\u00A0: 19, maximum 2021\u00A0: 23\u202F; en hausse 9 "
      "ans sur 13.",
      "Objectifs. A, réalisé\u00A0: 2, objectif\u00A0: 5\u00A0t, soit 40\u00A0%\u202F; B, "
      "objectif\u00A0: 3\u00A0millions de\u00A0t." },
    { "de",
      "2023! Säulendiagramm, Mrd.\u00A0US-Dollar, 2021–2023. Ausfuhren – 2021: 9,1; 2022: 13,1 "
      "(geschätzt); 2023: 14,7 (Prognose); durchgehend gestiegen. Einfuhren – 2021: 8,2 "
      "(Zeitreihenbruch); 2022: fehlender Wert; 2023: −16,8 (vorläufig).",
      "Liniendiagramm, Tsd.\u00A0t, 2010–2023. Handelsvolumen – erster und niedrigster Wert 2010: "
      "10, letzter Wert 2023: 19, höchster Wert 2021: 23; in 9 von 13 Jahren gestiegen.",
      "Ziele. A, erreicht: 2, Ziel: 5\u00A0t, 40\u00A0%; B, Ziel: 3\u00A0Mio.\u00A0t." },
    { "ar",
      "2023! رسم بياني بالأعمدة، مليار\u00A0دولار أمريكي، 2021–2023. الصادرات – 2021: 9.1؛ 2022: "
      "13.1 (قيمة تقديرية)؛ 2023: 14.7 (قيمة متوقعة)؛ ارتفاع متواصل. الواردات – 2021: 8.2 (انقطاع "
      "في السلسلة)؛ 2022: قيمة مفقودة؛ 2023: \u200E−16.8 (بيانات أولية).",
      "رسم بياني خطي، ألف\u00A0طن، 2010–2023. حجم التبادل التجاري – أول قيمة وهي الأدنى 2010: 10، "
      "وآخر قيمة 2023: 19، وأعلى قيمة 2021: 23؛ ارتفاع في 9 سنوات من أصل 13.",
      "الأهداف. A، المتحقق: 2، الهدف: 5\u00A0طن، نسبة الإنجاز: 40\u200E%\u200E؛ B، الهدف: "
      "3\u00A0مليون\u00A0طن." },
    { "ug",
      "2023! تۈۋرۈكسىمان دىئاگرامما، بىرلىكى: مىليارد\u00A0ئامېرىكا دوللىرى، 2021–2023. ئېكسپورت – "
      "2021: 9.1؛ 2022: 13.1 (مۆلچەر)؛ 2023: 14.7 (ئالدىن مۆلچەر)؛ ئىزچىل ئۆستى. ئىمپورت – 2021: "
      "8.2 (سانلار قاتارىدىكى ئۈزۈلۈش)؛ 2022: سانلىق مەلۇمات يوق؛ 2023: \u200E−16.8 (دەسلەپكى "
      "سانلىق مەلۇمات).",
      "سىنىق سىزىقلىق دىئاگرامما، بىرلىكى: مىڭ\u00A0توننا، 2010–2023. سودا سوممىسى – دەسلەپكى ۋە "
      "ئەڭ تۆۋەن قىممىتى 2010: 10، ئاخىرقى قىممىتى 2023: 19، ئەڭ يۇقىرى قىممىتى 2021: 23؛ 13 يىل "
      "ئىچىدە 9 قېتىم ئۆستى.",
      "نىشانلار. A، ئورۇندالغىنى: 2، نىشان: 5\u00A0توننا، ئورۇندىلىش نىسبىتى: 40%؛ B، نىشان: "
      "3\u00A0مىليون\u00A0توننا." },
    { "es",
      "2023! Bar chart, USD billion, 2021–2023. Exports – 2021: 9,1; 2022: 13,1 (estimated); 2023: "
      "14,7 (forecast); rose throughout. Imports – 2021: 8,2 (break in series); 2022: missing; "
      "2023: −16,8 (provisional).",
      "Line chart, thousand\u00A0t, 2010–2023. Turnover – first and lowest 2010: 10, latest 2023: "
      "19, highest 2021: 23; rose in 9 of 13 years.",
      "Targets. A, reached: 2, target: 5\u00A0t, 40\u00A0%; B, target: 3\u00A0million\u00A0t." },
};

static void test_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(spoken); i++) {
        assert_says(bars(), spoken[i].language, spoken[i].bars);
        assert_says(lines(), spoken[i].language, spoken[i].lines);
        assert_says(targets(), spoken[i].language, spoken[i].targets);
    }
}

/* Parts of a whole: the total, each part, and what its share is; or how each part changed. */
static sheaf_chart *parts(sheaf_chart_type type)
{
    static const double china[] = { 6, 9 }, germany[] = { 4, 3 };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (int i = 0; i < 2; i++) {
        sheaf_series *series = sheaf_series_from_years(i == 0 ? "CHN" : "DEU", "t", 6, FIRST_YEAR,
                                                       i == 0 ? china : germany, 2);
        sheaf_series_set_partner(series, i == 0 ? "CHN" : "DEU");
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    return chart;
}

static const struct {
    const char *language, *stacked, *shares, *waterfall;
} parts_spoken[] = {
    { "en",
      "Stacked columns, million\u00A0t, 2021–2022. Total – 2021: 10; 2022: 12. China – 2021: 6; "
      "2022: 9. Germany – 2021: 4; 2022: 3. Larger in every period: China. Largest change of "
      "share: China, from 60% to 75%.",
      "Columns stacked to 100%, share of the total, %, 2021–2022. China – 2021: about 60; 2022: "
      "about 75. Germany – 2021: 40; 2022: about 25. Larger in every period: China. Largest change "
      "of share: China, from about 60% to about 75%.",
      "Waterfall chart, million\u00A0t, 2021–2022. Total – 2021: 10; 2022: 12. Change – China +3; "
      "Germany about −1." },
    { "fr",
      "Colonnes empilées, millions de\u00A0t, 2021–2022. Ensemble – 2021\u00A0: 10\u202F; "
      "2022\u00A0: 12. Chine – 2021\u00A0: 6\u202F; 2022\u00A0: 9. Allemagne – 2021\u00A0: "
      "4\u202F; 2022\u00A0: 3. Valeur la plus élevée à chaque période\u00A0: Chine. Plus forte "
      "variation de part\u00A0: Chine, 60\u00A0% puis 75\u00A0%.",
      "Colonnes empilées à 100\u00A0%, part du total, %, 2021–2022. Chine – 2021\u00A0: environ "
      "60\u202F; 2022\u00A0: environ 75. Allemagne – 2021\u00A0: 40\u202F; 2022\u00A0: environ 25. "
      "Valeur la plus élevée à chaque période\u00A0: Chine. Plus forte variation de part\u00A0: "
      "Chine, environ 60\u00A0% puis environ 75\u00A0%.",
      "Graphique en cascade, millions de\u00A0t, 2021–2022. Ensemble – 2021\u00A0: 10\u202F; "
      "2022\u00A0: 12. Variation – Chine +3\u202F; Allemagne environ −1." },
    { "de",
      "Gestapelte Säulen, Mio.\u00A0t, 2021–2022. Insgesamt – 2021: 10; 2022: 12. China – 2021: 6; "
      "2022: 9. Deutschland – 2021: 4; 2022: 3. In jedem Zeitraum größer: China. Größte "
      "Veränderung des Anteils: China, von 60\u00A0% auf 75\u00A0%.",
      "Auf 100\u00A0% gestapelte Säulen, Anteil an der Summe, %, 2021–2022. China – 2021: rund 60; "
      "2022: rund 75. Deutschland – 2021: 40; 2022: rund 25. In jedem Zeitraum größer: China. "
      "Größte Veränderung des Anteils: China, von rund 60\u00A0% auf rund 75\u00A0%.",
      "Wasserfalldiagramm, Mio.\u00A0t, 2021–2022. Insgesamt – 2021: 10; 2022: 12. Veränderung – "
      "China +3; Deutschland rund −1." },
    { "ru",
      "Столбцы с накоплением, млн\u00A0т, 2021–2022. Всего: 2021 — 10; 2022 — 12. Китай: 2021 — 6; "
      "2022 — 9. Германия: 2021 — 4; 2022 — 3. Больше во всех периодах: Китай. Наибольшее "
      "изменение доли: Китай, с 60\u00A0% до 75\u00A0%.",
      "Столбцы с накоплением до 100\u00A0%, доля в общем объёме, %, 2021–2022. Китай: 2021 — около "
      "60; 2022 — около 75. Германия: 2021 — 40; 2022 — около 25. Больше во всех периодах: Китай. "
      "Наибольшее изменение доли: Китай, с около 60\u00A0% до около 75\u00A0%.",
      "Каскадная диаграмма, млн\u00A0т, 2021–2022. Всего: 2021 — 10; 2022 — 12. Изменение: Китай "
      "+3; Германия около −1." },
    { "kk",
      "Қабатталған бағандар, млн\u00A0т, 2021–2022. Барлығы: 2021 — 10; 2022 — 12. Қытай: 2021 — "
      "6; 2022 — 9. Германия: 2021 — 4; 2022 — 3. Барлық кезеңде жоғары болғаны: Қытай. Үлесі ең "
      "көп өзгергені: Қытай, басында 60%, соңында 75%.",
      "100%-ға дейін қабатталған бағандар, жалпы көлемдегі үлес, %, 2021–2022. Қытай: 2021 — "
      "шамамен 60; 2022 — шамамен 75. Германия: 2021 — 40; 2022 — шамамен 25. Барлық кезеңде "
      "жоғары болғаны: Қытай. Үлесі ең көп өзгергені: Қытай, басында шамамен 60%, соңында шамамен "
      "75%.",
      "Каскадты диаграмма, млн\u00A0т, 2021–2022. Барлығы: 2021 — 10; 2022 — 12. Өзгеріс: Қытай "
      "+3; Германия шамамен −1." },
    { "zh",
      "堆积柱形图，单位：万吨，2021–2022。合计——2021：1,000；2022：1,"
      "200。中国——2021：600；2022：900。德国——2021：400；2022：300。各期均较大的是中国。占比变化最"
      "大的是中国，由60%变为75%。",
      "百分比堆积柱形图，占合计的比重，单位：%"
      "，2021–2022。中国——2021：约60；2022：约75。德国——2021：40；2022：约25。各期均较大的是中国。"
      "占比变化最大的是中国，由约60%变为约75%。",
      "瀑布图，单位：万吨，2021–2022。合计——2021：1,000；2022：1,200。增减——中国 +300；德国 "
      "约−100。" },
    { "ar",
      "أعمدة مكدسة، مليون\u00A0طن، 2021–2022. الإجمالي – 2021: 10؛ 2022: 12. الصين – 2021: 6؛ "
      "2022: 9. ألمانيا – 2021: 4؛ 2022: 3. القيمة الأكبر في جميع الفترات: الصين. أكبر تغير في "
      "الحصة: الصين، من 60\u200E%\u200E إلى 75\u200E%\u200E.",
      "أعمدة مكدسة حتى 100%، الحصة من الإجمالي، %، 2021–2022. الصين – 2021: نحو 60؛ 2022: نحو 75. "
      "ألمانيا – 2021: 40؛ 2022: نحو 25. القيمة الأكبر في جميع الفترات: الصين. أكبر تغير في الحصة: "
      "الصين، من نحو 60\u200E%\u200E إلى نحو 75\u200E%\u200E.",
      "مخطط شلالي، مليون\u00A0طن، 2021–2022. الإجمالي – 2021: 10؛ 2022: 12. التغير – الصين "
      "\u200E+3؛ ألمانيا نحو \u200E−1." },
    { "ug",
      "قاتلانما تۈۋرۈكلەر، بىرلىكى: مىليون\u00A0توننا، 2021–2022. جەمئىي – 2021: 10؛ 2022: 12. "
      "جۇڭگو – 2021: 6؛ 2022: 9. گېرمانىيە – 2021: 4؛ 2022: 3. بارلىق مەزگىلدە يۇقىرى بولغىنى: "
      "جۇڭگو. ئۈلۈشى ئەڭ كۆپ ئۆزگەرگىنى: جۇڭگو، دەسلەپتە 60%، ئاخىرىدا 75%.",
      "100% گىچە قاتلانما تۈۋرۈكلەر، ئومۇمىي مىقداردىكى ئۈلۈشى، بىرلىكى: %، 2021–2022. جۇڭگو – "
      "2021: تەخمىنەن 60؛ 2022: تەخمىنەن 75. گېرمانىيە – 2021: 40؛ 2022: تەخمىنەن 25. بارلىق "
      "مەزگىلدە يۇقىرى بولغىنى: جۇڭگو. ئۈلۈشى ئەڭ كۆپ ئۆزگەرگىنى: جۇڭگو، دەسلەپتە تەخمىنەن 60%، "
      "ئاخىرىدا تەخمىنەن 75%.",
      "شارقىراتما دىئاگراممىسى، بىرلىكى: مىليون\u00A0توننا، 2021–2022. جەمئىي – 2021: 10؛ 2022: "
      "12. ئۆزگىرىش – جۇڭگو \u200E+3؛ گېرمانىيە تەخمىنەن \u200E−1." },
};

static void parts_are_told_with_their_shares(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(parts_spoken); i++) {
        assert_says(parts(SHEAF_STACKED), parts_spoken[i].language, parts_spoken[i].stacked);
        assert_says(parts(SHEAF_STACKED_100), parts_spoken[i].language, parts_spoken[i].shares);
        assert_says(parts(SHEAF_WATERFALL), parts_spoken[i].language, parts_spoken[i].waterfall);
    }
}

/* What the chart is; figures, and the words on it, are the full one's. */
static void short_ones_say_what_it_is(void **state)
{
    sheaf_description description = SHEAF_DESCRIPTION_FULL;
    sheaf_chart *chart = bars();

    (void)state;
    sheaf_chart_add_event(chart, sheaf_period_year(2022), "new rules");
    assert_true(sheaf_description_named("short", &description));
    sheaf_chart_set_description(chart, description);
    assert_says(chart, "en", "2023! Bar chart, USD billion, 2021–2023.");
    chart = lines();
    sheaf_chart_set_description(chart, SHEAF_DESCRIPTION_SHORT);
    assert_says(chart, "ru", "Линейный график, тыс.\u00A0т, 2010–2023.");

    assert_false(sheaf_description_named("brief", &description));
    chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_chart_set_description(chart, (sheaf_description)2);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(parts_are_told_with_their_shares),
        cmocka_unit_test(short_ones_say_what_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
