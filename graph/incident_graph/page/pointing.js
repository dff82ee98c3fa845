// Pointing at the network: what is under the pointer or the keyboard's place, its words beside it, what a click opens.
const tip = byId('tip');

const apart = (id) => Boolean(pictures.kept) && !pictures.kept.nodes.has(id);

// Keep a node and its neighbours alone; again, or Escape, to have all back.
function keep(id) {
  if (!id || (pictures.kept && pictures.kept.id === id)) {
    pictures.kept = null;
    say('All nodes are shown.');
  } else {
    const nodes = new Set([id]);
    const near_ = picture.edges.filter((e) => (picture.name === 'entities' || isSeen(e)) && (e.from === id || e.to === id));
    near_.forEach((e) => { nodes.add(e.from); nodes.add(e.to); });
    const issues = new Set(Array.from(nodes, (n) => picture.own.get(n).issue).filter((n) => n >= 0));
    picture.nodes.forEach((n) => { if (n.own.kind === 'question' && issues.has(n.own.issue)) nodes.add(n.id); });
    pictures.kept = { id, nodes };
    say('Only ' + picture.own.get(id).title + ' and what it is joined to.');
  }
  repaint();
}

function openNode(own) {
  if (own.kind === 'more') {
    pictures.further = (pictures.further || 0) + 10;
    drawCanvas();
  } else if (own.kind === 'rest') {
    if (own.id === 'others') change({ view: 'lineage' });
  } else if (own.kind === 'account') {
    const n = data.accounts.findIndex((a) => a.letter === own.letters[0]);
    if (n >= 0) change({ letters: toggle(state.letters, n) });
  } else if (own.kind === 'source') {
    keep(own.id);
  } else if (own.entity >= 0) {
    openEntities([own.entity]);
  } else if (own.issue >= 0) {
    if (pictures.opened) pictures.opened.add(own.issue);
    openIssue(own.issue, null, { reading: own.number });
  }
}

function openEdge(edge) {
  const own = edge.own;
  if (own.issue >= 0) {
    const end = picture.own.get(own.glyph ? edge.from : edge.to) || {};
    const from = picture.own.get(edge.from) || {};
    const account = own.kind === 'says' ? data.accounts.findIndex((a) => a.letter === from.letters[0]) : undefined;
    openIssue(own.issue, null, { reading: end.number, account });
  } else if (own.ends) openEntities(own.ends.filter((n) => n >= 0));
}

// The line or arc at a place of the page, or nothing. Signs on arcs are easier to meet.
function edgeAt(at) {
  if (picture.name === 'entities') return null;
  const places = pictures.vis.getPositions();
  const reach = 5 / pictures.vis.getScale();
  let best = null;
  let nearest = reach;
  picture.edges.forEach((edge) => {
    if (!isSeen(edge) || edge.own.kind === 'gist' || apart(edge.from) || apart(edge.to)) return;
    const curve = curveOf(edge, places);
    if (edge.own.glyph) {
      const [x, y] = along(curve, 0.5);
      if (Math.hypot(x - at.x, y - at.y) < 11) { best = edge; nearest = -1; }
    }
    if (at.y < Math.min(curve[1], curve[7]) - 8 || at.y > Math.max(curve[1], curve[7]) + 8) return;
    for (let t = 0; t <= 1; t += 0.04) {
      const [x, y] = along(curve, t);
      const far = Math.hypot(x - at.x, y - at.y);
      if (far < nearest) { nearest = far; best = edge; }
    }
  });
  return best;
}

function listen(network) {
  let waiting = 0;
  network.on('click', (event) => {
    const node = event.nodes.length ? picture.own.get(event.nodes[0]) : null;
    const edge = node ? null : picture.name === 'entities' ? picture.edges.find((e) => e.id === event.edges[0]) : edgeAt(event.pointer.canvas);
    network.unselectAll();
    clearTimeout(waiting);
    if (node) pictures.cursor = node.id;
    waiting = setTimeout(() => {  // a second click may come: then neighbours are kept, and nothing opens
      hideTip();
      if (node) openNode(node);
      else if (edge) openEdge(edge);
    }, 230);
  });
  network.on('doubleClick', (event) => {
    clearTimeout(waiting);
    network.unselectAll();
    keep(network.getNodeAt(event.pointer.DOM));
  });
  network.on('dragStart', hideTip);
  network.on('zoom', hideTip);
  if (picture.name !== 'entities') return;
  network.on('hoverEdge', (event) => point(event.edge));
  network.on('blurEdge', () => point(null));
}

