import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PolicyKind } from '../../../src/policy/index';
import { fixtures } from './fixture';
import { cursor, language } from './language';
import { mutated } from './mutate';

/** A policy of one statement, in which a `|` marks where the pointer is. */
const statement = (elements: string) =>
  `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ${elements}}]}`;

function hover(marked: string, kind: PolicyKind = 'identity') {
  const { text, offset } = cursor(marked);
  const found = language.hover(text, offset, kind);
  return found && { ...found, at: text.slice(found.offset, found.end) };
}

/** The hover's text, which must be about just this part of the document. */
function about(at: string, marked: string, kind?: PolicyKind): string {
  const found = hover(marked, kind);
  assert.equal(found?.at, at, marked);
  return found?.markdown ?? '';
}

describe('hover on an action', () => {
  it('says what it does, its level, resource types, condition keys, dependents and its page', () => {
    const text = about('iam:PassRole', statement('"Action": "iam:Pass|Role"'));
    assert.match(text, /AWS Identity and Access Management .* · Write/);
    assert.match(text, /Grants permission to pass a role to a service/);
    assert.match(text, /`role` \(required\) `arn:\$\{Partition\}:iam::\$\{Account\}:role\//);
    assert.match(text, /Condition keys: .*`iam:PassedToService`/);
    assert.match(text, /there is no API operation of this name/);
    assert.match(text, /\[Documentation\]\(https:\/\/docs\.aws\.amazon\.com\//);
    assert.match(
      about('ec2:RunInstances', statement('"Action": ["s3:GetObject", "ec2:Run|Instances"]')),
      /and \d+ more/,
    );
  });

  it('says which action authorises an API operation', () => {
    const text = about('s3:ListObjectsV2', statement('"Action": "s3:List|ObjectsV2"'));
    assert.match(text, /is an API operation and no IAM action/);
    assert.match(text, /`s3:ListBucket`: Grants permission to list/);
  });

  it('says that it is not known, as of which day, and what is near', () => {
    const text = about('s3:GetObjct', statement('"Action": "s3:|GetObjct"'));
    assert.ok(text.includes(language.catalog.date.replaceAll('-', '\\-')));
    assert.match(text, /nearest name is `s3:GetObject`/);
    assert.match(
      about('foo:Bar', statement('"Action": "foo|:Bar"')),
      /`foo` is no service that is known/,
    );
  });

  it('counts what a pattern matches and names the first', () => {
    const found = hover(statement('"Action": "s3:Get*|"'));
    assert.equal(found?.at, 's3:Get*');
    assert.equal(found?.pattern, 's3:Get*');
    const count = language.expand('s3:Get*').length;
    assert.match(found?.markdown ?? '', new RegExp(`matches \\*\\*${count} actions\\*\\*`));
    assert.match(found?.markdown ?? '', new RegExp(`Read \\d+`));
    assert.match(found?.names ?? '', new RegExp(`and ${count - 20} more`));
    assert.match(
      about('xyz:*', statement('"Action": "xyz:*|"')),
      /matches no action that is known as of/,
    );
  });

  it('says that NotAction means all others', () => {
    assert.match(about('iam:*', statement('"NotAction": "iam:*|"')), /\*\*but\*\* these/);
  });
});

describe('hover on a resource', () => {
  it('names the parts, the resource type, and which of the actions are about it', () => {
    const text = about(
      'arn:aws:s3:::orchard/*',
      statement(
        '"Action": ["s3:GetObject", "s3:Put*", "s3:ListBucket"], "Resource": ["arn:aws:s3:::or|chard/*"]',
      ),
    );
    assert.match(text, /- Service: `s3` – Amazon S3/);
    assert.match(text, /- Region: none – ARNs of this kind have no Region/);
    assert.match(text, /Resource type: \*\*object\*\*/);
    assert.match(text, /applies to: `s3:GetObject`, `s3:Put\*` \(\d+ of \d+ actions\)/);
    assert.match(text, /Never about such a resource\*\*: `s3:ListBucket`/);
    assert.match(text, /`\*` stands for any characters/);
  });

  it('tells a bucket from its objects, and both where a wildcard may be either', () => {
    const of = (arn: string) => hover(statement(`"Resource": "|${arn}"`))?.markdown ?? '';
    assert.match(of('arn:aws:s3:::orchard'), /Resource type: \*\*bucket\*\*/);
    assert.match(of('arn:aws:s3:::orchard*'), /types that it can name:[^]*bucket[^]*object/);
    assert.match(of('arn:aws:iam::111122223333:role/a/b'), /Resource type: \*\*role\*\*/);
    assert.match(of('arn:aws:dynamodb:*:*:table/T'), /- Region: `\*` – every Region/);
    assert.match(of('arn:aws:iam::aws:policy/X'), /Account: `aws` – owned by AWS/);
  });

  it('says what the star is, and how many actions could be limited', () => {
    const text = about(
      '*',
      statement('"Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "|*"'),
    );
    assert.match(text, /1 of the statement’s 2 actions can be limited/);
    assert.match(about('x', statement('"Resource": "|x"')), /A resource is an ARN/);
  });
});

describe('hover on a policy variable', () => {
  it('has the range of the variable alone, and says what comes in its place', () => {
    const text = about(
      '${aws:username}',
      statement('"Resource": "arn:aws:s3:::home/${aws:user|name}/*"'),
    );
    assert.match(text, /AWS puts the value of `aws:username` here/);
    assert.match(text, /Name of the IAM user/);
    assert.match(
      about(
        "${aws:PrincipalTag/team, 'none'}",
        statement(`"Resource": "arn:aws:s3:::b/\${aws:Prin|cipalTag/team, 'none'}"`),
      ),
      /When the request does not have the key: `'none'`/,
    );
  });

  it('knows escapes, places without replacement, and escapes of JSON before it', () => {
    assert.match(
      about('${*}', statement('"Resource": "arn:aws:s3:::b/$|{*}"')),
      /a plain asterisk/,
    );
    assert.match(
      about(
        '${aws:userid}',
        '{"Version": "2008-10-17", "Statement": {"Resource": "${aws:us|erid}"}}',
      ),
      /Plain text here/,
    );
    assert.match(
      about(
        '${aws:userid}',
        statement('"Condition": {"NumericEquals": {"s3:max-keys": "${aws:us|erid}"}}'),
      ),
      /NumericEquals takes no variables/,
    );
    assert.match(
      about('${aws:userid}', statement('"Resource": "arn:aws:s3:::\\u0062/${aws:us|erid}"')),
      /Policy variable/,
    );
  });
});

describe('hover in a condition', () => {
  const inCondition = (condition: string) => statement(`"Condition": {${condition}}`);

  it('explains keys: type, meaning, whose requests have them, several values', () => {
    const ip = about('aws:SourceIp', inCondition('"IpAddress": {"aws:Source|Ip": "10.0.0.0/8"}'));
    assert.match(ip, /IP address · one value/);
    assert.match(ip, /Global: in requests to every service, not in every one/);
    const prefix = about('s3:prefix', inCondition('"StringLike": {"s3:pre|fix": "a"}'));
    assert.match(prefix, /Sent by Amazon S3 with \d+ actions: .*`s3:ListBucket`/);
    assert.match(
      about('aws:TagKeys', inCondition('"StringEquals": {"aws:Tag|Keys": "a"}')),
      /several values[^]*put ForAnyValue or ForAllValues before the operator/,
    );
    assert.doesNotMatch(
      about('aws:TagKeys', inCondition('"ForAnyValue:StringEquals": {"aws:Tag|Keys": "a"}')),
      /before the operator/,
    );
    assert.match(
      about(
        'token.actions.githubusercontent.com:sub',
        inCondition('"StringLike": {"token.actions.githubusercontent.com:|sub": "a"}'),
      ),
      /Claim `sub`\*\* of the tokens of GitHub Actions[^]*whose tokens are accepted[^]*`repo:OWNER/,
    );
    assert.match(
      about('no:such', inCondition('"StringEquals": {"no:su|ch": "a"}')),
      /not among the condition keys/,
    );
  });

  it('explains operators, IfExists, and the empty set of ForAllValues', () => {
    const of = (operator: string) =>
      about(operator, inCondition(`"|${operator}": {"aws:TagKeys": "a"}`));
    assert.match(of('StringEquals'), /Exact match[^]*A request without the key does not match/);
    assert.match(of('StringNotEquals'), /A request without the key matches too/);
    assert.match(of('StringLikeIfExists'), /also true when the request does not have the key/);
    assert.match(of('ForAllValues:StringEquals'), /with no value, matches too\*\*: with Allow/);
    assert.match(of('ForAnyValue:StringEquals'), /or with no value, does not/);
    assert.match(of('Foo'), /is no condition operator/);
  });

  it('spells out addresses, dates, accounts, Regions and times', () => {
    const of = (operator: string, key: string, value: string) =>
      hover(inCondition(`"${operator}": {"${key}": "|${value}"}`))?.markdown ?? '';
    assert.match(
      of('IpAddress', 'aws:SourceIp', '203.0.113.64/26'),
      /`203\.0\.113\.64` to `203\.0\.113\.127`: 64 addresses/,
    );
    assert.match(
      of('IpAddress', 'aws:SourceIp', '2001:db8::/64'),
      /`2001:db8::` to `2001:db8::ffff:ffff:ffff:ffff`: 18,446,744,073,709,551,616/,
    );
    assert.match(of('IpAddress', 'aws:SourceIp', '10.0.0.1'), /One address[^]*Private/);
    assert.match(of('IpAddress', 'aws:SourceIp', 'x'), /neither an IP address nor a range/);
    assert.match(
      of('DateLessThan', 'aws:CurrentTime', '2026-12-31T23:59:59Z'),
      /Thursday, December 31, 2026 at 23\\:59\\:59 UTC/,
    );
    assert.match(of('DateLessThan', 'aws:EpochTime', '1767225600'), /Thursday, January 1, 2026/);
    assert.match(of('DateLessThan', 'aws:CurrentTime', 'tomorrow'), /is no date/);
    assert.match(
      of('StringEquals', 'aws:PrincipalAccount', '111122223333'),
      /AWS account `111122223333`/,
    );
    assert.match(
      of('StringEquals', 'aws:RequestedRegion', 'eu-west-1'),
      /Region `eu-west-1` of AWS/,
    );
    assert.match(
      of('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com'),
      /Service principal/,
    );
    assert.match(of('StringEquals', 's3:prefix', 'a*'), /No wildcard here/);
    assert.match(of('StringLike', 's3:prefix', 'a*'), /stands for any characters/);
    assert.match(of('NumericLessThan', 'aws:MultiFactorAuthAge', '7200'), /2 hours/);
    assert.match(of('Null', 'aws:TagKeys', 'true'), /must \*\*not\*\* have the key/);
    assert.match(
      about('false', inCondition('"Null": {"aws:TagKeys": fal|se}')),
      /must have the key/,
    );
  });
});

