// A program with everything it starts, in a process group of its own: a browser is many processes, and none may be left behind.
import { assert, groupLives, waitFor } from './lib.mjs';

const toEnd = new Set();
process.on('exit', () => toEnd.forEach((end) => end()));
/** Enough to see why something did not start. */
const KEPT_LOG = 20_000;

export class Group {
  /** Of a child that was spawned `detached`; `hear` gets each line it says. */
  constructor(child, hear = () => {}) {
    this.child = child;
    this.log = '';
    let rest = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        this.log = (this.log + data).slice(-KEPT_LOG);
        const lines = (rest + data).split('\n');
        rest = lines.pop();
        lines.forEach(hear);
      });
    }
    child.on('error', (error) => (this.log += error));
    this.end = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Already gone.
      }
    };
    toEnd.add(this.end);
  }

  alive() {
    assert(this.child.exitCode === null && this.child.signalCode === null, `${this.child.spawnfile} ended: ${this.log}`);
  }

  /** Waits until it has written this. */
  says(words, within) {
    return waitFor(`${this.child.spawnfile} says “${words}”`, () => this.log.includes(words) || this.alive(), within);
  }

  /** Waits until it has ended by itself; whether it did. */
  async ended(within) {
    return waitFor(`${this.child.spawnfile} ends`, () => !groupLives(this.child.pid), within).then(() => true, () => false);
  }

  async kill() {
    this.end();
    await waitFor(`no process of ${this.child.spawnfile} is left`, () => !groupLives(this.child.pid), 10_000);
    toEnd.delete(this.end);
  }
}
