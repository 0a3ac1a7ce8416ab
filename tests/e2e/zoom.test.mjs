// Every screen as eyes need it that enlarge the whole page, or have the system paint it in colours of their own.
import { Phone, Server, assert } from './lib.mjs';
import { tour } from './tour.mjs';

/** What a page has of a phone when the browser enlarges it to 150 % and to 200 %, on the large phone and on the small one. */
const WINDOWS = [
  { zoom: '150 %', width: 274, height: 594 }, { zoom: '200 %', width: 206, height: 446 },
  { zoom: '150 %', width: 240, height: 426 }, { zoom: '200 %', width: 180, height: 320 },
];
const LETTERS = [20, 32];

/** Runs in the page: what cannot be read or reached in a window that small. */
function inASmallWindow() {
  const found = [];
  const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${element.textContent.trim().slice(0, 30)}”`;
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden' && !element.closest('[inert]');
  };
  for (const dock of document.querySelectorAll('.page-dock, .practice-dock')) {
    const frame = dock.parentElement;
    const scrolls = /auto|scroll/.test(getComputedStyle(frame).overflowY) || frame.getBoundingClientRect().height > innerHeight + 1;
    const { height } = dock.getBoundingClientRect();
    if (!scrolls && height > innerHeight / 2) found.push(`the dock takes ${Math.round(height)} of ${innerHeight} px`);
  }
  // The heading, or what has come in its place, is seen at the beginning of its screen.
  // Over an app that fell over lies the page of the start, which says so in its own way.
  const frames = document.querySelector('[data-testid=boot-error]') ? [] : document.querySelectorAll('.page, .practice');
  for (const frame of frames) {
    const heads = [...frame.querySelectorAll('h1, .practice-feedback')].filter(shown);
    if (frame.querySelector('h1') && heads.length === 0) found.push('no heading is shown');
    for (const head of heads.slice(0, 1)) {
      const range = document.createRange();
      range.selectNodeContents(head);
      const [line] = range.getClientRects();
      if (line.top < 0 || line.bottom > innerHeight) found.push(`${name(head)} is out of sight`);
      const hit = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
      if (hit && !head.contains(hit) && !hit.contains(head)) found.push(`${name(head)} is covered by ${name(hit)}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide on ${innerWidth}`);
  for (const element of document.querySelectorAll('.app *')) {
    const box = element.getBoundingClientRect();
    if (shown(element) && (box.right > innerWidth + 1 || box.left < -1) && getComputedStyle(element).position !== 'absolute') found.push(`${name(element)} sticks out sideways`);
  }
  for (const element of document.querySelectorAll('.app button, .app .button-label, .app .card-words')) {
    if (!element.closest('.sim') && shown(element) && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).display !== 'inline') found.push(`${name(element)} has no room for its words`);
  }
  // No word is torn; an address may break after its dots. The simulated phone in so narrow a window still tears some.
  const texts = document.createTreeWalker(document.querySelector('.app'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = text.parentElement;
    if (!shown(around) || around.closest('svg, .sim, .only-spoken, .fine-print, .address, .sample, textarea')) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}]+/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(`“${word}” is torn`);
    }
  }
  return found;
}

/** Runs in the page: what says nothing where the system paints. */
function inForcedColours() {
  const found = [];
  const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${element.textContent.trim().slice(0, 30)}”`;
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== 'hidden' && !element.closest('[inert]');
  };
  const line = (style, side) => (style[`${side}Style`] === 'none' ? 0 : parseFloat(style[`${side}Width`]));
  const edge = (element) => {
    const style = getComputedStyle(element);
    return Math.max(line(style, 'outline'), Math.min(...['borderTop', 'borderBottom', 'borderLeft', 'borderRight'].map((side) => line(style, side))));
  };
  if (!matchMedia('(forced-colors: active)').matches) return ['the colours are not forced'];
  for (const button of document.querySelectorAll('button, input, textarea')) {
    if (shown(button) && edge(button.querySelector('.sim-field-box') ?? button) < 1) found.push(`${name(button)} has no edge`);
  }
  for (const glowing of document.querySelectorAll('.is-glowing')) {
    const ring = glowing.querySelector('.sim-field-box') ?? glowing;
    if (shown(ring) && edge(ring) < 4) found.push(`${name(glowing)} does not glow`);
  }
  for (const chosen of document.querySelectorAll('.is-selected')) {
    const other = [...chosen.parentElement.children].find((card) => !card.matches('.is-selected') && card.matches('.choice'));
    if (other && edge(chosen) <= edge(other)) found.push(`${name(chosen)} looks like the others`);
  }
  const ground = (element) => getComputedStyle(element).backgroundColor;
  for (const bar of document.querySelectorAll('.steps')) {
    const [done, now, next] = ['.step.is-done', '.step.is-now', '.step:not(.is-done):not(.is-now)'].map((kind) => bar.querySelector(kind));
    if (done && next && ground(done) === ground(next)) found.push('a step done looks like one to come');
    if (now && next && ground(now) === ground(next)) found.push('the step of now looks like one to come');
  }
  const mains = [...document.querySelectorAll('.button-main:not(:disabled)')].filter(shown);
  for (const main of mains) {
    const plain = document.querySelector('.button-plain');
    if (plain && !document.querySelector('.two-taps') && ground(main) === ground(plain)) found.push(`${name(main)} looks like a plain one`);
  }
  return found;
}

