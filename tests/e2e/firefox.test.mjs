// The paths in Firefox ESR. Its question about lasting storage is answered unless a test is about it; its page cache is on.
import { Server, assert, openApp } from './lib.mjs';
import { addLearner, at, firstStart, see } from './app.mjs';
import { ASKS, Firefox } from './firefox.mjs';
import { journeys } from './journeys.mjs';

export const tests = {
  ...journeys({ start: (options) => Firefox.start(options) }),

  async 'a question of the browser that nobody answers keeps nobody waiting'() {
    const server = await Server.start();
    const phone = await Firefox.start({ prefs: ASKS });
    try {
      const { page } = phone;
      await openApp(page, server.url);
      await firstStart(page);
      const answered = () => page.evaluate(() => Promise.race([
        navigator.storage.persist().then(() => true),
        new Promise((done) => setTimeout(() => done(false), 1_000)),
      ]));
      await addLearner(page, 'Bà Tư');
      assert(!(await answered()), 'Firefox asks, and nobody answers');
      await page.reload();
      await see(page, 'home-title');
      assert((await at(page, 'home-title').textContent()).includes('Bà Tư'), 'she is kept');
    } finally {
      await phone.close();
      await server.stop();
    }
  },
};
