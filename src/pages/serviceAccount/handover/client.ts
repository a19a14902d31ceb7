import { button, element, notice, section, type Send } from '../dom/client';
import type { CopyTarget, HandoverState } from '../state';

/** Of the page only: never sent anywhere, and forgotten when it closes or hides it again. */
let shownSecret: string | undefined;

export function showSecret(secret: string): void {
  shownSecret = secret;
}

export function handoverPage(state: HandoverState, send: Send, redraw: () => void): Node[] {
  return [
    ...(state.accessKeyId === undefined ? [] : [secretNotice(state)]),
    ...(state.accessKeyId === undefined ? [] : [accessKey(state, send, redraw)]),
    ...(state.certificateFile === undefined ? [] : [certificate(state, send)]),
    section(
      'Account',
      element(
        'dl',
        {},
        ...row('User', state.userName),
        ...row('Number', state.accountId, copy('accountId', send)),
        ...row('With dashes', state.accountIdWithDashes, copy('accountIdWithDashes', send)),
      ),
    ),
    ...(state.forms.length > 0 ? [forms(state, send)] : []),
    element(
      'div',
      { class: 'actions' },
      button('done', 'Done', () => send({ type: 'done' }), {
        secondary: state.accessKeyId !== undefined && !state.secretIsSafe,
      }),
    ),
  ];
}

function secretNotice({ secretIsSafe }: HandoverState): HTMLElement {
  return secretIsSafe
    ? notice('info', 'The secret was saved or copied. When this page closes, it is gone from here.')
    : notice(
        'warning',
        'The secret exists only here. AWS cannot show it again: save or copy it before you close this page.',
      );
}

function accessKey(state: HandoverState, send: Send, redraw: () => void): HTMLElement {
  const id = state.accessKeyId ?? '';
  const toggle = (): void => {
    if (shownSecret === undefined) {
      send({ type: 'reveal' });
      return;
    }
    shownSecret = undefined;
    redraw();
  };
  const hidden = shownSecret === undefined;
  return section(
    'Access key',
    element(
      'dl',
      {},
      ...row('Access key ID', id, copy('accessKeyId', send)),
      ...row(
        'Secret access key',
        element(
          'code',
          hidden ? { class: 'secret', 'aria-label': 'hidden' } : { class: 'secret' },
          shownSecret ?? '•'.repeat(40),
        ),
        button('reveal', hidden ? 'Reveal' : 'Hide', toggle, { secondary: true }),
        button('copy-secret', 'Copy', () => send({ type: 'copySecret' }), {
          secondary: true,
          icon: 'copy',
          says: 'Copy secret access key',
        }),
      ),
    ),
    element(
      'p',
      { class: 'hint' },
      'A copied secret leaves the clipboard after a minute. Where the application runs on AWS or in a CI that can use OpenID Connect, a role needs no key at all.',
    ),
  );
}

function certificate(state: HandoverState, send: Send): HTMLElement {
  const show = (which: 'certificate' | 'privateKey'): HTMLElement =>
    button(`show-${which}`, 'Show File', () => send({ type: 'showFile', which }), {
      secondary: true,
      says: `Show file of the ${which === 'certificate' ? 'certificate' : 'private key'}`,
    });
  return section(
    'Signing certificate',
    element(
      'dl',
      {},
      ...row('Certificate ID', state.certificateId ?? ''),
      ...row(
        'Certificate',
        state.certificateFile ?? '',
        copy('certificateFile', send),
        show('certificate'),
      ),
      ...row(
        'Private key',
        state.privateKeyFile ?? '',
        copy('privateKeyFile', send),
        show('privateKey'),
      ),
    ),
  );
}

function forms({ forms }: HandoverState, send: Send): HTMLElement {
  return section(
    'Save as',
    element(
      'dl',
      {},
      ...forms.flatMap(({ id, label, detail, preferred }) =>
        row(
          label,
          detail,
          button(`save-${id}`, `Save as ${label}…`, () => send({ type: 'save', form: id }), {
            secondary: !preferred,
          }),
        ),
      ),
    ),
  );
}

function row(label: string, value: string | HTMLElement, ...buttons: HTMLElement[]): HTMLElement[] {
  const shown = typeof value === 'string' ? element('span', { class: 'value' }, value) : value;
  return [element('dt', {}, label), element('dd', {}, shown, ...buttons)];
}

const COPY_LABELS: Record<CopyTarget, string> = {
  bash: 'bash commands',
  powershell: 'PowerShell commands',
  accessKeyId: 'access key ID',
  accountId: 'account number',
  accountIdWithDashes: 'account number with dashes',
  certificateFile: 'path of the certificate',
  privateKeyFile: 'path of the private key',
};

function copy(what: CopyTarget, send: Send): HTMLElement {
  return button(`copy-${what}`, 'Copy', () => send({ type: 'copy', what }), {
    says: `Copy ${COPY_LABELS[what]}`,
    secondary: true,
    icon: 'copy',
  });
}
