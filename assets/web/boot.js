// Starts the app in the page, with what start.js has loaded and is watching over. The same module also runs in the
// worker, see worker.js.
const { module, style, failed, keepForLater } = window.ctStart;

window.ctStart.begun = true;

async function start() {
  // Nothing of the app can live without it.
  if (!window.ctBridge) return failed('/bridge.js', new SyntaxError('not whole'));
  // Looked up again: a browser may lack now what it seemed to have.
  if (window.ctStart.missing()) throw new Error('the browser lacks something');
  const { default: init } = await import('./app.js').catch((error) => {
    failed('/app.js', error);
    throw error;
  });
  // Not drawn before it is dressed.
  const [answer] = await Promise.all([module, style]);
  await init({ module_or_path: answer });
  // After the app has started, so that saving for offline use does not slow the first screen.
  return keepForLater();
}

start().catch((error) => failed('/app_bg.wasm', error));
