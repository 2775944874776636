// script.js - follows the sheet that is watched: asks for its state, waits for the next, and puts new pages in
// the place of the old ones, so that what the reader looks at stays where it is.
'use strict';
const names = { en: 'English', ru: 'Русский', kk: 'Қазақша', zh: '中文', ar: 'العربية', de: 'Deutsch', fr: 'Français', ug: 'ئۇيغۇرچە' };
const root = document.documentElement;
const at = id => document.getElementById(id);
const make = (name, text, kind) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (kind) element.className = kind;
  return element;
};
// The page's own words, in the language of the command line; a text has its figures where %s stands.
const word = (text, ...values) => values.reduce((all, value) => all.replace('%s', value), state?.words?.[text] ?? text);
const count = (kind, n) => n === 1 && !state?.words?.[`%s ${kind}s`] ? `1 ${kind}` : word(`%s ${kind}s`, n);
const sleep = ms => new Promise(resolve => { setTimeout(resolve, ms); });

// The choice stands in the address, so that a page that is loaded again shows the same. Without one it is that of
// the command line, which the first state tells.
const address = new URL(location.href);
let choice = null;
for (const [key, value] of address.searchParams) {
  if (key !== 'lang' && !key.startsWith('set.')) continue;
  choice ??= { language: '', set: {} };
  if (key === 'lang') choice.language = value;
  else choice.set[key.slice(4)] = value;
}
let show = address.searchParams.get('show') === 'web' ? 'web' : 'pages';
let state = null;
let asking = new AbortController();

function query() {
  const words = new URLSearchParams();
  if (choice) {
    words.set('lang', choice.language);
    for (const [name, value] of Object.entries(choice.set)) words.set(`set.${name}`, value);
  }
  return words;
}

function choose() {
  const words = query();
  if (show === 'web') words.set('show', 'web');
  history.replaceState(null, '', `?${words}`);
  state = null;
  asking.abort();
}

// Controls ---------------------------------------------------------------------

function showLanguages() {
  const select = at('language');
  const known = state.languages.length ? state.languages : Object.keys(names);
  const all = state.languages.length ? known : ['', ...known];
  if (!all.includes(choice.language)) all.push(choice.language);
  select.replaceChildren(...all.map(code => new Option(code ? names[code] ?? code : word('as in the spec'), code)));
  select.value = choice.language;
}

function control(parameter) {
  const label = make('label', `${parameter.name} `);
  const set = choice.set[parameter.name];
  let field;
  if (parameter.members.length) {
    field = make('select');
    field.append(...parameter.members.map(([code, name]) => new Option(name === code ? code : `${name} (${code})`, code)));
    const now = set ?? parameter.value;
    if (!parameter.members.some(([code]) => code === now)) field.prepend(new Option(now, now));
    field.value = now;
  } else {
    field = make('input');
    field.value = set ?? '';
    field.placeholder = parameter.value ?? '';
  }
  field.dataset.name = parameter.name;
  label.append(field);
  return label;
}

// Only where they are others: a list that is open stays open.
let controls = '';
function showControls() {
  const now = JSON.stringify([state.parameters, choice, state.languages]);
  if (now === controls) return;
  const focused = document.activeElement?.dataset?.name;
  controls = now;
  showLanguages();
  if (state.parameters) at('parameters').replaceChildren(...state.parameters.map(control));
  if (focused) document.querySelector(`[data-name="${CSS.escape(focused)}"]`)?.focus();
  at('reset').hidden = !location.search;
}

at('choices').addEventListener('change', event => {
  const { target } = event;
  if (target.name === 'show') {
    show = target.value;
    at('pages').replaceChildren();
  } else if (target.id === 'language') choice.language = target.value;
  else if (target.value) choice.set[target.dataset.name] = target.value;
  else delete choice.set[target.dataset.name];
  choose();
});
at('choices').addEventListener('submit', event => event.preventDefault());
at('reset').addEventListener('click', () => { location.href = '/'; });
at('choices').elements.show.value = show;

// Messages ---------------------------------------------------------------------

const beside = file => file.startsWith(state.folder) ? file.slice(state.folder.length) : file;
const places = message => [beside(message.file), message.line || null, message.line && message.column || null].filter(Boolean).join(':');

function told(message) {
  const line = make('p', '', message.kind);
  line.append(make('b', word(message.kind)), ' ');
  if (message.file) line.append(make('code', places(message)), ' ');
  line.append(message.message + (message.count > 1 ? ` (${word('and %s more', message.count - 1)})` : ''));
  if (!message.excerpt || !message.column) return [line];
  const letters = [...message.excerpt];
  const excerpt = make('pre', `${message.excerpt}\n`);
  const before = letters.slice(0, message.column - 1).map(letter => letter === '\t' ? '\t' : ' ').join('');
  excerpt.append(before, make('i', `^${'~'.repeat(Math.max(Math.min(message.length, letters.length - message.column + 1) - 1, 0))}`));
  return [line, excerpt];
}

