import * as vscode from 'vscode';
import { followChanges, type TextChange } from '../../policy/accessAnalyzer/follow';
import type { Span } from '../../policy/syntax';
import { toRange } from '../convert';

/** Something of AWS's at a place of a document. */
export interface Mark {
  /** What is underlined. */
  span: Span;
  /** All that it is about: a change of any of it takes the mark away. */
  places: readonly Span[];
  severity: vscode.DiagnosticSeverity;
  /** Plain text. */
  message: string;
  code: string;
  url?: string;
}

export const SOURCE = 'IAM Access Analyzer';

/**
 * AWS's marks in documents, by what they come from. They move with the text, and a mark whose own
 * place is changed goes: what AWS said of it is about the old text.
 */
export class AnalyzerMarks implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('iam-access-analyzer');
  private readonly marks = new Map<vscode.TextDocument, Map<string, Mark[]>>();
  private readonly recordings = new Map<vscode.TextDocument, Set<TextChange[][]>>();
  private readonly subscriptions = vscode.Disposable.from(
    this.collection,
    vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
    vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
  );

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Notes the changes from now on, for marks that are about the text as it is now. */
  record(document: vscode.TextDocument): { changes: TextChange[][]; stop: () => void } {
    const changes: TextChange[][] = [];
    const all = this.recordings.get(document) ?? new Set();
    this.recordings.set(document, all.add(changes));
    return {
      changes,
      stop: () => {
        all.delete(changes);
        if (all.size === 0) this.recordings.delete(document);
      },
    };
  }

  /** Shows these and no other marks of the topic, moved by the changes that came since. */
  set(
    document: vscode.TextDocument,
    topic: string,
    marks: readonly Mark[],
    since: readonly TextChange[][] = [],
  ): void {
    if (document.isClosed) return;
    const topics = this.marks.get(document) ?? new Map<string, Mark[]>();
    const moved = since.reduce<readonly Mark[]>(
      (all, changes) => all.flatMap((mark) => follow(mark, changes)),
      marks,
    );
    this.marks.set(document, topics.set(topic, [...moved]));
    this.draw(document);
  }

  forget(document: vscode.TextDocument): void {
    this.marks.delete(document);
    this.collection.delete(document.uri);
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      removed: rangeLength,
      inserted: text.length,
    }));
    this.recordings.get(document)?.forEach((recording) => recording.push(changes));
    const topics = this.marks.get(document);
    if (!topics) return;
    for (const [topic, marks] of topics) {
      topics.set(
        topic,
        marks.flatMap((mark) => follow(mark, changes)),
      );
    }
    this.draw(document);
  }

  private draw(document: vscode.TextDocument): void {
    const marks = [...(this.marks.get(document)?.values() ?? [])].flat();
    this.collection.set(
      document.uri,
      marks.map((mark) => toDiagnostic(document, mark)),
    );
  }
}

/** The mark after a change, or nothing when it went. */
function follow(mark: Mark, changes: readonly TextChange[]): Mark[] {
  const span = followChanges(mark.span, changes);
  const places = mark.places.flatMap((place) => followChanges(place, changes) ?? []);
  return span && places.length === mark.places.length ? [{ ...mark, span, places }] : [];
}

function toDiagnostic(document: vscode.TextDocument, mark: Mark): vscode.Diagnostic {
  const { span, places, message, severity, code, url } = mark;
  const diagnostic = new vscode.Diagnostic(toRange(document, span), message, severity);
  diagnostic.source = SOURCE;
  diagnostic.code = url === undefined ? code : { value: code, target: vscode.Uri.parse(url) };
  diagnostic.relatedInformation = places.slice(1).map((place) => {
    const location = new vscode.Location(document.uri, toRange(document, place));
    return new vscode.DiagnosticRelatedInformation(location, 'This belongs to it.');
  });
  return diagnostic;
}
