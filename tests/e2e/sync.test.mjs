// Progress on a real server: two phones, a third with the recovery card, consent given, taken back, given again, erased.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { Phone, Server, assert, openApp, waitFor } from './lib.mjs';
import {
  at, doStep, finishRun, firstStart, freshLearner, goHome, openLesson, practise, see, stepIsDone, stepsDone, tap,
} from './app.mjs';
import { lesson } from './lessons.mjs';

const CALL = 'fake-police-call';
const LOGIN = 'vneid-login';
const WALLET = 'vneid-show-card';
const FOLLOWED = 'Đã làm theo';
const NAME = 'Bà Tư';
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Everything a phone says to the server, as text. */
function record(phone) {
  const said = [];
  phone.context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/v1/')) return;
    const body = request.postDataBuffer() ?? Buffer.alloc(0);
    const gzip = request.headers()['content-encoding'] === 'gzip';
    said.push({ pathname, body: (gzip ? zlib.gunzipSync(body) : body).toString() });
  });
  return said;
}

async function learn(page, id) {
  await openLesson(page, id);
  await practise(page, 'guided');
  await finishRun(page, id);
  await goHome(page);
}

const followed = async (page, id) => (await at(page, `lesson-${id}`).textContent()).includes(FOLLOWED);

async function openSharing(page) {
  await goHome(page);
  await tap(page, 'sharing-line');
  await see(page, 'sharing-title');
}

/** Sends and fetches now, and waits until the page says that everything is sent. */
async function sendNow(page) {
  await openSharing(page);
  await tap(page, 'send-now');
  await at(page, 'sharing-status').and(page.locator(':has(.note-leaf)')).waitFor();
  await goHome(page);
}

async function consent(page) {
  await openSharing(page);
  await tap(page, 'consent-yes');
  await at(page, 'sharing-status').and(page.locator(':has(.note-leaf)')).waitFor();
}

/** The words of a list, in order, without their numbers. */
const wordsOf = async (page, id) => (await at(page, id).locator('li').allTextContents())
  .map((text) => text.replace(/[0-9.\s]+/g, ''))
  .join(' ');

/** Comes in with words, read from another phone or from a card. */
async function comeIn(page, how, words, name) {
  await see(page, 'who-title');
  await tap(page, 'come-in');
  await tap(page, how);
  await at(page, 'words-field').fill(words);
  await tap(page, 'words-next');
  await see(page, 'come-who');
  await at(page, 'new-name').fill(name);
  await tap(page, 'come-save');
  await see(page, 'home-title');
}

/** What of these is in any file of the server, in letters or in bytes. */
function inServerFiles(server, ids) {
  const found = [];
  for (const name of fs.readdirSync(server.data)) {
    const bytes = fs.readFileSync(path.join(server.data, name));
    for (const id of ids) {
      const raw = Buffer.from(id.replaceAll('-', ''), 'hex');
      if (bytes.includes(id) || bytes.includes(raw)) found.push(`${id} in ${name}`);
    }
  }
  return found;
}

