// What a person does who shares her progress, as functions; and what a phone gives out of a learner.
import fs from 'node:fs';
import { assert, waitFor } from './lib.mjs';
import { at, finishRun, goHome, openLesson, practise, see, tap } from './app.mjs';

const FOLLOWED = 'Đã làm theo';
/** So soon a phone must have sent what it can send, with nobody tapping. */
export const BY_ITSELF_MS = 20_000;

export async function learn(page, id) {
  await openLesson(page, id);
  await practise(page, 'guided');
  await finishRun(page, id);
  await goHome(page);
}

export const followed = async (page, id) => (await at(page, `lesson-${id}`).textContent()).includes(FOLLOWED);

export async function openSharing(page) {
  await goHome(page);
  await tap(page, 'sharing-line');
  await see(page, 'sharing-title');
}

/** Sends and fetches now, and waits until the page says that everything is sent. */
export async function sendNow(page) {
  await openSharing(page);
  await tap(page, 'send-now');
  await isSentOnPage(page);
  await goHome(page);
}

export async function consent(page) {
  await openSharing(page);
  await tap(page, 'consent-yes');
  await isSentOnPage(page);
}

const isSentOnPage = (page) => at(page, 'sharing-status').and(page.locator(':has(.note-leaf)')).waitFor();

const calmLine = (page) => at(page, 'sharing-line').textContent();

/** The home screen says that something is not sent yet, and that nothing is lost. */
export const saysWaiting = (page) =>
  waitFor('the line says that nothing is lost', async () => /chưa gửi, (không mất|vẫn ở trong máy)/.test(await calmLine(page)));

/** The home screen says that everything is sent, and when. */
export const saysSent = (page, within) =>
  waitFor('the line says that it is sent', async () => /Đã gửi \d+:\d\d/.test(await calmLine(page)), within);

/** The words of a list, in order, without their numbers. */
export const wordsOf = async (page, id) => (await at(page, id).locator('li').allTextContents())
  .map((text) => text.replace(/[0-9.\s]+/g, ''))
  .join(' ');

/** Four words that let another phone in. */
export async function codeWords(page) {
  await openSharing(page);
  await tap(page, 'share-code');
  await see(page, 'code-words');
  const words = await wordsOf(page, 'code-words');
  assert(words.split(' ').length === 4, `four words: ${words}`);
  return words;
}

/** Comes in with words, read from another phone or from a card. */
export async function comeIn(page, how, words, name) {
  await see(page, 'who-title');
  await tap(page, 'come-in');
  await tap(page, how);
  await at(page, 'words-field').fill(words);
  await admitted(page, name);
}

/** Comes in by the address of a QR code: the words stand behind the #, without accents. */
export async function comeInByAddress(page, url, door, words, name) {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll(' ', '-');
  await page.goto(`${url}/${door}#${plain}`);
  await see(page, 'words-title');
  assert((await at(page, 'words-field').inputValue()).split(/\s+/).length === words.split(' ').length, 'the words were read');
  assert(!page.url().includes(plain), 'the words leave the address bar');
  await admitted(page, name);
}

async function admitted(page, name) {
  await tap(page, 'words-next');
  await see(page, 'come-who');
  await at(page, 'new-name').fill(name);
  await tap(page, 'come-save');
  await see(page, 'home-title');
}

/** From the home screen of one learner to the list of all. */
export async function toEverybody(page) {
  await goHome(page);
  await tap(page, 'home-switch');
  await see(page, 'who-title');
}

/** Chooses somebody by name, on the list of all. */
export async function enter(page, name) {
  await see(page, 'who-title');
  await at(page, 'person').filter({ hasText: name }).click();
  await see(page, 'home-title');
}

/** What "Lấy dữ liệu của tôi" gives of the learner who is in: who she is here, her streams and her attempts. */
export async function exported(page) {
  await goHome(page);
  await tap(page, 'home-settings');
  await see(page, 'settings-title');
  const download = page.waitForEvent('download');
  await tap(page, 'export');
  const { learner, events } = JSON.parse(fs.readFileSync(await (await download).path(), 'utf8'));
  await tap(page, 'to-start');
  await see(page, 'home-title');
  const unique = (values) => [...new Set(values)];
  return {
    id: learner.id, name: learner.name,
    streams: unique(events.map(({ place }) => place.stream)),
    attempts: unique(events.map(({ event }) => event.attempt).filter(Boolean)),
  };
}

/**
 * As when another app comes in front: a browser without a screen never hides a page of itself, so the page is told what
 * a phone would tell it.
 */
export const lookAway = (page) => showing(page, 'hidden');
/** As when she takes the phone out of her pocket. */
export const lookAgain = (page) => showing(page, 'visible');

const showing = (page, state) => page.evaluate((now) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}, state);

/** As in a pocket, where a phone lets no page wait and then work: until the page is opened anew, only short waits end. */
export const stopClocks = (page) => page.evaluate(() => {
  const { setTimeout } = window;
  window.setTimeout = (work, after, ...more) => (after >= 1_000 ? 0 : setTimeout(work, after, ...more));
});
