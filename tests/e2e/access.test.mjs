// What must hold of every screen, at every text size, in both languages, on a small and on a large phone.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { PHONE, Phone, SMALL_PHONE, Server, assert } from './lib.mjs';
import { LANGS, tour } from './tour.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast-enhanced': { enabled: true } } };

/** Runs in the page: everything about sizes and places that a finger or an eye depends on. */
function measure() {
  const found = [];
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // What is one pixel large is there to be spoken only.
    return box.width > 1 && box.height > 1 && style.visibility !== 'hidden' && !element.closest('[inert]');
  };
  const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${element.textContent.trim().slice(0, 30)}”`;
  for (const element of document.querySelectorAll('button, a[href], input, select, textarea, [role=button]')) {
    if (!shown(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < 48 || height < 48) found.push(`${name(element)} is ${Math.round(width)}×${Math.round(height)} px, less than 48`);
    if (element.classList.contains('button-main') && height < 72) found.push(`${name(element)} is ${Math.round(height)} px high, less than 72`);
  }
  const asked = document.querySelector('.two-taps .button-plain');
  for (const button of asked ? document.querySelectorAll('.page-body .button-main') : []) {
    if (getComputedStyle(button).backgroundColor !== getComputedStyle(asked).backgroundColor) found.push(`${name(button)} is louder than the question`);
  }
  // The page that says why the app cannot go on lies over whatever the app showed last.
  const opening = document.getElementById('opening');
  const main = document.getElementById('main');
  if (shown(opening) && main.childElementCount > 0) {
    const { backgroundColor } = getComputedStyle(opening);
    if (/, 0\)$|transparent/.test(backgroundColor)) found.push('the words of two screens lie on each other');
    if (!main.inert) found.push('the dead screen behind can still be reached');
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide on ${innerWidth}`);
  for (const element of document.querySelectorAll('.app *')) {
    const box = element.getBoundingClientRect();
    if (shown(element) && (box.right > innerWidth + 1 || box.left < -1) && getComputedStyle(element).position !== 'absolute') {
      found.push(`${name(element)} sticks out sideways`);
    }
  }
  for (const element of document.querySelectorAll('.app p, .app h1, .app h2, .app h3, .app button, .app li, .app label')) {
    if (shown(element) && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX === 'hidden') {
      found.push(`${name(element)} is cut off`);
    }
  }
  /** The rectangles of the lines that these words take. */
  const lines = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };
  const meet = (a, b) => a.left < b.right - 2 && a.right > b.left + 2 && a.top < b.bottom - 2 && a.bottom > b.top + 2;
  const seen = (element) => Boolean(element) && shown(element) && getComputedStyle(element).display !== 'none';

  // What goes on further down says so, and the sign is as wide as the words: it never covers only the end of a line.
  for (const element of document.querySelectorAll('.app *')) {
    if (!shown(element) || !['auto', 'scroll'].includes(getComputedStyle(element).overflowY) || element.matches('textarea')) continue;
    // With the keys open only the field counts, and it is brought into view.
    if (document.querySelector('.keys') && element.matches('.sim-scroll')) continue;
    const below = element.scrollHeight - element.clientHeight - element.scrollTop;
    const sign = element.querySelector('.practice-more') ?? element.parentElement.querySelector(':scope > .sim-more');
    if (below > (element.matches('.page-body') ? 58 : 10) && !seen(sign)) found.push(`${name(element)} hides ${Math.round(below)} px with no sign`);
    if (below <= 0 && seen(sign)) found.push(`${name(element)} says that there is more where there is none`);
    if (seen(sign) && sign.getBoundingClientRect().width < element.clientWidth - 4) found.push(`${name(sign)} covers only a part of a line`);
  }
  // An address breaks after its dots and hyphens only.
  const texts = document.createTreeWalker(document.querySelector('.app'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!shown(text.parentElement.closest('p, h1, h2, h3, button, li, div')) || text.parentElement.closest('.fine-print, .sample, .only-spoken') || !/[a-z]\.[a-z]/i.test(text.parentElement.textContent)) continue;
    for (const { 0: part, index } of text.data.matchAll(/[a-z]{2,}(?=[.-])|(?<=[.-])[a-z]{2,}/gi)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + part.length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) found.push(`“${part}” of an address is torn apart`);
    }
  }
  // The finger points beside the words of a call and of tabs, not at them.
  for (const finger of document.querySelectorAll('.sim-answer .sim-finger, .sim-tab .sim-finger')) {
    for (const words of document.querySelectorAll('.sim-speech p, .sim-answer > span:not(.sim-finger), .sim-tab > span:not(.sim-finger), .more-button span')) {
      if (lines(words).some((line) => meet(line, finger.getBoundingClientRect()))) found.push(`the finger covers ${name(words)}`);
    }
  }
  for (const keys of document.querySelectorAll('.keys')) {
    const frame = keys.getBoundingClientRect();
    for (const key of keys.querySelectorAll('.key')) {
      if (key.getBoundingClientRect().bottom > frame.bottom) found.push(`${name(key)} is hidden below the keyboard's edge`);
    }
  }
  // The question is seen with the answer that glows.
  for (const answer of document.querySelectorAll('.sim-option.is-glowing')) {
    const question = answer.parentElement.querySelector('.sim-choice-label').getBoundingClientRect();
    const view = answer.closest('.sim-scroll').getBoundingClientRect();
    // Below what is seen, the strip leads to both.
    if (answer.getBoundingClientRect().top > view.bottom - 2) continue;
    if (question.top < view.top - 2 || question.bottom > view.bottom + 2) found.push(`${name(answer)} is seen without its question`);
  }
  // The icon belongs to the words: beside them, or above.
  for (const icon of document.querySelectorAll('.button > .icon')) {
    const [first] = lines(icon.parentElement.querySelector('.button-label'));
    const box = icon.getBoundingClientRect();
    if (first && box.bottom > first.top + 4 && first.left - box.right > 24) found.push(`${name(icon.parentElement)} has its icon far from its words`);
  }
  // What she did, "Nghe" and the beginning of what to remember are seen at once when a lesson is done.
  const done = document.querySelector('[data-testid=finished-title]');
  if (done && document.querySelector('.page-body').scrollTop === 0) {
    const end = (document.querySelector('.page-more') ?? document.querySelector('.page-dock')).getBoundingClientRect().top;
    if (document.querySelector('.listen').getBoundingClientRect().bottom > end) found.push('“Nghe” is not in view when a lesson is done');
  }
  return found;
}

