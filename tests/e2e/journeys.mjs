// The paths that hold in every engine, one function each. `firefox.test.mjs` and `webkit.test.mjs` run them.
import { Server, assert, keptOffline, openApp, sleep, waitFor } from './lib.mjs';
import {
  addLearner, at, doStep, finishRun, firstStart, freshLearner, goHome, openLesson, practise, see, stepIsDone, stepsDone, tap,
} from './app.mjs';
import { codeWords, comeIn, consent, followed, learn } from './sharing.mjs';
import { buildWith } from './builds.mjs';
import { lesson } from './lessons.mjs';
import { tryOldBrowsers } from './old_browsers.mjs';

const LOGIN = 'vneid-login';
const CALL = 'fake-police-call';
const NAME = 'Bà Tư';
/** What the home screen says of a lesson. */
const ALONE = 'Đã tự làm';
const FOLLOWED = 'Đã làm theo';
/** What it says of steps that are kept. */
const KEPT = 'Đã lưu trên máy';
/** What a second tab says. */
const OPEN_ELSEWHERE = 'Ứng dụng đang mở ở chỗ khác';
/** Nobody looks longer at a page without a word; slow machines draw slowly. */
const EMPTY_AT_MOST_MS = 1_500;
/** A place of the same server that is not the app. */
const ELSEWHERE = '/build.json';

/**
 * The tests for one engine: `start(options)` gives a phone, `worker` is code to run before the app's worker,
 * `keptAfter` how long after a step was shown as done it is on the disk.
 */
