// A seeded hand that lands as far from its aim as a 67–81-year-old's: 3.4 mm on average (domain facts, §3.2).
import { Phone, Server, assert, sleep, waitFor, withPhone } from './lib.mjs';
import { at, finished, freshLearner, openLesson, practise, see, stepsDone, takeHand, tap } from './app.mjs';
import { lessons } from './lessons.mjs';
import { tour } from './tour.mjs';

const MEAN_ERROR_MM = 3.4;
const PIXELS_PER_MM = 160 / 25.4;
const SEED = Number(process.env.JITTER_SEED ?? 74);
const MOST_TAPS_A_STEP = 60;
/** How long she looks for what she wants to tap. */
const LOOKS_MS = 2_000;

/** mulberry32: small, seeded, good enough for a trembling hand. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Hand {
  constructor(page, seed) {
    this.page = page;
    this.random = random(seed);
    this.errors = [];
  }

  /** Two normal deviations: their distance follows Rayleigh, whose mean is σ·√(π/2). */
  miss() {
    const sigma = (MEAN_ERROR_MM * PIXELS_PER_MM) / Math.sqrt(Math.PI / 2);
    const distance = sigma * Math.sqrt(-2 * Math.log(1 - this.random()));
    const angle = 2 * Math.PI * this.random();
    this.errors.push(distance);
    return [distance * Math.cos(angle), distance * Math.sin(angle)];
  }

  async tap(locator) {
    // What has just gone from the screen is looked for anew in the next round, and counts as a tap there.
    const box = await locator.boundingBox({ timeout: LOOKS_MS }).catch(() => null);
    if (!box) return;
    const [dx, dy] = this.miss();
    const { width, height } = this.page.viewportSize();
    const inside = (value, limit) => Math.min(Math.max(value, 1), limit - 2);
    await this.page.touchscreen.tap(inside(box.x + box.width / 2 + dx, width), inside(box.y + box.height / 2 + dy, height));
  }
}

/** One tap of somebody who knows what to do next but not where her finger will land. */
async function oneTap(page, hand, step) {
  const reopen = await recover(page, hand);
  if (reopen) return;
  if (step.does === 'scroll-to') {
    const more = at(page, 'sim-more');
    if (await more.isVisible().catch(() => false)) await hand.tap(more);
    return;
  }
  if (step.does === 'enter-pin') {
    const next = page.locator('[data-next=true]').first();
    if (await next.count()) return hand.tap(next);
  }
  if (step.does === 'type' && (await at(page, 'keys-fill').isVisible().catch(() => false))) {
    return hand.tap(at(page, 'keys-fill'));
  }
  const target = page.locator(`#sim-${step.target}`);
  const more = at(page, 'sim-more').first();
  switch (await whereIs(target)) {
    case 'below':
      if (await more.isVisible().catch(() => false)) return hand.tap(more);
      break;
    case 'above':
      await target.scrollIntoViewIfNeeded({ timeout: LOOKS_MS }).catch(() => {});
      break;
    default:
  }
  await hand.tap(target);
}

/** Whether the middle of the target lies within what is seen of the simulated screen, or further down or up. */
const whereIs = (target) =>
  target
    .evaluate((element) => {
      const scroller = element.closest('.sim-scroll');
      if (!scroller) return 'in view';
      const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
      const middle = inner.top + inner.height / 2;
      if (middle > outer.bottom) return 'below';
      return middle < outer.top ? 'above' : 'in view';
    }, null, { timeout: LOOKS_MS })
    .catch(() => 'in view');

/** The finger fell on "Quay lại" or "Trang đầu": she finds her way back, with the same hand. */
async function recover(page, hand) {
  if (await at(page, 'practice-say').isVisible().catch(() => false)) return false;
  for (const id of ['home-continue', 'intro-main']) {
    if (await at(page, id).isVisible().catch(() => false)) {
      await hand.tap(at(page, id));
      await page.waitForTimeout(150);
      return true;
    }
  }
  for (const id of ['person', 'back']) {
    if (await at(page, id).first().isVisible().catch(() => false)) {
      await hand.tap(at(page, id).first());
      await page.waitForTimeout(150);
      return true;
    }
  }
  return false;
}

