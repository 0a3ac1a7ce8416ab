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
    return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && !element.closest('[inert]');
  };
  const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${element.textContent.trim().slice(0, 30)}”`;
  for (const element of document.querySelectorAll('button, a[href], input, select, textarea, [role=button]')) {
    if (!shown(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < 48 || height < 48) found.push(`${name(element)} is ${Math.round(width)}×${Math.round(height)} px, less than 48`);
    if (element.classList.contains('button-main') && height < 72) found.push(`${name(element)} is ${Math.round(height)} px high, less than 72`);
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
          requestAnimationFrame(() => requestAnimationFrame(drawn));
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
    for (const one of await page.evaluate(measure)) problems.push(`${where}: ${one}`);
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
