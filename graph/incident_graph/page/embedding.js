// A card to put elsewhere as HTML, a figure or the lanes as a picture: each with a line that says where it is from.
function creditLine(numbers) {
  const named = numbers.map((n) => data.accounts[n]).filter(Boolean).slice(0, 12)
    .map((a) => a.letter + ' ' + a.source + (a.date ? ', ' + a.date : ''));
  return data.title + '. Compared by incident-graph from ' + named.join('; ') + '. It shows how accounts relate, not who is right.';
}

// Only words are taken over, so that nothing of a text can become markup where the card is put.
function embedded(part) {
  const card = element('figure');
  card.append(element('h3', '', part.querySelector('.part-open').textContent), element('p', '', part.querySelector('.badge').textContent));
  const held = new Set();
  all('.camp', part).forEach((camp) => {
    camp.dataset.accounts.split(' ').filter(Boolean).forEach((n) => held.add(Number(n)));
    const list = element('ul');
    all('.words', camp).forEach((words) => {
      const line = element('li');
      const quote = words.querySelector('q');
      const where = all('.by, .read', words).map((e) => e.textContent).join(', ');
      line.append(element('b', '', letterOf(words.dataset.account)), ' ', element('q', '', quote ? quote.textContent : ''), ' (' + where + ')');
      list.append(line);
    });
    card.append(element('h4', '', camp.querySelector('.camp-head bdi').textContent), list);
  });
  const why = part.querySelector('.why');
  if (why && why.textContent.trim()) card.append(element('p', '', why.textContent.trim()));
  card.append(element('figcaption', '', creditLine(Array.from(held).sort((a, b) => a - b))));
  return card.outerHTML + '\n';
}

// The drawing with its colours written into it, since no style sheet goes with it.
const DRAWN_WITH = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'stroke-linecap', 'font-size', 'font-weight', 'font-family'];
function pictureOf(drawing) {
  const copy = drawing.cloneNode(true);
  const copies = all('*', copy);
  all('*', drawing).forEach((e, k) => {
    const style = getComputedStyle(e);
    DRAWN_WITH.forEach((name) => copies[k].setAttribute(name, style.getPropertyValue(name)));
  });
  all('a', copy).forEach((a) => a.removeAttribute('href'));
  const [, , width, height] = copy.getAttribute('viewBox').split(' ').map(Number);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', '0 0 ' + width + ' ' + (height + 20));
  copy.setAttribute('width', width);
  copy.setAttribute('height', height + 20);
  const credit = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  Object.entries({ x: 4, y: height + 13, 'font-size': 8, 'font-family': 'sans-serif', fill: getComputedStyle(root).color }).forEach(([name, value]) => credit.setAttribute(name, value));
  credit.textContent = data.title.slice(0, 60) + ', by incident-graph. How accounts relate, not who is right.';
  copy.append(credit);
  return new XMLSerializer().serializeToString(copy);
}

function offer(place, text, act) {
  const button = element('button', 'cite take', text);
  button.type = 'button';
  button.addEventListener('click', () => act(button));
  place.append(' ', button);
}
all('.part').forEach((part) => {
  offer(part.querySelector('.why'), 'copy as HTML', (button) => copyText(embedded(part), button));
  const drawing = part.querySelector('.figures svg');
  if (drawing) offer(part.querySelector('.why'), 'save the figure', () => save(new Blob([pictureOf(drawing)], { type: 'image/svg+xml' }), 'svg'));
});
all('.lanes').forEach((lanes) => offer(lanes.querySelector('.why'), 'save the lanes',
  () => save(new Blob([pictureOf(lanes.querySelector('svg'))], { type: 'image/svg+xml' }), 'svg')));
