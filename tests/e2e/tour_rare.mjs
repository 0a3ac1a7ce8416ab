// The part of the tour that shows what is seldom on the screen: the app in a bad place, a core that fails, a full phone,
// data of a newer build, mistakes, reviews, a new build. In windows and with a server of its own.
import fs from 'node:fs';
import path from 'node:path';
import { Phone, Server, assert, keptOffline, nextBuild, waitFor, withoutFiles } from './lib.mjs';
import {
  addLearner, at, doStep, endCore, finishRun, goHome, openLesson, practise, see, spoilMemory, stepIsDone, stepsDone, tap,
} from './app.mjs';
import { buildWithout, lesson, lessons, titleOf } from './lessons.mjs';

const ZALO = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo android/12';
/** Practised here; its first step has something wrong to tap beside what is right. */
const LOGIN = lesson('vneid-login');
const [SHORTEST, LEFT_OUT] = lessons.filter((one) => one !== LOGIN && one.steps.every((step) => step.does !== 'scroll-to'))
  .sort((a, b) => a.steps.length - b.steps.length);
/** Where a database file says which build's schema it has: behind the page with its name, and 60 bytes into SQLite's header. */
const SCHEMA_VERSION_AT = 4096 + 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Shows the rare screens and calls `look(name, page)` on each, in windows as large as that of `like`. */
export async function tourRare(like, choice, look) {
  const build = buildWithout(LEFT_OUT.id);
  const server = await Server.start({ web: build });
  // A browser profile of its own: a private window has no disk that could be full.
  const phone = await Phone.start({ viewport: like.viewportSize() });
  const { page } = phone;
  const show = (name) => look(name, page);
  try {
    await tourWrongPlaces(page, server, look);
    await page.goto(server.url);
    await comeIn(page, choice);
    await addLearner(page, 'Bà Tư');
    const notSaved = await tourMistakes(page, show);
    await tourReview(page, show);
    await tourFullPhone(page, server, show, notSaved);
    await tourNewBuild(page, server, show);
    await tourFailures(page, choice, show);
  } finally {
    await phone.close();
    await server.stop();
    fs.rmSync(path.dirname(build), { recursive: true, force: true });
  }
}

/** Shown before anything is known of her: always in the language the app begins in. */
async function tourWrongPlaces(like, server, look) {
  const places = [
    ['open-in-browser', { userAgent: ZALO }, () => {}],
    ['private-mode', {}, withoutFiles],
  ];
  for (const [name, options, prepare] of places) {
    const context = await like.context().browser().newContext({
      viewport: like.viewportSize(), locale: 'vi-VN', reducedMotion: 'reduce', hasTouch: true, deviceScaleFactor: 1, ...options,
    });
    await prepare(context);
    const page = await context.newPage();
    await page.goto(server.url);
    await see(page, 'browser-title');
    await look(name, page);
    await context.close();
  }
}

/** Ends on "who is learning". */
async function comeIn(page, { lang, size }) {
  await see(page, 'first-language');
  await tap(page, `lang-${lang}`);
  await tap(page, 'first-next');
  await tap(page, 'first-next');
  await see(page, 'first-size');
  await tap(page, `size-${size}`);
  await tap(page, 'first-next');
  await see(page, 'first-voice');
  await tap(page, 'first-next');
  await see(page, 'notice-ok');
}

const told = (page) => at(page, 'practice-feedback').textContent();

/** Ends on the home screen, with one step of the lesson done. Answers what was said of the step that was not saved. */
async function tourMistakes(page, show) {
  await openLesson(page, LOGIN.id);
  await practise(page, 'alone');
  await page.waitForTimeout(550);
  const said = new Set();
  const saysAnother = async (what) => {
    const words = await waitFor(`another word: ${what}`, async () => {
      const now = await told(page);
      return !said.has(now) && now;
    });
    said.add(words);
  };
  const wrong = page.locator('#sim-camera');
  const target = page.locator(`#sim-${LOGIN.steps[0].target}`);
  await see(page, 'practice-hint');
  if (await at(page, 'practice-feedback').isVisible()) said.add(await told(page));
  await waitFor('a tap beside it is answered', async () => {
    // Measured anew each time: the place moves when something is said above it.
    const box = await target.boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height + 4);
    return at(page, 'practice-feedback').waitFor({ timeout: 2000 }).then(() => true, () => false);
  });
  await saysAnother('near');
  await show('near');
  await wrong.click();
  await saysAnother('wrong');
  await wrong.click();
  await saysAnother('nudge');
  assert((await page.locator('.practice .is-glowing').count()) === 0, 'a nudge does not show the target');
  await show('nudge');
  await wrong.click();
  await page.locator(`#sim-${LOGIN.steps[0].target}.is-glowing`).waitFor();
  await saysAnother('shown');
  await show('shown');

  await endCore(page);
  await target.click();
  await see(page, 'practice-retry');
  const notSaved = await told(page);
  await show('not-saved');
  await tap(page, 'practice-retry');
  await stepIsDone(page, 0);
  await goHome(page);
  return notSaved;
}

