import { inflateRawSync } from 'node:zlib';

/**
 * The file that scripts/build-catalog.mjs writes, all numbers little-endian:
 *
 *     8 bytes "IAMC0002" · u32 length of the header · u32 length of the index · u32 count n of segments
 *     n × u32 length of a segment · header (JSON) · index (latin1) · n segments (deflated JSON)
 *
 * The index has a line for each service: prefix ⇥ name ⇥ Action|Action|… ⇥ a letter for each action.
 * Segment i belongs to line i; the last one holds the global condition keys. Header and index are
 * all that is read at first; a segment is read and inflated when it is asked for.
 */
const MAGIC = 'IAMC0002';
const FIXED = 20;

/** Where the bytes come from: a file that is read in parts, or a buffer. */
export interface ByteSource {
  read(offset: number, length: number): Uint8Array;
}

export interface Container {
  header: CatalogHeader;
  index: string;
  /** Reads and inflates a segment anew each time. Throws an Error when the file is damaged. */
  segment(number: number): unknown;
  segmentCount: number;
}

export interface CatalogHeader {
  date: string;
  sources: { name: string; version: string; license: string; gives: string }[];
  rcpServices: string[];
}

/** Throws an Error when the bytes are no catalog of this version. */
export function openContainer(source: ByteSource): Container {
  const fixed = Buffer.from(source.read(0, FIXED));
  if (fixed.length < FIXED || fixed.toString('latin1', 0, 8) !== MAGIC) {
    throw new Error(
      'The service catalog is damaged or of another version. Install the extension again.',
    );
  }
  const headerLength = fixed.readUInt32LE(8);
  const indexLength = fixed.readUInt32LE(12);
  const count = fixed.readUInt32LE(16);
  const tableLength = count * 4;
  const start = Buffer.from(source.read(FIXED, tableLength + headerLength + indexLength));
  const indexStart = tableLength + headerLength;
  const offsets = [FIXED + indexStart + indexLength];
  for (let i = 0; i < count; i++) offsets.push((offsets[i] ?? 0) + start.readUInt32LE(i * 4));
  return {
    header: JSON.parse(start.toString('utf8', tableLength, indexStart)) as CatalogHeader,
    index: start.toString('latin1', indexStart),
    segmentCount: count,
    segment(number) {
      const from = offsets[number];
      const to = offsets[number + 1];
      if (from === undefined || to === undefined) throw new Error(`No catalog segment ${number}.`);
      return JSON.parse(inflateRawSync(source.read(from, to - from)).toString('utf8')) as unknown;
    },
  };
}
