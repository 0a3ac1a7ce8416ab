// A screen nobody sees, for programs that need one.
import { spawn } from 'node:child_process';
import { PHONE, assert, waitFor } from './lib.mjs';

const toEnd = new Set();
process.on('exit', () => toEnd.forEach((end) => end()));

/** Starts one; answers its `number` and how to `end` it. */
export async function startScreen({ width, height } = PHONE) {
  const options = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset', '-displayfd', '3'];
  const child = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.on('error', (error) => (complaint += error));
  child.stdio[3].on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (complaint += data));
  // Not killed: it has a lock to take away.
  const end = () => child.kill('SIGTERM');
  toEnd.add(end);
  child.once('exit', () => toEnd.delete(end));
  await waitFor('Xvfb says which display it is', () => {
    assert(child.pid && child.exitCode === null, `Xvfb ended: ${complaint}`);
    return said.endsWith('\n');
  });
  return { number: said.trim(), end };
}
