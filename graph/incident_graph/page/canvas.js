// The network on a canvas: vis-network moves and hits, we draw. Positions come with the data; nothing is simulated.
const canvas = byId('canvas');
const pictures = {};
let palette = {};
let picture = null;
let hovered = null;
const dashes = { attributed: [2, 4], hedged: [8, 5], open: [8, 5] };

function readPalette() {
  const style = getComputedStyle(root);
  palette = {};
  ['paper', 'card', 'ink', 'soft', 'line', 'strong', 'node', 'mark', 'spine', 'conflicts', 'contests', 'to-check', 'unless-later', 'complements', 'updates', 'refines', 'agrees', 'single', 'sans'].forEach((name) => {
    palette[name] = style.getPropertyValue('--' + name).trim();
  });
}
const HOLLOW = ['contests', 'to-check', 'unless-later', 'single'];
const hue = (verdict) => palette[verdict] || palette.strong;

// The library and its data are unpacked when the network is first seen. Its hash is in the policy of the page.
let loading = null;
const whenIdle = () => new Promise((done) => { (window.requestIdleCallback || setTimeout)(done, { timeout: 400 }); });
const afterPaint = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 300); });
function load() {
  if (!window.DecompressionStream) return null;
  loading = loading || afterPaint().then(whenIdle).then(() => Promise.all([unpack('library'), unpack('networks')])).then(([library, networks]) => {
    const script = document.createElement('script');
    const traced = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;  // the library makes errors to look at; tracing them means to parse it again
    script.textContent = library;
    document.head.append(script);
    script.remove();
    Error.stackTraceLimit = traced;
    data.networks = JSON.parse(networks);
    drawCanvas();
    if (state.entity.length === 2) drawPanel(true);
  });
  return loading;
}
if (!window.DecompressionStream) root.classList.add('still-only');

function faded(own) {
  if (own.issue >= 0 && !issueShown(own.issue)) return true;
  if (own.kind === 'entity' && state.sort && own.sort !== 'incident' && (own.sort || '?') !== state.sort) return true;
  if (own.kind === 'entity' && own.sort !== 'incident' && state.search && !sought(own)) return true;
  if (state.issue >= 0 && own.issue >= 0 && own.issue !== state.issue && state.view === 'divergence') return true;
  if (state.entity.length && state.view === 'entities' && own.kind === 'entity' && own.sort !== 'incident' && !(own.entity >= 0 && near(own.entity))) return true;
  const letters = isolatedLetters();
  return letters.size > 0 && (own.kind === 'reading' || own.kind === 'entity') && own.letters.length > 0 && !own.letters.some((l) => letters.has(l));
}
// Whether search finds this entity, or the figure by its words or its question's.
function sought(own) {
  if (own.entity >= 0) return entityHaystack(own.entity).includes(fold(state.search));
  return fold(own.title).includes(fold(state.search)) || (own.issue >= 0 && haystack(own.issue).includes(fold(state.search)));
}
function near(entity) {
  return state.entity.includes(entity) || picture.edges.some((e) => e.own.ends && e.own.ends.includes(entity) && e.own.ends.some((x) => state.entity.includes(x)));
}

function rounded(ctx, x, y, w, h, r) { ctx.beginPath(); ctx.roundRect(x, y, w, h, r); }
function write(ctx, text, x, y, options) {
  ctx.font = (options.weight || 400) + ' ' + (options.size || 13) + 'px ' + palette.sans;
  ctx.fillStyle = options.colour || palette.ink;
  ctx.textAlign = options.align || 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, x, y, options.most);
}

