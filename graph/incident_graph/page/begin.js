// Before anything is painted: the page is laid out for scripts at once, not first for a page without them. Should the
// script fail to start, what needs no script comes back.
document.documentElement.classList.add('js');
addEventListener('error', () => {
  if (!document.documentElement.dataset.ready) document.documentElement.classList.remove('js');
});
