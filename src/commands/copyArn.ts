import * as vscode from 'vscode';
import { arnOf } from '../ui/entityText';
import { targetRefs, type Command } from './command';

/** Copies the ARNs of what is selected, one a line. */
export const copyArn: Command = {
  id: 'iamWorkbench.copyArn',
  async run(services, ...args) {
    const account = services.connections.active?.account;
    if (!account) return;
    const arns = targetRefs(services, args).map((ref) => arnOf(account, ref));
    const known = arns.filter((arn) => arn !== undefined);
    if (known.length === 0) {
      await services.prompts.inform('Select something in the IAM view to copy its ARN.');
      return;
    }
    await vscode.env.clipboard.writeText(known.join('\n'));
  },
};
