// pages.mjs - sheets as pages of the web, in headless Chromium.
//   node pages.mjs NODE_MODULES CHROMIUM FILE.html…
// Each page: axe-core finds nothing wrong in light and dark, and words in charts stand out from what is behind
// them; nothing is fetched or refused by the policy; nothing is wider than a phone of 360 px; charts beside
// each other stand on common lines; without script it reads the same; arrows, Home, End and Escape walk from
// datum to datum in every chart, the focus is seen, and the tooltip never lies on a datum; nothing moves for
// readers who want that; an index is searched. Last line: "pages: N right, N wrong".
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';

const [modules, chromium, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
let right = 0;
let wrong = 0;

// Texts as they are read, without the titles that the script turns into labels.
const read = page => page.evaluate(() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const inside = walk.currentNode.parentElement.closest('script,title,.tip');
    if (!inside && walk.currentNode.data.trim()) found.push(walk.currentNode.data.trim());
  }
  return found.join('\n');
});

async function open(file, options) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', message => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', error => faults.push(`script: ${error.message}`));
  await page.setRequestInterception(true);
  page.on('request', request => {
    const url = request.url();
    if (url === pathToFileURL(file).href || url.startsWith('data:')) return request.continue();
    faults.push(`fetched: ${url}`);
    return request.abort();
  });
  await page.setViewport({ width: options.width, height: 900 });
  await page.setJavaScriptEnabled(options.script !== false);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: options.scheme ?? 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(pathToFileURL(file).href);
  return { page, faults };
}

// axe is put into a world of its own, which the page's policy does not bind.
async function judge(page) {
  const world = await page.mainFrame().isolatedRealm();
  await world.evaluate(axe);
  const { violations } = await world.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(v => `axe: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 160)}`);
}

// axe does not look into pictures. Words of charts against the area behind them, or the page: WCAG's ratio
// for large type, since labels within areas choose the better of ink and paper, which may be no more.
const leastContrast = 3;
const faint = (page, least) => page.evaluate(least => {
  const channels = color => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const over = ([r, g, b], opacity, below) => [r, g, b].map((c, i) => c * opacity + below[i] * (1 - opacity));
  const paper = channels(getComputedStyle(document.documentElement).backgroundColor);
  const found = [];
  for (const text of document.querySelectorAll('.chart svg text')) {
    const box = text.getBoundingClientRect();
    if (box.width === 0) continue;
    const x = box.left + box.width / 2;
    window.scrollTo(0, window.scrollY + box.top - 400);
    const y = text.getBoundingClientRect().top + box.height / 2;
    let behind = paper;
    for (const element of document.elementsFromPoint(x, y).reverse()) {
      const style = getComputedStyle(element);
      const isArea = element instanceof SVGGeometryElement && /^rgb/.test(style.fill);
      if (isArea) behind = over(channels(style.fill), style.fillOpacity * style.opacity, behind);
    }
    const [a, b] = [luminance(channels(getComputedStyle(text).fill)), luminance(behind)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least) found.push(`${contrast.toFixed(1)} : 1 is too faint for "${text.textContent}"`);
  }
  return found;
}, least);

// Pictures, and what stands below them, begin at the same height in each line of a row of charts.
const uneven = page => page.evaluate(() => {
  const found = [];
  for (const row of document.querySelectorAll('.row.charts')) {
    const lines = new Map();
    for (const figure of row.querySelectorAll('.chart')) {
      const top = Math.round(figure.getBoundingClientRect().top);
      lines.set(top, [...lines.get(top) ?? [], figure]);
    }
    for (const figures of lines.values())
      for (const part of ['.picture', 'details']) {
        const tops = figures.map(figure => figure.querySelector(part)?.getBoundingClientRect().top ?? NaN);
        if (Math.max(...tops) - Math.min(...tops) > 1) found.push(`${part} of a row at ${tops.join(', ')}`);
      }
  }
  return found;
});

const focused = page => page.evaluate(() => {
  const symbols = [...document.activeElement.closest('svg')?.querySelectorAll('[role=graphics-symbol]') ?? []];
  const tip = document.querySelector('.tip');
  const a = document.activeElement.getBoundingClientRect();
  const b = tip.getBoundingClientRect();
  return {
    at: symbols.indexOf(document.activeElement),
    last: symbols.length - 1,
    stops: symbols.filter(symbol => symbol.tabIndex === 0).length,
    label: document.activeElement.getAttribute('aria-label'),
    tip: tip.hidden ? null : tip.textContent,
    lines: tip.childElementCount,
    isSeen: parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2 &&
      getComputedStyle(document.activeElement).outlineStyle === 'solid',
    moves: getComputedStyle(tip).transitionDuration !== '0s',
    covers: !tip.hidden && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
  };
});

