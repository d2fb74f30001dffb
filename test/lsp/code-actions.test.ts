import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { type Doc, Editor, STALIN } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

async function actionsOn(text: string, word: string): Promise<{ doc: Doc; actions: CodeAction[] }> {
  const doc = await editor.open(text);
  const diagnostics = await doc.diagnostics();
  return { doc, actions: (await doc.actions(doc.rangeOf(word), diagnostics)) ?? [] };
}

const resolve = (action: CodeAction) => editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);

const titled = (actions: readonly CodeAction[], title: RegExp) => actions.find((action) => title.test(action.title));

describe('quick fixes', () => {
  test('the right date in the writer’s own format, preferred, for this version', async () => {
    for (const [wrong, right] of [
      ['- **1922 Aug:** Stalin becomes General Secretary', '- **1922 Apr:** Stalin becomes General Secretary'],
      ['In August 1922 Stalin became General Secretary.', 'In April 1922 Stalin became General Secretary.'],
    ] as const) {
      const { doc, actions } = await actionsOn(`${STALIN}${wrong}\n`, 'Aug');
      const [fix] = actions;
      expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'event-date' }] });
      expect(fix!.edit!.documentChanges).toMatchObject([{ textDocument: { uri: doc.uri, version: 1 } }]);
      expect(doc.withAction(fix)).toBe(`${STALIN}${right}\n`);
    }
  });

  test('a misspelt name', async () => {
    const { doc, actions } = await actionsOn(`${STALIN}Then Trotksy resigned.\n`, 'Trotksy');
    expect(doc.withAction(actions[0])).toBe(`${STALIN}Then Trotsky resigned.\n`);
  });

  test('nothing where nothing is wrong', async () => {
    const { actions } = await actionsOn(`${STALIN}@Nobodyovich and Stalin.\n`, 'Stalin');
    expect(actions).toEqual([]);
  });
});

describe('ways to silence', () => {
  test('this line: a comment at its end, that works', async () => {
    const { doc, actions } = await actionsOn(`${STALIN}First line\nwith @Nobodyovich here  \nand a third.\n`, 'Nobodyovich');
    const silenced = doc.withAction(titled(actions, /this line/));
    expect(silenced).toBe(
      `${STALIN}First line\nwith @Nobodyovich here <!-- history-notes-disable-line unknown-person -->  \nand a third.\n`,
    );
    expect(await (await editor.open(silenced)).findings()).toEqual([]);
  });

  test('a second rule joins the comment that is there', async () => {
    const { doc, actions } = await actionsOn(
      `${STALIN}@Nobodyovich of [[Nowhere]] <!-- history-notes-disable-line unknown-person -->\n`,
      'Nowhere',
    );
    const silenced = doc.withAction(titled(actions, /this line/));
    expect(silenced).toContain('<!-- history-notes-disable-line unknown-person unknown-link -->');
    expect(await (await editor.open(silenced)).findings()).toEqual([]);
  });

  test('this file: a comment below the front matter, that works', async () => {
    const { doc, actions } = await actionsOn(`${STALIN}@Nobodyovich\n\n@Nobodyovich\n`, 'Nobodyovich');
    const silenced = doc.withAction(titled(actions, /in this file/));
    expect(silenced).toMatch(/^---\nchapter: stalins-rise\n---\n<!-- history-notes-disable-file unknown-person -->\n/);
    expect(await (await editor.open(silenced)).findings()).toEqual([]);
  });

  test('this file, without front matter', async () => {
    const { doc, actions } = await actionsOn('He left on 30 February 1924.\n', '30 February');
    expect(await (await editor.open(doc.withAction(titled(actions, /in this file/)))).findings()).toEqual([]);
  });

  test('my names, where the client runs the command', async () => {
    const { doc, actions } = await actionsOn(`${STALIN}Then Trotksy resigned.\n`, 'Trotksy');
    expect(titled(actions, /my names/)?.command).toEqual({
      title: 'Add “Trotksy” to my names',
      command: 'historyNotes.addToMyNames',
      arguments: ['Trotksy', doc.uri],
    });
    const plain = await Editor.start({ initializationOptions: { clientCommands: [] } });
    const other = await plain.open(`${STALIN}Then Trotksy resigned.\n`);
    await other.diagnostics();
    expect(titled((await other.actions(other.rangeOf('Trotksy'))) ?? [], /my names/)).toBeUndefined();
    await plain.stop();
  });
});

