import * as vscode from 'vscode';
import { isIamError, type IamError } from '../iam/errors';
import type { Services } from '../services';
import { errorMessage, statementToAskFor } from './errorText';

const SHOW_LOG = 'Show Log';
const RECONNECT = 'Connect Again';
const SWITCH = 'Switch Connection…';
const COPY_STATEMENT = 'Copy the Statement to Ask For';

function offers(error: IamError): string[] {
  switch (error.reason) {
    case 'expired':
    case 'noCredentials':
    case 'credentialsRejected':
      return [RECONNECT, SWITCH];
    case 'accessDenied':
      return error.details.permission === undefined ? [] : [COPY_STATEMENT];
    case 'unreachable':
    case 'notIam':
      return [SWITCH];
    default:
      return [];
  }
}

/** Shows a failure with what can be done about it. Waits for nobody once it is shown. */
export async function showError(services: Services, error: unknown): Promise<void> {
  if (isIamError(error) && error.reason === 'cancelled') return;
  log(services.log, error);
  const actions = isIamError(error) ? offers(error) : [SHOW_LOG];
  const chosen = await services.prompts.error(errorMessage(error), ...actions);
  if (chosen === SHOW_LOG) services.log.show();
  if (chosen === RECONNECT) await services.connections.reconnect();
  if (chosen === SWITCH) await vscode.commands.executeCommand('iamWorkbench.switchConnection');
  if (chosen === COPY_STATEMENT && isIamError(error)) {
    await vscode.env.clipboard.writeText(statementToAskFor(error.details.permission ?? ''));
  }
}

/** An IamError holds no secret by contract; of anything else only the stack is kept. */
function log(channel: vscode.LogOutputChannel, error: unknown): void {
  if (!isIamError(error)) {
    channel.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return;
  }
  const { operation, code, requestId } = error.details;
  const facts = [operation, code, requestId].filter((fact) => fact !== undefined).join(' ');
  channel.error(`${error.reason}: ${error.message}${facts === '' ? '' : ` (${facts})`}`);
}
