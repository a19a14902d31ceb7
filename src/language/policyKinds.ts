import * as vscode from 'vscode';
import { kindLabels, policyKinds, type PolicyKind } from '../policy/kind';
import type { PolicyKinds } from '../services';
import type { Prompter } from '../ui/prompts';
import type { PolicyDocuments } from './policyDocuments';

/** Lets a person say what the policy in the editor is used as. */
export function createPolicyKinds(
  documents: PolicyDocuments,
  prompts: () => Prompter,
): PolicyKinds {
  return {
    async choose() {
      const document = vscode.window.activeTextEditor?.document;
      const opened = document && (await documents.open(document));
      if (!document || !opened) {
        await prompts().inform(
          'The editor in front holds no IAM policy. Open one, then try again.',
        );
      } else if (document.uri.scheme === 'iam') {
        await prompts().inform(
          'Policies of groups and users are identity policies, whatever they say.',
        );
      } else {
        await choose(document, documents, prompts());
      }
    },
  };
}

async function choose(
  document: vscode.TextDocument,
  documents: PolicyDocuments,
  prompts: Prompter,
): Promise<void> {
  const chosen = documents.chosenKind(document);
  const automatic = { label: 'By file name and content', picked: !chosen, value: undefined };
  const kinds = policyKinds
    .filter((kind) => kind !== 'unknown')
    .map((kind) => ({ label: kindLabels[kind], picked: kind === chosen, value: kind }));
  const answer = await prompts.pick<PolicyKind | 'automatic'>({
    title: 'Kind of policy',
    placeholder: 'What is this document used as?',
    choices: [{ ...automatic, value: 'automatic' }, ...kinds],
  });
  if (typeof answer !== 'string') return;
  await documents.chooseKind(document, answer === 'automatic' ? undefined : answer);
}
