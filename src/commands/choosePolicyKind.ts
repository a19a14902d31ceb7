import type { Command } from './command';

/** Says what the policy in the editor is used as; its findings depend on it. */
export const choosePolicyKind: Command = {
  id: 'iamWorkbench.choosePolicyKind',
  run: ({ policyKinds }) => policyKinds.choose(),
};
