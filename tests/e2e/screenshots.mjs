// Writes pictures of the screens to docs/screenshots/, at both phone sizes.
// Each entry: a file name, the address inside the app, and what must be done to get there from a fresh phone.
import fs from 'node:fs';
import path from 'node:path';
import { PHONE, Phone, SMALL_PHONE, Server, openApp, root } from './lib.mjs';
import { screens } from './screens.mjs';

const folder = path.join(root, 'docs/screenshots');
fs.mkdirSync(folder, { recursive: true });
const server = await Server.start();
let written = 0;
for (const viewport of [PHONE, SMALL_PHONE]) {
  for (const { name, address, arrive } of screens) {
    const phone = await Phone.start({ viewport });
    await openApp(phone.page, server.url + (address ?? '/'));
    await arrive?.(phone.page);
    await phone.page.evaluate(() => document.fonts.ready.then(() => true));
    const file = path.join(folder, `${name}-${viewport.width}x${viewport.height}.png`);
    await phone.page.screenshot({ path: file });
    await phone.close();
    written += 1;
    console.log(path.relative(root, file));
  }
}
await server.stop();
console.log(`${written} pictures`);
process.exit(0);
