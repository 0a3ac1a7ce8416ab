// A tour of every screen, for what must hold on each of them: pictures, accessibility, sizes.
import { openApp, waitFor } from './lib.mjs';
import { addLearner, at, doStep, finishRun, firstStart, openLesson, practise, see, stepIsDone, tap, watchRun } from './app.mjs';
import { lesson, lessons } from './lessons.mjs';
import { tourRare } from './tour_rare.mjs';
import { tourComingIn, tourSharing } from './tour_sharing.mjs';

export const LANGS = ['vi', 'en'];

/** Shows every screen once and calls `look(name)` on each. The phone must be fresh. */
export async function tour(page, url, { lang, size }, look) {
  await openApp(page, url);
  await see(page, 'first-language');
  await tap(page, `lang-${lang}`);
  await look('first-language');
  await tap(page, 'first-next');
  await see(page, 'first-address');
  await look('first-address');
  await tap(page, 'first-next');
  await see(page, 'first-size');
  await tap(page, `size-${size}`);
  await look('first-size');
  await tap(page, 'first-next');
  await see(page, 'first-voice');
  await look('first-voice');
  await tap(page, 'first-next');
  await see(page, 'who-title');
  await look('who-empty');
  await tap(page, 'who-add');
  await see(page, 'new-title');
  await look('new-learner');
  await at(page, 'new-name').fill('Bà Tư');
  await tap(page, 'new-save');
  await see(page, 'home-title');
  await look('home');

  for (const one of lessons) {
    await openLesson(page, one.id);
    await look(`${one.id}-intro`);
    await practise(page, 'guided');
    for (const [index, step] of one.steps.entries()) {
      await look(`${one.id}-${index + 1}-${step.id}`);
      if (step.does === 'type') {
        await page.waitForTimeout(550);
        await page.locator(`#sim-${step.target}`).click();
        await see(page, 'keys-fill');
        await look(`${one.id}-${index + 1}-${step.id}-keys`);
        await tap(page, 'keys-fill');
      } else {
        await doStep(page, step);
      }
      await stepIsDone(page, index);
    }
    await see(page, 'finished-title');
    await look(`${one.id}-finished`);
    await tap(page, 'finished-home');
    await see(page, 'home-title');
  }

  const [first] = lessons;
  await openLesson(page, first.id);
  await practise(page, 'watch');
  await look('watch');
  await watchRun(page, first.id);
  await look('watched');
  await tap(page, 'finished-home');
  await openLesson(page, 'vneid-login');
  await practise(page, 'alone');
  await look('alone');
  await page.waitForTimeout(550);
  await page.locator('#sim-camera').click();
  await see(page, 'practice-feedback');
  await look('alone-wrong');
  await tap(page, 'practice-hint');
  await look('alone-hint');
  await tap(page, 'practice-home');
  await see(page, 'home-title');
  await look('home-later');
  await openLesson(page, 'vneid-login');
  await tap(page, 'intro-real');
  await see(page, 'real-title');
  await tap(page, 'real-0');
  await look('checklist');
  await tap(page, 'to-start');
  await see(page, 'home-title');
  await tourSharing(page, url, look);
  await tap(page, 'home-settings');
  await see(page, 'settings-title');
  await look('settings');
  await tap(page, 'delete');
  await see(page, 'delete-yes');
  await look('settings-delete');
  await tap(page, 'delete-no');
  await tap(page, 'settings-about');
  await see(page, 'about-title');
  await look('about');
  await tap(page, 'about-privacy');
  await see(page, 'privacy-title');
  await look('privacy');
  await tap(page, 'back');
  await see(page, 'about-title');
  await tap(page, 'back');
  await see(page, 'settings-title');
  await tap(page, 'back');
  await see(page, 'home-title');
  await tap(page, 'home-switch');
  await see(page, 'who-title');
  await look('who');
  await tourComingIn(page, url, look);
  await tap(page, 'person');
  await tap(page, 'home-settings');
  await tap(page, 'delete');
  await tap(page, 'delete-yes');
  await see(page, 'who-title');
  await see(page, 'purge');
  await look('who-deleted');
  await tap(page, 'purge');
  await see(page, 'purge-yes');
  await look('who-purge');
  await tap(page, 'purge-no');
  await page.goto(`${url}/no/such/page`);
  await see(page, 'failure-title');
  await look('nowhere');
  await tap(page, 'failure-home');
  await see(page, 'who-title');
  const second = await page.context().newPage();
  await second.setViewportSize(page.viewportSize());
  await second.goto(url);
  await waitFor('the second tab says so', () => at(second, 'failure-retry').isVisible());
  await look('other-tab', second);
  await tap(second, 'failure-retry');
  await see(page, 'moved-title');
  await look('moved-away');
  await second.close();
  await tourRare(page, { lang, size }, look);
}