describe('hover on a principal', () => {
  it('says what kind it is', () => {
    const of = (principal: string) =>
      hover(statement(`"Principal": ${principal}`), 'resource')?.markdown ?? '';
    assert.match(of('"|*"'), /Everyone/);
    assert.match(of('{"AWS": "1111|22223333"}'), /AWS account\*\*: whoever/);
    assert.match(of('{"AWS": ["arn:aws:iam::111122223333:role/|x"]}'), /IAM role/);
    assert.match(of('{"AWS": "arn:aws:iam::111122223333:group/|x"}'), /cannot be a principal/);
    assert.match(of('{"AWS": "AROA|EXAMPLEEXAMPLEEXAM"}'), /Unique id\*\* of a role/);
    assert.match(of('{"Service": "|ec2.amazonaws.com"}'), /Service principal/);
    assert.doesNotMatch(of('{"Service": "|logs.eu-west-1.amazonaws.com"}'), /not among the known/);
    assert.match(of('{"Service": "|ec2"}'), /does not look like a service principal/);
    assert.match(
      of(
        '{"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.|githubusercontent.com"}',
      ),
      /OIDC identity provider\*\* of the account: GitHub Actions[^]*must say whose tokens/,
    );
    assert.match(of('{"AWS|": "*"}'), /Accounts, users, roles/);
  });
});

