import type { Failure, Progress, StepProgress, StepState } from '../../../iam/transactionStep';
import { button, element, icon, list, notice, section, type Send } from '../dom/client';
import type { RunChoice, RunState } from '../state';

const ICONS: Record<StepState, { name: string; words: string }> = {
  pending: { name: 'circle-outline', words: 'not begun' },
  running: { name: 'loading', words: 'running' },
  done: { name: 'pass', words: 'done' },
  failed: { name: 'error', words: 'failed' },
  uncertain: { name: 'question', words: 'may have taken effect' },
  unusable: { name: 'warning', words: 'made, and of no use' },
  undoing: { name: 'loading', words: 'undoing' },
  undone: { name: 'discard', words: 'undone' },
};

const HEADLINES: Record<Progress['state'], string> = {
  ready: 'Interrupted. Finish goes on where it stopped.',
  running: 'Creating…',
  failed: 'A step failed. Nothing is undone unless you say so.',
  cancelled: 'Stopped. Nothing is undone unless you say so.',
  done: 'Done.',
  undoing: 'Undoing what this run made…',
  undoFailed: 'Not everything could be undone.',
  undone: 'Everything that this run made was undone.',
  kept: 'What was made was kept.',
};

export function runPage(state: RunState, send: Send): Node[] {
  const { progress, made } = state;
  const stopped = ['ready', 'failed', 'cancelled', 'undoFailed', 'kept'].includes(progress.state);
  return [
    element('p', { class: 'headline' }, HEADLINES[progress.state]),
    element('ol', { class: 'progress' }, ...progress.steps.map(step)),
    ...progress.failures.map((each) => failure(each, progress)),
    ...(stopped ? [section('Made so far', made.length > 0 ? list(made) : 'Nothing.')] : []),
    element(
      'div',
      { class: 'actions' },
      ...state.choices.map((choice) => action(choice, state, send)),
    ),
  ];
}

/** What a screen reader is told when this state comes. */
export function runAnnouncement({ progress }: RunState): string {
  const now = progress.steps.find(({ state }) => state === 'running' || state === 'undoing');
  if (now) return `${now.title}: ${ICONS[now.state].words}`;
  return HEADLINES[progress.state];
}

function step({ title, state, note }: StepProgress): HTMLElement {
  const { name, words } = ICONS[state];
  const mark = icon(name, words);
  if (name === 'loading') mark.setAttribute('spin', '');
  return element(
    'li',
    { class: `step ${state}` },
    mark,
    element('span', {}, title),
    state !== 'pending' && state !== 'done' && element('span', { class: 'words' }, words),
    note !== undefined && note !== '' && element('span', { class: 'note' }, note),
  );
}

function failure(
  { stepId, title, message, advice, code, requestId, permission }: Failure,
  { steps }: Progress,
): HTMLElement {
  const isCall = steps.find(({ id }) => id === stepId)?.call.operation !== undefined;
  const facts = [
    code !== undefined && `${isCall ? 'AWS' : 'The operating system'} said ${code}.`,
    permission !== undefined && `Missing permission: ${permission}.`,
    requestId !== undefined && `Request id: ${requestId}.`,
  ].filter((fact) => fact !== false);
  return notice(
    'error',
    element('strong', {}, `${title}: `),
    message,
    advice !== undefined && element('p', {}, advice),
    facts.length > 0 && element('p', { class: 'facts' }, facts.join(' ')),
  );
}

function action(choice: RunChoice, { progress }: RunState, send: Send): HTMLElement {
  const undoing = progress.state === 'undoFailed' || progress.state === 'undoing';
  const labels: Record<RunChoice, string> = {
    stop: undoing ? 'Stop Undoing' : 'Stop After This Step',
    retry: progress.state === 'ready' ? 'Finish' : 'Retry',
    undo: undoing ? 'Undo the Rest' : 'Undo Everything Made',
    keep: progress.steps.some(({ state }) => state === 'done') ? 'Keep What Is There' : 'Close',
    close: 'Close',
  };
  const secondary = choice !== 'retry' && choice !== 'close';
  return button(choice, labels[choice], () => send({ type: choice }), { secondary });
}
