import { visit } from 'jsonc-parser';

export type Strings = string | readonly string[];

/** A statement whose elements have the right types; nothing else is known of them. */
export interface Statement {
  Sid?: string;
  Effect: string;
  Principal?: unknown;
  NotPrincipal?: unknown;
  Action?: Strings;
  NotAction?: Strings;
  Resource?: Strings;
  NotResource?: Strings;
  Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Document {
  version: unknown;
  statements: Statement[];
}

const DOCUMENT_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const VERSIONS: readonly unknown[] = [undefined, '2008-10-17', '2012-10-17'];

const OPERATOR =
  /^(?:For(?:Any|All)Values?:)?(?:String(?:Not)?(?:Equals|EqualsIgnoreCase|Like)|(?:Numeric|Date)(?:Not)?Equals|(?:Numeric|Date)(?:LessThan|GreaterThan)(?:Equals)?|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like)|Null)(?:IfExists)?$/;

/** The values of an element that may be one or many. */
export function values(element: Strings | undefined): readonly string[] {
  if (element === undefined) return [];
  return typeof element === 'string' ? [element] : element;
}

/**
 * Reads a document that keeps the grammar; undefined where AWS says "Syntax errors in policy."
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parseDocument(text: string): Document | undefined {
  const value = parseJson(text);
  if (!isObject(value) || !hasOnly(value, DOCUMENT_ELEMENTS)) return undefined;
  if (!VERSIONS.includes(value['Version'])) return undefined;
  if (value['Id'] !== undefined && typeof value['Id'] !== 'string') return undefined;
  const statement = value['Statement'];
  const statements: unknown[] = Array.isArray(statement) ? statement : [statement];
  if (statements.length === 0 || !statements.every(isStatement)) return undefined;
  return { version: value['Version'], statements };
}

/** Undefined for text that is no JSON, and for an object that has a key twice. */
function parseJson(text: string): unknown {
  if (hasDuplicateKey(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasDuplicateKey(text: string): boolean {
  const open: Set<string>[] = [];
  let found = false;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name) => {
      const keys = open.at(-1);
      found ||= keys?.has(name) ?? false;
      keys?.add(name);
    },
  });
  return found;
}

function isStatement(value: unknown): value is Statement {
  if (!isObject(value) || !hasOnly(value, STATEMENT_ELEMENTS)) return false;
  if (typeof value['Effect'] !== 'string' || !/^(?:allow|deny)$/i.test(value['Effect']))
    return false;
  if (value['Sid'] !== undefined && typeof value['Sid'] !== 'string') return false;
  return (
    isOneOf(value, 'Action', 'NotAction') &&
    isOneOf(value, 'Resource', 'NotResource') &&
    !('Principal' in value && 'NotPrincipal' in value) &&
    (value['Condition'] === undefined || isCondition(value['Condition']))
  );
}

/** At most one of the two elements, being a string or strings. */
function isOneOf(statement: Record<string, unknown>, one: string, other: string): boolean {
  if (one in statement && other in statement) return false;
  const element = statement[one] ?? statement[other];
  if (element === undefined || typeof element === 'string') return true;
  return Array.isArray(element) && element.every((item) => typeof item === 'string');
}

function isCondition(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([operator, keys]) =>
      isObject(keys) &&
      Object.values(keys).every(isConditionValue) &&
      (OPERATOR.test(operator) || Object.keys(keys).length === 0),
  );
}

function isConditionValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => !isObject(item) && !Array.isArray(item));
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
