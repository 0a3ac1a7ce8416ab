// Measures what a learner would notice, prints it as a table and writes it to target/bench.json: flat keys, units in the key.
// Numbers other tools have written into the file stay.
import fs from 'node:fs';
import path from 'node:path';
import { Phone, Server, appIsDrawn, dist, keptOffline, openApp, root } from './lib.mjs';

const ROUNDS = 5;
const SLOW = 4;
const results = {};

results.web_app_brotli_bytes = sizeOf((file) => file);
results.web_app_raw_bytes = sizeOf(() => null);

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

const file = path.join(root, 'target/bench.json');
fs.mkdirSync(path.dirname(file), { recursive: true });
const before = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file)) : {};
fs.writeFileSync(file, `${JSON.stringify({ ...before, ...results }, null, 2)}\n`);
for (const [key, value] of Object.entries(results)) console.log(`${key.padEnd(28)} ${String(value).padStart(12)}`);
process.exit(0);

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

/** From the address to the first screen drawn, as the page's own clock tells it. */
async function load({ context, page }, slowdown) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(server.url);
  await appIsDrawn(page);
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
