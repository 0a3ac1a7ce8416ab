// Stands between one phone and the server, and keeps every byte the phone says and every answer it gets.
import crypto from 'node:crypto';
import http from 'node:http';
import zlib from 'node:zlib';
import { WAIT_MS, waitFor } from './lib.mjs';

/** All that one phone says to its server: addresses, headers and bodies, those of its service worker too. */
export class Wire {
  static async to(server) {
    const wire = new Wire();
    wire.calls = [];
    /** Nobody hears this phone, though it does not know it. */
    wire.cut = false;
    wire.proxy = http.createServer((request, answer) => wire.pass(server, request, answer));
    await new Promise((done) => wire.proxy.listen(0, '127.0.0.1', done));
    wire.url = `http://localhost:${wire.proxy.address().port}`;
    return wire;
  }

  async pass(server, request, answer) {
    const { method, url, rawHeaders } = request;
    const call = { method, url, headers: rawHeaders.join('\n'), body: Buffer.alloc(0), answer: null };
    this.calls.push(call);
    try {
      const sent = await whole(request);
      call.body = inflated(sent, request.headers['content-encoding']);
      if (this.cut) throw new Error('cut');
      const onward = { host: '127.0.0.1', port: server.port, method, path: url, headers: request.headers };
      const reply = await new Promise((done, fail) => {
        http.request(onward, done).on('error', fail).end(sent);
      });
      const body = await whole(reply);
      answer.writeHead(reply.statusCode, reply.rawHeaders);
      answer.end(body);
      call.answer = { status: reply.statusCode, body: inflated(body, reply.headers['content-encoding']) };
    } catch {
      // As when nobody is there: the phone gets no answer at all.
      answer.destroy();
    }
  }

  /** What asks for something of a learner, not for a file of the app. */
  get said() {
    return this.calls.filter(({ url }) => url.startsWith('/v1/'));
  }

  /** What was said and answered so far at this address, from JSON. */
  answered(path, from = 0) {
    return this.calls.slice(from)
      .filter(({ url, answer }) => url === path && answer?.status === 200)
      .map(({ body, answer }) => ({ asked: JSON.parse(body.toString() || '{}'), got: JSON.parse(answer.body.toString()) }));
  }

  /** Waits for an exchange with the server, begun after the call with this number, of which `wanted` is true. */
  async exchange(what, from, wanted = () => true, within = WAIT_MS) {
    return waitFor(what, () => this.answered('/v1/sync', from).find(wanted), within);
  }

  /** Which of these texts are in any request, in whatever form they can be sent, and where. */
  find(texts) {
    return texts.flatMap((text) => {
      const call = this.calls.find((one) => formsOf(text).some((form) => holds(one, form)));
      return call ? [`${text} in ${call.method} ${call.url}`] : [];
    });
  }

  async close() {
    this.proxy.closeAllConnections();
    await new Promise((done) => this.proxy.close(done));
  }
}

async function whole(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function inflated(body, encoding) {
  if (encoding === 'gzip') return zlib.gunzipSync(body);
  return encoding === 'br' ? zlib.brotliDecompressSync(body) : body;
}

const holds = ({ url, headers, body }, form) =>
  url.toLowerCase().includes(form.toString()) || headers.toLowerCase().includes(form.toString()) ||
  body.includes(form) || body.toString().toLowerCase().includes(form.toString());

/** A text as it can stand in a request: as it is, escaped for JSON or an address, decomposed, base64, an id also without hyphens. */
function formsOf(text) {
  const forms = [text.normalize('NFC'), text.normalize('NFD')].flatMap((one) => [
    one, encodeURIComponent(one), one.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    Buffer.from(one).toString('base64').replace(/=+$/, ''),
  ]).map((form) => form.toLowerCase());
  if (IS_ID.test(text)) forms.push(bare(text));
  return [...new Set(forms)];
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const bare = (id) => id.replaceAll('-', '');

/** An id as the server keeps it. */
export const idBytes = (id) => {
  if (!IS_ID.test(id)) throw new Error(`not an id: ${id}`);
  return Buffer.from(bare(id), 'hex');
};

/** A secret as the server keeps it: only its hash. */
export const secretHash = (hex) => {
  if (!/^([0-9a-f]{8}|[0-9a-f]{64})$/.test(hex)) throw new Error('not a secret in hexadecimal');
  return crypto.createHash('sha256').update(Buffer.from(hex, 'hex')).digest();
};

/** All the secrets these phones showed the server: bearers, claims of cards, codes that let a device in. */
export function secretsOf(wires) {
  const calls = wires.flatMap((wire) => wire.said);
  const all = (pattern, texts) => [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, hex]) => hex)))];
  const bodies = calls.map(({ body }) => body.toString());
  return {
    bearers: all(/Bearer ([0-9a-f]{64})/g, calls.map(({ headers }) => headers)),
    claims: all(/"claim":"([0-9a-f]{64})"/g, bodies),
    codes: all(/"code":"([0-9a-f]{8})"/g, bodies),
  };
}

/** The shares these phones spoke of, the streams they sent, and the attempts in those. */
export function spokenOf(wires) {
  const found = { shares: new Set(), streams: new Set(), attempts: new Set() };
  for (const { asked } of wires.flatMap((wire) => wire.answered('/v1/sync'))) {
    for (const share of asked.shares ?? []) {
      found.shares.add(share.share);
      for (const put of share.put ?? []) {
        found.streams.add(put.stream);
        for (const event of put.events ?? []) {
          const { attempt } = typeof event === 'string' ? JSON.parse(event) : {};
          if (attempt) found.attempts.add(attempt);
        }
      }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([what, set]) => [what, [...set]]));
}
