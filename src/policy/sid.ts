import type { Catalog } from './catalog/catalog';
import type { PolicyDocument, Statement } from './document';
import { expandAction } from './expand';
import { hasWildcard } from './pattern';

/** Sids of a document, so that a new one can differ from all. */
export function takenSids({ statements }: PolicyDocument): Set<string> {
  return new Set(statements.flatMap(({ sid }) => (sid ? [sid.value] : [])));
}

/** The Sid, or the Sid with the first number that makes it differ from all that are taken. */
export function freeSid(sid: string, taken: ReadonlySet<string>): string {
  if (!taken.has(sid)) return sid;
  const stem = withoutNumber(sid) || sid;
  let number = 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** A regular expression would try anew at each digit of a long number. */
function withoutNumber(sid: string): string {
  let end = sid.length;
  while (end > 0 && isDigit(sid.charCodeAt(end - 1))) end--;
  return sid.slice(0, end);
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * A Sid that says what a statement is about: `AllowS3GetObject`, `DenyIamWrite`, `AllowS3`. Letters
 * and digits only, as IAM takes them.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export function sidFor(
  { effect = 'Allow', actions, elements }: Statement,
  catalog: Catalog,
): string {
  const negated = elements.has('NotAction') ? 'AllBut' : '';
  const services = new Set(actions.map(({ service }) => service.toLowerCase()));
  const [service = ''] = services;
  if (services.size !== 1 || service === '' || hasWildcard(service)) {
    return `${effect}${negated}${services.size > 1 ? 'Several' : 'All'}`;
  }
  return `${effect}${negated}${capital(service)}${subject(actions, catalog)}`;
}

/** What actions of one service have in common: the name of the only one, or the only access level. */
function subject(actions: Statement['actions'], catalog: Catalog): string {
  const [first] = actions;
  if (actions.length === 1 && first && !hasWildcard(first.name)) return capital(first.name);
  if (actions.some(({ name }) => name === '*')) return '';
  const levels = new Set(
    actions.flatMap(({ text }) =>
      expandAction(catalog, text).map(({ accessLevel }) => accessLevel),
    ),
  );
  const [level = ''] = levels;
  return levels.size === 1 ? capital(level) : '';
}

/** A name as one capitalised word of letters and digits: `api-gateway` → `ApiGateway`. */
export function capital(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
