import type { Hoverer } from './hover';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_id.html */
export const hoverId: Hoverer<'id'> = () =>
  'A name for the policy, of your choice. It changes nothing; some services ask for one that is unique.';