test('the whole workspace, where the client runs the command', async () => {
  const { actions } = await actionsOn(`${STALIN}Then Trotksy resigned.\n`, 'Trotksy');
  expect(titled(actions, /workspace/)).toBeUndefined();
  const able = await Editor.start({ initializationOptions: { clientCommands: ['historyNotes.turnOffRule'] } });
  const doc = await able.open(`${STALIN}Then Trotksy resigned.\n`);
  await doc.diagnostics();
  expect(titled((await doc.actions(doc.rangeOf('Trotksy'))) ?? [], /workspace/)?.command).toEqual({
    title: 'Disable misspelt-name in this workspace',
    command: 'historyNotes.turnOffRule',
    arguments: ['misspelt-name', doc.uri],
  });
  await able.stop();
});

describe('fix all', () => {
  test('on request, everything that is sure', async () => {
    const doc = await editor.open(`${STALIN}- 1922 Aug: Stalin becomes General Secretary\n\nThen Trotksy resigned.\n`);
    await doc.diagnostics();
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    expect(((await doc.actions(whole)) ?? []).every(({ kind }) => kind === 'quickfix')).toBe(true);
    const actions = (await doc.actions(whole, [], ['source.fixAll'])) ?? [];
    expect(actions).toMatchObject([{ kind: 'source.fixAll.historyNotes' }]);
    expect(doc.withAction(await resolve(actions[0]!))).toBe(
      `${STALIN}- 1922 Apr: Stalin becomes General Secretary\n\nThen Trotsky resigned.\n`,
    );
  });

  test('nothing, where nothing is sure', async () => {
    const doc = await editor.open(`${STALIN}@Nobodyovich\n`);
    await doc.diagnostics();
    expect(await doc.actions(doc.rangeOf('Nobodyovich'), [], ['source.fixAll'])).toEqual([]);
  });

  const TWICE = `${STALIN}Then Trotksy resigned, and Kamenve.\n\n- 1922 Aug: Stalin becomes General Secretary\n`;
  test('of one rule, where there are several', async () => {
    const { doc, actions } = await actionsOn(TWICE, 'Trotksy');
    const all = titled(actions, /every misspelt-name in this file/);
    expect(doc.withAction(await resolve(all!))).toBe(TWICE.replace('Trotksy', 'Trotsky').replace('Kamenve', 'Kamenev'));
    expect(titled((await doc.actions(doc.rangeOf('Aug'))) ?? [], /every/)).toBeUndefined();
  });

  test('is worked out when it is chosen, by clients that ask again, and for the text that it was offered for', async () => {
    const { doc, actions } = await actionsOn(TWICE, 'Trotksy');
    const all = titled(actions, /every/)!;
    expect(all.edit).toBeUndefined();
    await doc.replace('resigned', 'was dismissed');
    await expect(resolve(all)).rejects.toMatchObject({ code: -32801 });
    expect(await resolve({ ...all, data: { uri: doc.uri, version: 2, fixAll: 'nonsense' } })).not.toHaveProperty('edit');
  });

  test('comes whole to a client that does not', async () => {
    const plain = await Editor.start({ capabilities: {} });
    expect(plain.capabilities.codeActionProvider).not.toHaveProperty('resolveProvider');
    const doc = await plain.open(TWICE);
    const actions = (await doc.actions(doc.rangeOf('Trotksy'))) ?? [];
    expect(doc.withAction(titled(actions, /every/))).toContain('Then Trotsky resigned, and Kamenev.');
    const [everything] = (await doc.actions(doc.rangeOf('Trotksy'), [], ['source.fixAll'])) ?? [];
    expect(doc.withAction(everything)).toContain('1922 Apr');
    await plain.stop();
  });
});

