/** What a student sees: the packed extension, installed in a real editor, judged by what is on the screen. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Student } from './student';

describe('a student opens the sample essay', () => {
  let student: Student;

  beforeAll(async () => {
    student = await Student.atWork('stalins-rise-essay.hnotes');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await student.complain(task.name);
  });
  afterAll(() => student?.goHome());

  test('sees the wrong date, the wrong member and the misspelt name underlined', async () => {
    await student.see('Bukharin had closed', { underlined: true });
    await student.see('January 1925', { underlined: true });
    await student.see('Kamanev', { underlined: true });
  });

  test('finds the chapter in the status bar', async () => {
    const status = student.page.locator('[id="status.languageStatus"]');
    await status.hover();
    await student.page.locator('.hover-language-status', { hasText: "Stalin's Rise to Power" }).first().waitFor();
    const labels = await status.evaluate((entry) =>
      [entry, ...entry.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label')),
    );
    expect(labels.join('\n')).toContain("Stalin's Rise to Power, 1924–29. These notes are checked against this chapter");
  });

  test('points at the date and reads why', async () => {
    const hover = await student.pointAt('January 1925', /January 1924/);
    expect(await hover.textContent()).toMatch(/event-date/);
    await student.picture('explained');
  });

  test('points at Kamenev and reads who he was', async () => {
    await student.pointAt('Kamenev had stood', /Lev Kamenev/);
    await student.picture('hover', await student.find('Kamenev had stood'), 60, 300);
  });

  test('finds the three in the Problems panel', async () => {
    await student.page.keyboard.press('Control+Shift+M');
    const rows = student.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'January 1924' }).first().waitFor();
    await student.picture('problems');
    await student.page.keyboard.press('Control+Shift+M');
  });

  test('repairs the date with its quick fix', async () => {
    await student.click('January 1925');
    await student.page.keyboard.press('Control+.');
    const menu = student.page.locator('.action-widget');
    await menu.filter({ hasText: '1924' }).waitFor();
    await student.picture('quick-fix', await student.find('January 1925'), 130, 150);
    await student.page.keyboard.press('Enter');
    await student.see('January 1924', { underlined: false });
  });

  test('types @Zin and is offered Zinoviev', async () => {
    await student.click('## Essay');
    await student.page.keyboard.press('End');
    await student.page.keyboard.type('\n\nKamenev, @Zin', { delay: 40 });
    await student.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Zinoviev' }).first().waitFor();
    await student.readMore();
    await student.picture('completion', await student.find('Kamenev, @'), 110, 330);
    await student.page.keyboard.press('Enter');
    await student.find('@Zinoviev');
  });

  test('asks by keyboard for what the notes lack', async () => {
    await student.page.keyboard.press('Control+k');
    await student.page.keyboard.press('g');
    const list = student.page.locator('.quick-input-widget:visible');
    await list.filter({ hasText: 'Events of the chapter that these notes lack' }).waitFor();
    await list
      .locator('.monaco-list-row', { hasText: /^[^:]*1\d\d\d: / })
      .first()
      .waitFor();
    await student.page.keyboard.press('Escape');
  });

  test('goes to the next finding and to the fact behind it, without a mouse', async () => {
    await student.page.keyboard.press('F8');
    await student.page.locator('.marker-widget', { hasText: 'Zinoviev and Kamenev' }).first().waitFor();
    await student.page.keyboard.press('Escape');
    await student.page.keyboard.press('Control+k');
    await student.page.keyboard.press('h');
    await student.page.locator('.tab.active', { hasText: 'terms.yaml' }).first().waitFor();
  });
});
