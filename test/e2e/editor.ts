import type { Locator, Page } from 'playwright-core';

/** Milliseconds that the editor may take to come to a state. */
const PATIENCE = 15_000;

/** The text editor of the workbench: what it shows, and its lists. */
export class Editor {
  readonly root: Locator;
  /** The list of completion items. */
  readonly suggestions: Locator;
  readonly hover: Locator;

  constructor(private readonly page: Page) {
    this.root = page.locator('.editor-group-container .monaco-editor').first();
    this.suggestions = page.locator('.suggest-widget.visible');
    this.hover = page.locator('.monaco-hover:visible');
  }

  /** The lines that are shown, as text. */
  async text(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const lines = [...document.querySelectorAll('.editor-group-container .view-lines .view-line')];
      lines.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
      return lines.map((line) => line.textContent.replaceAll('\\u00a0', ' ')).join('\\n');
    })()`);
  }

  /** Waits until the text is as wanted. */
  async shows(wanted: RegExp, patience = PATIENCE): Promise<string> {
    const deadline = Date.now() + patience;
    for (;;) {
      const text = await this.text();
      if (wanted.test(text)) return text;
      if (Date.now() > deadline) throw new Error(`Not ${String(wanted)}:\n${text}`);
      await this.page.waitForTimeout(50);
    }
  }

  /**
   * Does something until the text is as wanted. When the editor asks for code actions by itself, it
   * drops a command that has asked for some and waits for them, and says nothing.
   */
  async until(wanted: RegExp, action: () => Promise<void>): Promise<void> {
    for (let attempt = 1; attempt < 4; attempt++) {
      await action();
      const shown = await this.shows(wanted, PATIENCE / 3).catch(() => undefined);
      if (shown !== undefined) return;
    }
    await this.shows(wanted);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 20 });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the cursor behind a text that is there once; what lists are open or on their way does not matter. */
  async goBehind(wanted: string): Promise<void> {
    const lines = (await this.text()).split('\n');
    const line = lines.findIndex((each) => each.includes(wanted));
    if (line < 0) throw new Error(`No ${wanted} in:\n${lines.join('\n')}`);
    const column = (lines[line] ?? '').indexOf(wanted) + wanted.length;
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    await input.fill(`:${line + 1}:${column + 1}`);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Waits until the item of this label is the one that Enter takes, and takes it. */
  async accept(label: string): Promise<void> {
    await this.focused(label).waitFor();
    await this.press('Enter');
    await this.suggestions.waitFor({ state: 'hidden' });
  }

  /** What is underlined as bad as this. */
  marked(severity: 'error' | 'warning' | 'info'): Locator {
    return this.root.locator(`.squiggly-${severity}`);
  }

  /** Puts the keys back into the editor. */
  async focus(): Promise<void> {
    await this.press('Control+1');
    await this.page.locator('.editor-group-container .monaco-editor.focused').waitFor();
  }

  /** Opens the quick fixes at the cursor and takes the one with this title, which has to be the first. */
  async fix(title: string): Promise<void> {
    const list = this.page.locator('.action-widget .monaco-list-row.action');
    const wanted = list.and(this.page.locator('.focused')).getByText(title, { exact: true });
    for (let attempt = 1; attempt < 4; attempt++) {
      await this.press('Control+.');
      const isShown = await appears(wanted, PATIENCE / 3);
      if (isShown) break;
    }
    await wanted.waitFor();
    await this.press('Enter');
    await list.first().waitFor({ state: 'detached' });
  }

  /** Waits until the language status says this; leaves it open. */
  async languageStatus(text: string): Promise<void> {
    const item = this.page.locator('[id="status.languageStatus"]');
    await this.root.hover();
    await item.hover();
    await this.page.locator('.hover-language-status').getByText(text).first().waitFor();
  }

  private focused(label: string): Locator {
    const name = this.suggestions.locator('.monaco-list-row.focused .label-name');
    return name.getByText(label, { exact: true });
  }
}

function appears(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
