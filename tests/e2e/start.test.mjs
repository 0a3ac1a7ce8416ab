// The first start, when the line is bad: it always says where it is, and never leaves her with "opening" for good.
import fs from 'node:fs';
import { Phone, SMALL_PHONE, Server, appIsUsable, assert, buildOf, dist, keptOffline, waitFor, withPhone } from './lib.mjs';
import { at, see } from './app.mjs';
import { changedBuild } from './builds.mjs';
import { Line } from './line.mjs';

/** The files without which nothing can be drawn, and what each must be called when it is wrong. */
const FIRST_FILES = [/^\/app-\w+\.css/, /^\/bridge-/, /^\/boot-/, /^\/app-\w+\.js/, /_bg\.wasm/];
/** Faults that are seen at once → what the page says. */
const SEEN_AT_ONCE = {
  lost: ['lost', 'damaged'], refused: ['lost'], portal: ['portal'], server: ['server'], missing: ['server'],
  cut: ['damaged'], rubbish: ['damaged'],
};
const SEEN_LATER = ['stalled', 'silent'];

const state = (page) => page.evaluate(() => document.getElementById('opening').dataset.state);
const again = (page) => page.locator('#opening-again');

/** A fresh phone at the end of a line of its own. */
async function withLine(test, speed, options) {
  const server = await Server.start();
  const line = await Line.to(server, speed);
  const phone = await Phone.start({ viewport: SMALL_PHONE, ...options });
  try {
    await test({ phone, page: phone.page, line, server });
  } finally {
    await phone.close();
    line.close();
    await server.stop();
  }
}

/** Nobody keeps loading by itself. */
function countLoads(page) {
  const loads = [];
  page.on('load', () => loads.push(page.url()));
  return loads;
}

export const tests = {
  async 'on a slow line the first words come at once, and how far it is, until it can be used'() {
    await withLine(async ({ page, phone, line }) => {
      const devtools = await phone.context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.addInitScript(() => {
        window.seen = [];
        setInterval(() => {
          const opening = document.getElementById('opening');
          const bar = document.getElementById('opening-bar');
          if (!opening) return;
          window.seen.push({ at: performance.now(), hidden: opening.hidden, value: bar.value, text: opening.innerText, app: document.getElementById('main').innerText.trim() });
        }, 100);
      });
      await page.goto(line.url, { waitUntil: 'commit' });
      await appIsUsable(page);
      const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
      assert(paint <= 1500, `the first words came after ${Math.round(paint)} ms`);
      const seen = await page.evaluate(() => window.seen);
      assert(seen[0].text.includes('Tập dùng VNeID'), seen[0].text);
      const values = [...new Set(seen.filter(({ hidden }) => !hidden).map(({ value }) => value))];
      assert(values.length > 10 && values.every((value, i) => i === 0 || value > values[i - 1]), `percent: ${values}`);
      const empty = seen.filter(({ hidden, app }) => hidden && !app);
      assert(empty.length === 0, `an empty page, ${empty.length} times, at ${empty[0]?.at} ms`);
      assert(!(await again(page).isVisible()), 'nothing was offered that nobody needs');
    }, { kbits: 400, delay: 400 });
  },

  async 'nothing comes any more: after twenty seconds it says so, and goes on by itself when the line does'() {
    await withLine(async ({ page, line }) => {
      await page.clock.install();
      const loads = countLoads(page);
      line.spoil(/_bg\.wasm/, 'stalled', 1);
      await page.goto(line.url);
      await page.waitForTimeout(1_000);
      assert(!(await again(page).isVisible()), 'not too early');
      await page.clock.fastForward(21_000);
      await again(page).waitFor({ timeout: 5_000 });
      assert((await state(page)) === 'slow', 'the server can be reached');
      line.spoil(/healthz/, 'refused');
      await again(page).click();
      await appIsUsable(page);
      assert(loads.length === 2, `loaded ${loads.length} times`);
    });
  },

  async 'whether there is a network is told'() {
    for (const [fault, said] of [['refused', 'unreachable'], ['portal', 'portal'], ['server', 'server']]) {
      await withLine(async ({ page, line }) => {
        await page.clock.install();
        line.spoil(/_bg\.wasm/, 'silent');
        line.spoil(/healthz/, fault);
        await page.goto(line.url, { waitUntil: 'commit' });
        await page.waitForTimeout(500);
        await page.clock.fastForward(21_000);
        await waitFor(`it says ${said}`, async () => (await state(page)) === said, 5_000);
      });
    }
  },
};

for (const file of FIRST_FILES) {
  tests[`${file}: lost, wrong or stalled once, it says so and trying again helps`] = async () => {
    for (const fault of [...Object.keys(SEEN_AT_ONCE), ...SEEN_LATER]) {
      await withLine(async ({ page, phone, line }) => {
        const later = SEEN_LATER.includes(fault);
        if (later) await page.clock.install();
        const loads = countLoads(page);
        // The page finds out by asking once more; a browser asks again by itself where nobody answered.
        line.spoil(file, fault, { portal: 2, server: 2, missing: 2, refused: 5 }[fault] ?? 1);
        await page.goto(line.url, { waitUntil: 'commit' });
        if (later) {
          await page.waitForTimeout(1_000);
          await page.clock.fastForward(21_000);
        }
        await again(page).waitFor({ timeout: 8_000 }).catch(async (error) => {
          throw new Error(`${fault}: ${await state(page)}; ${error.message.slice(0, 80)}`);
        });
        await page.waitForTimeout(300);
        const said = await state(page);
        assert((later ? ['slow'] : SEEN_AT_ONCE[fault]).includes(said), `${fault}: it says ${said}; ${phone.complaints}`);
        assert((await page.locator('#opening').innerText()).includes('Thử lại'), 'in words');
        line.mend();
        await again(page).click();
        await appIsUsable(page).catch(async (error) => { throw new Error(`${fault}: ${await state(page)}; ${error.message.slice(0, 80)}`); });
        assert(loads.length === 2, `${fault}: loaded ${loads.length} times`);
      });
    }
  };
}
