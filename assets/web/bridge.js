// What the app asks of the browser around it, as one plain object: window.ctBridge.
// The web page loads this file; the desktop shell injects the same one. Nothing here is evaluated from text,
// and nothing here knows a screen of the app.
(() => {
  'use strict';
  if (window.ctBridge) return;

  const after = (ms) => new Promise((done) => setTimeout(done, ms));
  const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  // ---- Speech -------------------------------------------------------------------------------------------------------

  const VOICES_WITHIN_MS = 1500;
  /** Some engines fall silent in the middle of a long text: it is said sentence by sentence. */
  const LONGEST_PIECE = 180;
  /** Counts the requests to speak: a newer one, or a stop, ends the older. */
  let speech = 0;

  const spoken = (lang) => lang.toLowerCase().replace('_', '-').split('-')[0];

  function voiceFor(lang) {
    const fitting = speechSynthesis.getVoices().filter((voice) => spoken(voice.lang) === spoken(lang));
    // A voice on the device also speaks with no network.
    return fitting.find((voice) => voice.localService) ?? (navigator.onLine ? fitting[0] : undefined);
  }

  async function findVoice(lang) {
    if (!('speechSynthesis' in window)) return undefined;
    // Browsers load their voices late and say so once.
    const deadline = performance.now() + VOICES_WITHIN_MS;
    while (speechSynthesis.getVoices().length === 0 && performance.now() < deadline) {
      await Promise.race([
        new Promise((done) => speechSynthesis.addEventListener('voiceschanged', done, { once: true })),
        after(250),
      ]);
    }
    return voiceFor(lang);
  }

  function pieces(text) {
    const sentences = text.match(/[^.!?…\n]+[.!?…\n]*\s*/g) ?? [];
    const joined = [];
    for (const sentence of sentences) {
      const last = joined.length - 1;
      if (last >= 0 && joined[last].length + sentence.length <= LONGEST_PIECE) joined[last] += sentence;
      else joined.push(sentence);
    }
    return joined.map((piece) => piece.trim()).filter(Boolean);
  }

  function say(piece, voice, rate) {
    return new Promise((done) => {
      const utterance = new SpeechSynthesisUtterance(piece);
      utterance.voice = voice;
      utterance.lang = voice.lang.replace('_', '-');
      utterance.rate = rate;
      utterance.onend = () => done('spoken');
      utterance.onerror = (event) => done(['interrupted', 'canceled'].includes(event.error) ? 'stopped' : 'no-voice');
      // Some phones never report the end; the slowest voice says about five letters a second.
      setTimeout(() => done('spoken'), 5000 + (piece.length * 200) / rate);
      speechSynthesis.speak(utterance);
    });
  }

  async function speak(text, lang, rate) {
    const mine = ++speech;
    const voice = await findVoice(lang);
    if (mine !== speech) return 'stopped';
    if (!voice) return 'no-voice';
    speechSynthesis.cancel();
    for (const piece of pieces(text)) {
      const outcome = await say(piece, voice, Number(rate) || 1);
      if (mine !== speech) return 'stopped';
      if (outcome !== 'spoken') return outcome;
    }
    return 'spoken';
  }

  function stopSpeaking() {
    speech += 1;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  const hasVoice = async (lang) => Boolean(await findVoice(lang));

  // ---- Where the app is running -------------------------------------------------------------------------------------

  const IN_APP = [
    ['zalo', /\bZalo/i],
    ['messenger', /Messenger|Orca-Android/i],
    ['instagram', /Instagram/i],
    ['facebook', /FBAN|FBAV|FB_IAB/i],
    ['line', /\bLine\//i],
    ['tiktok', /TikTok|musical_ly|BytedanceWebview|trill_/i],
  ];

  const inApp = () => IN_APP.find(([, pattern]) => pattern.test(navigator.userAgent))?.[0] ?? null;

  /** A guess: browsers do not say it. True where the app's files cannot be kept, or the room for them looks temporary. */
  async function privateMode() {
    if (!/^https?:$/.test(location.protocol)) return false;
    try {
      await navigator.storage.getDirectory();
      const { quota } = await navigator.storage.estimate();
      // Chromium's private windows keep files in memory and grant about as much as a page may use of it.
      const memory = performance.memory?.jsHeapSizeLimit;
      return Boolean(memory && quota && quota < memory);
    } catch {
      return true;
    }
  }

  async function environment() {
    return {
      inApp: inApp(),
      standalone: matchMedia('(display-mode: standalone)').matches || navigator.standalone === true,
      reducedMotion: reducedMotion(),
      privateMode: await privateMode(),
      online: navigator.onLine,
      build: document.querySelector('meta[name="build"]')?.content ?? null,
      lang: looks.lang ?? null,
      pixels: looks.pixels ?? null,
    };
  }

  async function persist() {
    if (!navigator.storage?.persist) return 'unsupported';
    try {
      return (await navigator.storage.persisted()) || (await navigator.storage.persist()) ? 'granted' : 'refused';
    } catch {
      return 'refused';
    }
  }

  async function persisted() {
    if (!navigator.storage?.persisted) return 'unsupported';
    try {
      return (await navigator.storage.persisted()) ? 'granted' : 'refused';
    } catch {
      return 'refused';
    }
  }

  function saveFile(name, mime, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: mime }));
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    // The download reads the address after the click has returned.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** Prints what the page's print styles leave on it. */
  const print = () => window.print();

  /** Closes this window, where the browser allows it: a page that it did not open itself may refuse. */
  const closeWindow = () => window.close();

  // ---- The network --------------------------------------------------------------------------------------------------

  /** Shorter bodies are not worth compressing. */
  const WORTH_COMPRESSING = 512;

  /** A text as gzip; as it is where the browser cannot compress. */
  async function packed(text) {
    if (text.length < WORTH_COMPRESSING || !('CompressionStream' in window)) return { body: text, headers: {} };
    const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return { body: await new Response(compressed).arrayBuffer(), headers: { 'Content-Encoding': 'gzip' } };
  }

  /**
   * Asks the server this page came from, and no other. Answers status, seconds to wait and text, or how it was lost:
   * 'offline' or 'late'.
   */
  async function send(method, path, bearer, text, withinMs) {
    try {
      const { body, headers } = text ? await packed(text) : { headers: {} };
      if (text) headers['Content-Type'] = 'application/json';
      headers.Authorization = `Bearer ${bearer}`;
      const response = await fetch(new URL(path, location.origin), {
        method, body, headers, signal: AbortSignal.timeout(withinMs),
        cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer',
      });
      const pause = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
      return { status: response.status, retryAfter: Number.isNaN(pause) ? null : pause, body: await response.text() };
    } catch (error) {
      return { lost: error.name === 'TimeoutError' ? 'late' : 'offline' };
    }
  }

  const onOnline = (callback) => addEventListener('online', () => callback());
  const onVisibility = (wanted) => (callback) =>
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === wanted) callback();
    });
  /** Calls back when the page is looked at again. */
  const onVisible = onVisibility('visible');
  /** Calls back when another app is looked at, or the screen goes dark. */
  const onHidden = onVisibility('hidden');

  let fragment = '';

  // The address of a screen stands behind the #, where no server hears of it: it says whose screen it is. An address
  // from outside, such as that of a QR code, names the screen before the # and its words behind it.
  const named = location.hash.startsWith('#/');
  if (/^https?:$/.test(location.protocol) && (location.pathname !== '/' || !named)) {
    fragment = named ? '' : location.hash;
    history.replaceState(history.state, '', `/#${named ? location.hash.slice(1) : location.pathname}`);
  }

  /** What stood behind the # of an address from outside, once: it may be a secret. */
  function takeFragment() {
    const taken = fragment;
    fragment = '';
    try {
      return decodeURIComponent(taken.slice(1));
    } catch {
      return '';
    }
  }

  // ---- A new build --------------------------------------------------------------------------------------------------

  const UPDATE_CHECK_MS = 60 * 60 * 1000;
  const updateListeners = new Set();
  let registration = null;
  let offered = null;

  function offer(worker) {
    if (!worker || worker === offered) return;
    offered = worker;
    for (const listener of updateListeners) listener();
  }

  function watch(worker) {
    worker?.addEventListener('statechange', () => {
      // With no controller this is the first build on this device: nothing to offer.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
  }

  async function startServiceWorker(url) {
    const container = navigator.serviceWorker;
    if (!container) return;
    let controlled = Boolean(container.controller);
    let reloaded = false;
    container.addEventListener('controllerchange', () => {
      // The first controller brings the build this page already runs; a later one brings another.
      if (controlled && !reloaded) {
        reloaded = true;
        location.reload();
      }
      controlled = true;
    });
    try {
      registration = await container.register(url, { updateViaCache: 'none' });
    } catch (error) {
      console.warn('no service worker:', error.message);
      return;
    }
    if (container.controller) offer(registration.waiting);
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    let checked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - checked < UPDATE_CHECK_MS) return;
      checked = Date.now();
      registration.update().catch(() => {});
    });
  }

  /** Calls back when a newer build waits, at once if one already does. */
  function onUpdate(callback) {
    updateListeners.add(callback);
    if (offered) callback();
  }

  /** Lets the waiting build take over; the page reloads when it has. False where none waits. */
  function applyUpdate() {
    const waiting = registration?.waiting;
    waiting?.postMessage({ type: 'apply' });
    return Boolean(waiting);
  }

  // ---- Other tabs ---------------------------------------------------------------------------------------------------

  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('cung-tien') : null;

  const announceTakeOver = () => tabs?.postMessage('take-over');
  const onTakeOver = (callback) =>
    tabs?.addEventListener('message', (event) => {
      if (event.data === 'take-over') callback();
    });

  // ---- The phone's back button, where there is no browser around the app -------------------------------------------

  let backHandler = null;
  let screenBefore = false;
  /** Sets what "back" does. */
  const onBack = (callback) => {
    backHandler = callback;
  };
  /** Whether there is a screen to go back to. */
  function setBack(possible) {
    screenBefore = possible;
  }
  /** Asked by the shell. False: nothing to go back to. */
  function back() {
    if (!screenBefore || !backHandler) return false;
    backHandler();
    return true;
  }

  const WAY = 'way';

  /** The way through the screens, for this tab and no longer. */
  function keepWay(addresses) {
    try {
      sessionStorage.setItem(WAY, JSON.stringify(addresses));
    } catch {
      // A browser that keeps nothing.
    }
  }

  /** The way that the browser's own "back" still knows, when this page was loaded again or come back to. */
  function wayBefore() {
    const [how] = performance.getEntriesByType?.('navigation') ?? [];
    if (!['reload', 'back_forward'].includes(how?.type)) return [];
    try {
      return JSON.parse(sessionStorage.getItem(WAY)) ?? [];
    } catch {
      return [];
    }
  }
  // Before the first screen of this page overwrites it.
  const way = wayBefore();

  // ---- The document -------------------------------------------------------------------------------------------------

  const LOOKS = 'looks';

  /** How the app looked last: language and letters, for a page that cannot ask the database. Nobody's name. */
  function lastLooks() {
    try {
      return JSON.parse(localStorage.getItem(LOOKS)) ?? {};
    } catch {
      return {};
    }
  }
  // Before the first page of this start overwrites it.
  const looks = lastLooks();

  function setDocument(lang, textSizePx, title) {
    try {
      localStorage.setItem(LOOKS, JSON.stringify({ lang, pixels: textSizePx }));
    } catch {
      // A browser that keeps nothing.
    }
    document.documentElement.lang = lang;
    document.documentElement.style.setProperty('--letters', `${textSizePx}px`);
    document.title = title;
  }

  /** Of what is too high to be seen at once the end comes into view: there it is answered. */
  function scrollIntoView(id) {
    requestAnimationFrame(() => {
      const element = document.getElementById(id);
      const block = element?.offsetHeight > innerHeight / 2 ? 'end' : 'center';
      element?.scrollIntoView({ block, behavior: reducedMotion() ? 'auto' : 'smooth' });
    });
  }

  /** A new screen begins at its heading, also for those who do not see it. */
  function focusHeading(frames = 60) {
    requestAnimationFrame(() => {
      const heading = document.querySelector('h1');
      if (!heading) {
        // The screen is still being asked for.
        if (frames > 0) focusHeading(frames - 1);
        return;
      }
      if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
      heading.focus();
    });
  }

  // ---- The focus is never lost -----------------------------------------------------------------------------------------

  let focused = null;
  document.addEventListener('focusin', (event) => {
    focused = event.target;
  });

  /** What had the focus is gone: it goes on with what stands there now, or with the heading of what is new. */
  function findFocus(changes) {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const gone = changes.find((change) => [...change.removedNodes].some((node) => node.contains(focused)));
    if (!gone || !gone.target.isConnected) return;
    focused = null;
    const now = gone.previousSibling ? gone.previousSibling.nextSibling : gone.target.firstChild;
    const there = now?.nodeType === Node.ELEMENT_NODE ? now : null;
    // A question is read before its answers.
    const next = there?.querySelector('h1') ?? (there?.matches('button, .two-taps') ? there : null) ?? document.querySelector('h1');
    if (!next) return;
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }
  new MutationObserver(findFocus).observe(document, { childList: true, subtree: true });

  // ---- A long press is a tap ----------------------------------------------------------------------------------------

  const HELD_MS = 450;
  const STILL_PX = 24;
  const CLICK_WITHIN_MS = 60;
  let press = null;
  let lastClick = -Infinity;
  let madeUp = null;

  document.addEventListener('pointerdown', (event) => {
    press = { id: event.pointerId, type: event.pointerType, at: event.timeStamp, x: event.clientX, y: event.clientY, target: event.target };
  }, true);

  document.addEventListener('pointerup', (event) => {
    const held = press;
    if (!held || held.id !== event.pointerId || event.pointerType === 'mouse') return;
    if (event.timeStamp - held.at <= HELD_MS) return;
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) >= STILL_PX) return;
    setTimeout(() => {
      if (lastClick >= event.timeStamp || !held.target.isConnected) return;
      madeUp = { target: held.target, until: performance.now() + 400 };
      held.target.dispatchEvent(new MouseEvent('click', {
        bubbles: true, cancelable: true, composed: true, view: window, detail: 1,
        clientX: event.clientX, clientY: event.clientY, screenX: event.screenX, screenY: event.screenY,
      }));
    }, CLICK_WITHIN_MS);
  }, true);

  document.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    lastClick = event.timeStamp;
    // The browser's own click came after all: one press stays one tap.
    if (madeUp?.target === event.target && performance.now() < madeUp.until) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    madeUp = null;
  }, true);

  // Enter in a field taps the button that goes on from it. While letters are being put together it is theirs.
  document.addEventListener('keydown', (event) => {
    const button = event.target.dataset?.enter;
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !button) return;
    event.preventDefault();
    if (!event.repeat) document.querySelector(`[data-testid="${button}"]`)?.click();
  });

  // A key held too long is one tap, too: it would press whatever comes next.
  document.addEventListener('keydown', (event) => {
    if (event.repeat && event.key === 'Enter' && event.target.closest?.('button')) event.preventDefault();
  }, true);

  document.addEventListener('contextmenu', (event) => {
    // A menu over the lesson frightens; a mouse, and a field for words, keep theirs.
    if (press?.type === 'mouse' || event.target.closest?.('input, textarea, [contenteditable]')) return;
    event.preventDefault();
  });

  window.ctBridge = Object.freeze({
    speak, stopSpeaking, hasVoice, environment, persist, persisted, saveFile, print, closeWindow,
    send, onOnline, onVisible, onHidden, takeFragment,
    startServiceWorker, onUpdate, applyUpdate, announceTakeOver, onTakeOver, onBack, setBack, back, keepWay, wayBefore: () => way,
    setDocument, scrollIntoView, focusHeading,
  });
})();
