// Copies of the build under test with something changed, as another release or another browser would have it.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dist, temporaryFolder } from './lib.mjs';

const hash = (content) => crypto.createHash('sha256').update(content).digest('hex');

/**
 * A copy in which each file whose name fits a pattern has become what its function makes of its text. The service
 * worker's list knows the new content; names stay.
 */
export function changedBuild(changes, { mark } = {}) {
  const folder = path.join(temporaryFolder('changed'), 'dist');
  fs.cpSync(dist, folder, { recursive: true });
  const file = (name) => path.join(folder, name);
  let list = fs.readFileSync(file('sw.js'), 'utf8');
  const put = (name, change) => {
    const before = fs.readFileSync(file(name));
    const after = change(before.toString());
    list = list.replaceAll(hash(before), hash(after));
    fs.writeFileSync(file(name), after);
    unpack(name);
  };
  const unpack = (name) => ['br', 'gz'].forEach((ending) => fs.rmSync(`${file(name)}.${ending}`, { force: true }));
  for (const [pattern, change] of changes) {
    const names = fs.readdirSync(folder).filter((name) => pattern.test(name) && !/\.(br|gz)$/.test(name));
    if (names.length === 0) throw new Error(`no file is called ${pattern}`);
    for (const name of names) put(name, change);
  }
  let { build } = JSON.parse(fs.readFileSync(file('build.json'), 'utf8'));
  if (mark) {
    const old = build;
    build = hash(mark).slice(0, old.length);
    put('index.html', (text) => text.replaceAll(old, build));
    list = list.replaceAll(old, build);
  }
  fs.writeFileSync(file('sw.js'), list);
  unpack('sw.js');
  fs.writeFileSync(file('build.json'), JSON.stringify({ build, files: {} }));
  return { folder, build };
}

/** A copy with code that runs before anything of the page, with code that runs before its worker's, and with other changes. */
export function buildWith({ page, worker, changes = [] }) {
  const before = [...changes];
  // A file of its own: the page may run nothing that was written into it.
  if (page) before.push([/^index\.html$/, (text) => text.replace('<head>', '<head><script src="/before.js"></script>')]);
  if (worker) before.push([/^worker-.*\.js$/, (text) => `${worker}\n${text}`]);
  const { folder } = changedBuild(before);
  if (page) fs.writeFileSync(path.join(folder, 'before.js'), page);
  return folder;
}
