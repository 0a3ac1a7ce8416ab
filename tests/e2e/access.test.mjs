// What must hold of every screen, at every text size, in both languages, on a small and on a large phone.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { PHONE, Phone, SMALL_PHONE, Server, assert } from './lib.mjs';
import { LANGS, SIZES, tour } from './tour.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast-enhanced': { enabled: true } } };

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
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide on ${innerWidth}`);
  for (const element of document.querySelectorAll('.app *')) {
    const box = element.getBoundingClientRect();
    if (shown(element) && (box.right > innerWidth + 1 || box.left < -1) && getComputedStyle(element).position !== 'absolute') {
      found.push(`${name(element)} sticks out sideways`);
    }
  }
  const body = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--body'));
  for (const element of document.querySelectorAll('.app p, .app h1, .app h2, .app h3, .app button, .app li, .app label')) {
    if (shown(element) && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX === 'hidden') {
      found.push(`${name(element)} is cut off`);
    }
  }
  return { found, body };
}

const PLACES = ['practice-back', 'practice-listen', 'practice-home'];

async function look(page, problems, places, name) {
  await page.evaluate(AXE).catch(() => {});
  const { violations } = await page.evaluate((rules) => axe.run(document, rules), RULES);
  for (const violation of violations) {
    const where = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ');
    problems.push(`${name}: ${violation.id}: ${violation.help} (${where})`);
  }
  const { found } = await page.evaluate(measure);
  for (const one of found) problems.push(`${name}: ${one}`);
  if (await page.locator('.practice').count()) {
    for (const id of PLACES) {
      const box = await page.locator(`[data-testid=${id}]`).boundingBox();
      const key = box && [box.x, box.y, box.width, box.height].map(Math.round).join(',');
      places[id] ??= new Map();
      if (!places[id].has(key)) places[id].set(key, name);
    }
  }
}

const tests = {};
for (const [viewport, phoneName] of [[SMALL_PHONE, '360×640'], [PHONE, '412×892']]) {
  for (const lang of LANGS) {
    for (const size of SIZES) {
      tests[`${phoneName}, ${lang}, ${size}`] = async () => {
        const server = await Server.start();
        const phone = await Phone.start({ viewport });
        const problems = [];
        const places = {};
        try {
          await tour(phone.page, server.url, { lang, size }, (name, page = phone.page) => look(page, problems, places, name));
        } finally {
          await phone.close();
          await server.stop();
        }
        for (const [id, where] of Object.entries(places)) {
          assert(where.size === 1, `${id} is at ${where.size} places: ${[...where].map(([k, v]) => `${k} on ${v}`).join('; ')}`);
        }
        assert(Object.keys(places).length === PLACES.length, 'practice screens were seen');
        const kinds = [...new Set(problems)];
        assert(kinds.length === 0, `${kinds.length} problems:\n${kinds.slice(0, 40).join('\n')}`);
      };
    }
  }
}
export { tests };
