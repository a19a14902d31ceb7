import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import { clientOf } from './sdk';

const PolicyDocument =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
/** As long as names and paths may be. */
const Path = `/${'p'.repeat(510)}/`;
const longName = (end: string) => 'n'.repeat(127) + end;

test('policies with the longest names and paths are listed one by one', async () => {
  const iam = clientOf(await openSandbox({ empty: true }));
  await iam.createGroup({ GroupName: longName('g') });
  for (const end of ['a', 'b', 'c']) {
    const made = await iam.createPolicy({ PolicyName: longName(end), Path, PolicyDocument });
    await iam.attachGroupPolicy({ GroupName: longName('g'), PolicyArn: made.Policy?.Arn });
  }
  const first = await iam.listPolicies({ MaxItems: 2 });
  const second = await iam.listPolicies({ MaxItems: 2, Marker: first.Marker });
  assert.deepEqual([first.Policies?.length, second.Policies?.length], [2, 1]);
  const group = { GroupName: longName('g'), MaxItems: 2 };
  const attached = await iam.listAttachedGroupPolicies(group);
  const rest = await iam.listAttachedGroupPolicies({ ...group, Marker: attached.Marker });
  assert.equal(rest.AttachedPolicies?.length, 1);
});

test('tags with the longest keys are listed one by one', async () => {
  const iam = clientOf(await openSandbox({ empty: true }));
  const keys = ['字', '鍵', '語'].map((letter) => letter.repeat(128));
  await iam.createUser({ UserName: 'ada', Tags: keys.map((Key) => ({ Key, Value: '' })) });
  const seen: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.listUserTags({ UserName: 'ada', MaxItems: 1, Marker });
    seen.push(...(page.Tags ?? []).map((tag) => tag.Key ?? ''));
    Marker = page.Marker;
  } while (Marker !== undefined);
  assert.deepEqual(seen.sort(), keys.sort());
});
