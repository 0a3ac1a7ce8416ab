// Translators and extensions that rewrite the page while a lesson is under way.
import fs from 'node:fs';
import path from 'node:path';
import { assert, root, withPhone } from './lib.mjs';
import { at, doStep, freshLearner, openLesson, practise, see, stepIsDone } from './app.mjs';
import { lesson } from './lessons.mjs';

export const tests = {
  async 'every page of ours asks not to be rewritten'() {
    for (const page of ['assets/web/index.html', 'src/platform/window/index.html']) {
      const text = fs.readFileSync(path.join(root, page), 'utf8');
      for (const wish of [
        '<html lang="vi" translate="no" class="notranslate">', '<meta name="google" content="notranslate">',
        '<meta name="color-scheme" content="only light">', 'telephone=no, date=no, address=no, email=no',
      ]) assert(text.includes(wish), `${page} has no ${wish}`);
    }
  },
};

/** Ways in which translators and extensions rewrite a page that asks them not to; run in the page. */
const TRANSLATORS = {
  'that replaces every text by a copy': () => {
    window.rewrite = (text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data.toUpperCase();
      outer.append(inner);
      text.parentNode.replaceChild(outer, text);
    };
  },
  'that puts its words before a text and takes the text away': () => {
    window.rewrite = (text) => {
      const font = document.createElement('font');
      font.textContent = text.data.toUpperCase();
      text.before(font);
      text.remove();
    };
  },
  'that moves every text into an element of its own': () => {
    window.rewrite = (text) => {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text);
    };
  },
  'with an element of its own, that translates twice': () => {
    window.rewrite = (text) => {
      const [first, second] = [document.createElement('x-translated'), document.createElement('x-translated')];
      first.textContent = text.data;
      second.textContent = text.data.toUpperCase();
      text.replaceWith(first);
      first.replaceWith(second);
    };
  },
};

for (const [translator, prepare] of Object.entries(TRANSLATORS)) {
  tests[`a translator ${translator}: the lesson goes on, and each step has its own instruction`] = async () => {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await openLesson(page, 'vneid-login');
      await practise(page, 'guided');
      await page.evaluate(prepare);
      await page.evaluate(() => {
        // At once, whatever changes, as they do.
        const all = () => {
          const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('font, x-translated')) found.push(walker.currentNode);
          }
          found.forEach(window.rewrite);
          window.rewritten = (window.rewritten ?? 0) + found.length;
        };
        new MutationObserver(all).observe(document.getElementById('main'), { childList: true, subtree: true, characterData: true });
        all();
      });
      const { steps } = lesson('vneid-login');
      const said = [];
      for (const [index, step] of steps.entries()) {
        said.push((await at(page, 'practice-say').textContent()).toLowerCase());
        await doStep(page, step);
        await stepIsDone(page, index, 10_000);
      }
      await see(page, 'finished-title');
      assert(new Set(said).size === steps.length, `instructions: ${said.join(' | ')}`);
      assert((await page.evaluate(() => window.rewritten)) > 20, 'it was translated');
      assert(phone.complaints.length === 0, phone.complaints.join('\n'));
    });
  };
}
