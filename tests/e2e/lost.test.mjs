// Each of the first files lost, wrong, cut or stalled on its way, once: it is said at once, or after twenty seconds of
// silence, and trying again helps.
import { appIsUsable, assert } from './lib.mjs';
import { at } from './app.mjs';
import { again, countLoads, state, withLine } from './line.mjs';

/** The files without which nothing can be drawn, and what each must be called when it is wrong. */
const FIRST_FILES = [/^\/app-\w+\.css/, /^\/bridge-/, /^\/boot-/, /^\/app-\w+\.js/, /_bg\.wasm/];
/** Faults that are seen at once → what the page says. */
const SEEN_AT_ONCE = {
  lost: ['lost', 'damaged'], refused: ['lost'], portal: ['portal'], server: ['server'], missing: ['server'],
  cut: ['damaged'], rubbish: ['damaged'],
};
const SEEN_LATER = ['stalled', 'silent'];
/** Every fault is tried with the largest file and with the first script; with the others those that differ for a browser. */
const TRIED = [/_bg\.wasm/, /^\/bridge-/];
const OF_THE_OTHERS = ['lost', 'portal', 'server', 'cut', 'stalled'];

export const tests = {};

for (const file of FIRST_FILES) {
  tests[`${file}: lost, wrong or stalled once, it says so and trying again helps`] = async () => {
    const all = [...Object.keys(SEEN_AT_ONCE), ...SEEN_LATER];
    const isTried = TRIED.some((pattern) => pattern.source === file.source);
    for (const fault of isTried ? all : OF_THE_OTHERS) {
      await withLine(async ({ page, phone, line }) => {
        const later = SEEN_LATER.includes(fault);
        if (later) await page.clock.install();
        const loads = countLoads(page);
        // The page finds out by asking once more; a browser asks again by itself where nobody answered.
        line.spoil(file, fault, { portal: 3, server: 3, missing: 3, refused: Infinity }[fault] ?? 1);
        await page.goto(line.url, { waitUntil: 'commit' });
        if (later) {
          await page.waitForTimeout(1_000);
          await page.clock.fastForward(21_000);
        }
        await again(page).or(at(page, 'first-language')).first().waitFor({ timeout: 8_000 }).catch(async (error) => {
          throw new Error(`${fault}: ${await state(page)}; ${line.asked}; ${phone.complaints}; ${error.message.slice(0, 80)}`);
        });
        // A preloaded file that was lost once is asked for again by the browser itself.
        if (await at(page, 'first-language').isVisible() && !(await again(page).isVisible())) return;
        await page.waitForTimeout(300);
        const said = await state(page);
        assert((later ? ['slow'] : SEEN_AT_ONCE[fault]).includes(said), `${fault}: it says ${said}; ${phone.complaints}`);
        assert((await page.locator('#opening').innerText()).includes('Thử lại'), 'in words');
        line.mend();
        await again(page).click();
        await appIsUsable(page).catch(async (error) => { throw new Error(`${fault}: ${await state(page)}; ${error.message.slice(0, 80)}`); });
        assert(loads.length === 2, `${fault}: loaded ${loads.length} times`);
      });
    }
  };
}