const draw = {
  incident(ctx, own, x, y) {
    ctx.fillStyle = palette.ink;
    rounded(ctx, x - own.width / 2, y - own.height / 2, own.width, own.height, 6);
    ctx.fill();
    own.lines.forEach((t, k) => write(ctx, t, x, y - own.lines.length * 8.5 + 13 + 17 * k, { colour: palette.paper, align: 'center', weight: 600 }));
  },
  heading(ctx, own, x, y) {
    own.lines.forEach((t, k) => write(ctx, (k ? '' : own.glyph + ' ') + t, x - own.width / 2, y - own.height / 2 + 13 + 17 * k, { weight: 600, most: own.width }));
  },
  question(ctx, own, x, y) {
    ctx.beginPath();
    ctx.moveTo(x, y - 12); ctx.lineTo(x + 12, y); ctx.lineTo(x, y + 12); ctx.lineTo(x - 12, y); ctx.closePath();
    ctx.fillStyle = HOLLOW.includes(own.verdict) ? palette.card : hue(own.verdict);
    ctx.strokeStyle = hue(own.verdict);
    ctx.lineWidth = 2;
    ctx.fill();
    if (own.verdict === 'single') ctx.setLineDash([4, 3]);
    ctx.stroke();
    ctx.setLineDash([]);
  },
  reading(ctx, own, x, y) {
    const left = x - own.width / 2;
    const top = y - own.height / 2;
    rounded(ctx, left, top, own.width, own.height, 5);
    ctx.fillStyle = palette.card;
    ctx.fill();
    ctx.strokeStyle = hovered === own.id ? palette.ink : hue(own.verdict);
    ctx.lineWidth = hovered === own.id ? 2.4 : 1.6;
    if (own.verdict === 'single') ctx.setLineDash([4, 3]);
    ctx.stroke();
    ctx.setLineDash([]);
    let text = left + 10;
    own.chips.forEach((chip) => {
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1;
      rounded(ctx, left + chip.x, y - 9, chip.w, 18, 3);
      ctx.stroke();
      write(ctx, chip.text, left + chip.x + chip.w / 2, y + 4.5, { size: 12, weight: 700, align: 'center', most: chip.w });
      text = left + chip.x + chip.w + 8;
    });
    own.lines.forEach((t, k) => write(ctx, t, text, top + 19 + 17 * k, { most: left + own.width - text - 4 }));
  },
  entity(ctx, own, x, y) {
    const middle = y - own.height / 2 + own.radius;
    ctx.beginPath();
    if (own.corners.length) {
      own.corners.forEach((c, k) => ctx[k ? 'lineTo' : 'moveTo'](x + own.radius * c[0], middle + own.radius * c[1]));
      ctx.closePath();
    } else {
      ctx.arc(x, middle, own.radius, 0, 7);
    }
    const chosen = state.entity.includes(own.entity);
    ctx.fillStyle = own.sort === 'incident' ? palette.ink : chosen ? palette.mark : palette.node;
    ctx.strokeStyle = hovered === own.id || chosen ? palette.ink : palette.soft;
    ctx.lineWidth = hovered === own.id || chosen ? 2.6 : 1.4;
    ctx.fill();
    ctx.stroke();
    own.lines.forEach((t, k) => {
      ctx.lineWidth = 3;
      ctx.strokeStyle = palette.paper;
      ctx.font = '400 12px ' + palette.sans;
      ctx.textAlign = 'center';
      ctx.strokeText(t, x, middle + own.radius + 15 + 15 * k);
      write(ctx, t, x, middle + own.radius + 15 + 15 * k, { size: 12, align: 'center', weight: own.sort === 'incident' ? 600 : 400 });
    });
  },
};

function renderer(own) {
  return ({ ctx, x, y }) => ({
    drawNode() {
      ctx.save();
      if (faded(own)) ctx.globalAlpha = 0.22;
      draw[own.kind](ctx, own, x, y);
      ctx.restore();
    },
    nodeDimensions: { width: own.width, height: own.height },
  });
}

function edgeAway(own) {
  const end = picture.own.get(own.to);
  return faded({ ...own, kind: 'edge' }) || faded(end) || (own.kind !== 'fork' && faded(picture.own.get(own.from)));
}

// All lines are ours, so that they end at the boxes; vis-network keeps invisible ones to tell where a click fell.
function drawEdges(ctx) {
  const places = new Map(picture.nodes.map((n) => [n.id, n]));
  picture.edges.forEach((edge) => {
    const own = edge.own;
    const from = places.get(own.from);
    const to = places.get(own.to);
    const grey = own.spine || own.kind === 'together';
    if (own.spine && edgeAway(own)) return;
    ctx.save();
    ctx.globalAlpha = edgeAway(own) ? 0.12 : 1;
    ctx.strokeStyle = hovered === edge.id ? palette.ink : grey ? palette.spine : hue(own.verdict);
    ctx.lineWidth = own.width + (hovered === edge.id ? 1 : 0);
    ctx.setLineDash(dashes[own.firmness] || []);
    const [x1, y1, x2, y2] = ends(own, from, to);
    const bend = 0.55 * (x2 - x1);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    if (own.trunk || (own.spine && picture.narrow)) {
      const stem = picture.narrow ? 4 : x1;
      const turn = Math.sign(y2 - y1) * Math.min(8, Math.abs(y2 - y1));
      ctx.moveTo(stem, y1);
      ctx.lineTo(stem, y2 - turn);
      ctx.quadraticCurveTo(stem, y2, stem + Math.sign(x2 - stem) * 8, y2);
      ctx.lineTo(x2, y2);
    } else if (own.bent) {
      ctx.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
    } else {
      ctx.lineTo(x2, y2);
    }
    ctx.stroke();
    if (!own.bent && (own.kind !== 'together' || lettered(edge))) letters(ctx, own, x1, y1, x2, y2);
    if (own.firmness === 'denied' || (own.against || []).length) bar(ctx, x1, y1, x2, y2, own.bent);
    ctx.restore();
  });
}

