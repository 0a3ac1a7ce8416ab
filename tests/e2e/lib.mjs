// What every end-to-end test needs: the real server, a real Chromium, and ways to take both away.
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const PHONE = { width: 412, height: 892 };
export const SMALL_PHONE = { width: 360, height: 640 };
/** Generous: machines that run tests are slow and busy. */
export const WAIT_MS = 60_000;

const KNOWN_BROWSERS = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const CHROMIUM = process.env.CHROMIUM ?? KNOWN_BROWSERS.find((program) => fs.existsSync(program)) ?? KNOWN_BROWSERS[0];
const QUIET = [
  '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps',
  '--no-first-run', '--no-default-browser-check', '--disable-extensions', '--password-store=basic', '--use-mock-keychain',
];

/** Everything that must not outlive this process. */
const toEnd = new Set();
process.on('exit', () => toEnd.forEach((end) => end()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Tries until `check` gives something true; its last error or `what` is the reason if it never does. */
export async function waitFor(what, check, within = WAIT_MS) {
  const deadline = Date.now() + within;
  let reason;
  while (Date.now() < deadline) {
    try {
      const value = await check();
      if (value) return value;
    } catch (error) {
      reason = error;
    }
    await sleep(50);
  }
  throw new Error(`waited ${within} ms in vain: ${what}${reason ? ` (${reason.message})` : ''}`);
}

export function assert(condition, message) {
  if (!condition) throw new Error(message);
}

export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `cung-tien-${name}-`));
  toEnd.add(() => {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      // A browser that is just being killed may still write; the system empties this folder anyway.
    }
  });
  return folder;
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = net.createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** The server's program: made by `make e2e`, or wherever SERVER_BIN says. */
function serverProgram() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(os.homedir(), '.cache/cung-tien/target');
  const program = process.env.SERVER_BIN ?? path.join(target, 'debug/cung-tien-server');
  assert(fs.existsSync(program), `${program} is missing: run \`make server-build\` first`);
  return program;
}

/** The web build under test. */
export const dist = path.resolve(process.env.WEB_DIST ?? path.join(root, 'dist'));

/** A server that can be stopped and started again at the same address, with the same or another build. */
export class Server {
  static async start({ web = dist, port } = {}) {
    const server = new Server();
    server.data = temporaryFolder('server');
    server.port = port ?? (await freePort());
    server.url = `http://localhost:${server.port}`;
    await server.startAgain(web);
    return server;
  }

  async startAgain(web = this.web) {
    this.web = web;
    const log = [];
    const database = `sqlite:${path.join(this.data, 'server.db')}`;
    const words = ['--listen', `127.0.0.1:${this.port}`, '--web', web, '--database', database];
    this.process = spawn(serverProgram(), words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, RUST_LOG: 'warn' },
    });
    for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (data) => log.push(data));
    const child = this.process;
    this.end = () => child.kill('SIGKILL');
    toEnd.add(this.end);
    await waitFor('the server answers', async () => {
      assert(child.exitCode === null, `the server ended: ${log.join('')}`);
      return (await fetch(`http://127.0.0.1:${this.port}/healthz`)).ok;
    }, 20_000);
  }

  /** `signal` SIGTERM asks it to end in order. */
  async stop(signal = 'SIGKILL') {
    if (!this.process) return;
    const gone = new Promise((done) => this.process.once('exit', done));
    this.process.kill(signal);
    await gone;
    toEnd.delete(this.end);
    this.process = null;
  }
}

/** A phone: one browser profile that survives restarts, crashes and lost networks. */
export class Phone {
  /** `pageCache`: pages that are left stay as they were and come back so (bfcache), as on real phones. */
  static async start({ viewport = PHONE, locale = 'vi-VN', reducedMotion = 'reduce', pageCache = false, args = [], ...more } = {}) {
    const phone = new Phone();
    phone.folder = temporaryFolder('phone');
    const ignoreDefaultArgs = pageCache ? ['--disable-back-forward-cache'] : [];
    phone.options = { viewport, locale, reducedMotion, ignoreDefaultArgs, args: [...QUIET, ...args], ...more };
    /** What the page's console said that a person should look at. */
    phone.complaints = [];
    await phone.open();
    return phone;
  }