const tests = {};
for (const mode of ['guided', 'alone']) {
  tests[`a trembling hand finishes every tutorial: ${mode}`] = async () => {
    const server = await Server.start();
    const phone = await Phone.start();
    const { page } = phone;
    try {
      await freshLearner(phone, server.url);
      const hand = new Hand(page, SEED);
      let taps = 0;
      for (const { id, steps } of lessons) {
        await openLesson(page, id);
        await practise(page, mode);
        let budget = steps.length * MOST_TAPS_A_STEP;
        while (!(await finished(page))) {
          budget -= 1;
          assert(budget > 0, `${id}: too many taps, at ${page.url()}, ${await stepsDone(page)} steps done`);
          await page.waitForTimeout(520);
          if (await finished(page)) break;
          const done = await stepsDone(page);
          if (done < steps.length) await oneTap(page, hand, steps[done]);
          taps += 1;
          await page.waitForTimeout(60);
        }
        await see(page, 'finished-title');
        await tap(page, 'finished-home');
      }
      const mean = hand.errors.reduce((sum, error) => sum + error, 0) / hand.errors.length / PIXELS_PER_MM;
      assert(Math.abs(mean - MEAN_ERROR_MM) < 0.6, `the hand missed by ${mean.toFixed(2)} mm on average`);
      await tap(page, 'home-switch');
      await see(page, 'who-title');
      assert((await at(page, 'person').count()) === 1, 'nobody was deleted');
      assert((await at(page, 'take-back').count()) === 0, 'nothing was deleted');
      await waitFor('still the same learner', async () => (await at(page, 'person').textContent()).includes('Bà Tư'));
      console.log(`      ${taps} taps, ${mean.toFixed(2)} mm mean error, ${lessons.length} tutorials, 0 deletions`);
    } finally {
      await phone.close();
      await server.stop();
    }
  };
}

/** A finger that comes down two or three times where once was meant. */
class DoubleTaps {
  constructor(page) {
    this.page = page;
    this.random = random(SEED);
    this.trains = 0;
  }

  async tap(what) {
    const shown = () => this.page.evaluate(() => location.hash + document.querySelector('.app')?.outerHTML);
    const before = await shown();
    await this.train(what);
    // Input may just have rested, since something had changed by itself: she sees that nothing came of it and taps again.
    if ((await shown()) === before && (await what.isVisible())) await this.train(what);
  }

  async train(what) {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const times = 2 + Math.floor(this.random() * 2);
    for (let time = 0; time < times; time += 1) {
      if (time > 0) await sleep(60 + 240 * this.random());
      await this.page.touchscreen.tap(x + 6 * this.random() - 3, y + 6 * this.random() - 3);
    }
    this.trains += 1;
    // Then she looks what has come of it.
    await sleep(700);
  }
}

tests['double and triple taps on every screen do what one tap does'] = () =>
  withPhone(async ({ phone, server }) => {
    const { page } = phone;
    const hand = new DoubleTaps(page);
    takeHand(page, (what) => hand.tap(what));
    // The codes that were asked for, each by a tap of its own.
    let codes = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/v1/joins') codes += 1;
    });
    let screens = 0;
    let people = 0;
    let asked = 0;
    // Only those who know the way get through the tour: a tap too many, and the next screen is not the one expected.
    await tour(page, server.url, { lang: 'vi', size: 'Normal' }, async (name) => {
      screens += 1;
      if (name === 'who') people = await at(page, 'person').count();
      if (name === 'sharing-sent') assert(codes === 0, 'consent alone asks for no code');
      if (name === 'sharing-card') asked = codes;
    });
    assert(screens > 50, `${screens} screens were seen`);
    assert(asked === 2, `${asked} codes were asked for by two taps`);
    assert(people === 1, `${people} learners were made by one tap`);
    console.log(`      ${hand.trains} double and triple taps on ${screens} screens`);
  });

export { tests };
