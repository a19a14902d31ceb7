import { button, element, list, notice, section, type Send } from '../dom/client';
import type { PolicyState, ReviewState } from '../state';

export function reviewPage(state: ReviewState, send: Send): Node[] {
  const { problems, existing, quotas } = state;
  return [
    ...(problems.length > 0
      ? [notice('error', element('strong', {}, 'This cannot be created yet.'), list(problems))]
      : []),
    ...(state.policy?.warning === undefined
      ? []
      : [notice('warning', element('strong', {}, 'Full access. '), state.policy.warning)]),
    section('Steps', steps(state)),
    ...(state.policy ? [policy(state.policy)] : []),
    ...(existing.length > 0 ? [section('Already there', list(existing))] : []),
    ...(quotas.length > 0 ? [section('Quotas', quotaTable(state))] : []),
    commands(state, send),
    element(
      'div',
      { class: 'actions' },
      button('create', 'Create', () => send({ type: 'create' }), { disabled: !state.canCreate }),
      state.canChange &&
        button('change', 'Change…', () => send({ type: 'change' }), { secondary: true }),
      button('cancel', 'Cancel', () => send({ type: 'cancel' }), { secondary: true }),
    ),
  ];
}

function steps({ steps }: ReviewState): HTMLElement {
  return element(
    'ol',
    { class: 'steps' },
    ...steps.map(({ title, operation, object }) =>
      element(
        'li',
        {},
        element('span', { class: 'step-title' }, title),
        element(
          'span',
          { class: 'call' },
          operation === undefined
            ? element('span', { class: 'local' }, 'on this machine')
            : element('code', {}, operation),
          ' ',
          object,
        ),
      ),
    ),
  );
}

function policy({ name, holder, document, sentence, findings }: PolicyState): HTMLElement {
  const text = document === undefined ? undefined : element('pre', { tabindex: '0' }, document);
  if (text) text.setAttribute('aria-label', `Policy document ${name}`);
  return section(
    `Policy ${name} of ${holder}`,
    sentence !== undefined && element('p', {}, sentence),
    findings.length > 0 &&
      element(
        'ul',
        { class: 'findings' },
        ...findings.map(({ severity, message }) =>
          element('li', {}, element('strong', {}, `${severity}: `), message),
        ),
      ),
    findings.length === 0 && document !== undefined && element('p', {}, 'No findings.'),
    text,
  );
}

function quotaTable({ quotas }: ReviewState): HTMLElement {
  const cell = (text: string): HTMLElement => element('td', { class: 'number' }, text);
  const heading = (text: string): HTMLElement => element('th', { scope: 'col' }, text);
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...['What', 'Now', 'Afterwards', 'Quota'].map(heading))),
    element(
      'tbody',
      {},
      ...quotas.map(({ label, before, after, limit, exceeded }) =>
        element(
          'tr',
          exceeded ? { class: 'exceeded' } : {},
          element('th', { scope: 'row' }, label),
          cell(before.toLocaleString()),
          cell(after.toLocaleString() + (exceeded ? ' (too many)' : '')),
          cell(limit.toLocaleString()),
        ),
      ),
    ),
  );
}

function commands({ commands }: ReviewState, send: Send): HTMLElement {
  const one = (shell: 'bash' | 'powershell', label: string): HTMLElement => {
    const text = element('pre', { tabindex: '0', 'aria-label': `${label} commands` });
    text.textContent = commands[shell];
    return element(
      'details',
      { id: `${shell}-commands` },
      element('summary', {}, `The same with the AWS CLI, ${label}`),
      text,
      button(`copy-${shell}`, 'Copy', () => send({ type: 'copy', what: shell }), {
        secondary: true,
        icon: 'copy',
      }),
    );
  };
  return section('Commands', one('bash', 'bash'), one('powershell', 'PowerShell'));
}
