import type { Check } from '../check';
import type { Statement } from '../document';
import { removeMember } from '../edit';
import type { Property } from '../syntax';

/** The properties under which an empty array stands; mostly none. */
type Places = (statement: Statement) => readonly Property[];

/** A suggestion about an empty list under a certain element: four of Access Analyzer's are the same but for the place. */
function emptyArray(facts: {
  code: string;
  element: string;
  effect: string;
  places: Places;
}): Check {
  return {
    code: facts.code,
    severity: 'suggestion',
    title: `Empty list under ${facts.element}`,
    description: `An empty list under ${facts.element} ${facts.effect}. Fill it or take it out.`,
    statement(statement, report, { document }) {
      for (const property of facts.places(statement)) {
        report(
          property.value ?? property,
          `This list is empty: the ${facts.element} ${facts.effect}.`,
          {
            fixes: [
              {
                title: `Remove ${JSON.stringify(property.key.value)}`,
                edits: [removeMember(document.text, property)],
              },
            ],
          },
        );
      }
    },
  };
}

const NONE: readonly Property[] = [];

const isEmpty = (property: Property | undefined): property is Property =>
  property?.value?.type === 'array' && property.value.items.length === 0 && property.value.closed;

const named =
  (...names: string[]): Places =>
  ({ elements }) => {
    let found = NONE;
    for (const name of names) {
      const property = elements.get(name);
      if (isEmpty(property)) found = [...found, property];
    }
    return found;
  };

function principalLists({ elements }: Statement): readonly Property[] {
  let found = NONE;
  for (const name of ['Principal', 'NotPrincipal']) {
    const property = elements.get(name);
    if (isEmpty(property)) found = [...found, property];
    if (property?.value?.type !== 'object') continue;
    found = [...found, ...property.value.properties.filter(isEmpty)];
  }
  return found;
}

const conditionLists =
  (fits: (operator: string) => boolean): Places =>
  ({ conditions }) => {
    let found = NONE;
    for (const { operator, property, values } of conditions) {
      if (values.length > 0 || !isEmpty(property) || !fits(operator.toLowerCase())) continue;
      found = [...found, property];
    }
    return found;
  };

const isSpecial = (operator: string) =>
  operator.startsWith('forallvalues:') ||
  operator.startsWith('foranyvalue:') ||
  operator.endsWith('ifexists');

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
const emptyArrayAction = emptyArray({
  code: 'EMPTY_ARRAY_ACTION',
  element: 'Action',
  effect: 'names no action, so the statement does nothing',
  places: named('Action', 'NotAction'),
});

const emptyArrayResource = emptyArray({
  code: 'EMPTY_ARRAY_RESOURCE',
  element: 'Resource',
  effect: 'names no resource, so the statement does nothing',
  places: named('Resource', 'NotResource'),
});

const emptyArrayPrincipal = emptyArray({
  code: 'EMPTY_ARRAY_PRINCIPAL',
  element: 'Principal',
  effect: 'names nobody, so the statement does nothing',
  places: principalLists,
});

const emptyArrayCondition = emptyArray({
  code: 'EMPTY_ARRAY_CONDITION',
  element: 'condition key',
  effect: 'has no value to compare with, so the condition is never met',
  places: conditionLists((operator) => !isSpecial(operator)),
});

const emptyArrayConditionForAllValues = emptyArray({
  code: 'EMPTY_ARRAY_CONDITION_FORALLVALUES',
  element: 'condition key',
  effect: 'has no value, so the condition is met only when the request has no value either',
  places: conditionLists((operator) => operator.startsWith('forallvalues:')),
});

const emptyArrayConditionForAnyValue = emptyArray({
  code: 'EMPTY_ARRAY_CONDITION_FORANYVALUE',
  element: 'condition key',
  effect: 'has no value, so the condition is never met',
  places: conditionLists((operator) => operator.startsWith('foranyvalue:')),
});

const emptyArrayConditionIfExists = emptyArray({
  code: 'EMPTY_ARRAY_CONDITION_IFEXISTS',
  element: 'condition key',
  effect: 'has no value, so the condition is met only when the request does not have the key',
  places: conditionLists(
    (operator) => operator.endsWith('ifexists') && !operator.startsWith('for'),
  ),
});

export const emptyArrayChecks: readonly Check[] = [
  emptyArrayAction,
  emptyArrayResource,
  emptyArrayPrincipal,
  emptyArrayCondition,
  emptyArrayConditionForAllValues,
  emptyArrayConditionForAnyValue,
  emptyArrayConditionIfExists,
];
