/**
 * Markdown's block structure: CommonMark and GFM tables by `@lezer/markdown`, with footnotes added.
 *
 * Only blocks are asked of the library. Inline markup is read by `inline.ts`, whose time is linear in the text whatever is typed; the library's
 * inline parser rescans earlier parts for each delimiter, and its readers of link references, of deep lists and of tables do so for each line.
 * Those are replaced or bounded here.
 */
import { type BlockContext, parser as commonMark, type Line, type MarkdownConfig, type MarkdownParser, Table } from '@lezer/markdown';

/** Containers (quotes, lists, footnotes) nested deeper than this are read as the text of the innermost. */
const MAX_DEPTH = 64;

/** A label is at most 999 characters (CommonMark 4.7). */
const linkReference = /^\[(?!\^)[^[\]]{1,999}\]:[ \t]*[^ \t\r\n]+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const footnoteMarker = /^\[\^[^\]\s]{1,100}\]:/;
const longestTableIndent = 200;

function footnoteMarkerLength(line: Line): number {
  if (line.next !== 91 /* [ */ || line.text.charCodeAt(line.pos + 1) !== 94 /* ^ */) return 0;
  return footnoteMarker.exec(line.text.slice(line.pos, line.pos + 110))?.[0].length ?? 0;
}

/** The rest of the line as a paragraph of its own. */
function takeLine(cx: BlockContext, line: Line, node: string): true {
  cx.addElement(cx.elt(node, cx.lineStart + line.pos, cx.lineStart + line.text.length));
  cx.nextLine();
  return true;
}

const depthLimit: MarkdownConfig = {
  parseBlock: [
    {
      name: 'DepthLimit',
      before: 'LinkReference',
      parse: (cx, line) => cx.depth > MAX_DEPTH && line.pos < line.text.length && takeLine(cx, line, 'Paragraph'),
    },
  ],
};

const references: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LinkReference',
      parse: (cx, line) =>
        line.next === 91 /* [ */ &&
        line.indent < line.baseIndent + 4 &&
        linkReference.test(line.text.slice(line.pos)) &&
        takeLine(cx, line, 'LinkReference'),
    },
  ],
};

const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'Footnote',
      block: true,
      composite(_cx, line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteMark',
  ],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'IndentedCode',
      parse(cx, line) {
        const length = line.indent < line.baseIndent + 4 ? footnoteMarkerLength(line) : 0;
        if (length === 0) return false;
        cx.startComposite('Footnote', line.pos);
        cx.addElement(cx.elt('FootnoteMark', cx.lineStart + line.pos, cx.lineStart + line.pos + length));
        line.moveBase(line.pos + length);
        return null;
      },
      endLeaf: (_cx, line) => footnoteMarkerLength(line) > 0,
    },
  ],
};

/** Tables as the library reads them, save that a line begun by a great many spaces cannot be a table's delimiter row. */
const tables: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map(({ endLeaf, ...table }) => ({
    ...table,
    ...(endLeaf && {
      endLeaf: ((cx, line, leaf) =>
        !/^[>\s]{200}/.test(cx.peekLine().slice(0, longestTableIndent)) && endLeaf(cx, line, leaf)) as typeof endLeaf,
    }),
  })),
};

/** Leaves the inside of every block unread. */
const noInline: MarkdownConfig = {
  parseInline: [{ name: 'Unread', before: 'Escape', parse: (cx) => cx.end }],
};

export const blockParser: MarkdownParser = commonMark.configure([depthLimit, references, footnotes, tables, noInline]);
