import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createPolicyLanguage,
  type PolicyKind,
  type PolicyLanguage,
} from '../../../src/policy/index';
import { fixtures, type Fixture } from './fixture';
import { language, root } from './language';

/**
 * Milliseconds of processor time that one call may take. What is linear takes tens for these texts,
 * what tries each place anew takes minutes.
 */
const LIMIT = 5_000;

function bounded(name: string, work: () => unknown): void {
  const before = process.cpuUsage();
  assert.doesNotThrow(work, name);
  const { user } = process.cpuUsage(before);
  assert.ok(user / 1000 < LIMIT, `${name} took ${Math.round(user / 1000)} ms`);
}

const statement = (elements: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...elements }],
  });
const many = (count: number, item: (i: number) => unknown) =>
  Array.from({ length: count }, (_, i) => item(i));
const entries = (count: number, entry: (i: number) => [string, unknown]) =>
  Object.fromEntries(many(count, entry as (i: number) => unknown) as [string, unknown][]);

/** Texts of up to a megabyte that are hard on parsers, on lists that are compared, and on stacks. */
const texts: Readonly<Record<string, () => string>> = {
  binary: () => many(60_000, (i) => String.fromCharCode((i * 7919) % 65536)).join(''),
  'nested arrays': () => `{"Statement":${'['.repeat(10_000)}`,
  'half a million brackets': () => '['.repeat(500_000),
  'nested objects': () => '{"a":'.repeat(100_000),
  '100,000 statements': () => `{"Statement":[${'{},'.repeat(100_000)}{}]}`,
  'unknown keys': () => `{"Statement":${JSON.stringify(entries(50_000, (i) => [`k${i}`, 1]))}}`,
  'the same key': () => `{"Statement":{${'"Action":"s3:*",'.repeat(50_000)}"a":1}}`,
  'words without quotes': () => `{${'a:b,'.repeat(200_000)}`,
  'keys without colons': () => `{${'"a" '.repeat(200_000)}`,
  'comments that do not end': () => '/*'.repeat(400_000),
  'escapes that do not end': () => `"${'\\'.repeat(900_000)}`,
  'lone surrogates': () => '"\ud800'.repeat(300_000),
  'empty lines': () => `{"a":${'\n'.repeat(900_000)}`,
  actions: () => statement({ Action: many(30_000, (i) => `s3:GetObjec${i}`) }),
  'actions of unknown services': () => statement({ Action: many(30_000, (i) => `svc${i}:Get`) }),
  resources: () => statement({ Resource: many(20_000, (i) => `arn:aws:s3:::b${i}/*`) }),
  principals: () => statement({ Principal: { AWS: many(30_000, (i) => `user${i}`) } }),
  operators: () =>
    statement({ Condition: entries(15_000, (i) => [`Op${i}`, { 'aws:userid': 'x' }]) }),
  'condition keys': () =>
    statement({ Condition: { StringEquals: entries(20_000, (i) => [`s3:k${i}`, 'x']) } }),
  'condition values': () =>
    statement({
      Condition: { IpAddress: { 'aws:SourceIp': many(30_000, (i) => `10.0.${i % 256}.0/24`) } },
    }),
  'variables that do not end': () =>
    statement({ Resource: `arn:aws:s3:::${'${'.repeat(400_000)}` }),
  'variables before a colon': () => statement({ Resource: `arn:${'${a}'.repeat(200_000)}:s3:::b` }),
  'a list in lists': () => {
    const list = `${'['.repeat(58)}"a"${']'.repeat(58)}`;
    const twin = `{"Effect":"Allow","Action":"s3:*","Condition":{"Null":{"aws:userid":${list}}}}`;
    return `{"Version":"2012-10-17","Statement":[${twin},${twin}]}`;
  },
};

