// Runs in the workbench's page: finds words on the screen, as an eye does.

/** The middle of the first visible occurrence of some words in the editor's text, or null. */
window.placeOf = (words) => {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The editor draws spaces as no-break spaces.
      const at = node.data.replaceAll('\u00a0', ' ').indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, left, top, right: left + width, bottom: top + height };
    }
  }
  return null;
};

/** True where a wavy line is drawn under a place. */
window.isUnderlined = ({ x, bottom }) =>
  [...document.querySelectorAll('.squiggly-error, .squiggly-warning, .squiggly-info')].some((squiggle) => {
    const box = squiggle.getBoundingClientRect();
    return box.left <= x && x <= box.right && Math.abs(box.bottom - bottom) < 8;
  });
