import type { PageMessage } from '../state';

type Child = Node | string | undefined | false;

/** Makes an element; texts go in as text, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button in VS Code's look. The id keeps the focus when the page is drawn anew. */
export function button(
  id: string,
  label: string,
  onClick: () => void,
  options: { secondary?: boolean; icon?: string; disabled?: boolean; says?: string } = {},
): HTMLElement {
  const made = document.createElement('vscode-button');
  made.id = id;
  made.textContent = label;
  // Several buttons of a page read alike: this is what a screen reader says.
  if (options.says) made.setAttribute('aria-label', options.says);
  if (options.secondary) made.setAttribute('secondary', '');
  if (options.icon) made.setAttribute('icon', options.icon);
  if (options.disabled) made.setAttribute('disabled', '');
  made.addEventListener('click', () => {
    if (!made.hasAttribute('disabled')) onClick();
  });
  return made;
}

export function icon(name: string, label?: string): HTMLElement {
  const made = document.createElement('vscode-icon');
  made.setAttribute('name', name);
  if (label === undefined) made.setAttribute('aria-hidden', 'true');
  else made.setAttribute('label', label);
  return made;
}

/** Part of the page under a heading. */
export function section(title: string, ...children: Child[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...children);
}

export function list(items: string[], attributes: Record<string, string> = {}): HTMLElement {
  return element('ul', attributes, ...items.map((item) => element('li', {}, item)));
}

/** A box that says something above the rest. */
export function notice(kind: 'warning' | 'error' | 'info', ...children: Child[]): HTMLElement {
  const role: Record<string, string> = kind === 'error' ? { role: 'alert' } : {};
  return element(
    'div',
    { class: `notice ${kind}`, ...role },
    icon(kind, kind),
    element('div', {}, ...children),
  );
}

export type Send = (message: PageMessage) => void;
