// Runs the same module as the page, where SQLite may use its files. The module sees that it is in a worker and serves requests.
// The page may write before the module is ready: its messages wait here and are replayed in order.
const waiting = [];
const hold = (event) => waiting.push(event.data);
self.addEventListener('message', hold);

const after = (ms, value) => new Promise((done) => setTimeout(done, ms, value));
/** What the page knows and a worker cannot find out, see startCore in bridge.js. */
const said = self.name.split(' ');

// ---- Is there a place for files? ------------------------------------------------------------------------------------

/** A browser that does not answer at all is told as such; nobody waits for ever. */
const ANSWERS_WITHIN_MS = 3000;

/** 'files', why there are none, or the name of the error; core/place.rs reads it. */
async function findPlace() {
  if (!self.isSecureContext) return 'not-secure';
  if (!navigator.storage?.getDirectory || !self.FileSystemFileHandle?.prototype.createSyncAccessHandle) return 'too-old';
  let root;
  try {
    root = await navigator.storage.getDirectory();
  } catch (error) {
    return error?.name ?? 'Error';
  }
  // The first browsers with such handles answered some calls with a promise: no database can wait in the middle of a read.
  const name = `.probe-${Math.random()}`;
  try {
    const handle = await (await root.getFileHandle(name, { create: true })).createSyncAccessHandle();
    const size = handle.getSize();
    await handle.close();
    if (typeof size !== 'number') return 'too-old';
  } catch {
    // Whatever is wrong with the files is said by those who open them in earnest.
  } finally {
    root.removeEntry(name).catch(() => {});
  }
  return 'files';
}

let lastLook = performance.now();
const LOOK_EVERY_MS = 1000;

/** False: the browser's data were cleared under our feet. The open files still answer, and nobody will ever find them again. */
self.ctFilesAreThere = async (now) => {
  if (!now && performance.now() - lastLook < LOOK_EVERY_MS) return true;
  lastLook = performance.now();
  const look = async () => {
    const root = await navigator.storage.getDirectory();
    return (await root.getDirectoryHandle('.opfs-sahpool')).getFileHandle('.lock');
  };
  return Promise.race([look().then(() => true, (error) => error.name !== 'NotFoundError'), after(LOOK_EVERY_MS, true)]);
};

// ---- Does another tab use them? -------------------------------------------------------------------------------------

const LOCK = 'cung-tien';
/** The worker of a page just left lives a moment longer. */
const LEAVING_MS = 200;
/** A tab that is asked to let go gets this long; then the lock is stolen from it. */
const LETTING_GO_MS = 1500;

/** Asks for the lock. Answers true, false, or nothing where nobody answers in time. */
function ask(options, within) {
  return new Promise((done) => {
    const late = new AbortController();
    let mine = false;
    setTimeout(() => {
      if (!mine && options.signal !== undefined) late.abort();
      done(undefined);
    }, within);
    const request = options.signal === undefined ? options : { signal: late.signal };
    navigator.locks.request(LOCK, request, (lock) => {
      done(Boolean(lock));
      mine = Boolean(lock);
      // Kept as long as this worker lives: when it ends, however it ends, the lock is free.
      return lock && new Promise(() => {});
    }).catch(() => {
      // Stolen: another tab could not wait any longer. Its files are free when this worker is gone.
      if (mine) {
        self.postMessage('{"failed":"taken"}');
        self.close();
      }
      done(undefined);
    });
  });
}

/** 'ours', 'elsewhere', or 'unknown' where the browser has no locks: then only the files themselves can tell. */
async function findOwner() {
  if (!navigator.locks) return 'unknown';
  const free = await ask({ ifAvailable: true }, LEAVING_MS);
  if (free === undefined) return 'unknown';
  if (free) return 'ours';
  const taking = said.includes('take-over');
  if (await ask({ signal: true }, taking ? LETTING_GO_MS : LEAVING_MS)) return 'ours';
  return taking && (await ask({ steal: true }, LEAVING_MS)) ? 'ours' : 'elsewhere';
}

// ---- The module -----------------------------------------------------------------------------------------------------

// All at once: what is found out here takes no longer than loading the module.
const found = Promise.all([Promise.race([findPlace(), after(ANSWERS_WITHIN_MS, 'TimeoutError')]), findOwner()]);

try {
  const { default: init } = await import('./app.js');
  [self.ctPlace, self.ctOwner] = await found;
  self.ctKeptBefore = said.includes('kept');
  self.ctTaking = said.includes('take-over');
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
