// What the web app does when something around it is bad: its files, its voice, its core.
import { assert, openApp, waitFor, withPhone } from './lib.mjs';
import {
  at, doStep, finishRun, firstStepDone, freshLearner, goHome, openLesson, practise, see, stepIsDone, stepsDone, tap,
} from './app.mjs';

const LOGIN = 'vneid-login';

/** Spoils every database file of the origin, behind SQLite's back. Each begins with a page that names it. */
async function spoilDatabase(page) {
  return page.evaluate(async () => {
    let spoilt = 0;
    async function walk(folder) {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') {
          await walk(handle);
          continue;
        }
        const { size } = await handle.getFile();
        if (size < 20_000) continue;
        const writer = await handle.createWritable({ keepExistingData: true });
        await writer.write({ type: 'write', position: 4096, data: new Uint8Array(6_000).fill(0xa5) });
        await writer.close();
        spoilt += 1;
      }
    }
    await walk(await navigator.storage.getDirectory());
    return spoilt;
  });
}

export const tests = {
  async 'a damaged database is moved aside, named, and the app goes on'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      // A page of the same origin that does not start the app, so that the files are free.
      await page.goto(`${server.url}/version`);
      const spoilt = await waitFor('the files are free', () => spoilDatabase(page));
      assert(spoilt > 0, 'a database file was found');
      await openApp(page, server.url);
      await waitFor('a notice or the first start', async () =>
        (await at(page, 'notice-ok').isVisible()) || (await at(page, 'first-language').isVisible()));
      if (await at(page, 'first-language').isVisible()) await tap(page, 'first-skip');
      await see(page, 'notice-ok');
      const notice = await page.locator('.note-amber').first().textContent();
      assert(notice.includes('cung-tien.db'), notice);
      await tap(page, 'notice-ok');
      await tap(page, 'who-guest');
      await openLesson(page, LOGIN);
      await practise(page, 'guided');
      await finishRun(page, LOGIN);
    });
  },

  async 'no voice is said once, and the text stays'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await openLesson(page, LOGIN);
      await practise(page, 'guided');
      await see(page, 'practice-feedback');
      assert((await at(page, 'practice-feedback').textContent()).includes('chưa có giọng đọc'), 'it says so');
      await finishRun(page, LOGIN);
      await goHome(page);
      await openLesson(page, 'vneid-install');
      await practise(page, 'guided');
      await page.waitForTimeout(2_500);
      assert((await at(page, 'practice-feedback').count()) === 0, 'once is enough');
      assert((await at(page, 'practice-say').textContent()).length > 10, 'the text is there');
    });
  },

  async 'a core that ends without a word is found out, and the step can be saved after all'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      const steps = await firstStepDone(phone, server.url, LOGIN);
      await page.workers()[0].evaluate(() => self.close());
      await doStep(page, steps[1]);
      await see(page, 'practice-retry');
      assert((await stepsDone(page)) === 1, 'not acknowledged, not done');
      await tap(page, 'practice-retry');
      await stepIsDone(page, 1);
      await finishRun(page, LOGIN);
    });
  },

  async 'on a full phone a step is not called done, she is told why, and it goes on once there is room'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      const steps = await firstStepDone(phone, server.url, LOGIN);
      await goHome(page);
      // The app lets go of what the browser had set aside for files that grow; then photos and films take all the rest.
      await page.goto('about:blank');
      const devtools = await phone.context.newCDPSession(page);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
      await page.goto(server.url);
      await tap(page, 'person');
      await tap(page, 'home-continue');
      await see(page, 'practice-say');
      await doStep(page, steps[1]);
      await see(page, 'practice-retry');
      const said = await page.locator('.practice').textContent();
      assert(said.includes('Máy hết chỗ'), said);
      assert((await stepsDone(page)) === 1, 'not acknowledged, not done');
      await tap(page, 'practice-retry');
      await see(page, 'practice-retry');
      assert((await stepsDone(page)) === 1, 'still full, still not done');
      // She deletes some.
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url });
      await tap(page, 'practice-retry');
      await stepIsDone(page, 1);
      await finishRun(page, LOGIN);
    });
  },
};
