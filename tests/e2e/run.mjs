// Runs the end-to-end tests, one file after the other. `node run.mjs shell` runs only files whose names begin so.
// Each file exports `tests`: a name in plain words → an async function that throws when it is not so.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
/** Tests of another build than the web app: run only when they are named. */
const ANOTHER_BUILD = ['desktop.test.mjs'];
const files = fs.readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs') && (wanted.length === 0 ? !ANOTHER_BUILD.includes(name) : wanted.some((start) => name.startsWith(start))))
  .sort();
const TEST_WITHIN_MS = Number(process.env.E2E_TEST_MS ?? 30 * 60_000);

let passed = 0;
const failed = [];
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const took = [];
for (const file of files) {
  const { tests } = await import(pathToFileURL(path.join(here, file)));
  const begun = Date.now();
  for (const [name, test] of Object.entries(tests)) {
    const started = Date.now();
    const label = `${file.replace('.test.mjs', '')}: ${name}`;
    try {
      await within(test());
      passed += 1;
      console.log(`ok    ${label} (${seconds(started)})`);
    } catch (error) {
      failed.push(label);
      console.log(`FAIL  ${label}\n${error.stack ?? error}`);
    }
  }
  took.push(`${file.replace('.test.mjs', '')} ${seconds(begun)}`);
}
console.log(took.join(', '));
for (const label of failed) console.log(`failed: ${label}`);
console.log(`${passed} passed, ${failed.length} failed`);
// A run that finds no test has tested nothing.
process.exit(failed.length > 0 || passed === 0 ? 1 : 0);

function within(running) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${TEST_WITHIN_MS / 1000} s`)), TEST_WITHIN_MS);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}
