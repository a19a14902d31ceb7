import { conditionOperators, IF_EXISTS, type ConditionOperator } from './facts/conditionOperators';
import { remembered } from './remembered';

const byName = new Map(conditionOperators.map((known) => [known.name.toLowerCase(), known]));

export const qualifiers: Readonly<Record<string, string>> = {
  ForAllValues: 'True when every value of the request fits, and also when the request has none.',
  ForAnyValue: 'True when at least one value of the request fits.',
};

export interface ParsedOperator {
  /** As spelled officially where it is a known one in another case, else what was written. */
  qualifier?: string;
  /** Undefined when there is no such operator. */
  known?: ConditionOperator;
  ifExists: boolean;
  /** Without qualifier and IfExists, as written. */
  base: string;
}

/** Operators are matched without regard to case, as AWS does. */
export const parseOperator = remembered(500, parse);

function parse(text: string): ParsedOperator {
  const colon = text.indexOf(':');
  const qualifier = colon < 0 ? undefined : officialQualifier(text.slice(0, colon));
  let base = text.slice(colon + 1);
  const suffix = IF_EXISTS.length;
  const ifExists =
    base.length > suffix && base.slice(-suffix).toLowerCase() === IF_EXISTS.toLowerCase();
  if (ifExists) base = base.slice(0, -suffix);
  const known = byName.get(base.toLowerCase());
  return {
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(known ? { known } : {}),
    ifExists,
    base,
  };
}

function officialQualifier(text: string): string {
  const lower = text.toLowerCase();
  return Object.keys(qualifiers).find((name) => name.toLowerCase() === lower) ?? text;
}
