// The desktop shell, driven as the browser is in lib.mjs: what is on the screen is asked of WebKit's inspector, and every
// click and letter comes from the X server's own pointer and keyboard. Nothing in the app knows that it is tested.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { PHONE, WAIT_MS, assert, freePort, sleep, waitFor } from './lib.mjs';
import { startScreen } from './xvfb.mjs';

const TITLE = 'Cùng Tiến';
/** As a person who types fast. */
const BETWEEN_LETTERS_MS = 100;
/** A busy machine takes its time; after that a person would tap again. */
const CURSOR_WITHIN_MS = 3000;
/** What the tests type and a keyboard has no key for. */
const LETTERS = 'àư';
const LAST_KEY = 255;

/** Everything that must not outlive this process. */
const toEnd = new Set();
process.on('exit', () => toEnd.forEach((end) => end()));

function ending(child, whom, signal) {
  const end = () => {
    try {
      process.kill(whom, signal);
    } catch {
      // Already gone.
    }
  };
  toEnd.add(end);
  child.once('exit', () => toEnd.delete(end));
  return end;
}

function need(program, packages) {
  const found = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  assert(found, `${program} is missing: scripts/setup.sh desktop-test installs it (Debian: ${packages})`);
}

/** A screen nobody sees, as large as a phone's, with a pointer and a keyboard. */
export class Screen {
  static async start({ width, height } = PHONE) {
    need('Xvfb', 'xvfb');
    need('xdotool', 'xdotool');
    const screen = new Screen();
    Object.assign(screen, await startScreen({ width, height }));
    screen.display = `:${screen.number}`;
    await teachLetters(screen.number, LETTERS);
    return screen;
  }

  xdotool(...words) {
    const env = { ...process.env, DISPLAY: this.display };
    return execFileSync('xdotool', words, { env, stdio: ['ignore', 'pipe', 'pipe'] }).toString().trim();
  }

  stop() {
    this.end();
  }
}

/** The program: made by `make desktop-build`, or wherever DESKTOP_BIN says. */
function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(os.homedir(), '.cache/cung-tien/target');
  const file = process.env.DESKTOP_BIN ?? path.join(target, 'desktop/cung-tien');
  assert(fs.existsSync(file), `${file} is missing: run \`make desktop-build\` first`);
  return file;
}

/** The app in its window. `page` answers what the tests' other helpers ask of a browser's page. */
export class Window {
  static async open(screen, data, server) {
    const window = new Window();
    window.screen = screen;
    const port = await freePort();
    const env = {
      ...process.env,
      CUNG_TIEN_DATA: data,
      ...(server ? { CUNG_TIEN_SERVER: server } : {}),
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}`,
    };
    // A group of its own: the web view is several processes, and all of them are killed at once.
    window.process = spawn(program(), [], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    window.end = ending(window.process, -window.process.pid, 'SIGKILL');
    window.gone = new Promise((done) => window.process.once('exit', (code, signal) => done({ code, signal })));
    let log = '';
    for (const stream of [window.process.stdout, window.process.stderr]) stream.on('data', (data) => (log += data));
    const alive = () => assert(window.process.exitCode === null, `the app ended with ${window.process.exitCode}: ${log}`);
    const address = await waitFor('the inspector lists the page', async () => {
      alive();
      const list = await (await fetch(`http://127.0.0.1:${port}/`)).text();
      return list.match(/\/socket\/\d+\/\d+\/WebPage/)?.[0];
    });
    window.inspector = await Inspector.connect(`ws://127.0.0.1:${port}${address}`);
    window.page = new Page(screen, window.inspector);
    await window.page.locator('[data-testid=app]').waitFor();
    window.id = Number(screen.xdotool('search', '--onlyvisible', '--name', `^${TITLE}$`).split('\n')[0]);
    return window;
  }

  /** Closes the window as its title bar would, and waits until the program has ended by itself. */
  async close() {
    await askToClose(this.screen.number, this.id);
    const { code, signal } = await Promise.race([this.gone, sleep(WAIT_MS).then(() => ({ code: 'still running' }))]);
    assert(code === 0, `the window was closed and the program ended with ${signal ?? code}`);
    this.end();
  }

  /** As when the power goes: no process gets to finish anything. */
  async kill() {
    this.end();
    await this.gone;
  }
}

