import * as vscode from 'vscode';
import { parseArn } from '../policy/arn';
import { namesOne } from '../policy/links';
import type { AccountTree, ActiveAccount, Connections, PolicyDocuments } from '../services';
import { arnConsoleUrl } from '../ui/entityText';
import type { Prompter } from '../ui/prompts';

export const OPEN_ARN = 'iamWorkbench.openArn';

type Account = ActiveAccount['account'];
/** What the IAM view or a document can show. */
type ShownRef = Extract<
  Parameters<AccountTree['reveal']>[0],
  { kind: 'user' | 'group' | 'policy' }
>;

export interface OpenArnNeeds {
  connections: Connections;
  policies: Pick<PolicyDocuments, 'open'>;
  tree: Pick<AccountTree, 'reveal'>;
  prompts: () => Prompter;
}

/** Whether anything can be shown for an ARN: an entity of IAM, or a page of the AWS console. */
export function hasPlace(arn: string): boolean {
  return refOf(arn) !== undefined || arnConsoleUrl(arn) !== undefined;
}

/** Shows what an ARN names: in the IAM view, as a document, else in the AWS console. */
export function registerOpenArn(needs: OpenArnNeeds): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_ARN, (argument: unknown) => openArn(argument, needs));
}

/** Anybody may call a command, so the argument is taken for nothing but the text of an ARN. */
async function openArn(argument: unknown, needs: OpenArnNeeds): Promise<void> {
  if (typeof argument !== 'string' || !namesOne(argument)) return;
  const { active } = needs.connections;
  const ofAccount = active !== undefined && (await isOfAccount(argument, active.account));
  if (ofAccount && (await showInAccount(argument, active.account, needs))) return;
  const hasConsole =
    !ofAccount || (active.resolved.connection.kind !== 'practice' && !active.resolved.endpoint);
  const url = hasConsole ? arnConsoleUrl(argument) : undefined;
  if (url === undefined) {
    await needs.prompts().inform(`There is nothing to show for ${argument}.`);
    return;
  }
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

/** AWS managed policies are of every account. A caller that cannot be identified has no account. */
async function isOfAccount(arn: string, account: Account): Promise<boolean> {
  const owner = parseArn(arn)?.account;
  if (owner === 'aws') return true;
  return account.identity().then(
    ({ accountId }) => accountId === owner,
    () => false,
  );
}

async function showInAccount(
  arn: string,
  account: Account,
  { policies, tree }: OpenArnNeeds,
): Promise<boolean> {
  const ref = refOf(arn);
  if (!ref) return false;
  if (account.users.state === 'idle') await account.load().catch(() => undefined);
  if (ref.kind === 'policy') {
    await policies.open(ref.ref);
    return true;
  }
  const known = ref.kind === 'user' ? account.user(ref.name) : account.group(ref.name);
  return known?.arn === arn && tree.reveal(ref);
}

/** Users, groups and managed policies. */
function refOf(text: string): ShownRef | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'iam') return undefined;
  const [, kind, name] = /^(user|group|policy)\/(?:.*\/)?([^/]+)$/.exec(arn.resource) ?? [];
  if (name === undefined) return undefined;
  if (kind === 'policy') return { kind, ref: { kind: 'managed', arn: text } };
  return kind === 'user' || kind === 'group' ? { kind, name } : undefined;
}
