import { isIamError } from './errors';

/** For a removal: what is gone already is as good as removed. Rejects with any other error. */
export async function unlessGone(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (!isIamError(error) || error.reason !== 'notFound') throw error;
  }
}
