/* country_names.c - names of countries in trade files that ICU does not have.
 *
 * They are the short and official names in files of UN Comtrade, WITS, the World Bank, the WTO,
 * Eurostat, the ONS, the IMF, and the customs services of Russia, Kazakhstan and China. */
#include "vocabulary/country_names.h"

const struct country_names country_names[] = {
    { "WLD",
      "World|Whole world|World total|Total world|All countries|All partners|The world|Мир|"
      "Весь мир|Все страны|Все страны мира|Әлем|Бүкіл әлем|Дүние жүзі|Барлық елдер|Барлық "
      "елдер бойынша|世界|全世界|全球|所有国家|世界總計|Total all partners|Total, all "
      "countries|Всего по "
      "странам|По всем странам|Всего по всем странам|Всего со всеми странами|Барлық "
      "мемлекеттер|世界合计|所有国家合计|各国合计|Welt|Alle Länder|Länder insgesamt|Monde|"
      "Monde entier|Tous les pays|Tous pays|Total des pays|Mundo|Todos los países|Mondo|Tutti "
      "i paesi|Todos os países|Świat|Wszystkie kraje|Dünya|Tüm ülkeler|Bütün ülkeler|العالم|"
      "جميع الدول|كل الدول|جميع البلدان|دۇنيا|پۈتۈن دۇنيا|بارلىق دۆلەتلەر" },
    { "ABW", "Aruba, Kingdom of the Netherlands" },
    { "AFG", "Afghanistan, Islamic Rep. of" },
    { "AND", "Andorra, Principality of" },
    { "ARE", "UAE|U.A.E.|Объединенные Арабские Эмираты|Эмираты|БАӘ|阿联酋" },
    { "ATF", "Fr. South Antarctic Terr." },
    { "BES", "Bonaire|Bonaire, Sint Eustatius and Saba|Bonaire, Saint Eustatius and Saba" },
    { "BGD", "孟加拉" },
    { "BHR", "Bahrain, Kingdom of" },
    { "BIH", "Bosnia Herzegovina|Bosnia|波黑|波斯尼亚—黑塞哥维那" },
    { "BLR", "Белоруссия|Республика Беларусь|Byelorussia" },
    { "BOL", "Bolivia (Plurinational State of)|Многонациональное Государство Боливия" },
    { "BRN", "Brunei Darussalam|Бруней-Даруссалам" },
    { "CAF", "Central African Rep.|ЦАР" },
    { "CCK", "Cocos Isds|Cocos Islands" },
    { "CHE", "Switzerland, Liechtenstein|Switzerland and Liechtenstein|Швейцарская Конфедерация" },
    { "CHN", "China, P.R.: Mainland|China, People's Republic of|PRC|P.R. China|China, "
             "mainland|Mainland China|China P.R.|"
             "КНР|Китайская Народная Республика|Қытай Халық Республикасы|ҚХР|中华人民共和国|"
             "中国大陆" },
    { "CIV", "Ivory Coast|Берег Слоновой Кости|象牙海岸" },
    { "COD", "Dem. Rep. of the Congo|Congo, Dem. Rep.|DR Congo|Congo DR|DRC|Zaire|Congo "
             "Kinshasa|Демократическая Республика Конго|ДР Конго|Конго Демократиялық "
             "Республикасы|刚果民主共和国|刚果金" },
    { "COG", "Congo|Congo, Rep.|Congo Republic|Конго|Республика Конго|刚果共和国|刚果布|刚果" },
    { "COM", "Comoros, Union of the" },
    { "CPV", "Cabo Verde" },
    { "CUW", "Curaçao, Kingdom of the Netherlands" },
    { "CZE", "Czech Republic|Czech Rep.|Чешская Республика|捷克共和国" },
    { "DEU", "Federal Republic of Germany|Германия Федеративная Республика|ФРГ|德意志联邦共和国" },
    { "DOM", "Dominican Rep." },
    { "EGY", "Egypt, Arab Rep.|Арабская Республика Египет|阿拉伯埃及共和国" },
    { "ERI", "Eritrea, The State of" },
    { "ETH", "Ethiopia, The Federal Dem. Rep. of" },
    { "FLK", "Falkland Isds (Malvinas)|Falkland Islands (Malvinas)" },
    { "FRA", "France, Monaco|France incl. Monaco|Французская Республика" },
    { "FRO", "Faeroe Isds" },
    { "FSM", "Micronesia, Fed. Sts.|FS Micronesia|Micronesia (Federated States of)" },
    { "GBR",
      "UK|U.K.|Great Britain|United Kingdom of Great Britain and Northern Ireland|Соединенное "
      "Королевство|Объединенное Королевство|Соединенное Королевство Великобритании и "
      "Северной Ирландии|Біріккен Корольдік" },
    { "GRC", "Hellenic Republic|Греческая Республика" },
    { "HKG",
      "China, P.R.: Hong Kong|Hong Kong Special Administrative Region, People's Republic of "
      "China|China, Hong Kong SAR|Hong Kong SAR|Hong Kong, China|Hong Kong (China)|Hong Kong|"
      "Сянган|Гонконг|Специальный административный район Гонконг|Гонконг САР Китая|中国香港|"
      "香港特别行政区|香港" },
    { "HMD", "Heard Island and McDonald Islands" },
    { "IDN", "印尼" },
    { "IND", "India, excl. Sikkim|Республика Индия" },
    { "IOT", "Br. Indian Ocean Terr." },
    { "IRN", "Iran, Islamic Rep.|Iran (Islamic Republic of)|Исламская Республика Иран|Иран Ислам "
             "Республикасы|伊朗伊斯兰共和国" },
    { "KGZ", "Kyrgyz Republic|Kyrgyz Rep.|Кыргызстан|Киргизская Республика|Кыргызская "
             "Республика|Қырғыз Республикасы|吉尔吉斯" },
    { "KNA", "Saint Christopher and Nevis" },
    { "KOR", "Rep. of Korea|Korea|Korea, South|Korea (Republic of)|Южная Корея|Корея|Корея "
             "Республикасы|大韩民国|南韩" },
    { "LAO", "Lao PDR|Lao People's Dem. Rep.|Лаосская Народно-Демократическая Республика|ЛНДР|"
             "老挝人民民主共和国" },
    { "LBY", "Libyan Arab Jamahiriya|Ливийская Арабская Джамахирия" },
    { "LSO", "Lesotho, Kingdom of" },
    { "MAC",
      "China, P.R.: Macao|Macao Special Administrative Region, People's Republic of China|China, "
      "Macao SAR|Macao SAR|Macau|Macao|Macao, China|Аомынь|Макао|中国澳门|澳门" },
    { "MAF", "St. Martin (French part)" },
    { "MDA", "Rep. of Moldova|Moldova, Republic of|Молдавия|Республика Молдова" },
    { "MKD", "Macedonia|Macedonia, FYR|FYR Macedonia|FYROM|TFYR of Macedonia|The former Yugoslav "
             "Republic of Macedonia|North Macedonia, Republic of|Македония|马其顿" },
    { "MMR", "Myanmar|Burma|Мьянма|Бирма" },
    { "MNP", "N. Mariana Isds" },
    { "MRT", "Mauritania, Islamic Rep. of" },
    { "NLD", "Netherlands, The|Holland|Kingdom of the Netherlands|Голландия|Нидерланды "
             "Королевство|Нидерландтар" },
    { "PAK", "Исламская Республика Пакистан" },
    { "PCN", "Pitcairn" },
    { "PNG", "巴新" },
    { "PRK", "Dem. People's Rep. of Korea|Korea, North|Korea, Dem. People's Rep.|DPRK|Северная "
             "Корея|Корейская Народно-Демократическая Республика|Корея Халықтық Демократиялық "
             "Республикасы|朝鲜民主主义人民共和国|北朝鲜" },
    { "PSE", "State of Palestine|Palestine|Palestine, State of|Occupied Palestinian "
             "Territory|Palestinian Territory|West Bank and Gaza|Государство Палестина|Палестина|"
             "Палестина Мемлекеті|巴勒斯坦国|巴勒斯坦" },
    { "RUS", "Russian Federation|Российская Федерация|РФ|Ресей Федерациясы|俄罗斯联邦" },
    { "SAU", "Саудовская Аравия Королевство|沙特" },
    { "SGS", "South Georgia|South Georgia and the South Sandwich Islands" },
    { "SHN", "Saint Helena, Ascension and Tristan da Cunha" },
    { "STP", "São Tomé and Príncipe, Dem. Rep. of" },
    { "SVK", "Slovak Republic|Slovak Rep.|Словацкая Республика" },
    { "SWZ", "Eswatini, Kingdom of|Swaziland|Свазиленд|埃斯瓦蒂尼" },
    { "SXM", "Sint Maarten, Kingdom of the Netherlands|Sint Maarten (Dutch part)" },
    { "SYR", "Syrian Arab Republic|Сирийская Арабская Республика|Сирия Араб Республикасы|"
             "阿拉伯叙利亚共和国" },
    { "TJK", "Тәжікістан" },
    { "TLS", "Timor-Leste, Dem. Rep. of|East Timor|Тимор-Лесте" },
    { "TUR", "Türkiye|Турецкая Республика|Turkiye|Түрік Республикасы" },
    { "TWN", "台澎金马关税区|Taiwan, Province of China|Taiwan, China|Chinese Taipei|Taipei, "
             "Chinese|Separate "
             "Customs Territory of Taiwan, Penghu, Kinmen and Matsu|Republic of China|Тайвань "
             "(Китай)|Тайвань, провинция Китая|中国台湾|台湾省|中国台北" },
    { "TZA", "United Rep. of Tanzania|Объединенная Республика Танзания|Танзания Біріккен "
             "Республикасы" },
    { "UMI", "United States Minor Outlying Islands" },
    { "USA", "United States of America|U.S.A.|U.S.|US|ABD|USA, Puerto Rico and US Virgin "
             "Islands|America|Соединенные Штаты Америки|США|Америка|АҚШ|美利坚合众国" },
    { "VAT", "Holy See|Holy See (Vatican City State)|Vatican|Святой Престол|教廷" },
    { "VCT", "St Vincent" },
    { "VEN", "Venezuela, Rep. Bolivariana de|Venezuela, RB|Venezuela (Bolivarian Republic "
             "of)|Боливарианская Республика "
             "Венесуэла" },
    { "VGB", "Br. Virgin Isds|Virgin Islands, British|Virgin Islands (British)|Британские "
             "Виргинские острова" },
    { "VIR", "United States Virgin Islands|US Virgin Isds|Virgin Islands, US|Американские "
             "Виргинские острова" },
    { "VNM", "Viet Nam|Социалистическая Республика Вьетнам" },
    { "XKX", "Kosovo (under UNSCR 1244/99)|Kosovo*" },
    { "YEM", "Йеменская Республика" },
    { "ZAF", "Южная Африка|ЮАР" },
};
const size_t country_names_count = sizeof country_names / sizeof *country_names;
