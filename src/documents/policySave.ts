import type { Account } from '../iam/account';
import { isIamError } from '../iam/errors';
import type { PolicyRef, PolicyVersion } from '../iam/model';
import type { PolicyReview } from '../services';
import type { Prompter } from '../ui/prompts';

/** The save did not take place; the message says why and is meant for people. */
export class SaveStopped extends Error {
  override readonly name = 'SaveStopped';
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: versions per policy. */
const MAX_VERSIONS = 5;
const SAVE = 'Save';
const LISTED = 12;

interface Save {
  account: Account;
  prompts: Prompter;
  review: PolicyReview;
  ref: PolicyRef;
  /** What is stored now. */
  before: string;
  after: string;
}

/**
 * Checks, says what widens, and uploads: an inline policy is replaced, a managed one gets a new
 * default version.
 * @throws SaveStopped when a finding or the person stopped it, IamError when AWS refused it.
 */
export async function savePolicy(save: Save): Promise<void> {
  await stopAtFaults(save);
  await confirmWidening(save);
  const { account, ref, after } = save;
  if (ref.kind === 'inline') {
    await account.putInlinePolicy(ref.holder, ref.policyName, after);
  } else {
    await makeRoomForVersion(save, ref.arn);
    await account.createPolicyVersion(ref.arn, after);
  }
}

async function stopAtFaults({ review, after }: Save): Promise<void> {
  const [first, ...more] = await review.faults(after);
  if (!first) return;
  const line = after.slice(0, first.offset).split('\n').length;
  const rest = more.length === 0 ? '' : ` (and ${more.length} more in the Problems view)`;
  throw new SaveStopped(`AWS would refuse this policy. Line ${line}: ${first.message}${rest}`);
}

async function confirmWidening({ review, prompts, before, after }: Save): Promise<void> {
  const added = await review.widened(before, after);
  if (added.length === 0) return;
  const rest = added.length > LISTED ? [`… and ${added.length - LISTED} more`] : [];
  const chosen = await prompts.confirm({
    message: 'Saving widens access.',
    detail: ['The policy will also allow:', ...added.slice(0, LISTED), ...rest].join('\n'),
    actions: [SAVE],
  });
  if (chosen !== SAVE) throw new SaveStopped('Not saved: the wider access was not confirmed.');
}

/** A managed policy holds five versions; the sixth needs one to go, and only the person says which. */
async function makeRoomForVersion({ account, prompts }: Save, arn: string): Promise<void> {
  const versions = await account.listPolicyVersions(arn);
  if (versions.length < MAX_VERSIONS) return;
  const oldest = oldestUnused(versions);
  if (!oldest) return;
  const remove = `Delete ${oldest.id} and Save`;
  const chosen = await prompts.confirm({
    message: `A managed policy holds ${MAX_VERSIONS} versions. Delete the oldest one that is not the default?`,
    detail: `${oldest.id}, made on ${oldest.created.toLocaleString()}. It cannot be brought back.`,
    actions: [remove],
  });
  if (chosen !== remove) {
    throw new SaveStopped(`Not saved: the policy has ${MAX_VERSIONS} versions already.`);
  }
  await account.deletePolicyVersion(arn, oldest.id).catch((error: unknown) => {
    // Somebody else deleted it: there is room now.
    if (!isIamError(error) || error.reason !== 'notFound') throw error;
  });
}

function oldestUnused(versions: readonly PolicyVersion[]): PolicyVersion | undefined {
  return versions
    .filter(({ isDefault }) => !isDefault)
    .sort((a, b) => a.created.getTime() - b.created.getTime())[0];
}
