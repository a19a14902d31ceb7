import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { practiceAccount, run, services } from './workbench';

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
  const editor = await vscode.window.showTextDocument(document);
  // A new document can be given the kept text of one of the same name that was closed just now.
  if (document.getText() !== content) {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((builder) => builder.replace(all, content));
  }
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
  for (let tries = 0; tries < 500; tries++) {
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
    assert.ok(hint);
    assert.match(hint.label as string, /^→ \d+ actions$/);
    assert.deepEqual(hint.position, placeOf(document, '"s3:Get*"', 9));
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

  it('the outline has statements by Sid and their elements; breadcrumbs use it', async () => {
    const document = await open(POLICY);
    const [policy] = await execute<vscode.DocumentSymbol[]>('DocumentSymbolProvider', document);
    assert.equal(policy?.name, 'Identity policy');
    assert.deepEqual(
      policy.children.map(({ name, detail }) => [name, detail]),
      [
        ['Version', '2012-10-17'],
        ['Read', 'Allow s3:Get*, …'],
        ['Write', 'Deny s3:ListBucket'],
      ],
    );
    const elements = policy.children[2]?.children.map(({ name }) => name);
    assert.deepEqual(elements, ['Sid', 'Effect', 'Action', 'Resource', 'Condition']);
  });

  it('statements fold by their brackets', async () => {
    const document = await open(
      '{\n"Statement": [\n{\n"Effect": "Allow",\n"Action": [\n"a"\n]\n}\n]\n}\n',
    );
    const folds = await execute<vscode.FoldingRange[]>('FoldingRangeProvider', document);
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 8],
        [1, 7],
        [2, 6],
        [4, 5],
      ],
    );
  });

  it('a selection grows from the word to the variable, the part, the text', async () => {
    const document = await open(POLICY);
    const [first] = await execute<vscode.SelectionRange[]>('SelectionRangeProvider', document, [
      placeOf(document, 'aws:username', 6),
    ]);
    const texts: string[] = [];
    for (let at = first; at && texts.length < 6; at = at.parent)
      texts.push(document.getText(at.range));
    assert.deepEqual(texts, [
      'username',
      'aws:username',
      '${aws:username}',
      'orchard/${aws:username}/*',
      'arn:aws:s3:::orchard/${aws:username}/*',
      '"arn:aws:s3:::orchard/${aws:username}/*"',
    ]);
  });

  it('references, highlights and the definition of a key are keys and variables', async () => {
    const document = await open(POLICY);
    const variable = placeOf(document, 'aws:username', 1);
    const expected = [placeOf(document, 'aws:username'), placeOf(document, 'aws:username', 0, 2)];
    const places = await execute<vscode.Location[]>('ReferenceProvider', document, variable);
    assert.deepEqual(
      places.map(({ range }) => range.start),
      expected,
    );
    const marks = await execute<vscode.DocumentHighlight[]>(
      'DocumentHighlights',
      document,
      variable,
    );
    assert.deepEqual(
      marks.map(({ range }) => range.start),
      expected,
    );
    const key = placeOf(document, 'aws:username', 1, 2);
    const [definition] = await execute<vscode.LocationLink[]>('DefinitionProvider', document, key);
    assert.deepEqual(definition?.targetRange.start, expected[0]);
  });

  it('a Sid is renamed; what cannot be says why', async () => {
    const document = await open(POLICY);
    const sid = placeOf(document, '"Read"', 2);
    const rename = (name: string) =>
      execute<vscode.WorkspaceEdit>('DocumentRenameProvider', document, sid, name);
    const prepared = await vscode.commands.executeCommand<{ range: vscode.Range }>(
      'vscode.prepareRename',
      document.uri,
      sid,
    );
    assert.equal(document.getText(prepared.range), 'Read');
    await assert.rejects(Promise.resolve(rename('Write')), /Another statement has the Sid Write/);
    await assert.rejects(Promise.resolve(rename('a b')), /letters and digits only/);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand(
          'vscode.prepareRename',
          document.uri,
          placeOf(document, 's3:Get'),
        ),
      ),
      /Only the Sid of a statement can be renamed/,
    );
    await vscode.workspace.applyEdit(await rename('ReadAll'));
    assert.match(document.getText(), /"Sid": "ReadAll"/);
  });

  it('colours by meaning, in plain JSON that is a policy too and in no other', async () => {
    for (const language of ['aws-iam-policy', 'json']) {
      const document = await open(POLICY, language);
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      const [line = 0, character = 0, length = 0, type = 0] = tokens.data;
      assert.equal(
        document.getText(new vscode.Range(line, character, line, character + length)),
        's3',
      );
      assert.equal(legend.tokenTypes[type], 'namespace');
    }
    const other = await open('{"name": "x", "Statement": 1}', 'json');
    const none = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
      'vscode.provideDocumentSemanticTokens',
      other.uri,
    );
    assert.ok(!none || none.data.length === 0);
  });

  it('actions link to their pages', async () => {
    const document = await open(POLICY);
    const links = await execute<vscode.DocumentLink[]>('LinkProvider', document, 10);
    assert.deepEqual(
      links.map(({ range, target }) => [document.getText(range), target?.authority]),
      [
        ['s3:ListBucket', 'docs.aws.amazon.com'],
        ['s3:ListBucket', 'docs.aws.amazon.com'],
      ],
    );
  });
});

