import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completionProvider } from '../../src/language/completion';
import { lazyLanguage } from '../../src/language/loadLanguage';
import { PolicyDocuments } from '../../src/language/policyDocuments';
import { practiceAccount, services } from './workbench';

const policy = (statement: string) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statement}\n  ]\n}\n`;

/** Opens text with a `|` where the cursor is to be. */
async function open(marked: string, language = 'aws-iam-policy') {
  const offset = marked.indexOf('|');
  const content = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  // A new document can be given the kept text of one of the same name that was closed just now.
  if (document.getText() !== content) {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((builder) => builder.replace(all, content));
  }
  const position = document.positionAt(Math.max(offset, 0));
  editor.selection = new vscode.Selection(position, position);
  return { document, editor, position };
}

/** Waits until the findings of a document are as wanted. */
async function diagnostics(
  document: vscode.TextDocument,
  wanted: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  for (let tries = 0; tries < 500; tries++) {
    const found = vscode.languages.getDiagnostics(document.uri);
    if (wanted(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return vscode.languages.getDiagnostics(document.uri);
}

/** Asks for what depends on the check of the newest text, so that it is over. */
async function checked(document: vscode.TextDocument): Promise<void> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, all);
}

const codes = (found: vscode.Diagnostic[]) =>
  found.map(({ code }) => (typeof code === 'object' ? code.value : code));

async function completions(document: vscode.TextDocument, position: vscode.Position) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map((item) => ({
    item,
    label: typeof item.label === 'string' ? item.label : item.label.label,
  }));
}

/** What the document says after the item of a label was accepted. */
async function accept(marked: string, label: string): Promise<string> {
  const { document, editor, position } = await open(marked);
  const found = (await completions(document, position)).find((each) => each.label === label);
  assert.ok(found, `${label} is not offered`);
  const { insertText, range, additionalTextEdits } = found.item;
  assert.ok(range instanceof vscode.Range && insertText instanceof vscode.SnippetString);
  await editor.insertSnippet(insertText, range);
  for (const edit of additionalTextEdits ?? []) {
    await editor.edit((builder) => builder.insert(edit.range.start, edit.newText));
  }
  return document.getText();
}

/** Waits until a label is offered: what comes from the account may come a little later. */
async function offered(marked: string, label: string) {
  const { document, position } = await open(marked);
  for (let tries = 0; tries < 500; tries++) {
    const found = (await completions(document, position)).find((each) => each.label === label);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

describe('language', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('finds a misspelled action and repairs it', async () => {
    const { document } = await open(
      policy('{ "Effect": "Allow", "Action": "s3:GetObjct", "Resource": "arn:aws:s3:::b/*" }'),
    );
    const found = await diagnostics(document, (all) => all.length > 0);
    assert.deepEqual(codes(found), ['INVALID_ACTION']);
    const [finding] = found;
    assert.ok(finding);
    assert.equal(finding.source, 'IAM');
    assert.equal(document.getText(finding.range), '"s3:GetObjct"');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const fix = actions.find(({ title }) => title === 'Change to s3:GetObject');
    assert.ok(fix?.edit);
    assert.ok(fix.isPreferred);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /"s3:GetObject"/);
    assert.deepEqual(await diagnostics(document, (all) => all.length === 0), []);
  });

  it('checks the newest text when typing goes on', async () => {
    const { document, editor } = await open(
      policy('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }'),
    );
    for (const text of ['Deny2', 'Deny3', 'Deny']) {
      const start = document.getText().indexOf('"Effect": "') + 11;
      const end = document.getText().indexOf('"', start);
      await editor.edit((builder) =>
        builder.replace(
          new vscode.Range(document.positionAt(start), document.positionAt(end)),
          text,
        ),
      );
    }
    await checked(document);
    assert.deepEqual(codes(vscode.languages.getDiagnostics(document.uri)), []);
  });

  it('completes actions in quotes and without, and replaces the whole word', async () => {
    const wanted = policy('{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*" }');
    for (const typed of ['"s3:Get|"', 's3:Get|', '"s3:Get|Bucket"', '|"s3:Get"']) {
      const text = policy(`{ "Effect": "Allow", "Action": [${typed}], "Resource": "*" }`);
      assert.equal(await accept(text, 's3:GetObject'), wanted, typed);
    }
  });

  it('completes an ARN from the actions, with what is typed of it kept', async () => {
    const statement = (resource: string) =>
      policy(`{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${resource}" }`);
    assert.equal(
      await accept(
        statement('arn:aws:sqs:eu-west-1:461930275518:|'),
        'arn:aws:sqs:${Region}:${Account}:${QueueName}',
      ),
      statement('arn:aws:sqs:eu-west-1:461930275518:QueueName'),
    );
  });

  it('completes a policy variable where it stands in an ARN', async () => {
    const statement = (resource: string) =>
      policy(`{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${resource}" }`);
    assert.equal(
      await accept(statement('arn:aws:s3:::orchard/${aws:us|er}/*'), '${aws:username}'),
      statement('arn:aws:s3:::orchard/${aws:username}/*'),
    );
  });

  it('completes a whole statement', async () => {
    const text = await accept(
      '{"Version":"2012-10-17","Statement":[|]}',
      'Own folder of an S3 bucket',
    );
    const { Statement } = JSON.parse(text) as { Statement: { Resource: string }[] };
    assert.equal(Statement[1]?.Resource, 'arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*');
  });

  it('completes an element without quotes, with its colon and the comma before it', async () => {
    const text = await accept(policy('{ "Effect": "Allow"\n      Act| }'), 'Action');
    assert.deepEqual(JSON.parse(text), {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: [''] }],
    });
  });

  it('offers what the connected account has, also when nothing of it is loaded yet', async () => {
    const account = await practiceAccount();
    const { arn } = account.user('build-server') ?? {};
    assert.ok(arn);
    const { connections } = await services();
    await connections.reconnect();
    const users = policy('{ "Effect": "Allow", "Action": "iam:GetUser", "Resource": ["|"] }');
    assert.ok(await offered(users, arn), 'a user');
    const role = arn.replace(/:user.*/, ':role/analytics/ReportsRunner');
    const principal =
      '{ "Effect": "Allow", "Principal": { "AWS": "|" }, "Action": "sts:AssumeRole" }';
    assert.ok(await offered(policy(principal), role), 'a role');
    assert.equal(connections.active?.account.references('bucket').state, 'idle');
  });

  it('lists what fits the text that was asked about, whatever is typed until the list is there', async () => {
    const { connections, context, log } = await services();
    const load = lazyLanguage(context.asAbsolutePath('dist/catalog.bin'));
    const documents = new PolicyDocuments(load, context.workspaceState);
    const provider = completionProvider(documents, load, { connections, log });
    const { document, position } = await open(policy('{ "Action": "s3:GetO|" }'));
    const { token } = new vscode.CancellationTokenSource();
    const list = () =>
      provider.provideCompletionItems(document, position, token, {
        triggerKind: vscode.CompletionTriggerKind.Invoke,
        triggerCharacter: undefined,
      });
    assert.ok(list() instanceof Promise, 'the first one waits for the language');
    await list();
    // What is no promise cannot be overtaken by a key.
    assert.ok(list() instanceof vscode.CompletionList);
  });

  it('documents an action where it is offered and where it stands', async () => {
    const { document, position } = await open(
      policy('{ "Effect": "Allow", "Action": "s3:Get|Object", "Resource": "*" }'),
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content as vscode.MarkdownString).value)
      .join('\n');
    assert.match(text, /Grants permission to retrieve objects from Amazon S3/);
  });

  it('helps in JSON that is a policy and leaves other JSON alone', async () => {
    const json = '{"Statement":[{"Effect":"Allow","Action":"s3:GetObjct","Resource":"*"}]}';
    const { document } = await open(json, 'json');
    const found = await diagnostics(document, (all) => codes(all).includes('INVALID_ACTION'));
    assert.ok(codes(found).includes('INVALID_ACTION'));
    const template = `{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"P":{"Type":"AWS::IAM::Policy","Properties":{"PolicyDocument":${json}}}}}`;
    const other = await open(template, 'json');
    await checked(other.document);
    assert.deepEqual(vscode.languages.getDiagnostics(other.document.uri), []);
  });

  it('offers nothing twice beside the JSON features', async () => {
    const { document, position } = await open(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"*"},{"Effect":"Allow","|"}]}',
      'json',
    );
    const labels = (await completions(document, position)).map(({ label }) =>
      label.replaceAll('"', ''),
    );
    assert.ok(labels.includes('Action'), labels.join());
    assert.equal(new Set(labels).size, labels.length, labels.join());
  });

  it('formats', async () => {
    const { document } = await open('{"Version":"2012-10-17","Statement":[]}');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), '{\n  "Version": "2012-10-17",\n  "Statement": []\n}');
  });

  it('gives policies by name their language', async () => {
    const known = await vscode.languages.getLanguages();
    assert.ok(known.includes('aws-iam-policy'));
  });
});
