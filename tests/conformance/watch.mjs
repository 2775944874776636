// watch.mjs - sheaf watch in headless Chromium.
//   node watch.mjs NODE_MODULES CHROMIUM SHEAF SPEC [PICTURES]
// SPEC is copied with its folder, edited, broken and mended, and its data changed: the page follows, keeps what the
// reader looks at where it is, and axe-core finds nothing wrong with it in light and dark, wide and narrow. Prints how
// long it takes from the save to the picture. PICTURES: a folder for screenshots. Last line: "watch: N right, N wrong".
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';

const [modules, chromium, sheaf, original, pictures] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sheaf-watch-'));
cpSync(dirname(original), folder, { recursive: true });
const spec = join(folder, basename(original));
const data = join(folder, readdirSync(folder).find(name => name.endsWith('.csv')));
const good = readFileSync(spec, 'utf8');

let right = 0;
let wrong = 0;
const expect = (is, what) => {
  if (is) right++;
  else { wrong++; console.log(`wrong: ${what}`); }
};

const start = port => new Promise((resolve, reject) => {
  const child = spawn(sheaf, ['watch', spec, '--port', port, '-q'], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', line => resolve({ child, url: String(line).trim() }));
  child.once('exit', code => reject(new Error(`sheaf watch ended: ${code}`)));
});
const end = child => new Promise(resolve => { child.removeAllListeners('exit'); child.once('exit', resolve); child.kill('SIGINT'); });

let { child, url } = await start('0');
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
const page = await browser.newPage();
const faults = [];
page.on('console', message => message.type() === 'error' && faults.push(message.text()));
page.on('pageerror', error => faults.push(error.message));
await page.setViewport({ width: 1280, height: 900 });
await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
await page.goto(url);

const until = (what, ...words) => page.waitForFunction(what, { timeout: 20000, polling: 5 }, ...words);
const drawn = () => page.evaluate(() => document.documentElement.dataset.version);
const sources = () => page.$$eval('main img', all => all.map(image => image.src));
const shoot = async name => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
if (pictures) mkdirSync(pictures, { recursive: true });

// Saves, and waits until the page shows the next version; returns the milliseconds.
async function save(write) {
  const before = await drawn();
  const began = performance.now();
  write();
  await until(before => document.documentElement.dataset.version !== before, before);
  return performance.now() - began;
}
const times = [];
const edit = async text => { times.push(await save(() => writeFileSync(spec, text))); };
const replace = async text => {
  times.push(await save(() => { writeFileSync(`${spec}~`, text); renameSync(`${spec}~`, spec); }));
};

async function judge(name) {
  const world = await page.mainFrame().isolatedRealm();
  await world.evaluate(axe);
  const { violations } = await world.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false }));
  expect(violations.length === 0, `axe: ${name}: ${violations.map(v => `${v.id}: ${v.nodes[0].html}`).join('; ')}`);
}

await until(() => document.documentElement.dataset.is === 'well');
expect((await sources()).length >= 1, 'pages are there');
expect(await page.evaluate(() => [...document.images].every(image => image.naturalWidth > 0)), 'pages are pictures');

// An edit shows, by writing and by renaming, and the reader stays where he is.
await page.evaluate(() => scrollTo(0, 300));
let before = await sources();
const title = good.replace('Trade fact sheet', 'Edited');
await edit(title);
expect((await sources())[0] !== before[0], 'an edit draws the page anew');
expect(await page.evaluate(() => scrollY) === 300, 'the scroll is kept after an edit');
before = await sources();
await replace(good);
expect((await sources())[0] !== before[0], 'a file in the place of the old one is seen');
for (let i = 0; i < 10; i++) await edit(title.replace('Edited', `Edited ${i}`));

// A broken edit shows its message over the last good page.
before = await sources();
await edit(title.replace(/^sheet:/m, 'shet:'));
expect((await sources())[0] === before[0], 'a broken edit leaves the last good page');
const told = await page.$eval('#messages', box => box.textContent);
expect(/shet/.test(told) && /:\d+:\d+/.test(told) && /last good/.test(told), `a broken edit shows its message: ${told}`);
expect(await page.evaluate(() => scrollY) === 300, 'the scroll is kept after a broken edit');
expect(await page.evaluate(() => document.querySelector('#messages').getBoundingClientRect().bottom <= innerHeight), 'the message is seen');
await shoot('broken.light.1280');
await judge('broken, light');
await edit(good);
expect(await page.evaluate(() => document.documentElement.dataset.is) === 'well', 'a mended spec is well');

// Data of the same length in place of the others.
before = await sources();
const rows = readFileSync(data, 'utf8');
await save(() => writeFileSync(data, rows.replace(/^(\d{4},[^,]*,[^,]*,)([1-8])/gm, (all, head, digit) => head + (+digit + 1))));
expect((await sources())[0] !== before[0], 'a data change draws the page anew');

// Parameters, language, the page of the web.
const select = await page.$('#parameters select');
if (select) {
  before = await sources();
  const values = await page.$$eval('#parameters select option', all => all.map(option => option.value));
  const now = await page.$eval('#parameters select', field => field.value);
  const version = await page.$eval('main img', image => image.dataset.name);
  await page.select('#parameters select', values.find(value => value !== now));
  await until(version => document.querySelector('main img')?.dataset.name !== version, version);
  expect((await sources())[0] !== before[0], 'another member is drawn');
}
const shown = await page.$eval('main img', image => image.dataset.name);
await page.select('#language', 'ru');
await until(shown => document.querySelector('main img')?.dataset.name !== shown, shown);
expect(/lang=ru/.test(page.url()), 'the choice stands in the address');
await page.click('input[value=web]');
await until(() => document.querySelector('iframe:not(.next)')?.contentDocument?.querySelector('h1'));
const frame = await page.waitForSelector('iframe:not(.next)').then(element => element.contentFrame());
await frame.evaluate(() => scrollTo(0, 200));
await edit(title);
await until(() => document.querySelectorAll('iframe').length === 1);
expect(await page.evaluate(() => Math.abs(document.querySelector('iframe').contentWindow.scrollY - 200) < 2), 'the scroll of the web page is kept');
await shoot('web.light.1280');
await page.click('input[value=pages]');
await until(() => document.querySelector('main img'));
await edit(good);

for (const scheme of ['light', 'dark'])
  for (const width of [360, 1280]) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing is wider than ${width}`);
    await judge(`${scheme}, ${width}`);
    await shoot(`pages.${scheme}.${width}`);
  }
await save(() => writeFileSync(spec, title.replace(/^sheet:/m, 'shet:')));
await shoot('broken.dark.1280');
await page.setViewport({ width: 360, height: 800 });
await shoot('broken.dark.360');
await save(() => writeFileSync(spec, good));
expect(faults.length === 0, `the page complains: ${faults.join('; ')}`);

// A server that ends and comes back is found again.
const { port } = new URL(url);
const code = await end(child);
expect(code === 0, `Ctrl-C ends it with ${code}`);
await until(() => document.documentElement.dataset.is === 'lost');
await shoot('lost.dark.360');
({ child, url } = await start(port));
await until(() => document.documentElement.dataset.is === 'well');
right++;

await browser.close();
await end(child);
rmSync(folder, { recursive: true });
times.sort((a, b) => a - b);
console.log(`save to picture: median ${times[times.length >> 1].toFixed(0)} ms, slowest ${times.at(-1).toFixed(0)} ms of ${times.length}`);
console.log(`watch: ${right} right, ${wrong} wrong`);
