/* commands_new.c - what sheaf new says of its choices. */
#include "text/languages/commands.h"

const struct command_words command_new_words[] = {
    { "the data have several; the spec shows %s %s, not %s: %s shows that",
      { "в данных их несколько; в описании %s %s, а не %s: это покажет %s",
        "деректерде бірнешеуі бар; сипаттамада %s %s, %s емес: оны %s көрсетеді",
        "数据中有多个；说明文件显示 %s %s，而非 %s：用 %s 可显示后者",
        "les données en ont plusieurs ; la description montre %s %s, non %s : %s le montre",
        "die Daten haben mehrere; die Beschreibung zeigt %s %s, nicht %s: %s zeigt es",
        "في البيانات عدة؛ يعرض الوصف %s %s لا %s: يعرضه %s",
        "سانلىق مەلۇماتتا بىر نەچچىسى بار؛ چۈشەندۈرۈش %s %s نى كۆرسىتىدۇ، %s نى ئەمەس: ئۇنى %s "
        "كۆرسىتىدۇ" } },
    { NULL, { NULL } },
};
