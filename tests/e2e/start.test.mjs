// The first start and every later one, when the line is bad: it always says where it is, never leaves her with "opening"
// for good, and what is kept heals. Faults of single files are in lost.test.mjs.
import { Phone, Server, appIsUsable, assert, buildOf, dist, keptOffline, waitFor } from './lib.mjs';
import { changedBuild } from './builds.mjs';
import { again, countLoads, state, withLine } from './line.mjs';

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

/** A phone that keeps the whole build, whose line may do anything from now on. */
async function withKeptBuild(test) {
  await withLine(async (all) => {
    await all.page.goto(all.line.url);
    await appIsUsable(all.page);
    await keptOffline(all.page);
    await test(all);
  });
}

/** Takes the files out of what is kept whose address fits, as a browser may that needs room; answers which. */
const forget = (page, pattern) => page.evaluate(async (source) => {
  const gone = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new RegExp(source).test(new URL(request.url).pathname)) continue;
      await cache.delete(request);
      gone.push(new URL(request.url).pathname);
    }
  }
  return gone;
}, pattern.source);

const isKept = (page, path) => page.evaluate(async (wanted) => {
  const response = await caches.match(wanted);
  return response ? (await response.arrayBuffer()).byteLength : 0;
}, path);

/** Nothing that the browser keeps besides the service worker can stand in for a hole. */
async function withoutHttpCache(phone) {
  const devtools = await phone.context.newCDPSession(phone.page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
}

Object.assign(tests, {
  async 'a hole in what is kept is filled, and the app opens with no network again'() {
    await withKeptBuild(async ({ page, phone, line, server }) => {
      const gone = await forget(page, /_bg\.wasm|\.css|bridge|index\.html|worker/);
      assert(gone.length === 5, `${gone}`);
      await withoutHttpCache(phone);
      await page.goto(line.url);
      await appIsUsable(page);
      for (const path of gone) await waitFor(`${path} is kept again`, () => isKept(page, path));
      await server.stop();
      await page.goto(line.url);
      await appIsUsable(page);
    });
  },

  async 'a hole is filled with nothing but the very file: what else comes is neither kept nor run, and told'() {
    await withKeptBuild(async ({ page, phone, line }) => {
      for (const [fault, said] of [['portal', 'portal'], ['rubbish', 'damaged'], ['server', 'server'], ['refused', 'lost']]) {
        const [path] = await forget(page, /_bg\.wasm/);
        await withoutHttpCache(phone);
        line.spoil(/_bg\.wasm/, fault);
        await page.goto(line.url);
        await again(page).waitFor({ timeout: 20_000 });
        await waitFor(`${fault}: it says ${said}`, async () => (await state(page)) === said, 5_000)
          .catch(async (error) => { throw new Error(`${error.message}; ${await state(page)}`); });
        assert((await isKept(page, path)) === 0, `${fault}: it was kept`);
        line.mend();
        await again(page).click();
        await appIsUsable(page);
        await waitFor('kept again', () => isKept(page, path));
      }
    });
  },

  async 'a kept file that was spoilt on the device is found out and fetched again'() {
    await withKeptBuild(async ({ page, line }) => {
      const path = await page.evaluate(async () => {
        const [name] = await caches.keys();
        const cache = await caches.open(name);
        const request = (await cache.keys()).find(({ url }) => url.endsWith('_bg.wasm'));
        await cache.put(request, new Response(new Uint8Array(100_000), { headers: { 'Content-Type': 'application/wasm' } }));
        return new URL(request.url).pathname;
      });
      await page.goto(line.url);
      await again(page).waitFor({ timeout: 20_000 });
      await again(page).click();
      await appIsUsable(page);
      assert((await isKept(page, path)) > 100_000, 'the right one is kept');
    });
  },

  async 'with no way to what is kept the app still opens, from the network'() {
    const { folder } = changedBuild([[/^sw\.js$/, (text) => `caches.open = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n${text.replace('await cache.put(', 'await cache?.put(').replace('event.waitUntil(install())', 'undefined')}`]]);
    const server = await Server.start({ web: folder });
    const phone = await Phone.start();
    try {
      for (let round = 0; round < 3; round += 1) {
        await phone.page.goto(server.url);
        await appIsUsable(phone.page);
        if (round === 0) await keptOffline(phone.page);
      }
    } finally {
      await phone.close();
      await server.stop();
    }
  },

  async 'a build that cannot start is replaced by a repaired one, and nothing loads itself again and again'() {
    const broken = changedBuild([[/^boot-/, (text) => `throw new Error('a fault of ours');\n${text}`]], { mark: 'broken' });
    const server = await Server.start({ web: broken.folder });
    const phone = await Phone.start();
    try {
      const { page } = phone;
      const loads = countLoads(page);
      await page.goto(server.url);
      await again(page).waitFor();
      // Kept, faults and all: it was whole.
      await keptOffline(page);
      await page.waitForTimeout(3_000);
      assert(loads.length === 1, `loaded ${loads.length} times by itself`);
      await server.stop();
      await server.startAgain(dist);
      await page.reload();
      await again(page).click();
      await appIsUsable(page);
      assert((await buildOf(page)) !== broken.build, 'the repaired build runs');
    } finally {
      await phone.close();
      await server.stop();
    }
  },
});
