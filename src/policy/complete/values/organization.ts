import { documentValues } from '../documentValues';
import { value, type ValueSource } from './source';

/**
 * Organizations and paths in them.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths
 */
export const organizations: ValueSource = ({ key }, { document }) => {
  const isPath = key.endsWith('orgpaths');
  if (!isPath && !key.endsWith('orgid')) return [];
  const known = documentValues(document).organizations;
  const tail = isPath ? '/*' : '';
  const open = isPath
    ? { label: '${OrganizationId}/${RootId}/${OuId}/*', template: '${1:o-}/${2:r-}/${3:ou-}/*' }
    : { label: '${OrganizationId}', template: '${1:o-}' };
  return [
    ...known.map((id) => value(id + tail, 0, 'organization')),
    { ...value(open.label, 1, isPath ? 'path of an organization' : 'organization'), ...open },
  ];
};
