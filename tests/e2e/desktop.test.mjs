// The first path again, in the desktop shell's own window: real clicks, real keys, a real close and a real power cut.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { PHONE, Server, assert, temporaryFolder, waitFor } from './lib.mjs';
import { addLearner, at, doStep, finishRun, firstStart, openLesson, practise, see, stepsDone, tap, watchRun } from './app.mjs';
import { lesson } from './lessons.mjs';
import { Screen, Window } from './window.mjs';

const LOGIN = 'vneid-login';
const NAME = 'Bà Tư';

export const tests = {
  async 'the window is the same place as a phone: size, styles, letters, bridge'() {
    await onScreen(async (open) => {
      const { page } = await open();
      await see(page, 'first-language');
      const seen = await page.evaluate(async () => {
        await document.fonts.ready;
        const faces = [...document.fonts].filter((face) => face.status !== 'unloaded');
        return {
          size: `${innerWidth}×${innerHeight}`,
          page: document.querySelector('.page').getBoundingClientRect().height,
          opening: getComputedStyle(document.getElementById('opening')).display,
          body: getComputedStyle(document.body).fontFamily,
          faces: faces.map((face) => `${face.family} ${face.weight} ${face.status}`),
          lang: document.documentElement.lang,
          here: await window.ctBridge.environment(),
          voice: typeof (await window.ctBridge.hasVoice('vi')),
        };
      });
      const told = JSON.stringify(seen);
      assert(seen.size === `${PHONE.width}×${PHONE.height}` && seen.page === PHONE.height, told);
      assert(seen.opening === 'none' && seen.lang === 'vi' && seen.body.includes('Be Vietnam Pro'), told);
      assert(seen.faces.length > 0 && seen.faces.every((face) => face.endsWith(' loaded')), told);
      assert(seen.here.inApp === null && seen.here.privateMode === false && seen.voice === 'boolean', told);
    });
  },

  async 'first start, profile, watch, guided, alone, finished; closed and opened again it is all there'() {
    await onScreen(async (open, data) => {
      const first = await open();
      await firstStart(first.page, { 'first-address': ['address-Ba'] });
      await addLearner(first.page, NAME);
      await openLesson(first.page, LOGIN);
      await practise(first.page, 'watch');
      await watchRun(first.page, LOGIN);
      await tap(first.page, 'finished-next');
      await see(first.page, 'practice-say');
      assert((await at(first.page, 'practice-say').textContent()).startsWith('Bà '), 'she is addressed as she chose');
      await finishRun(first.page, LOGIN);
      await tap(first.page, 'finished-next');
      await see(first.page, 'practice-hint');
      await finishRun(first.page, LOGIN, { fill: false });
      await tap(first.page, 'finished-home');
      await doneAlone(first.page);
      await first.close();

      const { page } = await open();
      await see(page, 'who-title');
      assert((await at(page, 'person').textContent()).includes(NAME), 'she is still there');
      await tap(page, 'person');
      await doneAlone(page);
      await tap(page, 'home-settings');
      await tap(page, 'export');
      const folder = path.join(data, 'exports');
      const [name] = await waitFor('the file is written', () => fs.existsSync(folder) && fs.readdirSync(folder));
      const file = path.join(folder, name);
      const { learner } = await waitFor('the file is whole', () => JSON.parse(fs.readFileSync(file, 'utf8')));
      assert(learner.name === NAME, JSON.stringify(learner));
      await waitFor('she is told where it is', () => page.evaluate((place) => document.body.textContent.includes(place), file));
    });
  },

  async 'killed in the middle of a guided run it goes on after the last step shown as done'() {
    await onScreen(async (open) => {
      const { steps } = lesson(LOGIN);
      const first = await open();
      await firstStart(first.page);
      await addLearner(first.page, NAME);
      await openLesson(first.page, LOGIN);
      await practise(first.page, 'guided');
      const half = Math.floor(steps.length / 2);
      for (let done = 0; done < half; done += 1) {
        await doStep(first.page, steps[done]);
        await waitFor(`step ${done + 1} is done`, async () => (await stepsDone(first.page)) > done);
      }
      await first.kill();

      const { page } = await open();
      await see(page, 'who-title');
      assert(!(await at(page, 'notice-ok').isVisible()), 'the database is whole');
      await tap(page, 'person');
      await tap(page, 'home-continue');
      await see(page, 'practice-say');
      const kept = await stepsDone(page);
      assert(kept === half, `${half} steps were shown as done, ${kept} are kept`);
      await finishRun(page, LOGIN);
    });
  },

  async 'with a server: what she learns is sent when she agrees, and asked for again when the network is back'() {
    const server = await Server.start();
    const line = await Line.start(server);
    await onScreen(async (open) => {
      const { page } = await open(line.url);
      await firstStart(page);
      await addLearner(page, NAME);
      await see(page, 'home-title');
      assert(line.asked.length === 0, `nothing is sent without consent: ${line.asked}`);
      await tap(page, 'sharing-line');
      await tap(page, 'consent-yes');
      await see(page, 'share-code');
      await waitFor('everything is sent', async () => (await at(page, 'sharing-status').textContent()).includes('Đã gửi'));
      // Everything is sent: nothing more is asked for by itself.
      const before = line.asked.length;
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await waitFor('the app asks again', () => line.asked.length > before);
      assert(line.asked.at(-1) === '/v1/sync', line.asked.at(-1));
    });
    line.stop();
    await server.stop();
  },
};

/** A line to a server, which notes what is asked for. */
class Line {
  static async start(server) {
    const line = new Line();
    line.asked = [];
    line.http = http.createServer((asked, answer) => {
      line.asked.push(asked.url);
      const { method, headers } = asked;
      const on = http.request({ host: '127.0.0.1', port: server.port, path: asked.url, method, headers }, (said) => {
        answer.writeHead(said.statusCode, said.headers);
        said.pipe(answer);
      });
      on.on('error', () => answer.destroy());
      asked.pipe(on);
    });
    await new Promise((done) => line.http.listen(0, '127.0.0.1', done));
    line.url = `http://127.0.0.1:${line.http.address().port}`;
    return line;
  }

  stop() {
    this.http.close();
    this.http.closeAllConnections();
  }
}

async function doneAlone(page) {
  await see(page, 'home-title');
  assert((await at(page, 'home-title').textContent()).includes(NAME), 'she is greeted by her name');
  const row = await at(page, `lesson-${LOGIN}`).textContent();
  assert(row.includes('Đã tự làm'), row);
}

/** `open()` opens the app with one and the same data folder, as often as it is called. */
async function onScreen(test) {
  const screen = await Screen.start();
  const data = path.join(temporaryFolder('desktop'), 'data');
  const opened = [];
  const open = async (server) => {
    opened.push(await Window.open(screen, data, server));
    return opened.at(-1);
  };
  try {
    await test(open, data);
  } finally {
    for (const window of opened) await window.kill();
    screen.stop();
  }
}
