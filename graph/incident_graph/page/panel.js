// The quotations of what was chosen: the document's own sections, copied beside what was clicked.
const panel = byId('panel');
let opener = null;
let shownKey = '';

function openIssue(n, from, choice) {
  if (!data.issues[n]) return;
  opener = from || opener;
  change({ issue: n, entity: [] }, panel.hidden);
  choose(choice || {});
  panel.focus({ preventScroll: true });
  say(data.issues[n].label + ': ' + data.issues[n].sentence);
}

function openEntities(numbers, from) {
  opener = from || opener;
  change({ issue: -1, entity: numbers.filter((n) => data.entities[n]) }, panel.hidden);
  panel.focus({ preventScroll: true });
}

function closePanel() {
  change({ issue: -1, entity: [] });
  stepBack();
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

function copyOf(element) {
  const copy = element.cloneNode(true);
  [copy].concat(all('[id]', copy)).forEach((e) => e.removeAttribute('id'));
  return copy;
}

// Where two entities stand in one sentence: the sentences, of each account the first.
function sharedSentences(one, other) {
  const networks = data.networks && data.networks.entities;
  const among = networks ? networks.edges.concat(networks.further ? networks.further.edges : []) : [];
  const edge = among.find((e) => e.own.shared && e.own.ends.includes(one) && e.own.ends.includes(other));
  if (!edge) return '';
  const section = element('section', 'reading');
  section.append(element('h3', '', 'Named in one sentence'));
  edge.own.shared.forEach(([letter, line, text]) => {
    const n = data.accounts.findIndex((a) => a.letter === letter);
    const figure = element('figure', 'quote');
    figure.dataset.account = n;
    const words = element('blockquote');
    words.dir = 'auto';
    words.append(element('mark', '', text));
    const caption = element('figcaption');
    caption.append(element('span', 'letter ' + whoClass(letter), letter), ' ', element('bdi', 'source', (data.accounts[n] || {}).source || ''), element('span', '', ', line ' + line));
    if (document.querySelector('#a-' + n + ' .text')) {
      const read = element('a', 'read', 'whole account');
      read.href = '#a-' + n;
      caption.append(read);
    }
    figure.append(words, caption);
    section.append(figure);
  });
  return section;
}

function drawPanel(again) {
  const open = state.issue >= 0 || state.entity.length > 0;
  panel.hidden = !open;
  root.classList.toggle('has-panel', open);
  const key = state.issue >= 0 ? 'i' + state.issue : 'e' + state.entity.join('.');
  if (open && (key !== shownKey || again === true)) {
    const title = byId('panel-title');
    const body = byId('panel-body');
    title.replaceChildren();
    body.replaceChildren();
    if (state.issue >= 0) {
      const issue = data.issues[state.issue];
      const source = byId('i-' + state.issue);
      title.append(glyphOf(issue), element('bdi', '', issue.label + ': ' + issue.sentence));
      body.append(...(source ? Array.from(copyOf(source.querySelector('.issue')).childNodes) : restQuotes(issue)));
      all('.quote[data-claim]', body).filter((q) => claims[q.dataset.claim]).forEach((q) => {
        const cite = element('button', 'cite', 'copy citation');
        cite.type = 'button';
        cite.dataset.cite = q.dataset.claim;
        q.querySelector('figcaption').append(cite);
      });
    } else {
      title.append(element('bdi', '', state.entity.map((n) => data.entities[n].label).join(' · ')));
      const grid = document.createElement('div');
      grid.className = 'readings';
      if (state.entity.length === 2) grid.append(sharedSentences(...state.entity));
      state.entity.forEach((n) => grid.append(copyOf(document.querySelector('[data-entity="' + n + '"] .reading'))));
      body.append(grid);
    }
    body.scrollTop = 0;
  }
  shownKey = open ? key : '';
  ['previous', 'next'].forEach((id) => { byId(id).hidden = state.issue < 0; });
  const letters = state.letters;
  all('.quote', panel).forEach((q) => q.classList.toggle('dim', letters.size > 0 && !letters.has(Number(q.dataset.account))));
}

// Point at what was clicked: the reading, or the account's quotations.
function choose(choice) {
  all('.chosen, .chosen-quote', panel).forEach((e) => e.classList.remove('chosen', 'chosen-quote'));
  const readings = all('.reading', panel);
  let target = null;
  if (choice.reading && readings.length > 1) {
    target = readings[choice.reading - 1];
    if (target) target.classList.add('chosen');
  }
  if (choice.account !== undefined) {
    all('.quote[data-account="' + Number(choice.account) + '"]', panel).forEach((q, k) => {
      q.classList.add('chosen-quote');
      if (k === 0) target = q;
    });
  }
  const body = byId('panel-body');
  if (target && target.offsetTop - body.offsetTop > body.clientHeight) body.scrollTop = target.offsetTop - body.offsetTop - 12;
}

function step(by) {
  const shown = shownIssues();
  if (!shown.length) return;
  const at = shown.indexOf(state.issue);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  openIssue(shown[next]);
  const cards = all('.part.open').filter((part) => part.checkVisibility());
  (cards.length ? cards : all('.row.open, .card.open')).forEach((row) => row.scrollIntoView({ block: 'nearest' }));
}

function readAccount(n, issue) {
  const source = byId('a-' + n);
  if (!source) return;
  byId('reader-title').replaceChildren(copyOf(source.querySelector('summary .letter')), element('bdi', '', ' ' + source.querySelector('summary bdi').textContent));
  const body = byId('reader-body');
  body.replaceChildren(...all(':scope > .meta, :scope > .text', source).map(copyOf));
  const marks = all('mark[data-issue="' + Number(issue) + '"]', body);
  marks.forEach((m) => m.classList.add('here'));
  byId('reader').showModal();
  if (marks.length) marks[0].scrollIntoView({ block: 'center' });
}

function citation(number) {
  const claim = claims[number];
  if (!claim) return '';
  const account = data.accounts.find((a) => a.letter === claim.letter) || {};
  const about = [account.title, account.source, account.date].filter(Boolean).join(', ');
  return '“' + wordsOf(claim) + '” (' + about + '; ' + account.file + ', line ' + claim.line + ', characters ' +
    claim.start + '–' + claim.end + ', SHA-256 ' + account.sha256 + ')';
}

listeners.push(drawPanel);
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;
  const read = target.closest('.read');
  const cite = target.closest('[data-cite]');
  const marked = target.closest('#reader mark[data-issue]');
  const mention = target.closest('#reader [data-entity]');
  const issue = target.closest('a[href^="#q-"]');
  if (read) {
    event.preventDefault();
    const card = read.closest('.part');
    readAccount(Number(read.hash.slice(3)), card ? card.dataset.issue : state.issue);
  } else if (cite) {
    copyText(citation(cite.dataset.cite), cite);
  } else if (marked) {
    byId('reader').close();
    openIssue(Number(marked.dataset.issue));
  } else if (mention) {
    byId('reader').close();
    openEntities([Number(mention.dataset.entity)]);
  } else if (issue) {
    event.preventDefault();
    const cell = issue.closest('td[data-account]');
    openIssue(Number(issue.getAttribute('href').slice(3)), issue, { account: cell ? cell.dataset.account : undefined, reading: Number(issue.dataset ? issue.dataset.reading : 0) });
  }
});
byId('previous').addEventListener('click', () => step(-1));
byId('next').addEventListener('click', () => step(1));
byId('close').addEventListener('click', closePanel);
all('dialog [data-close]').forEach((b) => b.addEventListener('click', () => b.closest('dialog').close()));
all('dialog').forEach((d) => d.addEventListener('click', (event) => { if (event.target === d) d.close(); }));
