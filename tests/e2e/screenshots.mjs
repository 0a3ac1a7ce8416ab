// Writes a picture of every screen to docs/screenshots/: `node screenshots.mjs [lang] [size] [width] [folder]`.
// Without arguments: Vietnamese at normal size on the large phone, and at the largest size on the small one.
import fs from 'node:fs';
import path from 'node:path';
import { PHONE, Phone, SMALL_PHONE, Server, root } from './lib.mjs';
import { tour } from './tour.mjs';

const [lang, size, width, into] = process.argv.slice(2);
const rounds = lang
  ? [{ lang, size: size ?? 'Normal', viewport: width === '360' ? SMALL_PHONE : PHONE, folder: into ?? 'docs/screenshots' }]
  : [
      { lang: 'vi', size: 'Normal', viewport: PHONE, folder: 'docs/screenshots' },
      { lang: 'vi', size: 'Largest', viewport: SMALL_PHONE, folder: 'docs/screenshots/small-phone-largest-text' },
    ];

let written = 0;
for (const { lang, size, viewport, folder } of rounds) {
  const target = path.resolve(root, folder);
  fs.mkdirSync(target, { recursive: true });
  const server = await Server.start();
  const phone = await Phone.start({ viewport });
  await phone.page.goto(server.url);
  await tour(phone.page, server.url, { lang, size }, async (name, page = phone.page) => {
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await page.waitForTimeout(150);
    await page.screenshot({ path: path.join(target, `${name}.png`) });
    written += 1;
  });
  await phone.close();
  await server.stop();
}
console.log(`${written} pictures`);
process.exit(0);
