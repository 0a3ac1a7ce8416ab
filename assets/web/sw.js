// Keeps one whole build of the app on the device, so that it opens with no network.
//
// A build is all or nothing: every file is checked against the hash it had when the build was made, so a page of one build
// can never be given a file of another, whatever a half-finished deployment or a proxy hands out. A newer build waits,
// complete, in its own cache until the app says "apply".
const BUILD = '{{build}}';
/** Path → [SHA-256 in hex, whether the name itself carries the content's hash]. */
const FILES = new Map(Object.entries(/*{{files}}*/ {}));
const PREFIX = 'ct-';
const CACHE = PREFIX + BUILD;
const PAGE = '/index.html';
const NETWORK_ONLY = [/^\/healthz$/, /^\/version$/, /^\/v1\//];

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'apply') event.waitUntil(self.skipWaiting());
  if (event.data?.type === 'check') event.waitUntil(check().finally(() => event.ports[0]?.postMessage('checked')));
});
self.addEventListener('fetch', (event) => {
  const answer = route(event);
  if (answer) event.respondWith(answer);
});

async function install() {
  const cache = await caches.open(CACHE);
  const older = await Promise.all(
    (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.open(name)),
  );
  await forEachFile((path) => keep(cache, older, path));
}

/** The kept build, file by file: what was lost or spoilt is fetched again. As far as the network goes. */
async function check() {
  const cache = await caches.open(CACHE);
  await forEachFile((path) => keep(cache, [], path).catch(() => {}));
}

/**
 * Four at a time: enough to fill a slow line, few enough not to stall it for the page.
 * What was kept before the line broke stays, so that the next try goes on from there.
 */
async function forEachFile(work) {
  const queue = [...FILES.keys()];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let path = queue.shift(); path; path = queue.shift()) await work(path);
  }));
}

async function keep(cache, older, path) {
  const [sha256] = FILES.get(path);
  if (await sound(await cache.match(path), sha256)) return;
  for (const source of older) {
    const known = await source.match(path);
    if (await sound(known, sha256)) return cache.put(path, known);
  }
  const { response, right } = await fetched(path);
  if (!right) throw new Error(`${path} is not the file of build ${BUILD}`);
  await cache.put(path, response);
}

/** A file of this build from the network, and whether it is the right one. Not answered: the network's error. */
async function fetched(path, told) {
  const [sha256, named] = FILES.get(path);
  let response;
  // What the page has just loaded is taken from the browser's own cache, unless it turns out to be something else.
  for (const mode of named ? ['default', 'reload'] : ['reload']) {
    response = await fetch(path, { cache: mode, credentials: 'same-origin' });
    if (!response.ok || response.redirected) continue;
    if (told) count(response.clone().body, told).catch(() => {});
    if (await sound(response, sha256)) return { response, right: true };
  }
  return { response, right: false };
}

/** Tells how many bytes have come, as they come: on a slow line a page waits long for a file that is checked first. */
async function count(body, told) {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) told(part.value.length);
}

async function sound(response, sha256) {
  if (!response) return false;
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return sha256 === Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The answer from this build, or nothing: then the browser asks the network itself. */
function route({ request, clientId }) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return undefined;
  if (NETWORK_ONLY.some((pattern) => pattern.test(url.pathname))) return undefined;
  if (request.mode === 'navigate' && !FILES.has(url.pathname)) return page(request);
  // Asked for anew on purpose: what is kept is looked through by 'check'.
  if (FILES.has(url.pathname)) return kept(url.pathname, clientId);
  return undefined;
}

/** What is kept of this build. A browser that lets nobody at its cache, as some do on a full phone, keeps nothing. */
async function found(path) {
  const cache = await caches.open(CACHE).catch(() => null);
  return { cache, response: await cache?.match(path, { ignoreVary: true }).catch(() => undefined) };
}

/**
 * The page. Whatever the network says in its place, where it is not kept, is handed on as it is: a newer page leads to its
 * own files, and a page of the Wi-Fi wants to be read.
 */
async function page(request) {
  const { cache, response } = await found(PAGE);
  if (response) return response;
  const { response: fresh, right } = await fetched(PAGE).catch(() => ({}));
  if (right) {
    await fill(cache, PAGE, fresh);
    return fresh;
  }
  return fetch(request);
}

/** A file of this build. A hole in what is kept is filled; what is not the file is handed to nobody. */
async function kept(path, clientId) {
  const { cache, response } = await found(path);
  if (response) return response;
  const client = clientId && (await self.clients.get(clientId));
  const { response: fresh, right } = await fetched(path, (bytes) => client?.postMessage({ type: 'bytes', path, bytes }));
  if (right) {
    await fill(cache, path, fresh);
    return fresh;
  }
  // What came instead is told to the page, which says what is wrong with the network.
  const foreign = fresh.redirected || /html/.test(fresh.headers.get('Content-Type') ?? '');
  return new Response(null, { status: !fresh.ok ? fresh.status : foreign ? 511 : 502, headers: { 'X-Instead': String(fresh.ok) } });
}

/** On a full phone it is not kept, and handed out all the same. */
async function fill(cache, path, response) {
  await cache?.put(path, response.clone()).catch(() => {});
}
