// Progress on a real server: two phones, a third with the recovery card, consent given, taken back, given again, erased.
import { Phone, Server, assert, keptOffline, openApp, waitFor } from './lib.mjs';
import {
  addLearner, at, doStep, finishRun, firstStart, freshLearner, goHome, openLesson, practise, looked, see, stepIsDone, stepsDone, tap,
} from './app.mjs';
import { lesson } from './lessons.mjs';
import { rawFiles, readTables } from './server_tables.mjs';
import {
  BY_ITSELF_MS, codeWords, comeIn, comeInByAddress, consent, enter, exported, followed, learn, lookAgain, lookAway, openSharing, saysSent,
  saysWaiting, sendNow, stopClocks, toEverybody, wordsOf,
} from './sharing.mjs';
import { Wire, idBytes, secretHash, secretsOf, spokenOf } from './wire.mjs';

const CALL = 'fake-police-call';
const LOGIN = 'vneid-login';
const WALLET = 'vneid-show-card';
const SECRETS = 'three-secrets';
const NAME = 'Bà Tư';
const NAME_ON_TABLET = 'Mẹ';
/** He learns on the same phone and never agrees to anything. */
const SILENT = 'Ông Bảy';

/** A phone that hears of the server only through a wire that keeps what was said. */
async function wired(server) {
  const phone = await Phone.start();
  phone.wire = await Wire.to(server);
  phone.elsewhere = [];
  phone.context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${phone.wire.url}/`) && !/^(blob|data|about):/.test(url)) phone.elsewhere.push(url);
  });
  return phone;
}

async function hangUp(phones) {
  for (const phone of phones) {
    await phone.close();
    await phone.wire.close();
  }
}

/** Starts a lesson, does its first step and leaves it. */
async function beginAndLeave(page, id) {
  await openLesson(page, id);
  await practise(page, 'guided');
  await doStep(page, lesson(id).steps[0]);
  await stepIsDone(page, 0);
  await goHome(page);
}

/** Whether this exchange carried this outcome of this lesson, and the server took it. */
const carried = (id, outcome) => ({ asked, got }) => asked.shares?.some(({ put = [] }) =>
  put.some(({ events = [] }) => events.some((event) => event.includes(`"${id}"`) && event.includes(`"${outcome}"`)))) &&
  got.shares?.length === asked.shares.length &&
  got.shares.every(({ put = [] }) => put.length > 0 && put.every(({ state }) => state === 'stored'));

/** Whether this exchange carried this order for this share. */
const ordered = (what, wanted) => ({ asked }) => asked.orders?.some(({ order, share }) => order === what && share === wanted);

/** What the phones said that the server must forget: its name → the bytes that would be on the disk. */
function traces(wires) {
  const spoken = spokenOf(wires);
  const secrets = secretsOf(wires);
  return [
    ...spoken.streams.map((id) => [`stream ${id}`, idBytes(id)]),
    ...secrets.claims.map((claim, at) => [`hash of claim ${at}`, secretHash(claim)]),
    ...secrets.codes.map((code, at) => [`hash of code ${at}`, secretHash(code)]),
  ];
}

const bearerTraces = (wires) => secretsOf(wires).bearers.map((bearer, at) => [`hash of bearer ${at}`, secretHash(bearer)]);

/** Which of these are in the server's files, in bytes or in letters. */
function onDisk(server, wanted) {
  const files = rawFiles(server.data);
  const isThere = (text) => files.some(({ bytes }) => bytes.includes(text));
  return wanted
    .filter(([, bytes]) => isThere(bytes) || isThere(bytes.toString('hex')) || isThere(withHyphens(bytes)))
    .map(([what]) => what);
}

const withHyphens = (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The server's tables hold these shares, closed and without a claim, and besides devices nothing at all. */
function onlyClosed(server, shares) {
  const { share, device, ...others } = readTables(server.data);
  const names = (ids) => ids.sort().join(' ');
  assert(names(share.map(({ name }) => name.toString('hex'))) === names(shares.map((id) => idBytes(id).toString('hex'))),
    `only these shares: ${JSON.stringify(share)}`);
  assert(share.every(({ claim }) => claim === null), 'a closed share has no claim');
  for (const table of ['stream', 'segment', 'member', 'code']) assert(table in others, `no table ${table}`);
  for (const [table, rows] of Object.entries(others)) assert(rows.length === 0, `${rows.length} rows in ${table}`);
  return true;
}

/** Which of these phones, by number, the server still knows by their bearers. */
function knownDevices(server, wires) {
  const known = readTables(server.data).device.map(({ bearer }) => bearer);
  return wires.map((_, at) => at).filter((at) =>
    secretsOf([wires[at]]).bearers.some((bearer) => known.some((hash) => hash.equals(secretHash(bearer)))));
}

/** A phone may just have told its orders once more: it is known for that moment. */
const forgotten = (server, wires) => waitFor('phones that share nothing any more are forgotten', () => {
  const known = knownDevices(server, wires);
  assert(known.length === 0, `still known: ${known.map((at) => `phone ${at}, which said ${wires[at].said.slice(-3).map(({ url, answer }) => `${url} ${answer?.status}`)}`)}`);
  return true;
});

export const tests = {
  async 'two phones show the same; the card brings a third; withdrawn, given again, erased'() {
    const server = await Server.start();
    const hers = await wired(server);
    const tablet = await wired(server);
    const third = await wired(server);
    const phones = [hers, tablet, third];
    const wires = phones.map(({ wire }) => wire);

    // Before she agrees nothing leaves the phone.
    await freshLearner(hers, hers.wire.url, NAME);
    const { page } = hers;
    await learn(page, CALL);
    assert(hers.wire.calls.length > 0, 'the phone got the app through the wire');
    assert(hers.wire.said.length === 0, `nothing is sent without consent: ${JSON.stringify(hers.wire.said)}`);

    // She agrees: the earlier lesson goes too. Her daughter's tablet comes in with four words.
    await consent(page);
    const code = await codeWords(page);
    await openApp(tablet.page, tablet.wire.url);
    await firstStart(tablet.page);
    assert(tablet.wire.said.length === 0, 'a phone that nobody came in on says nothing');
    await comeIn(tablet.page, 'come-code', code, NAME_ON_TABLET);
    await waitFor('the tablet shows what she learnt', () => followed(tablet.page, CALL));

    // Somebody else learns on her phone, and is never asked for more than that.
    await toEverybody(page);
    await addLearner(page, SILENT);
    await learn(page, CALL);
    await beginAndLeave(page, LOGIN);
    // His page is opened anew, at an address that holds his id, also where nothing stands before the server.
    await keptOffline(page);
    await page.reload();
    const devtools = await hers.context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setBypassServiceWorker', { bypass: true });
    const answered = hers.wire.calls.length;
    await page.reload();
    await see(page, 'home-title');
    assert(hers.wire.calls.length > answered, 'the server was asked for the page');
    await devtools.detach();
    await toEverybody(page);
    await enter(page, NAME);

    // Both learn with no network, and both send it when it is back, with nobody tapping.
    await hers.context.setOffline(true);
    await tablet.context.setOffline(true);
    await learn(page, LOGIN);
    await saysWaiting(page);
    await learn(tablet.page, SECRETS);
    await saysWaiting(tablet.page);
    await hers.context.setOffline(false);
    await tablet.context.setOffline(false);
    await saysSent(page, BY_ITSELF_MS);
    await saysSent(tablet.page, BY_ITSELF_MS);
    await sendNow(tablet.page);
    await waitFor('the tablet shows the login', () => followed(tablet.page, LOGIN));
    await sendNow(page);
    await waitFor('her phone shows the secrets', () => followed(page, SECRETS));
    await saysSent(page);

    // A lesson she leaves goes on at its step on the tablet, and is done on both.
    await beginAndLeave(page, WALLET);
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
    assert(readTables(server.data).code.length === 1, 'the code by which it came in is still known');
    const codes = () => onDisk(server, traces(wires).filter(([what]) => what.startsWith('hash of code')));
    assert(codes().length === 1, 'its hash is on the disk');
    await openSharing(tablet.page);
    const left = tablet.wire.calls.length;
    await tap(tablet.page, 'leave-sharing');
    await see(tablet.page, 'leave-yes');
    // Home at once by the phone's own key, before anything has answered.
    await looked(tablet.page);
    await tablet.page.evaluate(() => {
      document.querySelector('[data-testid=leave-yes]').click();
      history.back();
    });
    await tablet.wire.exchange('the tablet says that it leaves', left, ordered('leave', spokenOf([hers.wire]).shares[0]));
    await see(tablet.page, 'home-title');
    assert(await followed(tablet.page, LOGIN), 'what is on the tablet stays');
    await openSharing(page);
    await tap(page, 'share-devices');
    await see(page, 'device-row');
    assert((await at(page, 'device-row').count()) === 1, 'only her phone is left');
    await tap(page, 'back');

    // The phone is lost: her card brings everything to a third one, and she learns on.
    await tap(page, 'share-card');
    await see(page, 'card-words');
    const card = await wordsOf(page, 'card-words');
    await openApp(third.page, third.wire.url);
    await firstStart(third.page);
    await comeInByAddress(third.page, third.wire.url, 'recover', card, NAME);
    await waitFor('the card brought everything', async () =>
      (await followed(third.page, CALL)) && (await followed(third.page, LOGIN)) && followed(third.page, SECRETS));
    await learn(third.page, CALL);
    await sendNow(third.page);

    // The server has all of it, where it will be looked for when it is gone. The code went with the tablet, from the log too.
    await waitFor('the code is gone from the disk', () => codes().length === 0);
    const first = spokenOf(wires);
    assert(first.shares.length === 1, `one share so far: ${first.shares}`);
    for (const wire of wires) assert(spokenOf([wire]).streams.length > 0, 'each phone wrote a stream');
    for (const kind of Object.values(secretsOf(wires))) assert(kind.length > 0, 'secrets of every kind were shown');
    const there = [...traces(wires).filter(([what]) => !what.startsWith('hash of code')), ...bearerTraces(wires), ['share', idBytes(first.shares[0])]];
    const found = onDisk(server, there);
    const missing = there.map(([what]) => what).filter((what) => !found.includes(what));
    assert(missing.length === 0, `not on the disk, though it must be: ${missing}`);
    const rows = readTables(server.data);
    for (const table of ['share', 'stream', 'segment', 'member']) assert(rows[table].length > 0, `nothing in ${table}`);
    assert(rows.code.length === 0, 'the code went with the tablet that used it');
    const known = rows.stream.map(({ name }) => name.toString('hex'));
    assert(first.streams.every((id) => known.includes(idBytes(id).toString('hex'))), 'the streams of all three phones are rows');
    assert(knownDevices(server, wires).length === phones.length, 'the server knows all three phones');

    // She takes it back on her phone; the third one is asked what is to become of it.
    await openSharing(page);
    const before = hers.wire.calls.length;
    await tap(page, 'stop-sharing');
    await tap(page, 'stop-yes');
    await hers.wire.exchange('the order was sent', before, ordered('close', first.shares[0]));
    for (const { asked } of hers.wire.answered('/v1/sync', before)) {
      assert((asked.shares ?? []).length === 0, `only the order is sent: ${JSON.stringify(asked)}`);
    }
    await openSharing(third.page);
    await tap(third.page, 'send-now');
    await see(third.page, 'settle-keep');
    await tap(third.page, 'settle-keep');
    await see(third.page, 'home-title');
    assert(await followed(third.page, LOGIN), 'what is on the third phone stays');
    await waitFor('nothing of the first share is left', () => onlyClosed(server, first.shares));
    const withdrawn = onDisk(server, traces(wires));
    assert(withdrawn.length === 0, `after the withdrawal: ${withdrawn}`);
    await forgotten(server, wires);

    // She agrees again, under another name, and then she is erased.
    await consent(page);
    const again = spokenOf(wires).shares.filter((share) => !first.shares.includes(share));
    assert(again.length === 1, `one new share: ${again}`);
    assert(readTables(server.data).segment.length > 0, 'what she learnt is on the server again');
    const she = [await exported(page), await exported(tablet.page), await exported(third.page)];
    await goHome(page);
    await tap(page, 'home-settings');
    await tap(page, 'delete');
    await tap(page, 'delete-yes');
    await see(page, 'who-title');
    const erased = hers.wire.calls.length;
    await tap(page, 'purge');
    await tap(page, 'purge-yes');
    await hers.wire.exchange('the second order was sent', erased, ordered('close', again[0]));

    // Nothing of her is left on the server but ids that say nothing.
    const shares = [...first.shares, ...again];
    await waitFor('the server has forgotten', () => onlyClosed(server, shares));
    // Nor does it know any of the phones: none of them shares anything any more.
    await forgotten(server, wires);
    await enter(page, SILENT);
    const he = await exported(page);
    await hangUp(phones);
    await server.stop('SIGTERM');
    onlyClosed(server, shares);
    const remains = onDisk(server, [...traces(wires), ...bearerTraces(wires)]);
    assert(remains.length === 0, `after the server ended: ${remains}`);
    const closed = shares.map((id) => [`share ${id}`, idBytes(id)]);
    assert(onDisk(server, closed).length === 2, 'the ids of the closed shares are kept');

    // What was said of her is what she agreed to; of him nothing was.
    const streams = [...new Set(she.flatMap((one) => one.streams))];
    const attempts = [...new Set(she.flatMap((one) => one.attempts))];
    assert(streams.length >= 3 && attempts.length >= 5, `she has ${streams.length} streams, ${attempts.length} attempts`);
    for (const id of [...streams, ...attempts]) assert(wires.some((wire) => wire.find([id]).length > 0), `${id} was sent`);
    assert(he.name === SILENT && he.streams.length > 0 && he.attempts.length === 2, `he learnt here: ${JSON.stringify(he)}`);
    const unsaid = [SILENT, he.id, ...he.streams, ...he.attempts, NAME, NAME_ON_TABLET, ...she.map(({ id }) => id)];
    for (const wire of wires) {
      const spoken = wire.find(unsaid);
      assert(spoken.length === 0, `never to be sent: ${spoken}`);
    }
    for (const { elsewhere } of phones) assert(elsewhere.length === 0, `asked somebody else: ${elsewhere}`);
  },

  async 'it is sent with nobody tapping: the network is back, another app is opened, the phone is looked at again, the app starts'() {
    const server = await Server.start();
    const hers = await wired(server);
    const tablet = await wired(server);
    const { page, wire } = hers;
    await freshLearner(hers, wire.url, NAME);
    await consent(page);
    const code = await codeWords(page);
    await openApp(tablet.page, tablet.wire.url);
    await firstStart(tablet.page);
    await comeIn(tablet.page, 'come-code', code, NAME_ON_TABLET);
    await saysSent(tablet.page);
    await goHome(page);

    // Ten failures, so that the next try by itself is minutes away: only a network that is back can be what sends it.
    await hers.context.setOffline(true);
    await learn(page, CALL);
    await openSharing(page);
    const failures = [];
    hers.context.on('requestfailed', (request) => failures.push(request.url()));
    for (let tries = 1; tries <= 10; tries += 1) {
      await tap(page, 'send-now');
      await waitFor('it was tried', () => failures.length >= tries);
    }
    await goHome(page);
    await saysWaiting(page);
    // The tablet lies there with nothing to do: what it says when it is put away is over before it is tried.
    const putAway = tablet.wire.calls.length;
    await lookAway(tablet.page);
    await tablet.wire.exchange('the tablet asks once more when it is put away', putAway);
    const back = wire.calls.length;
    await hers.context.setOffline(false);
    await wire.exchange('the lesson is sent', back, carried(CALL, 'finished'), BY_ITSELF_MS);
    await saysSent(page);

    // The tablet fetches it when it is looked at again, and not before.
    assert(tablet.wire.answered('/v1/sync', putAway).length === 1, 'a tablet nobody looks at asks nothing');
    assert(!(await followed(tablet.page, CALL)), 'the tablet does not know it yet');
    await lookAgain(tablet.page);
    await waitFor('the tablet shows it', () => followed(tablet.page, CALL));

    // Another app comes in front in the middle of a lesson: how far she is goes to the server.
    await openLesson(page, LOGIN);
    await practise(page, 'guided');
    await doStep(page, lesson(LOGIN).steps[0]);
    await stepIsDone(page, 0);
    const away = wire.calls.length;
    await lookAway(page);
    await wire.exchange('the lesson she left is sent', away, carried(LOGIN, 'paused'));
    await lookAgain(page);

    // She finishes it where nobody hears her phone, and puts it into her pocket. Later she looks at it again.
    await stopClocks(page);
    wire.cut = true;
    await finishRun(page, LOGIN);
    await goHome(page);
    await saysWaiting(page);
    await lookAway(page);
    wire.cut = false;
    const pocket = wire.calls.length;
    await waitFor('what she did is sent', async () => {
      await lookAgain(page);
      const sent = wire.answered('/v1/sync', pocket).some(carried(LOGIN, 'finished'));
      if (!sent) await lookAway(page);
      return sent;
    });
    await saysSent(page);

    // With no network she learns and closes the app. It is opened when there is a network again.
    await hers.context.setOffline(true);
    await learn(page, WALLET);
    await saysWaiting(page);
    // A page that is left lives on for a moment, hears that the network is back, and sends the lesson itself, before the app
    // is opened again: the whole browser is closed, and nobody hears its last words.
    wire.cut = true;
    await hers.restart();
    wire.cut = false;
    const start = wire.calls.length;
    const reopened = hers.page;
    await openApp(reopened, wire.url);
    await wire.exchange('it is sent when the app starts', start, carried(WALLET, 'finished'), BY_ITSELF_MS);
    await enter(reopened, NAME);
    await saysSent(reopened);
    await hangUp([hers, tablet]);
    await server.stop();
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
    await saysWaiting(page);
    await server.startAgain();
    await sendNow(page);
    await saysSent(page);
    await phone.close();
    await server.stop();
  },
};
