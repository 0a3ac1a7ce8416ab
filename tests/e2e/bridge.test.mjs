// What the app asks of the browser through window.ctBridge, and what the page may not do.
import http from 'node:http';
import zlib from 'node:zlib';
import fs from 'node:fs';
import path from 'node:path';
import { CrashingPhone, Phone, Server, appIsDrawn, assert, dist, keptOffline, openApp, root, temporaryFolder, waitFor } from './lib.mjs';
import { freshLearner, openLesson, see, tap } from './app.mjs';

const IN_APP = {
  zalo: 'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/24010 ZaloTheme/light',
  facebook: 'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/445.0;]',
  messenger: 'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/440.0;]',
};

export const tests = {
  async 'the app learns where it runs'() {
    await withPage({}, async (page) => {
      const here = await page.evaluate(() => window.ctBridge.environment());
      const keys = ['build', 'inApp', 'lang', 'online', 'pixels', 'privateMode', 'reducedMotion', 'standalone'];
      assert(Object.keys(here).sort().join() === keys.join(), JSON.stringify(here));
      assert(here.inApp === null && here.online && here.reducedMotion && !here.privateMode, JSON.stringify(here));
      const kept = await page.evaluate(() => window.ctBridge.persist());
      assert(['granted', 'refused'].includes(kept), kept);
    });
  },

  async 'browsers inside other apps are known'() {
    for (const [name, userAgent] of Object.entries(IN_APP)) {
      await withPage({ userAgent }, async (page) => {
        const here = await page.evaluate(() => window.ctBridge.environment());
        assert(here.inApp === name, `${name}: ${here.inApp}`);
      });
    }
  },

  async 'what is sent goes out small, to the server of the page, with its bearer and nothing else'() {
    await withPage({}, async (page) => {
      const text = JSON.stringify({ wire: 1, app: 'bridge', pack: 1, unknown: 'x'.repeat(4000) });
      const request = page.waitForRequest('**/v1/sync');
      const asking = page.evaluate((body) => window.ctBridge.send('POST', '/v1/sync', 'ab'.repeat(32), body, 5000, 1e6, 'cung-tien-wire'), text);
      const sent = await request;
      const headers = await sent.allHeaders();
      assert(headers['content-encoding'] === 'gzip', JSON.stringify(headers));
      assert(zlib.gunzipSync(sent.postDataBuffer()).toString() === text, 'it comes out the same');
      assert(sent.postDataBuffer().length < 200, `${sent.postDataBuffer().length} bytes`);
      assert(headers.authorization === `Bearer ${'ab'.repeat(32)}` && !headers.cookie && !headers.referer, JSON.stringify(headers));
      const { status, body, marked, media } = await asking;
      assert(marked && media.startsWith('application/json'), `${marked} ${media}`);
      assert(status === 401 && JSON.parse(body).code === 'unknown-device', `${status} ${body}`);
    });
  },

  async 'a server that says nothing, and none at all, are told apart'() {
    await withPage({}, async (page) => {
      const ask = () => page.evaluate(() => window.ctBridge.send('GET', '/v1/sync', 'ab'.repeat(32), '', 300));
      await page.route('**/v1/sync', () => {});
      assert((await ask()).lost === 'late', 'it is late');
      await page.unroute('**/v1/sync');
      await page.context().setOffline(true);
      assert((await ask()).lost === 'offline', 'there is nobody');
    });
  },

  async 'whatever comes back is seen as it is: status, kind, mark, pause and body, and nothing is followed'() {
    const page0 = '<!doctype html><title>WiFi</title>';
    const html = { 'content-type': 'text/html; charset=utf-8' };
    const json = { 'content-type': 'application/json' };
    const table = [
      [{ status: 200, headers: html, body: page0 }, { status: 200, media: html['content-type'], marked: false, retryAfter: null, body: page0 }],
      [{ status: 511, headers: { ...html, 'retry-after': '99999999999999999999' }, body: page0 }, { status: 511, retryAfter: 0xffff_ffff, body: page0 }],
      [{ status: 503, headers: { ...html, 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }, body: '' }, { status: 503, retryAfter: null, body: '' }],
      [{ status: 429, headers: { ...json, 'retry-after': '17', 'cung-tien-wire': '1' }, body: '{}' }, { status: 429, retryAfter: 17, marked: true, body: '{}' }],
      [{ status: 503, headers: { ...json, 'retry-after': '-1' }, body: '{}' }, { status: 503, retryAfter: null }],
      [{ status: 503, headers: { ...json, 'retry-after': '17 apples' }, body: '{}' }, { status: 503, retryAfter: null }],
      [{ status: 204, headers: {} }, { status: 204, media: '', body: '' }],
      [{ status: 302, headers: { location: 'http://login.example/' } }, { status: 302 }],
      [{ status: 307, headers: { location: '/v1/elsewhere' } }, { status: 302 }],
      [{ status: 407, headers: html, body: page0 }, { status: 407 }],
      [{ status: 200, headers: json, body: 'x'.repeat(3000) }, { status: 200, body: '' }],
    ];
    await withPage({}, async (page) => {
      const ask = () => page.evaluate(() => window.ctBridge.send('POST', '/v1/sync', 'ab'.repeat(32), '{}', 5000, 2000, 'cung-tien-wire'));
      for (const [answer, expected] of table) {
        await page.route('**/v1/**', (route) => route.fulfill(answer));
        const seen = await ask();
        await page.unroute('**/v1/**');
        for (const [what, value] of Object.entries(expected)) {
          assert(seen[what] === value, `${JSON.stringify(answer).slice(0, 120)}: ${what} is ${JSON.stringify(seen[what])}, of ${JSON.stringify(seen).slice(0, 200)}`);
        }
      }
      for (const [why, lost] of [['connectionrefused', 'unreachable'], ['namenotresolved', 'unreachable'], ['connectionreset', 'unreachable']]) {
        await page.route('**/v1/**', (route) => route.abort(why));
        assert((await ask()).lost === lost, why);
        await page.unroute('**/v1/**');
      }
    });
  },

  async 'an answer that breaks off is told from none'() {
    const server = http.createServer((request, answer) => {
      if (!request.url.startsWith('/v1/')) return void answer.end('<!doctype html><script src="/bridge.js"></script>');
      answer.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      answer.write('{"wire":1,');
      setTimeout(() => answer.destroy(), 50);
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    const phone = await Phone.start();
    try {
      await phone.page.goto(`http://127.0.0.1:${server.address().port}/`);
      await phone.page.addScriptTag({ content: fs.readFileSync(path.join(root, 'assets/web/bridge.js'), 'utf8') });
      const seen = await phone.page.evaluate(() => window.ctBridge.send('GET', '/v1/x', 'ab', '', 5000, 2000, 'cung-tien-wire'));
      assert(seen.lost === 'cut-off', JSON.stringify(seen));
    } finally {
      await phone.close();
      server.closeAllConnections();
      server.close();
    }
  },

  async 'why nothing is to be heard is one word of nine, and being interrupted is none'() {
    const vi = { lang: 'vi-VN', localService: true };
    const far = { lang: 'vi-VN', localService: false };
    const table = [
      ['no-engine', { engine: false }],
      ['no-voice', { voices: [{ lang: 'en-US', localService: true }] }],
      ['no-voice', { voices: [] }],
      ['needs-network', { voices: [far], offline: true }],
      ['spoken', { voices: [far] }],
      ['not-allowed', { voices: [vi], error: 'not-allowed' }],
      ['needs-network', { voices: [far], error: 'network' }],
      ['busy', { voices: [vi], error: 'audio-busy' }],
      ['no-sound', { voices: [vi], error: 'audio-hardware' }],
      ['no-engine', { voices: [vi], error: 'synthesis-unavailable' }],
      ['failed', { voices: [vi], error: 'synthesis-failed' }],
      ['no-voice', { voices: [vi], error: 'language-unavailable' }],
      ['no-voice', { voices: [vi], error: 'voice-unavailable' }],
      ['too-long', { voices: [vi], error: 'text-too-long' }],
      ['failed', { voices: [vi], error: 'invalid-argument' }],
      ['failed', { voices: [vi], error: 'a-word-of-a-newer-browser' }],
      ['failed', { voices: [vi], throws: true }],
      ['stopped', { voices: [vi], error: 'interrupted' }],
      ['stopped', { voices: [vi], error: 'canceled' }],
      ['late', { voices: [vi], silent: true, touched: true }],
      ['not-allowed', { voices: [vi], silent: true, touched: false }],
    ];
    await withPage({}, async (page) => {
      for (const [expected, how] of table) {
        const said = await page.evaluate(async ({ engine = true, voices = [], error, offline, throws, silent, touched }) => {
          const define = (object, name, value) => Object.defineProperty(object, name, { value, configurable: true, writable: true });
          if (!engine) {
            const { speechSynthesis: kept } = window;
            delete window.speechSynthesis;
            delete window.SpeechSynthesisUtterance;
            delete Object.getPrototypeOf(window).speechSynthesis;
            delete Object.getPrototypeOf(window).SpeechSynthesisUtterance;
            if ('speechSynthesis' in window) return `the engine is still there: ${kept}`;
            return window.ctBridge.speak('Chào bác.', 'vi', 1);
          }
          define(window, 'SpeechSynthesisUtterance', class {
            constructor(text) {
              this.text = text;
            }
          });
          define(window, 'speechSynthesis', {
            speaking: false, getVoices: () => voices, addEventListener() {}, cancel() {},
            speak: (utterance) => {
              if (throws) throw new Error('no');
              if (silent) return;
              setTimeout(() => (error ? utterance.onerror({ error }) : utterance.onend()), 5);
            },
          });
          define(navigator, 'onLine', !offline);
          define(navigator, 'userActivation', { hasBeenActive: touched });
          return window.ctBridge.speak('Chào bác.', 'vi', 1);
        }, how);
        assert(said === expected, `${JSON.stringify(how)}: ${said} instead of ${expected}`);
      }
    });
  },

  async 'words behind the # are read once and leave the address bar'() {
    await withPage({}, async (page, { server }) => {
      await page.goto('about:blank');
      await page.goto(`${server.url}/join#ao-ba-ban-banh`);
      const field = page.locator('[data-testid=words-field]');
      await field.waitFor();
      assert((await field.inputValue()) === 'ao ba ban banh', await field.inputValue());
      assert(!page.url().includes('ba-ban'), page.url());
      assert((await page.evaluate(() => window.ctBridge.takeFragment())) === '', 'it is gone');
    });
  },

  async 'with no voice it says so, and does not wait for ever'() {
    await withPage({}, async (page) => {
      const [outcome, took] = await page.evaluate(async () => {
        const started = performance.now();
        const said = await window.ctBridge.speak('Bác bấm nút này.', 'vi', 1);
        return [said, performance.now() - started];
      });
      assert(outcome === 'no-voice' && took < 3000, `${outcome} after ${took} ms`);
      assert((await page.evaluate(() => window.ctBridge.hasVoice('vi'))) === false, 'no voice here');
      await page.evaluate(() => window.ctBridge.stopSpeaking());
    });
  },

  async 'with a voice it is said in pieces, and a newer sentence ends the older'() {
    await withPage({}, async (page) => {
      const said = await page.evaluate(async () => {
        const heard = [];
        const voice = { lang: 'vi_VN', localService: true, name: 'test' };
        const synthesis = {
          getVoices: () => [{ lang: 'en-US', localService: true }, voice], addEventListener() {}, cancel() {},
          speak: (utterance) => {
            heard.push([utterance.lang, utterance.text]);
            setTimeout(() => utterance.onend(), 20);
          },
        };
        Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
        window.SpeechSynthesisUtterance = class {
          constructor(text) {
            this.text = text;
          }
        };
        const long = 'Một câu dài vừa phải để nghe cho rõ. '.repeat(10);
        const older = window.ctBridge.speak(long, 'vi', 0.9);
        await new Promise((done) => setTimeout(done, 30));
        const newer = window.ctBridge.speak('Câu mới.', 'vi-VN', 1);
        return [await older, await newer, heard];
      });
      assert(said[0] === 'stopped' && said[1] === 'spoken', JSON.stringify(said));
      assert(said[2].every(([lang, text]) => lang === 'vi-VN' && text.length <= 180), JSON.stringify(said[2]));
      assert(said[2].at(-1)[1] === 'Câu mới.', JSON.stringify(said[2]));
    });
  },

  async 'the document follows the profile, and a file is saved'() {
    await withPage({}, async (page) => {
      await page.evaluate(() => window.ctBridge.setDocument('en', 32, 'Settings'));
      const shown = await page.evaluate(() => {
        const html = document.documentElement;
        return [html.lang, getComputedStyle(html).getPropertyValue('--letters'), document.title].join('|');
      });
      assert(shown === 'en|32px|Settings', shown);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.evaluate(() => window.ctBridge.saveFile('dữ-liệu.json', 'application/json', '{"a":"ệ"}')),
      ]);
      const saved = fs.readFileSync(await download.path(), 'utf8');
      assert(saved === '{"a":"ệ"}', saved);
    });
  },

  async 'a page that cannot ask the database looks as the app did last'() {
    await withPage({}, async (page, { server, phone }) => {
      await openApp(page, server.url);
      await tap(page, 'lang-en');
      await see(page, 'first-language');
      await waitFor('it is noted', () => page.evaluate(() => localStorage.getItem('looks')?.includes('"en"')));
      const second = await phone.context.newPage();
      await second.goto(server.url);
      await second.getByText('The app is open elsewhere').waitFor();
      await second.close();
    });
  },

  async '"Nghe" a second time is a little slower, and a third time as the first'() {
    await withPage({}, async (page, { server, phone }) => {
      await page.addInitScript(() => {
        window.rates = [];
        const voice = { lang: 'vi-VN', localService: true, name: 'test' };
        Object.defineProperty(window, 'speechSynthesis', {
          configurable: true,
          value: {
            getVoices: () => [voice], addEventListener() {}, cancel() {},
            speak: (utterance) => {
              window.rates.push([utterance.text, utterance.rate]);
              setTimeout(() => utterance.onend(), 5);
            },
          },
        });
        window.SpeechSynthesisUtterance = class {
          constructor(text) {
            this.text = text;
          }
        };
      });
      await freshLearner(phone, server.url);
      await openLesson(page, 'vneid-login');
      const heard = [];
      for (let turn = 0; turn < 3; turn += 1) {
        await page.evaluate(() => (window.rates = []));
        await tap(page, 'listen');
        await waitFor('it is read', async () => (await page.evaluate(() => window.rates.length)) > 0);
        await page.waitForTimeout(300);
        heard.push(await page.evaluate(() => [...new Set(window.rates.map(([, rate]) => rate))].join()));
      }
      assert(heard.join(' ') === '1 0.85 1', heard.join(' '));
    });
  },

  async 'a phone’s own back key goes back one screen, and leaves the app from the first'() {
    await withPage({}, async (page, { server }) => {
      const back = () => page.evaluate(() => window.ctBridge.back());
      await openApp(page, server.url);
      await see(page, 'first-language');
      assert((await back()) === false, 'nothing is before the first screen');
      await tap(page, 'first-next');
      await see(page, 'first-address');
      await waitFor('the key goes back', back);
      await see(page, 'first-language');
      await page.waitForTimeout(300);
      assert((await back()) === false, 'the first screen again');
    });
  },

  async 'another tab hears who takes over, and the one that speaks does not'() {
    await withPage({}, async (page, { server, phone }) => {
      const other = await phone.context.newPage();
      await other.goto(server.url);
      for (const tab of [page, other]) {
        await tab.evaluate(() => {
          window.heard = 0;
          window.ctBridge.onTakeOver(() => (window.heard += 1));
        });
      }
      await other.evaluate(() => window.ctBridge.announceTakeOver());
      await page.waitForFunction(() => window.heard === 1);
      assert((await other.evaluate(() => window.heard)) === 0, 'the speaker heard itself');
    });
  },

  async 'text is never evaluated and strangers are never asked'() {
    await withPage({}, async (page) => {
      const allowed = await page.evaluate(async () => {
        const tried = {};
        // In a task of its own: what the test's driver runs is exempt from the page's policy.
        await new Promise((done) => setTimeout(() => {
          try {
            tried.evaluated = new Function('return true')();
          } catch {
            tried.evaluated = false;
          }
          done();
        }));
        const script = document.createElement('script');
        script.textContent = 'window.inline = true';
        document.head.append(script);
        tried.inline = Boolean(window.inline);
        tried.stranger = await fetch('https://stranger.invalid/', { mode: 'no-cors' }).then(() => true, () => false);
        return tried;
      });
      assert(!allowed.evaluated && !allowed.inline && !allowed.stranger, JSON.stringify(allowed));
    });
  },

  async 'an app that cannot start says so and can be tried again'() {
    const broken = path.join(temporaryFolder('broken'), 'dist');
    fs.cpSync(dist, broken, { recursive: true });
    for (const name of fs.readdirSync(broken)) if (name.includes('_bg.wasm')) fs.rmSync(path.join(broken, name));
    const server = await Server.start({ web: broken });
    const phone = await Phone.start();
    await phone.page.goto(server.url);
    await phone.page.locator('[data-testid=boot-error] button').waitFor();
    const said = await phone.page.evaluate(() => new Promise((done) => {
      const worker = new Worker(window.ctWorkerUrl, { type: 'module' });
      worker.onmessage = (event) => done(event.data);
    }));
    assert(typeof JSON.parse(said).failed === 'string', said);
    await server.stop();
    await server.startAgain(dist);
    await phone.page.locator('[data-testid=boot-error] button').click();
    await appIsDrawn(phone.page);
    await phone.close();
    await server.stop();
  },

  async 'a killed browser opens again with what it kept, also with no network'() {
    const server = await Server.start();
    const phone = new CrashingPhone();
    await openApp(await phone.start(), server.url);
    await keptOffline(phone.page);
    await phone.kill();
    await server.stop();
    await openApp(await phone.start(), server.url);
    await phone.kill();
  },
};

async function withPage(options, test) {
  const server = await Server.start();
  const phone = await Phone.start(options);
  try {
    await openApp(phone.page, server.url);
    // The app itself speaks and stops when a screen appears: let it.
    await phone.page.locator('h1').first().waitFor();
    await phone.page.waitForTimeout(300);
    await test(phone.page, { server, phone });
  } finally {
    await phone.close();
    await server.stop();
  }
}
