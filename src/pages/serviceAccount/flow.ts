/** A bundle of its own, loaded with the first service account or access key. */
import type { GroupChoice, ServiceAccountInput } from '../../iam/serviceAccount';
import type { ActiveAccount, Services } from '../../services';
import { journalStore } from '../../ui/journalStore';
import { inputFrom, newAnswers, type ServiceAccountAnswers } from '../../ui/serviceAccount/answers';
import { serviceAccountQuestions } from '../../ui/serviceAccount/steps';
import { runWizard } from '../../ui/wizard';
import { ServiceAccountPage } from './host';
import { withDashes } from './present';
import { ServiceAccountSession, type Interrupted } from './session';

export { resumeServiceAccount, unfinishedServiceAccount } from '../../iam/serviceAccount';

/** Answers that were left, by connection; gone with the window. */
const left = new Map<string, ServiceAccountAnswers>();

/** Asks, reviews and shows the page. Rejects with an IamError. */
export async function createServiceAccountFlow(
  services: Services,
  active: ActiveAccount,
  group: GroupChoice | undefined,
): Promise<void> {
  const connectionId = active.resolved.connection.id;
  const answers = left.get(connectionId) ?? newAnswers();
  left.set(connectionId, answers);
  const groupIsGiven = group !== undefined;
  if (group) answers.group = group;
  if (!(await ask(services, active, answers, groupIsGiven))) return;
  const input = await complete(active, answers);
  const session = await newSession(services, active, input, answers.passphrase);
  await session.review(input, answers.passphrase);
  new ServiceAccountPage(services, session, {
    change: async () => {
      if (!(await ask(services, active, answers, groupIsGiven))) return;
      await session.review(await complete(active, answers), answers.passphrase);
    },
    // What was created must not be offered again.
    created: () => void left.delete(connectionId),
  }).show();
}

/** Makes an access key for a user that is there, on the same page. Rejects with an IamError. */
export async function createAccessKeyFlow(
  services: Services,
  active: ActiveAccount,
  userName: string,
): Promise<void> {
  const input: ServiceAccountInput = {
    userName,
    userExists: true,
    path: '/',
    group: { kind: 'none' },
    policy: { kind: 'none' },
    accessKey: true,
  };
  const session = await newSession(services, active, input, undefined);
  await session.review(input, undefined);
  const hooks = { change: () => Promise.resolve(), created: () => undefined };
  new ServiceAccountPage(services, session, hooks).show();
}

/** Shows the page of a run that an earlier window left. */
export async function resumeServiceAccountFlow(
  services: Services,
  active: ActiveAccount,
  interrupted: Interrupted,
  passphrase: string | undefined,
): Promise<ServiceAccountSession> {
  const session = await newSession(services, active, interrupted.input, passphrase);
  session.takeUp(interrupted);
  const hooks = { change: () => Promise.resolve(), created: () => undefined };
  new ServiceAccountPage(services, session, hooks).show();
  return session;
}

function ask(
  { prompts }: Services,
  { account }: ActiveAccount,
  answers: ServiceAccountAnswers,
  groupIsGiven: boolean,
): Promise<boolean> {
  const questions = serviceAccountQuestions(prompts, account, { groupIsGiven });
  return runWizard('Create Service Account', questions, answers);
}

async function complete(
  { account, resolved }: ActiveAccount,
  answers: ServiceAccountAnswers,
): Promise<ServiceAccountInput> {
  const { accountId } = await account.identity();
  return inputFrom(answers, { partition: resolved.partition, accountId });
}

async function newSession(
  services: Services,
  active: ActiveAccount,
  input: ServiceAccountInput,
  passphrase: string | undefined,
): Promise<ServiceAccountSession> {
  const { accountId } = await active.account.identity();
  const label = active.resolved.label;
  const account = `${label.charAt(0).toUpperCase()}${label.slice(1)} · ${withDashes(accountId)}`;
  const parts = {
    active,
    accountId,
    place: { account },
    journals: journalStore(services.context),
    review: services.policyReview,
  };
  return new ServiceAccountSession(parts, input, passphrase);
}
