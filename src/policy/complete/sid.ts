import type { Statement } from '../document';
import type { Catalog } from '../catalog/catalog';
import type { Completer } from './item';
import { knownActions } from './resourceTypes';

/** Names for the statement by what it does, unique in the document. Letters and digits, which all of AWS takes. */
export const completeSid: Completer<'sid'> = ({ statement, node }, { catalog, document }) => {
  const taken = new Set(
    document.statements.flatMap(({ sid }) => (sid && sid !== node ? [sid.value] : [])),
  );
  const names = statement ? namesFor(statement, catalog) : [];
  return [...new Set(names.map((name) => unique(name, taken)))].map((label, rank) => ({
    label,
    kind: 'value',
    rank,
    subject: { kind: 'element', name: 'Sid' },
  }));
};

function namesFor(statement: Statement, catalog: Catalog): string[] {
  const { effect = '', actions, elements } = statement;
  const services = new Set(actions.map(({ service }) => service.toLowerCase()));
  const subject = services.size === 1 ? capital([...services][0] ?? '') : '';
  const [only] = actions;
  const what = actions.length === 1 && only ? words(only.name) : levelOf(statement, catalog);
  const but = elements.has('NotAction') ? 'AllBut' : '';
  const condition = elements.has('Condition') ? conditionWord(statement) : '';
  return [
    `${effect}${but}${subject}${what}${condition}`,
    `${subject}${what}${condition}`,
    effect,
  ].filter((name) => name !== '' && /^[A-Z]/.test(name));
}

/** `Read` when all actions only read, and so on. */
function levelOf({ actions }: Statement, catalog: Catalog): string {
  const levels = new Set(knownActions(catalog, actions).map(({ accessLevel }) => accessLevel));
  if (levels.size === 0) return '';
  if ([...levels].every((level) => level === 'Read' || level === 'List')) return 'Read';
  return levels.size === 1 ? words([...levels][0] ?? '') : 'Access';
}

function conditionWord({ conditions }: Statement): string {
  const keys = conditions.map(({ lowerKey }) => lowerKey);
  if (keys.includes('aws:securetransport')) return 'WithoutTLS';
  if (keys.some((key) => key.startsWith('aws:multifactorauth'))) return 'MFA';
  return keys.includes('aws:requestedregion') ? 'Regions' : '';
}

/** Without what no Sid of IAM may have; a wildcard alone is everything. */
function words(text: string): string {
  if (/^\*+$/.test(text)) return 'All';
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join('');
}

const capital = (text: string) =>
  text.replace(/[^A-Za-z0-9]/g, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());

function unique(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  let free = name;
  while (taken.has(free)) free = `${name}${number++}`;
  return free;
}
