import type { Check, CheckContext, Report } from '../check';
import type { Statement } from '../document';
import { servicesMatching } from '../expand';
import { tagKeysJudgedByService } from '../facts/conditionKeyRules';
import type { Severity } from '../finding';
import { lowerCase } from '../keyFacts';

const tagKeys = lowerCase(tagKeysJudgedByService);

/** Services that the statement names of which no action sends the tag. */
function withoutTag(statement: Statement, tag: string, { catalog }: CheckContext): string[] {
  const prefixes = new Set(statement.actions.map(({ service, text }) => service || text));
  const known = [...prefixes].flatMap((prefix) => servicesMatching(catalog, prefix));
  return known
    .filter(
      ({ prefix }) =>
        !catalog.conditionKeys(prefix).some(({ key }) => key.toLowerCase().startsWith(tag)),
    )
    .map(({ prefix }) => prefix);
}

function reportTags(
  statement: Statement,
  effect: string,
  report: Report,
  context: CheckContext,
): void {
  for (const { lowerKey, key, keyNode, parsed } of statement.conditions) {
    const tag = tagKeys.find((known) => lowerKey.startsWith(known));
    if (tag === undefined || !parsed.known || parsed.known.name === 'Null') continue;
    // When the key is missing these are met, so the statement applies.
    if (parsed.known.negated || parsed.ifExists || parsed.qualifier === 'ForAllValues') continue;
    if (statement.elements.has('NotAction')) {
      report(
        keyNode,
        `Among all other services are some that do not send ${key}, so for them ${effect}.`,
      );
      continue;
    }
    const services = withoutTag(statement, tag, context);
    if (services.length === 0) continue;
    const some = services.length > 3 ? `${services.length} of the services` : services.join(', ');
    report(keyNode, `${some} do not send ${key}, so for them ${effect}.`);
  }
}

function unsupportedTag(facts: {
  code: string;
  severity: Severity;
  effect: 'Allow' | 'Deny';
  element: 'Action' | 'NotAction';
}): Check {
  const result =
    facts.effect === 'Allow' ? 'the statement allows nothing' : 'the statement denies nothing';
  return {
    code: facts.code,
    severity: facts.severity,
    title: `${facts.effect} by a tag of the resource that a service does not send`,
    description: `A condition on a tag of the resource is never met in requests to services without authorization by tags, so for them ${result}.`,
    statement(statement, report, context) {
      if (statement.conditions.length === 0 || statement.effect !== facts.effect) return;
      if (statement.elements.has(facts.element)) reportTags(statement, result, report, context);
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag */
const allowWithUnsupportedTag = unsupportedTag({
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'suggestion',
  effect: 'Allow',
  element: 'Action',
});

const allowNotActionWithUnsupportedTag = unsupportedTag({
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'suggestion',
  effect: 'Allow',
  element: 'NotAction',
});

const denyWithUnsupportedTag = unsupportedTag({
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'security-warning',
  effect: 'Deny',
  element: 'Action',
});

const denyNotActionWithUnsupportedTag = unsupportedTag({
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  severity: 'security-warning',
  effect: 'Deny',
  element: 'NotAction',
});

export const unsupportedTagConditionKeyChecks: readonly Check[] = [
  allowWithUnsupportedTag,
  allowNotActionWithUnsupportedTag,
  denyWithUnsupportedTag,
  denyNotActionWithUnsupportedTag,
];
