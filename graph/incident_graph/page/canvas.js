// The network on a canvas: vis-network moves and hits, we draw. Positions come with the data; nothing is simulated.
const canvas = byId('canvas');
const pictures = {};
let palette = {};
let picture = null;
let hovered = null;
const dashes = { attributed: [2, 4], hedged: [8, 5], open: [8, 5] };
const LEAST = 0.75;  // the smallest scale that is chosen: letters of 12 pixels have 9 then
const MOST = 1.15;

function readPalette() {
  const style = getComputedStyle(root);
  palette = {};
  ['paper', 'card', 'ink', 'soft', 'line', 'strong', 'node', 'mark', 'spine', 'conflicts', 'contests', 'to-check', 'unless-later', 'complements', 'updates', 'refines', 'agrees', 'single', 'sans', 'focus',
    'arc-conflicts', 'arc-contests', 'arc-mayConflict', 'arc-differsUnlessLater', 'arc-updates', 'arc-refines', 'arc-complements', 'arc-agrees', 'arc-within', 'h-0', 'h-1', 'h-2', 'h-3', 'h-4', 'h-5', 'h-6', 'h-7', 'h-on'].forEach((name) => {
    palette[name] = style.getPropertyValue('--' + name).trim();
  });
}
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
  if (state.entity.length && own.kind === 'entity' && own.sort !== 'incident' && !(own.entity >= 0 && near(own.entity))) return true;
  return silenced(own);
}
// Whether accounts are isolated, and this is of none of them.
function silenced(own) {
  const letters = isolatedLetters();
  return letters.size > 0 && own.letters.length > 0 && !own.letters.some((l) => letters.has(l));
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
  ctx.font = (options.weight || 400) + ' ' + (options.size || 12) + 'px ' + palette.sans;
  ctx.fillStyle = options.colour || palette.ink;
  ctx.textAlign = options.align || 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, x, y, options.most);
}

const draw = {
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
      write(ctx, t, x, middle + own.radius + 15 + 15 * k, { align: 'center', weight: own.sort === 'incident' ? 600 : 400 });
    });
  },
};

function renderer(own) {
  return ({ ctx, x, y }) => ({
    drawNode() {
      ctx.save();
      if (apart(own.id)) ctx.globalAlpha = 0.07;
      else if (own.kind === 'entity' ? faded(own) : silenced(own)) ctx.globalAlpha = 0.22;
      draw[own.kind](ctx, own, x, y);
      if (pictures.cursor === own.id && document.activeElement === canvas) ring(ctx, own, x, y);
      ctx.restore();
    },
    nodeDimensions: { width: own.width, height: own.height },
  });
}

// Where the keyboard is.
function ring(ctx, own, x, y) {
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.focus;
  ctx.lineWidth = 2.5;
  ctx.setLineDash([]);
  rounded(ctx, x - own.width / 2 - 4, y - own.height / 2 - 4, own.width + 8, own.height + 8, 7);
  ctx.stroke();
}

// All lines are ours, so that they end at the boxes; of entities vis-network keeps invisible ones to tell where a click fell.
function drawEdges(ctx) {
  const places = pictures.vis.getPositions();
  if (picture.name !== 'entities') {
    drawColumns(ctx, places);
    return;
  }
  picture.edges.forEach((edge) => {
    const own = edge.own;
    const grey = own.kind === 'together';
    ctx.save();
    const away = faded({ ...own, kind: 'edge' }) || faded(picture.own.get(own.to)) || faded(picture.own.get(own.from));
    ctx.globalAlpha = apart(own.from) || apart(own.to) ? 0.05 : away ? 0.12 : 1;
    ctx.strokeStyle = hovered === edge.id ? palette.ink : grey ? palette.spine : hue(own.verdict);
    ctx.lineWidth = own.width + (hovered === edge.id ? 1 : 0);
    ctx.setLineDash(dashes[own.firmness] || []);
    const [x1, y1] = middleOf(own.from, places);
    const [x2, y2] = middleOf(own.to, places);
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    if (!grey || lettered(edge)) letters(ctx, own, x1, y1, x2, y2);
    if (own.firmness === 'denied' || (own.against || []).length) bar(ctx, x2, y2, Math.atan2(y2 - y1, x2 - x1), Math.hypot(x2 - x1, y2 - y1) * 0.18);
    ctx.restore();
  });
}

// Links of entities that share a sentence are many: their letters are drawn where there is room, or when pointed at.
function lettered(edge) {
  const own = edge.own;
  return hovered === edge.id || hovered === own.from || hovered === own.to || pictures.vis.getScale() > 1.2
    || (state.entity.length > 0 && own.ends.some((n) => n >= 0 && state.entity.includes(n)));
}

function middleOf(id, places) {
  const own = picture.own.get(id);
  return [places[id].x, places[id].y - own.height / 2 + own.radius];
}

