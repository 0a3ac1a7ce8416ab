// What the app says about how long things are kept: it may promise no more than the browser does.
import { assert, openApp, privatePage, waitFor, withPhone, withoutFiles } from './lib.mjs';
import { addLearner, at, finishRun, firstStart, freshLearner, goHome, openLesson, practise, see, tap } from './app.mjs';

const PROMISED = 'Không cần mạng';
const NOT_PROMISED = 'chưa hứa giữ lâu';
const NOWHERE = 'chỉ còn tới khi đóng cửa sổ này';

/** Ways a browser answers when it is asked to keep the data, set before the app starts. Run in the page. */
const BROWSERS = {
  'that promises': [() => {
    StorageManager.prototype.persist = StorageManager.prototype.persisted = async () => true;
  }, PROMISED],
  'that refuses': [() => {
    StorageManager.prototype.persist = StorageManager.prototype.persisted = async () => false;
  }, NOT_PROMISED],
  'that fails': [() => {
    StorageManager.prototype.persist = StorageManager.prototype.persisted = async () => { throw new TypeError('no'); };
  }, NOT_PROMISED],
  'that cannot be asked': [() => {
    delete StorageManager.prototype.persist;
    delete StorageManager.prototype.persisted;
  }, NOT_PROMISED],
  'that can be asked for nothing but its promise so far': [() => {
    delete StorageManager.prototype.persist;
    StorageManager.prototype.persisted = async () => false;
  }, NOT_PROMISED],
};

/** The home screen says this of the data, and nothing else. */
async function saysOfTheData(page, words) {
  await see(page, 'home-title');
  const line = at(page, 'sharing-line');
  await waitFor(`it says “${words}”`, async () => (await line.textContent()).includes(words), 15_000)
    .catch(async () => { throw new Error(`“${await line.textContent()}” instead of “${words}”`); });
}

export const tests = {
  async 'inside an ordinary window nothing stands before the first screen'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await see(phone.page, 'first-language');
      assert(!(await phone.page.evaluate(() => window.ctBridge.environment())).privateMode, 'it is no private window');
      assert((await at(phone.page, 'browser-title').count()) === 0, 'she is not sent away');
    });
  },

  async 'a private window that keeps no files says so, and she may stay'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await withoutFiles(phone.context);
      await page.goto(server.url);
      await see(page, 'browser-title');
      await tap(page, 'browser-stay');
      // She learns all the same, until she closes it.
      await firstStart(page);
      await addLearner(page, 'Bà Tư');
      await openLesson(page, 'vneid-login');
      await practise(page, 'guided');
      await finishRun(page, 'vneid-login');
      await goHome(page);
      await saysOfTheData(page, NOWHERE);
      assert((await phone.context.pages()[0].evaluate(() => navigator.storage.getDirectory().then(() => 1, () => 0))) === 0, 'no files');
    });
  },

  async 'a private window with little room says so'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      // As in private windows of Chromium before 138.
      await page.addInitScript(() => {
        StorageManager.prototype.estimate = async () => ({ quota: 1_200_000_000, usage: 0 });
      });
      await page.goto(server.url);
      await see(page, 'browser-title');
    });
  },

  async 'a phone that is full before the app first opens is told so'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      const devtools = await phone.context.newCDPSession(page);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
      await page.goto(server.url);
      await see(page, 'failure-retry');
      const said = await page.locator('.app').textContent();
      assert(said.includes('Máy hết chỗ'), said);
      // She deletes some.
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url });
      await tap(page, 'failure-retry');
      await see(page, 'first-language');
    });
  },

  async 'in a private window of this very browser nothing is promised'() {
    await privatePage(async ({ page, server }) => {
      await page.goto(server.url);
      // Whether or not it was found out.
      await page.locator('[data-testid=browser-stay], [data-testid=first-language]').first().waitFor();
      const found = await at(page, 'browser-stay').isVisible();
      if (found) await tap(page, 'browser-stay');
      await firstStart(page);
      await addLearner(page, 'Bà Tư');
      await saysOfTheData(page, found ? NOWHERE : NOT_PROMISED);
    });
  },
};

for (const [browser, [asked, words]] of Object.entries(BROWSERS)) {
  tests[`a browser ${browser}: the home screen says no more than that, also after opening again`] = async () => {
    await withPhone(async ({ phone, server }) => {
      await phone.page.addInitScript(asked);
      await freshLearner(phone, server.url);
      await saysOfTheData(phone.page, words);
      await phone.page.reload();
      await saysOfTheData(phone.page, words);
    });
  };
}
