// The columns: sources, accounts, answers. Which questions stand open is reckoned from the room there is; the others are
// one line each, or a number. Heights come with the data; the same room gives the same picture.
const FOLDED = 21;
const [AFTER_OPEN, AFTER_FOLDED, GAP] = [14, 5, 5];
const NARROW = { account: 18, answer: 180, source: 210 };

const columnsPicture = () => (state.view === 'lineage' ? lineagePicture() : divergencePicture());
const isNarrow = () => canvas.clientWidth < 560;

// Each question with its answers and the arcs between them: those of the data, and those that search and filters add.
function questionsOf(given) {
  if (!pictures.questions) {
    const by = new Map();
    given.nodes.filter((n) => n.own.kind === 'question').forEach((n) => by.set(n.own.issue, { n: n.own.issue, node: n, answers: [], arcs: [], says: [] }));
    given.nodes.filter((n) => n.own.kind === 'answer').forEach((n) => by.get(n.own.issue).answers.push(n));
    given.edges.forEach((e) => {
      if (e.own.glyph) by.get(e.own.issue).arcs.push(e);
      else if (e.own.kind === 'says') by.get(e.own.issue).says.push(e);
    });
    pictures.questions = Array.from(by.values());
  }
  if (!given.left_out) return pictures.questions;
  const drawn = new Set(pictures.questions.map((q) => q.n));
  const found = shownIssues().filter((n) => !drawn.has(n) && (narrowed() || n === state.issue)).slice(0, 40);
  return pictures.questions.concat(found.map((n) => foundQuestion(n, given)));
}
const narrowed = () => state.search || state.verdicts.size || state.group;

function foundQuestion(n, given) {
  const issue = data.issues[n];
  const accounts = new Map(given.nodes.filter((a) => a.own.kind === 'account').map((a) => [a.own.letters[0], a]));
  const node = { id: 'f' + n, own: { kind: 'question', issue: n, verdict: issue.verdict, glyph: glyphText(issue.verdict), lines: [shorter(issue.label, 30)], title: issue.label, width: 198, height: 18 } };
  const says = [];
  const answers = issue.readings.map((reading) => {
    const id = 'f' + n + 'r' + reading.n;
    const shown = reading.letters.length > 4 ? [reading.letters.length + '×'] : reading.letters;
    const chips = shown.map((text, k) => ({ text, x: 6 + 20 * k, w: text.length > 2 ? 30 : 18, hue: accounts.has(text) ? accounts.get(text).own.hue : -1 }));
    reading.letters.filter((l) => accounts.has(l)).forEach((l) => says.push({ id: id + l, from: accounts.get(l).id, to: id, own: { kind: 'says', firmness: 'stated', hue: accounts.get(l).own.hue, issue: n } }));
    return { id, own: { kind: 'answer', issue: n, number: reading.n, letters: reading.letters, chips, lines: [shorter(reading.label, 26 - 3 * chips.length)], title: reading.label, width: 198, height: 24 } };
  });
  return { n, node, answers, arcs: [], says };
}

function divergencePicture() {
  const given = data.networks.divergence;
  const shown = questionsOf(given).filter((q) => issueShown(q.n));
  const opened = pictures.opened || (pictures.opened = new Set());
  const parting = (q) => q.arcs.some((e) => isDrawn(e.own.kind));
  const calm = !shown.some(parting);
  const must = (q) => q.n === state.issue || opened.has(q.n);
  const first = shown.filter((q) => calm || narrowed() || parting(q) || must(q));
  const later = shown.filter((q) => !first.includes(q));
  const room = roomFor(first);
  const lines = (share) => Math.max(4, Math.floor((room * share) / (FOLDED + AFTER_FOLDED)));
  const loud = first.filter((q) => q.arcs.some((e) => isLoud(e.own) && isDrawn(e.own.kind)));
  const kept = Math.max(Math.min(loud.length, lines(0.6)), Math.min(first.length, lines(0.34)));
  const queue = loud.concat(first.filter((q) => !loud.includes(q)), later);
  const listed = queue.filter((q, k) => k < kept + (pictures.further || 0) || must(q));
  const open = openOf(listed, must, room);
  const made = stack(listed, open, queue.length - listed.length, first.length > listed.length);
  const arcs = Array.from(open).flatMap((q) => q.arcs.filter((e) => isDrawn(e.own.kind)));
  const lanes = Math.max(-1, ...arcs.map((e) => e.own.lane));
  const key = ['divergence', isNarrow(), listed.map((q) => (open.has(q) ? '+' : '') + q.n).join(), arcs.length, Array.from(state.turned).join(), shown.length, Math.round(room)].join('|');
  return { ...withAccounts(given, made, open, listed), key, left: given.left_out, arcs: lanes < 0 ? 0 : 27 + 15 * lanes, drawnArcs: arcs };
}

