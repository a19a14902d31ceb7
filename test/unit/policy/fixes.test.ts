import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks } from '../../../src/policy/checks/index';
import { applyEdits, type CheckOptions, type Finding } from '../../../src/policy/index';
import { fixtures } from './fixture';
import { language, managedPolicies } from './language';

const PATTERN =
  'A pattern or NotAction holds other actions too, which a condition on the service would shut out.';
const RESOURCES = 'Which resources are meant is for the author to say.';
const TAGS =
  'Whether the services go or the condition does is for the author to say, and either changes who may do what.';
const SIZE =
  'White space does not count, so nothing can be left out; the refactorings shorten lists.';

/** Codes without a quick fix, each with the reason why there is none. All others have one in some fixture. */
const withoutFix: Readonly<Record<string, string>> = {
  ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: TAGS,
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: TAGS,
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: TAGS,
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: TAGS,
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE: PATTERN,
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: PATTERN,
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: PATTERN,
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: PATTERN,
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE: PATTERN,
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE: PATTERN,
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: PATTERN,
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION: PATTERN,
  CREDENTIALS_EXPOSURE: RESOURCES,
  DATA_EXPOSURE: RESOURCES,
  RESOURCE_EXPOSURE: RESOURCES,
  PRIVILEGE_ESCALATION: `${RESOURCES} A condition or a permissions boundary may do as well.`,
  INVALID_KMS_KEY_VALUE: 'Which key an alias or an id stands for is known in the account only.',
  INVALID_VARIABLE_FOR_OPERATOR:
    'What the variable would come to is not known, so no value can stand for it.',
  PLACEHOLDER_NAME: 'The name that is meant is for the author to say.',
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: SIZE,
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: SIZE,
  S3_PREFIX_IN_NEGATIVE_CONTEXT: 'Which prefixes may be listed is for the author to say.',
  TYPE_MISMATCH_STRING: 'Which bytes are meant is for the author to say.',
  UNTRUSTWORTHY_CONDITION_KEY: 'What the condition was to protect from is for the author to say.',
  USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES: TAGS,
  WILDCARD_USAGE_TOO_PERMISSIVE: 'The account, organization or network is for the author to say.',
};

describe('quick fixes', () => {
  /** By code: how many bad fixtures have a finding of it with a fix. */
  const fixable = new Map(checks.map(({ code }) => [code, 0]));
  for (const { bad, code, kind, service, text } of fixtures()) {
    const options = { kind, ...(service === undefined ? {} : { service }) };
    const own = language.check(text, options).filter((finding) => finding.code === code);
    const count = fixable.get(code);
    if (!bad || count === undefined || !own.some(({ fixes }) => fixes.length > 0)) continue;
    fixable.set(code, count + 1);
  }

  it('are there for every code, or there is a reason why not', () => {
    const missing = [...fixable].filter(([code, count]) => count === 0 && !(code in withoutFix));
    assert.deepEqual(missing, []);
  });

  it('are missing only where the reason says so', () => {
    const known = new Set(checks.map(({ code }) => code));
    assert.deepEqual(
      Object.keys(withoutFix).filter((code) => !known.has(code) || (fixable.get(code) ?? 0) > 0),
      [],
    );
  });

  it('are for nine codes in ten at least of those that AWS refuses a document for', () => {
    const errors = checks.filter(({ severity }) => severity === 'error');
    const fixed = errors.filter(({ code }) => (fixable.get(code) ?? 0) > 0);
    assert.ok(fixed.length >= errors.length * 0.9, `${fixed.length} of ${errors.length}`);
  });

  it('have one preferred answer at most, titles of their own, and no edit that does nothing', () => {
    for (const { name, kind, service, text } of fixtures()) {
      const options = { kind, ...(service === undefined ? {} : { service }) };
      for (const { code, fixes } of language.check(text, options)) {
        const place = `${name} ${code}`;
        assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1, place);
        const titles = fixes.map(({ title }) => title);
        assert.equal(new Set(titles).size, titles.length, `${place}: ${titles.join()}`);
        for (const { edits } of fixes) {
          assert.ok(
            edits.some(({ offset, end, text: put }) => text.slice(offset, end) !== put),
            place,
          );
        }
      }
    }
  });

  /** Placeholders to be written over, which AWS refuses and which are told as errors until then. */
  const PLACEHOLDERS = [
    'INVALID_SERVICE_PRINCIPAL_FORMAT',
    'INVALID_VPC_FORMAT',
    'INVALID_VPCE_FORMAT',
    'INVALID_ARN_ACCOUNT',
  ];

  /** Codes of errors that a fix brings into a text. */
  function newErrors(text: string, fixed: string, options: CheckOptions): string[] {
    const errors = (of: string) =>
      language
        .check(of, options)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    const before = new Set(errors(text));
    return errors(fixed).filter((code) => !before.has(code) && !PLACEHOLDERS.includes(code));
  }

  it('leave JSON without the finding and without another error in AWS managed policies', () => {
    for (const [i, { name, text }] of managedPolicies().entries()) {
      if (i % 4 !== 0 || text.length > 20_000) continue;
      const options: CheckOptions = { kind: 'identity' };
      const findings = language.check(text, options);
      const count = (all: readonly Finding[], wanted: string) =>
        all.filter(({ code }) => code === wanted).length;
      for (const { code, fixes } of firstOfEach(findings)) {
        for (const { title, edits } of fixes) {
          const fixed = applyEdits(text, edits);
          const place = `${name} ${code}: ${title}`;
          assert.doesNotThrow(() => JSON.parse(fixed) as unknown, place);
          assert.ok(count(language.check(fixed, options), code) < count(findings, code), place);
          assert.deepEqual(newErrors(text, fixed, options), [], place);
        }
      }
    }
  });

  it('write the connected account in, unless it is one of documentation itself', () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:123456789012:pears"}]}';
    const titles = (accountId?: string) =>
      language
        .check(text, { kind: 'identity', ...(accountId === undefined ? {} : { accountId }) })
        .flatMap(({ fixes }) => fixes.map(({ title }) => title));
    assert.deepEqual(titles(), []);
    assert.deepEqual(titles('461930275518'), ['Change the account to 461930275518']);
    assert.deepEqual(titles('111122223333'), []);
  });

  it('give no key a name that its object has already', () => {
    let tried = 0;
    for (const { name, kind, service, text } of fixtures().filter(({ bad }) => bad)) {
      const options: CheckOptions = { kind, ...(service === undefined ? {} : { service }) };
      const renames = language
        .check(text, options)
        .flatMap(({ fixes }) => fixes)
        .filter(({ edits }) => edits.length === 1)
        .flatMap(({ edits }) => edits)
        .filter(({ end, text: put }) => put.startsWith('"') && /^\s*:/.test(text.slice(end)));
      for (const rename of renames) {
        tried++;
        const doubled = `${text.slice(0, rename.offset)}${rename.text}: {}, ${text.slice(rename.offset)}`;
        for (const { code, fixes } of language.check(doubled, options)) {
          for (const { title, edits } of fixes) {
            const errors = newErrors(doubled, applyEdits(doubled, edits), options);
            const place = `${name} ${code}: ${title}\n${doubled}`;
            assert.ok(!errors.some((each) => each.startsWith('DUPLICATE_KEY')), place);
          }
        }
      }
    }
    assert.ok(tried > 20, String(tried));
  });
});

/** The first finding of each code. */
function firstOfEach(findings: readonly Finding[]): Finding[] {
  return [...new Map([...findings].reverse().map((finding) => [finding.code, finding])).values()];
}
