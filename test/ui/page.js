// Runs in the workbench's page: finds words on the screen, as an eye does.

/** The place of the first visible occurrence of some words in the editor's text, or null. Where a line break or a colour parts them, the place of the first part. */
window.placeOf = (words) => {
  const lines = [...document.querySelectorAll('.editor-instance .view-line')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const nodes = lines.flatMap((line) => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  });
  // The editor draws spaces as no-break spaces, and a wrapped line keeps the space at its end.
  const text = nodes.map((node) => node.data).join('');
  const at = text.replaceAll('\u00a0', ' ').indexOf(words);
  if (at < 0) return null;
  let start = 0;
  let node = nodes[0];
  for (const each of nodes) {
    node = each;
    if (at < start + each.length) break;
    start += each.length;
  }
  const range = document.createRange();
  range.setStart(node, at - start);
  range.setEnd(node, Math.min(at - start + words.length, node.length));
  const { left, top, right, bottom } = range.getBoundingClientRect();
  return { left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
};

/** True where a wavy line is drawn under some part of a place. */
window.isUnderlined = ({ left, right, bottom }) =>
  [...document.querySelectorAll('.squiggly-error, .squiggly-warning, .squiggly-info')].some((squiggle) => {
    const box = squiggle.getBoundingClientRect();
    return box.left < right && left < box.right && Math.abs(box.bottom - bottom) < 8;
  });