// -- the words beside it

function point(id, at) {
  if (hovered !== id) {
    hovered = id;
    repaint();
    fillTip(id);
  }
  if (id && at && tip.firstChild) placeTip(at);
  else hideTip();
}
function hideTip() { tip.hidden = true; }

function placeTip(at) {
  tip.hidden = false;
  const around = byId('network').getBoundingClientRect();
  const [width, height] = [tip.offsetWidth, tip.offsetHeight];
  const left = at.x - around.left + 14 + width > around.width ? at.x - around.left - width - 14 : at.x - around.left + 14;
  tip.style.left = Math.max(4, left) + 'px';
  tip.style.top = Math.max(4, Math.min(at.y - around.top + 12, around.height - height - 4)) + 'px';
}

function fillTip(id) {
  tip.replaceChildren();
  if (!id || !picture) return;
  const own = picture.own.get(id);
  const edge = own ? null : picture.edges.find((e) => e.id === id);
  tip.append(...(own ? aboutNode(own) : edge ? aboutEdge(edge) : []));
}

const readingOf = (own) => data.issues[own.issue].readings[own.number - 1];
const heading = (text) => element('p', 'what', text);
function said(claims, most) {
  const shown = claims.slice(0, most || 4).map((claim) => {
    const line = element('p', 'said');
    const words = element('q');
    words.append(element('bdi', '', shorter(wordsOf(claim), 240)));
    const by = claim.speakers.length ? ' ' + claim.speakers.join(', ') : '';
    line.append(element('b', '', claim.letter), ' ', words, element('span', 'soft', [by, claim.certainty === 'Hedged' ? ' hedged' : '', ' line ' + claim.line].filter(Boolean).join(' ·')));
    return line;
  });
  const rest = claims.length - shown.length;
  return rest > 0 ? shown.concat(element('p', 'soft', 'and ' + rest + ' more')) : shown;
}
const spokenBy = (own) => claims.filter((c) => c && own.letters.includes(c.letter) && c.speakers.some((s) => own.said.includes(s)));

function aboutNode(own) {
  if (own.kind === 'answer') {
    const arcs = picture.edges.filter((e) => e.own.glyph && isSeen(e) && (e.from === own.id || e.to === own.id)).slice(0, 4);
    return [heading(own.title), ...said(readingOf(own).claims), ...arcs.map((e) => {
      const other = picture.own.get(e.from === own.id ? e.to : e.from);
      return element('p', 'soft', e.own.glyph + ' ' + other.letters.join(' ') + ' ' + other.title);
    })];
  }
  if (own.kind === 'question' || own.kind === 'folded') {
    const issue = data.issues[own.issue];
    return [heading(issue.question || issue.label), ...issue.readings.slice(0, 8).map((r) => element('p', '', r.letters.slice(0, 6).join(' ') + ' ' + shorter(r.label, 90))), element('p', 'soft', issue.sentence)];
  }
  if (own.kind === 'account') {
    const account = data.accounts.find((a) => a.letter === own.letters[0]) || {};
    const sources = picture.edges.filter((e) => e.own.kind === 'reliesOn' && e.from === own.id).map((e) => picture.own.get(e.to).title);
    return [heading(own.letters[0] + ' · ' + (account.title || account.file || own.title)), element('p', 'soft', [account.source, account.date].filter(Boolean).join(', ')),
      ...(sources.length ? [element('p', '', 'passes on: ' + sources.slice(0, 8).join(' · ') + (sources.length > 8 ? ' …' : ''))] : [])];
  }
  if (own.kind === 'source') return [heading(own.title), ...said(spokenBy(own), 5)];
  return [heading(own.title || own.lines.join(' '))];
}

