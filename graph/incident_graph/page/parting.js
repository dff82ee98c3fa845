// The cards of where accounts part: what filters leave of them, and groups of links that are one tab stop each.
const parts = all('.part');
function drawParting() {
  parts.forEach((part) => {
    const n = Number(part.dataset.issue);
    part.classList.toggle('away', !issueShown(n));
    part.classList.toggle('open', n === state.issue);
  });
  all('.camp-row').forEach((row) => row.classList.toggle('away', !issueShown(Number(row.dataset.issue))));
  all('.parting .camp').forEach((camp) => camp.classList.toggle('dim', state.letters.size > 0 &&
    !camp.dataset.accounts.split(' ').some((n) => state.letters.has(Number(n)))));
  all('.words[data-account]').forEach((words) => words.classList.toggle('dim', !isolated(Number(words.dataset.account))));
  all('.strip .account').forEach((account) => account.classList.toggle('dim', !isolated(Number(account.dataset.account))));
  all('.parts').forEach((group) => { group.hidden = !group.querySelector('.part:not(.away)'); });
  oneTabStop();
}

// In each of these groups Tab stops once; arrows go on from there.
const GROUPS = [['.strip', '.letter'], ['.chips', '.chip'], ['.matrix thead', 'button'], ['.matrix tbody', 'a'],
  ['.parting', 'a, summary, .take'], ['.lane-drawing', 'a'], ['.camp-matrix', 'a'], ['.cards', 'a'], ['.js .still', 'a']];
function membersOf(group, selector) {
  return all(selector, group).filter((e) => e.checkVisibility());
}
function oneTabStop() {
  GROUPS.forEach(([name, selector]) => all(name).filter((group) => group.checkVisibility()).forEach((group) => {
    const members = all(selector, group);
    let stop = members.find((e) => e.tabIndex === 0 && e.dataset.roving && e.checkVisibility());
    if (!stop) stop = members.find((e) => e.checkVisibility());
    members.forEach((e) => {
      if (e === stop) e.dataset.roving = 'here';
      if (e.tabIndex !== (e === stop ? 0 : -1)) e.tabIndex = e === stop ? 0 : -1;
    });
  }));
}
document.addEventListener('focusin', (event) => {
  const at = event.target instanceof Element ? event.target : null;
  const found = at && GROUPS.find(([name, selector]) => at.closest(name) && at.matches(selector));
  if (!found || at.tabIndex === 0) return;
  all(found[1], at.closest(found[0])).forEach((e) => { e.tabIndex = e === at ? 0 : -1; });
  at.dataset.roving = 'here';
});

// Arrows in a group: left and right one by one, up and down in the cards from question to question.
function moveInGroup(at, key) {
  const found = at && GROUPS.find(([name, selector]) => name !== '.matrix tbody' && at.closest(name) && at.closest(selector));
  if (!found) return false;
  const by = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  if (upright && ['.strip', '.chips', '.matrix thead'].includes(found[0])) return false;
  const members = membersOf(at.closest(found[0]), upright && found[0] === '.parting' ? '.part-open, summary' : found[1]);
  const here = members.indexOf(at.closest(found[1]));
  const part = at.closest('.part');
  const from = here >= 0 ? here : members.findIndex((e) => part && part.contains(e)) + (by < 0 ? 1 : 0);
  const next = members[from + by];
  if (next) next.focus();
  return true;
}
listeners.push(drawParting);
