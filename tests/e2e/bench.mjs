// Measures what a learner would notice, prints it as a table and writes it to target/bench.json: flat keys, units in the key.
// Numbers other tools have written into the file stay.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { Phone, Server, appIsUsable, dist, keptOffline, openApp, root } from './lib.mjs';
import { doStep, freshLearner, openLesson, practise, see, stepIsDone, tap } from './app.mjs';
import { lessons } from './lessons.mjs';

const ROUNDS = 5;
const SLOW = 4;
const results = {};

results.web_app_brotli_bytes = sizeOf((file) => file);
results.web_app_raw_bytes = sizeOf(() => null);
results.content_pack_brotli_bytes = packSize();
results.web_app_before_content_brotli_bytes = results.web_app_brotli_bytes - results.content_pack_brotli_bytes;

const server = await Server.start();
results.first_load_ms = await median(() => firstLoad(1));
results.first_load_cpu4x_ms = await median(() => firstLoad(SLOW));
const phone = await Phone.start();
await openApp(phone.page, server.url);
await keptOffline(phone.page);
await server.stop();
results.offline_load_ms = await median(() => load(phone, 1));
results.offline_load_cpu4x_ms = await median(() => load(phone, SLOW));
await phone.close();
await server.startAgain();
Object.assign(results, firstVisit());
Object.assign(results, await taps(1, ''), await taps(SLOW, '_cpu4x'));
await server.stop();

const file = path.join(root, 'target/bench.json');
fs.mkdirSync(path.dirname(file), { recursive: true });
const before = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file)) : {};
fs.writeFileSync(file, `${JSON.stringify({ ...before, ...results }, null, 2)}\n`);
for (const [key, value] of Object.entries(results)) console.log(`${key.padEnd(28)} ${String(value).padStart(12)}`);
/** What a first visit may not fall below. */
const PROMISED = {
  lighthouse_performance: (score) => score >= 0.9,
  lighthouse_lcp_ms: (ms) => ms <= 2500,
  lighthouse_accessibility: (score) => score === 1,
  lighthouse_best_practices: (score) => score === 1,
  lighthouse_seo: (score) => score === 1,
};
const broken = Object.keys(PROMISED).filter((key) => !PROMISED[key](results[key]));
for (const key of broken) console.log(`not as promised: ${key} is ${results[key]}`);
process.exit(broken.length > 0 ? 1 : 0);

/** What Lighthouse says of it with its mobile preset: it shapes the line and the phone itself. */
function firstVisit() {
  const said = execFileSync(process.execPath, [path.join(root, 'tests/lighthouse/run.mjs'), server.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(said);
}

/** Bytes of every file a phone fetches: compressed where there is a Brotli version, unless `pick` says the plain one. */
function sizeOf(pick) {
  const { files } = JSON.parse(fs.readFileSync(path.join(dist, 'build.json')));
  return Object.keys(files).reduce((sum, name) => {
    const packed = pick(path.join(dist, `${name}.br`));
    return sum + fs.statSync(packed && fs.existsSync(packed) ? packed : path.join(dist, name)).size;
  }, 0);
}

async function firstLoad(slowdown) {
  const fresh = await Phone.start();
  const took = await load(fresh, slowdown);
  await fresh.close();
  return took;
}

/** From the address to the first screen that can be used, as the page's own clock tells it. */
async function load({ context, page }, slowdown) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(server.url);
  await appIsUsable(page);
  const took = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(performance.now()))));
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await devtools.detach();
  return took;
}

async function median(measure) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
  return Math.round(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]);
}

/** The content alone, packed as the web app is: `cargo xtask content --out FILE` writes it. */
function packSize() {
  const pack = fs.readFileSync(process.env.PACK_JSON ?? path.join(root, 'target/pack.json'));
  return zlib.brotliCompressSync(pack).length;
}

/** From a tap to the first paint that shows it, and to the mark that says the step is saved. */
async function taps(slowdown, suffix) {
  const phone = await Phone.start();
  const { page } = phone;
  // From the request that a step is done to the worker's answer, which comes after the commit.
  await page.addInitScript(() => {
    window.ctReplies = [];
    const asked = new Map();
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (text, ...rest) {
      if (!this.ctHeard) {
        this.ctHeard = true;
        this.addEventListener('message', ({ data }) => {
          const id = Number(/^\[(\d+)/.exec(data)?.[1]);
          if (asked.has(id)) window.ctReplies.push(performance.now() - asked.get(id));
          asked.delete(id);
        });
      }
      if (text.includes('"RecordStep"')) asked.set(Number(/^\[(\d+)/.exec(text)[1]), performance.now());
      return post.call(this, text, ...rest);
    };
  });
  await freshLearner(phone, server.url);
  await page.evaluate(() => {
    window.ctTimes = { paint: [], saved: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') window.ctTimes.paint.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
    let tapped = 0;
    const done = () => document.querySelectorAll('.practice .step.is-done').length;
    let before = 0;
    addEventListener('click', () => { tapped = performance.now(); before = done(); }, true);
    new MutationObserver(() => {
      if (tapped && done() > before) {
        window.ctTimes.saved.push(performance.now() - tapped);
        tapped = 0;
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const devtools = await phone.context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  for (const { id, steps } of lessons) {
    await openLesson(page, id);
    await practise(page, 'guided');
    await page.evaluate(() => { window.ctTimes.on = true; });
    for (const [index, step] of steps.entries()) {
      await doStep(page, step);
      await stepIsDone(page, index);
    }
    await see(page, 'finished-title');
    await tap(page, 'finished-home');
    await see(page, 'home-title');
  }
  const times = await page.evaluate(() => ({ ...window.ctTimes, replies: window.ctReplies }));
  await phone.close();
  return {
    [`tap_to_paint_median${suffix}_ms`]: middle(times.paint, 0.5),
    [`tap_to_paint_p95${suffix}_ms`]: middle(times.paint, 0.95),
    [`step_saved_median${suffix}_ms`]: middle(times.replies, 0.5),
    [`step_saved_p95${suffix}_ms`]: middle(times.replies, 0.95),
    [`step_saved_and_shown_median${suffix}_ms`]: middle(times.saved, 0.5),
    [`step_saved_and_shown_p95${suffix}_ms`]: middle(times.saved, 0.95),
    [`steps_measured${suffix}`]: times.saved.length,
  };
}

function middle(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
