// Questions that the document does not list, because they matter less than hundreds of others, are made from the data
// when search or a filter finds them: their rows, cards and quotations.
const MOST_FOUND = 60;
const glyphText = (verdict) => byId('network').querySelector('.key-' + verdict + ' .glyph').textContent.trim();
const glyphOf = (issue) => {
  const made = byId('network').querySelector('.key-' + issue.verdict + ' .glyph').cloneNode(true);
  made.append(element('span', 'unseen', issue.sentence));
  return made;
};
function linkTo(issue, className) {
  const made = element('a', className);
  made.href = '#q-' + issue.n;
  return made;
}
function signList(claims) {
  const made = element('span', 'signs');
  signsOf({ claims }).forEach(([name, word]) => made.append(element('bdi', 'sign s-' + name, word)));
  return made.firstChild ? made : '';
}

function cardOf(issue) {
  const card = element('li', 'card v-' + issue.verdict);
  card.dataset.issue = issue.n;
  const head = linkTo(issue, 'card-head');
  head.append(glyphOf(issue), element('bdi', '', issue.label));
  card.append(head);
  issue.readings.slice(0, 8).forEach((reading) => {
    const line = linkTo(issue, 'card-reading');
    line.dataset.reading = reading.n;
    const said = element('span', 'said');
    said.append(element('bdi', '', reading.label), signList(reading.claims));
    const held = element('span', 'held');
    if (reading.letters.length > 6) held.append(element('span', 'count', reading.letters.length + ' accounts'));
    else reading.letters.forEach((letter) => held.append(element('span', 'letter ' + whoClass(letter), letter)));
    line.append(element('span', 'number', String(reading.n)), said, held);
    card.append(line);
  });
  if (issue.readings.length > 8) {
    const more = linkTo(issue, 'card-reading');
    more.append(element('span'), element('span', 'soft', '+ ' + (issue.readings.length - 8) + ' more answers'));
    card.append(more);
  }
  return card;
}

function rowOf(issue) {
  const row = element('tr', 'row v-' + issue.verdict);
  row.dataset.issue = issue.n;
  const head = element('th');
  head.scope = 'row';
  const link = linkTo(issue);
  link.append(glyphOf(issue), ' ', element('bdi', '', issue.label));
  head.append(link);
  row.append(head);
  data.accounts.forEach((account, n) => {
    const held = issue.readings.filter((r) => r.letters.includes(account.letter));
    const cell = element('td', held.length ? '' : 'silent');
    cell.dataset.account = n;
    if (!held.length) cell.append(element('i', '', 'not stated'));
    else {
      const answers = linkTo(issue);
      held.slice(0, 3).forEach((reading) => {
        const answer = element('span', 'answer');
        if (issue.readings.length > 1) answer.append(element('span', 'number', String(reading.n)), ' ');
        answer.append(element('bdi', '', reading.label), signList(reading.claims.filter((c) => c.letter === account.letter)));
        answers.append(answer);
      });
      cell.append(answers);
    }
    row.append(cell);
  });
  return row;
}

// The rows and cards of these questions at the end of the lists, and of no other questions of this sort.
function listRest(numbers) {
  const wanted = numbers.slice(0, MOST_FOUND);
  const lists = [[document.querySelector('.matrix tbody'), rowOf], [document.querySelector('.cards.always') || (narrow.matches && byId('cards')), cardOf]];
  lists.forEach(([list, make]) => {
    if (!list) return;
    const there = new Map(Array.from(list.children).filter((e) => e.dataset.issue).slice(data.written).map((e) => [Number(e.dataset.issue), e]));
    there.forEach((e, n) => { if (!wanted.includes(n)) e.remove(); });
    list.append(...wanted.map((n) => there.get(n) || make(data.issues[n])));
  });
  const note = byId('rest-note');
  if (!note) return;
  const left = data.issues.length - data.written;
  note.firstChild.textContent = !numbers.length ? left + ' questions that matter less are not listed: search and filters find them.'
    : numbers.length > wanted.length ? 'The first ' + wanted.length + ' of ' + numbers.length + ' further questions are listed: search for the others.' : '';
}

// The quotations of such a question: the words alone, without what stands around them.
function restQuotes(issue) {
  const about = element('div', 'about');
  about.append(element('bdi', 'question', issue.question));
  const grid = element('div', 'readings');
  issue.readings.forEach((reading) => {
    const section = element('section', 'reading v-' + issue.verdict);
    const title = element('h3');
    title.append(element('span', 'number', String(reading.n)), ' ', element('bdi', '', reading.label));
    section.append(title);
    reading.claims.forEach((claim) => {
      const n = data.accounts.findIndex((a) => a.letter === claim.letter);
      const figure = element('figure', 'quote');
      figure.dataset.account = n;
      figure.dataset.claim = claim.n;
      const words = element('blockquote');
      words.dir = 'auto';
      words.append(element('mark', '', claim.exact));
      const caption = element('figcaption');
      caption.append(element('span', 'letter ' + whoClass(claim.letter), claim.letter), ' ', element('bdi', 'source', (data.accounts[n] || {}).source || ''), element('span', '', ', line ' + claim.line), signList([claim]));
      figure.append(words, caption);
      section.append(figure);
    });
    grid.append(section);
  });
  return [about, grid];
}

const shorter = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);

// Entities and figures that are not drawn, when search finds them or they are opened.
function foundFurther() {
  const further = data.networks && data.networks.entities.further;
  if (!further || (!state.search && !state.entity.length)) return [];
  return further.nodes.filter((n) => state.entity.includes(n.own.entity) || (state.search && sought({ title: n.own.lines.join(' '), ...n.own }))).slice(0, 40).map((n) => n.id);
}

// They stand in rows below the others, with their links to what is drawn.
function placeFurther(ids, bottom) {
  const further = data.networks.entities.further;
  const nodes = further.nodes.filter((n) => ids.includes(n.id));
  const columns = Math.ceil(Math.sqrt(nodes.length * 1.5));
  let top = bottom + 60;
  let tallest = 0;
  const placed = nodes.map((n, k) => {
    const column = k % columns;
    if (!column && k) {
      top += tallest + 26;
      tallest = 0;
    }
    tallest = Math.max(tallest, n.own.height);
    return { ...n, x: (column - (Math.min(columns, nodes.length) - 1) / 2) * 176, y: top + n.own.height / 2 };
  });
  const there = new Set(data.networks.entities.nodes.concat(placed).map((n) => n.id));
  return { nodes: placed, edges: further.edges.filter((e) => there.has(e.from) && there.has(e.to)) };
}