describe('hover on elements', () => {
  it('explains names, versions, effects and Sids', () => {
    assert.match(about('Version', '{"Ver|sion": "2012-10-17"}'), /Version of the policy language/);
    assert.match(about('2012-10-17', '{"Version": "2012|-10-17"}'), /current version/);
    assert.match(about('2020-01-01', '{"Version": "2020|-01-01"}'), /two versions of the language/);
    assert.match(about('Sid', '{"Statement": {"S|id": "a"}}'), /name for the statement/);
    assert.match(
      about('a', '{"Statement": [{"Sid": "|a"}, {"Sid": "a"}]}'),
      /2 statements have this name/,
    );
    assert.match(
      about('Allow', '{"Statement": {"Effect": "Al|low"}}', 'scp'),
      /grants nothing by itself/,
    );
    assert.match(about('p', '{"Id": "|p"}'), /name for the policy/);
    assert.equal(hover('{"Foo": "|p"}'), undefined);
  });
});

describe('hover of any text', () => {
  it('never throws, and is about a part of the text that holds the offset', () => {
    let seed = 7;
    for (const { text, kind } of fixtures()) {
      if (text.length > 1_500) continue;
      seed = (seed * 1103515245 + 12345) % 2147483648;
      for (const each of [text, text.slice(0, seed % text.length), mutated(text, seed)]) {
        const document = language.parse(each);
        for (let offset = 0; offset <= each.length; offset++) {
          const found = language.hover(document, offset, kind);
          if (!found) continue;
          assert.ok(found.offset >= 0 && found.end <= each.length && found.offset <= found.end);
          assert.ok(found.offset - 1 <= offset && offset <= found.end, each.slice(0, offset));
        }
      }
    }
  });

  it('never throws, whatever characters stand in a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const policy = JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Principal: { AWS: text, Service: text, Federated: text },
            Action: [text, `s3:${text}`],
            Resource: [text, `arn:aws:s3:::${text}`],
            Condition: { [text]: { [text]: text }, IpAddress: { 'aws:SourceIp': text } },
          },
        });
        const document = language.parse(policy);
        for (let offset = 0; offset < policy.length; offset += 3) language.hover(document, offset);
      }),
      { numRuns: 60 },
    );
  });

  it('shows text of the document as text', () => {
    const text = hover(statement('"Action": "s3:|[x](command:evil)<b>"'))?.markdown ?? '';
    assert.ok(text.startsWith('`s3:[x](command:evil)<b>` is not'), text);
  });
});
