import { openSandbox } from '../sandbox/index';
import { sandboxRequestHandler, type SandboxRequestHandler } from '../sandbox/requestHandler';

export interface PracticeSandbox {
  requestHandler: SandboxRequestHandler;
  reset(): Promise<void>;
}

/** The practice account, its state in a file. Loaded on first use: a bundle of its own. */
export async function openPracticeSandbox(options: {
  stateFile: string;
  managedPoliciesFile: string;
  catalogFile: string;
  onNotice: (message: string) => void;
}): Promise<PracticeSandbox> {
  const sandbox = await openSandbox(options);
  return {
    requestHandler: sandboxRequestHandler(sandbox),
    reset: () => sandbox.reset(),
  };
}
