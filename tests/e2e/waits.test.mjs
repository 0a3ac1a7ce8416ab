// Waiting for something that may never come: a promise of the browser, another tab, a worker, a page that was left.
import { assert, buildWith, openApp, waitFor, withPhone } from './lib.mjs';
import { addLearner, at, doStep, firstStart, firstStepDone, freshLearner, see, stepIsDone, stepsDone, tap } from './app.mjs';

const never = 'new Promise(() => {})';

/** What a browser may leave unanswered, in the page and in the worker. */
const SILENT = {
  'asked to keep the data': { page: `StorageManager.prototype.persist = () => ${never};` },
  'asked what it promised': { page: `StorageManager.prototype.persisted = () => ${never};` },
  'asked for the room there is': { page: `StorageManager.prototype.estimate = () => ${never};` },
  'asked for files in the page': { page: `StorageManager.prototype.getDirectory = () => ${never};` },
  'asked for a lock': { worker: `LockManager.prototype.request = () => ${never};`, page: `LockManager.prototype.request = () => ${never};` },
  'asked for voices': { page: 'speechSynthesis.getVoices = () => [];' },
  'asked for a service worker': { page: `ServiceWorkerContainer.prototype.register = () => ${never};` },
  'asked for its caches': { page: `CacheStorage.prototype.open = () => ${never};` },
};

/** Milliseconds until one of these is seen. */
async function timeUntil(page, ids, what) {
  const begun = Date.now();
  await what();
  await page.locator(ids.map((id) => `[data-testid="${id}"]`).join(', ')).first().waitFor({ state: 'visible' });
  return Date.now() - begun;
}

/** Steps of this lesson are done until so many are. */
async function doneUpTo(page, steps, many) {
  for (let index = await stepsDone(page); index < many; index += 1) {
    await doStep(page, steps[index]);
    await stepIsDone(page, index);
  }
}

/** Another origin, to go to and come back from. */
const elsewhere = (server) => `${server.url.replace('localhost', '127.0.0.1')}/version`;

async function leave(page, server) {
  await page.evaluate(() => {
    window.stayed = true;
    addEventListener('pageshow', (event) => (window.fromCache = event.persisted));
  });
  await page.goto(elsewhere(server));
}

/** Answers whether the page came back as it was, or was opened anew. */
async function comeBack(page) {
  await page.goBack({ waitUntil: 'commit' });
  return waitFor('the page is back', async () => {
    const [stayed, fromCache] = await page.evaluate(() => [window.stayed === true, window.fromCache === true]);
    return location(page) && (stayed ? fromCache && 'as it was' : 'anew');
  });
}

const location = (page) => page.url().includes('localhost');

