/* commands.c - the words of a command line that explains itself: heads of its help, and what its commands
 * do. The English text is the key. */
#include <string.h>

#include "sheaf/context.h"
#include "text/languages/language.h"

enum { RU, KK, ZH, FR, DE, AR, UG, TRANSLATIONS };

static const char *const tags[TRANSLATIONS] = { "ru", "kk", "zh", "fr", "de", "ar", "ug" };

static const struct {
    const char *english, *others[TRANSLATIONS];
} texts[] = {
    { "Usage",
      { "Использование", "Қолданылуы", "用法", "Utilisation\u00A0", "Aufruf", "الاستخدام",
        "ئىشلىتىش ئۇسۇلى" } },
    { "Options",
      { "Параметры", "Параметрлер", "选项", "Options", "Optionen", "الخيارات", "تاللانمىلار" } },
    { "Examples", { "Примеры", "Мысалдар", "示例", "Exemples", "Beispiele", "أمثلة", "مىساللار" } },
    { "Exit codes",
      { "Коды завершения", "Аяқталу кодтары", "退出码", "Codes de retour\u00A0", "Rückgabewerte",
        "رموز الخروج", "چېكىنىش كودلىرى" } },
    { "COMMAND", { "КОМАНДА", "ПӘРМЕН", "命令", "COMMANDE", "BEFEHL", "الأمر", "بۇيرۇق" } },
    { "Try '%s'.",
      { "Подробнее: %s", "Толығырақ: %s", "详情：%s", "Voir : %s", "Mehr dazu: %s", "للمزيد: %s",
        "تەپسىلاتى: %s" } },
    { "Sheaf turns trade figures into charts and fact sheets.",
      { "Sheaf делает из данных о торговле диаграммы и информационные листки.",
        "Sheaf сауда деректерінен диаграммалар мен ақпараттық парақтар жасайды.",
        "Sheaf 把贸易数据制成图表和简报。",
        "Sheaf fait des chiffres du commerce des graphiques et des fiches.",
        "Sheaf macht aus Handelsdaten Diagramme und Datenblätter.",
        "يحوّل Sheaf أرقام التجارة إلى رسوم بيانية ونشرات.",
        "Sheaf سودا سانلىق مەلۇماتلىرىدىن دىئاگرامما ۋە ئۇچۇر ۋاراقلىرى ياسايدۇ." } },
    { "Draw a chart: a data file to a picture.",
      { "Построить диаграмму: из файла данных картинку.",
        "Диаграмма салу: деректер файлынан сурет.", "绘制图表：由数据文件生成图片。",
        "Dessiner un graphique : d’un fichier de données à une image.",
        "Ein Diagramm zeichnen: aus einer Datendatei ein Bild.",
        "ارسم رسما بيانيا: من ملف بيانات إلى صورة.",
        "دىئاگرامما سىزىش: سانلىق مەلۇمات ھۆججىتىدىن رەسىم." } },
    { "Make a fact sheet: a spec and its data to a PDF or a page of the web.",
      { "Сделать информационный листок: из описания и данных PDF или веб-страницу.",
        "Ақпараттық парақ жасау: сипаттама мен деректерден PDF немесе веб-бет.",
        "制作简报：由说明文件和数据生成 PDF 或网页。",
        "Faire une fiche : d’une description et de ses données à un PDF ou une page web.",
        "Ein Datenblatt machen: aus Beschreibung und Daten ein PDF oder eine Webseite.",
        "أنشئ نشرة: من وصف وبياناته إلى ملف PDF أو صفحة ويب.",
        "ئۇچۇر ۋارىقى ياساش: چۈشەندۈرۈش ۋە سانلىق مەلۇماتتىن PDF ياكى تور بەت." } },
    { "Make many sheets of one spec: one for each partner or product.",
      { "Сделать много листков по одному описанию: для каждого партнёра или товара.",
        "Бір сипаттамадан көп парақ жасау: әр серіктеске немесе тауарға.",
        "由一份说明制作多份简报：每个伙伴或产品一份。",
        "Faire d’une description une fiche par partenaire ou par produit.",
        "Aus einer Beschreibung viele Datenblätter machen: je Partner oder Ware eines.",
        "أنشئ نشرات كثيرة من وصف واحد: نشرة لكل شريك أو منتج.",
        "بىر چۈشەندۈرۈشتىن نۇرغۇن ۋاراق ياساش: ھەر بىر شېرىك ياكى مەھسۇلاتقا بىردىن." } },
    { "Show what a data file says, or write it for the next program.",
      { "Показать, что в файле данных, или записать это для другой программы.",
        "Деректер файлында не бар екенін көрсету немесе басқа бағдарламаға жазу.",
        "显示数据文件的内容，或写出供其他程序使用。",
        "Montrer ce que dit un fichier de données, ou l’écrire pour un autre programme.",
        "Zeigen, was in einer Datendatei steht, oder es für ein anderes Programm schreiben.",
        "اعرض ما في ملف البيانات، أو اكتبه لبرنامج آخر.",
        "سانلىق مەلۇمات ھۆججىتىنىڭ مەزمۇنىنى كۆرسىتىش ياكى باشقا پروگراممىغا يېزىش." } },
    { "Tell what is strange in a data file, or wrong in a spec.",
      { "Сказать, что странно в файле данных или неверно в описании.",
        "Деректер файлындағы күмәнді жерлерді немесе сипаттамадағы қателерді айту.",
        "指出数据文件中的异常，或说明文件中的错误。",
        "Dire ce qui est étrange dans un fichier de données, ou faux dans une description.",
        "Sagen, was an einer Datendatei seltsam oder an einer Beschreibung falsch ist.",
        "اذكر ما هو غريب في ملف البيانات، أو خاطئ في الوصف.",
        "سانلىق مەلۇمات ھۆججىتىدىكى غەلىتىلىك ياكى چۈشەندۈرۈشتىكى خاتالىقنى ئېيتىش." } },
    { "Tell which figures of which sheets changed between two releases.",
      { "Сказать, какие цифры каких листков изменились между двумя выпусками.",
        "Екі шығарылым арасында қай парақтың қай сандары өзгергенін айту.",
        "指出两次发布之间哪些简报的哪些数字有变化。",
        "Dire quels chiffres de quelles fiches ont changé entre deux publications.",
        "Sagen, welche Zahlen welcher Blätter sich zwischen zwei Ausgaben geändert haben.",
        "اذكر أي أرقام في أي نشرات تغيرت بين إصدارين.",
        "ئىككى نەشر ئارىسىدا قايسى ۋاراقنىڭ قايسى سانلىرى ئۆزگەرگەنلىكىنى ئېيتىش." } },
    { "Print what a shell needs to complete commands, options and values.",
      { "Напечатать то, по чему оболочка дополняет команды, параметры и значения.",
        "Қабықша пәрмендерді, параметрлер мен мәндерді толықтыратын мәтінді шығару.",
        "输出 shell 补全命令、选项和取值所需的脚本。",
        "Afficher ce qu’il faut à un shell pour compléter commandes, options et valeurs.",
        "Ausgeben, womit eine Shell Befehle, Optionen und Werte ergänzt.",
        "اطبع ما تحتاجه الصدفة لإكمال الأوامر والخيارات والقيم.",
        "shell نىڭ بۇيرۇق، تاللانما ۋە قىممەتلەرنى تولۇقلىشىغا كېرەكلىكنى چىقىرىش." } },
    { "List the faces that draw each script here, or those that draw a text.",
      { "Показать шрифты для каждой письменности или для данного текста.",
        "Әр жазуға немесе берілген мәтінге арналған қаріптерді көрсету.",
        "列出本机绘制各种文字或某段文本的字体。",
        "Lister les polices qui dessinent chaque écriture, ou un texte.",
        "Die Schriftarten nennen, die hier jede Schrift oder einen Text zeichnen.",
        "اسرد الخطوط التي ترسم كل كتابة هنا، أو نصا معينا.",
        "ھەر بىر يېزىقنى ياكى بېرىلگەن تېكىستنى سىزىدىغان خەت نۇسخىلىرىنى كۆرسىتىش." } },
    { "Draw every chart type from one data file, on one sheet.",
      { "Построить диаграммы всех типов из одного файла данных на одном листе.",
        "Бір деректер файлынан барлық диаграмма түрін бір параққа салу.",
        "用一个数据文件在一张页面上绘制所有类型的图表。",
        "Dessiner tous les types de graphiques d’un fichier de données, sur une feuille.",
        "Alle Diagrammtypen aus einer Datendatei auf ein Blatt zeichnen.",
        "ارسم كل أنواع الرسوم من ملف بيانات واحد في صفحة واحدة.",
        "بىر سانلىق مەلۇمات ھۆججىتىدىن ھەممە تۈردىكى دىئاگراممىنى بىر ۋاراققا سىزىش." } },
    { "Print the JSON Schema of specs (sheet) or of themes.",
      { "Напечатать JSON Schema описаний (sheet) или тем (theme).",
        "Сипаттамалардың (sheet) немесе тақырыптардың (theme) JSON Schema-сын шығару.",
        "输出说明文件（sheet）或主题（theme）的 JSON Schema。",
        "Afficher le schéma JSON des descriptions (sheet) ou des thèmes (theme).",
        "Das JSON-Schema der Beschreibungen (sheet) oder der Themen (theme) ausgeben.",
        "اطبع مخطط JSON للأوصاف (sheet) أو السمات (theme).",
        "چۈشەندۈرۈش (sheet) ياكى ئۇسلۇبنىڭ (theme) JSON Schema سىنى چىقىرىش." } },
    { "Show a fact sheet in the browser, drawn anew with every change.",
      { "Показать листок в браузере и обновлять его при каждом изменении.",
        "Парақты браузерде көрсетіп, әр өзгерісте жаңарту.",
        "在浏览器中显示简报，每次改动后重新绘制。",
        "Montrer une fiche dans le navigateur, redessinée à chaque changement.",
        "Ein Datenblatt im Browser zeigen und bei jeder Änderung neu zeichnen.",
        "اعرض النشرة في المتصفح وأعد رسمها مع كل تغيير.",
        "ۋاراقنى توركۆرگۈدە كۆرسىتىپ، ھەر ئۆزگىرىشتە يېڭىلاش." } },
    { "Write a first spec for a data file, to be edited.",
      { "Составить первое описание для файла данных, которое потом правят.",
        "Деректер файлына кейін өңделетін алғашқы сипаттама жазу.",
        "为数据文件写出可供编辑的初始说明文件。",
        "Écrire une première description d’un fichier de données, à modifier.",
        "Zu einer Datendatei eine erste Beschreibung schreiben, die man bearbeitet.",
        "اكتب وصفا أوليا لملف بيانات ليُعدَّل.",
        "سانلىق مەلۇمات ھۆججىتىگە كېيىن تەھرىرلىنىدىغان دەسلەپكى چۈشەندۈرۈش يېزىش." } },
};

const char *sheaf_command_text(const char *language, const char *english)
{
    const char *tag = language != NULL ? language_of(language)->tag : "en";
    int which = 0;

    while (which < TRANSLATIONS && strcmp(tags[which], tag) != 0)
        which++;
    for (size_t i = 0; english != NULL && which < TRANSLATIONS && i < sizeof texts / sizeof *texts;
         i++)
        if (strcmp(texts[i].english, english) == 0)
            return texts[i].others[which];
    return english;
}
