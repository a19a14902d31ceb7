import { publicAccessTypes } from '../policy/accessAnalyzer/request';
import type { Services } from '../services';
import { askSubjectOfAws } from '../ui/accessAnalyzer/askSubject';
import { runCheck } from '../ui/accessAnalyzer/runCheck';
import { BACK, type Choice } from '../ui/prompts';
import type { Command } from './command';

/** Has AWS decide whether the policy of a resource may give access to anybody. */
export const checkForPublicAccess: Command = {
  id: 'iamWorkbench.checkForPublicAccess',
  async run(services, target) {
    const question = await askSubjectOfAws(services, target);
    if (!question) return;
    const { subject } = question;
    if (subject.request.policyType !== 'RESOURCE_POLICY') {
      await services.prompts.inform(
        `Only the policy of a resource can give public access; this is: ${subject.kind}.`,
      );
      return;
    }
    const resourceType = await askType(services, subject.request.publicAccessType);
    if (resourceType === undefined) return;
    await runCheck(services, question, {
      operation: 'CheckNoPublicAccess',
      title: 'Asking AWS whether the policy gives public access',
      passed: 'The policy gives no public access.',
      failed: 'The policy may give public access.',
      ask: (analyzer, signal) =>
        analyzer.checkNoPublicAccess({ document: subject.text, resourceType }, { signal }),
    });
  },
};

async function askType(
  { prompts }: Services,
  guessed: string | undefined,
): Promise<string | undefined> {
  const choice = (value: string): Choice<string> => ({ label: value, value });
  const others = publicAccessTypes.filter((type) => type !== guessed).map(choice);
  const first =
    guessed === undefined
      ? []
      : [{ ...choice(guessed), description: 'by what the policy names', picked: true }];
  const answer = await prompts.pick({
    title: 'Check for Public Access',
    placeholder: 'What the policy is attached to',
    choices: [...first, ...others],
  });
  return answer === BACK ? undefined : answer;
}
