import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { JournalStore, parseJournal, type RunHeader } from '../../../src/iam/journal';

const HEADER: RunHeader = {
  kind: 'test',
  title: 'A test',
  connectionId: 'practice',
  accountId: '111122223333',
  input: { a: [1, 'two'] },
};

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'journal-'));
  try {
    await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** As a window leaves its lock when it dies: no heart beat for two minutes. */
function ageLock(folder: string): void {
  const past = new Date(Date.now() - 120_000);
  for (const name of fs.readdirSync(folder)) {
    if (name.endsWith('.lock')) fs.utimesSync(path.join(folder, name), past, past);
  }
}

test('a run of a live window is offered to nobody, one of a dead window to one', () =>
  inFolder(async (folder) => {
    const store = new JournalStore(folder);
    const journal = await store.create(HEADER);
    assert.deepEqual((await store.unfinished()).runs, []);
    assert.equal(await store.claim(journal.id), undefined);
    ageLock(folder);
    const { runs } = await store.unfinished();
    assert.deepEqual(runs[0]?.header, HEADER);
    const claims = await Promise.all([1, 2, 3, 4].map(() => store.claim(journal.id)));
    assert.equal(claims.filter((claim) => claim !== undefined).length, 1);
    assert.deepEqual((await store.unfinished()).runs, []);
    await claims.find((claim) => claim !== undefined)?.journal.close();
    assert.deepEqual(fs.readdirSync(folder), []);
  }));

test('a lock of a process that is gone is stale at once', () =>
  inFolder(async (folder) => {
    const store = new JournalStore(folder);
    const journal = await store.create(HEADER);
    const lock = path.join(folder, `${journal.id}.lock`);
    const content = JSON.parse(fs.readFileSync(lock, 'utf8')) as object;
    fs.writeFileSync(lock, JSON.stringify({ ...content, pid: 2 ** 22 + 1 }));
    assert.equal((await store.unfinished()).runs.length, 1);
    await journal.release();
  }));

test('a run that was let go is offered again, one that was closed is not', () =>
  inFolder(async (folder) => {
    const store = new JournalStore(folder);
    await (await store.create(HEADER)).release();
    await (await store.create(HEADER)).close();
    assert.equal((await store.unfinished()).runs.length, 1);
  }));

test('a torn last line loses one record and swallows none', () =>
  inFolder(async (folder) => {
    const store = new JournalStore(folder);
    const journal = await store.create(HEADER);
    await journal.append({ type: 'intent', step: 'a', before: null });
    await journal.release();
    fs.appendFileSync(path.join(folder, `${journal.id}.jsonl`), '{"type":"made","st');
    const claimed = await store.claim(journal.id);
    assert.deepEqual(claimed?.run.records, [{ type: 'intent', step: 'a', before: null }]);
    await claimed?.journal.append({ type: 'nothing', step: 'a' });
    await claimed?.journal.release();
    const { runs } = await store.unfinished();
    assert.deepEqual(runs[0]?.records.at(-1), { type: 'nothing', step: 'a' });
  }));

test('a corrupt journal is named and left alone', () =>
  inFolder(async (folder) => {
    fs.writeFileSync(path.join(folder, 'x.jsonl'), '\u0000\u0000garbage\n');
    const { runs, damaged } = await new JournalStore(folder).unfinished();
    assert.deepEqual(runs, []);
    assert.deepEqual(damaged, [{ id: 'x', file: path.join(folder, 'x.jsonl') }]);
    assert.ok(fs.existsSync(path.join(folder, 'x.jsonl')));
  }));

test('no folder, no runs; a folder that cannot be made is said', () =>
  inFolder(async (folder) => {
    const missing = new JournalStore(path.join(folder, 'none'));
    assert.deepEqual(await missing.unfinished(), { runs: [], damaged: [] });
    fs.writeFileSync(path.join(folder, 'file'), '');
    await assert.rejects(new JournalStore(path.join(folder, 'file', 'x')).create(HEADER));
  }));

test('whatever stands in the file, reading it ends and gives sound records', () => {
  const start = JSON.stringify({ type: 'start', version: 1, time: '2026-01-01', ...HEADER });
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.json(), fc.constant(start))), (lines) => {
      const run = parseJournal('id', lines.join('\n'));
      for (const record of run?.records ?? []) assert.equal(typeof record.step, 'string');
      const known = parseJournal('id', [start, ...lines].join('\n'));
      assert.deepEqual(known?.header, HEADER);
    }),
  );
});
