import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PolicyRef } from '../../src/iam/model';
import { lazyLanguage } from '../../src/language/loadLanguage';
import { PolicyDocuments } from '../../src/language/policyDocuments';
import type { PolicyKind } from '../../src/policy/kind';
import { practiceAccount, run, services } from './workbench';

/** Names as people give them, and what such a policy is used as. */
const NAMES: Readonly<Record<string, PolicyKind>> = {
  'deploy.trust.iam.json': 'trust',
  'deploy.resource.iam.json': 'resource',
  'guard.scp.iam.json': 'scp',
  'perimeter.rcp.iam.json': 'rcp',
  'dev.boundary.iam.json': 'boundary',
  'ci.session.iam.json': 'session',
  's3.endpoint.iam.json': 'endpoint',
  'lambda-trust-policy.json': 'trust',
  'trust-policy.json': 'trust',
  'lambda_trust_policy.json': 'trust',
  'assume-role-policy-document.json': 'trust',
  'reports-bucket-policy.json': 'resource',
  'alarm-topic-policy.json': 'resource',
  'region-scp-policy.json': 'scp',
  'region.scp.json': 'scp',
  'perimeter.rcp.json': 'rcp',
  'permissions-boundary-policy.json': 'boundary',
  'ci-session-policy.json': 'session',
  's3-vpc-endpoint-policy.json': 'endpoint',
};

const policy = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
const IDENTITY = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };
const TRUST = {
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

describe('the kind of a policy', () => {
  let folder: string;
  let documents: PolicyDocuments;
  const open = (name: string, text: string): Thenable<vscode.TextDocument> => {
    fs.writeFileSync(path.join(folder, name), text);
    return vscode.workspace.openTextDocument(vscode.Uri.file(path.join(folder, name)));
  };
  const kindOf = async (document: vscode.TextDocument): Promise<PolicyKind | undefined> =>
    (await documents.open(document))?.kind;
  /** With the memory of the window, as it is after a reload. */
  const reload = async (): Promise<void> => {
    const { context } = await services();
    const load = lazyLanguage(context.asAbsolutePath('dist/catalog.bin'));
    documents = new PolicyDocuments(load, context.workspaceState);
  };
  /** Errors of the text as it is now. */
  const errors = async (document: vscode.TextDocument): Promise<string[]> => {
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, all);
    return vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code))
      .sort();
  };

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-test-'));
    await reload();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is told by the name of the file, which has the language from the start', async () => {
    for (const [name, kind] of Object.entries(NAMES)) {
      const document = await open(name, '');
      assert.equal(document.languageId, 'aws-iam-policy', name);
      assert.equal(await kindOf(document), kind, name);
    }
  });

  it('is told by the content where the name says nothing', async () => {
    const contents: [string, string, PolicyKind | undefined][] = [
      ['a.iam.json', policy(IDENTITY), 'identity'],
      ['b.json', policy(IDENTITY), 'identity'],
      ['c.json', policy(TRUST), 'trust'],
      ['d.json', policy({ ...IDENTITY, Principal: '*' }), 'resource'],
      ['e.iam.json', policy(IDENTITY, TRUST), 'unknown'],
      ['f.json', '{"Statement": "of an account", "Effect": 1}', undefined],
    ];
    for (const [name, text, kind] of contents) {
      assert.equal(await kindOf(await open(name, text)), kind, name);
    }
  });

  it('decides what is a finding; where it is not known, only what is wrong for all kinds is one', async () => {
    const both = policy(IDENTITY, TRUST);
    assert.deepEqual(await errors(await open('both.iam.json', both)), []);
    const trust = await errors(await open('both.trust.iam.json', both));
    assert.ok(trust.includes('MISSING_PRINCIPAL'), trust.join());
    const boundary = await errors(await open('both.boundary.iam.json', both));
    assert.ok(boundary.includes('UNSUPPORTED_PRINCIPAL'), boundary.join());
    const wrong = policy({ ...IDENTITY, Effect: 'Permit' }, TRUST);
    assert.deepEqual(await errors(await open('wrong.iam.json', wrong)), ['INVALID_EFFECT']);
  });

  it('can be chosen, is remembered by the window, and can be left to the document again', async () => {
    const document = await open('deploy.iam.json', policy(IDENTITY));
    await vscode.window.showTextDocument(document);
    assert.deepEqual(await errors(document), []);
    await run('choosePolicyKind', [], { at: 'Kind of policy', pick: 'Role trust policy' });
    assert.ok((await errors(document)).includes('MISSING_PRINCIPAL'));
    await reload();
    assert.equal(await kindOf(document), 'trust');
    const other = await open('other.iam.json', policy(IDENTITY));
    assert.equal(await kindOf(other), 'identity');
    await run('choosePolicyKind', [], { pick: 'By file name and content' });
    assert.deepEqual(await errors(document), []);
    await reload();
    assert.equal(await kindOf(document), 'identity');
  });

  it('is that of an identity for the policies of groups and users, and cannot be another', async () => {
    const account = await practiceAccount();
    const managed = account.policies.items[0];
    assert.ok(managed);
    const refs: PolicyRef[] = [
      { kind: 'inline', holder: { kind: 'group', name: 'Operations' }, policyName: 'FullControl' },
      {
        kind: 'inline',
        holder: { kind: 'user', name: 'backup-agent' },
        policyName: 'WriteBackups',
      },
      { kind: 'managed', arn: managed.arn },
    ];
    for (const ref of refs) {
      await (await services()).documents.open(ref);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.scheme, 'iam');
      assert.equal(document.languageId, 'aws-iam-policy');
      assert.equal(await kindOf(document), 'identity');
      await run('choosePolicyKind', []);
      assert.equal(await kindOf(document), 'identity');
    }
  });

  it('is not asked for where there is no policy', async () => {
    const document = await open('data.json', '{}');
    await vscode.window.showTextDocument(document);
    const { messages } = await run('choosePolicyKind', []);
    assert.match(messages.join(), /The editor in front holds no IAM policy/);
  });
});
