// Answers the sync protocol in the browser's place, as a server would answer an honest device: for looking at screens.
// What a real server does is tested with the real one.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

export const SHARE = '00000000-0000-4000-8000-000000000009';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** The digest after these events, as section 1 of docs/sync-protocol.md says. */
function digestAfter(digest, events) {
  return events.reduce((before, item) => {
    const hash = typeof item === 'string' ? sha256(item) : Buffer.from(item.gone, 'hex');
    return sha256(before, hash).subarray(0, 16);
  }, Buffer.from(digest, 'hex')).toString('hex');
}

/** Stands between a phone and its server from now on. `state` is what is said of every share. */
export class SharingDouble {
  static async before(context) {
    const double = new SharingDouble();
    double.state = 'own';
    double.offline = false;
    double.devices = [['1', true, true], ['2', true, false], ['3', false, false]].map(([number, own, here]) => ({
      device: `00000000-0000-4000-8000-00000000000${number}`, own, this: here, since: 20_780,
    }));
    await context.route('**/v1/**', (route) => double.answer(route));
    return double;
  }

  async answer(route) {
    if (this.offline) return route.abort('internetdisconnected');
    const request = route.request();
    const path = new URL(request.url()).pathname;
    let body = request.postDataBuffer() ?? Buffer.from('{}');
    if (body[0] === 0x1f && body[1] === 0x8b) body = gunzipSync(body);
    return route.fulfill({ headers: { 'cung-tien-wire': '1' }, json: this.reply(path, body.length ? JSON.parse(body.toString()) : {}) });
  }

  reply(path, body) {
    if (path === '/v1/sync') return this.sync(body);
    if (path === '/v1/joins') return { code: '01020304', expires_in: 900 };
    if (path === '/v1/joins/redeem' || path === '/v1/recover') return { share: SHARE };
    if (path.endsWith('/devices') && path !== '/v1/devices') return { devices: this.devices };
    return {};
  }

  sync({ orders = [], shares = [] }) {
    const open = ['own', 'joined'].includes(this.state);
    return {
      wire: 1, server_time: Date.now(), limits: { events: 500, bytes: 65536 }, pack: 1,
      orders: orders.map(({ share, order }) => ({ share, result: order === 'close' ? 'closed' : 'left' })),
      shares: shares.map(({ share, put = [] }) => ({
        share, state: this.state,
        put: !open ? [] : put.map(({ stream, after, digest, events = [] }) => ({
          stream, state: 'stored', ack_through: after + events.length, digest: digestAfter(digest, events), common: after + events.length,
        })),
      })),
    };
  }
}
