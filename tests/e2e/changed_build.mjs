// Copies of the build under test that differ in what a test wants: as in another browser, or as a release gone wrong.
import fs from 'node:fs';
import path from 'node:path';
import { assert, dist, sha256, temporaryFolder } from './lib.mjs';

/**
 * A copy with code that runs before the page's and before its worker's, and with whatever else `edit` does to it by
 * `read(pattern)` and `write(pattern, text)`. The service worker takes the copy for a whole build.
 */
export function changedBuild({ page = '', worker = '', edit = () => {} } = {}) {
  const folder = path.join(temporaryFolder('build'), 'dist');
  fs.cpSync(dist, folder, { recursive: true });
  const names = fs.readdirSync(folder);
  const named = (pattern) => {
    const found = names.find((name) => pattern.test(name));
    assert(found, `no file of the build is called ${pattern}`);
    return path.join(folder, found);
  };
  const kept = path.join(folder, 'sw.js');
  // Its list says what each file must be; the packed ones are of before.
  const put = (file, text) => {
    const before = sha256(file);
    fs.writeFileSync(file, text);
    fs.writeFileSync(kept, fs.readFileSync(kept, 'utf8').replaceAll(before, sha256(file)));
    for (const changed of [file, kept]) for (const packed of ['br', 'gz']) fs.rmSync(`${changed}.${packed}`, { force: true });
  };
  const read = (pattern) => fs.readFileSync(named(pattern), 'utf8');
  const write = (pattern, text) => put(named(pattern), text);
  if (page) {
    // A file of its own, since the page may run nothing that stands in it.
    fs.writeFileSync(path.join(folder, 'before.js'), page);
    write(PAGE, read(PAGE).replace('<head>', '<head><script src="/before.js"></script>'));
  }
  if (worker) write(WORKER, `${worker}\n${read(WORKER)}`);
  edit({ read, write });
  return folder;
}

/** The files of a build, by what they do. */
export const PAGE = /^index\.html$/;
export const BRIDGE = /^bridge-.*\.js$/;
export const BOOT = /^boot-.*\.js$/;
export const WORKER = /^worker-.*\.js$/;
export const STYLES = /^app-.*\.css$/;
