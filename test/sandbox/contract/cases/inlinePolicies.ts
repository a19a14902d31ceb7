import assert from 'node:assert/strict';
import { type ContractCase, allowAll, documentOfSize, trustLambda } from '../subject';

export const inlinePolicyCases: ContractCase[] = [
  {
    name: 'an inline policy of a user comes back percent-encoded and unchanged',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const document = `{\n  "Version": "2012-10-17",\n  "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a (b)/*"}]\n}`;
      await iam.putUserPolicy({ UserName: 'ada', PolicyName: 'p', PolicyDocument: document });
      const found = await iam.getUserPolicy({ UserName: 'ada', PolicyName: 'p' });
      assert.match(found.PolicyDocument ?? '', /^[A-Za-z0-9\-._~%]+$/);
      assert.equal(decodeURIComponent(found.PolicyDocument ?? ''), document);
      assert.equal(found.PolicyName, 'p');
      assert.equal(found.UserName, 'ada');
    },
  },
  {
    name: 'an inline policy of a group is put, replaced, listed and deleted',
    async run({ iam }) {
      await iam.createGroup({ GroupName: 'g' });
      const other = allowAll.replace('"Action":"*"', '"Action":"s3:*"');
      await iam.putGroupPolicy({ GroupName: 'g', PolicyName: 'p', PolicyDocument: allowAll });
      await iam.putGroupPolicy({ GroupName: 'g', PolicyName: 'p', PolicyDocument: other });
      assert.deepEqual((await iam.listGroupPolicies({ GroupName: 'g' })).PolicyNames, ['p']);
      const found = await iam.getGroupPolicy({ GroupName: 'g', PolicyName: 'p' });
      assert.equal(decodeURIComponent(found.PolicyDocument ?? ''), other);
      await iam.deleteGroupPolicy({ GroupName: 'g', PolicyName: 'p' });
      assert.deepEqual((await iam.listGroupPolicies({ GroupName: 'g' })).PolicyNames, []);
    },
  },
  {
    name: 'an inline policy of a role is put, listed and deleted',
    async run({ iam }) {
      await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
      await iam.putRolePolicy({ RoleName: 'r', PolicyName: 'p', PolicyDocument: allowAll });
      assert.deepEqual((await iam.listRolePolicies({ RoleName: 'r' })).PolicyNames, ['p']);
      const found = await iam.getRolePolicy({ RoleName: 'r', PolicyName: 'p' });
      assert.equal(decodeURIComponent(found.PolicyDocument ?? ''), allowAll);
      await iam.deleteRolePolicy({ RoleName: 'r', PolicyName: 'p' });
      assert.deepEqual((await iam.listRolePolicies({ RoleName: 'r' })).PolicyNames, []);
    },
  },
  {
    name: 'an inline policy that is not there is named',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.getUserPolicy({ UserName: 'ada', PolicyName: 'p' }),
        'NoSuchEntity',
        404,
        'The user policy with name p cannot be found.',
      );
    },
  },
  {
    name: 'deleting an inline policy that is not there is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.deleteUserPolicy({ UserName: 'ada', PolicyName: 'p' }),
        'NoSuchEntity',
        404,
      );
    },
  },
  {
    name: 'inline policies are listed in pages',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      for (const PolicyName of ['c', 'a', 'b']) {
        await iam.putUserPolicy({ UserName: 'ada', PolicyName, PolicyDocument: allowAll });
      }
      const first = await iam.listUserPolicies({ UserName: 'ada', MaxItems: 2 });
      const { Marker } = first;
      const second = await iam.listUserPolicies({ UserName: 'ada', MaxItems: 2, Marker });
      assert.deepEqual([first.PolicyNames, second.PolicyNames], [['a', 'b'], ['c']]);
    },
  },
  {
    name: 'an inline policy needs no version',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const PolicyDocument = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
      await iam.putUserPolicy({ UserName: 'ada', PolicyName: 'p', PolicyDocument });
    },
  },
  tooLarge('user', 2048),
  tooLarge('group', 5120),
  {
    name: 'white space in a policy does not count',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const PolicyDocument = documentOfSize(2048).replaceAll(',', `,${' '.repeat(500)}`);
      await iam.putUserPolicy({ UserName: 'ada', PolicyName: 'p', PolicyDocument });
    },
  },
];

/** Inline policies of one holder are counted together. */
function tooLarge(kind: 'user' | 'group', quota: number): ContractCase {
  return {
    name: `inline policies of a ${kind} have ${quota} characters together`,
    async run({ iam, refuses }) {
      const put = (PolicyName: string, PolicyDocument: string) =>
        kind === 'user'
          ? iam.putUserPolicy({ UserName: 'x', PolicyName, PolicyDocument })
          : iam.putGroupPolicy({ GroupName: 'x', PolicyName, PolicyDocument });
      await (kind === 'user'
        ? iam.createUser({ UserName: 'x' })
        : iam.createGroup({ GroupName: 'x' }));
      await put('a', documentOfSize(quota - 200));
      await refuses(
        put('b', documentOfSize(201)),
        'LimitExceeded',
        409,
        `Maximum policy size of ${quota} bytes exceeded for ${kind} x`,
      );
      await put('b', documentOfSize(200));
    },
  };
}