describe('any text', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`is parsed, checked, completed, explained and laid out in bounded time: ${name}`, () => {
      const source = text();
      bounded('parsing', () => language.parse(source));
      const document = language.parse(source);
      for (const kind of ['identity', 'resource', 'trust'] satisfies PolicyKind[]) {
        bounded(`checking as ${kind}`, () => language.check(document, { kind }));
      }
      for (const offset of [0, 60, Math.floor(source.length / 2), source.length]) {
        bounded(`completing at ${offset}`, () => language.complete(document, offset));
        bounded(`hovering at ${offset}`, () => language.hover(document, offset));
      }
      bounded('summarizing', () => language.summarize(document));
      bounded('formatting', () => language.format(source, { tabSize: 2, insertSpaces: true }));
    });
  }

  it('as a value at any place makes no check try each of its characters anew', () => {
    const long = (unit: string, end: string) => unit.repeat(Math.ceil(30_000 / unit.length)) + end;
    const units = ['a', '1', ' ', '*', ':', '/', '.', '${', "'", '1.', '1:', 'a*', 'arn:', '\n'];
    const places: ((value: string) => object)[] = [
      (Sid) => ({ Sid }),
      (Action) => ({ Action }),
      (name) => ({ Action: `s3:${name}` }),
      (name) => ({ Action: `${name}:Get` }),
      (Resource) => ({ Resource }),
      (name) => ({ Resource: `arn:aws:s3:::${name}` }),
      (AWS) => ({ Principal: { AWS } }),
      (Service) => ({ Principal: { Service } }),
      (Federated) => ({ Principal: { Federated } }),
      (operator) => ({ Condition: { [operator]: { 'aws:userid': 'x' } } }),
      (key) => ({ Condition: { StringEquals: { [key]: 'x' } } }),
      (value) => ({ Condition: { StringLike: { 'aws:userid': value } } }),
      (value) => ({ Condition: { IpAddress: { 'aws:SourceIp': value } } }),
      (value) => ({ Condition: { DateLessThan: { 'aws:CurrentTime': value } } }),
      (value) => ({ Condition: { ArnLike: { 'aws:SourceArn': value } } }),
      (value) => ({ Condition: { StringEquals: { 'aws:SourceVpc': value } } }),
    ];
    for (const unit of units) {
      for (const [i, place] of places.entries()) {
        const one = place(long(unit, 'x'));
        // Twice, as some checks compare statements.
        const text = JSON.stringify({
          Version: '2012-10-17',
          Statement: [one, one].map((each) => ({ Effect: 'Allow', Action: '*', ...each })),
        });
        bounded(`${JSON.stringify(unit)} at place ${i}`, () => language.check(text));
      }
    }
  });
});

describe('a check', () => {
  const long = statement({ Action: many(40_000, (i) => `s3:Get${i}`) });

  it('stops within a statement when asked to', () => {
    let asked = 0;
    const findings = language.check(long, { shouldStop: () => ++asked > 3 });
    assert.equal(asked, 4);
    assert.ok(findings.length < 100, String(findings.length));
  });

  it('ends when there are more findings than help', () => {
    assert.equal(language.check(long).length, 1_000);
  });

  it('finds the same whatever was checked before it', () => {
    const found = (by: PolicyLanguage, cases: readonly Fixture[]) =>
      new Map(cases.map((each) => [each.name, by.check(each.text, each)]));
    const cases = fixtures();
    const first = found(createPolicyLanguage(`${root}/dist/catalog.bin`), cases);
    const second = createPolicyLanguage(`${root}/dist/catalog.bin`);
    const backwards = found(second, [...cases].reverse());
    const again = found(second, cases);
    for (const [name, findings] of first) {
      assert.deepEqual(backwards.get(name), findings, name);
      assert.deepEqual(again.get(name), findings, name);
    }
  });

  it('says nothing of codes that are off, and they are heard of again when they are on', () => {
    const text = statement({ Action: 's3:GetObjects' });
    const codes = (levels: Record<string, 'off'>) =>
      language.check(text, { kind: 'identity', levels }).map(({ code }) => code);
    assert.deepEqual(codes({ INVALID_ACTION: 'off' }).includes('INVALID_ACTION'), false);
    assert.deepEqual(codes({}).includes('INVALID_ACTION'), true);
  });
});
