import { repairedRange } from '../addressRepair';
import { parseRange } from '../addresses';
import type { Check } from '../check';
import { replaceString } from '../edit';
import type { KeyType } from '../facts/conditionOperators';
import type { Fix, Severity } from '../finding';
import { plainValues } from '../keyFacts';
import type { StringNode } from '../syntax';

/** A value that the operator cannot read: a finding for each type of operator. */
function typeMismatchValue(facts: {
  code: string;
  severity: Severity;
  type: KeyType;
  what: string;
  fits: (value: string) => boolean;
  repaired?: (value: string) => string | undefined;
}): Check {
  return {
    code: facts.code,
    severity: facts.severity,
    title: `A value that is not ${facts.what}`,
    description: `The operator compares with ${facts.what}. A value that is none does not match as meant.`,
    condition(entry, report) {
      const { known } = entry.parsed;
      // Null takes true and false whatever the key.
      if (!known || (known.type ?? 'Bool') !== facts.type) return;
      for (const node of plainValues(entry)) {
        if (node.value.includes('${') || facts.fits(node.value)) continue;
        report(
          node,
          `${known.name} compares with ${facts.what}, which ${JSON.stringify(node.value)} is not.`,
          { fixes: node.type === 'string' ? fixesOf(node, facts.repaired?.(node.value)) : [] },
        );
      }
    },
  };
}

function fixesOf(node: StringNode, value: string | undefined): Fix[] {
  if (value === undefined) return [];
  const title = `Change to ${JSON.stringify(value)}`;
  return [{ title, edits: [replaceString(node, value)], preferred: true }];
}

const ISO_8601 =
  /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?)?)?$/i;

/** Also seconds since 1970, which are another finding. */
function isDate(value: string): boolean {
  if (/^\d+$/.test(value)) return true;
  return ISO_8601.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)));
}

/** Day, month and year with dots, or year first with slashes: in other orders it is a guess. */
function toDate(value: string): string | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const [, day = '', month = '', year = ''] = dotted ?? [];
  const [, y = '', m = '', d = ''] = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(value) ?? [];
  const two = (text: string) => text.padStart(2, '0');
  const date = dotted
    ? `${year}-${two(month)}-${two(day)}T00:00:00Z`
    : `${y}-${two(m)}-${two(d)}T00:00:00Z`;
  return isDate(date) ? date : undefined;
}

/** Without what parts thousands, and without the unit of seconds. */
function toNumber(value: string): string | undefined {
  const plain = /^(\d{1,3}(?:[ ,'_]\d{3})+|\d+)\s?s?$/.exec(value)?.[1];
  return plain?.replace(/\D/g, '');
}

const yes = /^(yes|on|1|enabled?)$/i;
const no = /^(no|off|0|disabled?)$/i;

function toBoolean(value: string): string | undefined {
  if (yes.test(value)) return 'true';
  return no.test(value) ? 'false' : undefined;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
const typeMismatchBoolean = typeMismatchValue({
  code: 'TYPE_MISMATCH_BOOLEAN',
  severity: 'warning',
  type: 'Bool',
  what: 'true or false',
  fits: (value) => /^(true|false)$/i.test(value),
  repaired: toBoolean,
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
const typeMismatchDate = typeMismatchValue({
  code: 'TYPE_MISMATCH_DATE',
  severity: 'warning',
  type: 'Date',
  what: 'a date such as 2026-12-31T23:59:59Z',
  fits: isDate,
  repaired: toDate,
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
const typeMismatchIpRange = typeMismatchValue({
  code: 'TYPE_MISMATCH_IP_RANGE',
  severity: 'error',
  type: 'IPAddress',
  what: 'an address or a range such as 203.0.113.0/24',
  fits: (value) => parseRange(value) !== undefined,
  repaired: repairedRange,
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
const typeMismatchNumber = typeMismatchValue({
  code: 'TYPE_MISMATCH_NUMBER',
  severity: 'warning',
  type: 'Numeric',
  what: 'a number',
  fits: (value) => /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(value),
  repaired: toNumber,
});

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals */
const typeMismatchString = typeMismatchValue({
  code: 'TYPE_MISMATCH_STRING',
  severity: 'warning',
  type: 'Binary',
  what: 'bytes in base64',
  fits: (value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value),
});

export const typeMismatchValueChecks: readonly Check[] = [
  typeMismatchBoolean,
  typeMismatchDate,
  typeMismatchIpRange,
  typeMismatchNumber,
  typeMismatchString,
];
