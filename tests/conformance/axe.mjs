// axe.mjs - axe-core on pictures in headless Chromium: the rules of WCAG 2 and best practices.
//   node axe.mjs NODE_MODULES CHROMIUM FILE.svg…
// Each picture stands within a page, as those who publish it put it there. Then all of them stand in
// one, where only ids are compared: axe would take minutes. Last line: "axe: N right, N wrong".
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { readFileSync } from 'node:fs';

const [modules, chromium, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
const page = await browser.newPage();
let right = 0;
let wrong = 0;

async function check(name, svgs, rules) {
  await page.setContent(
    `<!doctype html><html lang="en"><title>Pictures</title><main><h1>Pictures</h1>${svgs.join('')}</main></html>`);
  let violations = [];
  if (rules) {
    await page.evaluate(axe);
    ({ violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] })));
  }
  // axe leaves the ids of what cannot have focus and the names of symbols to others.
  const more = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    const seen = new Set();
    const found = ids.filter(id => seen.size === seen.add(id).size).map(id => `the id ${id} comes twice`);
    for (const svg of document.querySelectorAll('svg'))
      if (svg.querySelector(':scope > title')?.textContent.trim() in { '': 0, undefined: 0 })
        found.push('a picture without a title');
    for (const symbol of document.querySelectorAll('[role=graphics-symbol]'))
      if (!symbol.querySelector(':scope > title')?.textContent)
        found.push('a symbol without a title');
    for (const object of document.querySelectorAll('[role=graphics-object]'))
      if (!object.getAttribute('aria-label')) found.push('an object without a name');
    for (const use of document.querySelectorAll('[clip-path]'))
      if (!document.getElementById(use.getAttribute('clip-path').slice(5, -1)))
        found.push('a clip that is not there');
    return found;
  });
  const all = [...violations.map(v => `${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 120)}`), ...more];
  if (all.length === 0) right++;
  else wrong++;
  for (const text of all) console.log(`FAILED: axe: ${name}: ${text}`);
}

for (const file of files) await check(basename(file), [readFileSync(file, 'utf8')], true);
await check('all in one page', files.map(file => readFileSync(file, 'utf8')), false);
await browser.close();
console.log(`axe: ${right} right, ${wrong} wrong`);
