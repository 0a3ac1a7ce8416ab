// What the app asks of the browser around it, as one plain object: window.ctBridge.
// The web page loads this file; the desktop shell injects the same one. Nothing here is evaluated from text,
// and nothing here knows a screen of the app.
(() => {
  'use strict';
  if (window.ctBridge) return;

  const after = (ms) => new Promise((done) => setTimeout(done, ms));
  const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  // Ends a request that takes too long; missing before Chrome 103 and Safari 16.
  AbortSignal.timeout ??= (ms) => {
    const control = new AbortController();
    setTimeout(() => control.abort(new DOMException('late', 'TimeoutError')), ms);
    return control.signal;
  };

  // ---- Speech -------------------------------------------------------------------------------------------------------

  const VOICES_WITHIN_MS = 1500;
  /** Some engines fall silent in the middle of a long text: it is said sentence by sentence. */
  const LONGEST_PIECE = 180;
  /** Counts the requests to speak: a newer one, or a stop, ends the older. */
  let speech = 0;

  /** An engine that has not begun by then does not begin. */
  const BEGINS_WITHIN_MS = 5000;
  /** What an engine says of itself, in the words of the app. Interrupted and canceled are no errors. */
  const SILENT_BECAUSE = {
    interrupted: 'stopped', canceled: 'stopped', 'not-allowed': 'not-allowed', network: 'needs-network',
    'audio-busy': 'busy', 'audio-hardware': 'no-sound', 'synthesis-unavailable': 'no-engine',
    'language-unavailable': 'no-voice', 'voice-unavailable': 'no-voice', 'text-too-long': 'too-long',
  };

  const spoken = (lang) => lang.toLowerCase().replace('_', '-').split('-')[0];
  const canSpeak = () => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

  /** A voice for the language, or why there is none. */
  async function findVoice(lang) {
    if (!canSpeak()) return { none: 'no-engine' };
    // Browsers load their voices late and say so once.
    const deadline = performance.now() + VOICES_WITHIN_MS;
    while (speechSynthesis.getVoices().length === 0 && performance.now() < deadline) {
      await Promise.race([
        new Promise((done) => speechSynthesis.addEventListener('voiceschanged', done, { once: true })),
        after(250),
      ]);
    }
    const fitting = speechSynthesis.getVoices().filter((voice) => spoken(voice.lang) === spoken(lang));
    if (fitting.length === 0) return { none: 'no-voice' };
    // A voice on the device also speaks with no network.
    const voice = fitting.find(({ localService }) => localService) ?? (navigator.onLine ? fitting[0] : null);
    return voice ? { voice } : { none: 'needs-network' };
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
    return new Promise((answer) => {
      const utterance = new SpeechSynthesisUtterance(piece);
      let begun = false;
      let over = false;
      const done = (outcome) => {
        over = true;
        answer(outcome);
      };
      utterance.voice = voice;
      utterance.lang = voice.lang.replace('_', '-');
      utterance.rate = rate;
      utterance.onstart = () => (begun = true);
      utterance.onend = () => done('spoken');
      utterance.onerror = ({ error }) => done(SILENT_BECAUSE[error] ?? 'failed');
      setTimeout(() => {
        if (over || begun || speechSynthesis.speaking) return;
        // Before the first tap on a page some browsers keep silent without a word (autoplay policy).
        done(navigator.userActivation?.hasBeenActive === false ? 'not-allowed' : 'late');
        speechSynthesis.cancel();
      }, BEGINS_WITHIN_MS);
      // Some phones never report the end; the slowest voice says about five letters a second.
      setTimeout(() => done('spoken'), BEGINS_WITHIN_MS + (piece.length * 200) / rate);
      speechSynthesis.speak(utterance);
    });
  }

  /** Answers 'spoken', 'stopped', or why nothing was to be heard. */
  async function speak(text, lang, rate) {
    const mine = ++speech;
    const { voice, none } = await findVoice(lang);
    if (mine !== speech) return 'stopped';
    if (none) return none;
    speechSynthesis.cancel();
    for (const piece of pieces(text)) {
      const outcome = await say(piece, voice, Number(rate) || 1).catch(() => 'failed');
      if (mine !== speech) return 'stopped';
      if (outcome !== 'spoken') return outcome;
    }
    return 'spoken';
  }

  function stopSpeaking() {
    speech += 1;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  /** Why nothing could be heard, as far as that is known without speaking; null if a voice is there. */
  const silence = async (lang) => (await findVoice(lang)).none ?? null;
  const hasVoice = async (lang) => (await silence(lang)) === null;

  /** Whose settings hold the voices. */
  const system = () => {
    if (/Android/i.test(navigator.userAgent)) return 'android';
    // An iPad says that it is a Mac, and has fingers.
    return /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1) ? 'ios' : 'other';
  };

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

  /** Browsers may answer late or never, as while they ask the person: nobody waits longer than this. */
  const ANSWERS_WITHIN_MS = 1000;
  const within = (promise, otherwise) => Promise.race([promise, after(ANSWERS_WITHIN_MS).then(() => otherwise)]).catch(() => otherwise);

  /** A guess: browsers do not say it. True where the room for files looks temporary. */
  async function privateMode() {
    const storage = navigator.storage;
    if (!/^https?:$/.test(location.protocol) || !storage?.estimate) return false;
    // What was kept here on an earlier day was kept in no private window. The phone is rather full.
    const since = noted(KEPT);
    if (since && Number(since) < today()) return false;
    // Chromium's private windows keep files in memory and grant about as much as a page may use of it.
    const memory = performance.memory?.jsHeapSizeLimit;
    const { quota } = await within(storage.estimate(), {});
    return Boolean(memory && quota && quota < memory) && (await persisted()) !== 'granted';
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

  /** Asks the browser to keep the data. It may ask the person and answer in a minute, or never. */
  async function persist() {
    if (!navigator.storage?.persist) return 'unsupported';
    try {
      return (await persisted()) === 'granted' || (await navigator.storage.persist()) ? 'granted' : 'refused';
    } catch {
      return 'refused';
    }
  }

  async function persisted() {
    if (!navigator.storage?.persisted) return 'unsupported';
    return (await within(navigator.storage.persisted(), false)) ? 'granted' : 'refused';
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

  /** The body as text, or nothing if it is longer than this: the rest is not waited for. */
  async function bounded(response, longest) {
    if (!response.body) return '';
    const reader = response.body.getReader();
    const parts = [];
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > longest) {
        reader.cancel().catch(() => {});
        return '';
      }
      parts.push(part.value);
    }
    return new Blob(parts).text();
  }

  /**
   * Asks the server this page came from, and no other. Answers what came back, from whomever, or how it was lost:
   * 'offline', 'unreachable', 'late' or 'cut-off'. The name of the header `mark` says that it is a server of ours.
   */
  async function send(method, path, bearer, text, withinMs, longest, mark) {
    let response;
    try {
      const { body, headers } = text ? await packed(text) : { headers: {} };
      if (text) headers['Content-Type'] = 'application/json';
      headers.Authorization = `Bearer ${bearer}`;
      response = await fetch(new URL(path, location.origin), {
        method, body, headers, signal: AbortSignal.timeout(withinMs),
        // A redirect is not followed, and seen: a portal that wants a login is another thing than no network.
        cache: 'no-store', credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer',
      });
      if (response.type === 'opaqueredirect') return { status: 302 };
      const pause = response.headers.get('Retry-After') ?? '';
      return {
        status: response.status,
        // Never more than a number of ours can hold; a date is none.
        retryAfter: /^\d+$/.test(pause) ? Math.min(Number(pause), 0xffff_ffff) : null,
        media: response.headers.get('Content-Type') ?? '',
        marked: response.headers.has(mark),
        body: await bounded(response, longest),
      };
    } catch (error) {
      if (error.name === 'TimeoutError') return { lost: 'late' };
      if (response) return { lost: 'cut-off' };
      return { lost: navigator.onLine ? 'unreachable' : 'offline' };
    }
  }

  // ---- The worker that keeps the data -------------------------------------------------------------------------------

  const KEPT = 'kept';
  const TAKE_OVER = 'take-over';
  const today = () => Math.floor(Date.now() / 86_400_000);

  function noted(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function note(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // A browser that keeps nothing.
    }
  }

  /** Notes that there are files here, so that an app without them is never taken for a new one. */
  const noteFiles = () => noted(KEPT) ?? note(KEPT, today());

  /** Its name says what a worker cannot find out itself. */
  function startCore(takeOver) {
    const words = [takeOver && TAKE_OVER, noted(KEPT) && KEPT].filter(Boolean);
    return new Worker(window.ctWorkerUrl, { type: 'module', name: words.join(' ') });
  }

  const LOCK = 'cung-tien';
  let triedInVain = false;

  /** A page that is loaded again gets its own files back before a tab that waits for them. */
  const LOADED_AGAIN_MS = 3000;

  /** True when no other tab's worker has the lock any more; false where nobody can tell. See worker.js. */
  async function otherTabIsGone() {
    if (!navigator.locks) return false;
    const free = await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => Boolean(lock));
    // Free, and still the files are held, as by an older build: trying for ever by itself would be a busy loop.
    if (free && triedInVain) return false;
    triedInVain = free;
    if (free) return true;
    for (;;) {
      await navigator.locks.request(LOCK, () => {});
      await after(LOADED_AGAIN_MS);
      if (await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => Boolean(lock))) return true;
    }
  }

  /** Calls back when the page is left or frozen. It may come back as it was (page cache, bfcache). */
  function onLeave(callback) {
    addEventListener('pagehide', () => callback());
    document.addEventListener('freeze', () => callback());
  }

  /** Calls back when the page is there again. */
  function onReturn(callback) {
    addEventListener('pageshow', () => callback());
    document.addEventListener('resume', () => callback());
    onVisible(callback);
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
    const join = async () => {
      const joined = await container.register(url, { updateViaCache: 'none' });
      if (joined === registration) return;
      registration = joined;
      if (container.controller) offer(registration.waiting);
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration.installing));
    };
    // A first build that could not be kept whole, because the line broke, is tried again: it goes on where it was.
    addEventListener('online', () => join().catch(() => {}));
    try {
      await join();
    } catch (error) {
      console.warn('no service worker:', error.message);
      return;
    }
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

  /** Where there is no channel, a note changes: other tabs hear of that, this one does not. */
  const announceTakeOver = () => (tabs ? tabs.postMessage(TAKE_OVER) : note(TAKE_OVER, String(Date.now())));
  const onTakeOver = (callback) => {
    if (!tabs) addEventListener('storage', (event) => event.key === TAKE_OVER && callback());
    tabs?.addEventListener('message', (event) => {
      if (event.data === TAKE_OVER) callback();
    });
  };

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

  // ---- Who else writes into the page --------------------------------------------------------------------------------

  // A translator takes a text of the app's out and puts an element with words of its own in its place, though the page
  // asks it not to. The app goes on writing to the text it knows, which nobody sees any more, and she stays at step 1 for
  // good. So a text that was taken out comes back to its place when the app next touches it. Not sooner: a translator
  // that answers at once would keep both busy for ever.

  /** What the app itself never makes: Chrome's, Edge's and Google's <font>, and elements that extensions define. */
  const foreign = (node) => node?.nodeType === Node.ELEMENT_NODE && (node.localName === 'font' || node.localName.includes('-'));
  /** Element of a translator → the app's text whose place it has. */
  const instead = new WeakMap();
  const METHODS = ['remove', 'replaceWith', 'before', 'after'];
  const VALUES = ['textContent', 'nodeValue', 'data'];

  function comesBack(text, substitute) {
    instead.set(substitute, text);
    const back = () => {
      for (const name of [...METHODS, ...VALUES]) delete text[name];
      if (!text.isConnected) substitute.replaceWith(text);
    };
    for (const name of METHODS) {
      text[name] = (...nodes) => {
        back();
        text[name](...nodes);
      };
    }
    for (const name of VALUES) {
      Object.defineProperty(text, name, {
        configurable: true,
        get: () => Reflect.get(Text.prototype, name, text),
        set(value) {
          back();
          text[name] = value;
        },
      });
    }
  }

  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const substitute = [...addedNodes, previousSibling, nextSibling].find(foreign);
      if (!substitute) continue;
      for (const gone of removedNodes) {
        const text = gone.nodeType === Node.TEXT_NODE ? gone : instead.get(gone);
        if (text && !text.isConnected) comesBack(text, substitute);
      }
    }
  }).observe(document, { childList: true, subtree: true });

  // ---- The document -------------------------------------------------------------------------------------------------

  const LOOKS = 'looks';

  /** How the app looked last: language and letters, for a page that cannot ask the database. Nobody's name. */
  function lastLooks() {
    try {
      return JSON.parse(noted(LOOKS)) ?? {};
    } catch {
      return {};
    }
  }
  // Before the first page of this start overwrites it.
  const looks = lastLooks();

  function setDocument(lang, textSizePx, title) {
    note(LOOKS, JSON.stringify({ lang, pixels: textSizePx }));
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
    speak, stopSpeaking, silence, hasVoice, system, environment, persist, persisted, saveFile, print, closeWindow,
    send, onOnline, onVisible, onHidden, takeFragment, startCore, noteFiles, otherTabIsGone, onLeave, onReturn,
    startServiceWorker, onUpdate, applyUpdate, announceTakeOver, onTakeOver, onBack, setBack, back, keepWay, wayBefore: () => way,
    setDocument, scrollIntoView, focusHeading,
  });
})();
