// Filters, tabs and keys; then the first drawing.
all('.chip').forEach((chip) => chip.addEventListener('click', () => change({ verdicts: toggle(state.verdicts, chip.dataset.verdict) })));
all('button[data-letter]').forEach((b) => b.addEventListener('click', () => change({ letters: toggle(state.letters, Number(b.dataset.letter)) })));
all('[data-view]').forEach((b) => b.addEventListener('click', () => change({ view: b.dataset.view }, true)));
all('[data-edge], [data-said]').forEach((b) => b.addEventListener('click', () => change({ turned: toggle(state.turned, b.dataset.edge || b.dataset.said) })));
['compare', 'network'].forEach((tab) => byId('tab-' + tab).addEventListener('click', () => change({ tab }, true)));
byId('search').addEventListener('input', () => change({ search: byId('search').value.trim() }));
if (byId('group')) byId('group').addEventListener('change', () => change({ group: byId('group').value }));
if (byId('sort')) byId('sort').addEventListener('change', () => change({ sort: byId('sort').value }));
if (byId('account')) byId('account').addEventListener('change', () => change({ letters: new Set(byId('account').value ? [Number(byId('account').value)] : []) }));
byId('clear').addEventListener('click', clearFilters);
if (byId('clear-nothing')) byId('clear-nothing').addEventListener('click', clearFilters);
byId('help-button').addEventListener('click', () => byId('help').showModal());
if (byId('questions-button')) byId('questions-button').addEventListener('click', ask);

// From a cell to its neighbour; silent cells and rows that are filtered away are passed over.
function moveFocus(key) {
  const at = document.activeElement;
  const tab = at && at.closest('[role="tab"]');
  if (tab && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    change({ tab: state.tab === 'compare' ? 'network' : 'compare' });
    byId('tab-' + state.tab).focus();
    return true;
  }
  if (moveInGroup(at, key)) return true;
  const rows = all('.row:not(.away)').map((row) => Array.from(row.children));
  if (!rows.length || !rows[0][0].offsetParent) return false;
  let y = rows.findIndex((row) => row.some((cell) => cell.contains(at)));
  if (y < 0) {
    if (at && at !== document.body && at !== panel && at.id !== 'compare') return false;
    rows[0][0].querySelector('a').focus();
    return true;
  }
  let x = rows[y].findIndex((cell) => cell.contains(at));
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  for (;;) {
    x += dx;
    y += dy;
    const cell = rows[y] && rows[y][x];
    if (!cell) return true;
    const link = cell.querySelector('a');
    if (link) {
      link.focus();
      return true;
    }
  }
}

function escape() {
  if (!byId('exports').hidden) { menu(false); byId('export').focus(); }
  else if (!panel.hidden) closePanel();
  else if (filtered()) clearFilters();
  if (document.activeElement === byId('search')) byId('search').blur();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
  const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
  const key = event.key;
  if (key === 'Escape') { escape(); return; }
  if (typing) return;
  const occurring = (keys) => keys.filter((v) => data.issues.some((i) => i.verdict === v));
  const firm = occurring(['conflicts', 'contests']);
  const contested = new Set(firm.length ? firm : occurring(['to-check']));
  if (key === '/') byId('search').focus();
  else if (key === 'n') step(1);
  else if (key === 'p') step(-1);
  else if (key === 'c') change({ verdicts: Array.from(contested).every((v) => state.verdicts.has(v)) ? new Set() : contested });
  else if (key === '?') byId('help').showModal();
  else if (key === 'q' && byId('questions-button')) ask();
  else if (/^[1-9]$/.test(key) && data.accounts[key - 1] && data.accounts.length <= 12) change({ letters: toggle(state.letters, key - 1) });
  else if (/^Arrow/.test(key)) { if (!moveFocus(key)) return; }
  else return;
  event.preventDefault();
});

addEventListener('hashchange', () => { if (!writing) returned(); });
addEventListener('popstate', () => { if (!writing) returned(); });
addEventListener('beforeprint', () => { if (root.classList.contains('appendix')) all('.sources details').forEach((d) => { d.open = true; }); });
all('[data-print]').forEach((b) => b.addEventListener('click', () => {
  menu(false);
  root.classList.toggle('appendix', b.dataset.print === 'appendix');
  print();
}));
addEventListener('afterprint', () => { root.classList.remove('appendix'); all('.sources details').forEach((d) => { d.open = false; }); });
cardsIfNarrow();
readHash();
root.dataset.ready = 'yes';
