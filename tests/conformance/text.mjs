/* text.mjs - the text of PDFs as pdf.js finds it, which is what Firefox copies and searches.
 *
 *     node text.mjs PDFJS FILE.pdf TEXT [FILE.pdf TEXT]…
 *
 * PDFJS is the folder of pdfjs-dist; pages end with a form feed. */
import fs from "fs";
import path from "path";
import { createRequire } from "module";

const [folder, ...files] = process.argv.slice(2);
/* pdf.js says at length that it cannot draw without them; nothing is drawn here. */
globalThis.DOMMatrix = globalThis.Path2D = class {};
const { getDocument } = createRequire(import.meta.url)(path.resolve(folder, "legacy/build/pdf.js"));

for (let i = 0; i + 1 < files.length; i += 2) {
    const data = new Uint8Array(fs.readFileSync(files[i]));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    let text = "";

    for (let n = 1; n <= document.numPages; n++) {
        const { items } = await (await document.getPage(n)).getTextContent();
        text += items.map(item => item.str + (item.hasEOL ? "\n" : "")).join("") + "\f";
    }
    fs.writeFileSync(files[i + 1], text);
}
