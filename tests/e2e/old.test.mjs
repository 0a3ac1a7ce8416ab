// Browsers that are too old, or lack something: what can be gone around works, and the rest is told the truth and what to
// do. Emulated in this browser, in the page before its first script and in the worker before its own.
import { parse } from 'acorn';
import { Phone, SMALL_PHONE, Server, appIsUsable, assert, waitFor } from './lib.mjs';
import { at } from './app.mjs';
import { changedBuild } from './builds.mjs';

const NO_COMPILE = `for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming']) {
  WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('invalid value type externref'));
}`;
/** Code that takes something away → what she sees: 'works' or the state of the opening screen. Other engines try them, too. */
export const LACKING = {
  'no CompressionStream': ['delete self.CompressionStream;', 'works'],
  'no BroadcastChannel': ['delete self.BroadcastChannel;', 'works'],
  'no AbortSignal.timeout': ['delete AbortSignal.timeout;', 'works'],
  'no speech': ['delete self.speechSynthesis; if (self.Window) delete Window.prototype.speechSynthesis;', 'works'],
  'no service worker': ['if (self.Navigator) delete Navigator.prototype.serviceWorker;', 'works'],
  'no web locks': ['delete (self.Navigator ?? WorkerNavigator).prototype.locks;', 'works'],
  'no FinalizationRegistry': ['delete self.FinalizationRegistry;', 'works'],
  'no readable bodies': ["Object.defineProperty(Response.prototype, 'body', { value: undefined }); delete WebAssembly.instantiateStreaming;", 'works'],
  'no hashes, as without HTTPS': ["delete (self.Crypto ?? {}).prototype?.subtle; Object.defineProperty(self.crypto, 'subtle', { value: undefined });", 'works'],
  'no WebAssembly': ['delete self.WebAssembly;', 'old'],
  'WebAssembly without references': [`{
    const known = WebAssembly.validate;
    WebAssembly.validate = (bytes) => bytes.length > 200 && known(bytes);
    ${NO_COMPILE}
  }`, 'old'],
  'WebAssembly that takes the taste and not the app': [NO_COMPILE, 'old'],
  'no modules': ["if (self.HTMLScriptElement) delete HTMLScriptElement.prototype.noModule;", 'old'],
  'no module workers': ['if (self.window) { const Known = Worker; self.Worker = class extends Known { constructor(url) { super(url); } }; }', 'old'],
  'no promises': ['if (self.window) delete self.Promise;', 'old'],
  'no fetch': ['if (self.window) delete self.fetch;', 'old'],
};
/** A file that the browser cannot read, as with words younger than it is. */
const UNREADABLE = [/^boot-.*\.js$/, /^bridge-.*\.js$/, /^app-.*\.js$/];

/** User agent → words of what is to be done. */
const CURES = {
  'Mozilla/5.0 (Linux; Android 10; SM-A105F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36': 'CH Play, tìm Chrome',
  'Mozilla/5.0 (Linux; Android 9; CPH1909; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/85.0 Mobile Safari/537.36 Zalo android/12': 'dấu ba chấm',
  'Mozilla/5.0 (Linux; Android 5.1; A37f) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/95.0 Mobile Safari/537.36': 'Cần máy khác',
  'Mozilla/5.0 (Linux; Android 12; SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/13.0 Chrome/83.0 Mobile Safari/537.36': 'Samsung Internet',
  'Mozilla/5.0 (Android 11; Mobile; rv:90.0) Gecko/90.0 Firefox/90.0': 'CH Play, tìm Firefox',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0 Mobile/15E148 Safari/604.1': 'Cập nhật phần mềm',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/500': 'Cài đặt chung',
  'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0': 'Giới thiệu Firefox',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1 Safari/605.1.15': 'Cài đặt hệ thống',
  'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko': 'Internet Explorer',
  'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/80.0 Chrome/74.0 Safari/537.36': 'Cập nhật trình duyệt',
};

