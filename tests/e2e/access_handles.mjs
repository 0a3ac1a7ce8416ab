// What Safari has and WebKitGTK 2.50 has not: handles of files that answer at once. Its switch is there, but on Linux the
// engine cannot hand an open file from one process to another (SharedFileHandle), and every request for a handle fails.
// This puts them into a worker, out of what WebKitGTK does have: files live in IndexedDB, Web Locks see to it that a file has
// one owner, who lets go when his worker ends. A file somebody holds is refused as WebKit refuses it: InvalidStateError.
function standIn() {
  // Its own, whatever a test takes away from the app.
  const { locks } = navigator;
  const database = new Promise((done, fail) => {
    const opening = indexedDB.open('access-handles', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('files');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const inFiles = async (mode, ask) => {
    const turn = (await database).transaction('files', mode);
    const asked = ask(turn.objectStore('files'));
    return new Promise((done, fail) => {
      turn.oncomplete = () => done(asked.result);
      turn.onerror = turn.onabort = () => fail(turn.error);
    });
  };
  const owned = (name) => new Promise((done) => {
    locks.request(`access-handle ${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) return done(null);
      return new Promise((letGo) => done(letGo));
    });
  });
  FileSystemFileHandle.prototype.createSyncAccessHandle = async function createSyncAccessHandle() {
    const { name } = this;
    const letGo = await owned(name);
    if (!letGo) throw new DOMException('The object is in an invalid state.', 'InvalidStateError');
    let bytes = (await inFiles('readonly', (files) => files.get(name))) ?? new Uint8Array(0);
    let written = Promise.resolve();
    const resize = (length) => {
      const resized = new Uint8Array(length);
      resized.set(bytes.subarray(0, length));
      bytes = resized;
    };
    const keep = () => {
      const now = bytes.slice();
      written = inFiles('readwrite', (files) => files.put(now, name)).catch((error) => console.error(String(error)));
    };
    return {
      getSize: () => bytes.length,
      read(into, { at = 0 } = {}) {
        const length = Math.max(0, Math.min(into.byteLength, bytes.length - at));
        new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(bytes.subarray(at, at + length));
        return length;
      },
      write(from, { at = 0 } = {}) {
        if (at + from.byteLength > bytes.length) resize(at + from.byteLength);
        bytes.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength), at);
        return from.byteLength;
      },
      truncate: resize,
      flush: keep,
      close() {
        keep();
        written.finally(letGo);
      },
    };
  };
}

/** To run before a worker's own code. */
export const ACCESS_HANDLES = `(${standIn})();`;
/** A flush is not waited for: this long after it, the file is on the disk. */
export const KEPT_AFTER_MS = 1_000;
