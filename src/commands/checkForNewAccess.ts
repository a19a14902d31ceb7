import { askEarlierPolicy } from '../ui/accessAnalyzer/askEarlierPolicy';
import { askSubjectOfAws } from '../ui/accessAnalyzer/askSubject';
import { checkedType, runCheck } from '../ui/accessAnalyzer/runCheck';
import type { Command } from './command';

/** Has AWS decide whether the policy in the editor allows more than an earlier one. */
export const checkForNewAccess: Command = {
  id: 'iamWorkbench.checkForNewAccess',
  async run(services, target) {
    const question = await askSubjectOfAws(services, target);
    const policyType = question && (await checkedType(services, question));
    if (!policyType) return;
    const { document, subject } = question;
    const existing = await askEarlierPolicy(services, document, 'Check for New Access');
    if (existing === undefined) return;
    await runCheck(services, question, {
      operation: 'CheckNoNewAccess',
      title: 'Asking AWS whether the policy allows more than before',
      passed: 'The policy allows nothing new.',
      failed: 'The policy allows more than before.',
      ask: (analyzer, signal) =>
        analyzer.checkNoNewAccess({ existing, updated: subject.text, policyType }, { signal }),
    });
  },
};