const mostSteps = 24; // two years of months
async function walk(page) {
  const faults = [];
  const expect = (is, what) => is || faults.push(`walk: ${what}`);
  const rtl = await page.evaluate(() => document.documentElement.dir === 'rtl');
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const n = await page.evaluate(() => {
    globalThis.shown = [...document.querySelectorAll('.chart svg')].filter(svg => svg.getClientRects().length > 0);
    return globalThis.shown.length;
  });
  for (let i = 0; i < n; i++) {
    if (!await page.evaluate(i => globalThis.shown[i].querySelector('[tabindex="0"]')?.focus() === undefined &&
      globalThis.shown[i].contains(document.activeElement), i)) {
      faults.push(`walk: chart ${i + 1} has no datum`);
      continue;
    }
    let now = await focused(page);
    expect(now.at === 0 && now.label, 'the first datum takes the focus and has a name');
    expect(now.isSeen, 'the focus has a ring');
    expect(!now.moves, 'the tooltip moves');
    const { last } = now;
    for (let step = 0; step < Math.min(last, mostSteps); step++) {
      await page.keyboard.press(forward);
      now = await focused(page);
      expect(now.at === step + 1, `step ${step + 1} is the next datum`);
      expect(now.stops === 1, 'one datum a chart takes the tab key');
      expect(now.tip && now.lines === 2, 'the tooltip has two lines');
      expect(!now.covers, `the tooltip lies on ${now.label}`);
    }
    await page.keyboard.press('End');
    expect((await focused(page)).at === last, 'End is the last datum');
    await page.keyboard.press(forward);
    expect((await focused(page)).at === last, 'behind the last there is none');
    await page.keyboard.press(back);
    expect((await focused(page)).at === Math.max(last - 1, 0), 'back is the one before');
    await page.keyboard.press('Home');
    expect((await focused(page)).at === 0, 'Home is the first datum');
    await page.keyboard.press('Escape');
    expect((await focused(page)).tip === null, 'Escape puts the tooltip away');
  }
  return faults;
}

// Of an index: a search for a row's name without accents and in capitals leaves it, and one for nothing all.
async function search(page) {
  if (!await page.$('#search')) return [];
  const rows = () => page.$$eval('tbody tr', all => all.filter(row => !row.hidden).map(row => row.cells[0].textContent));
  const all = await rows();
  const type = async words => {
    await page.$eval('#name', field => { field.value = ''; });
    await page.type('#name', words);
    return rows();
  };
  const wanted = all[all.length >> 1];
  const few = await type(` ${wanted.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()} `);
  const none = await type('no such name');
  await page.$eval('#name', field => { field.value = ''; });
  await page.type('#name', ' ');
  const again = await rows();
  return few.includes(wanted) && few.length < Math.max(all.length, 2) && none.length === 0 && again.length === all.length
    ? [] : [`search: ${few.length}, ${none.length}, ${again.length} of ${all.length} rows`];
}

async function check(file) {
  const found = [];
  const texts = [];
  for (const scheme of ['light', 'dark']) {
    const { page, faults } = await open(file, { width: 1280, scheme });
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
    found.push(...(await judge(page)).map(text => `${scheme}: ${text}`));
    if (scheme === 'light') found.push(...await walk(page), ...await search(page));
    texts.push(await read(page));
    found.push(...(await faint(page, leastContrast)).map(text => `${scheme}: ${text}`), ...await uneven(page));
    found.push(...faults);
    await page.close();
  }
  const plain = await open(file, { width: 1280, script: false });
  texts.push(await read(plain.page));
  found.push(...plain.faults);
  await plain.page.close();
  if (texts.some(text => text !== texts[0])) found.push('without script or in the dark it reads differently');
  for (const width of [360, 768]) {
    const { page } = await open(file, { width });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${wide} px wide on a screen of ${width}`);
    await page.close();
  }
  const bytes = readFileSync(file).length;
  const charts = readFileSync(file, 'utf8').split('<figure class="chart').length - 1;
  if (bytes > 150000 && charts <= 3) found.push(`${bytes} bytes for ${charts} charts`);
  if (found.length === 0) right++;
  else wrong++;
  for (const text of found) console.log(`FAILED: pages: ${basename(file)}: ${text}`);
}

for (const file of files) await check(file);
await browser.close();
console.log(`pages: ${right} right, ${wrong} wrong`);
