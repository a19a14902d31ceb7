import { documentValues } from '../documentValues';
import { value, type ValueSource } from './source';

/** Account ids for keys about accounts: the connected one, then those of the document. */
export const accounts: ValueSource = ({ key }, { account, document }) => {
  if (!/(account|sourceowner|^ec2:owner)$/.test(key)) return [];
  const own = account?.accountId;
  const used = documentValues(document).accounts.filter((id) => id !== own);
  return [
    ...(own === undefined ? [] : [value(own, 0, 'connected account')]),
    ...used.map((id) => value(id, 1, 'account')),
    { ...value('${Account}', 2, '12 digits'), template: '${1:Account}' },
  ];
};
