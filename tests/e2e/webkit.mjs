// A phone with WebKitGTK: the same engine as Safari's, in a small browser of ours (`kit.py`), driven by WebKitWebDriver.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PHONE, assert, freePort, root, temporaryFolder, waitFor } from './lib.mjs';
import { Group } from './group.mjs';
import { Page } from './engine_page.mjs';
import { startScreen } from './xvfb.mjs';

const PYTHON = process.env.PYTHON_GI ?? '/usr/bin/python3';
const KIT = path.join(root, 'tests/e2e/kit.py');
const OPENS_WITHIN_MS = 90_000;
const ENDS_WITHIN_MS = 10_000;
const SCRIPT_WITHIN_MS = 120_000;
/** Drawn by the processor: there is no graphics card, and none is tested. */
const PLAIN_DRAWING = { WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' };

function driverProgram() {
  const known = ['/usr/bin/WebKitWebDriver', '/usr/libexec/webkit2gtk-4.1/WebKitWebDriver'];
  const found = process.env.WEBKIT_DRIVER ?? known.find((file) => fs.existsSync(file));
  assert(found, 'WebKitWebDriver is missing: scripts/setup.sh engines installs it (Debian: webkit2gtk-driver)');
  return found;
}

let screen;

export class WebKit {
  static async start({ viewport = PHONE, privately = false } = {}) {
    screen ??= await startScreen(PHONE);
    const phone = new WebKit();
    phone.folder = temporaryFolder('webkit');
    phone.viewport = viewport;
    phone.privately = privately;
    /** What the page's console said that a person should look at. */
    phone.complaints = [];
    await phone.open();
    return phone;
  }

  async open() {
    const port = await freePort();
    const env = { ...process.env, ...PLAIN_DRAWING, DISPLAY: `:${screen.number}`, GDK_BACKEND: 'x11', GIO_USE_VFS: 'local', NO_AT_BRIDGE: '1' };
    const child = spawn(driverProgram(), [`--port=${port}`, '--host=127.0.0.1'], { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
    this.group = new Group(child, (line) => {
      if (/CONSOLE [A-Z ]*ERROR|KIT: |Traceback/.test(line) && !line.includes('KIT: started')) this.complaints.push(line);
    });
    this.address = `http://127.0.0.1:${port}`;
    await waitFor('WebKitWebDriver answers', async () => {
      this.group.alive();
      return (await fetch(`${this.address}/status`)).ok;
    }, OPENS_WITHIN_MS);
    const args = [KIT, this.folder, `${this.viewport.width}x${this.viewport.height}`, ...(this.privately ? ['private'] : [])];
    const alwaysMatch = { 'webkitgtk:browserOptions': { binary: PYTHON, args } };
    const { sessionId, capabilities } = await this.send('POST', '/session', { capabilities: { alwaysMatch } })
      .catch((error) => { throw new Error(`${error.message}: ${this.group.log}`); });
    this.session = `/session/${sessionId}`;
    this.version = capabilities.browserVersion;
    await this.ask('POST', '/timeouts', { script: SCRIPT_WITHIN_MS, pageLoad: OPENS_WITHIN_MS, implicit: 0 });
    this.page = new Page(new Tab(this, await this.ask('GET', '/window')));
  }

  async send(method, address, body) {
    const answer = await fetch(this.address + address, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  }

  ask(method, command, body) {
    return this.send(method, this.session + command, body);
  }

  async newTab() {
    const { handle } = await this.ask('POST', '/window/new', { type: 'tab' });
    return new Page(new Tab(this, handle));
  }

  /** Brings a tab in front: what is asked next is asked of it. */
  async look(page) {
    await page.driver.face();
  }

  async close() {
    if (!this.group) return;
    await this.ask('DELETE', '').catch(() => {});
    this.group.child.kill('SIGTERM');
    await this.group.ended(ENDS_WITHIN_MS);
    await this.kill();
  }

  /** As when the battery falls out: no process gets to finish anything. */
  async kill() {
    await this.group?.kill();
    this.group = null;
  }

  async restart() {
    await this.close();
    await this.open();
  }
}

/** One tab, as `Page` wants it. The driver speaks with one tab at a time. */
class Tab {
  constructor(phone, handle) {
    this.phone = phone;
    this.handle = handle;
  }

  async face() {
    if (this.phone.faced === this) return;
    await this.phone.ask('POST', '/window', { handle: this.handle });
    this.phone.faced = this;
  }

  async ask(method, command, body) {
    await this.face();
    return this.phone.ask(method, command, body);
  }

  async run(source, argument) {
    const script = `const [text, done] = arguments;
      (async () => JSON.stringify((await (${source})(JSON.parse(text))) ?? null))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.ask('POST', '/execute/async', { script, args: [JSON.stringify(argument)] });
    assert(error === undefined, `the page says: ${error}`);
    return JSON.parse(value);
  }

  async tap(x, y) {
    const move = { type: 'pointerMove', x, y, origin: 'viewport', duration: 0 };
    const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.ask('POST', '/actions', { actions: [mouse] });
  }

  async go(url) {
    await this.ask('POST', '/url', { url });
  }

  async reload() {
    await this.ask('POST', '/refresh', {});
  }

  async back() {
    await this.ask('POST', '/back', {});
  }
}
