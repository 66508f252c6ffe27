// Loads the page once more if part of it can't be had before anything is drawn. docs/architecture.md says when.
addEventListener('error', ({ target }) => target !== window && startOver(), { capture: true });

function startOver() {
  const [navigation] = performance.getEntriesByType('navigation');
  const isDrawn = document.getElementById('app').hasChildNodes();
  if (!isDrawn && navigation?.type !== 'reload') location.reload();
}
