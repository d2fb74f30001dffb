/** What a student sees: the packed extension, installed in a real editor, judged by what is on the screen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Student } from './student';

describe('a student opens the sample essay', () => {
  let student: Student;

  beforeAll(async () => {
    student = await Student.atWork('stalins-rise-essay.hnotes');
  });
  afterAll(() => student?.goHome());

  test('sees the wrong date, the wrong member and the misspelt name underlined', async () => {
    await student.see('Bukharin had closed', { underlined: true });
    await student.see('January 1925', { underlined: true });
    await student.see('Kamanev', { underlined: true });
    await student.picture('underlined');
  });

  test('finds the chapter in the status bar', async () => {
    const status = student.page.locator('[id="status.languageStatus"]');
    await status.hover();
    await student.page.locator('.hover-language-status', { hasText: "Stalin's Rise to Power" }).first().waitFor();
  });

  test('points at the date and reads why', async () => {
    const hover = await student.pointAt('January 1925', /January 1924/);
    expect(await hover.textContent()).toMatch(/event-date/);
    await student.picture('explained');
  });

  test('points at Kamenev and reads who he was', async () => {
    await student.pointAt('Kamenev had stood', /Lev Kamenev/);
    await student.picture('hover');
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
    await student.picture('quick-fix');
    await student.page.keyboard.press('Enter');
    await student.see('January 1924', { underlined: false });
  });

  test('types @Zin and is offered Zinoviev', async () => {
    await student.page.keyboard.press('Control+End');
    await student.page.keyboard.type('\n\nIn the end @Zin', { delay: 40 });
    await student.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Zinoviev' }).first().waitFor();
    // The same key again shows the documentation beside the list.
    await student.page.keyboard.press('Control+Space');
    await student.page.locator('.suggest-details:visible').waitFor();
    await student.picture('completion');
    await student.page.keyboard.press('Enter');
    await student.find('@Zinoviev');
  });
});
