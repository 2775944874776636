/* sheet_places.c - the functions of sheaf/sheet.h about what leads through a sheet: ids, numbers,
 * contents; the dates of its release; what kind of PDF it is. */
#include <string.h>

#include "sheet/blocks/block.h"
#include "sheet/model.h"

static void read_date(sheaf_sheet *sheet, struct date *own, const char *date, unsigned said)
{
    sheet->said |= said;
    *own = (struct date){ 0 };
    if (date != NULL && date[0] != '\0' && !date_read(date, strlen(date), own))
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "'%.40s' is no date; write it as 2024-06-26", date);
}

void sheaf_sheet_set_release(sheaf_sheet *sheet, const char *date)
{
    if (sheet_may_change(sheet))
        read_date(sheet, &sheet->release, date, SAID_RELEASE);
}

void sheaf_sheet_set_next_release(sheaf_sheet *sheet, const char *date)
{
    if (sheet_may_change(sheet))
        read_date(sheet, &sheet->next_release, date, SAID_NEXT);
}

void sheaf_sheet_set_extracted(sheaf_sheet *sheet, const char *date)
{
    if (sheet_may_change(sheet))
        read_date(sheet, &sheet->extracted, date, SAID_EXTRACTED);
}

void sheaf_sheet_set_numbers(sheaf_sheet *sheet, bool numbers)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_NUMBERS;
    sheet->numbers = numbers;
    sheet->is_ready = false; /* texts of a spec may need the numbers */
}

void sheaf_sheet_set_attachments(sheaf_sheet *sheet, bool attachments)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_ATTACHMENTS;
    sheet->leaves_out_files = !attachments;
    sheet->is_ready = false; /* tables keep less where no data are wanted */
}

void sheaf_sheet_set_pdf(sheaf_sheet *sheet, sheaf_pdf pdf)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_PDF;
    sheet->is_pdf_2 = pdf == SHEAF_PDF_2_0;
    if (pdf != SHEAF_PDF_1_7 && pdf != SHEAF_PDF_2_0)
        fail(&sheet->error, SHEAF_BAD_ARGUMENT, "no such PDF: %d", (int)pdf);
}

void sheaf_sheet_set_contents(sheaf_sheet *sheet, bool contents)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_CONTENTS;
    sheet->contents = contents ? CONTENTS_ALWAYS : CONTENTS_NEVER;
}