class Inspector {
  static async connect(address) {
    const inspector = new Inspector();
    inspector.waiting = new Map();
    inspector.count = 0;
    const socket = new WebSocket(address);
    inspector.socket = socket;
    socket.on('message', (data) => inspector.hear(JSON.parse(data)));
    await new Promise((done, fail) => socket.once('open', done).once('error', fail));
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const { fail } of inspector.waiting.values()) fail(new Error('the window is gone'));
      inspector.waiting.clear();
    });
    await waitFor('the inspector names the page', () => inspector.target);
    return inspector;
  }

  hear({ method, params }) {
    if (method === 'Target.targetCreated' && params.targetInfo.type === 'page') this.target = params.targetInfo.targetId;
    // The page moved into another process.
    if (method === 'Target.didCommitProvisionalTarget') this.target = params.newTargetId;
    if (method !== 'Target.dispatchMessageFromTarget') return;
    const { id, result, error } = JSON.parse(params.message);
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    if (error) waiting.fail(new Error(error.message));
    else waiting.done(result);
  }

  send(method, params) {
    return new Promise((done, fail) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        fail(new Error('the window is gone'));
        return;
      }
      const id = (this.count += 1);
      this.waiting.set(id, { done, fail });
      const message = JSON.stringify({ id, method, params });
      this.socket.send(JSON.stringify({ id, method: 'Target.sendMessageToTarget', params: { targetId: this.target, message } }));
    });
  }
}

class Page {
  constructor(screen, inspector) {
    this.screen = screen;
    this.inspector = inspector;
  }

  /** Runs a function in the page and answers what it, or its promise, answers. */
  async evaluate(run, argument) {
    const expression = `(async () => JSON.stringify(await (${run})(${JSON.stringify(argument)}) ?? null))()`;
    const promise = await this.inspector.send('Runtime.evaluate', { expression });
    assert(promise.result.className === 'Promise', `cannot be evaluated: ${promise.result.description}`);
    const params = { promiseObjectId: promise.result.objectId, returnByValue: true };
    const { result, wasThrown } = await this.inspector.send('Runtime.awaitPromise', params);
    assert(!wasThrown, `the page says: ${result.description ?? JSON.stringify(result)}`);
    return JSON.parse(result.value);
  }

  locator(selector) {
    return new Locator(this, selector);
  }

  waitForTimeout(ms) {
    return sleep(ms);
  }
}

/** Runs in the page: where the first element is, and whether a click in its middle would be its own. */
function look(selector) {
  const element = document.querySelector(selector);
  if (!element) return null;
  const box = element.getBoundingClientRect();
  const visible = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  return { x, y, visible, place: `${box.x} ${box.y} ${box.width} ${box.height}`, open: element.contains(hit) && !element.disabled, hit: hit?.outerHTML.slice(0, 80) };
}

class Locator {
  constructor(page, selector) {
    this.page = page;
    this.selector = selector;
  }

  first() {
    return this;
  }

  count() {
    return this.page.evaluate((selector) => document.querySelectorAll(selector).length, this.selector);
  }

  async isVisible() {
    return Boolean((await this.page.evaluate(look, this.selector))?.visible);
  }

  waitFor() {
    return waitFor(`${this.selector} is seen`, () => this.isVisible());
  }

  async textContent() {
    await this.waitFor();
    return this.page.evaluate((selector) => document.querySelector(selector).textContent, this.selector);
  }

