// The network on a canvas: vis-network moves and hits, we draw. Positions come with the data; nothing is simulated.
const canvas = byId('canvas');
const pictures = {};
let palette = {};
let picture = null;
let hovered = null;

function readPalette() {
  const style = getComputedStyle(root);
  palette = {};
  ['paper', 'card', 'ink', 'soft', 'line', 'strong', 'node', 'mark', 'conflicts', 'contests', 'complements', 'refines', 'agrees', 'single', 'sans'].forEach((name) => {
    palette[name] = style.getPropertyValue('--' + name).trim();
  });
}
const hue = (verdict) => palette[verdict] || palette.strong;

function faded(own) {
  if (own.issue >= 0 && !issueShown(own.issue)) return true;
  if (own.kind === 'entity' && state.search && !entityHaystacks[own.entity]?.includes(fold(state.search))) return true;
  if (state.issue >= 0 && own.issue >= 0 && own.issue !== state.issue && state.view === 'divergence') return true;
  if (state.entity.length && state.view === 'entities' && own.kind === 'entity' && !near(own.entity)) return true;
  const letters = isolatedLetters();
  return letters.size > 0 && (own.kind === 'reading' || own.kind === 'entity') && own.letters.length > 0 && !own.letters.some((l) => letters.has(l));
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
    const lines = picture.narrow ? own.narrowLines || own.lines : own.lines;
    const width = (picture.narrow ? own.narrowWidth : 0) || own.width;
    ctx.fillStyle = palette.ink;
    rounded(ctx, x - width / 2, y - own.height / 2, width, own.height, 6);
    ctx.fill();
    lines.forEach((t, k) => write(ctx, t, x, y - lines.length * 8.5 + 13 + 17 * k, { colour: palette.paper, align: 'center', weight: 600 }));
  },
  heading(ctx, own, x, y) {
    own.lines.forEach((t, k) => write(ctx, (k ? '' : own.glyph + ' ') + t, x - own.width / 2, y - own.height / 2 + 13 + 17 * k, { weight: 600, most: own.width }));
  },
  question(ctx, own, x, y) {
    ctx.beginPath();
    ctx.moveTo(x, y - 12); ctx.lineTo(x + 12, y); ctx.lineTo(x, y + 12); ctx.lineTo(x - 12, y); ctx.closePath();
    ctx.fillStyle = own.verdict === 'contests' || own.verdict === 'single' ? palette.card : hue(own.verdict);
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
      if (faded(own)) ctx.globalAlpha = 0.15;
      draw[own.kind](ctx, own, x, y);
      ctx.restore();
    },
    nodeDimensions: { width: own.width, height: own.height },
  });
}

function edgeStyle(edge) {
  const own = edge.own;
  const grey = own.spine || own.kind === 'together';
  const other = picture.own.get(own.to);
  const away = faded({ ...own, kind: 'edge' }) || (other && faded(other)) || (own.kind !== 'fork' && faded(picture.own.get(own.from)));
  const opacity = away ? 0.08 : grey ? 0.45 : 0.95;
  const colour = grey ? palette.strong : hue(own.verdict);
  return { id: edge.id, color: { color: colour, hover: palette.ink, highlight: palette.ink, opacity, inherit: false } };
}

function makePicture(name) {
  const given = data.networks[name];
  if (!given) return null;
  const narrow = name === 'divergence' && canvas.clientWidth < 560;
  const own = new Map(given.nodes.map((n) => [n.id, n.own]));
  const nodes = given.nodes.map((n) => ({ ...n, label: undefined, ctxRenderer: renderer(n.own), x: narrow ? n.own.narrow[0] : n.x, y: narrow ? n.own.narrow[1] : n.y }));
  return { name, narrow, own, edges: given.edges, nodes, left: given.left_out };
}

function drawCanvas() {
  const wanted = data.networks[state.view] ? state.view : null;
  const network = byId('network');
  network.classList.toggle('show-agreement', state.view === 'agreement');
  network.classList.toggle('show-timeline', state.view === 'timeline');
  if (!wanted || !canvas.clientWidth) return;
  const narrow = wanted === 'divergence' && canvas.clientWidth < 560;
  if (!picture || picture.name !== wanted || picture.narrow !== narrow) {
    picture = makePicture(wanted);
    if (pictures.vis) pictures.vis.destroy();
    pictures.edges = new vis.DataSet(picture.edges.map((e) => ({ ...e, ...edgeStyle(e) })));
    pictures.vis = new vis.Network(canvas, { nodes: new vis.DataSet(picture.nodes), edges: pictures.edges }, {
      physics: false, layout: { improvedLayout: false, randomSeed: 1 },
      nodes: { fixed: false, chosen: false }, edges: { chosen: false, selectionWidth: 0, hoverWidth: 0 },
      interaction: { hover: true, dragNodes: false, keyboard: false, tooltipDelay: 1e9, zoomSpeed: 0.7 },
    });
    listen(pictures.vis);
    root.classList.add('drawn');
    home(false);
    const note = byId('left-out');
    note.hidden = !picture.left;
    note.textContent = picture.left ? picture.left + (wanted === 'entities' ? ' entities' : ' questions') + ' are not drawn, those that matter least; the table has every question.' : '';
    pictures.at = -1;
  } else {
    pictures.edges.update(picture.edges.map(edgeStyle));
    pictures.vis.redraw();
  }
  if (wanted === 'divergence' && state.issue !== pictures.at) {
    pictures.at = state.issue;
    showIssue(state.issue);
  }
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
  if (box) moveTo(box, picture.name === 'entities', animate);
}

function showIssue(n) {
  const box = n >= 0 && bounds((node) => node.own.issue === n);
  if (!box) return;
  const view = pictures.vis.getViewPosition();
  const scale = pictures.vis.getScale();
  const half = canvas.clientHeight / 2 / scale;
  if (box.top < view.y - half || box.bottom > view.y + half) {
    pictures.vis.moveTo({ position: { x: view.x, y: (box.top + box.bottom) / 2 }, animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 220, easingFunction: 'easeOutQuad' } });
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
    const edge = picture.edges.find((e) => e.id === event.edge);
    canvas.title = edge && edge.own.label_text ? edge.own.label_text + ' (' + edge.own.letters.join(' ') + ')' : '';
  });
  network.on('blurEdge', () => { canvas.title = ''; });
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
let lastWidth = 0;
new ResizeObserver(() => {
  if (!pictures.vis || canvas.clientWidth !== lastWidth) {
    lastWidth = canvas.clientWidth;
    drawCanvas();
    if (pictures.vis && canvas.clientWidth) home(false);
  }
}).observe(canvas);
