import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": ["s3:Get*", "s3:ListBucket"],
      "Resource": "arn:aws:s3:::orchard/\${aws:username}/*"
    },
    {
      "Sid": "Write",
      "Effect": "Deny",
      "Action": "s3:ListBucket",
      "Resource": "*",
      "Condition": { "StringNotEquals": { "aws:username": "gardener" } }
    }
  ]
}
`;

async function open(content: string, language = 'aws-iam-policy') {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place of a text's nth occurrence, `into` characters further. */
function placeOf(document: vscode.TextDocument, text: string, into = 0, nth = 1): vscode.Position {
  let at = -1;
  for (let i = 0; i < nth; i++) at = document.getText().indexOf(text, at + 1);
  assert.ok(at >= 0, `${text} is not there`);
  return document.positionAt(at + into);
}

function execute<T>(
  command: string,
  document: vscode.TextDocument,
  ...args: unknown[]
): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.execute${command}`, document.uri, ...args);
}

async function eventually<T>(ask: () => T | undefined, what: string): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(what);
}

describe('comforts', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('hover on a variable has its range; on a pattern it links to the list', async () => {
    const document = await open(POLICY);
    const [variable] = await execute<vscode.Hover[]>(
      'HoverProvider',
      document,
      placeOf(document, 'aws:username', 3),
    );
    assert.equal(document.getText(variable?.range), '${aws:username}');
    const [pattern] = await execute<vscode.Hover[]>(
      'HoverProvider',
      document,
      placeOf(document, 's3:Get*', 2),
    );
    assert.equal(document.getText(pattern?.range), 's3:Get*');
    const texts = pattern?.contents as vscode.MarkdownString[];
    assert.match(texts[0]?.value ?? '', /matches \*\*\d+ actions/);
    assert.ok(!texts[0]?.isTrusted);
    assert.match(
      texts[1]?.value ?? '',
      /^\[List all actions\]\(command:iamWorkbench\.showActions\?/,
    );
    assert.deepEqual(texts[1]?.isTrusted, { enabledCommands: ['iamWorkbench.showActions'] });
  });

  it('a lens says what each statement allows, and lists it in a document that follows', async () => {
    const document = await open(POLICY);
    const lenses = await execute<vscode.CodeLens[]>('CodeLensProvider', document, 10);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.equal(lenses.length, 2);
    assert.match(titles[0] ?? '', /^Allows \d+ actions, all of them list or read$/);
    assert.equal(titles[1], 'Denies 1 action (list) · under conditions');
    assert.deepEqual(lenses[1]?.range.start, new vscode.Position(9, 4));
    const command = lenses[0]?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const list = vscode.window.activeTextEditor?.document;
    assert.equal(list?.uri.scheme, 'iam-actions');
    assert.match(list?.getText() ?? '', /^Statement 1 “Read”: allows \d+ actions[^]*s3:ListBucket/);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      document.validateRange(new vscode.Range(6, 17, 6, 26)),
      '"s3:GetObject"',
    );
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => (/allows 2 actions/.test(list?.getText() ?? '') ? true : undefined),
      'the list does not follow its document',
    );
  });

  it('the list takes no request but its own', async () => {
    for (const argument of [undefined, 7, { document: 1 }, { statement: 'x', document: 'y' }]) {
      await vscode.commands.executeCommand('iamWorkbench.showActions', argument);
      assert.equal(vscode.window.activeTextEditor, undefined);
    }
  });

  it('a hint behind a pattern counts its actions; settings turn hints and lenses off', async () => {
    const document = await open(POLICY);
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => execute<vscode.InlayHint[]>('InlayHintProvider', document, range);
    const [hint] = await hints();
    assert.match(hint?.label as string, /^→ \d+ actions$/);
    assert.deepEqual(hint?.position, placeOf(document, '"s3:Get*"', 9));
    const settings = vscode.workspace.getConfiguration('iamWorkbench.policy');
    await settings.update('inlayHints', false, vscode.ConfigurationTarget.Global);
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await hints(), []);
      assert.deepEqual(await execute('CodeLensProvider', document, 10), []);
    } finally {
      await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
