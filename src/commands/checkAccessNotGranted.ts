import { accessProblem, actionsProblem, resourcesProblem } from '../iam/accessAnalyzer/limits';
import type { Access } from '../iam/accessAnalyzer/model';
import type { Services } from '../services';
import { askSubjectOfAws } from '../ui/accessAnalyzer/askSubject';
import { checkedType, runCheck } from '../ui/accessAnalyzer/runCheck';
import type { Command } from './command';

const TITLE = 'Check that Access Is Not Granted';

/** Asks for actions and resources, and has AWS decide whether the policy may grant them. */
export const checkAccessNotGranted: Command = {
  id: 'iamWorkbench.checkAccessNotGranted',
  async run(services, target) {
    const question = await askSubjectOfAws(services, target);
    const policyType = question && (await checkedType(services, question));
    if (!policyType) return;
    const access = await askAccess(services);
    if (!access) return;
    await runCheck(services, question, {
      operation: 'CheckAccessNotGranted',
      title: 'Asking AWS whether the policy grants this access',
      passed: 'The policy does not grant this access.',
      failed: 'The policy may grant this access.',
      ask: (analyzer, signal) =>
        analyzer.checkAccessNotGranted(
          { document: question.subject.text, access, policyType },
          { signal },
        ),
    });
  },
};

async function askAccess({ prompts }: Services): Promise<Access | undefined> {
  const actions = await prompts.text({
    title: TITLE,
    prompt: 'Actions that must not be granted; empty for any action',
    placeholder: 's3:DeleteBucket, iam:*',
    validate: (text) => actionsProblem(wordsOf(text)),
  });
  if (typeof actions !== 'string') return undefined;
  const named = wordsOf(actions);
  const resources = await prompts.text({
    title: TITLE,
    prompt: 'Resources that they must not be granted on; empty for any resource',
    placeholder: 'arn:aws:s3:::amzn-s3-demo-bucket/*',
    validate: (text) => {
      const listed = wordsOf(text);
      return resourcesProblem(listed) ?? accessProblem({ actions: named, resources: listed });
    },
  });
  return typeof resources === 'string'
    ? { actions: named, resources: wordsOf(resources) }
    : undefined;
}

const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
