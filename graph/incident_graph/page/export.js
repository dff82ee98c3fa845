// What can be taken away: the comparison as CSV and JSON, the picture as SVG and PNG, a quotation as a citation.

// A cell that begins like a formula would be run by a spreadsheet: it gets an apostrophe in front.
function csvCell(value) {
  const text = String(value);
  const safe = /^[\s]*[=+\-@|%\t\r]/.test(text) ? "'" + text : text;
  return '"' + safe.replace(/"/g, '""') + '"';
}

function csv() {
  const rows = [['question', 'verdict', 'reading', 'answer', 'account', 'source', 'said', 'stance', 'certainty', 'hedge', 'according to', 'value', 'quotation', 'line', 'start', 'end', 'file', 'sha256', 'grade', 'ways']];
  const letters = isolatedLetters();
  shownIssues().forEach((n) => {
    const issue = data.issues[n];
    issue.readings.forEach((reading) => reading.claims.forEach((claim) => {
      if (letters.size && !letters.has(claim.letter)) return;
      const account = data.accounts.find((a) => a.letter === claim.letter) || {};
      rows.push([issue.label, issue.verdict, reading.n, reading.label, claim.letter, account.source, claim.answer, claim.stance, claim.certainty, claim.hedge,
        claim.speakers.join('; '), claim.value, wordsOf(claim), claim.line, claim.start, claim.end, account.file, account.sha256, claim.grade, claim.ways.join('; ')]);
    }));
  });
  return '\ufeff' + rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function json() {
  claims.forEach(wordsOf);
  const shown = new Set(shownIssues());
  return JSON.stringify({ title: data.title, summary: data.headline, accounts: data.accounts, issues: data.issues.filter((i) => shown.has(i.n)) }, null, 2) + '\n';
}

function svg() {
  const drawing = byId('svg-' + (byId('svg-' + state.view) ? state.view : 'divergence')).cloneNode(true);
  const box = drawing.getAttribute('viewBox').split(' ');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ['x', 'y', 'width', 'height'].forEach((name, k) => paper.setAttribute(name, box[k]));
  paper.setAttribute('fill', '#FBFAF7');
  drawing.prepend(paper);
  all('a', drawing).forEach((a) => a.removeAttribute('href'));
  drawing.setAttribute('width', box[2]);
  drawing.setAttribute('height', box[3]);
  return new XMLSerializer().serializeToString(drawing);
}

async function png() {
  if (!canvas.querySelector('canvas')) {  // on a narrow screen the network may not have been seen yet
    change({ tab: 'network', view: byId('svg-' + state.view) ? state.view : 'divergence' });
    await load();
  }
  const shown = canvas.querySelector('canvas');
  if (!shown) {
    say('There is no drawing to save as PNG; SVG has it.');
    return;
  }
  const sheet = document.createElement('canvas');
  sheet.width = shown.width;
  sheet.height = shown.height;
  const ctx = sheet.getContext('2d');
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.drawImage(shown, 0, 0);
  sheet.toBlob((blob) => save(blob, 'png'));
}

function save(blob, extension) {
  const link = document.createElement('a');
  const stem = fold(data.title).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'incident';
  link.href = URL.createObjectURL(blob);
  link.download = stem + '.' + extension;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say('Saved ' + link.download);
}

function copyText(text, button) {
  const before = button.dataset.before || button.textContent;
  button.dataset.before = before;
  const done = (word) => { button.textContent = word; say(word); setTimeout(() => { button.textContent = before; }, 1600); };
  const byHand = () => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    done(copied ? 'copied' : 'not copied');
  };
  if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).then(() => done('copied'), byHand);
  else byHand();
}

// The paragraphs of the graph's Turtle that belong to the questions shown: their readings and comparisons, and all that
// these refer to. With accounts isolated, the claims of the others are left out.
function turtleOf(whole) {
  const [header, ...paragraphs] = whole.split(/\n\n(?=\S)/);
  const blocks = new Map(paragraphs.map((text) => [text.slice(0, text.indexOf(' ')), text.trimEnd()]));
  const shown = new Set(shownIssues().map((n) => data.issues[n].node));
  const letters = isolatedLetters();
  const mine = new Set(data.issues.flatMap((i) => i.readings.flatMap((r) => r.claims)).filter((c) => !letters.size || letters.has(c.letter)).map((c) => 'd:' + c.id));
  const words = (text) => text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/<[^>]*>|[\w-]+:[\w-]+/g) || [];
  const todo = Array.from(shown);
  blocks.forEach((text, subject) => {
    const of = /inc:ofIssue (\S+)/.exec(text.replace(/"(?:[^"\\]|\\.)*"/g, ''));
    if (of && shown.has(of[1])) todo.push(subject);
  });
  const kept = new Set();
  while (todo.length) {
    const subject = todo.pop();
    if (!blocks.has(subject) || kept.has(subject) || (subject.startsWith('d:claim-') && !mine.has(subject))) continue;
    kept.add(subject);
    todo.push(...words(blocks.get(subject)));
  }
  return header + '\n' + Array.from(blocks).filter(([subject]) => kept.has(subject)).map(([, text]) => '\n' + text + '\n').join('');
}

// Named questions: the document's own section, with the SPARQL of each and a button to copy it.
function ask() {
  const body = byId('asking-body');
  if (!body.firstChild) {
    body.append(...all('#questions > .soft, #questions > details').map(copyOf));
    unpack('sparql').then((packed) => {
      const texts = JSON.parse(packed);
      all('[data-question]', body).forEach((question) => question.append(...sparqlOf(question.dataset.question, texts)));
    });
  }
  byId('asking').showModal();
}
function sparqlOf(name, texts) {
  const code = element('pre', 'sparql', texts[name]);
  code.tabIndex = 0;
  code.setAttribute('role', 'region');
  code.setAttribute('aria-label', 'SPARQL of ' + name);
  const copy = element('button', 'cite', 'copy SPARQL');
  copy.type = 'button';
  copy.addEventListener('click', () => copyText(code.textContent, copy));
  return [copy, code];
}

const exporters = {
  ttl: () => unpack('turtle').then((whole) => save(new Blob([turtleOf(whole)], { type: 'text/turtle' }), 'ttl')),
  csv: () => save(new Blob([csv()], { type: 'text/csv' }), 'csv'),
  json: () => save(new Blob([json()], { type: 'application/json' }), 'json'),
  svg: () => save(new Blob([svg()], { type: 'image/svg+xml' }), 'svg'),
  png,
};
function menu(open) {
  byId('exports').hidden = !open;
  byId('export').setAttribute('aria-expanded', String(open));
}
byId('export').addEventListener('click', () => menu(byId('exports').hidden));
all('[data-export]').forEach((b) => b.addEventListener('click', () => { menu(false); byId('export').focus(); exporters[b.dataset.export](); }));
document.addEventListener('click', (event) => {
  if (!byId('exports').hidden && !(event.target instanceof Element && event.target.closest('.menu'))) menu(false);
});