test('a client without versioned edits gets plain ones', async () => {
  const plain = await Editor.start({ capabilities: {} });
  const doc = await plain.open(`${STALIN}Then Trotksy resigned.\n`);
  const [fix] = (await doc.actions(doc.rangeOf('Trotksy'))) ?? [];
  expect(fix!.edit!.documentChanges).toBeUndefined();
  expect(doc.withAction(fix)).toBe(`${STALIN}Then Trotsky resigned.\n`);
  await plain.stop();
});

describe('what a click on a lens or a hint does', () => {
  const rewritesAt = async (text: string, word: string, context: object = {}) => {
    const doc = await editor.open(`${STALIN}${text}`);
    const actions = await doc.request<CodeAction[]>('codeAction', { range: doc.rangeOf(word), context: { diagnostics: [], ...context } });
    return { doc, actions: actions.filter(({ kind }) => kind === 'refactor.rewrite') };
  };

  test('a hint is written into the text from anywhere in its line', async () => {
    const { doc, actions } = await rewritesAt('Then Stalin became General Secretary.\nThe Kronstadt Rebellion came.\n', 'Then');
    expect(actions.map(({ title }) => title)).toEqual(['Write “(April 1922)” into the text']);
    expect(doc.withAction(actions[0])).toBe(`${STALIN}Then Stalin became General Secretary (April 1922).\nThe Kronstadt Rebellion came.\n`);
    expect(actions[0]!.edit!.documentChanges).toMatchObject([{ textDocument: { uri: doc.uri, version: 1 } }]);
  });

  test('also at the end of the last line, and not of a kind that is not shown', async () => {
    const { doc, actions } = await rewritesAt('Lenin saw the Kronstadt Rebellion', 'Lenin');
    expect(actions.map((action) => doc.withAction(action))).toEqual([`${STALIN}Lenin saw the Kronstadt Rebellion (March 1921)`]);
  });

  test('a timeline is sorted, and gets the events that it lacks', async () => {
    const lines = '- 1924 Jan: Lenin dies\n- 1922 Apr: Stalin becomes General Secretary\n';
    const { doc, actions } = await rewritesAt(`Before.\n\n${lines}`, 'Secretary');
    expect(actions.map(({ title }) => title)).toEqual([
      'Sort this timeline',
      expect.stringMatching(/^Add the missing events of these years \(\d+\)$/),
    ]);
    expect(doc.withAction(actions[0])).toBe(`${STALIN}Before.\n\n- 1922 Apr: Stalin becomes General Secretary\n- 1924 Jan: Lenin dies\n`);
    expect(doc.withAction(actions[1])).toContain('- 1922 Dec: ');
    expect((await rewritesAt(`Before.\n\n${lines}`, 'Before')).actions).toEqual([]);
    expect((await rewritesAt('- 1924 Jan: Lenin dies\n', 'Lenin')).actions).toEqual([]);
  });

  test('only on demand: no light bulb stands beside every such line', async () => {
    const text = 'Then Stalin became General Secretary.\n';
    expect((await rewritesAt(text, 'Then', { triggerKind: 2 })).actions).toEqual([]);
    expect((await rewritesAt(text, 'Then', { triggerKind: 1 })).actions).toHaveLength(1);
    expect((await rewritesAt(text, 'Then', { only: ['refactor'] })).actions).toHaveLength(1);
    expect((await rewritesAt(text, 'Then', { only: ['quickfix'] })).actions).toEqual([]);
  });

  test('not for all lines at once, where an editor asks about the whole text', async () => {
    const doc = await editor.open(`${STALIN}Then Stalin became General Secretary.\n`);
    expect(await doc.actions(doc.rangeOf(doc.text))).toEqual([]);
  });
});
