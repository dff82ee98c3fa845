// What is shown and what is filtered: one object, written to the address after #, read back from it.
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const data = JSON.parse(byId('data').textContent);
const state = { issue: -1, entity: [], letters: new Set(), verdicts: new Set(), group: '', search: '', sort: '', view: 'divergence', tab: 'compare', turned: new Set() };
const listeners = [];
const claims = [];
data.issues.forEach((issue) => issue.readings.forEach((reading) => {
  reading.claims = reading.claims.map((values, place) => {
    const claim = Object.fromEntries(data.claim.map((name, k) => [name, values[k]]));
    claim.issue = issue.n;
    if (reading.words) claim.exact = reading.words[place];
    claims[claim.n] = claim;
    return claim;
  });
}));
let writing = false;

// What is needed later stands compressed in the document: the library that draws, its data, the Turtle.
const unpacked = {};
function unpack(name) {
  unpacked[name] = unpacked[name] || new Response(new Blob([bytesOf(byId('packed-' + name).textContent)])
    .stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return unpacked[name];
}
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k += 1) bytes[k] = text.charCodeAt(k);
  return bytes;
}

// The words of a claim stand in the document once; they are read from there when they are needed.
function wordsOf(claim) {
  if (claim.exact === undefined) {
    const marks = all('[data-claim="' + claim.n + '"] mark', byId('i-' + claim.issue));
    claim.exact = marks.map((mark) => mark.textContent).join('');
  }
  return claim.exact;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// The colour of an account goes by its letter.
function whoClass(letter) {
  const place = Array.from(letter.toUpperCase()).reduce((sum, c) => sum * 26 + (c >= 'A' && c <= 'Z' ? c.charCodeAt(0) - 64 : 0), 0);
  return 'w-' + (Math.max(0, place - 1) % 12);
}

// The signs of a reading: hedged, attributed, denied; the style sheet draws the sign before the word.
function signsOf(reading) {
  const signs = new Map();
  const add = (name, word) => signs.set(name + word, [name, word]);
  reading.claims.forEach((claim) => {
    if (claim.stance === 'Denies') add('not', 'denied');
    if (claim.stance === 'NoEvidence') add('open', 'no evidence');
    if (claim.stance === 'Unknown') add('open', 'not known');
    if (claim.certainty === 'Hedged') add('hedge', 'hedged');
    claim.speakers.forEach((speaker) => add('by', speaker));
  });
  return Array.from(signs.values()).slice(0, 3);
}

const narrow = matchMedia('(max-width: 700px)');
function cardsIfNarrow() {
  if (narrow.matches && byId('cards') && !byId('cards').firstChild) {
    const unsure = (issue) => Boolean(issue) && issue.verdict === 'to-check';
    const written = data.issues.slice(0, data.written);
    byId('cards').append(...written.flatMap((issue, k) =>
      (unsure(issue) && !unsure(written[k - 1]) ? [element('li', 'group', document.querySelector('.matrix .group').textContent)] : []).concat(cardOf(issue))));
    apply();
  }
}
narrow.addEventListener('change', cardsIfNarrow);

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const haystacks = [];
function haystack(n) {
  const issue = data.issues[n];
  haystacks[n] = haystacks[n] || fold([issue.label, issue.question, issue.group].concat(issue.readings.flatMap((r) =>
    [r.label].concat(r.claims.flatMap((c) => [c.answer, wordsOf(c)].concat(c.speakers))))).join('\n'));
  return haystacks[n];
}
const entityHaystacks = [];
function entityHaystack(n) {
  const entity = data.entities[n];
  if (entity && entityHaystacks[n] === undefined) entityHaystacks[n] = fold([entity.label].concat(entity.others).join('\n'));
  return entityHaystacks[n] || '';
}

function issueShown(n) {
  const issue = data.issues[n];
  if (!issue) return false;
  if (state.verdicts.size && !state.verdicts.has(issue.verdict)) return false;
  if (state.group && issue.group !== state.group) return false;
  return !state.search || haystack(n).includes(fold(state.search));
}
const shownIssues = () => data.issues.map((issue) => issue.n).filter(issueShown);
const isolated = (n) => !state.letters.size || state.letters.has(n);
const letterOf = (n) => data.accounts[n].letter;
const isolatedLetters = () => new Set(Array.from(state.letters, letterOf));
const filtered = () => state.letters.size || state.verdicts.size || state.group || state.search || state.sort;

function change(changes, anew) {
  Object.assign(state, changes);
  apply();
  writeHash(anew);
}

function toggle(set, value) {
  const out = new Set(set);
  if (!out.delete(value)) out.add(value);
  return out;
}

function apply() {
  const shown = new Set(shownIssues());
  listRest(Array.from(shown).filter((n) => n >= data.written && (filtered() || n === state.issue)));
  all('.row, .card').forEach((row) => {
    const n = Number(row.dataset.issue);
    row.classList.toggle('away', !shown.has(n));
    row.classList.toggle('open', n === state.issue);
  });
  all('.matrix [data-account]').forEach((cell) => {
    if (cell.tagName !== 'A') cell.classList.toggle('dim', !isolated(Number(cell.dataset.account)));
  });
  const letters = isolatedLetters();
  all('.card-reading[data-reading]').forEach((line) => {
    const held = data.issues[line.parentElement.dataset.issue].readings[line.dataset.reading - 1].letters;
    line.classList.toggle('dim', letters.size > 0 && !held.some((l) => letters.has(l)));
  });
  all('.chip').forEach((chip) => chip.setAttribute('aria-pressed', String(state.verdicts.has(chip.dataset.verdict))));
  all('button[data-letter]').forEach((b) => b.setAttribute('aria-pressed', String(state.letters.has(Number(b.dataset.letter)))));
  all('[data-view]').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.view === state.view)));
  all('[data-edge], [data-said]').forEach((b) => b.setAttribute('aria-pressed', String(isDrawn(b.dataset.edge || b.dataset.said))));
  root.dataset.tab = state.tab;
  ['compare', 'network'].forEach((tab) => {
    byId('tab-' + tab).setAttribute('aria-selected', String(state.tab === tab));
    byId('tab-' + tab).tabIndex = state.tab === tab ? 0 : -1;
  });
  if (byId('group')) byId('group').value = state.group;
  if (byId('sort')) byId('sort').value = state.sort;
  if (byId('account')) byId('account').value = state.letters.size === 1 ? Array.from(state.letters)[0] : '';
  if (byId('search').value !== state.search) byId('search').value = state.search;
  byId('clear').hidden = !filtered();
  if (byId('nothing')) byId('nothing').hidden = shown.size > 0;
  markFound();
  listNamed();
  listeners.forEach((listener) => listener());
}

