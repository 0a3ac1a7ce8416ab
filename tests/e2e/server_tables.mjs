// Reads every row of the server's database from a copy of its files, with no program but this: what a thief of the disk
// reads. Written after https://sqlite.org/fileformat2.html as far as the server's tables need it.
import fs from 'node:fs';
import path from 'node:path';

/** Every table of the database in this folder: its name → its rows, each an object with a field for each column. */
export function readTables(folder, name = 'server.db') {
  const pages = new Pages(...copyOf(path.join(folder, name)));
  const tables = {};
  for (const [type, table, , root, sql] of pages.rows(1)) {
    if (type !== 'table') continue;
    const columns = columnsOf(sql);
    tables[table] = pages.rows(root).map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
  }
  return tables;
}

/** The bytes of each file in this folder. */
export function rawFiles(folder) {
  return fs.readdirSync(folder).map((name) => ({ name, bytes: readIfThere(path.join(folder, name)) }));
}

/** Database and log that belong together: read again while the server writes. */
function copyOf(file) {
  for (let tries = 0; tries < 100; tries += 1) {
    const log = readIfThere(`${file}-wal`);
    const database = readIfThere(file);
    if (log.equals(readIfThere(`${file}-wal`)) && database.equals(readIfThere(file))) return [database, log];
  }
  throw new Error(`${file} never rests`);
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Columns in the order of `CREATE TABLE`; every table of the server names a type for each, and constraints last. */
function columnsOf(sql) {
  const inside = sql.replace(/--.*/g, '').replace(/^[^(]*\(/, '').replace(/\)[^)]*$/, '');
  const parts = [''];
  let depth = 0;
  for (const c of inside) {
    depth += Number(c === '(') - Number(c === ')');
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((part) => part.trim().match(/^(\w+)\s+(INTEGER|TEXT|BLOB|REAL|ANY)\b/)?.[1]).filter(Boolean);
}

const LEAF_TABLE = 13;
const INNER_TABLE = 5;
const LEAF_INDEX = 10;
const INNER_INDEX = 2;

class Pages {
  constructor(database, log) {
    this.database = database;
    const size = log.length ? log.readUInt32BE(8) : database.readUInt16BE(16);
    this.size = size === 1 ? 65536 : size;
    this.newer = committed(log, this.size);
    this.usable = this.size - this.page(1)[20];
  }

  page(number) {
    const page = this.newer.get(number) ?? this.database.subarray((number - 1) * this.size, number * this.size);
    if (page.length !== this.size) throw new Error(`page ${number} is cut off`);
    return page;
  }

  /** The rows of the tree that begins on this page; a row's own number stands where SQLite leaves its column empty. */
  rows(number) {
    const page = this.page(number);
    const head = number === 1 ? 100 : 0;
    const type = page[head];
    if (![LEAF_TABLE, INNER_TABLE, LEAF_INDEX, INNER_INDEX].includes(type)) throw new Error(`page ${number} is no tree: ${type}`);
    const inner = type === INNER_TABLE || type === INNER_INDEX;
    const rows = [];
    for (let cell = 0; cell < page.readUInt16BE(head + 3); cell += 1) {
      let at = page.readUInt16BE(head + (inner ? 12 : 8) + 2 * cell);
      if (inner) {
        rows.push(...this.rows(page.readUInt32BE(at)));
        at += 4;
      }
      if (type === INNER_TABLE) continue;
      const [length, afterLength] = varint(page, at);
      const [id, start] = type === LEAF_TABLE ? varint(page, afterLength) : [null, afterLength];
      const row = record(this.payload(page, start, length, type === LEAF_TABLE));
      rows.push(type === LEAF_TABLE && row[0] === null ? [id, ...row.slice(1)] : row);
    }
    if (inner) rows.push(...this.rows(page.readUInt32BE(head + 8)));
    return rows;
  }

  payload(page, start, length, ofTable) {
    const { usable } = this;
    const most = ofTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
    if (length <= most) return page.subarray(start, start + length);
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (usable - 4));
    const here = fitting <= most ? fitting : least;
    const parts = [page.subarray(start, start + here)];
    let left = length - here;
    for (let next = page.readUInt32BE(start + here); left > 0;) {
      const more = this.page(next);
      parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
      left -= usable - 4;
      next = more.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }
}

/** The newest committed pages in the write-ahead log. */
function committed(log, size) {
  const pages = new Map();
  if (log.length < 32) return pages;
  let waiting = [];
  for (let at = 32; at + 24 + size <= log.length; at += 24 + size) {
    // A frame of an earlier round of the log has other salts.
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    waiting.push([log.readUInt32BE(at), log.subarray(at + 24, at + 24 + size)]);
    if (log.readUInt32BE(at + 4) > 0) {
      for (const [number, page] of waiting) pages.set(number, page);
      waiting = [];
    }
  }
  return pages;
}

function varint(bytes, at) {
  let value = 0n;
  for (let part = 0; part < 8; part += 1) {
    const byte = bytes[at + part];
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + part + 1];
  }
  return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(bytes[at + 8]))), at + 9];
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function record(bytes) {
  let [headerEnd, at] = varint(bytes, 0);
  let from = headerEnd;
  const values = [];
  while (at < headerEnd) {
    let type;
    [type, at] = varint(bytes, at);
    if (type === 0) values.push(null);
    else if (type === 8 || type === 9) values.push(type - 8);
    else if (type < 7) {
      const length = INTEGER_BYTES[type];
      values.push(Number(BigInt.asIntN(8 * length, BigInt(`0x${bytes.toString('hex', from, from + length)}`))));
      from += length;
    } else if (type === 7) {
      values.push(bytes.readDoubleBE(from));
      from += 8;
    } else {
      const length = (type - 12 - (type % 2)) / 2;
      const value = Buffer.from(bytes.subarray(from, from + length));
      values.push(type % 2 ? value.toString() : value);
      from += length;
    }
  }
  return values;
}
