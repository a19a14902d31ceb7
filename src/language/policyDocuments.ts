import * as vscode from 'vscode';
import type { PolicyDocument, PolicyLanguage } from '../policy/index';
import type { PolicyKind } from '../policy/kind';
import type { LoadLanguage } from './loadLanguage';

export const LANGUAGE_ID = 'aws-iam-policy';

/** Where the policy language may have something to say; JSON only where it is a policy. */
export const selector: vscode.DocumentSelector = [
  { language: LANGUAGE_ID },
  { language: 'json' },
  { language: 'jsonc' },
];

/** Documents that are policies whatever they hold. */
export const ownSelector: vscode.DocumentSelector = [{ language: LANGUAGE_ID }];

/** A document of the editor as the core sees it, with all that the features ask. */
export interface OpenPolicy {
  language: PolicyLanguage;
  policy: PolicyDocument;
  kind: PolicyKind;
}

const KINDS = 'iamWorkbench.policyKinds';

interface Parsed {
  version: number;
  languageId: string;
  policy: PolicyDocument;
  isPolicy: boolean;
}

/** Which documents are policies and of what kind; parses each version once. */
export class PolicyDocuments {
  private readonly parsed = new WeakMap<vscode.TextDocument, Parsed>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private language: PolicyLanguage | undefined;
  /** Fires when somebody chose another kind for a document. */
  readonly onDidChangeKind = this.changed.event;

  constructor(
    private readonly load: LoadLanguage,
    private readonly memory: vscode.Memento,
  ) {}

  /** Undefined when the document is no policy. Loads the language only when it may be one. */
  async open(document: vscode.TextDocument): Promise<OpenPolicy | undefined> {
    if (!mayBePolicy(document)) return undefined;
    this.language = await this.load();
    return document.isClosed ? undefined : this.read(document, this.language);
  }

  /** The same without a promise; undefined too as long as the language is not loaded. */
  openNow(document: vscode.TextDocument): OpenPolicy | undefined {
    return this.language && mayBePolicy(document) ? this.read(document, this.language) : undefined;
  }

  /** The kind that was chosen by hand, if one was. */
  chosenKind(document: vscode.TextDocument): PolicyKind | undefined {
    return this.memory.get<Record<string, PolicyKind>>(KINDS)?.[document.uri.toString()];
  }

  /** Undefined: back to what the document itself says. */
  async chooseKind(document: vscode.TextDocument, kind: PolicyKind | undefined): Promise<void> {
    const others = Object.entries(this.memory.get<Record<string, PolicyKind>>(KINDS) ?? {}).filter(
      ([uri]) => uri !== document.uri.toString(),
    );
    const entries = kind ? [...others, [document.uri.toString(), kind] as const] : others;
    await this.memory.update(KINDS, Object.fromEntries(entries.slice(-500)));
    this.changed.fire(document);
  }

  private read(document: vscode.TextDocument, language: PolicyLanguage): OpenPolicy | undefined {
    const { policy, isPolicy } = this.parse(document, language);
    if (!isPolicy) return undefined;
    return { language, policy, kind: this.kindOf(document, policy, language) };
  }

  private kindOf(
    document: vscode.TextDocument,
    policy: PolicyDocument,
    language: PolicyLanguage,
  ): PolicyKind {
    if (document.uri.scheme === 'iam') return 'identity';
    return this.chosenKind(document) ?? language.kindOf(policy, document.uri.path);
  }

  private parse(document: vscode.TextDocument, language: PolicyLanguage): Parsed {
    const { version, languageId } = document;
    const known = this.parsed.get(document);
    if (known?.version === version && known.languageId === languageId) return known;
    const policy = language.parse(document.getText());
    const isPolicy = languageId === LANGUAGE_ID || language.looksLikePolicy(policy);
    const parsed = { version, languageId, policy, isPolicy };
    this.parsed.set(document, parsed);
    return parsed;
  }
}

/** Cheap, before anything is loaded: JSON that names a statement with an effect. */
function mayBePolicy(document: vscode.TextDocument): boolean {
  if (document.languageId === LANGUAGE_ID) return true;
  if (document.languageId !== 'json' && document.languageId !== 'jsonc') return false;
  const text = document.getText();
  return text.includes('"Statement"') && text.includes('"Effect"');
}
