// The tutorials' steps, read from the same files the pack is made of.
import fs from 'node:fs';
import path from 'node:path';
import { assert, dist, root, sha256, temporaryFolder } from './lib.mjs';

const STEP = /\[\[steps\]\]\s*id = "([^"]+)"\s*screen = "([^"]+)"\s*action = \{([^}]*)\}/g;
const field = (text, name) => text.match(new RegExp(`${name} = "([^"]*)"`))?.[1];

/** Every tutorial: its id, and its steps with what to do, where, and the sample to enter. */
export const lessons = fs
  .readdirSync(path.join(root, 'assets/tutorials'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) => fs.readdirSync(path.join(root, 'assets/tutorials', entry.name)).map((name) => path.join(entry.name, name)))
  .filter((name) => name.endsWith('.toml'))
  .sort()
  .map((name) => {
    const text = fs.readFileSync(path.join(root, 'assets/tutorials', name), 'utf8');
    const steps = [...text.matchAll(STEP)].map(([, id, screen, action]) => ({
      id, screen, does: field(action, 'do'), target: field(action, 'target'), sample: field(action, 'sample'),
    }));
    const declared = text.match(/\[\[steps\]\]/g).length;
    if (steps.length !== declared) throw new Error(`${name}: ${declared} steps, ${steps.length} read`);
    return { id: path.basename(name, '.toml'), steps, rolePlay: /^role_play = true/m.test(text), real: Number(text.match(/^real_lines = (\d+)/m)?.[1] ?? 0) };
  });

/** A lesson's Vietnamese title, by which the app names one it leaves out. */
export const titleOf = (id) =>
  fs.readFileSync(path.join(root, `locales/vi/tutorials/${id}.ftl`), 'utf8').match(/^title = (.+)$/m)[1];

export const lesson = (id) => lessons.find((one) => one.id === id);

/** A copy of the build under test in whose content the first step of this lesson leads nowhere: it is left out. */
export function buildWithout(id) {
  const folder = path.join(temporaryFolder('build'), 'dist');
  fs.cpSync(dist, folder, { recursive: true });
  const name = fs.readdirSync(folder).find((file) => file.endsWith('_bg.wasm'));
  const file = path.join(folder, name);
  const before = sha256(file);
  const module = fs.readFileSync(file);
  const target = module.indexOf('"target":"', module.indexOf(`"id":"${id}"`));
  assert(module.includes(`"id":"${id}"`) && target > 0, `${id} is in the content of the build`);
  module[target + '"target":"'.length] = 'X'.charCodeAt(0);
  fs.writeFileSync(file, module);
  // The packed ones still have the lesson whole.
  for (const ending of ['br', 'gz']) for (const packed of [name, 'sw.js']) fs.rmSync(path.join(folder, `${packed}.${ending}`), { force: true });
  const worker = path.join(folder, 'sw.js');
  fs.writeFileSync(worker, fs.readFileSync(worker, 'utf8').replaceAll(before, sha256(file)));
  return folder;
}