  /** Once it stands still and nothing covers it, clicks its middle. */
  async click({ timeout = WAIT_MS } = {}) {
    let last;
    const spot = await waitFor(`${this.selector} can be clicked`, async () => {
      const now = await this.page.evaluate(look, this.selector);
      assert(now?.visible, 'it is not seen');
      const still = now.place === last;
      last = now.place;
      if (!still) return false;
      if (!now.open) {
        await this.page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), this.selector);
        throw new Error(`there is something else: ${now.hit}`);
      }
      return now;
    }, timeout);
    this.page.screen.xdotool('mousemove', String(Math.round(spot.x)), String(Math.round(spot.y)), 'click', '1');
  }

  /** Taps the field until the cursor is in it, as a person does: letters typed before that go nowhere. */
  async focus() {
    const inside = () => this.page.evaluate(
      (selector) => document.hasFocus() && document.activeElement === document.querySelector(selector),
      this.selector,
    );
    await waitFor(`the cursor is in ${this.selector}`, async () => {
      await this.click();
      return waitFor('the cursor', inside, CURSOR_WITHIN_MS).catch(() => false);
    });
  }

  /** Types it letter by letter, as a person does. */
  async fill(text) {
    await this.focus();
    this.page.screen.xdotool('type', '--delay', String(BETWEEN_LETTERS_MS), text);
    const value = () => this.page.evaluate((selector) => document.querySelector(selector).value, this.selector);
    await waitFor(`“${text}” is typed`, async () => {
      const typed = await value();
      assert(typed === text, `there is “${typed}”`);
      return true;
    });
  }
}

/** A few requests of the X protocol that xdotool has no word for. */
class XServer {
  static async connect(display) {
    const server = new XServer();
    server.kept = Buffer.alloc(0);
    server.socket = net.connect(`/tmp/.X11-unix/X${display}`);
    server.socket.on('data', (data) => (server.kept = Buffer.concat([server.kept, data])));
    await new Promise((done, fail) => server.socket.once('connect', done).once('error', fail));
    const hello = Buffer.alloc(12);
    hello.write('l');
    hello.writeUInt16LE(11, 2);
    server.socket.write(hello);
    const head = await server.take(8);
    assert(head[0] === 1, 'the X server lets us in');
    await server.take(head.readUInt16LE(6) * 4);
    return server;
  }

  async take(length) {
    await waitFor('the X server answers', () => this.kept.length >= length);
    const taken = this.kept.subarray(0, length);
    this.kept = this.kept.subarray(length);
    return taken;
  }

  /** One request; `fill` writes what follows its four bytes of head. */
  write(opcode, detail, length, fill) {
    const request = Buffer.alloc(length);
    request[0] = opcode;
    request[1] = detail;
    request.writeUInt16LE(length / 4, 2);
    fill(request);
    this.socket.write(request);
  }

  async atom(name) {
    this.write(16, 0, 8 + Math.ceil(name.length / 4) * 4, (request) => {
      request.writeUInt16LE(name.length, 4);
      request.write(name, 8);
    });
    return (await this.take(32)).readUInt32LE(8);
  }

  /** Asks something that has an answer: when it comes, everything before it was done. */
  async end() {
    this.write(43, 0, 4, () => {});
    await this.take(32);
    this.socket.end();
  }
}

/**
 * Gives letters that no key has a key of their own, from the last key on. Left to itself xdotool gives a letter to a key
 * just for the moment it is typed, and a busy window looks up the key too late.
 */
async function teachLetters(display, letters) {
  const server = await XServer.connect(display);
  [...letters].forEach((letter, index) => {
    const code = letter.codePointAt(0);
    const symbol = code <= 0xff ? code : 0x01000000 + code;
    server.write(100, 1, 16, (request) => {
      request[4] = LAST_KEY - index;
      request[5] = 2;
      request.writeUInt32LE(symbol, 8);
      request.writeUInt32LE(symbol, 12);
    });
  });
  await server.end();
}

/**
 * What a window manager sends when somebody presses the cross. There is none on this screen, and xdotool can only
 * destroy a window, which is not the same.
 */
async function askToClose(display, window) {
  const server = await XServer.connect(display);
  const [protocols, close] = [await server.atom('WM_PROTOCOLS'), await server.atom('WM_DELETE_WINDOW')];
  server.write(25, 0, 44, (request) => {
    request.writeUInt32LE(window, 4);
    // From here the event itself: a message for the client, in words of 32 bits.
    request[12] = 33;
    request[13] = 32;
    request.writeUInt32LE(window, 16);
    request.writeUInt32LE(protocols, 20);
    request.writeUInt32LE(close, 24);
  });
  await server.end();
}
