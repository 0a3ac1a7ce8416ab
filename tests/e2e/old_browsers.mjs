// Browsers that lack something, as a table: what is taken away before the app's page and before its worker, and what she
// must then be told. Each row is tried in every engine.
import { Server, assert, waitFor } from './lib.mjs';
import { addLearner, at, see, tap } from './app.mjs';
import { buildWith } from './builds.mjs';
import { LACKING } from './old.test.mjs';

const both = (code) => ({ page: code, worker: code });
/** It works and keeps what is learned; it works and says that nothing is kept; it says that the browser is too old. */
const KEEPS = 'keeps';
const FORGETS = 'forgets';
const TOO_OLD = 'too old';

const ANSWERS_LATER = `{
  const now = FileSystemFileHandle.prototype.createSyncAccessHandle;
  FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
    const handle = await now.call(this);
    for (const name of ['getSize', 'truncate', 'flush', 'close']) {
      const work = handle[name];
      Object.defineProperty(handle, name, { value: async (...words) => work.apply(handle, words) });
    }
    return handle;
  };
}`;
const knowsNoNewRules = (styles) => styles.replaceAll(':has(', ':no-has(').replaceAll('@container', '@no-container');
const unreadable = (text) => `this is not ( a script\n${text}`;

/** The last versions that lack it stand in brackets, as far as they are known. */
const OLD_BROWSERS = {
  'no file handles that answer at once (Chrome 101, Safari 15.1)':
    [FORGETS, { worker: 'delete FileSystemFileHandle.prototype.createSyncAccessHandle;' }],
  'file handles that answer later (Chrome 107, Safari 16.3)': [FORGETS, { worker: ANSWERS_LATER }],
  'no place for files (Firefox 110)': [FORGETS, both('delete StorageManager.prototype.getDirectory;')],
  'nothing about storage at all':
    [FORGETS, both('Object.defineProperty(navigator, "storage", { value: undefined, configurable: true });')],
  'no :has() and no container queries (Firefox 109)': [KEEPS, { changes: [[/^app-.*\.css$/, knowsNoNewRules]] }],
  'another language: nothing of the app can be read': [TOO_OLD, { changes: [[/^boot-.*\.js$/, unreadable], [/^bridge-.*\.js$/, unreadable]] }],
  // What Chromium is tried with.
  ...Object.fromEntries(Object.entries(LACKING).map(([name, [code, wanted]]) => [name, [wanted === 'works' ? KEEPS : TOO_OLD, both(code)]])),
};

const KEPT = 'Đã lưu trên máy';
/** No browser of the table is a private window, and none may be called so. */
const PRIVATE = 'ẩn danh';
const ANY_OF = ['first-language', 'browser-title', 'boot-error', 'failure-title'];
/** Slow machines draw slowly; whatever is lacking is found out at once. */
const TOLD_WITHIN_MS = 15_000;

const WHAT_IS_SEEN = {
  async [KEEPS](page) {
    await learnsHere(page);
    const line = await at(page, 'sharing-line').textContent();
    assert(line.includes(KEPT), `it says “${line}”`);
  },
  async [FORGETS](page) {
    const told = await page.evaluate(() => document.body.innerText);
    assert(!told.includes(PRIVATE), `it says “${told}”`);
    await tap(page, 'browser-stay');
    await learnsHere(page);
    const line = await at(page, 'sharing-line').textContent();
    assert(!line.includes(KEPT), `it says “${line}”`);
  },
  async [TOO_OLD](page) {
    await waitFor('it says that the browser may be old', () => page.evaluate(() => /đã cũ|cũ quá/.test(document.body.innerText)), 5_000);
  },
};
const FIRST_SEEN = { [KEEPS]: 'first-language', [FORGETS]: 'browser-title', [TOO_OLD]: 'boot-error' };

async function learnsHere(page) {
  await see(page, 'first-language');
  await tap(page, 'first-skip');
  await addLearner(page, 'Bà Tư');
}

/**
 * Goes through the table with one browser; `worker` runs before the worker's code in each. Only rows whose name has `only`, and
 * none of `not`: what the driver of this browser cannot look at a page without.
 */
export async function tryOldBrowsers(phone, { worker = '', only = '', not = [] } = {}) {
  const wrong = [];
  for (const [name, [expected, taken]] of Object.entries(OLD_BROWSERS)) {
    if (!name.includes(only) || not.includes(name)) continue;
    // An address of its own: nothing is there from the row before.
    const server = await Server.start({ web: buildWith({ ...taken, worker: `${worker}\n${taken.worker ?? ''}` }) });
    try {
      await phone.page.goto(server.url);
      const seen = () => phone.page.evaluate((ids) => ids.find((id) => document.querySelector(`[data-testid=${id}]`)?.getBoundingClientRect().width > 0), ANY_OF);
      const first = await waitFor('something is said', seen, TOLD_WITHIN_MS);
      assert(first === FIRST_SEEN[expected], `${FIRST_SEEN[expected]} is expected, and there is ${first}`);
      await WHAT_IS_SEEN[expected](phone.page);
    } catch (error) {
      const shown = await phone.page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 300)).catch(String);
      wrong.push(`${name}: ${error.message}\n   on the screen: ${shown}`);
    } finally {
      await server.stop();
    }
  }
  assert(wrong.length === 0, `${wrong.length} of the old browsers:\n${wrong.join('\n')}`);
}
