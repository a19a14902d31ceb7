import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import {
  createCertificate,
  passphraseProblem,
  validityProblem,
} from '../../../src/iam/certificate';
import { readCertificateFile } from '../../../src/iam/certificateFile';
import { isIamError } from '../../../src/iam/errors';
import { PBKDF2_ROUNDS } from '../../../src/iam/privateKeyEncryption';

const NOW = new Date('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test('makes an X.509 v3 certificate that Node and OpenSSL accept, with its key', async () => {
  const made = await createCertificate({
    commonName: 'svc+build=1,a@b',
    keyLength: 2048,
    validityDays: 365,
    now: NOW,
  });
  const certificate = new X509Certificate(made.certificatePem);
  const key = createPrivateKey(made.privateKeyPem);

  assert.equal(certificate.subject, 'CN=svc\\+build=1\\,a@b');
  assert.equal(certificate.issuer, certificate.subject);
  assert.ok(certificate.checkPrivateKey(key));
  assert.ok(certificate.verify(certificate.publicKey));
  assert.equal(certificate.ca, false);
  assert.equal(new Date(certificate.validFrom).getTime(), NOW.getTime() - HOUR);
  assert.equal(new Date(certificate.validTo).getTime(), NOW.getTime() + 365 * 24 * HOUR);
  assert.equal(made.notAfter.getTime(), new Date(certificate.validTo).getTime());
  assert.match(certificate.serialNumber, /^[4-7][0-9A-F]{31}$/);
  assert.match(
    made.certificatePem,
    /^-----BEGIN CERTIFICATE-----\n[\s\S]+-----END CERTIFICATE-----\n$/,
  );
  assert.match(made.privateKeyPem, /^-----BEGIN PRIVATE KEY-----\n/);

  if (hasOpenssl) judgeByOpenssl(made.certificatePem);
});

function judgeByOpenssl(pem: string): void {
  const text = execFileSync('openssl', ['x509', '-noout', '-text'], {
    input: pem,
    encoding: 'utf8',
  });
  assert.match(text, /Version: 3 \(0x2\)/);
  assert.match(text, /Signature Algorithm: sha256WithRSAEncryption/);
  assert.match(text, /Public-Key: \(2048 bit\)/);
  assert.match(text, /X509v3 Basic Constraints: critical\s+CA:FALSE/);
  assert.match(text, /X509v3 Key Usage: critical\s+Digital Signature/);
  assert.match(text, /X509v3 Subject Key Identifier/);
  withFile(pem, (file) => {
    const seconds = String(NOW.getTime() / 1000);
    const verdict = execFileSync(
      'openssl',
      ['verify', '-attime', seconds, '-x509_strict', '-partial_chain', '-trusted', file, file],
      { encoding: 'utf8' },
    );
    assert.match(verdict, /: OK/);
  });
}

