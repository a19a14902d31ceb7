import type { Account } from '../iam/account';
import type { Services } from '../services';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: two per user, fixed. */
const MAX_CERTIFICATES = 2;

/** False, with the reason said, when the user has as many certificates as AWS allows. */
export async function hasRoomForCertificate(
  { prompts }: Services,
  account: Account,
  userName: string,
): Promise<boolean> {
  const { certificates } = await account.loadCredentials(userName);
  if (certificates.length < MAX_CERTIFICATES) return true;
  const ids = certificates.map(({ id, status }) => `${id} (${status.toLowerCase()})`);
  await prompts.warn(
    `${userName} has two signing certificates, as many as AWS allows: ${ids.join(', ')}. Delete one first; inactive ones count too.`,
  );
  return false;
}