// Links of entities that share a sentence are many: their letters are drawn where there is room, or when pointed at.
function lettered(edge) {
  const own = edge.own;
  return hovered === edge.id || hovered === own.from || hovered === own.to || pictures.vis.getScale() > 1.2
    || (state.entity.length > 0 && own.ends.some((n) => n >= 0 && state.entity.includes(n)));
}

function ends(own, from, to) {
  const y = (node) => (node.own.kind === 'entity' ? node.y - node.own.height / 2 + node.own.radius : node.y);
  const side = Math.sign(to.x - from.x) || 1;
  const x2 = to.own.kind === 'reading' ? to.x - side * to.own.width / 2 : to.x;
  const x1 = from.own.kind === 'incident' && own.bent ? from.x : from.x + (from.own.kind === 'question' ? side * 12 : 0);
  return [x1, y(from), x2, y(to)];
}

function bar(ctx, x1, y1, x2, y2, bent) {
  const angle = bent ? (x2 > x1 ? 0 : Math.PI) : Math.atan2(y2 - y1, x2 - x1);
  const back = bent ? 6 : Math.hypot(x2 - x1, y2 - y1) * 0.18;
  ctx.setLineDash([]);
  ctx.lineWidth = 3;
  ctx.translate(x2 - back * Math.cos(angle), y2 - back * Math.sin(angle));
  ctx.rotate(angle);
  ctx.beginPath();
  ctx.moveTo(0, -7);
  ctx.lineTo(0, 7);
  ctx.stroke();
}

function letters(ctx, own, x1, y1, x2, y2) {
  const against = (own.against || []).map((letter) => '!' + letter);
  const glyph = own.verdict ? glyphText(own.verdict) + ' ' : '';
  const text = glyph + (own.letters.length + against.length > 6 ? own.letters.length + '×' + (against.length ? ' !' + against.length + '×' : '') : own.letters.concat(against).join(' '));
  ctx.font = '700 11px ' + palette.sans;
  const width = ctx.measureText(text).width + 8;
  const [x, y] = [x1 + (x2 - x1) * 0.66, y1 + (y2 - y1) * 0.66];
  ctx.fillStyle = palette.paper;
  ctx.setLineDash([]);
  ctx.lineWidth = 1;
  rounded(ctx, x - width / 2, y - 8, width, 16, 3);
  ctx.fill();
  ctx.stroke();
  write(ctx, text, x, y + 4, { size: 11, weight: 700, align: 'center' });
}

function makePicture(name, found) {
  const given = data.networks[name];
  const narrow = name === 'divergence' && canvas.clientWidth < 560;
  const blank = { letters: [], lines: [], chips: [], corners: [], verdict: '' };
  const bottom = narrow ? (n) => n.own.narrow[1] + n.own.height / 2 : (n) => n.y + n.own.height / 2;
  const place = name === 'entities' ? placeFurther : placeFound;
  const more = found.length ? place(found, narrow, Math.max(...given.nodes.map(bottom))) : { nodes: [], edges: [] };
  const nodes = given.nodes.concat(more.nodes).map((n) => {
    const own = { ...blank, ...n.own, id: n.id, x: n.x, y: n.y };
    own.title = own.title || own.lines.join(' ');
    if (narrow && own.narrow) [own.x, own.y] = own.narrow;
    if (narrow && own.narrowLines) Object.assign(own, { lines: own.narrowLines, width: own.narrowWidth, height: own.narrowHeight });
    return { id: n.id, x: own.x, y: own.y, own, ctxRenderer: renderer(own) };
  });
  const edges = given.edges.concat(more.edges).map((e) => ({ ...e, own: { letters: [], verdict: '', ...e.own, id: e.id, from: e.from, to: e.to } }));
  return { name, narrow, found: found.join(), added: found.length, own: new Map(nodes.map((n) => [n.id, n.own])), edges, nodes, left: given.left_out - found.length };
}

