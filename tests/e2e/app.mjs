// What a person does with the app, as functions. Every tap is a real tap on what is on the screen.
import { assert, openApp, sleep, waitFor } from './lib.mjs';
import { lesson } from './lessons.mjs';

export const at = (page, id) => page.locator(`[data-testid="${id}"]`);
export const see = (page, id) => at(page, id).first().waitFor({ state: 'visible' });

/** Input rests for half a second after what can be tapped has changed: she looks before she taps. */
export const SETTLED_MS = 550;

/** Waits until the buttons have stood still for as long as that. */
export async function looked(page) {
  await page.evaluate((still) => {
    if (!window.lastChangeOfButtons) {
      window.lastChangeOfButtons = performance.now();
      const isButton = (node) => node.nodeType === 1 && (node.matches('button') || node.querySelector('button'));
      new MutationObserver((changes) => {
        const some = changes.some((change) => change.type === 'attributes' || [...change.addedNodes, ...change.removedNodes].some(isButton));
        if (some) window.lastChangeOfButtons = performance.now();
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-testid', 'aria-busy'] });
    }
    return new Promise((done) => {
      const look = () => {
        const left = window.lastChangeOfButtons + still - performance.now();
        if (left <= 0) done();
        else setTimeout(look, left);
      };
      look();
    });
  }, SETTLED_MS);
}

/** The last tap on each button of a page: a second one right after it does not count. */
const lastTaps = new WeakMap();

async function notTwice(page, id) {
  const taps = lastTaps.get(page) ?? new Map();
  lastTaps.set(page, taps);
  const left = (taps.get(id) ?? 0) + SETTLED_MS - performance.now();
  if (left > 0) await sleep(left);
  return () => taps.set(id, performance.now());
}

/** Who taps on a page, if it is not a steady hand. */
const hands = new WeakMap();

/** From now on every `tap` on this page is what `hand` makes of it. */
export const takeHand = (page, hand) => hands.set(page, hand);

/** Taps the middle of what has this test id, or of `what`. */
export async function tap(page, id, what = at(page, id).first()) {
  await what.waitFor({ state: 'visible' });
  // Taken for an answer only after a moment, as on the simulated screens.
  if (['practice-back', 'practice-home'].includes(id)) await page.waitForTimeout(SETTLED_MS);
  const tapped = await notTwice(page, id);
  await looked(page);
  await (hands.get(page)?.(what) ?? what.click());
  tapped();
}

/** Goes through the first start; `choices` are test ids to tap on the way. */
export async function firstStart(page, choices = {}) {
  for (const question of ['first-language', 'first-address', 'first-size', 'first-voice']) {
    await see(page, question);
    for (const choice of choices[question] ?? []) await tap(page, choice);
    await tap(page, 'first-next');
  }
  await see(page, 'who-title');
}

export async function addLearner(page, name) {
  await see(page, 'who-title');
  await tap(page, 'who-add');
  await see(page, 'new-title');
  await at(page, 'new-name').fill(name);
  await tap(page, 'new-save');
  await see(page, 'home-title');
}

/** A phone on which one learner has just been added. */
export async function freshLearner(phone, url, name = 'Bà Tư', choices = {}) {
  await openApp(phone.page, url);
  await firstStart(phone.page, choices);
  await addLearner(phone.page, name);
}

export async function goHome(page) {
  for (const id of ['practice-home', 'finished-home', 'to-start', 'back']) {
    if (await at(page, 'home-title').isVisible().catch(() => false)) return;
    if (await at(page, id).first().isVisible().catch(() => false)) {
      await tap(page, id);
      await page.waitForTimeout(50);
    }
  }
  await see(page, 'home-title');
}

export async function openLesson(page, id) {
  await see(page, 'home-title');
  await tap(page, `lesson-${id}`);
  await see(page, 'intro-title');
}

/** Starts practising in this mode from the introduction. */
export async function practise(page, mode) {
  await see(page, 'intro-title');
  const row = at(page, `mode-${mode}`);
  if (await row.count()) await tap(page, `mode-${mode}`);
  else await tap(page, 'intro-main');
  await see(page, 'practice-say');
}

/** How many steps are done, as the bar on the screen shows. */
export const stepsDone = (page) => page.locator('.practice .step.is-done').count();

export const finished = (page) => at(page, 'finished-title').isVisible().catch(() => false);

/** Waits until the screen says that more than `done` steps are done, or that all are. */
export async function stepIsDone(page, done, within = undefined) {
  await waitFor(`step ${done + 1} is done`, async () => (await finished(page)) || (await stepsDone(page)) > done, within);
}

/** Does the step with this index as somebody who knows the way. */
export async function doStep(page, step, { fill = true } = {}) {
  await page.waitForTimeout(SETTLED_MS);
  const target = page.locator(`#sim-${step.target}`);
  if (step.does === 'scroll-to') {
    // In view from the start on a tall screen, or to be gone down to by the strip that says so.
    const more = at(page, 'sim-more');
    for (let page_down = 0; page_down < 12 && (await more.isVisible().catch(() => false)); page_down += 1) {
      await more.click({ timeout: 2_000 }).catch(() => {});
      await page.waitForTimeout(150);
    }
    return;
  }
  if (step.does === 'enter-pin') {
    for (const letter of step.sample) await page.locator(`[data-key="${letter}"]`).click();
    return;
  }
  await target.click();
  if (step.does === 'type') {
    if (fill) {
      await tap(page, 'keys-fill');
    } else {
      for (const letter of step.sample) {
        const key = page.locator(`[data-key="${letter}"]`);
        if (await key.count()) await key.click();
      }
    }
  }
}

/** A new learner who follows this lesson and has done its first step; answers all of its steps. */
export async function firstStepDone(phone, url, id) {
  await freshLearner(phone, url);
  await openLesson(phone.page, id);
  await practise(phone.page, 'guided');
  const { steps } = lesson(id);
  await doStep(phone.page, steps[0]);
  await stepIsDone(phone.page, 0);
  return steps;
}

/** How often a step is tried, and how long each try may take, where pictures are taken and taps are not what is tested. */
const TRIES = 3;
const TRY_WITHIN_MS = 12_000;

/** From wherever the run is, to the finished screen. `patient` taps again, as people do, when a screen moved under a tap. */
export async function finishRun(page, id, { patient = false, ...options } = {}) {
  const { steps } = lesson(id);
  for (let guard = 0; guard < steps.length + 2; guard += 1) {
    if (await finished(page)) break;
    const done = await stepsDone(page);
    if (done >= steps.length) break;
    for (let turn = 1; ; turn += 1) {
      const last = !patient || turn === TRIES;
      await doStep(page, steps[done], options);
      const missed = await stepIsDone(page, done, last ? undefined : TRY_WITHIN_MS).then(() => null, (error) => error);
      if (!missed) break;
      if (last) throw missed;
      console.log(`note: ${id}, step ${done + 1} is tried again`);
    }
  }
  await see(page, 'finished-title');
}

/** Watches a lesson, going on by "Tiếp". */
export async function watchRun(page, id) {
  const { steps } = lesson(id);
  while (!(await finished(page))) {
    const done = await stepsDone(page);
    if (done >= steps.length) break;
    await page.waitForTimeout(SETTLED_MS);
    if (await finished(page)) break;
    await at(page, 'practice-next').click({ timeout: 5_000 }).catch(() => {});
    await stepIsDone(page, done);
  }
  await see(page, 'finished-title');
}

/**
 * Fills the memory of the app's module with rubbish, so that WebAssembly traps the next time it runs: in the worker it is the
 * core that falls over, in the page it is the screens.
 */
export async function spoilMemory(page, place = page) {
  const module = await page.evaluate(() => document.querySelector('link[rel=modulepreload]').href);
  await place.evaluate(async (url) => {
    const { default: init } = await import(url);
    // Already running: this only hands out what it is made of.
    const { memory } = await init();
    new Uint8Array(memory.buffer).fill(0xff);
  }, module);
}

/** The core fails and says so: it is gone before it is asked again, and its files are free. */
export async function endCore(page) {
  const [worker] = page.workers();
  const gone = worker.waitForEvent('close');
  await worker.evaluate(() => setTimeout(() => { throw new Error('fell over'); }));
  await gone;
}

export async function assertNoSidewaysScroll(page, where) {
  const { wide, width } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, width: innerWidth }));
  assert(wide <= width, `${where}: ${wide} px wide on a screen of ${width} px`);
}