function withFile(content: string, use: (file: string) => void): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certificate-'));
  try {
    const file = path.join(folder, 'file.pem');
    fs.writeFileSync(file, content, { mode: 0o600 });
    use(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

for (const keyLength of [3072, 4096] as const) {
  test(`makes RSA keys of ${keyLength} bits`, async () => {
    const made = await createCertificate({ commonName: 'a', keyLength, validityDays: 1 });
    const key = new X509Certificate(made.certificatePem).publicKey;
    assert.equal(key.asymmetricKeyDetails?.modulusLength, keyLength);
  });
}

test('encrypts the private key with AES-256 and enough rounds', async () => {
  const passphrase = 'correct horse "battery" $taple';
  const made = await createCertificate({
    commonName: 'svc',
    keyLength: 2048,
    validityDays: 30,
    passphrase,
  });
  assert.match(made.privateKeyPem, /^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
  const key = createPrivateKey({ key: made.privateKeyPem, passphrase });
  assert.ok(new X509Certificate(made.certificatePem).checkPrivateKey(key));
  assert.throws(() => createPrivateKey({ key: made.privateKeyPem, passphrase: 'wrong one' }));
  assert.equal(PBKDF2_ROUNDS, 600_000);

  if (!hasOpenssl) return;
  withFile(made.privateKeyPem, (file) => {
    const opened = execFileSync(
      'openssl',
      ['pkey', '-in', file, '-passin', 'env:PASSPHRASE', '-noout', '-text'],
      { encoding: 'utf8', env: { ...process.env, PASSPHRASE: passphrase } },
    );
    assert.match(opened, /2048 bit/);
    const structure = execFileSync('openssl', ['asn1parse', '-in', file], { encoding: 'utf8' });
    assert.match(
      structure,
      /PBES2[\s\S]+PBKDF2[\s\S]+:0927C0[\s\S]+hmacWithSHA256[\s\S]+aes-256-cbc/,
    );
  });
});

test('says why a validity or a passphrase does not do', () => {
  assert.equal(validityProblem('365'), undefined);
  for (const text of ['', '0', '-1', '1.5', '3651', 'x', '1e3']) {
    assert.match(validityProblem(text) ?? '', /whole number of days/, text);
  }
  assert.equal(passphraseProblem('eight ch'), undefined);
  assert.match(passphraseProblem('short') ?? '', /at least 8/);
  assert.match(passphraseProblem('pässword1') ?? '', /English keyboard/);
  assert.match(passphraseProblem('x'.repeat(1025)) ?? '', /at most/);
});

test('reads a PEM whatever stands around it', async () => {
  const { certificatePem, privateKeyPem } = await createCertificate({
    commonName: 'svc',
    keyLength: 2048,
    validityDays: 30,
    now: NOW,
  });
  const windows = `\uFEFFCertificate:\r\n  Data\r\n${certificatePem.replaceAll('\n', '\r\n')}`;
  const der = new X509Certificate(certificatePem).raw;
  for (const text of [certificatePem, windows, `x\n${certificatePem.trim()}`, der]) {
    const file = readCertificateFile(Buffer.from(text as string), NOW);
    assert.equal(file.pem, certificatePem);
    assert.deepEqual([file.problems, file.notes, file.keyLength], [[], [], 2048]);
    assert.equal(file.subject, 'CN=svc');
  }
  const bundle = readCertificateFile(
    Buffer.from(privateKeyPem + certificatePem + certificatePem),
    NOW,
  );
  assert.equal(bundle.pem, certificatePem);
  assert.equal(bundle.notes.length, 2);
  assert.ok(!JSON.stringify(bundle).includes(privateKeyPem.slice(40, 80)));
});

test('says that a certificate has expired or is not valid yet', async () => {
  const { certificatePem } = await createCertificate({
    commonName: 'svc',
    keyLength: 2048,
    validityDays: 1,
    now: NOW,
  });
  const bytes = Buffer.from(certificatePem);
  const later = readCertificateFile(bytes, new Date(NOW.getTime() + 48 * HOUR));
  assert.deepEqual(later.problems, ['The certificate expired on 2026-03-02.']);
  const earlier = readCertificateFile(bytes, new Date(NOW.getTime() - 2 * HOUR));
  assert.match(earlier.problems[0] ?? '', /not valid before 2026-03-01T11:00/);
});

test('refuses what is no certificate and quotes nothing of it', () => {
  const cases: [string, RegExp][] = [
    ['', /not an X.509 certificate/],
    ['hello', /not an X.509 certificate/],
    ['-----BEGIN PRIVATE KEY-----\nU0VDUkVU\n-----END PRIVATE KEY-----', /never uploaded/],
    [
      '-----BEGIN CERTIFICATE REQUEST-----\nQUJD\n-----END CERTIFICATE REQUEST-----',
      /certificate request/,
    ],
    ['-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----', /not an X.509 certificate/],
    ['x'.repeat(1_000_001), /too large/],
  ];
  for (const [text, message] of cases) {
    assert.throws(
      () => readCertificateFile(Buffer.from(text)),
      (error) =>
        isIamError(error) &&
        error.reason === 'invalidCertificate' &&
        message.test(error.message) &&
        !error.message.includes('U0VDUkVU'),
    );
  }
});
