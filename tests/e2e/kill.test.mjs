// The browser is killed in the middle of step commits; no acknowledged step may be lost. BROWSER_KILLS says how often.
import { CrashingPhone, Server, assert, openApp, waitFor } from './lib.mjs';
import { addLearner, at, doStep, finished, firstStart, openLesson, practise, see, stepsDone, tap } from './app.mjs';
import { lesson } from './lessons.mjs';

const KILLS = Number(process.env.BROWSER_KILLS ?? 3);
const LOGIN = 'vneid-login';

export const tests = {
  async 'no step that was shown as done is lost when the browser is killed'() {
    const server = await Server.start();
    const phone = new CrashingPhone();
    const { steps } = lesson(LOGIN);
    let page = await phone.start();
    await openApp(page, server.url);
    await firstStart(page);
    await addLearner(page, 'Bà Tư');
    await openLesson(page, LOGIN);
    await practise(page, 'guided');
    let acknowledged = 0;
    let lost = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      // So many steps are seen to be done, then the next one is begun and the battery falls out.
      const goal = Math.min(acknowledged + 1 + (kill % 2), steps.length - 1);
      while (acknowledged < goal) {
        await doStep(page, steps[acknowledged]);
        const before = acknowledged;
        await waitFor('the step is done', async () => (await stepsDone(page)) > before);
        acknowledged = await stepsDone(page);
      }
      const half = doStep(page, steps[acknowledged]).catch(() => {});
      await new Promise((done) => setTimeout(done, 560 + ((kill * 37) % 120)));
      await phone.kill();
      await half;

      page = await phone.start();
      await openApp(page, server.url);
      await see(page, 'who-title');
      assert(!(await at(page, 'notice-ok').isVisible()), `kill ${kill}: the database is whole`);
      await tap(page, 'person');
      await see(page, 'home-title');
      if (await at(page, 'home-continue').isVisible()) {
        await tap(page, 'home-continue');
      } else {
        // The killed step was the last one, and it was committed: the lesson is finished, begin it again.
        acknowledged = 0;
        await openLesson(page, LOGIN);
        await practise(page, 'guided');
      }
      await see(page, 'practice-say');
      const kept = await stepsDone(page);
      if (kept < acknowledged) lost += acknowledged - kept;
      acknowledged = kept;
      if (acknowledged >= steps.length - 1) {
        // Begin again from the first step, with all of it still to lose.
        await doStep(page, steps[acknowledged]);
        await waitFor('finished', () => finished(page));
        await tap(page, 'finished-again');
        await see(page, 'practice-say');
        acknowledged = await stepsDone(page);
      }
    }
    await phone.kill();
    await server.stop();
    console.log(`      ${KILLS} kills of Chromium, ${lost} acknowledged steps lost`);
    assert(lost === 0, `${lost} acknowledged steps lost`);
  },
};