/** What is wrong once the strips have come and gone: they follow a change of size by a frame or two. */
async function measured(page) {
  let found = [];
  for (let look = 0; look < 12; look += 1) {
    found = await page.evaluate(measure);
    if (found.length === 0) break;
    await page.waitForTimeout(50);
  }
  return found;
}

const SIZES = [{ size: 'Normal', pixels: 20 }, { size: 'Large', pixels: 24 }, { size: 'Largest', pixels: 32 }];
const PLACES = ['practice-back', 'practice-listen', 'practice-home'];

/** Every combination of phone and text size, on one screen. */
const COMBINATIONS = [SMALL_PHONE, PHONE].flatMap((viewport) => SIZES.map((size) => ({ viewport, ...size })));

async function look(page, lang, problems, places, name) {
  const before = page.viewportSize();
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  for (const { viewport, pixels } of COMBINATIONS) {
    await page.setViewportSize(viewport);
    await page.evaluate(
      ([lang, pixels]) =>
        new Promise((drawn) => {
          window.ctBridge.setDocument(lang, pixels, document.title);
          // What has another size is noticed a frame later, and may change the size of what is around it.
          let frames = 6;
          const next = () => (frames-- ? requestAnimationFrame(next) : drawn());
          next();
        }),
      [lang, pixels],
    );
    const where = `${viewport.width}×${viewport.height} ${lang} ${pixels} px, ${name}`;
    // Everything that is well would be several hundred kilobytes to hand over.
    const violations = await page.evaluate((rules) => axe.run(document, rules).then((found) => found.violations), RULES);
    for (const violation of violations) {
      const nodes = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ');
      problems.push(`${where}: ${violation.id}: ${violation.help} (${nodes})`);
    }
    for (const one of await measured(page)) problems.push(`${where}: ${one}`);
    if (await page.locator('.practice').count()) {
      for (const id of PLACES) {
        const box = await page.locator(`[data-testid=${id}]`).boundingBox();
        const key = box && [box.x, box.y, box.width, box.height].map(Math.round).join(',');
        const kind = `${id} at ${viewport.width}×${viewport.height}`;
        places[kind] ??= new Map();
        if (!places[kind].has(key)) places[kind].set(key, where);
      }
    }
  }
  await page.setViewportSize(before);
  await page.evaluate(([lang]) => window.ctBridge.setDocument(lang, 20, document.title), [lang]);
}

async function everyScreen(lang) {
  const server = await Server.start();
  const phone = await Phone.start({ viewport: PHONE });
  const problems = [];
  const places = {};
  let screens = 0;
  try {
    await tour(phone.page, server.url, { lang, size: 'Normal' }, async (name, page = phone.page) => {
      screens += 1;
      await look(page, lang, problems, places, name);
    });
  } finally {
    await phone.close();
    await server.stop();
  }
  for (const [kind, where] of Object.entries(places)) {
    if (where.size !== 1) problems.push(`${kind} is at ${where.size} places: ${[...where].map((one) => one.join(' on ')).join('; ')}`);
  }
  assert(Object.keys(places).length === PLACES.length * 2, 'practice screens were seen on both phones');
  assert(screens > 50, `only ${screens} screens were seen`);
  return problems;
}

export const tests = {
  async 'every screen, two languages, two phones, three text sizes'() {
    const problems = (await Promise.all(LANGS.map(everyScreen))).flat();
    const kinds = [...new Set(problems)];
    assert(kinds.length === 0, `${kinds.length} problems:\n${kinds.slice(0, 60).join('\n')}`);
  },
};
