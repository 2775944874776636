/* drafts_kk.c - the texts of a first spec, in Kazakh. The percent sign is read "пайыз" and takes its ending. */
#include "text/languages/drafts.h"

#define TO_PER_CENT "{}-\xE2\x81\xA0ға"

const char *const drafts_kk[DRAFT_TEXTS] = {
    [DRAFT_SUBJECT] = "%1: ",
    [DRAFT_SUBJECT_OF] = "%1, %2",
    [DRAFT_TRADE] = "Тауар айналымы",
    [DRAFT_TRADE_INSIDE] = "тауар айналымы",
    [DRAFT_FLOW_ROSE] = "%1{$%3, in} %4 {rise ? " TO_PER_CENT " өсті | " TO_PER_CENT
                        " азайды | өзгерген жоқ || туралы деректер}",
    [DRAFT_FLOW] = "%1{$%3, in} болған %4",
    [DRAFT_LABEL_ROSE] =
        "%1%2: {$%3, in} {rise ? {} өсім | {} төмендеу | өзгеріссіз ||}",
    [DRAFT_LABEL] = "%1%2, {$%3}",
    [DRAFT_SENTENCE] =
        "{$%1, in} {exports[$%1] ? other=экспорт {growth(exports)[$%1] ? " TO_PER_CENT
        " өсіп, | " TO_PER_CENT " азайып, | өзгермей, ||} {exports[$%1]} құрады || экспорт туралы "
        "дерек жоқ},\n"
        "{imports[$%1] ? other=импорт {growth(imports)[$%1] ? " TO_PER_CENT " өсіп, | " TO_PER_CENT
        " азайып, | өзгермей, ||} {imports[$%1]} құрады || импорт туралы дерек жоқ}.",
    [DRAFT_MAIN_SERIES] = "Негізгі қатар",
    [DRAFT_WORLD] = "бүкіл әлем",
    [DRAFT_WHOLE] = "барлығы",
    [DRAFT_SHOWN_HOW] = "%1 %2",
    [DRAFT_BY_PARTNER] = "Серіктес елдер бойынша",
    [DRAFT_BY_PARTNER_INSIDE] = "серіктес елдер бойынша",
    [DRAFT_BY_REPORTER] = "Есеп беретін елдер бойынша",
    [DRAFT_BY_REPORTER_INSIDE] = "есеп беретін елдер бойынша",
    [DRAFT_BY_PRODUCT] = "Тауарлар бойынша",
    [DRAFT_BY_PRODUCT_INSIDE] = "тауарлар бойынша",
    [DRAFT_BY_SECTOR] = "Салалар бойынша",
    [DRAFT_BY_SECTOR_INSIDE] = "салалар бойынша",
    [DRAFT_COMPARED] = "Салыстыру",
    [DRAFT_COMPARED_INSIDE] = "салыстырмалы түрде",
    [DRAFT_BY_OTHER] = "«%1» бойынша",
    [DRAFT_BY_OTHER_INSIDE] = "«%1» бойынша",
    [DRAFT_BY_YEAR] = "жылдар бойынша",
    [DRAFT_BY_QUARTER] = "тоқсандар бойынша",
    [DRAFT_BY_MONTH] = "айлар бойынша",
    [DRAFT_OVER_TIME] = "уақыт бойынша",
    [DRAFT_THROUGH_THE_YEAR] = "жыл ішінде",
    [DRAFT_SO_FAR] = "жыл басынан бері",
    [DRAFT_EXPORTS_AND_IMPORTS] = "Экспорт пен импорт",
    [DRAFT_THEN_AND_NOW] = "Бұрын және қазір",
    [DRAFT_VALUE_AND_QUANTITY] = "Құны мен мөлшері",
    [DRAFT_VALUE_QUANTITY_AND_PRICE] = "Құны, мөлшері және орташа бағасы",
    [DRAFT_IN_FIGURES] = "%1: цифрлар",
    [DRAFT_OTHER_FIGURES] = "Басқа көрсеткіштер",
    [DRAFT_COURSE] = "Динамика",
    [DRAFT_SHARE] = "Үлесі",
    [DRAFT_ON_SPEC] =
        "%1 файлы бойынша бастапқы сипаттама, оны қалауыңызша өзгертіңіз. Кез келген\n"
        "блокты алып тастауға, жылжытуға, көшіруге болады; мұнда жоғы (бірліктер, "
        "түстер, ескертпелер) деректерден алынады.",
    [DRAFT_ON_CHECK] = "ондағы қателер",
    [DRAFT_ON_SHEET] = "парақтың өзі; -o %1 — веб-бет",
    [DRAFT_ON_MISSING] = "аударылуы тиіс мәтіндер",
    [DRAFT_ON_EACH] = "әрқайсысына бір-бірден",
    [DRAFT_ON_CHOICE] = "Бірнешеуінің біреуі көрсетілген: %1 %2, %3 емес. Екіншісі:",
    [DRAFT_ON_CHOICES] = "Бірнешеуінің біреуі көрсетілген: %1 %2, %3 не басқалары емес. Екіншісі:",
    [DRAFT_ON_SKIPPED] = "«%1» бағанының сандары параққа кірмеді. Оларды мән ретінде алу үшін:",
    [DRAFT_ON_UNIT] = "Деректерде өлшем бірлігі жоқ. Белгілі болса, оларға қосыңыз: %1",
    [DRAFT_ON_PARAMETERS] = "--set ауыстыратын мәндер: төменде олардың орнында $атауы тұрады.",
    [DRAFT_ON_NO_FORECAST] = "болжам емес соңғы кезең",
    [DRAFT_ON_LATEST] = "немесе қалаған кезеңіңіз",
    [DRAFT_ON_TITLE] = "Қорытынды, он шақты сөз; жақша ішінде — сандар және оларға тәуелді сөздер.",
    [DRAFT_ON_DECK] = "Оқырман ең алдымен білуі тиіс нәрсе, бір сөйлеммен.",
    [DRAFT_ON_SOURCES] = "Дереккөзі. Төмендегі деректерге қосыңыз: %1",
    [DRAFT_OFFICE] = "Мекеменің басылатын атауы",
    [DRAFT_ON_STANDARD_INPUT] = "стандартты енгізуден",
    [DRAFT_ON_SERIES] = "Бір рет аталып, барлық жерде қолданылады: қосындылар, %1.",
    [DRAFT_ON_VALUES] = "Бірнеше сөйлем тәуелді сандар.",
    [DRAFT_ON_FIGURES] = "Негізгі сандар. Басқалары: %1.",
    [DRAFT_ON_SENTENCE] = "Сандарға тәуелді сөйлем: өсу | азаю | өзгеріссіз || дерек жоқ кезде.",
    [DRAFT_ON_PART_OF_YEAR] = "Жылдың бөлігі және өткен жылдың сол бөлігі.",
    [DRAFT_ON_COURSE] = "Тақырып — қорытынды үшін; type жазылмаса, түрі деректерден анықталады.",
    [DRAFT_ON_SEASONAL] = "Биылғы жыл басқа жылдарға ұқсай ма? Басқа түрі: %1, әр айға бір ұяшық.",
    [DRAFT_ON_BOUNDS] = "Қаншалықты дәл: қатар және оның шектері.",
    [DRAFT_ON_NUMBERS] = "Тақырып — қорытынды үшін. Түрлері: %1.",
    [DRAFT_ON_PANELS] = "Әр өлшем бірлігіне бір график, уақыт осі ортақ.",
    [DRAFT_ON_RANKING] = "Ең ірілері. Басқа түрлері: %1.",
    [DRAFT_ON_RANKING_MAP] = "Ең ірілері. Басқа түрлері: %1, %2 (карта).",
    [DRAFT_ON_CHANGE] = "Көпшілігі үшін бұрынғысы мен қазіргісі. Басқа түрлері: %1.",
    [DRAFT_ON_STACK] = "Неден құралады, уақыт бойынша. Басқа түрлері: %1.",
    [DRAFT_ON_COMPARISON] = "Қатар қойып салыстыру. Басқа түрлері: index (кім көбірек өсті), %1.",
    [DRAFT_ON_PARTS_TABLE] = "Әрқайсысына бір жол. Тағы: %1 және өз бағандарыңыз.",
    [DRAFT_ON_TABLE] = "Бағандар: кезеңдер, аралықтар (%1) не жолға қатысты өрнектер.",
    [DRAFT_ON_OTHERS] = "Деректердегі басқа көрсеткіштер, өз бірліктерімен.",
    [DRAFT_ON_NOTES] =
        "Дереккөздер, анықтамалар мен белгілер өздігінен шығады; өзіңіздікі: {texts: [Ескертпе.]}",
};