// How much of the columns fits, in pixels at scale 1, with letters as large as the width allows (or the least, on "Fit").
function roomFor(first) {
  if (!pictures.room || pictures.at === undefined) {
    const lanes = Math.max(0, ...first.slice(0, 8).flatMap((q) => q.arcs.filter((e) => isDrawn(e.own.kind)).map((e) => e.own.lane)));
    const wide = (isNarrow() ? 276 : 484) + 27 + 15 * lanes;
    const scale = pictures.least ? LEAST : Math.min(MOST, Math.max(LEAST, (canvas.clientWidth - 16) / wide));
    pictures.room = Math.max(240, (canvas.clientHeight - 16) / scale);
  }
  return pictures.room;
}

const heightOf = (q) => q.node.own.height + q.answers.reduce((sum, a) => sum + a.own.height + GAP, 0) - GAP;

// The questions that stand open: the first, those that must, and as many others as there is room for, in their order.
function openOf(listed, must, room) {
  const open = new Set(listed.filter((q, k) => must(q) || k === 0));
  const cost = (q) => heightOf(q) + AFTER_OPEN - FOLDED - AFTER_FOLDED;
  let used = (listed.length + 1) * (FOLDED + AFTER_FOLDED) + Array.from(open).reduce((sum, q) => sum + cost(q), 0);
  listed.forEach((q) => {
    if (!open.has(q) && used + cost(q) <= room) {
      used += cost(q);
      open.add(q);
    }
  });
  return open;
}

// The column of answers, from above.
function stack(listed, open, rest, parting) {
  const nodes = [];
  const x = isNarrow() ? NARROW.answer : 318;
  let y = 0;
  const put = (node, more) => {
    const own = { ...node.own, ...more };
    nodes.push({ id: node.id, x, y: y + own.height / 2, own });
    y += own.height;
  };
  listed.forEach((q) => {
    if (!open.has(q)) {
      put(q.node, { kind: 'folded', height: FOLDED, width: 198, lines: [q.node.own.title || q.node.own.lines.join(' ')], note: q.answers.length + ' ▸', letters: [] });
      y += AFTER_FOLDED;
      return;
    }
    put(q.node);
    q.answers.forEach((answer) => { put(answer); y += GAP; });
    y += AFTER_OPEN - GAP;
  });
  if (rest) put({ id: 'more', own: { kind: 'more', width: 198, height: FOLDED, lines: [rest + ' more' + (parting ? ' question' + (rest === 1 ? '' : 's') : ', no two answers part')] } });
  return { nodes, height: y };
}

