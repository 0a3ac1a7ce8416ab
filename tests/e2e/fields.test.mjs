// Fields, the phone's own keys, and the page loaded again.
import { assert, openApp, waitFor, withPhone } from './lib.mjs';
import { at, firstStart, freshLearner, looked, see, tap } from './app.mjs';

export const tests = {
  async 'Enter in a field does what the button does that goes on from it'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await openApp(page, server.url);
      await firstStart(page);
      await tap(page, 'who-add');
      await see(page, 'new-title');
      await looked(page);
      // In pieces, as macOS writes it: longer than the field once took.
      await at(page, 'new-name').fill('Nguyễn Thị Ngọc Phượng'.normalize('NFD'));
      // Held too long it is still one.
      await page.keyboard.down('Enter');
      for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
      await see(page, 'home-title');
      assert((await at(page, 'home-title').textContent()).includes('Nguyễn Thị Ngọc Phượng'), 'the whole name is there, in one piece');
      await tap(page, 'home-settings');
      await see(page, 'settings-title');
      await at(page, 'settings-name').fill('Bà Phượng');
      await see(page, 'settings-save-name');
      await looked(page);
      await at(page, 'settings-name').press('Enter');
      await at(page, 'settings-save-name').waitFor({ state: 'detached' });
      await tap(page, 'to-start');
      await tap(page, 'home-switch');
      await see(page, 'who-title');
      assert((await at(page, 'person').count()) === 1, 'one Enter makes one learner');
      assert((await at(page, 'person').textContent()).includes('Bà Phượng'), 'the new name is kept');
      await tap(page, 'come-in');
      await tap(page, 'come-card');
      await see(page, 'words-field');
      await looked(page);
      await at(page, 'words-field').fill('1 củi');
      await at(page, 'words-field').press('Enter');
      assert((await at(page, 'words-field').inputValue()) === '1 củi\n', 'before all words are there, Enter begins another line');
    });
  },

  async 'after the page was loaded again, “Quay lại” leaves no step of the phone’s own back key dead'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await tap(page, 'home-switch');
      await tap(page, 'person');
      await tap(page, 'home-settings');
      await see(page, 'settings-title');
      await page.reload();
      await see(page, 'settings-title');
      await tap(page, 'back');
      await see(page, 'home-title');
      await page.goBack();
      await waitFor('one step back, one screen back', () => at(page, 'who-title').isVisible(), 5_000);
    });
  },

  async 'the focus is never lost: each step begins at its instruction, each question at its words'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));
      await tap(page, 'lesson-vneid-login');
      await tap(page, 'mode-guided');
      await see(page, 'practice-say');
      await page.waitForTimeout(600);
      await page.locator('#sim-vneid').focus();
      await page.keyboard.press('Enter');
      await waitFor('the step is done', async () => (await page.locator('.practice .step.is-done').count()) === 1);
      await waitFor('the focus is at the instruction', async () => (await focused()).includes('practice-say'), 5_000);
      await tap(page, 'practice-home');
      await tap(page, 'home-settings');
      await see(page, 'delete');
      await looked(page);
      await at(page, 'delete').focus();
      await page.keyboard.press('Enter');
      await see(page, 'delete-yes');
      await waitFor('the focus is at the question', async () => (await focused()).includes('two-taps'), 5_000);
      await looked(page);
      await at(page, 'delete-no').focus();
      await page.keyboard.press('Enter');
      await see(page, 'delete');
      await waitFor('and back where it was asked from', async () => (await focused()).includes('"delete"'), 5_000);
    });
  },
};
