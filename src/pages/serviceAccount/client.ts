import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import './page.css';
import { element, type Send } from './dom/client';
import { handoverPage, showSecret } from './handover/client';
import { reviewPage } from './review/client';
import { runAnnouncement, runPage } from './run/client';
import type { HostMessage, PageMessage, PageState } from './state';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const vscode = acquireVsCodeApi();
const send: Send = (message) => vscode.postMessage(message);
let current: PageState | undefined;

function content(state: PageState): Node[] {
  switch (state.page) {
    case 'review':
      return reviewPage(state, send);
    case 'run':
      return runPage(state, send);
    case 'handover':
      return handoverPage(state, send, draw);
  }
}

/** Draws all anew, and gives the focus back to what had it. */
function draw(): void {
  const page = document.getElementById('page');
  if (!current || !page) return;
  const focused = document.activeElement?.id;
  page.replaceChildren(
    element('h1', { tabindex: '-1', id: 'title' }, current.title),
    element('p', { class: 'account' }, current.account),
    ...content(current),
  );
  const again = focused ? document.getElementById(focused) : null;
  (again ?? document.getElementById('title'))?.focus();
}

function announce(state: PageState): void {
  const line = document.getElementById('announcement');
  const text = state.page === 'run' ? runAnnouncement(state) : state.title;
  if (line && line.textContent !== text) line.textContent = text;
}

window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (data.type === 'secret') {
    showSecret(data.secret);
  } else {
    current = data.state;
    announce(data.state);
  }
  draw();
});

send({ type: 'ready' });