describe('comforts in plain JSON', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** How many answers each feature has. */
  async function answers(content: string): Promise<Record<string, number>> {
    const document = await open(content, 'json');
    const at = placeOf(document, 'ListBucket');
    const count = async (command: string, ...args: unknown[]) => {
      const found = await execute<unknown[] | undefined>(command, document, ...args);
      return found?.length ?? 0;
    };
    return {
      hovers: await count('HoverProvider', at),
      lenses: await count('CodeLensProvider'),
      links: await count('LinkProvider'),
      references: await count('ReferenceProvider', at),
    };
  }

  it('are there when it is a policy, and only then', async () => {
    const expected = { hovers: 1, lenses: 2, links: 2, references: 2 };
    assert.deepEqual(await answers(POLICY), expected);
    const other = '{"name": "s3:ListBucket", "Statement": [{"Action": "s3:ListBucket"}]}';
    const none = { hovers: 0, lenses: 0, links: 0, references: 0 };
    assert.deepEqual(await answers(other), none);
  });
});

describe('comforts with an account', () => {
  before(async () => {
    await practiceAccount();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const withResource = (arn: string) =>
    `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:Get*", "Resource": "${arn}"}}`;

  async function linkOf(arn: string): Promise<vscode.Uri | undefined> {
    const document = await open(withResource(arn));
    const links = await execute<vscode.DocumentLink[]>('LinkProvider', document, 10);
    return links.find(({ range }) => document.getText(range) === arn)?.target;
  }

  it('the ARN of a user is shown in the view, that of a policy as its document', async () => {
    const { connections, tree } = await services();
    const account = connections.active?.account;
    const [user] = account?.users.items ?? [];
    const [policy] = account?.policies.items ?? [];
    assert.ok(user && policy);
    for (const arn of [user.arn, policy.arn]) {
      const target = await linkOf(arn);
      assert.equal(target?.scheme, 'command');
      const [argument] = JSON.parse(decodeURIComponent(target.query)) as unknown[];
      assert.equal(argument, arn);
      await vscode.commands.executeCommand(target.path, argument);
    }
    await eventually(
      () =>
        tree.selection.some((ref) => ref.kind === 'user' && ref.name === user.name)
          ? true
          : undefined,
      'the user is not selected',
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'iam');
  });

  it('a user whom the filter hides is shown all the same, also in a folder', async () => {
    const { connections, tree } = await services();
    const user = connections.active?.account.users.items.find(({ path }) => path !== '/');
    assert.ok(user, 'no user of the practice account has a path');
    const settings = vscode.workspace.getConfiguration('iamWorkbench.explorer');
    await settings.update('showPaths', true, vscode.ConfigurationTarget.Global);
    try {
      tree.filter = 'nobody-has-this-name';
      await vscode.commands.executeCommand('iamWorkbench.openArn', user.arn);
      await eventually(
        () =>
          tree.selection.some((ref) => ref.kind === 'user' && ref.name === user.name)
            ? true
            : undefined,
        'the user is not selected',
      );
      assert.equal(tree.filter, '');
    } finally {
      tree.filter = '';
      await settings.update('showPaths', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('the definition of a managed policy of the account is its document', async () => {
    const { connections } = await services();
    const [policy] = connections.active?.account.policies.items ?? [];
    assert.ok(policy);
    const document = await open(withResource(policy.arn));
    const [definition] = await execute<vscode.LocationLink[]>(
      'DefinitionProvider',
      document,
      placeOf(document, policy.arn, 5),
    );
    assert.equal(definition?.targetUri.scheme, 'iam');
  });

  it('what is no ARN, or names what nothing can show, opens nothing', async () => {
    const { connections } = await services();
    const { accountId } = (await connections.active?.account.identity()) ?? {};
    for (const argument of [undefined, 5, 'x', 'arn:aws:iam::*:user/x', { arn: 'x' }]) {
      await vscode.commands.executeCommand('iamWorkbench.openArn', argument);
    }
    const { messages } = await run('openArn', [`arn:aws:iam::${accountId}:user/nobody`]);
    assert.match(messages.join('\n'), /nothing to show for arn:aws:iam::\d+:user\/nobody/);
  });
});