// Across a line, before its end: it is denied.
function bar(ctx, x, y, angle, back) {
  ctx.setLineDash([]);
  ctx.lineWidth = 3;
  ctx.save();
  ctx.translate(x - back * Math.cos(angle), y - back * Math.sin(angle));
  ctx.rotate(angle);
  ctx.beginPath();
  ctx.moveTo(0, -6);
  ctx.lineTo(0, 6);
  ctx.stroke();
  ctx.restore();
}

function letters(ctx, own, x1, y1, x2, y2) {
  const against = (own.against || []).map((letter) => '!' + letter);
  const glyph = own.verdict ? glyphText(own.verdict) + ' ' : '';
  const text = glyph + (own.letters.length + against.length > 6 ? own.letters.length + '×' + (against.length ? ' !' + against.length + '×' : '') : own.letters.concat(against).join(' '));
  ctx.font = '700 12px ' + palette.sans;
  const width = ctx.measureText(text).width + 8;
  const [x, y] = [x1 + (x2 - x1) * 0.66, y1 + (y2 - y1) * 0.66];
  ctx.fillStyle = palette.paper;
  ctx.setLineDash([]);
  ctx.lineWidth = 1;
  rounded(ctx, x - width / 2, y - 8, width, 16, 3);
  ctx.fill();
  ctx.stroke();
  write(ctx, text, x, y + 4, { weight: 700, align: 'center' });
}

const blank = () => ({ letters: [], lines: [], chips: [], corners: [], verdict: '', issue: -1 });
function entitiesPicture() {
  const given = data.networks.entities;
  const found = foundFurther();
  const bottom = Math.max(...given.nodes.map((n) => n.y + n.own.height / 2));
  const more = found.length ? placeFurther(found, bottom) : { nodes: [], edges: [] };
  return { nodes: given.nodes.concat(more.nodes), edges: given.edges.concat(more.edges), found: found.length, left: given.left_out - found.length, key: 'entities|' + found.join() };
}

// Drawn again as it is: vis-network's own redraw measures the canvas anew, and shrinks what it shows.
const repaint = () => pictures.vis.body.emitter.emit('_redraw');

function drawCanvas() {
  const network = byId('network');
  ['lineage', 'entities', 'agreement', 'timeline'].forEach((view) => network.classList.toggle('show-' + view, state.view === view));
  if (!byId('svg-' + state.view) || !canvas.clientWidth || !window.DecompressionStream) return;
  if (!data.networks) {
    load();
    return;
  }
  const made = state.view === 'entities' ? entitiesPicture() : columnsPicture();
  if (!picture || picture.key !== made.key) show(made);
  else repaint();
  if (state.view === 'entities') showSought();
  else if (state.issue !== pictures.at) {
    pictures.at = state.issue;
    showIssue(state.issue);
  }
}

function show(made) {
  const nodes = made.nodes.map((n) => {
    const own = { ...blank(), ...n.own, id: n.id, x: n.x, y: n.y };
    own.title = own.title || own.lines.join(' ');
    return { id: n.id, x: n.x, y: n.y, own, ctxRenderer: renderer(own) };
  });
  const edges = made.edges.map((e) => ({ ...e, own: { letters: [], verdict: '', ...e.own, id: e.id, from: e.from, to: e.to } }));
  picture = { ...made, name: state.view, nodes, edges, own: new Map(nodes.map((n) => [n.id, n.own])) };
  if (pictures.kept && !picture.own.has(pictures.kept.id)) pictures.kept = null;
  if (!picture.own.has(pictures.cursor)) pictures.cursor = null;
  hovered = null;
  if (pictures.vis) pictures.vis.destroy();
  const unseen = { color: 'transparent', hover: 'transparent', highlight: 'transparent', inherit: false };
  const hit = picture.name === 'entities' ? edges.map((e) => ({ id: e.id, from: e.from, to: e.to })) : [];
  pictures.vis = new vis.Network(canvas, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(hit) }, {
    autoResize: false,
    physics: false, layout: { improvedLayout: false, randomSeed: 1 },
    nodes: { shape: 'custom', chosen: false }, edges: { color: unseen, smooth: false, width: 6, chosen: false, selectionWidth: 0, hoverWidth: 0 },
    interaction: { dragNodes: true, keyboard: false, tooltipDelay: 1e9, zoomSpeed: 0.7 },
  });
  all('.vis-network', canvas).forEach((e) => { e.tabIndex = -1; });  // the place for keys is the canvas itself
  pictures.vis.on('beforeDrawing', drawEdges);
  pictures.vis.on('afterDrawing', boxesAsDrawn);
  listen(pictures.vis);
  root.classList.add('drawn');
  home(false);
  sayLeftOut();
  pictures.at = -1;
}

// vis-network takes every node that it does not draw itself for a square of 50 pixels: what is hit is what is drawn.
function boxesAsDrawn() {
  picture.nodes.forEach(({ id, own }) => {
    const node = pictures.vis.body.nodes[id];
    Object.assign(node.shape, { left: node.x - own.width / 2, top: node.y - own.height / 2, width: own.width, height: own.height });
  });
}

