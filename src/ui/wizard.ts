import { BACK, type Answer, type StepInfo } from './prompts';

/** One question of a wizard. It writes its answer into the answers itself. */
export interface WizardStep<A> {
  id: string;
  /** Asks; anything but Back and undefined means that the answer was taken. */
  ask: (answers: A, step: StepInfo) => Promise<Answer<unknown>>;
}

/**
 * Asks one question after another, with Back. Which questions there are may depend on the answers
 * so far. False when the person left with Escape: the answers keep what was given, so that the same
 * object can be handed in again.
 */
export async function runWizard<A>(
  title: string,
  stepsFor: (answers: A) => WizardStep<A>[],
  answers: A,
): Promise<boolean> {
  let index = 0;
  for (;;) {
    const steps = stepsFor(answers);
    const step = steps[index];
    if (!step) return true;
    const answer = await step.ask(answers, {
      title,
      step: index + 1,
      totalSteps: steps.length,
      canGoBack: index > 0,
    });
    if (answer === undefined) return false;
    index += answer === BACK ? -1 : 1;
  }
}