function drawCanvas() {
  const wanted = ['divergence', 'entities'].includes(state.view) ? state.view : null;
  const network = byId('network');
  network.classList.toggle('show-agreement', state.view === 'agreement');
  network.classList.toggle('show-entities', state.view === 'entities');
  network.classList.toggle('show-timeline', state.view === 'timeline');
  if (!wanted || !canvas.clientWidth || !window.DecompressionStream) return;
  if (!data.networks) {
    load();
    return;
  }
  const narrow = wanted === 'divergence' && canvas.clientWidth < 560;
  const found = wanted === 'entities' ? foundFurther() : foundIssues();
  if (!picture || picture.name !== wanted || picture.narrow !== narrow || picture.found !== found.join()) {
    picture = makePicture(wanted, found);
    if (pictures.vis) pictures.vis.destroy();
    const unseen = { color: 'transparent', hover: 'transparent', highlight: 'transparent', inherit: false };
    pictures.vis = new vis.Network(canvas, { nodes: new vis.DataSet(picture.nodes), edges: new vis.DataSet(picture.edges.map((e) => ({ id: e.id, from: e.from, to: e.to }))) }, {
      autoResize: false,
      physics: false, layout: { improvedLayout: false, randomSeed: 1 },
      nodes: { shape: 'custom', chosen: false }, edges: { color: unseen, smooth: false, width: 6, chosen: false, selectionWidth: 0, hoverWidth: 0 },
      interaction: { hover: true, dragNodes: false, keyboard: false, tooltipDelay: 1e9, zoomSpeed: 0.7 },
    });
    all('.vis-network', canvas).forEach((e) => { e.tabIndex = -1; });  // the table is the network for keys
    pictures.vis.on('beforeDrawing', drawEdges);
    listen(pictures.vis);
    root.classList.add('drawn');
    home(false);
    sayLeftOut(wanted);
    pictures.at = -1;
  } else {
    pictures.vis.redraw();
  }
  if (wanted === 'entities') {
    showSought();
    return;
  }
  // Bring into view what was chosen or, when filters leave only some, the first of them.
  const first = filtered() && state.issue < 0 ? shownIssues().find(speaks) : undefined;
  const at = state.issue >= 0 || first === undefined ? state.issue : first;
  if (at !== pictures.at) {
    pictures.at = at;
    showIssue(at);
  }
}

// What is not in the picture, and what was added to it.
function sayLeftOut(wanted) {
  const note = byId('left-out');
  const what = (n) => n + (wanted === 'entities' ? (n === 1 ? ' entity' : ' entities') : (n === 1 ? ' question' : ' questions'));
  const parts = [];
  if (picture.added) parts.push(what(picture.added) + (picture.added === 1 ? ' is' : ' are') + ' added at the bottom, found by ' + (wanted === 'entities' ? 'search.' : 'search and filters.'));
  if (picture.left > 0) parts.push(what(picture.left) + (picture.left === 1 ? ' is' : ' are') + ' not drawn, what matters least; ' + (wanted === 'entities' ? 'search adds them.' : 'search and filters add them.'));
  note.hidden = !parts.length;
  note.textContent = parts.join(' ');
}

// Bring into view the entities that search has found, or the one that was opened.
function showSought() {
  const key = state.search + '|' + state.entity.join();
  if (key === pictures.sought) return;
  pictures.sought = key;
  if (!state.search && !state.entity.length) return;
  const box = bounds((n) => n.own.sort !== 'incident' && (state.entity.length ? state.entity.includes(n.own.entity) : sought(n.own)));
  if (!box) return;
  const view = pictures.vis.getViewPosition();
  const scale = pictures.vis.getScale();
  const [across, down] = [canvas.clientWidth / 2 / scale, canvas.clientHeight / 2 / scale];
  if (box.left < view.x - across || box.right > view.x + across || box.top < view.y - down || box.bottom > view.y + down) {
    moveTo({ left: box.left - 40, right: box.right + 40, top: box.top - 40, bottom: box.bottom + 40 }, true, true);
  }
}

function speaks(n) {
  const letters = isolatedLetters();
  return !letters.size || data.issues[n].readings.some((r) => r.letters.some((l) => letters.has(l)));
}

