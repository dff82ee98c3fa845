'use strict';
(function () {
  const SHOWN = 1000;
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const form = byId('form'), area = byId('query'), named = byId('named'), status = byId('status');
  const results = byId('results'), run = byId('run'), stop = byId('stop');
  const questions = new Map(data.questions.map((question) => [question.name, question]));
  const spaces = Object.entries(data.prefixes).sort((a, b) => b[1].length - a[1].length);
  let asking = null;

  function say(text, wrong) {
    status.textContent = text;
    status.classList.toggle('wrong', Boolean(wrong));
  }

  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function short(iri) {
    for (const [name, space] of spaces) {
      const local = iri.slice(space.length);
      if (iri.startsWith(space) && /^[A-Za-z0-9_-]+$/.test(local)) return name + ':' + local;
    }
    return iri;
  }

  // Go to the place that an error names.
  function point(text) {
    const place = /line (\d+), column (\d+)/.exec(text);
    if (!place) return;
    const lines = area.value.split('\n');
    const before = lines.slice(0, Number(place[1]) - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const at = Math.min(area.value.length, before + Number(place[2]) - 1);
    area.focus();
    area.setSelectionRange(at, Math.min(area.value.length, at + 1));
  }

  function cell(term) {
    const made = element('td');
    if (!term) return made;
    if (term.type === 'uri' && !/[<>"{}|^`\\\s]/.test(term.value)) {
      const link = element('button', short(term.value), 'iri');
      link.type = 'button';
      link.title = 'What is known of ' + term.value;
      link.addEventListener('click', () => {
        area.value = 'DESCRIBE <' + term.value + '>';
        ask();
      });
      made.append(link);
      return made;
    }
    made.textContent = term.value;
    if (/#(integer|decimal|double|float)$/.test(term.datatype || '')) made.className = 'number';
    if (term['xml:lang']) made.lang = term['xml:lang'];
    return made;
  }

  function table(answer) {
    const made = element('table'), head = element('thead'), body = element('tbody'), names = element('tr');
    for (const name of answer.head.vars) {
      const title = element('th', name.replace(/_/g, ' '));
      title.scope = 'col';
      names.append(title);
    }
    head.append(names);
    for (const row of answer.results.bindings.slice(0, SHOWN)) {
      const line = element('tr');
      for (const name of answer.head.vars) line.append(cell(row[name]));
      body.append(line);
    }
    made.append(head, body);
    return made;
  }

  function show(node) {
    results.replaceChildren(node);
    results.hidden = false;
  }

  async function ask() {
    if (asking) asking.abort();
    const mine = new AbortController();
    asking = mine;
    stop.hidden = false;
    results.hidden = true;
    say('Asking …');
    history.replaceState(null, '', '#' + encodeURIComponent(area.value));
    const started = performance.now();
    try {
      const response = await fetch('/sparql', {
        method: 'POST',
        signal: mine.signal,
        headers: { Accept: 'application/sparql-results+json, text/turtle;q=0.9' },
        body: new URLSearchParams({ query: area.value, rows: String(SHOWN + 1) }),
      });
      const text = await response.text();
      if (!response.ok) {
        say(text.trim(), true);
        point(text);
        return;
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(2) + ' s';
      if ((response.headers.get('Content-Type') || '').startsWith('text/turtle')) {
        say('Triples, ' + seconds);
        show(element('pre', text));
        return;
      }
      const answer = JSON.parse(text);
      if ('boolean' in answer) {
        say((answer.boolean ? 'Yes' : 'No') + ', ' + seconds);
        return;
      }
      const count = answer.results.bindings.length;
      const rows = count === 1 ? '1 row' : count + ' rows';
      say((count > SHOWN ? 'The first ' + SHOWN + ' rows; a download has them all' : rows) + ', ' + seconds);
      if (count) show(table(answer));
    } catch (error) {
      say(error.name === 'AbortError' ? 'Stopped' : 'No answer: ' + error.message, true);
    } finally {
      if (asking === mine) {
        asking = null;
        stop.hidden = true;
      }
    }
  }

  run.addEventListener('click', ask);
  stop.addEventListener('click', () => asking && asking.abort());
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      ask();
    }
  });
  named.addEventListener('change', () => {
    const question = questions.get(named.value);
    byId('about').textContent = question ? question.about : '';
    if (!question) return;
    area.value = question.sparql;
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
  });
  form.addEventListener('submit', () => say('The download asks the query again.'));
  if (location.hash.length > 1) {
    try {
      area.value = decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      say('The address holds no query', true);
    }
  }
}());