/** Alone today and again tomorrow. Begins and ends on the home screen. */
async function tourReview(page, show) {
  await openLesson(page, SHORTEST.id);
  await practise(page, 'alone');
  await finishRun(page, SHORTEST.id, { patient: true });
  await page.workers()[0].evaluate((later) => {
    const { now } = Date;
    Date.now = () => now() + later;
  }, DAY_MS);
  await tap(page, 'finished-home');
  await see(page, 'review');
  await at(page, 'review').scrollIntoViewIfNeeded();
  await show('home-review');
  await tap(page, 'review');
  await see(page, 'practice-say');
  await see(page, 'practice-hint');
  await show('review');
  await finishRun(page, SHORTEST.id, { patient: true });
  await show('mastered');
  await tap(page, 'finished-home');
  await see(page, 'home-title');
}

/** Photos and films have taken all the room. Begins and ends on the home screen. */
async function tourFullPhone(page, server, show, notSaved) {
  // The app lets go of what the browser had set aside for files that grow.
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 });
  await page.goto(server.url);
  await tap(page, 'person');
  await tap(page, 'home-continue');
  await see(page, 'practice-say');
  assert((await stepsDone(page)) === 1, 'the lesson goes on at its second step');
  await doStep(page, LOGIN.steps[1]);
  await see(page, 'practice-retry');
  assert((await told(page)) !== notSaved, 'she is told that the phone is full');
  await show('not-saved-full');
  await tap(page, 'practice-home');
  await openLesson(page, SHORTEST.id);
  await tap(page, 'mode-guided');
  await see(page, 'failure-retry');
  assert((await page.locator('.fine-print').count()) === 0, 'it is known that the phone is full');
  await show('storage-full');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url });
  await devtools.detach();
  await tap(page, 'failure-retry');
  await see(page, 'practice-say');
  await goHome(page);
}

/** Begins and ends on the home screen. */
async function tourNewBuild(page, server, show) {
  await keptOffline(page);
  const next = nextBuild();
  await server.stop();
  await server.startAgain(next.folder);
  await page.reload();
  await see(page, 'update-apply');
  await show('new-build');
}

/** Begins on the home screen. */
async function tourFailures(page, choice, show) {
  await endCore(page);
  await tap(page, `lesson-${LOGIN.id}`);
  await see(page, 'failure-retry');
  await show('failed-core');

  const words = await page.locator('.app').textContent();
  const version = await setSchemaVersion(page, 999);
  await tap(page, 'failure-retry');
  await waitFor('another reason', async () => (await page.locator('.app').textContent()) !== words);
  await see(page, 'failure-retry');
  await show('newer-data');
  await endCore(page);
  await setSchemaVersion(page, version);
  await tap(page, 'failure-retry');
  await see(page, 'intro-title');
  await goHome(page);

  await endCore(page);
  await changeDatabases(page, { at: 4096, bytes: new Array(6_000).fill(0xa5) });
  await tap(page, `lesson-${LOGIN.id}`);
  await tap(page, 'failure-retry');
  await tap(page, 'failure-home');
  await comeIn(page, choice);
  await waitFor('both notices', async () => {
    const notices = await page.locator('.note-amber').allTextContents();
    return ['cung-tien.db', titleOf(LEFT_OUT.id)].every((name) => notices.some((notice) => notice.includes(name)));
  });
  await show('notices');

  await spoilMemory(page);
  const { width, height } = page.viewportSize();
  await page.touchscreen.tap(width / 2, height / 2);
  await at(page, 'boot-error').locator('button').waitFor();
  await show('failed-screens');
}

/** Writes which schema the database has; answers which it had. */
async function setSchemaVersion(page, version) {
  const bytes = [24, 16, 8, 0].map((shift) => (version >> shift) & 0xff);
  const [before] = await changeDatabases(page, { at: SCHEMA_VERSION_AT, bytes });
  return before.reduce((number, byte) => number * 256 + byte, 0);
}

/** Writes over every database file, behind SQLite's back, once no core holds them; answers what was there. */
function changeDatabases(page, change) {
  return waitFor('the files are free', () => page.evaluate(async ({ at: position, bytes }) => {
    const MAGIC = 'SQLite format 3';
    const before = [];
    async function walk(folder) {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') {
          await walk(handle);
          continue;
        }
        const file = await handle.getFile();
        if ((await file.slice(4096, 4096 + MAGIC.length).text()) !== MAGIC) continue;
        before.push([...new Uint8Array(await file.slice(position, position + bytes.length).arrayBuffer())]);
        const writer = await handle.createWritable({ keepExistingData: true });
        await writer.write({ type: 'write', position, data: new Uint8Array(bytes) });
        await writer.close();
      }
    }
    await walk(await navigator.storage.getDirectory());
    return before.length > 0 && before;
  }, change));
}
