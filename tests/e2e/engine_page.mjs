// A page of any browser, answering what the tests' helpers ask of a Playwright page. What drives it needs to know four things
// only: run a function in the page, play what a finger and a mouse do, go to an address, go back (`firefox.mjs`, `webkit.mjs`).
import { WAIT_MS, assert, sleep, waitFor } from './lib.mjs';

/** So long something must stand still before it is tapped. */
const STILL_MS = 60;

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** Runs a function in the page and answers what it, or its promise, answers. */
  evaluate(run, argument) {
    return this.driver.run(String(run), argument ?? null);
  }

  locator(selector) {
    return new Locator(this, [{ selector }]);
  }

  waitForTimeout(ms) {
    return sleep(ms);
  }

  goto(url) {
    return this.driver.go(url);
  }

  async reload() {
    await this.driver.reload();
  }

  async goBack() {
    await this.driver.back();
  }

  /** A promise here, a word in Playwright: helpers that wait for it work with both. */
  url() {
    return this.evaluate(() => location.href);
  }
}

/** Where something is on the page: found anew each time it is asked about. */
class Locator {
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
  }

  narrowed(step) {
    return new Locator(this.page, [...this.steps, step]);
  }

  first() {
    return this.nth(0);
  }

  nth(nth) {
    return this.narrowed({ nth });
  }

  filter({ hasText }) {
    return this.narrowed({ hasText });
  }

  and(other) {
    return this.narrowed({ and: other.steps[0].selector });
  }

  locator(selector) {
    return this.narrowed({ selector });
  }

  get name() {
    return this.steps.map((step) => Object.values(step)[0]).join(' › ');
  }

  ask(question, name) {
    return this.page.driver.run(`(asked) => { const { found, seen } = (${find})(asked.steps); return (${question})(found, asked, seen); }`, { steps: this.steps, name });
  }

  count() {
    return this.ask((found) => found.length);
  }

  isVisible() {
    return this.ask((found, _, seen) => found.some(seen));
  }

  allTextContents() {
    return this.ask((found) => found.map((element) => element.textContent));
  }

  textContent() {
    return this.once((found) => found.length > 0 && [found[0].textContent]);
  }

  inputValue() {
    return this.once((found) => found.length > 0 && [found[0].value]);
  }

  getAttribute(name) {
    return this.once((found, asked) => found.length > 0 && [found[0].getAttribute(asked.name)], name);
  }

  boundingBox() {
    return this.once((found) => {
      if (found.length === 0) return false;
      const { x, y, width, height } = found[0].getBoundingClientRect();
      return [{ x, y, width, height }];
    });
  }

  async once(question, name) {
    const [answer] = await waitFor(`${this.name} is there`, () => this.ask(question, name));
    return answer;
  }

  waitFor({ state = 'visible', timeout = WAIT_MS } = {}) {
    return waitFor(`${this.name} is ${state}`, async () => (await this.isVisible()) === (state === 'visible'), timeout);
  }

  /** Once it stands still, can be used and nothing covers it, taps its middle. */
  async click({ timeout = WAIT_MS } = {}) {
    let last;
    const { x, y } = await waitFor(`${this.name} can be tapped`, async () => {
      const now = await this.ask(spot);
      assert(now, 'it is not seen');
      assert(now.open, `there is something else: ${now.hit}`);
      const still = now.place === last;
      last = now.place;
      if (!still) await sleep(STILL_MS);
      return still && now;
    }, timeout);
    await this.page.driver.tap(Math.round(x), Math.round(y));
  }

  /** Taps the field and writes this instead of what it holds, as a keyboard does that hands over whole words. */
  async fill(text) {
    await this.click();
    await waitFor(`the cursor is in ${this.name}`, () => this.ask((found) => found.includes(document.activeElement)));
    await this.page.evaluate((words) => {
      document.activeElement.select();
      document.execCommand('insertText', false, words);
    }, text);
    await waitFor(`“${text}” stands in ${this.name}`, async () => (await this.inputValue()) === text);
  }
}

/** Runs in the page. */
function find(steps) {
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };
  let found = [document];
  for (const { selector, hasText, and, nth } of steps) {
    if (selector) found = [...new Set(found.flatMap((place) => [...place.querySelectorAll(selector)]))];
    if (hasText) found = found.filter((element) => element.textContent.includes(hasText));
    if (and) found = found.filter((element) => element.matches(and));
    if (nth !== undefined) found = found.slice(nth, nth + 1);
  }
  return { found, seen };
}

/** Runs in the page: where the first one is, brought into view, and whether a tap in its middle would be its own. */
function spot(found, _, seen) {
  const element = found.find(seen);
  if (!element) return null;
  const middle = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, place: [x, y, width, height].join(' ') };
  };
  const reaches = ({ x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return { hit: hit?.outerHTML.slice(0, 80), open: element.contains(hit) && !element.disabled };
  };
  let here = middle();
  if (!reaches(here).open) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    here = middle();
  }
  return { ...here, ...reaches(here) };
}