export const tests = {
  async 'a page that comes back from the page cache goes on where it was, in the middle of a lesson'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      const steps = await firstStepDone(phone, server.url, 'vneid-login');
      await leave(page, server);
      assert((await comeBack(page)) === 'as it was', 'this browser keeps no pages: nothing is tested');
      await see(page, 'practice-say');
      assert((await stepsDone(page)) === 1, 'what was done is done');
      await doneUpTo(page, steps, 3);
      await page.reload();
      await see(page, 'practice-say');
      assert((await stepsDone(page)) === 3, 'nothing acknowledged is lost');
    }, { pageCache: true });
  },

  async 'while a page lies in the page cache, the app can be opened elsewhere, and the old page says so when it is back'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await leave(page, server);
      const other = await phone.context.newPage();
      const took = await timeUntil(other, ['who-title', 'failure-title'], () => other.goto(server.url));
      assert((await at(other, 'who-title').isVisible()) && took < 5_000, `the files are free: ${took} ms`);
      const back = await comeBack(page);
      await page.locator('[data-testid=moved-title], [data-testid=failure-title]').first().waitFor();
      await tap(page, back === 'as it was' ? 'moved-back' : 'failure-retry');
      await see(page, 'home-title');
      await see(other, 'moved-title');
    }, { pageCache: true });
  },

  async 'what is asked when the page is left is answered when it is back'() {
    // The worker thinks for a while about every lesson that is opened.
    const worker = `{ const post = postMessage.bind(self); self.postMessage = (text) => setTimeout(post, String(text).includes('"OpenTutorial"') ? 3000 : 0, text); }`;
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await tap(page, 'lesson-vneid-login');
      await leave(page, server);
      assert((await comeBack(page)) === 'as it was', 'this browser keeps no pages: nothing is tested');
      await see(page, 'intro-title');
    }, { pageCache: true, web: buildWith({ worker }) });
  },

  async 'a second tab says so at once, takes over when asked, and opens by itself when the first is closed'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      const second = await phone.context.newPage();
      await second.goto(server.url);
      const drawn = await second.evaluate(() => new Promise((done) => {
        const look = () => (document.querySelector('[data-testid=failure-title]') ? done(performance.now()) : setTimeout(look, 20));
        look();
      }));
      assert((await at(second, 'failure-title').textContent()).includes('đang mở ở chỗ khác'), 'it says why');
      assert(drawn < 1_500, `after ${Math.round(drawn)} ms`);
      const took = await timeUntil(second, ['who-title'], () => tap(second, 'failure-retry'));
      assert(took < 3_000, `taken over after ${took} ms`);
      await see(page, 'moved-title');
      await tap(page, 'moved-back');
      await see(page, 'home-title');
      await see(second, 'moved-title');
      const third = await phone.context.newPage();
      await third.goto(server.url);
      await see(third, 'failure-title');
      await page.close();
      await see(third, 'who-title');
    });
  },

  async 'a tab that hears nothing locks her out for no longer than a moment, and is told'() {
    const page = 'BroadcastChannel.prototype.addEventListener = () => {};';
    await withPhone(async ({ phone, server }) => {
      await freshLearner(phone, server.url);
      const second = await phone.context.newPage();
      await second.goto(server.url);
      await see(second, 'failure-title');
      const took = await timeUntil(second, ['who-title'], () => tap(second, 'failure-retry'));
      assert(took < 6_000, `after ${took} ms`);
      await tap(phone.page, 'home-settings');
      await see(phone.page, 'failure-title');
      assert((await at(phone.page, 'failure-title').textContent()).includes('đang mở ở chỗ khác'), 'it says why');
    }, { web: buildWith({ page }) });
  },

  async 'a lost worker script is told at once, and “Thử lại” is enough when it is there again'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await page.route('**/worker-*.js', (route) => route.abort());
      const took = await timeUntil(page, ['failure-title'], () => page.goto(server.url));
      assert(took < 5_000, `after ${took} ms`);
      const said = await page.locator('.app').textContent();
      assert(said.includes('Chưa tải được'), said);
      await page.unroute('**/worker-*.js');
      await tap(page, 'failure-retry');
      await see(page, 'first-language');
    });
  },

  async 'nothing is empty for long: what takes longer says where it is'() {
    // As on a slow phone, which compiles the module in its worker for seconds.
    const worker = `const now = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...given) => {
        await new Promise((done) => setTimeout(done, 4000));
        return now.apply(WebAssembly, given);
      };`;
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await openApp(page, server.url);
      await see(page, 'waiting');
      assert((await at(page, 'waiting').textContent()).includes('Đang mở bài'), 'in words');
      await see(page, 'first-language');
    }, { web: buildWith({ worker }) });
  },
};

for (const [question, code] of Object.entries(SILENT)) {
  tests[`a browser that never answers, ${question}: home opens all the same`] = async () => {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await openApp(page, server.url);
      await firstStart(page);
      await addLearner(page, 'Bà Tư');
      const took = await timeUntil(page, ['home-title'], () => page.reload());
      assert(took < 6_000, `after ${took} ms`);
    }, { web: buildWith(code) });
  };
}

for (const [lacking, code] of Object.entries({
  'Web Locks': { page: 'delete Navigator.prototype.locks;', worker: 'delete WorkerNavigator.prototype.locks;' },
  'BroadcastChannel': { page: 'delete self.BroadcastChannel;' },
})) {
  tests[`without ${lacking}, a second tab is told and takes over all the same`] = async () => {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      const second = await phone.context.newPage();
      await second.goto(server.url);
      await see(second, 'failure-title');
      assert((await at(second, 'failure-title').textContent()).includes('đang mở ở chỗ khác'), 'it says why');
      await tap(second, 'failure-retry');
      await see(second, 'who-title');
      await see(page, 'moved-title');
    }, { web: buildWith(code) });
  };
}
