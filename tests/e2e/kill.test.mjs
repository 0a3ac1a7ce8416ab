// The browser is killed in the middle of step commits; no acknowledged step may be lost. BROWSER_KILLS says how often.
import { CrashingPhone, Server, assert, openApp, waitFor } from './lib.mjs';
import { addLearner, at, doStep, finished, firstStart, openLesson, practise, see, stepsDone, tap } from './app.mjs';
import { lesson } from './lessons.mjs';

const KILLS = Number(process.env.BROWSER_KILLS ?? 3);
const LOGIN = 'vneid-login';
/** What the home screen says of a lesson that was followed to its end. */
const DID_IT = 'Đã làm theo';
const nameOf = (learner) => `Bà số ${learner}.`;

export const tests = {
  async 'no step that was shown as done is lost when the browser is killed'() {
    const server = await Server.start();
    const phone = new CrashingPhone();
    const { steps } = lesson(LOGIN);
    let page = await phone.start();
    await openApp(page, server.url);
    await firstStart(page);
    let learner = 0;
    let acknowledged = 0;
    // Each time with somebody new: what the home screen says of the lesson is then about these very steps.
    const beginAnew = async () => {
      learner += 1;
      await addLearner(page, nameOf(learner));
      await openLesson(page, LOGIN);
      await practise(page, 'guided');
      acknowledged = await stepsDone(page);
      assert(acknowledged === 0, `${nameOf(learner)} begins at the first step`);
    };
    await beginAnew();
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
      await tap(page, 'person', at(page, 'person').filter({ hasText: nameOf(learner) }));
      await see(page, 'home-title');
      if (await at(page, 'home-continue').isVisible()) {
        await tap(page, 'home-continue');
        await see(page, 'practice-say');
        const kept = await stepsDone(page);
        if (kept < acknowledged) lost += acknowledged - kept;
        acknowledged = kept;
      } else {
        // Nothing to go on with: right only if the killed step was the last one and it was committed.
        const row = await at(page, `lesson-${LOGIN}`).textContent();
        const isFinished = acknowledged >= steps.length - 1 && row.includes(DID_IT);
        if (!isFinished) lost += acknowledged;
        await tap(page, 'home-switch');
        await beginAnew();
      }
      if (acknowledged >= steps.length - 1) {
        await doStep(page, steps[acknowledged]);
        await waitFor('finished', () => finished(page));
        await tap(page, 'finished-home');
        await see(page, 'home-title');
        await tap(page, 'home-switch');
        await beginAnew();
      }
    }
    await phone.kill();
    await server.stop();
    console.log(`      ${KILLS} kills of Chromium, ${lost} acknowledged steps lost`);
    assert(lost === 0, `${lost} acknowledged steps lost`);
  },
};