  async open() {
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath: CHROMIUM, headless: true, hasTouch: true, isMobile: false, deviceScaleFactor: 1,
      acceptDownloads: true, ...this.options,
    });
    this.context.setDefaultTimeout(WAIT_MS);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.listen(this.page);
    this.context.on('page', (page) => this.listen(page));
  }

  listen(page) {
    page.on('pageerror', (error) => this.complaints.push(`pageerror: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
  }

  async close() {
    await this.context?.close();
    this.context = null;
  }

  async restart() {
    await this.close();
    await this.open();
  }
}

/**
 * A phone whose browser can be killed at any instant: started by us and not by the driver, with every process in one group.
 * Each `start` uses the same profile folder.
 */
export class CrashingPhone {
  constructor({ viewport = PHONE } = {}) {
    this.folder = temporaryFolder('crash');
    this.viewport = viewport;
  }

  async start() {
    const port = await freePort();
    this.process = spawn(CHROMIUM, [
      '--headless', ...QUIET, `--remote-debugging-port=${port}`, `--user-data-dir=${this.folder}`,
      `--window-size=${this.viewport.width},${this.viewport.height}`, '--lang=vi-VN', 'about:blank',
    ], { stdio: 'ignore', detached: true });
    const group = -this.process.pid;
    this.end = () => {
      try {
        process.kill(group, 'SIGKILL');
      } catch {
        // Already gone.
      }
    };
    toEnd.add(this.end);
    await waitFor('Chromium listens', async () => (await fetch(`http://127.0.0.1:${port}/json/version`)).ok, 30_000);
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = this.browser.contexts();
    context.setDefaultTimeout(WAIT_MS);
    this.page = context.pages()[0] ?? (await context.newPage());
    await this.page.setViewportSize(this.viewport);
    return this.page;
  }

  /** As when the battery falls out: no process gets to finish anything. */
  async kill() {
    const gone = new Promise((done) => this.process.once('exit', done));
    this.end();
    await gone;
    toEnd.delete(this.end);
    await this.browser.close().catch(() => {});
    // The group's other processes are reaped by the system; their locks go with them.
    await waitFor('no process of the browser is left', () => !groupLives(this.process.pid), 10_000);
  }
}

/** Whether a process of this group is running. */
export function groupLives(group) {
  try {
    return execFileSync('ps', ['-o', 'stat=', '--no-headers', '-g', String(group)]).toString().split('\n').some((s) => s && !s.startsWith('Z'));
  } catch {
    return false;
  }
}

/** Opens the app and waits until it has drawn itself. */
export async function openApp(page, url) {
  await page.goto(url);
  await appIsDrawn(page);
}

export async function appIsDrawn(page) {
  await page.locator('[data-testid=app]').waitFor({ state: 'visible' });
}

/** What the app shows first. None of it can be shown before the core has opened its database and answered. */
const FIRST_SCREENS = ['first-language', 'who-title', 'home-title'];

/** Waits until the app can be used: drawn is not enough. Only for addresses whose screen asks the core. */
export async function appIsUsable(page) {
  await page.locator(FIRST_SCREENS.map((id) => `[data-testid=${id}]`).join(', ')).first().waitFor({ state: 'visible' });
}

/** Waits until the build is kept on the device, and every file of it. */
export async function keptOffline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await waitFor('the page is served by the service worker', () => page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
}

/** The name of the build the page runs. */
export const buildOf = (page) => page.evaluate(() => document.querySelector('meta[name="build"]').content);

/**
 * A copy of the build under test that differs in one visible way and has another name, as the next release would.
 * Its pieces keep their names where their content is the same.
 */
export function nextBuild(mark = 'next') {
  const folder = path.join(temporaryFolder('build'), 'dist');
  fs.cpSync(dist, folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) if (/^(index\.html|sw\.js)\.(br|gz)$/.test(name)) fs.rmSync(path.join(folder, name));
  const old = JSON.parse(fs.readFileSync(path.join(folder, 'build.json'))).build;
  const build = old.slice(0, -mark.length) + [...mark].map((c) => (c.charCodeAt(0) % 16).toString(16)).join('');
  const page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8').replaceAll(old, build);
  fs.writeFileSync(path.join(folder, 'index.html'), page);
  const before = sha256(path.join(dist, 'index.html'));
  const worker = fs.readFileSync(path.join(folder, 'sw.js'), 'utf8').replaceAll(old, build);
  fs.writeFileSync(path.join(folder, 'sw.js'), worker.replaceAll(before, sha256(path.join(folder, 'index.html'))));
  fs.writeFileSync(path.join(folder, 'build.json'), JSON.stringify({ build, files: {} }));
  return { folder, build };
}

/**
 * A copy of the build under test with code put before its page's and its worker's own scripts: as in another browser, older
 * or stricter, in whatever engine the test runs.
 */
export function buildWith({ page = '', worker = '' }) {
  const folder = path.join(temporaryFolder('build'), 'dist');
  fs.cpSync(dist, folder, { recursive: true });
  const list = path.join(folder, 'sw.js');
  let files = fs.readFileSync(list, 'utf8');
  for (const [kind, code] of [[/^bridge-.*\.js$/, page], [/^worker-.*\.js$/, worker]]) {
    if (!code) continue;
    const file = path.join(folder, fs.readdirSync(folder).find((name) => kind.test(name)));
    const before = sha256(file);
    fs.writeFileSync(file, `${code}\n${fs.readFileSync(file, 'utf8')}`);
    files = files.replaceAll(before, sha256(file));
    for (const ending of ['br', 'gz']) fs.rmSync(`${file}.${ending}`, { force: true });
  }
  fs.writeFileSync(list, files);
  for (const ending of ['br', 'gz']) fs.rmSync(`${list}.${ending}`, { force: true });
  return folder;
}

/** A window that gives no files, in the page and in its worker, as private windows of Firefox and Safari. */
export async function withoutFiles(context) {
  const refuse = "StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('not here', 'SecurityError'));";
  await context.addInitScript(refuse);
  await context.route('**/worker-*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${refuse}\n${await answer.text()}` });
  });
}

export function sha256(file) {
  return execFileSync('sha256sum', [file]).toString().slice(0, 64);
}

/** A server and a phone for one test, gone afterwards whatever happened. `web` is another build than the one under test. */
export async function withPhone(test, { web, ...options } = {}) {
  const server = await Server.start({ web });
  const phone = await Phone.start(options);
  try {
    await test({ phone, server });
  } finally {
    await phone.close();
    await server.stop();
  }
}

/** A server and a private window for one test: what is done there is gone with it. */
export async function privatePage(test) {
  const server = await Server.start();
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET });
  try {
    // What is not the browser's own profile is off the record.
    const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', reducedMotion: 'reduce', hasTouch: true });
    context.setDefaultTimeout(WAIT_MS);
    await test({ page: await context.newPage(), server });
  } finally {
    await browser.close();
    await server.stop();
  }
}
