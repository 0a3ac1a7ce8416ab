// The first start, when the line is bad: it always says where it is, and never leaves her with "opening" for good.
import { Phone, SMALL_PHONE, Server, appIsUsable, assert, buildOf, dist, keptOffline, waitFor, withPhone } from './lib.mjs';
import { at, doStep, freshLearner, openLesson, practise, see, stepIsDone } from './app.mjs';
import { changedBuild } from './builds.mjs';
import { lesson } from './lessons.mjs';
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
  page.on('domcontentloaded', () => loads.push(page.url()));
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

/** Ways in which translators and extensions rewrite a page that asks them not to; run in the page. */
const TRANSLATORS = {
  'that replaces every text by a copy': () => {
    window.rewrite = (text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      text.parentNode.replaceChild(outer, text);
    };
  },
  'that puts its words before a text and takes the text away': () => {
    window.rewrite = (text) => {
      const font = document.createElement('font');
      font.textContent = text.data.toUpperCase();
      text.before(font);
      text.remove();
    };
  },
  'that moves every text into an element of its own': () => {
    window.rewrite = (text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text);
    };
  },
  'with an element of its own, that translates twice': () => {
    window.rewrite = (text) => {
      const [first, second] = [document.createElement('x-translated'), document.createElement('x-translated')];
      first.textContent = text.data;
      second.textContent = text.data.toUpperCase();
      text.replaceWith(first);
      first.replaceWith(second);
    };
  },
};

for (const [translator, prepare] of Object.entries(TRANSLATORS)) {
  tests[`a translator ${translator}: the lesson goes on, and each step has its own instruction`] = async () => {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await openLesson(page, 'vneid-login');
      await practise(page, 'guided');
      await page.evaluate(prepare);
      await page.evaluate(() => {
        // At once, whatever changes, as they do.
        const all = () => {
          const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('font, x-translated')) found.push(walker.currentNode);
          }
          found.forEach(window.rewrite);
          window.rewritten = (window.rewritten ?? 0) + found.length;
        };
        new MutationObserver(all).observe(document.getElementById('main'), { childList: true, subtree: true, characterData: true });
        all();
      });
      const { steps } = lesson('vneid-login');
      const said = [];
      for (const [index, step] of steps.entries()) {
        said.push((await at(page, 'practice-say').textContent()).toLowerCase());
        await doStep(page, step);
        await stepIsDone(page, index, 10_000);
      }
      await see(page, 'finished-title');
      assert(new Set(said).size === steps.length, `instructions: ${said.join(' | ')}`);
      assert((await page.evaluate(() => window.rewritten)) > 20, 'it was translated');
      assert(phone.complaints.length === 0, phone.complaints.join('\n'));
    });
  };
}

for (const file of FIRST_FILES) {
  tests[`${file}: lost, wrong or stalled once, it says so and trying again helps`] = async () => {
    for (const fault of [...Object.keys(SEEN_AT_ONCE), ...SEEN_LATER]) {
      await withLine(async ({ page, phone, line }) => {
        const later = SEEN_LATER.includes(fault);
        if (later) await page.clock.install();
        const loads = countLoads(page);
        // The page finds out by asking once more; a browser asks again by itself where nobody answered.
        line.spoil(file, fault, { portal: 3, server: 3, missing: 3, refused: Infinity }[fault] ?? 1);
        await page.goto(line.url, { waitUntil: 'commit' });
        if (later) {
          await page.waitForTimeout(1_000);
          await page.clock.fastForward(21_000);
        }
        await again(page).or(at(page, 'first-language')).first().waitFor({ timeout: 8_000 }).catch(async (error) => {
          throw new Error(`${fault}: ${await state(page)}; ${line.asked}; ${phone.complaints}; ${error.message.slice(0, 80)}`);
        });
        // A preloaded file that was lost once is asked for again by the browser itself.
        if (await at(page, 'first-language').isVisible() && !(await again(page).isVisible())) return;
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
