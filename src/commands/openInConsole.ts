import * as vscode from 'vscode';
import { consoleUrl } from '../ui/entityText';
import { targetRefs, type Command } from './command';

/** Opens the AWS console's page of a node in the browser. */
export const openInConsole: Command = {
  id: 'iamWorkbench.openInConsole',
  async run(services, ...args) {
    const resolved = services.connections.active?.resolved;
    const [ref] = targetRefs(services, args);
    if (!resolved || !ref) {
      await services.prompts.inform('Select something in the IAM view to open it in the console.');
      return;
    }
    const url =
      resolved.connection.kind === 'practice' || resolved.endpoint !== undefined
        ? undefined
        : consoleUrl(resolved.partition, ref);
    if (url === undefined) {
      await services.prompts.inform(`The AWS console does not show the ${resolved.label}.`);
      return;
    }
    await vscode.env.openExternal(vscode.Uri.parse(url, true));
  },
};