// The columns of accounts and sources beside it, evenly over its height. Of many accounts those that answer most.
function withAccounts(given, made, open, listed) {
  const narrow = isNarrow();
  const says = listed.flatMap((q) => (open.has(q) ? q.says : gist(q)));
  const most = Math.max(6, Math.floor(made.height / 34));
  const said = new Map();
  says.forEach((e) => said.set(e.from, (said.get(e.from) || 0) + 1));
  const all_ = given.nodes.filter((n) => n.own.kind === 'account');
  const ranked = all_.slice().sort((a, b) => (said.get(b.id) || 0) - (said.get(a.id) || 0));
  const accounts = all_.filter((a) => all_.length <= most || ranked.indexOf(a) < most - 1);
  const height = Math.max(made.height, accounts.length * 34);
  const placed = accounts.slice();
  if (accounts.length < all_.length) placed.push({ id: 'rest', own: { kind: 'rest', width: 62, height: 22, lines: ['+ ' + (all_.length - accounts.length)], title: (all_.length - accounts.length) + ' more accounts' } });
  const nodes = made.nodes.concat(placed.map((a, k) => ({ id: a.id, x: narrow ? NARROW.account : 146, y: (k + 0.5) * (height / placed.length), own: a.own })));
  if (!narrow) nodes.push(...sourcesOf(given, open, listed, height));
  const there = new Set(nodes.map((n) => n.id));
  const edges = says.concat(Array.from(open).flatMap((q) => q.arcs), narrow ? [] : given.edges.filter((e) => e.own.kind === 'reliesOn'));
  return { nodes, edges: edges.filter((e) => there.has(e.from) && there.has(e.to)) };
}

// A question in one line: a line from each account that answers it.
function gist(q) {
  const by = new Map();
  q.says.forEach((e) => by.set(e.from, by.get(e.from) || { id: 'g' + q.n + e.from, from: e.from, to: q.node.id, own: { kind: 'gist', hue: e.own.hue, issue: q.n, firmness: 'stated' } }));
  return Array.from(by.values());
}

// The sources of what is drawn: first of the answers that stand open, then of those in one line; as many as there is room for.
function sourcesOf(given, open, listed, height) {
  const speaking = (some) => new Set(some.flatMap((q) => data.issues[q.n].readings.flatMap((r) => r.claims.flatMap((c) => c.speakers.map((s) => c.letter + ' ' + s)))));
  const [near_, far] = [speaking(Array.from(open)), speaking(listed)];
  const speaks = (n, among) => n.own.said.some((s) => n.own.letters.some((l) => among.has(l + ' ' + s)));
  const sources = given.nodes.filter((n) => n.own.kind === 'source' && speaks(n, far));
  const ranked = sources.filter((n) => speaks(n, near_)).concat(sources.filter((n) => !speaks(n, near_)));
  let used = 0;
  const fits = new Set(ranked.filter((n) => { used += n.own.height + GAP; return used <= height - FOLDED; }));
  const column = sources.filter((n) => fits.has(n));
  if (column.length < sources.length) column.push({ id: 'others', own: { kind: 'rest', width: 134, height: 22, lines: ['+ ' + (sources.length - column.length) + ' more sources'], title: 'Who relies on whom has all sources' } });
  const tall = column.reduce((sum, n) => sum + n.own.height + GAP, 0);
  const spare = Math.max(0, height - tall) / Math.max(1, column.length);
  let y = 0;
  return column.map((n) => {
    const at = y + spare / 2 + n.own.height / 2;
    y += n.own.height + GAP + spare;
    return { id: n.id, x: 0, y: at, own: n.own };
  });
}

// Who relies on whom: as it comes with the data; on a narrow screen all sources stand on one side.
function lineagePicture() {
  const given = data.networks.lineage;
  if (!isNarrow()) return { nodes: given.nodes, edges: given.edges, key: 'lineage', left: 0 };
  const sources = given.nodes.filter((n) => n.own.kind === 'source').sort((a, b) => a.y - b.y);
  const accounts = given.nodes.filter((n) => n.own.kind === 'account');
  const height = Math.max(accounts.length * 40, sources.reduce((sum, n) => sum + n.own.height + GAP, 0));
  let y = 0;
  const nodes = sources.map((n) => { y += n.own.height + GAP; return { ...n, x: NARROW.source, y: y - n.own.height / 2 }; })
    .concat(accounts.map((n, k) => ({ ...n, x: 50, y: (k + 0.5) * (height / accounts.length) })));
  return { nodes, edges: given.edges, key: 'lineage narrow', left: 0 };
}

