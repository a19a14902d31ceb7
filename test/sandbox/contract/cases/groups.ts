import assert from 'node:assert/strict';
import { type ContractCase, allowAll } from '../subject';

export const groupCases: ContractCase[] = [
  {
    name: 'a group is made and found again',
    async run({ iam }) {
      const { Group } = await iam.createGroup({ GroupName: 'Admins', Path: '/a/b/' });
      assert.match(Group?.GroupId ?? '', /^AGPA[A-Z2-7]{17}$/);
      assert.match(Group?.Arn ?? '', /^arn:aws:iam::\d{12}:group\/a\/b\/Admins$/);
      const found = await iam.getGroup({ GroupName: 'Admins' });
      assert.equal(found.Group?.GroupId, Group?.GroupId);
      assert.deepEqual(found.Users, []);
    },
  },
  {
    name: 'group names are unique without regard to case',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'Admins' });
      await refuses(
        iam.createGroup({ GroupName: 'ADMINS' }),
        'EntityAlreadyExists',
        409,
        'Group with name ADMINS already exists.',
      );
    },
  },
  {
    name: 'a group that is not there is named',
    async run({ iam, refuses }) {
      await refuses(
        iam.getGroup({ GroupName: 'nothing' }),
        'NoSuchEntity',
        404,
        'The group with name nothing cannot be found.',
      );
    },
  },
  {
    name: 'groups are listed by path prefix and in pages',
    async run({ iam }) {
      for (const GroupName of ['x', 'y', 'z']) await iam.createGroup({ GroupName, Path: '/p/' });
      await iam.createGroup({ GroupName: 'other' });
      const first = await iam.listGroups({ PathPrefix: '/p/', MaxItems: 2 });
      assert.equal(first.Groups?.length, 2);
      assert.equal(first.IsTruncated, true);
      const second = await iam.listGroups({ PathPrefix: '/p/', MaxItems: 2, Marker: first.Marker });
      assert.deepEqual(
        second.Groups?.map((group) => group.GroupName),
        ['z'],
      );
      assert.equal(second.IsTruncated, false);
    },
  },
  {
    name: 'members come and go; adding twice changes nothing',
    async run({ iam }) {
      await iam.createGroup({ GroupName: 'g' });
      await iam.createUser({ UserName: 'ada' });
      await iam.addUserToGroup({ GroupName: 'g', UserName: 'ada' });
      await iam.addUserToGroup({ GroupName: 'g', UserName: 'ada' });
      const { Users } = await iam.getGroup({ GroupName: 'g' });
      assert.deepEqual(
        Users?.map((user) => user.UserName),
        ['ada'],
      );
      await iam.removeUserFromGroup({ GroupName: 'g', UserName: 'ada' });
      assert.deepEqual((await iam.listGroupsForUser({ UserName: 'ada' })).Groups, []);
    },
  },
  {
    name: 'removing somebody who is not a member changes nothing',
    async run({ iam }) {
      await iam.createGroup({ GroupName: 'g' });
      await iam.createUser({ UserName: 'ada' });
      await iam.removeUserFromGroup({ GroupName: 'g', UserName: 'ada' });
    },
  },
  {
    name: 'adding to a group that is not there is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.addUserToGroup({ GroupName: 'nothing', UserName: 'ada' }),
        'NoSuchEntity',
        404,
      );
    },
  },
  {
    name: 'a user is in at most ten groups',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      for (let index = 0; index < 11; index++) await iam.createGroup({ GroupName: `g${index}` });
      for (let index = 0; index < 10; index++) {
        await iam.addUserToGroup({ GroupName: `g${index}`, UserName: 'ada' });
      }
      await refuses(
        iam.addUserToGroup({ GroupName: 'g10', UserName: 'ada' }),
        'LimitExceeded',
        409,
        'Cannot exceed quota for GroupsPerUser: 10',
      );
    },
  },
  {
    name: 'a group that is renamed and moved keeps its members and policies',
    async run({ iam }) {
      await iam.createGroup({ GroupName: 'old' });
      await iam.createUser({ UserName: 'ada' });
      await iam.addUserToGroup({ GroupName: 'old', UserName: 'ada' });
      await iam.putGroupPolicy({ GroupName: 'old', PolicyName: 'p', PolicyDocument: allowAll });
      await iam.updateGroup({ GroupName: 'old', NewGroupName: 'new', NewPath: '/moved/' });
      const { Group, Users } = await iam.getGroup({ GroupName: 'new' });
      assert.match(Group?.Arn ?? '', /:group\/moved\/new$/);
      assert.equal(Users?.length, 1);
      const { PolicyNames } = await iam.listGroupPolicies({ GroupName: 'new' });
      assert.deepEqual(PolicyNames, ['p']);
    },
  },
  {
    name: 'a group is not renamed to a name that is taken',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'a' });
      await iam.createGroup({ GroupName: 'b' });
      await refuses(
        iam.updateGroup({ GroupName: 'a', NewGroupName: 'b' }),
        'EntityAlreadyExists',
        409,
      );
    },
  },
  {
    name: 'an empty group can be deleted',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'g' });
      await iam.deleteGroup({ GroupName: 'g' });
      await refuses(iam.getGroup({ GroupName: 'g' }), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'members keep a group from being deleted',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'g' });
      await iam.createUser({ UserName: 'ada' });
      await iam.addUserToGroup({ GroupName: 'g', UserName: 'ada' });
      await refuses(
        iam.deleteGroup({ GroupName: 'g' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must remove users from group first.',
      );
    },
  },
  {
    name: 'an inline policy keeps a group from being deleted',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'g' });
      await iam.putGroupPolicy({ GroupName: 'g', PolicyName: 'p', PolicyDocument: allowAll });
      await refuses(
        iam.deleteGroup({ GroupName: 'g' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must delete policies first.',
      );
    },
  },
  {
    name: 'an attached policy keeps a group from being deleted',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'g' });
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      await iam.attachGroupPolicy({ GroupName: 'g', PolicyArn: Policy?.Arn });
      await refuses(
        iam.deleteGroup({ GroupName: 'g' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must detach all policies first.',
      );
    },
  },
];
