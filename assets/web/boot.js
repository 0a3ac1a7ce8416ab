// Starts the app in the page. The same module also runs in the worker, see worker.js.
const opening = document.getElementById('opening');
const main = document.getElementById('main');

// Read by the app when it starts its worker: only the build knows the worker's hashed name.
window.ctWorkerUrl = new URL('./worker.js', import.meta.url).href;

// The opening screen goes when the app has drawn its first element.
const drawn = new MutationObserver(() => {
  if (main.childElementCount === 0) return;
  drawn.disconnect();
  opening.hidden = true;
});
drawn.observe(main, { childList: true });

function cannotOpen(error) {
  drawn.disconnect();
  console.error(error);
  // Whatever falls over next is said already.
  if (opening.dataset.testid === 'boot-error') return;
  const old = typeof WebAssembly !== 'object';
  const words = document.getElementById('opening-words');
  words.textContent = old
    ? 'Trình duyệt này cũ quá, chưa mở được. Hãy cập nhật Chrome hoặc Safari.'
    : 'Chưa mở được. Bài đã học vẫn còn nguyên.';
  const english = document.createElement('p');
  english.lang = 'en';
  english.textContent = old
    ? 'This browser is too old: please update Chrome or Safari.'
    : 'It did not open. What you have learned is still there.';
  words.after(english);
  opening.setAttribute('role', 'alert');
  opening.dataset.testid = 'boot-error';
  opening.hidden = false;
  // What is left of the screen below does nothing any more.
  main.inert = true;
  if (old) return;
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Thử lại / Try again';
  again.addEventListener('click', () => location.reload());
  opening.append(again);
}

try {
  const { default: init } = await import('./app.js');
  await init();
} catch (error) {
  cannotOpen(error);
}
// After the app has started, so that saving for offline use does not slow the first screen;
// also when it failed to start, so that a repaired build can still arrive.
window.ctBridge.startServiceWorker('/sw.js');

// A failure of the app after it has started must not leave a dead screen: nothing is lost, and opening again helps.
addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) cannotOpen(event.error);
});
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) cannotOpen(event.reason);
});