/** Puts letters of this size on the page and waits until everything has noticed. */
const drawn = (page, pixels) =>
  page.evaluate(
    (pixels) =>
      new Promise((done) => {
        if (pixels) window.ctBridge.setDocument(document.documentElement.lang, pixels, document.title);
        for (const place of document.querySelectorAll('.page, .page-body, .practice-head')) place.scrollTop = 0;
        scrollTo(0, 0);
        let frames = 5;
        const next = () => (frames-- ? requestAnimationFrame(next) : done());
        next();
      }),
    pixels,
  );

async function everyScreen(lang, look) {
  const server = await Server.start();
  const phone = await Phone.start();
  const problems = new Set();
  let screens = 0;
  try {
    await tour(phone.page, server.url, { lang, size: 'Normal' }, async (name, page = phone.page) => {
      screens += 1;
      await look(page, (where, found) => found.forEach((one) => problems.add(`${where}, ${name}: ${one}`)));
    });
  } finally {
    await phone.close();
    await server.stop();
  }
  assert(screens > 50, `only ${screens} screens were seen`);
  assert(problems.size === 0, `${problems.size} problems:\n${[...problems].slice(0, Number(process.env.ZOOM_PROBLEMS ?? 60)).join('\n')}`);
}

const lang = process.env.ZOOM_LANG ?? 'vi';

/** Looks at the screen that is on, enlarged and in forced colours; `problem(where, found)` hears of it. */
export async function lookClosely(page, turn, problem) {
  const before = page.viewportSize();
  for (const [index, { zoom, width, height }] of WINDOWS.entries()) {
    await page.setViewportSize({ width, height });
    // The largest letters in turn: enlarged twice, they are as large as the window allows.
    const pixels = LETTERS[(turn + index) % LETTERS.length];
    await drawn(page, pixels);
    await problem(`${zoom} (${width}×${height}, ${pixels} px)`, await page.evaluate(inASmallWindow));
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ forcedColors: 'active' });
  await drawn(page, LETTERS[0]);
  await problem('forced colours', await page.evaluate(inForcedColours));
  await page.emulateMedia({ forcedColors: 'none' });
  await drawn(page, LETTERS[0]);
}

export const tests = {
  async 'every screen, enlarged to 150 % and 200 %, and in forced colours'() {
    let turn = 0;
    await everyScreen(lang, (page, problem) => {
      turn += 1;
      return lookClosely(page, turn, problem);
    });
  },
};
