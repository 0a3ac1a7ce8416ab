// The shell around the screens: it opens, it opens again with no network, and a new build comes only when asked.
import { appIsDrawn, appIsUsable, assert, buildOf, keptOffline, nextBuild, openApp, waitFor, withPhone } from './lib.mjs';
import { freshLearner, see } from './app.mjs';

export const tests = {
  async 'the app opens and keeps itself for later'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await keptOffline(phone.page);
      const kept = await phone.page.evaluate(async () => {
        const facts = await (await fetch('/build.json')).json();
        const cache = await caches.open(`ct-${facts.build}`);
        const paths = (await cache.keys()).map((request) => new URL(request.url).pathname);
        return Object.keys(facts.files).filter((file) => file !== 'sw.js' && !paths.includes(`/${file}`));
      });
      assert(kept.length === 0, `not kept: ${kept}`);
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

  async 'a long press is one tap'() {
    await withPhone(async ({ phone, server }) => {
      await openApp(phone.page, server.url);
      await phone.page.evaluate(() => {
        const button = document.createElement('button');
        button.id = 'press-me';
        Object.assign(button.style, { position: 'fixed', left: '0', top: '0', width: '200px', height: '100px', zIndex: 9999 });
        window.taps = [];
        button.addEventListener('click', (event) => window.taps.push([event.clientX, event.clientY]));
        document.body.append(button);
      });
      const devtools = await phone.context.newCDPSession(phone.page);
      const touch = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      for (const [held, moved, expected] of [[900, 0, 1], [60, 0, 1], [900, 10, 1]]) {
        await phone.page.evaluate(() => window.taps.splice(0));
        await touch('touchStart', [{ x: 80, y: 40 }]);
        await phone.page.waitForTimeout(held);
        if (moved) await touch('touchMove', [{ x: 80 + moved, y: 40 }]);
        await touch('touchEnd', []);
        await phone.page.waitForTimeout(500);
        const taps = await phone.page.evaluate(() => window.taps);
        assert(taps.length === expected, `held ${held} ms, moved ${moved} px: ${taps.length} taps`);
      }
    });
  },
};