// -- drawing

Object.assign(draw, {
  account(ctx, own, x, y) {
    rounded(ctx, x - own.width / 2, y - own.height / 2, own.width, own.height, own.height / 2);
    ctx.fillStyle = palette['h-' + own.hue];
    ctx.fill();
    if (hovered === own.id) outline(ctx, palette.ink, 2);
    write(ctx, own.lines[0], x, y + 4.5, { align: 'center', weight: 700, colour: palette['h-on'], most: own.width - 6 });
  },
  source(ctx, own, x, y) {
    rounded(ctx, x - own.width / 2, y - own.height / 2, own.width, own.height, 11);
    ctx.fillStyle = palette.card;
    ctx.fill();
    outline(ctx, hovered === own.id ? palette.ink : palette.strong, hovered === own.id ? 2 : 1);
    own.lines.forEach((t, k) => write(ctx, t, x, y - own.lines.length * 7.5 + 11.5 + 15 * k, { align: 'center', most: own.width - 6 }));
  },
  question(ctx, own, x, y) {
    own.lines.forEach((t, k) => write(ctx, (k ? '' : own.glyph + ' ') + t, x - own.width / 2, y - own.height / 2 + 12 + 15 * k, { weight: 600, most: own.width }));
  },
  folded(ctx, own, x, y) {
    box(ctx, own, x, y, [4, 0]);
    ctx.font = '400 12px ' + palette.sans;
    const note = ctx.measureText(own.note).width;
    write(ctx, own.note, x + own.width / 2 - 7, y + 4, { align: 'right', colour: palette.soft });
    write(ctx, clipped(ctx, own.glyph + ' ' + own.lines[0], own.width - note - 22, 600), x - own.width / 2 + 7, y + 4, { weight: 600 });
  },
  more(ctx, own, x, y) {
    box(ctx, own, x, y, [4, 3]);
    write(ctx, own.lines[0], x - own.width / 2 + 7, y + 4, { colour: palette.soft, most: own.width - 12 });
  },
  rest(ctx, own, x, y) {
    box(ctx, own, x, y, [4, 3]);
    write(ctx, own.lines[0], x, y + 4, { align: 'center', colour: palette.soft, most: own.width - 8 });
  },
  answer(ctx, own, x, y) {
    box(ctx, own, x, y, []);
    const left = x - own.width / 2;
    let text = left + 8;
    own.chips.forEach((chip) => {
      ctx.fillStyle = chip.hue >= 0 ? palette['h-' + chip.hue] : palette.soft;
      rounded(ctx, left + chip.x, y - 8, chip.w, 16, 3);
      ctx.fill();
      write(ctx, chip.text, left + chip.x + chip.w / 2, y + 4, { weight: 700, align: 'center', colour: palette['h-on'], most: chip.w });
      text = left + chip.x + chip.w + 5;
    });
    own.lines.forEach((t, k) => write(ctx, t, text, y - own.lines.length * 7.5 + 11.5 + 15 * k, { most: left + own.width - text - 3 }));
  },
});
function outline(ctx, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}
function box(ctx, own, x, y, dash) {
  rounded(ctx, x - own.width / 2, y - own.height / 2, own.width, own.height, 4);
  ctx.fillStyle = palette.card;
  ctx.fill();
  if (dash[1]) ctx.setLineDash(dash);
  outline(ctx, hovered === own.id || (own.issue >= 0 && own.issue === state.issue) ? palette.ink : palette.strong, hovered === own.id ? 2 : 1);
  ctx.setLineDash([]);
}
function clipped(ctx, text, most, weight) {
  ctx.font = weight + ' 12px ' + palette.sans;
  if (ctx.measureText(text).width <= most) return text;
  let cut = text;
  while (cut.length > 2 && ctx.measureText(cut + '…').width > most) cut = cut.slice(0, -1);
  return cut.trimEnd() + '…';
}

