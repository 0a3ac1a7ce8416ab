// The shell around the screens: it opens, it opens again with no network, and a new build comes only when asked.
import { appIsDrawn, appIsUsable, assert, buildOf, keptOffline, nextBuild, openApp, waitFor, withPhone } from './lib.mjs';
import { at, doStep, freshLearner, practise, see, stepIsDone } from './app.mjs';
import { lesson } from './lessons.mjs';

export const tests = {
  async 'the app opens and keeps itself for later'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await keptOffline(phone.page);
      const kept = await phone.page.evaluate(async () => {
        const facts = await (await fetch('/build.json')).json();
        const cache = await caches.open(`ct-${facts.build}`);
        const paths = (await cache.keys()).map((request) => new URL(request.url).pathname);
        const files = Object.keys(facts.files).filter((file) => file !== 'sw.js');
        return { files: files.length, missing: files.filter((file) => !paths.includes(`/${file}`)) };
      });
      assert(kept.files > 5 && kept.missing.length === 0, `of ${kept.files} not kept: ${kept.missing}`);
      assert(phone.complaints.length === 0, phone.complaints.join('\n'));
    });
  },

  async 'with the server stopped it reloads, restarts and opens at any address'() {
    await withPhone(async ({ phone, server }) => {
      await freshLearner(phone, server.url);
      await keptOffline(phone.page);
      const home = phone.page.url();
      await server.stop();
      await phone.page.reload();
      await see(phone.page, 'home-title');
      await phone.restart();
      await phone.page.goto(server.url);
      await see(phone.page, 'who-title');
      await phone.page.goto(`${home}/settings`);
      await see(phone.page, 'settings-title');
      await phone.page.goto(`${server.url}/no/such/page`);
      await see(phone.page, 'failure-title');
      const answered = await phone.page.evaluate(() => fetch('/healthz').then(() => true, () => false));
      assert(!answered, '/healthz must never be answered from the device');
    });
  },

  async 'a new build waits, is offered, and takes over as a whole'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await keptOffline(phone.page);
      const old = await buildOf(phone.page);
      const next = nextBuild();
      await server.stop();
      await server.startAgain(next.folder);

      await phone.page.reload();
      await appIsDrawn(phone.page);
      assert((await buildOf(phone.page)) === old, 'the old build stays until the new one is wanted');
      await phone.page.evaluate(() => new Promise((offered) => window.ctBridge.onUpdate(offered)));
      assert((await buildOf(phone.page)) === old, 'an offer changes nothing');

      const reloads = [];
      phone.page.on('load', () => reloads.push(phone.page.url()));
      assert(await phone.page.evaluate(() => window.ctBridge.applyUpdate()), 'a build is waiting');
      await waitFor('the new build runs', async () => (await buildOf(phone.page)) === next.build);
      await appIsDrawn(phone.page);
      assert(reloads.length === 1, `reloaded ${reloads.length} times`);
      const names = await waitFor('the old build is gone', async () => {
        const found = await phone.page.evaluate(() => caches.keys());
        return found.length === 1 && found;
      });
      assert(names[0] === `ct-${next.build}`, `kept: ${names}`);

      await server.stop();
      await phone.page.goto(server.url);
      await appIsUsable(phone.page);
      assert((await buildOf(phone.page)) === next.build, 'the new build opens with no network');
    });
  },

  async 'a build with a file of another build is never kept'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await keptOffline(phone.page);
      const old = await buildOf(phone.page);
      const { folder } = nextBuild('torn');
      // The list is of the next build, the page is still the old one: a deployment stopped half-way.
      const { cpSync } = await import('node:fs');
      cpSync(`${server.web}/index.html`, `${folder}/index.html`);
      await server.stop();
      await server.startAgain(folder);
      const outcome = await phone.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const found = new Promise((done) => registration.addEventListener('updatefound', () => {
          const worker = registration.installing;
          worker.addEventListener('statechange', () => done(worker.state));
        }));
        await registration.update();
        return found;
      });
      assert(outcome === 'redundant', `the torn build is ${outcome}`);
      await phone.page.reload();
      await appIsDrawn(phone.page);
      assert((await buildOf(phone.page)) === old, 'the old build still runs');
    });
  },

  async 'a long press is one tap, on a key, a tick and a button'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      const devtools = await phone.context.newCDPSession(page);
      const touch = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      const press = async (place, held, moved = 0) => {
        await place.scrollIntoViewIfNeeded();
        const box = await place.boundingBox();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await touch('touchStart', [{ x, y }]);
        // A phone says so after half a second and would open a menu.
        await page.waitForTimeout(held / 2);
        if (held > 500) await place.dispatchEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y });
        await page.waitForTimeout(held / 2);
        if (moved) await touch('touchMove', [{ x: x + moved, y }]);
        await touch('touchEnd', []);
        await page.waitForTimeout(700);
      };
      // A button: one screen on, and not two.
      await press(at(page, 'lesson-vneid-login'), 900);
      await see(page, 'intro-title');
      await at(page, 'intro-real').scrollIntoViewIfNeeded();
      await press(at(page, 'intro-real'), 900, 10);
      // A tick: on, and not off again.
      const tick = at(page, 'real-0');
      await see(page, 'real-0');
      await press(tick, 900);
      assert((await tick.getAttribute('aria-pressed')) === 'true', 'the line is ticked');
      await press(tick, 60);
      assert((await tick.getAttribute('aria-pressed')) === 'false', 'a short press is one tap too');
      // A key: one letter, and no wrong one.
      await page.goBack();
      await practise(page, 'guided');
      const { steps } = lesson('vneid-login');
      await doStep(page, steps[0]);
      await stepIsDone(page, 0);
      await page.waitForTimeout(600);
      await page.locator(`#sim-${steps[1].target}`).click();
      await press(page.locator(`[data-key="${steps[1].sample[0]}"]`), 900);
      assert((await page.locator('.sample-done').textContent()) === steps[1].sample[0], 'one letter');
      assert((await page.locator('.practice-feedback.note-amber').count()) === 0, 'nothing was wrong');
    });
  },

  async 'it can be installed'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await keptOffline(phone.page);
      const devtools = await phone.context.newCDPSession(phone.page);
      const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
      assert(installabilityErrors.length === 0, JSON.stringify(installabilityErrors));
      const { data, errors } = await devtools.send('Page.getAppManifest');
      assert(errors.length === 0 && JSON.parse(data).short_name === 'Cùng Tiến', data);
    });
  },
};