function markFound() {
  const wanted = fold(state.search);
  all('.matrix td a .answer > bdi, .matrix tbody th bdi, .card bdi').forEach((e) =>
    e.classList.toggle('found', wanted.length > 1 && fold(e.textContent).includes(wanted)));
}

// The entities that search finds by their names, to be opened from above the table.
const MOST_NAMED = 12;
function listNamed() {
  const place = byId('named');
  if (!place) return;
  const wanted = fold(state.search);
  const found = wanted.length > 1 ? data.entities.filter((e) => entityHaystack(e.n).includes(wanted)) : [];
  place.hidden = !found.length;
  place.replaceChildren(found.length ? 'Named in the accounts: ' : '');
  found.slice(0, MOST_NAMED).forEach((entity) => {
    const link = element('button', 'cite');
    link.type = 'button';
    link.append(element('bdi', '', entity.label));
    link.addEventListener('click', () => openEntities([entity.n], link));
    place.append(link, ' ');
  });
  if (found.length > MOST_NAMED) place.append('and ' + (found.length - MOST_NAMED) + ' more');
}

function clearFilters() {
  change({ letters: new Set(), verdicts: new Set(), group: '', search: '', sort: '' });
  say('All filters are off.');
}

// The lines of the divergence: each kind is drawn or not from the start, and turned by its button in the legend.
const lineButton = (name) => byId('network').querySelector('[data-edge="' + CSS.escape(name) + '"], [data-said="' + CSS.escape(name) + '"]');
const drawnAtFirst = new Map(all('[data-edge], [data-said]').map((b) => [b.dataset.edge || b.dataset.said, b.getAttribute('aria-pressed') === 'true']));
const isDrawn = (name) => (drawnAtFirst.get(name) !== false) !== state.turned.has(name);

// A view that is opened is a step of its own, to which Back leads; what filters it changes the present one.
function writeHash(anew) {
  const parts = new URLSearchParams();
  if (state.issue >= 0) parts.set('i', data.issues[state.issue].key);
  if (state.entity.length) parts.set('e', state.entity.join('.'));
  if (state.letters.size) parts.set('a', Array.from(state.letters).sort((x, y) => x - y).map(letterOf).join('.'));
  if (state.verdicts.size) parts.set('f', Array.from(state.verdicts).sort().join('.'));
  if (state.group) parts.set('g', state.group);
  if (state.search) parts.set('q', state.search);
  if (state.sort) parts.set('k', state.sort);
  if (state.view !== 'divergence') parts.set('v', state.view);
  if (state.tab !== 'compare') parts.set('t', state.tab);
  if (state.turned.size) parts.set('d', Array.from(state.turned).sort().join('.'));
  const hash = parts.toString();
  writing = true;
  const address = hash ? '#' + hash : location.pathname + location.search;
  if (anew && (hash || location.hash)) history.pushState({ opened: state.issue >= 0 || state.entity.length > 0 }, '', address);
  else history.replaceState(history.state, '', address);
  writing = false;
}

// Closing goes back to before the opening; the view as it then is stays, filters included.
let closing = false;
function stepBack() {
  if (!history.state || !history.state.opened) return;
  closing = true;
  history.back();
}
function returned() {
  if (closing) writeHash();
  else readHash();
  closing = false;
}

function readHash() {
  const hash = location.hash.slice(1);
  const anchor = /^q-(\d+)$/.exec(hash);
  const parts = new URLSearchParams(anchor ? '' : hash);
  const list = (name) => (parts.get(name) || '').split('.').filter(Boolean);
  const letters = list('a').map((l) => data.accounts.findIndex((a) => a.letter === l)).filter((n) => n >= 0);
  const verdicts = list('f').filter((v) => data.issues.some((i) => i.verdict === v));
  const entities = list('e').map(Number).filter((n) => data.entities[n]);
  const view = byId('network').querySelector('[data-view="' + CSS.escape(parts.get('v') || '') + '"]');
  Object.assign(state, {
    issue: anchor ? (data.issues[anchor[1]] ? Number(anchor[1]) : -1) : data.issues.findIndex((i) => i.key === parts.get('i')),
    entity: entities, letters: new Set(letters), verdicts: new Set(verdicts),
    group: data.issues.some((i) => i.group === parts.get('g')) ? parts.get('g') : '',
    search: (parts.get('q') || '').slice(0, 200), sort: byId('sort') && all('option', byId('sort')).some((o) => o.value === parts.get('k')) ? parts.get('k') : '', view: view ? parts.get('v') : 'divergence',
    tab: parts.get('t') === 'network' ? 'network' : 'compare',
    turned: new Set(list('d').filter((name) => lineButton(name))),
  });
  apply();
}

function say(text) { byId('said').textContent = text; }
