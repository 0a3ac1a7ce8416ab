// A phone with Firefox, spoken to as the standard says (WebDriver BiDi): Firefox itself answers, nothing stands between.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { WebSocket } from 'ws';
import { PHONE, assert, freePort, temporaryFolder, waitFor } from './lib.mjs';
import { Group } from './group.mjs';
import { Page } from './engine_page.mjs';

const KNOWN = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const OPENS_WITHIN_MS = 90_000;
const ENDS_WITHIN_MS = 20_000;

/** How each phone begins. What its owner would be asked about lasting storage is answered, unless a test wants the question. */
const PREFERENCES = {
  'intl.accept_languages': 'vi-VN,vi',
  'ui.prefersReducedMotion': 1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.storageManager.prompt.testing': true,
  'dom.storageManager.prompt.testing.allow': true,
};
/** Nobody answers the question: it stays on the screen. */
export const ASKS = { 'dom.storageManager.prompt.testing': false };
const PRIVATE = { 'browser.privatebrowsing.autostart': true };

function program() {
  const found = process.env.FIREFOX ?? KNOWN.find((file) => fs.existsSync(file));
  assert(found && fs.existsSync(found), 'Firefox is missing: scripts/setup.sh engines installs it (Debian: firefox-esr), or set FIREFOX');
  return found;
}

export class Firefox {
  static async start({ viewport = PHONE, prefs = {}, privately = false } = {}) {
    const phone = new Firefox();
    phone.folder = temporaryFolder('firefox');
    phone.viewport = viewport;
    phone.prefs = { ...PREFERENCES, ...(privately ? PRIVATE : {}), ...prefs };
    /** What the page's console said that a person should look at. */
    phone.complaints = [];
    await phone.open();
    return phone;
  }

  async open() {
    const lines = Object.entries(this.prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    fs.writeFileSync(path.join(this.folder, 'user.js'), lines.join(''));
    const port = await freePort();
    const words = ['--headless', '--no-remote', '--profile', this.folder, '--remote-debugging-port', String(port), 'about:blank'];
    this.group = new Group(spawn(program(), words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
    await this.group.says('WebDriver BiDi listening', OPENS_WITHIN_MS);
    this.bidi = await Bidi.connect(`ws://127.0.0.1:${port}/session`);
    this.bidi.on('log.entryAdded', ({ level, text }) => {
      if (level === 'error') this.complaints.push(`console: ${text}`);
    });
    const { capabilities } = await this.bidi.send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } } });
    this.version = capabilities.browserVersion;
    await this.bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    const { contexts } = await this.bidi.send('browsingContext.getTree', {});
    this.page = await this.shown(contexts[0].context);
  }

  async shown(context) {
    const { width, height } = this.viewport;
    await this.bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
    return new Page(new Tab(this.bidi, context));
  }

  async newTab() {
    const { context } = await this.bidi.send('browsingContext.create', { type: 'tab' });
    return this.shown(context);
  }

  /** Brings a tab in front. */
  async look(page) {
    await this.bidi.send('browsingContext.activate', { context: page.driver.context });
  }

  /** Quits, as by its menu. */
  async close() {
    if (!this.group) return;
    await this.bidi?.send('browser.close', {}).catch(() => {});
    await this.group.ended(ENDS_WITHIN_MS);
    await this.kill();
  }

  /** As when the battery falls out: no process gets to finish anything. */
  async kill() {
    await this.group?.kill();
    this.bidi?.socket.terminate();
    this.group = null;
  }

  async restart() {
    await this.close();
    await this.open();
  }
}

/** One tab, as `Page` wants it. */
class Tab {
  constructor(bidi, context) {
    this.bidi = bidi;
    this.context = context;
  }

  async run(source, argument) {
    const { result, exceptionDetails } = await this.bidi.send('script.callFunction', {
      functionDeclaration: `async (text) => JSON.stringify((await (${source})(JSON.parse(text))) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(argument) }],
      awaitPromise: true,
      target: { context: this.context },
    });
    assert(!exceptionDetails, `the page says: ${exceptionDetails?.text}`);
    return JSON.parse(result.value);
  }

  async tap(x, y) {
    const at = { x, y, origin: 'viewport' };
    const actions = [{ type: 'pointerMove', ...at }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
    await this.bidi.send('input.performActions', { context: this.context, actions: [finger] });
  }

  async go(url) {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }

  async reload() {
    await this.bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }

  async back() {
    await this.bidi.send('browsingContext.traverseHistory', { context: this.context, delta: -1 });
  }
}

class Bidi {
  static async connect(address) {
    const bidi = new Bidi();
    bidi.waiting = new Map();
    bidi.listeners = new Map();
    bidi.count = 0;
    bidi.socket = await waitFor('Firefox answers', () => new Promise((done, fail) => {
      const socket = new WebSocket(address);
      socket.once('open', () => done(socket)).once('error', fail);
    }), OPENS_WITHIN_MS);
    bidi.socket.on('message', (data) => bidi.hear(JSON.parse(data)));
    bidi.socket.on('error', () => {});
    bidi.socket.on('close', () => {
      for (const { fail } of bidi.waiting.values()) fail(new Error('Firefox is gone'));
      bidi.waiting.clear();
    });
    return bidi;
  }

  on(event, listener) {
    this.listeners.set(event, listener);
  }

  hear({ id, method, params, type, result, error, message }) {
    if (method) this.listeners.get(method)?.(params);
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    if (type === 'error') waiting.fail(new Error(`${error}: ${message}`));
    else waiting.done(result);
  }

  send(method, params) {
    return new Promise((done, fail) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        fail(new Error('Firefox is gone'));
        return;
      }
      const id = (this.count += 1);
      this.waiting.set(id, { done, fail });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
