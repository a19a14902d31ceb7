import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Frame, type Locator, type Page } from 'playwright-core';
import { prepared, startServer, temporaryFolder } from './server';
import type { WorkbenchServer } from './server';

/** Milliseconds that anything on the screen may take to appear. */
const PATIENCE = 15_000;

/** Themes by their labels in the workbench, with the class that the workbench has in them. */
const THEMES = [
  { name: 'light', label: 'Light Modern', className: 'vs' },
  { name: 'contrast', label: 'Dark High Contrast', className: 'hc-black' },
  { name: 'dark', label: 'Dark Modern', className: 'vs-dark' },
] as const;

/** Where the pictures of a run are kept. */
const PICTURES = path.resolve(__dirname, '..', '..', 'screenshots');

export interface WorkbenchOptions {
  settings?: Record<string, unknown>;
  env?: NodeJS.ProcessEnv;
  /** Files of the folder that is open, by name. */
  files?: Record<string, string>;
  width?: number;
  height?: number;
}

/** Errors of VS Code itself, as a server without native modules and without internet has them. */
const NOT_OURS = /ServiceWorker|open-vsx|spdlog|watchdog|Canceled|net::ERR_/;

/** A real workbench in a browser: mouse, keyboard, and what is seen. */
export class Workbench {
  /** Uncaught errors of the page and of the extension. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: WorkbenchServer,
  ) {
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => this.note(error.stack ?? error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && line.text().includes('iam-workbench')) this.note(line.text());
    });
  }

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { browser: found } = prepared();
    const folder = temporaryFolder('folder');
    for (const [name, text] of Object.entries(options.files ?? {})) {
      fs.writeFileSync(path.join(folder, name), text);
    }
    const server = await startServer(options.settings ?? {}, options.env ?? {});
    const env = { ...(process.env as Record<string, string>), ...found.env };
    const browser = await chromium.launch({ ...found, env });
    const { width = 1280, height = 800 } = options;
    const context = await browser.newContext({ viewport: { width, height } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const workbench = new Workbench(await context.newPage(), folder, browser, server);
    await workbench.load();
    return workbench;
  }

  /** Settings, state and logs of this run. */
  get dataDir(): string {
    return this.server.dataDir;
  }

  /** Opens the page, again when it is open already: the window is reloaded then. */
  async load(): Promise<void> {
    const folder = decodeURIComponent(pathToFileURL(this.folder).pathname);
    const query = new URLSearchParams({ folder }).toString();
    await this.page.goto(`http://127.0.0.1:${this.server.port}/?${query}`);
    await this.page.locator('.monaco-workbench .activitybar').waitFor();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    for (const folder of [this.folder, this.dataDir]) {
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }

  async openSideBar(): Promise<void> {
    await this.page.getByRole('tab', { name: 'IAM', exact: true }).first().click();
    await this.page.locator('.sidebar .composite.title', { hasText: 'IAM' }).waitFor();
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    await this.quickInput.fill(name);
    await this.quickRow(name).first().click();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** The part of the window beside the editor. */
  get sideBar(): Locator {
    return this.page.locator('.part.sidebar');
  }

  /** Runs a command from the palette by the beginning of its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type=text]');
    await input.fill(`>${title}`);
    await this.quickRow(title).first().click();
  }

  /** The input of the question that is open. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type=text]');
  }

  /** What stands below a text that is being asked for. */
  get quickMessage(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-message');
  }

  get quickTitle(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-title');
  }

  quickRow(text: string): Locator {
    return this.page.locator('.quick-input-list [role=option]', { hasText: text });
  }

  /** Types a text into the question with this title, and accepts it. */
  async answer(title: string, text: string): Promise<void> {
    await this.quickTitle.filter({ hasText: title }).waitFor();
    await this.quickInput.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses an entry of the question with this title. */
  async choose(title: string, entry: string): Promise<void> {
    await this.quickTitle.filter({ hasText: title }).waitFor();
    await this.quickRow(entry).first().click();
  }

  /**
   * Types a path into VS Code's own file dialog and accepts it. While the dialog reads a folder it
   * puts its own path back and drops what is pressed, so each step is made until it has held.
   */
  async answerFileDialog(title: string, file: string, accept: () => Promise<void>): Promise<void> {
    const dialog = this.quickTitle.filter({ hasText: title });
    await dialog.waitFor();
    let shown = '';
    for (let steady = 0; steady < 4;) {
      await this.page.waitForTimeout(150);
      const now = await this.quickInput.inputValue();
      steady = now !== '' && now === shown ? steady + 1 : 0;
      shown = now;
    }
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.quickInput.fill(file);
      await this.page.waitForTimeout(800);
      if ((await this.quickInput.inputValue()) !== file) continue;
      await accept();
      const closed = await dialog.waitFor({ state: 'hidden', timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (closed) return;
    }
    throw new Error(`The dialog "${title}" does not take ${file}`);
  }

  /** Rows of the tree whose label or description holds the text. */
  row(text: string | RegExp): Locator {
    return this.sideBar.locator('[role=treeitem]', { hasText: text });
  }

  /** Opens or closes a row of the tree with the keyboard. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text).first();
    await row.click();
    if ((await row.getAttribute('aria-expanded')) !== 'true') {
      await this.page.keyboard.press('ArrowRight');
    }
    await row.and(this.page.locator('[aria-expanded=true]')).waitFor();
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** The text in the clipboard, once it looks like this: what copies it does so in its own time. */
  async clipboard(expected: RegExp): Promise<string> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const text = await this.page.evaluate<string>('navigator.clipboard.readText()');
      if (expected.test(text)) return text;
      if (Date.now() > deadline) throw new Error(`The clipboard holds: ${text}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** A modal question. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The frame of the page whose body holds the text: a webview is a frame in a frame. */
  async webview(text: string | RegExp): Promise<Frame> {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames().slice(1)) {
        const body = await frame
          .locator('body')
          .innerText({ timeout: 500 })
          .catch(() => '');
        if (typeof text === 'string' ? body.includes(text) : text.test(body)) return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`No page shows ${String(text)}`);
  }

  /** Pictures in light, high contrast and dark, for people to look at. */
  async pictures(name: string): Promise<void> {
    for (const theme of THEMES) {
      await this.theme(theme.label, theme.className);
      await this.picture(`${name}-${theme.name}`);
    }
  }

  /** Chooses a colour theme by its label; `className` is the one that the workbench has in it. */
  async theme(label: string, className: string): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.quickInput.fill(label);
    await this.quickRow(label).first().click();
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
    // Colours fade over for a moment.
    await this.page.waitForTimeout(400);
  }

  async picture(name: string): Promise<void> {
    fs.mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  private note(text: string): void {
    if (!NOT_OURS.test(text)) this.errors.push(text);
  }
}
