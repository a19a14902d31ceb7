import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IAM } from '@aws-sdk/client-iam';
import { openSandbox } from '../../../src/sandbox';
import { sandboxRequestHandler } from '../../../src/sandbox/requestHandler';
import { writeXml } from '../../../src/sandbox/xml';

test('objects, lists, maps, dates and absent values', () => {
  const date = new Date('2026-01-02T03:04:05.678Z');
  assert.equal(
    writeXml({ A: 'x', B: [1, true], C: undefined, D: [], E: date, F: new Map([['k', 2]]) }),
    '<A>x</A><B><member>1</member><member>true</member></B><D/><E>2026-01-02T03:04:05Z</E>' +
      '<F><entry><key>k</key><value>2</value></entry></F>',
  );
});

test('markup is escaped and control characters are replaced', () => {
  assert.equal(writeXml({ A: '<b a="1">&\r' }), '<A>&lt;b a=&quot;1&quot;&gt;&amp;&#xD;</A>');
  assert.equal(writeXml({ A: 'a\u0000b\u001bc' }), '<A>a\ufffdb\ufffdc</A>');
});

test('any document that AWS takes is read back unchanged by the SDK', async () => {
  const sandbox = await openSandbox({ empty: true });
  const iam = new IAM({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAEXAMPLEEXAMPLE00', secretAccessKey: 'none' },
    requestHandler: sandboxRequestHandler(sandbox),
  });
  await iam.createUser({ UserName: 'ada' });
  const latin = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map(String.fromCharCode) });
  await fc.assert(
    fc.asyncProperty(latin, async (id) => {
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Id: id,
        Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
      });
      await iam.putUserPolicy({ UserName: 'ada', PolicyName: 'p', PolicyDocument });
      const found = await iam.getUserPolicy({ UserName: 'ada', PolicyName: 'p' });
      assert.equal(decodeURIComponent(found.PolicyDocument ?? ''), PolicyDocument);
    }),
    { numRuns: 50 },
  );
});