export function journeys({ start, worker = '', keptAfter = 0, notWithout = [] }) {
  const withPhone = async (test, { page = '', ...options } = {}) => {
    const build = worker || page ? { web: buildWith({ page, worker }) } : {};
    const server = await Server.start(build);
    const phones = [];
    const another = async (more = options) => {
      phones.push(await start(more));
      return phones.at(-1);
    };
    try {
      await test({ phone: await another(), server, another });
    } catch (error) {
      for (const phone of phones) error.message += await seenOn(phone);
      throw error;
    } finally {
      for (const phone of phones) await phone.close();
      await server.stop();
    }
  };

  return {
    async 'the first path: a lesson with help and alone; killed on the way, it goes on at the same step'() {
      await withPhone(async ({ phone, server }) => {
        const { steps } = lesson(LOGIN);
        await freshLearner(phone, server.url, NAME);
        await openLesson(phone.page, LOGIN);
        await practise(phone.page, 'guided');
        for (const done of [0, 1]) {
          await doStep(phone.page, steps[done]);
          await stepIsDone(phone.page, done);
        }
        await sleep(keptAfter);
        await phone.kill();

        await phone.open();
        await openApp(phone.page, server.url);
        await see(phone.page, 'who-title');
        assert(!(await at(phone.page, 'notice-ok').isVisible()), 'the database is whole');
        await tap(phone.page, 'person');
        await tap(phone.page, 'home-continue');
        await see(phone.page, 'practice-say');
        const kept = await stepsDone(phone.page);
        assert(kept === 2, `2 steps were shown as done, ${kept} are kept`);
        await finishRun(phone.page, LOGIN);
        await tap(phone.page, 'finished-next');
        await see(phone.page, 'practice-hint');
        await finishRun(phone.page, LOGIN, { fill: false });
        await tap(phone.page, 'finished-home');
        await says(phone.page, LOGIN, ALONE);
      });
    },

    async 'with no server it reloads, starts again and goes on with a lesson'() {
      await withPhone(async ({ phone, server }) => {
        await freshLearner(phone, server.url, NAME);
        await keptOffline(phone.page);
        await server.stop();
        await phone.page.reload();
        await see(phone.page, 'home-title');
        await learn(phone.page, CALL);
        await says(phone.page, CALL, FOLLOWED);
        await sleep(keptAfter);
        await phone.restart();
        await openApp(phone.page, server.url);
        await see(phone.page, 'who-title');
        await tap(phone.page, 'person');
        await says(phone.page, CALL, FOLLOWED);
      });
    },

    async 'she agrees, it is sent, and four words bring it to another phone'() {
      await withPhone(async ({ phone, server, another }) => {
        await freshLearner(phone, server.url, NAME);
        await learn(phone.page, CALL);
        await consent(phone.page);
        const words = await codeWords(phone.page);
        const second = await another();
        await openApp(second.page, server.url);
        await firstStart(second.page);
        await comeIn(second.page, 'come-code', words, NAME);
        await waitFor('her lesson is there', () => followed(second.page, CALL));
      });
    },

    async 'a second tab says at once where the app is open, and can take over'() {
      await withPhone(async ({ phone, server }) => {
        const { page } = phone;
        await freshLearner(phone, server.url, NAME);
        const second = await phone.newTab();
        await second.goto(server.url);
        await see(second, 'failure-retry');
        const title = await at(second, 'failure-title').textContent();
        assert(title === OPEN_ELSEWHERE, `it says “${title}”`);
        const empty = await second.evaluate(() => window.longestEmpty);
        assert(empty <= EMPTY_AT_MOST_MS, `the page was empty for ${Math.round(empty)} ms`);
        await tap(second, 'failure-retry');
        await see(second, 'who-title');
        await phone.look(page);
        await see(page, 'moved-title');
        await tap(page, 'moved-back');
        await see(page, 'home-title');
        await phone.look(second);
        await see(second, 'moved-title');
      }, { page: `(${noteEmptyPages})();` });
    },

    async 'left by an address and come back to, by "back" or by the address: it goes on'() {
      await withPhone(async ({ phone, server }) => {
        const { page } = phone;
        const { steps } = lesson(LOGIN);
        await freshLearner(phone, server.url, NAME);
        // Kept offline from the next time on; what a browser holds back for "back" may depend on it.
        await keptOffline(page);
        await openLesson(page, LOGIN);
        await practise(page, 'guided');
        for (let done = 0; done < 3; done += 1) {
          await doStep(page, steps[done]);
          await stepIsDone(page, done);
          await page.goto(server.url + ELSEWHERE);
          await page.goBack();
          await waitFor('the lesson is there again', async () => (await stepsDone(page)) === done + 1);
        }
        await page.goto(server.url + ELSEWHERE);
        await page.goto(server.url);
        await see(page, 'who-title');
        await tap(page, 'person');
        await tap(page, 'home-continue');
        await see(page, 'practice-say');
        assert((await stepsDone(page)) === 3, 'the same step');
        await doStep(page, steps[3]);
        await stepIsDone(page, 3);
      });
    },

    async 'in a private window she is told the truth, and may learn all the same'() {
      await withPhone(async ({ phone, server }) => {
        const { page } = phone;
        await learnsInMemory(page, server.url);
        await page.reload();
        // What was said holds: it is gone.
        await at(page, 'browser-title').first().waitFor();
      }, { privately: true });
    },

    async 'browsers that lack something: each says what is true of it'() {
      const phone = await start();
      try {
        await tryOldBrowsers(phone, { worker, not: notWithout });
      } finally {
        await phone.close();
      }
    },
  };
}

/** She is told that nothing is kept, stays, and learns a lesson. */
export async function learnsInMemory(page, url) {
  await page.goto(url);
  await see(page, 'browser-title');
  await tap(page, 'browser-stay');
  await firstStart(page);
  await addLearner(page, NAME);
  await learn(page, LOGIN);
  await says(page, LOGIN, FOLLOWED);
  const line = await at(page, 'sharing-line').textContent();
  assert(!line.includes(KEPT), `nothing is kept here, and the home screen says “${line}”`);
}

async function says(page, id, words) {
  await goHome(page);
  await waitFor(`the row of ${id} says “${words}”`, async () => (await at(page, `lesson-${id}`).textContent()).includes(words));
}

/** Runs in the page before the app: how long there was nothing to read on it, at the longest. */
function noteEmptyPages() {
  window.longestEmpty = 0;
  let since = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (document.body?.innerText.trim()) since = now;
    else window.longestEmpty = Math.max(window.longestEmpty, now - since);
  }, 20);
}

/** For whoever reads that a test failed. */
async function seenOn(phone) {
  if (!phone.page) return '';
  const shown = await Promise.race([
    phone.page.evaluate(() => `${location.href}\n${document.body.innerText}`).catch((error) => String(error)),
    sleep(5_000).then(() => 'the page does not answer'),
  ]);
  return `\n--- on the phone: ${shown}\n${phone.complaints.slice(-5).join('\n')}\n---`;
}
