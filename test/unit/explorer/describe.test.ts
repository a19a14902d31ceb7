import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccessKey, SigningCertificate } from '../../../src/iam/model';
import {
  describeAccessKey,
  describeCertificate,
  describeList,
  shortId,
} from '../../../src/explorer/describe';

const NOW = new Date('2026-03-01T12:00:00Z');
const day = (offset: number): Date => new Date(NOW.getTime() + offset * 86_400_000);

const key = (parts: Partial<AccessKey>): AccessKey => ({
  kind: 'accessKey',
  id: 'AKIAIOSFODNN7EXAMPLE',
  userName: 'rsdash',
  status: 'Active',
  created: day(-3),
  ...parts,
});

const certificate = (parts: Partial<SigningCertificate>): SigningCertificate => ({
  kind: 'signingCertificate',
  id: 'TA7SMP42TDN5Z26OBPJE7EXAMPLE',
  userName: 'rsdash',
  status: 'Active',
  uploaded: day(-3),
  body: '',
  notBefore: day(-3),
  notAfter: day(364),
  ...parts,
});

describe('describeAccessKey', () => {
  const cases: [Partial<AccessKey>, string][] = [
    [{ created: day(0), lastUsed: 'never' }, 'active · today · never used'],
    [{ created: day(-1) }, 'active · 1 day'],
    [{ created: day(-90) }, 'active · 90 days'],
    [
      { created: day(-412), lastUsed: { date: day(-300), service: 's3', region: 'eu-west-1' } },
      'active ⚠ 412 days · last used 300 days ago (s3)',
    ],
    [
      { status: 'Inactive', lastUsed: { date: day(-1), service: 'iam', region: 'us-east-1' } },
      'inactive · 3 days · last used yesterday (iam)',
    ],
    [
      { lastUsed: { date: day(0), service: 'sts', region: 'us-east-1' } },
      'active · 3 days · last used today (sts)',
    ],
  ];
  for (const [parts, expected] of cases) {
    it(expected, () => assert.equal(describeAccessKey(key(parts), NOW), expected));
  }
});

describe('describeCertificate', () => {
  const cases: [Partial<SigningCertificate>, string][] = [
    [{}, 'active · expires in 364 days'],
    [{ notAfter: day(30) }, 'active · expires in 30 days'],
    [{ notAfter: day(29) }, 'active ⚠ expires in 29 days'],
    [{ notAfter: day(0.5) }, 'active ⚠ expires today'],
    [{ notAfter: day(-2) }, 'active ⚠ expired 2 days ago'],
    [{ status: 'Inactive', notAfter: day(-1) }, 'inactive ⚠ expired yesterday'],
    [{ notBefore: day(1) }, 'active ⚠ not valid yet'],
    [{ notBefore: undefined, notAfter: undefined }, 'active'],
  ];
  for (const [parts, expected] of cases) {
    it(expected, () => assert.equal(describeCertificate(certificate(parts), NOW), expected));
  }
});

describe('labels', () => {
  it('shortens ids to both ends', () => {
    assert.equal(shortId('AKIAIOSFODNN7EXAMPLE'), 'AKIA…MPLE');
    assert.equal(shortId('short'), 'short');
  });

  it('says how much of a list is shown', () => {
    assert.equal(describeList(3, 3), '3');
    assert.equal(describeList(3, 5000), `3 of ${(5000).toLocaleString()}`);
  });
});
