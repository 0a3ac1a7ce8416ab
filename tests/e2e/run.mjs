// Runs the end-to-end tests: `node run.mjs`, or `node run.mjs shell` for the files whose names begin so.
// Each file exports `tests`: a name in plain words → an async function that throws when it is not so. The tests of one
// file run one after the other; E2E_AT_ONCE files run side by side, each in a process, with a server and a browser of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
/** Tests that need more than Chromium and the web app: run only when they are named. */
const NAMED_ONLY = ['desktop.test.mjs', 'firefox.test.mjs', 'webkit.test.mjs'];
/** Begun first, so that nobody waits for them at the end. */
const LONGEST = ['access', 'zoom', 'learn', 'sync', 'jitter', 'bridge'];
const AT_ONCE = Number(process.env.E2E_AT_ONCE ?? Math.min(2, os.cpus().length));
const TEST_WITHIN_MS = Number(process.env.E2E_TEST_MS ?? 30 * 60_000);

const plain = (file) => file.replace('.test.mjs', '');
const rank = (file) => (LONGEST.indexOf(plain(file)) + LONGEST.length + 1) % (LONGEST.length + 1);
const files = fs.readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs') && (wanted.length === 0 ? !NAMED_ONLY.includes(name) : wanted.some((start) => name.startsWith(start))))
  .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));

const failed = [];
const took = [];
let passed = 0;
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

if (files.length > 1 && AT_ONCE > 1) {
  const waiting = [...files];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await runElsewhere(file);
  }));
} else {
  for (const file of files) await runHere(file);
}

console.log(took.join(', '));
for (const label of failed) console.log(`failed: ${label}`);
console.log(`${passed} passed, ${failed.length} failed`);
// A run that finds no test has tested nothing.
process.exit(failed.length > 0 || passed === 0 ? 1 : 0);

async function runHere(file) {
  const { tests } = await import(pathToFileURL(path.join(here, file)));
  const begun = Date.now();
  for (const [name, test] of Object.entries(tests)) {
    const started = Date.now();
    const label = `${plain(file)}: ${name}`;
    try {
      await within(test());
      passed += 1;
      console.log(`ok    ${label} (${seconds(started)})`);
    } catch (error) {
      failed.push(label);
      console.log(`FAIL  ${label}\n${error.stack ?? error}`);
    }
  }
  took.push(`${plain(file)} ${seconds(begun)}`);
}

async function runElsewhere(file) {
  const begun = Date.now();
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.on('close', done));
  let counted = 0;
  for await (const line of readline.createInterface({ input: child.stdout })) {
    if (line.startsWith('ok    ')) passed += 1;
    if (line.startsWith('FAIL  ')) failed.push(line.slice('FAIL  '.length));
    if (/^(ok {4}|FAIL {2})/.test(line)) counted += 1;
    // The child's own summary; this run has one of its own.
    if (!/^(failed: |\d+ passed|[a-z]+ [\d.]+ s$)/.test(line)) console.log(line);
  }
  const status = await ended;
  // A process that died, or that ran nothing, has not passed.
  if (counted === 0 || (status !== 0 && !failed.some((label) => label.startsWith(`${plain(file)}: `)))) {
    failed.push(`${plain(file)}: ended with ${status} after ${counted} tests`);
  }
  took.push(`${plain(file)} ${seconds(begun)}`);
}

function within(running) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${TEST_WITHIN_MS / 1000} s`)), TEST_WITHIN_MS);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}
