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
});
self.addEventListener('fetch', (event) => {
  const answer = route(event.request);
  if (answer) event.respondWith(answer);
});

async function install() {
  const cache = await caches.open(CACHE);
  const older = await Promise.all(
    (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.open(name)),
  );
  const queue = [...FILES];
  // Four at a time: enough to fill a slow line, few enough not to stall it for the page.
  // What was kept before the line broke stays, so that the next try goes on from there.
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await keep(cache, older, ...next);
  }));
}

async function keep(cache, older, path, [sha256, named]) {
  if (await sound(await cache.match(path), sha256)) return;
  for (const source of older) {
    const known = await source.match(path);
    if (await sound(known, sha256)) return cache.put(path, known);
  }
  // What the page has just loaded is taken from the browser's own cache, unless it turns out to be something else.
  for (const mode of named ? ['default', 'reload'] : ['reload']) {
    const response = await fetch(path, { cache: mode, credentials: 'same-origin' });
    if (response.ok && !response.redirected && (await sound(response, sha256))) return cache.put(path, response);
  }
  throw new Error(`${path} is not the file of build ${BUILD}`);
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
function route(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return undefined;
  if (NETWORK_ONLY.some((pattern) => pattern.test(url.pathname))) return undefined;
  if (FILES.has(url.pathname)) return kept(url.pathname, request);
  if (request.mode === 'navigate') return kept(PAGE, request);
  return undefined;
}

async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}