export const tests = {
  async 'two phones show the same; the card brings a third; withdrawn, given again, erased'() {
    const server = await Server.start();
    const hers = await Phone.start();
    const tablet = await Phone.start();
    const third = await Phone.start();
    const said = record(hers);
    record(tablet);

    // Before she agrees nothing leaves the phone.
    await freshLearner(hers, server.url, NAME);
    const { page } = hers;
    await learn(page, CALL);
    assert(said.length === 0, `nothing is sent without consent: ${JSON.stringify(said)}`);

    // She agrees: the earlier lesson goes too. Her daughter's tablet comes in with four words.
    await consent(page);
    await tap(page, 'share-code');
    await see(page, 'code-words');
    const code = await wordsOf(page, 'code-words');
    assert(code.split(' ').length === 4, `four words: ${code}`);
    await openApp(tablet.page, server.url);
    await firstStart(tablet.page);
    await comeIn(tablet.page, 'come-code', code, 'Mẹ');
    await waitFor('the tablet shows what she learnt', () => followed(tablet.page, CALL));

    // Both learn with no network, and both show both when it is back.
    await hers.context.setOffline(true);
    await tablet.context.setOffline(true);
    await goHome(page);
    await openLesson(page, LOGIN);
    await practise(page, 'guided');
    await finishRun(page, LOGIN);
    await goHome(page);
    const waiting = await at(page, 'sharing-line').textContent();
    assert(waiting.includes('chưa gửi, không mất'), waiting);
    await learn(tablet.page, 'three-secrets');
    await hers.context.setOffline(false);
    await tablet.context.setOffline(false);
    await sendNow(page);
    await sendNow(tablet.page);
    await waitFor('the tablet shows the login', () => followed(tablet.page, LOGIN));
    await sendNow(page);
    await waitFor('her phone shows the secrets', () => followed(page, 'three-secrets'));
    const sent = await at(page, 'sharing-line').textContent();
    assert(/Đã gửi \d+:\d\d/.test(sent), sent);

    // A lesson she leaves goes on at its step on the tablet, and is done on both.
    await openLesson(page, WALLET);
    await practise(page, 'guided');
    await doStep(page, lesson(WALLET).steps[0]);
    await stepIsDone(page, 0);
    await goHome(page);
    await sendNow(page);
    await sendNow(tablet.page);
    await tap(tablet.page, 'home-continue');
    await see(tablet.page, 'practice-say');
    assert((await stepsDone(tablet.page)) === 1, 'the tablet goes on at the second step');
    await finishRun(tablet.page, WALLET);
    await goHome(tablet.page);
    await sendNow(tablet.page);
    await sendNow(page);
    await waitFor('her phone shows that it is done', () => followed(page, WALLET));

    // The tablet leaves: what it has stays, and it is on no list any more.
    await openSharing(tablet.page);
    await tap(tablet.page, 'leave-sharing');
    await tap(tablet.page, 'leave-yes');
    await see(tablet.page, 'sharing-title');
    await goHome(tablet.page);
    assert(await followed(tablet.page, LOGIN), 'what is on the tablet stays');
    await openSharing(page);
    await waitFor('only her phone is left', async () => {
      await tap(page, 'share-devices');
      await see(page, 'device-row');
      const rows = await at(page, 'device-row').count();
      await tap(page, 'back');
      return rows === 1;
    });

    // The phone is lost: her card brings everything to a third one.
    await tap(page, 'share-card');
    await see(page, 'card-words');
    const card = await wordsOf(page, 'card-words');
    await openApp(third.page, server.url);
    await firstStart(third.page);
    await comeIn(third.page, 'come-card', card, NAME);
    await waitFor('the card brought everything', async () =>
      (await followed(third.page, CALL)) && (await followed(third.page, LOGIN)) && followed(third.page, 'three-secrets'));

    // She takes it back on her phone; the third one is asked what is to become of it.
    const known = ids(said);
    await openSharing(page);
    const before = said.length;
    await tap(page, 'stop-sharing');
    await tap(page, 'stop-yes');
    await waitFor('the order was sent', () => said.slice(before).some(({ body }) => body.includes('"order":"close"')));
    for (const { body } of said.slice(before)) {
      const { shares = [] } = body ? JSON.parse(body) : {};
      assert(shares.length === 0, `only the order is sent: ${body}`);
    }
    await openSharing(third.page);
    await tap(third.page, 'send-now');
    await see(third.page, 'settle-keep');
    await tap(third.page, 'settle-keep');
    await see(third.page, 'home-title');
    assert(await followed(third.page, LOGIN), 'what is on the third phone stays');

    // She agrees again, under another name, and then she is erased.
    await consent(page);
    const again = ids(said);
    assert([...again.shares].some((share) => !known.shares.has(share)), 'a new share');
    await goHome(page);
    await tap(page, 'home-settings');
    await tap(page, 'delete');
    await tap(page, 'delete-yes');
    await see(page, 'who-title');
    const ordered = said.length;
    await tap(page, 'purge');
    await tap(page, 'purge-yes');
    await waitFor('the second order was sent', () =>
      said.slice(ordered).some(({ body }) => body.includes('"order":"close"')));

    // Nothing of her is left on the server but ids that say nothing.
    const all = ids(said);
    assert(all.streams.size > 0 && all.attempts.size > 0, 'there was something to find');
    const left = await waitFor('the server has forgotten', async () => {
      const found = inServerFiles(server, [...all.streams, ...all.attempts]);
      assert(found.length === 0, found.join(', '));
      return 'nothing';
    });
    assert(left === 'nothing', left);
    await server.stop('SIGTERM');
    const found = inServerFiles(server, [...all.streams, ...all.attempts]);
    assert(found.length === 0, `after the server ended: ${found}`);
    assert(!said.some(({ body }) => body.includes(NAME)), 'no name was ever sent');
    for (const phone of [hers, tablet, third]) await phone.close();
  },

  async 'a server that is away loses nothing, and says so calmly'() {
    const server = await Server.start();
    const phone = await Phone.start();
    const { page } = phone;
    await freshLearner(phone, server.url, NAME);
    await consent(page);
    await goHome(page);
    await server.stop();
    await learn(page, CALL);
    await waitFor('the line says that nothing is lost', async () =>
      (await at(page, 'sharing-line').textContent()).includes('chưa gửi, không mất'));
    await server.startAgain();
    await sendNow(page);
    const line = await at(page, 'sharing-line').textContent();
    assert(/Đã gửi \d+:\d\d/.test(line), line);
    await phone.close();
    await server.stop();
  },
};

/** Ids in what was said: of shares, of streams, of attempts. */
function ids(said) {
  const shares = new Set();
  const streams = new Set();
  const attempts = new Set();
  for (const { pathname, body } of said) {
    if (pathname !== '/v1/sync' || !body) continue;
    for (const share of JSON.parse(body).shares ?? []) {
      shares.add(share.share);
      for (const put of share.put ?? []) {
        streams.add(put.stream);
        for (const event of put.events ?? []) {
          const { attempt } = typeof event === 'string' ? JSON.parse(event) : {};
          if (attempt) attempts.add(attempt);
        }
      }
      for (const have of share.have ?? []) streams.add(have.stream);
    }
  }
  for (const set of [shares, streams]) for (const id of set) assert(id.match(ID), id);
  return { shares, streams, attempts };
}