function showMessages() {
  const errors = state.messages.filter(message => message.kind === 'error');
  const others = state.messages.filter(message => message.kind !== 'error');
  const box = at('messages');
  const wasOpen = box.querySelector('details')?.open ?? false;
  const parts = [];
  if (!state.well && state.pages.length) parts.push(make('h2', word('These are the last good pages')));
  parts.push(...errors.flatMap(told));
  if (others.length) {
    const details = make('details');
    const n = kind => others.filter(message => message.kind === kind).length;
    details.open = wasOpen;
    details.append(make('summary', ['warning', 'note'].filter(n).map(kind => count(kind, n(kind))).join(', ')), ...others.flatMap(told));
    parts.push(details);
  }
  box.replaceChildren(...parts);
  box.hidden = parts.length === 0;
  document.body.style.paddingBottom = box.hidden ? '' : `${box.offsetHeight}px`;
}

// Pages ------------------------------------------------------------------------

async function showPages() {
  const main = at('pages');
  const words = query();
  if (!state.pages.length) {
    main.replaceChildren(make('p', word('No page is drawn yet: see the messages below.'), 'nothing'));
    return;
  }
  main.querySelector('.nothing')?.remove();
  await Promise.all(state.pages.map(async (number, i) => {
    const name = `${words}#${number}`;
    if (main.children[i]?.dataset.name === name) return;
    const image = make('img');
    image.dataset.name = name;
    image.alt = word('Page %s of %s', i + 1, state.pages.length);
    image.src = `/page/${i}?${words}&number=${number}`;
    await image.decode().catch(() => {});
    if (main.children[i]) main.children[i].replaceWith(image);
    else main.append(image);
  }));
  while (main.children.length > state.pages.length) main.lastChild.remove();
}

function sizeFrame(frame) {
  frame.style.height = `${Math.max(innerHeight - document.querySelector('header').offsetHeight, 200)}px`;
}

// The new page is loaded behind the old one, scrolled to its place, and put there.
async function showWeb() {
  const main = at('pages');
  const old = main.querySelector('iframe');
  const frame = make('iframe');
  frame.title = word('The sheet as a page of the web');
  frame.className = 'next';
  frame.setAttribute('sandbox', 'allow-same-origin allow-scripts allow-popups');
  frame.src = `/sheet?${query()}`;
  sizeFrame(frame);
  const loaded = new Promise(resolve => { frame.onload = resolve; });
  main.append(frame);
  await loaded;
  if (old) frame.contentWindow.scrollTo(0, old.contentWindow.scrollY);
  frame.className = '';
  for (const child of [...main.children]) if (child !== frame) child.remove();
}
addEventListener('resize', () => document.querySelectorAll('iframe').forEach(sizeFrame));

// Following --------------------------------------------------------------------

function tell(is, text) {
  root.dataset.is = is;
  at('status').textContent = text;
  document.title = `${is === 'well' ? '' : '✗ '}${at('spec').textContent} – sheaf watch`;
}

// The texts that the page came with, which are English.
function translate() {
  root.lang = word('en');
  root.dir = ['ar', 'ug'].includes(root.lang) ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll('[data-word]')) {
    element.dataset.word ||= element.textContent;
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', word(element.dataset.label));
}

async function display() {
  choice ??= { language: state.language, set: state.set };
  translate();
  at('spec').textContent = state.spec;
  root.classList.toggle('web', show === 'web');
  showControls();
  await (show === 'web' ? showWeb() : showPages());
  showMessages();
  const wrong = state.messages.filter(message => message.kind === 'error').length;
  tell(state.well ? 'well' : 'wrong', state.well ? word('drawn in %s ms', Math.round(state.ms)) : count('mistake', wrong));
  root.dataset.version = state.version;
}

async function follow() {
  for (;;) {
    asking = new AbortController();
    const { signal } = asking;
    const words = query();
    if (state) words.set('after', state.version);
    try {
      const answer = await fetch(`/state?${words}`, { signal });
      if (answer.status === 400) {
        tell('wrong', await answer.text());
        await new Promise(resolve => { signal.addEventListener('abort', resolve, { once: true }); });
        continue;
      }
      if (!answer.ok) throw new Error(answer.statusText);
      const next = await answer.json();
      const isNew = next.version !== state?.version;
      if (signal.aborted) continue;
      state = next;
      if (isNew || root.dataset.is === 'lost') await display();
    } catch (error) {
      if (signal.aborted) continue;
      tell('lost', word('sheaf watch has ended; waiting for it'));
      await sleep(500);
    }
  }
}
follow();