// What is not in the picture, and what was added to it.
function sayLeftOut() {
  const note = byId('left-out');
  const parts = [];
  if (picture.name === 'entities') {
    const what = (n) => n + (n === 1 ? ' entity' : ' entities');
    if (picture.found) parts.push(what(picture.found) + (picture.found === 1 ? ' is' : ' are') + ' added at the bottom, found by search.');
    if (picture.left > 0) parts.push(what(picture.left) + (picture.left === 1 ? ' is' : ' are') + ' not drawn, what matters least; search adds them.');
  } else if (picture.left > 0) {
    parts.push(picture.left + (picture.left === 1 ? ' question is' : ' questions are') + ' not drawn, what matters least; search and filters add them.');
  }
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
    moveTo({ left: box.left - 40, right: box.right + 40, top: box.top - 40, bottom: box.bottom + 40 }, true);
  }
}

function bounds(filter) {
  const found = picture.nodes.filter(filter);
  if (!found.length) return null;
  const edge = (way) => found.map(way);
  return {
    left: Math.min(...edge((n) => n.x - n.own.width / 2)), right: Math.max(...edge((n) => n.x + n.own.width / 2)) + (picture.arcs || 0),
    top: Math.min(...edge((n) => n.y - n.own.height / 2)), bottom: Math.max(...edge((n) => n.y + n.own.height / 2)),
  };
}

// Show a box whole, or, where its letters would be too small, its middle (of columns, its top).
function moveTo(box, animate) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const fitting = Math.min((width - 16) / (box.right - box.left), (height - 16) / (box.bottom - box.top), MOST);
  const scale = Math.max(fitting, LEAST);
  const tall = (box.bottom - box.top) * scale > height - 14 && picture.name !== 'entities';
  const y = tall ? box.top - 8 / scale + height / 2 / scale : (box.top + box.bottom) / 2;
  const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
  pictures.vis.moveTo({ position: { x: (box.left + box.right) / 2, y }, scale, animation: still ? false : { duration: 220, easingFunction: 'easeOutQuad' } });
}

// The first view: columns as they were folded to fit; of entities the whole, or its middle where that is too small.
function home(animate) {
  const box = bounds(() => true);
  if (!box) return;
  const centre = picture.name === 'entities' && picture.nodes.find((n) => n.own.sort === 'incident');
  const fitting = Math.min((canvas.clientWidth - 24) / (box.right - box.left), (canvas.clientHeight - 24) / (box.bottom - box.top));
  if (centre && fitting < LEAST) pictures.vis.moveTo({ position: { x: centre.x, y: centre.y }, scale: LEAST, animation: false });
  else moveTo(box, animate);
}

function showIssue(n, still) {
  const box = n >= 0 && bounds((node) => node.own.issue === n);
  if (!box) return;
  const view = pictures.vis.getViewPosition();
  const half = canvas.clientHeight / 2 / pictures.vis.getScale();
  if (box.top < view.y - half || box.bottom > view.y + half) {
    pictures.vis.moveTo({ position: { x: view.x, y: (box.top + box.bottom) / 2 }, animation: still || matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 220, easingFunction: 'easeOutQuad' } });
  }
}

all('[data-zoom]').forEach((b) => b.addEventListener('click', () => {
  if (!pictures.vis) return;
  if (b.dataset.zoom === 'fit') fit();
  else pictures.vis.moveTo({ scale: pictures.vis.getScale() * (b.dataset.zoom === 'in' ? 1.3 : 1 / 1.3) });
}));
// Everything at once: what was opened by hand is folded again, and what does not fit with letters of 9 pixels.
function fit() {
  pictures.opened = new Set();
  pictures.further = 0;
  pictures.kept = null;
  pictures.room = null;
  pictures.least = true;
  drawCanvas();
  const box = bounds(() => true);
  if (box) moveTo(box, true);
}
readPalette();
listeners.push(drawCanvas);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readPalette(); drawCanvas(); });
let lastSize = '';
new ResizeObserver(() => {
  const size = canvas.clientWidth + 'x' + canvas.clientHeight;
  if (size === lastSize || !canvas.clientWidth) return;
  const stays = lastSize.split('x')[0] === String(canvas.clientWidth) && root.classList.contains('has-panel');  // the panel takes height
  if (!stays) pictures.room = null;
  lastSize = size;
  const [scale, position] = pictures.vis ? [pictures.vis.getScale(), pictures.vis.getViewPosition()] : [1, null];
  drawCanvas();
  if (!pictures.vis) return;
  pictures.vis.setSize('100%', '100%');
  repaint();
  if (stays && position) pictures.vis.moveTo({ scale, position, animation: false });
  else home(false);
  if (picture.name === 'divergence') showIssue(pictures.at, true);
}).observe(canvas);
