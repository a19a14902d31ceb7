import type {
  AccessAnalyzer,
  AccessCheck,
  CheckedPolicyType,
} from '../../iam/accessAnalyzer/model';
import type { Services } from '../../services';
import { cancellable } from '../cancellable';
import { agreeToPrice } from './agreeToPrice';
import type { AnalyzerQuestion } from './askSubject';

export interface CustomCheck {
  /** Of the API. */
  operation: 'CheckNoNewAccess' | 'CheckAccessNotGranted' | 'CheckNoPublicAccess';
  /** For the progress message. */
  title: string;
  passed: string;
  failed: string;
  ask: (analyzer: AccessAnalyzer, signal: AbortSignal) => Promise<AccessCheck>;
}

/** Says the price, runs a custom policy check, tells how it ended and marks its reasons. */
export async function runCheck(
  services: Services,
  { document, subject, active }: AnalyzerQuestion,
  check: CustomCheck,
): Promise<void> {
  if (!(await agreeToPrice(services))) return;
  const { accessAnalyzer } = active.account;
  const answer = await cancellable(check.title, (signal) => check.ask(accessAnalyzer, signal));
  const { operation } = check;
  services.log.info(`${operation} ${answer.passed ? 'passed' : 'failed'}`);
  await services.policyAnalyzer.showReasons(document, subject.text, operation, answer.reasons);
  const words = answer.message === '' ? '' : ` AWS: ${answer.message}`;
  if (answer.passed) await services.prompts.inform(check.passed + words);
  else await services.prompts.warn(check.failed + words + reasonsOf(answer));
}

function reasonsOf({ reasons }: AccessCheck): string {
  const said = reasons.map(({ description }) => description).filter((text) => text !== '');
  return said.length === 0 ? '' : ` ${said.join(' ')}`;
}

/** Custom policy checks are for identity and resource policies only: says so for others. */
export async function checkedType(
  { prompts }: Services,
  { subject }: AnalyzerQuestion,
): Promise<CheckedPolicyType | undefined> {
  const { policyType } = subject.request;
  if (policyType === 'IDENTITY_POLICY' || policyType === 'RESOURCE_POLICY') return policyType;
  await prompts.inform(
    `Access Analyzer makes this check of identity and resource policies only; this is: ${subject.kind}.`,
  );
  return undefined;
}
