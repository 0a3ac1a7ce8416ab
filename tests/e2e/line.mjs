// The line between a phone and its server: as slow as wished, and with faults for single files.
import http from 'node:http';
import { Phone, SMALL_PHONE, Server, sleep } from './lib.mjs';

/** What can become of a file on its way: each is given the answer to the phone and what the server sent. */
export const FAULTS = {
  /** The line is cut in the middle of the file. */
  lost: (answer, reply, body) => {
    answer.writeHead(200, reply.headers);
    answer.write(body.subarray(0, body.length / 2), () => setTimeout(() => answer.destroy(), 20));
  },
  /** Nobody is there. */
  refused: (answer) => answer.destroy(),
  /** The beginning comes, and then nothing for good. */
  stalled: (answer, reply, body) => {
    answer.writeHead(200, reply.headers);
    answer.write(body.subarray(0, body.length / 3));
  },
  /** Not one byte comes. */
  silent: () => {},
  /** The Wi-Fi's own page instead. */
  portal: (answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html' });
    answer.end('<!doctype html><title>Wi-Fi</title><p>Xin đăng nhập.</p>');
  },
  /** The server is there and cannot. */
  server: (answer) => {
    answer.writeHead(503, { 'Content-Type': 'text/html' });
    answer.end('<h1>503</h1>');
  },
  /** It is not there, as in the middle of a deployment. */
  missing: (answer) => {
    answer.writeHead(404, { 'Content-Type': 'text/plain' });
    answer.end('no');
  },
  /** Half of the file, said to be all of it. */
  cut: (answer, reply, body) => {
    const { 'content-length': _, etag: __, ...headers } = reply.headers;
    answer.writeHead(200, headers);
    answer.end(body.subarray(0, body.length / 2));
  },
  /** Something else of the same length. */
  rubbish: (answer, reply, body) => {
    answer.writeHead(200, reply.headers);
    answer.end(Buffer.alloc(body.length, '#'));
  },
};

export class Line {
  /** `kbits` a second for all files together, `delay` before each answer. */
  static async to(server, { kbits = Infinity, delay = 0 } = {}) {
    const line = new Line();
    Object.assign(line, { server, kbits, delay, free: 0, faults: [], asked: [] });
    line.proxy = http.createServer((request, answer) => line.pass(request, answer).catch(() => answer.destroy()));
    await new Promise((done) => line.proxy.listen(0, '127.0.0.1', done));
    line.url = `http://localhost:${line.proxy.address().port}`;
    return line;
  }

  /** Files whose address fits `pattern` meet this fault, so many `times`. */
  spoil(pattern, fault, times = Infinity) {
    this.faults.push({ pattern, fault: FAULTS[fault], times });
  }

  mend() {
    this.faults = [];
  }

  async pass(request, answer) {
    const { method, url, headers } = request;
    this.asked.push(url);
    const fault = this.faults.find(({ pattern, times }) => times > 0 && pattern.test(url));
    if (fault) fault.times -= 1;
    // A spoilt file is cut as it is, not as it is packed.
    const onward = { host: '127.0.0.1', port: this.server.port, method, path: url, headers: fault ? { ...headers, 'accept-encoding': 'identity' } : headers };
    const reply = await new Promise((done, fail) => {
      request.pipe(http.request(onward, done).on('error', fail));
    });
    const parts = [];
    for await (const part of reply) parts.push(part);
    const body = Buffer.concat(parts);
    await sleep(this.delay);
    if (fault) return fault.fault(answer, reply, body);
    answer.writeHead(reply.statusCode, reply.rawHeaders);
    for (let at = 0; at < body.length; at += 4096) {
      const part = body.subarray(at, at + 4096);
      // One line for all: whoever comes waits for those before.
      this.free = Math.max(this.free, Date.now()) + (part.length * 8) / this.kbits;
      if (this.free - Date.now() > 1) await sleep(this.free - Date.now());
      answer.write(part);
    }
    return answer.end();
  }

  close() {
    this.proxy.closeAllConnections();
    this.proxy.close();
  }
}

/** A fresh phone at the end of a line of its own. */
export async function withLine(test, speed, options) {
  const server = await Server.start();
  const line = await Line.to(server, speed);
  const phone = await Phone.start({ viewport: SMALL_PHONE, ...options });
  try {
    await test({ phone, page: phone.page, line, server });
  } finally {
    await phone.close();
    line.close();
    await server.stop();
  }
}

/** Which of its sentences the opening screen says. */
export const state = (page) => page.evaluate(() => document.getElementById('opening').dataset.state);
export const again = (page) => page.locator('#opening-again');

/** Every time the page is loaded: nobody keeps loading by itself. */
export function countLoads(page) {
  const loads = [];
  page.on('domcontentloaded', () => loads.push(page.url()));
  return loads;
}