// The two ends of an edge and the two points that bend it.
function curveOf(edge, places) {
  const [one, other] = [picture.own.get(edge.from), picture.own.get(edge.to)];
  const [a, b] = [places[edge.from], places[edge.to]];
  if (edge.own.glyph) {
    const [x1, x2] = [a.x + one.width / 2, b.x + other.width / 2];
    const out = (15 + 15 * edge.own.lane) * 4 / 3;
    const far = Math.max(x1, x2) + out;
    return [x1, a.y, far, a.y, far, b.y, x2, b.y];
  }
  if (one.kind === other.kind) return [a.x - one.width / 2, a.y, a.x - 56, a.y, b.x - 56, b.y, b.x - other.width / 2, b.y];
  const side = b.x > a.x ? 1 : -1;
  const [x1, x2] = [a.x + side * one.width / 2, b.x - side * other.width / 2];
  const half = (x1 + x2) / 2;
  return [x1, a.y, half, a.y, half, b.y, x2, b.y];
}
const along = (c, t) => [0, 1].map((k) => (1 - t) ** 3 * c[k] + 3 * (1 - t) ** 2 * t * c[k + 2] + 3 * (1 - t) * t ** 2 * c[k + 4] + t ** 3 * c[k + 6]);

// Whether an edge is drawn at all, given what the legend leaves out.
function isSeen(edge) {
  if (edge.own.glyph) return isDrawn(edge.own.kind);
  return edge.own.kind !== 'says' || isDrawn(edge.own.firmness);
}
const arcColour = (own) => palette['arc-' + (own.within ? 'within' : own.kind)];
const isLoud = (own) => own.kind === 'conflicts' && !own.within;

function drawColumns(ctx, places) {
  const lit = hovered || (document.activeElement === canvas && pictures.cursor) || null;
  const touched = (edge) => edge.id === lit || edge.from === lit || edge.to === lit;
  picture.edges.filter(isSeen).sort((a, b) => Number(Boolean(a.own.glyph)) - Number(Boolean(b.own.glyph)) || Number(touched(a)) - Number(touched(b))).forEach((edge) => {
    const own = edge.own;
    const curve = curveOf(edge, places);
    ctx.save();
    const quiet = apart(edge.from) || apart(edge.to);
    const silent = !own.glyph && silenced({ letters: picture.own.get(edge.from).letters });
    ctx.globalAlpha = quiet ? 0.04 : silent ? 0.1 : lit ? (touched(edge) ? 1 : own.glyph ? 0.5 : 0.14) : own.kind === 'gist' ? 0.22 : own.glyph ? 1 : 0.62;
    ctx.strokeStyle = own.glyph ? arcColour(own) : own.hue >= 0 ? palette['h-' + own.hue] : palette.soft;
    ctx.lineWidth = (isLoud(own) ? 2.6 : own.glyph ? 1.7 : own.kind === 'gist' ? 1 : 1.5) + (edge.id === hovered ? 1 : 0);
    ctx.setLineDash(own.glyph ? (own.weak ? [2, 4] : []) : dashes[own.firmness] || []);
    ctx.beginPath();
    ctx.moveTo(curve[0], curve[1]);
    ctx.bezierCurveTo(...curve.slice(2));
    ctx.stroke();
    if (own.firmness === 'denied') bar(ctx, curve[6], curve[7], 0, curve[6] > curve[0] ? 5 : -5);
    if (own.glyph) badge(ctx, own, along(curve, 0.5));
    ctx.restore();
  });
}

function badge(ctx, own, [x, y]) {
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x, y, 10, 0, 7);
  ctx.fillStyle = isLoud(own) ? arcColour(own) : palette.card;
  ctx.fill();
  outline(ctx, arcColour(own), 1.6);
  write(ctx, own.glyph, x, y + 4, { weight: 700, align: 'center', most: 17, colour: isLoud(own) ? palette['h-on'] : arcColour(own) });
}
