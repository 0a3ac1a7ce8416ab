// Where lessons are kept, in browsers that keep them elsewhere, nowhere, or not any more: each is told as what it is.
import { assert, buildWith, waitFor, withPhone } from './lib.mjs';
import { lesson } from './lessons.mjs';
import { addLearner, at, doStep, finishRun, firstStart, firstStepDone, freshLearner, goHome, openLesson, practise, see, stepsDone, tap } from './app.mjs';

const both = (code) => ({ page: code, worker: code });
const refusing = (name) => both(`StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', '${name}'));`);
/** As in the first browsers that had such files: some calls answered with a promise. */
const LATE_ANSWERS = `for (const name of ['getSize', 'truncate', 'flush', 'close']) {
  const call = FileSystemSyncAccessHandle.prototype[name];
  FileSystemSyncAccessHandle.prototype[name] = function (...given) { return Promise.resolve(call.apply(this, given)); };
}`;
const NO_STORAGE = "Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true });";

const PRIVATE = 'Mở ở cửa sổ thường';
const OLD = 'Cập nhật trình duyệt';

/** Browsers that give the app no files, and what the first page calls it. */
const NOWHERE = {
  'without navigator.storage': [both(NO_STORAGE), OLD],
  'without a private file system': [both('delete StorageManager.prototype.getDirectory;'), OLD],
  'without synchronous handles': [{ worker: 'delete FileSystemFileHandle.prototype.createSyncAccessHandle;' }, OLD],
  'whose handles answer late': [{ worker: LATE_ANSWERS }, OLD],
  'that says SecurityError': [refusing('SecurityError'), PRIVATE],
  'that says UnknownError': [refusing('UnknownError'), PRIVATE],
  'that says NotAllowedError': [refusing('NotAllowedError'), PRIVATE],
};

/** What may be wrong with files that are there, as the browser says it, and a word of what she is told. */
const TROUBLES = {
  QuotaExceededError: 'Máy hết chỗ',
  NotFoundError: 'vừa bị xóa',
  // The lock says that no other tab has them.
  NoModificationAllowedError: 'tắt hẳn ứng dụng rồi mở lại',
  NotReadableError: 'Chưa mở được',
};

/** She learns a lesson in memory, and no sentence promises more than that. */
async function learnsInMemory(page, title) {
  await see(page, 'browser-title');
  const said = await at(page, 'browser-title').textContent();
  assert(said.includes(title), `“${said}” instead of “${title}”`);
  await tap(page, 'browser-stay');
  await firstStart(page);
  await addLearner(page, 'Bà Tư');
  await openLesson(page, 'vneid-login');
  await practise(page, 'guided');
  await finishRun(page, 'vneid-login');
  await promisesNothing(page);
  await goHome(page);
  await promisesNothing(page);
  await see(page, 'export');
}

async function promisesNothing(page) {
  const text = await waitFor('it says how long', async () => {
    const said = await page.locator('.app').textContent();
    return said.includes('tới khi đóng cửa sổ này') && said;
  }, 15_000);
  for (const promise of ['Đã lưu', 'vẫn còn', 'không mất', 'giữ nguyên']) assert(!text.includes(promise), `“${promise}”: ${text}`);
}

export const tests = {
  async 'an address without encryption is told as such, and is no private window'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await page.goto(server.url.replace('localhost', 'class.test'));
      await learnsInMemory(page, 'Địa chỉ này không giữ được bài');
    }, { args: ['--host-resolver-rules=MAP class.test 127.0.0.1'] });
  },

  async 'whoever has lessons in files is not shown an empty app when they cannot be reached for once'() {
    // A bad moment of the browser, from the second start on: the first has noted that there are files.
    const worker = `if (self.name.includes('kept')) { ${refusing('UnknownError').worker} }`;
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      await waitFor('it is noted', () => page.evaluate(() => localStorage.getItem('kept')));
      await page.reload();
      await see(page, 'failure-title');
      assert((await at(page, 'browser-title').count()) === 0, 'it is no private window');
    }, { web: buildWith({ worker }) });
  },

  async 'data cleared while the app is open are told, can be taken along, and it begins afresh'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await freshLearner(phone, server.url);
      const devtools = await phone.context.newCDPSession(page);
      await devtools.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'file_systems,local_storage' });
      await page.waitForTimeout(1_200);
      await tap(page, 'home-settings');
      await see(page, 'failure-title');
      const said = await page.locator('.app').textContent();
      assert(said.includes('vừa bị xóa') && !said.includes('chỗ khác'), said);
      const [download] = await Promise.all([page.waitForEvent('download'), tap(page, 'export')]);
      assert(download.suggestedFilename().endsWith('.json'), download.suggestedFilename());
      await tap(page, 'failure-retry');
      // Chromium holds the cleared files until it is closed: that is what she is told to do, and no other window is blamed.
      const next = await waitFor('it goes on, or says what to do', async () => {
        const text = await page.locator('.app').textContent();
        return /tắt hẳn|Ngôn ngữ/.test(text) && text;
      });
      assert(!next.includes('chỗ khác'), next);
      await phone.restart();
      await phone.page.goto(server.url);
      await see(phone.page, 'first-language');
    });
  },

  async 'a step is not acknowledged when its files were cleared'() {
    await withPhone(async ({ phone, server }) => {
      const { page } = phone;
      await firstStepDone(phone, server.url, 'vneid-login');
      const devtools = await phone.context.newCDPSession(page);
      await devtools.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'file_systems' });
      await page.waitForTimeout(1_200);
      await doStep(page, lesson('vneid-login').steps[1], { fill: true });
      await see(page, 'practice-retry');
      assert((await stepsDone(page)) === 1, 'one step is done, and no more');
      assert((await page.locator('.app').textContent()).includes('vừa bị xóa'), 'it says why');
    });
  },
};

for (const [browser, [code, title]] of Object.entries(NOWHERE)) {
  tests[`in a browser ${browser} she learns in memory, and nothing is promised`] = async () => {
    await withPhone(async ({ phone, server }) => {
      await phone.page.goto(server.url);
      await learnsInMemory(phone.page, title);
    }, { web: buildWith(code) });
  };
}

for (const [name, words] of Object.entries(TROUBLES)) {
  tests[`files that answer ${name} are told as what they are`] = async () => {
    // The place is there; whoever opens a file of it is refused.
    const worker = `{ const open = FileSystemFileHandle.prototype.createSyncAccessHandle;
      FileSystemFileHandle.prototype.createSyncAccessHandle = function () {
        return this.name.startsWith('.probe') ? open.call(this) : Promise.reject(new DOMException('no', '${name}'));
      }; }`;
    await withPhone(async ({ phone, server }) => {
      await phone.page.goto(server.url);
      await see(phone.page, 'failure-title');
      // Where another tab may have let go just now, it is tried once more by itself.
      await waitFor(`it says “${words}”`, async () => (await phone.page.locator('.app').textContent()).includes(words), 10_000);
      await see(phone.page, 'failure-retry');
    }, { web: buildWith({ worker }) });
  };
}
