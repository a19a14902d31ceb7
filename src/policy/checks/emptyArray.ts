import type { Check } from '../check';
import type { Statement } from '../document';
import { removeMember } from '../edit';
import type { ArrayNode, Property } from '../syntax';

/** What the empty array stands under, by its property's name; a statement part can have several. */
type Places = (statement: Statement) => Iterable<Property>;

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
        const array = property.value;
        if (array?.type !== 'array' || !isEmpty(array)) continue;
        report(array, `This list is empty: the ${facts.element} ${facts.effect}.`, {
          fixes: [
            {
              title: `Remove ${JSON.stringify(property.key.value)}`,
              edits: [removeMember(document.text, property)],
            },
          ],
        });
      }
    },
  };
}

const isEmpty = (array: ArrayNode) => array.items.length === 0 && array.closed;

const named =
  (...names: string[]): Places =>
  ({ elements }) =>
    names.flatMap((name) => elements.get(name) ?? []);

function* principalLists({ elements }: Statement): Iterable<Property> {
  for (const name of ['Principal', 'NotPrincipal']) {
    const property = elements.get(name);
    if (property?.value?.type === 'array') yield property;
    if (property?.value?.type === 'object') yield* property.value.properties;
  }
}

const conditionLists =
  (fits: (operator: string) => boolean): Places =>
  ({ conditions }) =>
    conditions.length === 0
      ? []
      : conditions
          .filter(({ operator }) => fits(operator.toLowerCase()))
          .map(({ property }) => property);

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
