// Browsers that lack something, as a table: what is taken away before the app's page and before its worker, and what she
// must then be told. Each row is tried in every engine.
import { BOOT, BRIDGE, PAGE, STYLES } from './changed_build.mjs';

const both = (code) => ({ page: code, worker: code });
/** What the app says: it works and keeps what is learned; it works and says that nothing is kept; the browser is too old. */
export const KEEPS = 'keeps';
export const FORGETS = 'forgets';
export const TOO_OLD = 'too old';

const ANSWERS_LATER = `{ const sync = self.FileSystemSyncAccessHandle?.prototype;
  const make = FileSystemFileHandle.prototype.createSyncAccessHandle;
  FileSystemFileHandle.prototype.createSyncAccessHandle = async function () {
    const handle = await make.call(this);
    for (const name of ['getSize', 'truncate', 'flush', 'close']) {
      const now = handle[name];
      Object.defineProperty(handle, name, { value: async (...words) => now.apply(handle, words) });
    }
    return handle;
  };
}`;
const REFUSES_THE_MODULE = `{ const refuse = () => Promise.reject(new WebAssembly.CompileError('invalid value type'));
  WebAssembly.instantiateStreaming = WebAssembly.instantiate = WebAssembly.compile = WebAssembly.compileStreaming = refuse;
  WebAssembly.validate = () => false;
}`;

/** Since when every browser has it stands behind the name, as far as it is known. */
export const OLD_BROWSERS = {
  'no file handles that answer at once (Chrome 101, Safari 15.1)':
    [FORGETS, { worker: 'delete FileSystemFileHandle.prototype.createSyncAccessHandle;' }],
  'file handles that answer later (Chrome 107, Safari 16.3)': [FORGETS, { worker: ANSWERS_LATER }],
  'no place for files (Firefox 110)': [FORGETS, both('delete StorageManager.prototype.getDirectory;')],
  'nothing about storage at all':
    [FORGETS, both('Object.defineProperty(navigator, "storage", { value: undefined, configurable: true });')],
  'no locks (Safari 15.3)':
    [KEEPS, { page: 'delete Navigator.prototype.locks;', worker: 'delete WorkerNavigator.prototype.locks;' }],
  'no channels between tabs': [KEEPS, both('delete self.BroadcastChannel;')],
  'no compression (Safari 16.3, Firefox 112)': [KEEPS, both('delete self.CompressionStream;')],
  'no time limits for requests (Safari 15)': [KEEPS, both('delete AbortSignal.timeout;')],
  'no voices': [KEEPS, { page: 'delete self.speechSynthesis; delete Window.prototype.speechSynthesis;' }],
  'no service worker': [KEEPS, { page: 'delete Navigator.prototype.serviceWorker;' }],
  'no finalization': [KEEPS, both('delete self.FinalizationRegistry;')],
  'no :has() and no container queries (Firefox 120)': [KEEPS, {
    edit: ({ read, write }) => write(STYLES, read(STYLES).replaceAll(':has(', ':nohas(').replaceAll('@container', '@nocontainer')),
  }],
  'no workers of modules (Firefox 113)':
    [TOO_OLD, { page: '{ const Old = Worker; self.Worker = class extends Old { constructor(url) { super(url); } }; }' }],
  'no WebAssembly': [TOO_OLD, both('delete self.WebAssembly;')],
  'no reference types (Chrome 95, Safari 15.0)': [TOO_OLD, both(REFUSES_THE_MODULE)],
  'no modules': [TOO_OLD, {
    edit: ({ read, write }) => write(PAGE, read(PAGE).replaceAll('type="module"', 'type="nothing-it-knows"')),
  }],
  'a language of before 2020, in which nothing can be read': [TOO_OLD, {
    edit({ read, write }) {
      for (const file of [BOOT, BRIDGE]) write(file, `this is not ( a script\n${read(file)}`);
    },
  }],
};
