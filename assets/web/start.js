// The first script, in the page itself: from the first paint on it says what is happening, whatever becomes of every
// other file. It checks whether the browser can run the app, loads the first files and counts their bytes, and is the
// watchdog of the start: nothing is waited for in silence.
// In the JavaScript of 2009 (ES5), so that the browsers it has to turn away can run it.
(function () {
  'use strict';

  /** So long without one more byte, and trying again is offered. */
  var STALLED_MS = 20000;
  /** The longest a question to the network or to the service worker holds up a screen. */
  var ASK_MS = 8000;
  var STYLE = '/app.css';
  var BRIDGE = '/bridge.js';
  var BOOT = '/boot.js';
  var GLUE = '/app.js';
  var MODULE = '/app_bg.wasm';
  var WORKER = '/worker.js';
  /** Bytes of each first file, uncompressed; put here by the build. */
  var SIZES = /*{{sizes}}*/ {};

  /** The smallest module that uses all of WebAssembly that the app's may use; see xtask/src/web/features.rs. */
  var TASTE = [/*{{taste}}*/];

  // ---- What is said: Vietnamese, English ----------------------------------------------------------------------------

  var WORDS = {
    loading: ['Đang tải. Lần đầu hơi lâu, lần sau mở nhanh.', 'Loading. The first time takes a while.'],
    starting: ['Tải xong rồi, đang mở…', 'Loaded, opening…'],
    slow: ['Mạng chậm quá, lâu rồi chưa tải thêm được. Cứ chờ, hoặc bấm Thử lại.', 'The network is too slow, nothing more has come. Keep waiting, or try again.'],
    busy: ['Máy mở hơi lâu. Cứ chờ, hoặc bấm Thử lại.', 'It is slow to open. Keep waiting, or try again.'],
    offline: ['Máy đang không có mạng. Mở Wi-Fi hoặc mạng di động, rồi bấm Thử lại.', 'There is no network. Turn on Wi-Fi or mobile data, then try again.'],
    unreachable: ['Chưa tới được máy chủ: mạng yếu, hoặc máy chủ đang nghỉ. Chờ một chút rồi bấm Thử lại.', 'The server cannot be reached: the network is weak, or the server is down. Wait a little, then try again.'],
    lost: ['Tải chưa xong thì bị ngắt. Bấm Thử lại.', 'Loading was interrupted. Please try again.'],
    server: ['Máy chủ đang trục trặc, máy này không hư gì. Chờ vài phút rồi bấm Thử lại.', 'The server has a problem, nothing is wrong with this phone. Wait a few minutes, then try again.'],
    portal: ['Mạng này đưa tới một trang khác. Có thể Wi-Fi đòi đăng nhập: đăng nhập, hoặc đổi qua mạng di động, rồi bấm Thử lại.', 'This network answers with another page. The Wi-Fi may want a sign-in: sign in or use mobile data, then try again.'],
    damaged: ['Có phần tải về chưa đúng. Bấm Thử lại để tải lại.', 'A part did not arrive as it should. Try again to load it anew.'],
    crashed: ['Ứng dụng bị vấp, cần mở lại. Những gì máy đã lưu vẫn còn.', 'The app stumbled and has to be opened again. What this device has saved is still there.'],
    old: ['Trình duyệt này chưa chạy được Cùng Tiến, thường vì nó đã cũ.', 'This browser cannot run Cùng Tiến, most likely because it is old.'],
    still: ['Nếu vẫn vậy, có thể trình duyệt đã cũ.', 'If it stays so, the browser may be old.'],
    again: ['Thử lại', 'Try again'],
    trying: ['Đang thử lại…', 'Trying again…']
  };

  /** What to do about an old browser: the first line that fits. */
  var CURES = [
    // A page inside another app: its menu leads to a whole browser. On iPhones that is the same engine, the iPhone's own.
    [/Zalo|FBAN|FBAV|FB_IAB|Messenger|Instagram|TikTok|musical_ly|BytedanceWebview|\bLine\/|; wv\)/, /Android/,
      'Bấm dấu ba chấm ở góc màn hình, chọn mở bằng trình duyệt Chrome. Nếu vẫn vậy: vào CH Play, tìm Chrome, bấm Cập nhật.',
      'Tap the three dots in the corner and open it in Chrome. If it stays so: open Google Play, find Chrome, tap Update.'],
    [/iPhone|iPad|iPod|Macintosh.*Mobile\//, null,
      'Vào Cài đặt → Cài đặt chung → Cập nhật phần mềm. Nếu không còn bản nào mới hơn thì máy này cũ quá, cần máy khác.',
      'Open Settings → General → Software Update. If there is nothing newer, this device is too old: please use another one.'],
    [/Android [1-5]\b/, null,
      'Máy này cũ quá, Chrome không cập nhật được nữa. Cần máy khác, Android 6 trở lên.',
      'This phone is too old, its Chrome gets no more updates. Please use another one, with Android 6 or newer.'],
    [/Firefox\//, /Android/, 'Vào CH Play, tìm Firefox, bấm Cập nhật.', 'Open Google Play, find Firefox, tap Update.'],
    [/SamsungBrowser/, null,
      'Vào CH Play, tìm Samsung Internet, bấm Cập nhật. Hoặc mở trang này bằng Chrome.',
      'Open Google Play, find Samsung Internet, tap Update. Or open this page in Chrome.'],
    [/Chrome\//, /Android/, 'Vào CH Play, tìm Chrome, bấm Cập nhật.', 'Open Google Play, find Chrome, tap Update.'],
    [/Android/, null, 'Mở trang này bằng Chrome. Chưa có thì vào CH Play, tìm Chrome, bấm Cài đặt.',
      'Open this page in Chrome. If there is none, get it from Google Play.'],
    [/Firefox\//, null, 'Mở trình đơn Trợ giúp → Giới thiệu Firefox để cập nhật.', 'Open the menu Help → About Firefox to update it.'],
    [/Macintosh.*Safari\/(?!.*Chrome)/, null,
      'Vào Cài đặt hệ thống → Cập nhật phần mềm. Hoặc mở trang này bằng Chrome hay Firefox bản mới.',
      'Open System Settings → Software Update. Or open this page in a new Chrome or Firefox.'],
    [/MSIE|Trident/, null, 'Internet Explorer không chạy được. Mở trang này bằng Chrome, Cốc Cốc hoặc Firefox bản mới.',
      'Internet Explorer cannot run it. Open this page in a new Chrome, Edge or Firefox.'],
    [/./, null, 'Cập nhật trình duyệt, hoặc mở trang này bằng Chrome, Cốc Cốc hay Firefox bản mới.',
      'Update the browser, or open this page in a new Chrome, Edge or Firefox.']
  ];

  function cure() {
    var agent = navigator.userAgent;
    // An iPad says that it is a Mac; no Mac can be touched with more than one finger.
    if (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1) agent = 'iPad';
    for (var i = 0; i < CURES.length; i += 1) {
      if (CURES[i][0].test(agent) && (!CURES[i][1] || CURES[i][1].test(agent))) return [CURES[i][2], CURES[i][3]];
    }
    return ['', ''];
  }

  function byId(id) {
    return document.getElementById(id);
  }

  var opening = byId('opening');
  var main = byId('main');
  var bar = byId('opening-bar');
  var button = byId('opening-again');

  /** How the app looked last: whoever reads English is not asked to read Vietnamese. */
  var looks = {};
  try {
    looks = JSON.parse(localStorage.getItem('looks')) || {};
  } catch (error) {
    // A browser that keeps nothing.
  }
  if (looks.pixels > 20) opening.style.fontSize = looks.pixels + 'px';
  if (looks.lang === 'en') say(byId('opening-what'), ['', 'Practise VNeID, public services and your phone on practice screens. A wrong tap does no harm.']);

  /** Puts the words into the element, in the language the app had last, or in both while nobody has chosen. */
  function say(element, words) {
    var english = document.createElement('span');
    element.textContent = looks.lang === 'en' ? '' : words[0];
    if (looks.lang === 'vi') return;
    english.lang = 'en';
    english.textContent = words[1];
    if (looks.lang !== 'en') english.className = 'opening-english';
    element.appendChild(english);
  }

  // ---- Where the start is -------------------------------------------------------------------------------------------

  /** loading, starting, offered (trying again is offered, the start goes on), failed or done. */
  var state = 'loading';
  var shown = '';
  var got = {};
  var lastMove = new Date().getTime();
  /** The file that was wrong: asked for anew when she tries again. */
  var wrongFile = '';

  function show(name, extra) {
    if (shown === name && !extra) return;
    shown = name;
    opening.setAttribute('data-state', name);
    say(byId('opening-words'), extra ? [WORDS[name][0] + ' ' + extra[0], WORDS[name][1] + ' ' + extra[1]] : WORDS[name]);
  }

  function percent() {
    var all = 0;
    var here = 0;
    for (var path in SIZES) {
      all += SIZES[path];
      here += Math.min(got[path] || 0, SIZES[path]);
    }
    return all ? Math.floor((100 * here) / all) : 0;
  }

  /** Something came: `bytes` more of `path`, or with no number all of it. */
  function moved(path, bytes) {
    lastMove = new Date().getTime();
    got[path] = bytes === undefined ? SIZES[path] : (got[path] || 0) + bytes;
    if (state === 'failed' || state === 'done') return;
    // What seemed stuck goes on.
    if (state === 'offered') offer(false);
    bar.value = percent();
    byId('opening-percent').textContent = percent() + '\u00a0%';
    show(percent() >= 100 ? 'starting' : 'loading');
  }

  function offer(yes) {
    state = yes ? 'offered' : 'loading';
    opening.className = yes ? 'is-stuck' : '';
    button.hidden = !yes;
    say(button, WORDS.again);
  }

  /** The start has come to its end in this page: the words say why, and what helps. */
  function fail(name, extra) {
    state = 'failed';
    show(name, extra);
    opening.className = 'is-stuck';
    opening.setAttribute('data-testid', 'boot-error');
    opening.hidden = false;
    bar.hidden = true;
    byId('opening-percent').hidden = true;
    // What is left of the screen below does nothing any more.
    if (main) main.inert = true;
    button.hidden = name === 'old';
    say(button, WORDS.again);
    // So that a repaired build can still arrive.
    if (name !== 'old') keepForLater();
  }

  function watch() {
    if (state !== 'loading' || new Date().getTime() - lastMove < STALLED_MS) return;
    offer(true);
    if (percent() >= 100) return show('busy');
    show(navigator.onLine === false ? 'offline' : 'slow');
    reach().then(function (name) {
      if (state === 'offered') show(name);
    });
  }

  /** Whether the server can be reached: it is asked for the one thing that is never kept anywhere. */
  function reach() {
    return within(fetch('/healthz', { cache: 'no-store' }).then(function (answer) {
      return answer.text().then(function (text) {
        return wrong(answer) || (text === 'ok' ? 'slow' : 'portal');
      });
    })).then(null, unheard);
  }

  function unheard() {
    return navigator.onLine === false ? 'offline' : 'unreachable';
  }

  function within(promise) {
    return Promise.race([promise, new Promise(function (done, fail) {
      setTimeout(function () { fail(new Error('late')); }, ASK_MS);
    })]);
  }

  /** What is wrong with an answer that should be a file of the app; nothing if it may be one. */
  function wrong(answer) {
    if (answer.redirected || answer.type === 'opaqueredirect' || answer.status === 511) return 'portal';
    // The service worker fetched it for us, and it was not the file.
    if (answer.headers.get('X-Instead') === 'true') return 'damaged';
    if (!answer.ok) return 'server';
    return /html/.test(answer.headers.get('Content-Type') || '') ? 'portal' : '';
  }

  /** The file did not come, came wrong, or cannot be run: finds out which, and says it. */
  function failed(path, error) {
    var cannotRun = error && /^(SyntaxError|CompileError|LinkError)$/.test(error.name);
    if (window.console) console.error(path, error);
    // Whatever falls over next is said already.
    if (state === 'failed') return;
    if (missing()) return fail('old', cure());
    wrongFile = path;
    if (error && error.kind) return fail(error.kind);
    // Neither the network nor its files: the app itself.
    if (error && !cannotRun && !/^(TypeError|NetworkError|AbortError)$/.test(error.name)) return fail('crashed');
    if (cannotRun && path !== STYLE) fail('damaged', [WORDS.still[0] + ' ' + cure()[0], WORDS.still[1] + ' ' + cure()[1]]);
    else fail(cannotRun ? 'damaged' : navigator.onLine === false ? 'offline' : 'lost');
    // Asked for anew, past what the browser keeps, where a right answer then takes the place of the wrong one.
    fetch(path, { cache: 'reload', credentials: 'same-origin' }).then(function (answer) {
      var why = wrong(answer);
      if (why || !cannotRun) return why;
      return path === MODULE && answer.arrayBuffer().then(cannotCompile).then(function (sound) {
        if (!sound) return;
        fail('old', cure());
        // It is a guess.
        button.hidden = false;
      });
    }).then(function (why) {
      if (why) fail(why);
    }, function () {
      if (!cannotRun) fail(navigator.onLine === false ? 'offline' : 'lost');
    });
  }

  /** Whether these are the right bytes, and this browser does not take them. */
  function cannotCompile(bytes) {
    return WebAssembly.instantiate(bytes, {}).then(function () { return false; }, function (error) {
      return error.name === 'CompileError' && isModule(bytes);
    });
  }

  /** Whether it is what its name tells. Where the browser computes no hashes, as without HTTPS, its length decides. */
  function isModule(bytes) {
    var hash = /-([0-9a-f]{16})_/.exec(MODULE);
    if (!hash || !window.crypto || !crypto.subtle) return bytes.byteLength === SIZES[MODULE];
    return crypto.subtle.digest('SHA-256', bytes).then(function (digest) {
      var hex = '';
      new Uint8Array(digest).forEach(function (byte) { hex += (byte + 256).toString(16).slice(1); });
      return hex.indexOf(hash[1]) === 0;
    });
  }

  var asked = false;

  /** Starts the service worker, once: with it the whole build is kept, and a repaired one can come. */
  function keepForLater() {
    if (asked) return;
    asked = true;
    if (window.ctBridge) window.ctBridge.startServiceWorker('/sw.js');
    else if (navigator.serviceWorker) navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(null, function () {});
  }

  /** Before the page is loaded again: what was wrong is fetched anew, holes are filled, and a newer build takes over. */
  function tryAgain() {
    var reload = function () { location.reload(); };
    button.disabled = true;
    say(button, WORDS.trying);
    within(Promise.all([
      wrongFile && fetch(wrongFile, { cache: 'reload', credentials: 'same-origin' }).then(function (answer) {
        return answer.arrayBuffer();
      }).then(null, function () {}),
      navigator.serviceWorker && navigator.serviceWorker.getRegistration().then(function (registration) {
        var container = navigator.serviceWorker;
        if (!container.controller) return undefined;
        return registration.update().then(null, function () {}).then(function () {
          return newer(registration);
        }).then(function (build) {
          if (build) {
            return new Promise(function (done) {
              container.addEventListener('controllerchange', done);
              build.postMessage({ type: 'apply' });
            });
          }
          return new Promise(function (done) {
            var channel = new MessageChannel();
            channel.port1.onmessage = done;
            container.controller.postMessage({ type: 'check' }, [channel.port2]);
          });
        });
      })
    ])).then(reload, reload);
  }

  /** The build that waits to take over, once it is all there. */
  function newer(registration) {
    var coming = registration.installing;
    if (registration.waiting || !coming) return registration.waiting;
    return new Promise(function (done) {
      coming.addEventListener('statechange', function () {
        if (coming.state !== 'installing') done(registration.waiting);
      });
    });
  }

  // ---- What the browser can -----------------------------------------------------------------------------------------

  /** Whether the browser lacks something the app cannot do without. Asked again whenever something does not run. */
  function missing() {
    try {
      return !window.Promise || !window.fetch || !window.MutationObserver || !('noModule' in document.createElement('script'))
        || typeof WebAssembly !== 'object' || !WebAssembly.validate(new Uint8Array(TASTE)) || !runsModuleWorkers();
    } catch (error) {
      return true;
    }
  }

  /** A browser that knows workers of modules asks which type is meant, and is told no more: none is started. */
  function runsModuleWorkers() {
    var known = false;
    try {
      new Worker(WORKER, {
        get type() {
          known = true;
          throw new Error('asked');
        }
      }).terminate();
    } catch (error) {
      // As meant.
    }
    return known;
  }

  // ---- The first files ----------------------------------------------------------------------------------------------

  function add(element, path) {
    return new Promise(function (done) {
      element.onload = function () {
        moved(path);
        done();
      };
      element.onerror = function () {
        failed(path, null);
      };
      document.head.appendChild(element);
    });
  }

  function script(path, type) {
    var element = document.createElement('script');
    element.type = type;
    // In the order in which they were added.
    element.async = false;
    element.src = path;
    return add(element, path);
  }

  function style() {
    var element = document.createElement('link');
    element.rel = 'stylesheet';
    element.href = STYLE;
    return add(element, STYLE).then(function () {
      // Its last rule, put there by the build: some browsers take any page for a style, and half of one is one too.
      if (getComputedStyle(document.documentElement).getPropertyValue('--whole')) return;
      var error = new SyntaxError('not whole');
      failed(STYLE, error);
      throw error;
    });
  }

  /** The module as it comes, for compiling on the way; its bytes are counted on a second reading of the same. */
  function module() {
    return fetch(MODULE, { credentials: 'same-origin' }).then(function (answer) {
      var error = new Error(MODULE + ': ' + answer.status);
      error.kind = wrong(answer);
      if (error.kind) throw error;
      if (answer.body && answer.body.getReader) count(answer.clone().body.getReader());
      return answer;
    });
  }

  function count(reader) {
    reader.read().then(function (part) {
      if (part.done) return moved(MODULE, 0);
      moved(MODULE, part.value.length);
      count(reader);
    }, function () {
      // Whoever compiles it says so.
    });
  }

  addEventListener('error', function (event) {
    var error = event.error;
    if (!error) return;
    if (error.name === 'SyntaxError') {
      [BRIDGE, BOOT, GLUE].forEach(function (path) {
        if ((event.filename || '').indexOf(path) > 0) failed(path, error);
      });
    }
    fell(error);
  });
  addEventListener('unhandledrejection', function (event) {
    fell(event.reason);
  });

  /** A failure of the app after it has started must not leave a dead screen: opening again helps. */
  function fell(error) {
    if (!window.WebAssembly || !(error instanceof WebAssembly.RuntimeError)) return;
    if (window.console) console.error(error);
    fail('crashed');
  }

  button.onclick = tryAgain;
  if (missing()) return fail('old', cure());
  show('loading');
  setInterval(watch, 1000);

  // The opening screen goes when the app has words of its own to show.
  var drawn = new MutationObserver(function look() {
    if (state === 'failed' || state === 'done' || main.textContent === '') return;
    // It is there and not to be seen yet, as what is shown only when it takes long.
    if (main.innerText.trim() === '') return setTimeout(look, 100);
    drawn.disconnect();
    state = 'done';
    opening.hidden = true;
  });
  drawn.observe(main, { childList: true, subtree: true, characterData: true });

  if (navigator.serviceWorker) {
    // It fills a hole in what is kept: a file comes to the page only when it is all there.
    navigator.serviceWorker.onmessage = function (event) {
      if (event.data && event.data.type === 'bytes') moved(event.data.path, event.data.bytes);
    };
  }

  var wasm = module();
  var styled = style();
  // Whoever waits for them says what happened; nobody may wait yet.
  wasm.then(null, function () {});
  styled.then(null, function () {});
  /** Read by boot.js, and by the app when it starts its worker: only the build knows the names. */
  window.ctWorkerUrl = WORKER;
  window.ctStart = { module: wasm, style: styled, missing: missing, failed: failed, keepForLater: keepForLater };
  script(BRIDGE, 'text/javascript');
  script(BOOT, 'module').then(function () {
    if (!window.ctStart.begun) failed(BOOT, new SyntaxError('not whole'));
  });
})();
