// The path of a learner, with the real wasm and the browser's real files: with the network, and then without.
import { PHONE, appIsDrawn, assert, buildOf, keptOffline, nextBuild, openApp, waitFor, withPhone } from './lib.mjs';
import {
  addLearner, assertNoSidewaysScroll, at, doStep, endCore, finishRun, firstStart, firstStepDone, freshLearner, goHome, openLesson,
  practise, see, spoilMemory, stepIsDone, stepsDone, tap, watchRun,
} from './app.mjs';
import { lesson } from './lessons.mjs';

const LOGIN = 'vneid-login';

/** The core's next request is its last one. */
const trap = (page) => spoilMemory(page, page.workers()[0]);

export const tests = {
  async 'first start, profile, watch, guided, alone, finished'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await openApp(page, server.url);
      await firstStart(page, { 'first-address': ['address-Ba'] });
      await addLearner(page, 'Bà Tư');
      assert((await at(page, 'home-title').textContent()).includes('Bà Tư'), 'she is greeted by her name');
      await openLesson(page, LOGIN);
      await practise(page, 'watch');
      await watchRun(page, LOGIN);
      await tap(page, 'finished-next');
      await see(page, 'practice-say');
      assert((await at(page, 'practice-say').textContent()).startsWith('Bà '), 'she is addressed as she chose');
      await finishRun(page, LOGIN);
      await tap(page, 'finished-next');
      await see(page, 'practice-hint');
      await finishRun(page, LOGIN, { fill: false });
      await tap(page, 'finished-home');
      await see(page, 'home-title');
      const row = await at(page, `lesson-${LOGIN}`).textContent();
      assert(row.includes('Đã tự làm'), row);
      assert(phone.complaints.length === 0, phone.complaints.join('\n'));
    });
  },

  async 'watching goes on by itself, and can be paused'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await openLesson(page, LOGIN);
      await practise(page, 'watch');
      await waitFor('the first step plays by itself', async () => (await stepsDone(page)) >= 1);
      await tap(page, 'practice-pause');
      const paused = await stepsDone(page);
      await page.waitForTimeout(8_000);
      assert((await stepsDone(page)) === paused, 'paused means paused');
      await tap(page, 'practice-pause');
      await waitFor('it goes on', async () => (await stepsDone(page)) > paused);
    }, { reducedMotion: 'no-preference' });
  },

  async 'with the server stopped: reload, browser restart, a whole tutorial'() {
    await withPhone(async ({ phone, server }) => {
      await freshLearner(phone, server.url);
      await openLesson(phone.page, LOGIN);
      await practise(phone.page, 'guided');
      const { steps } = lesson(LOGIN);
      for (const index of [0, 1]) {
        await doStep(phone.page, steps[index]);
        await stepIsDone(phone.page, index);
      }
      await keptOffline(phone.page);
      await server.stop();

      await phone.page.reload();
      await see(phone.page, 'practice-say');
      assert((await stepsDone(phone.page)) === 2, 'a reload goes on at the very step');

      await phone.restart();
      await openApp(phone.page, server.url);
      await see(phone.page, 'who-title');
      await tap(phone.page, 'person');
      await tap(phone.page, 'home-continue');
      await see(phone.page, 'practice-say');
      assert((await stepsDone(phone.page)) === 2, 'a restart of the browser goes on at the very step');
      await finishRun(phone.page, LOGIN);
      await tap(phone.page, 'finished-home');

      await openLesson(phone.page, 'fake-police-call');
      await practise(phone.page, 'guided');
      await finishRun(phone.page, 'fake-police-call');
    });
  },

  async 'the browser’s back key goes one screen back and never loses a run'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await openApp(page, server.url);
      await see(page, 'first-language');
      await tap(page, 'first-next');
      await see(page, 'first-address');
      await page.goBack();
      await see(page, 'first-language');
      const steps = await firstStepDone(phone, server.url, LOGIN);
      await page.goBack();
      await see(page, 'intro-title');
      await page.goBack();
      await see(page, 'home-title');
      await tap(page, 'home-continue');
      await see(page, 'practice-say');
      assert((await stepsDone(page)) === 1, 'she goes on where she was');
      await tap(page, 'practice-back');
      await waitFor('one step back', async () => (await stepsDone(page)) === 0);
      await tap(page, 'practice-home');
      await see(page, 'home-title');
    });
  },

  async 'a phone laid on its side in the middle of a lesson: the same step, and the three buttons in view'() {
    const whole = (box, { width, height }) =>
      box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      const steps = await firstStepDone(phone, server.url, LOGIN);
      const upright = page.viewportSize();
      for (const side of [{ width: 640, height: 360 }, { width: 740, height: 280 }]) {
        await page.setViewportSize(side);
        assert((await stepsDone(page)) === 1, 'she is where she was');
        await see(page, 'practice-say');
        for (const id of ['practice-back', 'practice-listen', 'practice-home']) {
          const box = await at(page, id).boundingBox();
          assert(whole(box, side) && Math.min(box.width, box.height) >= 48, `${id} at ${JSON.stringify(box)}`);
        }
        await assertNoSidewaysScroll(page, `${side.width} × ${side.height}`);
      }
      await doStep(page, steps[1]);
      await stepIsDone(page, 1);
      await page.setViewportSize(upright);
      await doStep(page, steps[2]);
      await stepIsDone(page, 2);
      await page.setViewportSize({ width: 640, height: 360 });
      await finishRun(page, LOGIN);
    });
  },

  async 'a new build is offered, and applied with the data kept'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await keptOffline(page);
      const next = nextBuild();
      await server.stop();
      await server.startAgain(next.folder);
      await page.reload();
      await see(page, 'update-apply');
      await tap(page, 'update-apply');
      await waitFor('the new build runs', async () => (await buildOf(page)) === next.build);
      await appIsDrawn(page);
      await see(page, 'home-title');
      assert((await at(page, 'home-title').textContent()).includes('Bà Tư'), 'the data is kept');
    });
  },

  async 'a second tab says so kindly, and can take over'() {
    await withPhone(async ({ phone, server }) => {
      await freshLearner(phone, server.url);
      const second = await phone.context.newPage();
      await second.goto(server.url);
      await see(second, 'failure-retry');
      await tap(second, 'failure-retry');
      await see(second, 'who-title');
      await see(phone.page, 'moved-title');
      await tap(phone.page, 'moved-back');
      await see(phone.page, 'home-title');
      await see(second, 'moved-title');
    });
  },

  async 'with two tabs open a new build takes both, and one of them has the data'() {
    await withPhone(async ({ phone, server }) => {
      await freshLearner(phone, server.url);
      await keptOffline(phone.page);
      const second = await phone.context.newPage();
      await second.goto(server.url);
      await see(second, 'failure-retry');
      const next = nextBuild();
      await server.stop();
      await server.startAgain(next.folder);
      await phone.page.reload();
      await tap(phone.page, 'update-apply');
      const tabs = [phone.page, second];
      for (const tab of tabs) await waitFor('the new build runs', async () => (await buildOf(tab)) === next.build);
      const has = (tab, id) => at(tab, id).isVisible();
      const inside = async (tab) => (await has(tab, 'who-title')) || has(tab, 'home-title');
      const where = async (tab) => ((await has(tab, 'failure-retry')) ? 'elsewhere' : (await inside(tab)) && 'here');
      const shown = await waitFor('one tab has the data, the other says where it is', async () => {
        const found = await Promise.all(tabs.map(where));
        return found.every(Boolean) && found;
      });
      assert(shown.filter((found) => found === 'here').length === 1, `${shown}`);
      const other = tabs[shown.indexOf('elsewhere')];
      await tap(other, 'failure-retry');
      await waitFor('the other tab has it now', () => inside(other));
      assert((await other.textContent('body')).includes('Bà Tư'), 'the data is kept');
    });
  },

  async 'a core that falls over in a lesson: she taps "try again", and nothing is lost'() {
    for (const fallOver of [trap, endCore]) {
      await withPhone(async ({ phone, server }) => {
        const { page } = phone;
        const steps = await firstStepDone(phone, server.url, LOGIN);
        await page.evaluate(() => { window.samePage = true; });
        await fallOver(page);
        await doStep(page, steps[1]);
        await see(page, 'practice-retry');
        assert((await stepsDone(page)) === 1, 'not acknowledged, not done');
        await tap(page, 'practice-retry');
        await stepIsDone(page, 1);
        await finishRun(page, LOGIN);
        assert(await page.evaluate(() => window.samePage), 'the page was never loaded again');
      });
    }
  },

  async 'a core that falls over between two screens: she taps "try again" and is where she wanted to be'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await firstStepDone(phone, server.url, LOGIN);
      await tap(page, 'practice-home');
      await see(page, 'home-title');
      await page.evaluate(() => { window.samePage = true; });
      await trap(page);
      await tap(page, `lesson-${LOGIN}`);
      await see(page, 'failure-retry');
      await tap(page, 'failure-retry');
      await see(page, 'intro-title');
      await tap(page, 'intro-main');
      await see(page, 'practice-say');
      assert((await stepsDone(page)) === 1, 'the acknowledged step is there');
      await finishRun(page, LOGIN);
      assert(await page.evaluate(() => window.samePage), 'the page was never loaded again');
    });
  },

  async 'screens that fall over say so, and opening again goes on at the very step'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await firstStepDone(phone, server.url, LOGIN);
      await spoilMemory(page);
      // Wherever she touches it next.
      await page.touchscreen.tap(PHONE.width / 2, PHONE.height / 2);
      const again = at(page, 'boot-error').locator('button');
      await again.waitFor();
      await again.click();
      await waitFor('it opens again', async () => (await at(page, 'boot-error').count()) === 0);
      await see(page, 'practice-say');
      assert((await stepsDone(page)) === 1, 'the acknowledged step is there');
      await finishRun(page, LOGIN);
    });
  },

  async 'settings: size, language, address, voice, data, deletion and taking back'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await tap(page, 'home-settings');
      await see(page, 'settings-title');
      await tap(page, 'size-Largest');
      await waitFor('32 px', () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--letters').trim() === '32px'));
      await tap(page, 'lang-en');
      await waitFor('English', async () => (await at(page, 'settings-title').textContent()) === 'Settings');
      assert((await page.getAttribute('html', 'lang')) === 'en', 'the document says its language');
      await tap(page, 'lang-vi');
      const download = page.waitForEvent('download');
      await tap(page, 'export');
      const file = await download;
      assert(/^cung-tien-\d{4}-\d{2}-\d{2}\.json$/.test(file.suggestedFilename()), file.suggestedFilename());
      await page.reload();
      await see(page, 'settings-title');
      await waitFor('the size is kept', () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--letters').trim() === '32px'));
      await tap(page, 'delete');
      await tap(page, 'delete-yes');
      await see(page, 'who-title');
      await tap(page, 'take-back');
      await see(page, 'person');
      await tap(page, 'person');
      await see(page, 'home-title');
    });
  },

  async 'a guest practises without a profile'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await openApp(page, server.url);
      await see(page, 'first-language');
      await tap(page, 'first-skip');
      await tap(page, 'who-guest');
      await openLesson(page, LOGIN);
      await practise(page, 'guided');
      await finishRun(page, LOGIN);
      await goHome(page);
    });
  },

  async 'inside Zalo the app says where to open it'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await see(phone.page, 'browser-title');
      await tap(phone.page, 'browser-stay');
      await see(phone.page, 'first-language');
    }, { userAgent: 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo android/12' });
  },
};
