import type { Account } from '../../iam/account';
import type { Prompter } from '../prompts';
import type { WizardStep } from '../wizard';
import { asksForPolicy, type ServiceAccountAnswers } from './answers';
import { certificateSteps, credentialStep, handoverStep } from './credentialSteps';
import { groupStep, nameStep, newGroupStep } from './groupSteps';
import { policyDetailSteps, policyStep } from './policySteps';

/** The questions of a service account that fit the answers so far. */
export function serviceAccountQuestions(
  prompts: Prompter,
  account: Account,
  options: { groupIsGiven: boolean },
): (answers: ServiceAccountAnswers) => WizardStep<ServiceAccountAnswers>[] {
  return (answers) => {
    const { group, credentials } = answers;
    const none = !credentials.accessKey && !credentials.certificate;
    return [
      nameStep(prompts, account),
      ...(options.groupIsGiven ? [] : [groupStep(prompts, account)]),
      ...(group?.kind === 'new' ? [newGroupStep(prompts, account)] : []),
      ...(asksForPolicy(answers)
        ? [policyStep(prompts), ...policyDetailSteps(prompts, account, answers)]
        : []),
      credentialStep(prompts),
      // Without any the question comes again.
      ...(none ? [credentialStep(prompts)] : []),
      ...(credentials.certificate ? certificateSteps(prompts, answers) : []),
      ...(credentials.accessKey ? [handoverStep(prompts)] : []),
    ];
  };
}
