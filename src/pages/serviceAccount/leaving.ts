import { handoverForms } from '../../iam/handover';
import { runTitle } from '../../iam/serviceAccount';
import type { Services } from '../../services';
import { copySecret, saveForm } from './actions';
import type { ServiceAccountSession } from './session';

const SAVE = 'Save…';
const COPY = 'Copy the Secret';
const DELETE = 'Delete the Key';
const UNDO = 'Undo Everything Made';
const KEEP = 'Keep What Is There';
const SHOW = 'Show It Again';

/** A closed page cannot be kept open: what must not be lost is asked for, once. */
export async function askBeforeLeaving(
  services: Services,
  session: ServiceAccountSession,
): Promise<'closed' | 'show'> {
  if (session.secretIsAtRisk) return askAboutSecret(services, session);
  if (['failed', 'cancelled', 'undoFailed', 'ready'].includes(session.runState)) {
    return askAboutRun(services, session);
  }
  return 'closed';
}

/** Escape shows the page again: the secret is nowhere else. */
async function askAboutSecret(
  { prompts }: Services,
  session: ServiceAccountSession,
): Promise<'closed' | 'show'> {
  const { accessKey } = session.handover();
  if (!accessKey) return 'closed';
  const answer = await prompts.confirm({
    message: `The secret of access key ${accessKey.id} was neither saved nor copied.`,
    detail: 'It exists only in this window, and AWS cannot show it again.',
    actions: [SAVE, COPY, DELETE],
  });
  if (answer === SAVE) {
    const form = session.input.handoverForm ?? handoverForms[0]?.id ?? '';
    if (!(await saveForm(prompts, form, session.handover()))) return 'show';
    await session.secretIsSafe();
    return 'closed';
  }
  if (answer === COPY) {
    await copySecret(accessKey.secret);
    await session.secretIsSafe();
    return 'closed';
  }
  if (answer !== DELETE) return 'show';
  await session.deleteKey();
  await prompts.inform(`Deleted access key ${accessKey.id}. Everything else of the user is there.`);
  return 'closed';
}

async function askAboutRun(
  { prompts }: Services,
  session: ServiceAccountSession,
): Promise<'closed' | 'show'> {
  if (!session.hasMade) {
    await session.keep();
    return 'closed';
  }
  const answer = await prompts.confirm({
    message: `“${runTitle(session.input)}” is done in part.`,
    detail: 'Without a choice it is offered again at the next start.',
    actions: [SHOW, UNDO, KEEP],
  });
  if (answer === SHOW) return 'show';
  if (answer === UNDO) {
    await session.undo();
    return session.runState === 'undone' ? 'closed' : 'show';
  }
  if (answer === KEEP) await session.keep();
  else await session.release();
  return 'closed';
}