function aboutEdge(edge) {
  const own = edge.own;
  const [from, to] = [picture.own.get(edge.from), picture.own.get(edge.to)];
  if (own.glyph) {
    const meaning = own.within ? 'account ' + own.within + ' says both' : meaningOf(own.verdict);
    const first = (end) => said(readingOf(end).claims, 1);
    return [heading(own.glyph + ' ' + meaning), heading(from.title), ...first(from), heading(to.title), ...first(to),
      ...(own.why ? [element('p', 'soft', 'Why: ' + own.why)] : []), ...(own.unless ? [element('p', 'soft', 'It holds ' + own.unless)] : [])];
  }
  if (own.kind === 'says') return [heading(to.title), ...said(readingOf(to).claims.filter((c) => from.letters.includes(c.letter)))];
  if (own.kind === 'reliesOn') return [heading(from.letters[0] + ' passes on ' + to.title), ...said(spokenBy(to).filter((c) => from.letters.includes(c.letter)))];
  if (own.kind === 'credits') return [heading(from.letters[0] + ' credits ' + to.letters[0])];
  if (own.kind === 'reuses') return [heading(from.letters[0] + ' shares much of its text with ' + to.letters[0])];
  return own.label_text ? [heading(own.label_text + ' (' + own.letters.concat((own.against || []).map((l) => '!' + l)).join(' ') + ')')] : [];
}
const meaningOf = (verdict) => {
  const button = all('.filter [data-edge]').find((b) => b.querySelector('.v-' + verdict));
  return button ? button.title : '';
};

let moving = null;
canvas.addEventListener('mousemove', (event) => {
  if (!picture || event.buttons) return;
  const now = { x: event.clientX, y: event.clientY };
  if (!moving) requestAnimationFrame(() => {
    const at = moving;
    moving = null;
    const box_ = canvas.getBoundingClientRect();
    const inside = { x: at.x - box_.left, y: at.y - box_.top };
    const node = pictures.vis.getNodeAt(inside);
    const edge = node === undefined && picture.name !== 'entities' ? edgeAt(pictures.vis.DOMtoCanvas(inside)) : null;
    const id = node !== undefined ? node : edge ? edge.id : picture.name === 'entities' && !picture.own.has(hovered) ? hovered : null;
    canvas.style.cursor = id ? 'pointer' : '';
    point(id, at);
  });
  moving = now;
});
canvas.addEventListener('mouseleave', () => { if (picture) point(null); });

// -- by keyboard: arrows go to the nearest node in their direction

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function walk(key) {
  const [dx, dy] = DIRECTIONS[key];
  const at = picture.nodes.find((n) => n.id === pictures.cursor);
  const places = pictures.vis.getPositions();
  const here = at ? places[at.id] : null;
  const far = (n) => {
    const [x, y] = [places[n.id].x - here.x, places[n.id].y - here.y];
    const ahead = x * dx + y * dy;
    return ahead > 1 ? ahead + 2.5 * Math.abs(x * dy + y * dx) : Infinity;
  };
  const others = picture.nodes.filter((n) => n !== at && !apart(n.id));
  const next = here ? others.reduce((best, n) => (far(n) < far(best || n) || !best ? n : best), null) : picture.nodes.find((n) => n.own.kind === 'answer') || picture.nodes[0];
  if (next && (!here || far(next) < Infinity)) stand(next.id);
}
function stand(id) {
  pictures.cursor = id;
  const place = pictures.vis.getPositions([id])[id];
  const dom = pictures.vis.canvasToDOM(place);
  if (dom.x < 20 || dom.y < 20 || dom.x > canvas.clientWidth - 20 || dom.y > canvas.clientHeight - 20) pictures.vis.moveTo({ position: place, animation: false });
  repaint();
  fillTip(id);
  const box_ = canvas.getBoundingClientRect();
  const shown = pictures.vis.canvasToDOM(place);
  placeTip({ x: box_.left + shown.x + 30, y: box_.top + shown.y });
  say(Array.from(tip.children, (e) => e.textContent).join('. '));
}
canvas.addEventListener('keydown', (event) => {
  if (!picture || event.ctrlKey || event.metaKey || event.altKey) return;
  if (DIRECTIONS[event.key]) walk(event.key);
  else if (event.key === 'Enter' && picture.own.has(pictures.cursor)) openNode(picture.own.get(pictures.cursor));
  else if (event.key === ' ' && pictures.cursor) keep(pictures.cursor);
  else if (event.key === 'Escape' && pictures.kept) keep(null);
  else return;
  event.preventDefault();
  event.stopPropagation();
});
canvas.addEventListener('focus', () => { if (pictures.vis) repaint(); });
canvas.addEventListener('blur', () => { hideTip(); if (pictures.vis) repaint(); });
