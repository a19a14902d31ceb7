import assert from 'node:assert/strict';
import { type ContractCase, allowAll } from '../subject';

export const userCases: ContractCase[] = [
  {
    name: 'a user is made with path and tags, and found again',
    async run({ iam }) {
      const Tags = [{ Key: 'team', Value: 'platform' }];
      const { User } = await iam.createUser({ UserName: 'Ada', Path: '/service/', Tags });
      assert.match(User?.UserId ?? '', /^AIDA[A-Z2-7]{17}$/);
      assert.match(User?.Arn ?? '', /^arn:aws:iam::\d{12}:user\/service\/Ada$/);
      assert.equal(User?.Path, '/service/');
      assert.ok(Math.abs(Date.now() - (User.CreateDate?.getTime() ?? 0)) < 60_000);
      const found = await iam.getUser({ UserName: 'Ada' });
      assert.deepEqual(found.User?.Tags, Tags);
      assert.equal(found.User?.UserId, User.UserId);
    },
  },
  {
    name: 'lists of users do not carry tags',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada', Tags: [{ Key: 'team', Value: 'platform' }] });
      const { Users } = await iam.listUsers({});
      assert.equal(Users?.[0]?.Tags, undefined);
      assert.equal(Users?.length, 1);
    },
  },
  {
    name: 'user names are unique without regard to case',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'Ada' });
      await refuses(
        iam.createUser({ UserName: 'ADA' }),
        'EntityAlreadyExists',
        409,
        'User with name ADA already exists.',
      );
    },
  },
  {
    name: 'the same user name is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(iam.createUser({ UserName: 'ada' }), 'EntityAlreadyExists', 409);
    },
  },
  {
    name: 'a user name with a character that is not allowed is refused',
    async run({ iam, refuses }) {
      await refuses(
        iam.createUser({ UserName: 'my user' }),
        'ValidationError',
        400,
        'The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
      );
    },
  },
  {
    name: 'a user name that is too long is refused',
    async run({ iam, refuses }) {
      const name = 'u'.repeat(65);
      await refuses(
        iam.createUser({ UserName: name }),
        'ValidationError',
        400,
        `1 validation error detected: Value '${name}' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
      );
    },
  },
  {
    name: 'all violated constraints are told at once',
    async run({ iam, refuses }) {
      await refuses(
        iam.createUser({ UserName: 'u'.repeat(65), Path: `/${'p'.repeat(512)}/` }),
        'ValidationError',
        400,
        /^2 validation errors detected: .*; .*$/,
      );
    },
  },
  {
    name: 'a path begins and ends with a slash',
    async run({ iam, refuses }) {
      await refuses(
        iam.createUser({ UserName: 'ada', Path: '/service' }),
        'ValidationError',
        400,
        'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
      );
    },
  },
  {
    name: 'a user that is not there is named',
    async run({ iam, refuses }) {
      await refuses(
        iam.getUser({ UserName: 'nobody' }),
        'NoSuchEntity',
        404,
        'The user with name nobody cannot be found.',
      );
    },
  },
  {
    name: 'users are listed by path prefix',
    async run({ iam }) {
      await iam.createUser({ UserName: 'a', Path: '/service/' });
      await iam.createUser({ UserName: 'b', Path: '/service/backup/' });
      await iam.createUser({ UserName: 'c' });
      const { Users } = await iam.listUsers({ PathPrefix: '/service/' });
      assert.deepEqual(
        Users?.map((user) => user.UserName),
        ['a', 'b'],
      );
    },
  },
  {
    name: 'users are listed in pages',
    async run({ iam }) {
      const names = ['a', 'B', 'c', 'D', 'e'];
      for (const UserName of names) await iam.createUser({ UserName });
      const seen: string[] = [];
      let Marker: string | undefined;
      do {
        const page = await iam.listUsers({ MaxItems: 2, Marker });
        assert.ok((page.Users?.length ?? 0) <= 2);
        seen.push(...(page.Users ?? []).map((user) => user.UserName ?? ''));
        assert.equal(page.IsTruncated, page.Marker !== undefined);
        Marker = page.Marker;
      } while (Marker !== undefined);
      assert.deepEqual(seen.sort(), [...names].sort());
    },
  },
  {
    name: 'MaxItems is from 1 to 1000',
    async run({ iam, refuses }) {
      await refuses(
        iam.listUsers({ MaxItems: 1001 }),
        'ValidationError',
        400,
        /less than or equal to 1000/,
      );
      await refuses(
        iam.listUsers({ MaxItems: 0 }),
        'ValidationError',
        400,
        /greater than or equal to 1/,
      );
    },
  },
  {
    name: 'a user that is renamed and moved keeps its id, keys and groups',
    async run({ iam, refuses }) {
      await iam.createGroup({ GroupName: 'g' });
      const { User } = await iam.createUser({ UserName: 'old' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'old' });
      await iam.addUserToGroup({ UserName: 'old', GroupName: 'g' });
      await iam.updateUser({ UserName: 'old', NewUserName: 'new', NewPath: '/moved/' });
      const found = await iam.getUser({ UserName: 'new' });
      assert.equal(found.User?.UserId, User?.UserId);
      assert.match(found.User?.Arn ?? '', /:user\/moved\/new$/);
      const keys = await iam.listAccessKeys({ UserName: 'new' });
      assert.equal(keys.AccessKeyMetadata?.[0]?.AccessKeyId, AccessKey?.AccessKeyId);
      const { Groups } = await iam.listGroupsForUser({ UserName: 'new' });
      assert.deepEqual(
        Groups?.map((group) => group.GroupName),
        ['g'],
      );
      await refuses(iam.getUser({ UserName: 'old' }), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'a user is not renamed to a name that is taken',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.createUser({ UserName: 'grace' });
      await refuses(
        iam.updateUser({ UserName: 'ada', NewUserName: 'GRACE' }),
        'EntityAlreadyExists',
        409,
      );
    },
  },
  {
    name: 'the case of a user name can be changed',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.updateUser({ UserName: 'ada', NewUserName: 'Ada' });
      assert.equal((await iam.getUser({ UserName: 'Ada' })).User?.UserName, 'Ada');
    },
  },
  {
    name: 'a user that owns nothing can be deleted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.deleteUser({ UserName: 'ada' });
      await refuses(iam.getUser({ UserName: 'ada' }), 'NoSuchEntity', 404);
      await refuses(iam.deleteUser({ UserName: 'ada' }), 'NoSuchEntity', 404);
    },
  },
  blocks('a login profile', 'delete login profile', (iam) =>
    iam.createLoginProfile({ UserName: 'ada', Password: 'Correct-Horse-9' }),
  ),
  blocks('an access key', 'delete access keys', (iam) => iam.createAccessKey({ UserName: 'ada' })),
  blocks('a membership', 'remove users from group', async (iam) => {
    await iam.createGroup({ GroupName: 'g' });
    await iam.addUserToGroup({ GroupName: 'g', UserName: 'ada' });
  }),
  blocks('an inline policy', 'delete policies', (iam) =>
    iam.putUserPolicy({ UserName: 'ada', PolicyName: 'p', PolicyDocument: allowAll }),
  ),
  blocks('an attached policy', 'detach all policies', async (iam) => {
    const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
    await iam.attachUserPolicy({ UserName: 'ada', PolicyArn: Policy?.Arn });
  }),
];

/** A case for one of the things that keep a user from being deleted. */
function blocks(
  what: string,
  order: string,
  make: (iam: Parameters<ContractCase['run']>[0]['iam']) => Promise<unknown>,
): ContractCase {
  return {
    name: `${what} keeps a user from being deleted`,
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await make(iam);
      await refuses(
        iam.deleteUser({ UserName: 'ada' }),
        'DeleteConflict',
        409,
        `Cannot delete entity, must ${order} first.`,
      );
    },
  };
}
