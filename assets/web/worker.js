// Runs the same module as the page, where SQLite may use its files. The module sees that it is in a worker and serves requests.
// The page may write before the module is ready: its messages wait here and are replayed in order.
const waiting = [];
const hold = (event) => waiting.push(event.data);
self.addEventListener('message', hold);

// A browser that gives pages no place for files, as some private windows do: what is learned lasts as long as the page.
const keepsFiles = navigator.storage?.getDirectory?.().then(() => true, () => false) ?? false;

try {
  const { default: init } = await import('./app.js');
  self.ctKeepsFiles = await keepsFiles;
  await init();
  self.removeEventListener('message', hold);
  for (const data of waiting.splice(0)) self.dispatchEvent(new MessageEvent('message', { data }));
} catch (error) {
  self.removeEventListener('message', hold);
  const failed = JSON.stringify({ failed: String(error?.message ?? error) });
  const refuse = () => self.postMessage(failed);
  // Said once now, and again to whoever asks later: nobody waits for an answer that cannot come.
  self.addEventListener('message', refuse);
  refuse();
}