/** The page as this build and this browser show it, once it has come to rest; nothing may load itself again. */
async function restsAt({ page, url, wanted }) {
  const loads = [];
  page.on('domcontentloaded', () => loads.push(page.url()));
  await page.goto(url);
  const state = () => page.evaluate(() => document.getElementById('opening').dataset.state);
  if (wanted === 'works') {
    await appIsUsable(page).catch(async (error) => { throw new Error(`${await state()}: ${error.message.slice(0, 80)}`); });
  } else {
    await waitFor(`it says ${wanted}`, async () => wanted.includes(await state()), 10_000)
      .catch(async (error) => { throw new Error(`${error.message}: ${await state()}`); });
    const said = await page.locator('#opening').innerText();
    assert(said.includes('cũ') && said.includes('Cập nhật'), said);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen');
  }
  await page.waitForTimeout(500);
  assert(loads.length === 1, `loaded ${loads.length} times`);
}

async function withBrowser(web, options, test) {
  const server = await Server.start(web);
  const phone = await Phone.start({ viewport: SMALL_PHONE, ...options });
  phone.context.setDefaultTimeout(20_000);
  try {
    await test({ page: phone.page, url: server.url, phone });
  } finally {
    await phone.close();
    await server.stop();
  }
}

export const tests = {
  async 'the first script is one that every browser can read'() {
    await withBrowser({}, {}, async ({ url }) => {
      const page = await (await fetch(url)).text();
      const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text);
      assert(scripts.length === 1 && scripts[0].length > 3_000, `${scripts.length} scripts`);
      parse(scripts[0], { ecmaVersion: 5 });
    });
  },

  async 'what to do is told for each kind of browser, in both languages, and there is nothing to try in vain'() {
    for (const [userAgent, words] of Object.entries(CURES)) {
      await withBrowser({}, { userAgent }, async ({ page, url }) => {
        await page.addInitScript('delete self.WebAssembly;');
        await page.goto(url);
        await at(page, 'boot-error').waitFor();
        const said = await page.locator('#opening').innerText();
        assert(said.includes(words), `${userAgent}: ${said}`);
        assert(/most likely because it is old\. .{20}/.test(said), said);
        assert(!(await page.locator('#opening-again').isVisible()), 'trying again cannot help');
      });
    }
  },

  async 'who reads English is told in English'() {
    await withBrowser({}, {}, async ({ page, url }) => {
      await page.addInitScript("delete self.WebAssembly; try { localStorage.setItem('looks', '{\"lang\":\"en\",\"pixels\":32}'); } catch {}");
      await page.goto(url);
      await at(page, 'boot-error').waitFor();
      const said = await page.locator('#opening').innerText();
      assert(said.includes('because it is old') && !said.includes('trình duyệt'), said);
      assert(await page.evaluate(() => getComputedStyle(document.getElementById('opening')).fontSize === '32px'), 'in large letters');
    });
  },

  async 'with no AbortSignal.timeout and no CompressionStream the server is still reached'() {
    await withBrowser({}, {}, async ({ page, url }) => {
      await page.addInitScript('delete AbortSignal.timeout; delete self.CompressionStream;');
      await page.goto(url);
      await appIsUsable(page);
      const answer = await page.evaluate(() => window.ctBridge.send('POST', '/v1/sync', '00', 'x'.repeat(2_000), 5_000));
      assert(answer.status >= 400 && !answer.lost, JSON.stringify(answer));
    });
  },
};

for (const [name, [code, wanted]] of Object.entries(LACKING)) {
  tests[`${name}: ${wanted === 'works' ? 'it works' : 'it says so'}`] = async () => {
    const { folder } = changedBuild([[/^worker-.*\.js$/, (text) => `${code}\n${text}`]]);
    await withBrowser({ web: folder }, {}, async ({ page, url }) => {
      await page.addInitScript(code);
      await restsAt({ page, url, wanted });
    });
  };
}

for (const file of UNREADABLE) {
  tests[`${file} cannot be read: it says so, and does not load itself again`] = async () => {
    const { folder } = changedBuild([[file, (text) => `this is not ( for old browsers\n${text}`]]);
    await withBrowser({ web: folder }, {}, ({ page, url }) => restsAt({ page, url, wanted: ['damaged', 'old'] }));
  };
}