function bounds(filter) {
  const found = picture.nodes.filter(filter);
  if (!found.length) return null;
  const edge = (way) => found.map(way);
  return {
    left: Math.min(...edge((n) => n.x - n.own.width / 2)), right: Math.max(...edge((n) => n.x + n.own.width / 2)),
    top: Math.min(...edge((n) => n.y - n.own.height / 2)), bottom: Math.max(...edge((n) => n.y + n.own.height / 2)),
  };
}

function moveTo(box, whole, animate) {
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  const across = (width - 24) / (box.right - box.left);
  const down = (height - 24) / (box.bottom - box.top);
  const scale = Math.min(whole ? Math.min(across, down) : across, 1.15);
  const y = whole || (box.bottom - box.top) * scale < height ? (box.top + box.bottom) / 2 : box.top - 12 / scale + height / 2 / scale;
  const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
  pictures.vis.moveTo({ position: { x: (box.left + box.right) / 2, y }, scale, animation: still ? false : { duration: 220, easingFunction: 'easeOutQuad' } });
}

// The first view: the whole width, the top of both columns, where the conflicts stand.
function home(animate) {
  const box = bounds(() => true);
  if (!box) return;
  if (picture.name === 'entities') {
    const centre = picture.nodes.find((n) => n.own.sort === 'incident');
    const scale = Math.min((canvas.clientWidth - 24) / (box.right - box.left), (canvas.clientHeight - 24) / (box.bottom - box.top), 1.15);
    if (scale < 0.7 && centre) {  // too small to read whole: begin at the middle
      pictures.vis.moveTo({ position: { x: centre.x, y: centre.y }, scale: 0.7, animation: false });
      return;
    }
  }
  moveTo(box, picture.name === 'entities', animate);
}

function showIssue(n, still) {
  const box = n >= 0 && bounds((node) => node.own.issue === n);
  if (!box) return;
  const view = pictures.vis.getViewPosition();
  const scale = pictures.vis.getScale();
  const half = canvas.clientHeight / 2 / scale;
  if (box.top < view.y - half || box.bottom > view.y + half) {
    pictures.vis.moveTo({ position: { x: view.x, y: (box.top + box.bottom) / 2 }, animation: still || matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 220, easingFunction: 'easeOutQuad' } });
  }
}

function listen(network) {
  network.on('click', (event) => {
    const node = event.nodes.length ? picture.own.get(event.nodes[0]) : null;
    const edge = !node && event.edges.length ? picture.edges.find((e) => e.id === event.edges[0]) : null;
    network.unselectAll();
    if (node && node.entity >= 0) openEntities([node.entity]);
    else if (node && node.issue >= 0) openIssue(node.issue, null, { reading: node.number });
    else if (edge && edge.own.issue >= 0) openIssue(edge.own.issue, null, { reading: (picture.own.get(edge.own.to) || {}).number });
    else if (edge && edge.own.ends) openEntities(edge.own.ends.filter((n) => n >= 0));
  });
  network.on('hoverNode', (event) => { hovered = event.node; canvas.title = (picture.own.get(event.node) || {}).title || ''; network.redraw(); });
  network.on('blurNode', () => { hovered = null; canvas.title = ''; network.redraw(); });
  network.on('hoverEdge', (event) => {
    hovered = event.edge;
    network.redraw();
    const edge = picture.edges.find((e) => e.id === event.edge);
    const own = edge ? edge.own : {};
    canvas.title = own.label_text ? own.label_text + ' (' + own.letters.concat((own.against || []).map((l) => '!' + l)).join(' ') + ')' : '';
  });
  network.on('blurEdge', () => { hovered = null; canvas.title = ''; network.redraw(); });
}

all('[data-zoom]').forEach((b) => b.addEventListener('click', () => {
  if (!pictures.vis) return;
  if (b.dataset.zoom === 'fit') {
    const box = bounds(() => true);
    if (box) moveTo(box, true, true);
  } else {
    pictures.vis.moveTo({ scale: pictures.vis.getScale() * (b.dataset.zoom === 'in' ? 1.3 : 1 / 1.3) });
  }
}));
readPalette();
listeners.push(drawCanvas);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readPalette(); drawCanvas(); });
let lastSize = '';
new ResizeObserver(() => {
  const size = canvas.clientWidth + 'x' + canvas.clientHeight;
  if (size === lastSize || !canvas.clientWidth) return;
  lastSize = size;
  drawCanvas();
  if (!pictures.vis) return;
  pictures.vis.setSize('100%', '100%');
  pictures.vis.redraw();
  home(false);
  if (picture.name === 'divergence') showIssue(pictures.at, true);
}).observe(canvas);
