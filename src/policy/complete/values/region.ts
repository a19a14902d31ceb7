import { regionKeys } from '../../facts/conditionKeyValues';
import { partitions, regions as allRegions } from '../../facts/partitions';
import { regionName } from '../../facts/regionNames';
import { arnDefaults } from '../arnTemplate';
import { documentValues } from '../documentValues';
import { value, type ValueSource } from './source';

/** Regions that the document uses first, then those of its partition. */
export const regions: ValueSource = ({ key }, context) => {
  if (!regionKeys.has(key)) return [];
  const used = documentValues(context.document).regions;
  const { partition } = arnDefaults(context);
  const own = partitions.find(({ id }) => id === partition)?.regions ?? [];
  return allRegions.map((region) =>
    value(
      region,
      used.includes(region) ? 0 : own.includes(region) ? 1 : 2,
      regionName(region) ?? 'Region',
    ),
  );
};
