import { parseOperator } from '../conditionOperators';
import { alsoWorksOn } from '../facts/conditionOperators';
import type { ConditionKey } from '../catalog/model';
import type { Completer } from './item';

/** Keys of the services of the statement's actions first, then global ones; fitting the operator's type before others. */
export const completeConditionKey: Completer<'conditionKey'> = (
  { siblings, statement, operator },
  { catalog },
) => {
  const type = parseOperator(operator).known?.type;
  const services = new Set((statement?.actions ?? []).map(({ service }) => service.toLowerCase()));
  const own = [...services].flatMap((service) => catalog.conditionKeys(service));
  const all = new Map<string, ConditionKey>();
  for (const key of [...own, ...catalog.globalConditionKeys]) {
    if (!all.has(key.key.toLowerCase())) all.set(key.key.toLowerCase(), key);
  }
  const taken = new Set(siblings.map((key) => key.toLowerCase()));
  const fits = (key: ConditionKey) =>
    !type || key.type === 'unknown' || key.type === type || alsoWorksOn[type].includes(key.type);
  return [...all.values()]
    .filter(({ key }) => !taken.has(key.toLowerCase()))
    .map((key) => ({
      label: key.key,
      value: key.key.replace(/\$\{[^}]*\}$/, ''),
      kind: 'key',
      detail: key.type === 'unknown' ? '' : key.type,
      rank: fits(key) ? 0 : 2,
      valueSnippet: '"$1"',
      subject: { kind: 'key', key: key.key },
    }));
};
