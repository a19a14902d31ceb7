import type { IamClient } from '../client';
import { IamError, isIamError } from '../errors';
import type { OperationInput, OperationOutput } from '../sdk';
import { accessProblem, checkedDocumentProblem, documentProblem } from './limits';
import type {
  Access,
  AccessAnalyzer,
  AccessCheck,
  AnalyzerCallOptions,
  AnalyzerFinding,
  CheckedPolicyType,
  ValidatePolicyQuestion,
} from './model';
import { narrowCheck, narrowFinding } from './narrow';

type AnalyzerOperation =
  'ValidatePolicy' | 'CheckNoNewAccess' | 'CheckAccessNotGranted' | 'CheckNoPublicAccess';

/** No document has so many findings: an endpoint that never ends its pages is left. */
const MAX_PAGES = 200;

/** {@link AccessAnalyzer} over the client of a connection. */
export class AccessAnalyzerCalls implements AccessAnalyzer {
  constructor(private readonly client: IamClient) {}

  async validatePolicy(
    { document, policyType, resourceType }: ValidatePolicyQuestion,
    options: AnalyzerCallOptions = {},
  ): Promise<AnalyzerFinding[]> {
    refuse('ValidatePolicy', documentProblem(document));
    const findings: AnalyzerFinding[] = [];
    let nextToken: string | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const input = { locale: 'EN', policyDocument: document, policyType, nextToken } as const;
      const output = await this.call(
        'ValidatePolicy',
        {
          ...input,
          ...(resourceType === undefined ? {} : { validatePolicyResourceType: resourceType }),
        } as OperationInput<'ValidatePolicy'>,
        options,
      );
      findings.push(...(output.findings ?? []).map(narrowFinding));
      if (output.nextToken === undefined || output.nextToken === nextToken) break;
      nextToken = output.nextToken;
    }
    return findings;
  }

  async checkNoNewAccess(
    question: { existing: string; updated: string; policyType: CheckedPolicyType },
    options: AnalyzerCallOptions = {},
  ): Promise<AccessCheck> {
    const { existing, updated, policyType } = question;
    refuse('CheckNoNewAccess', checkedDocumentProblem(existing) ?? checkedDocumentProblem(updated));
    const input = { existingPolicyDocument: existing, newPolicyDocument: updated, policyType };
    return narrowCheck(await this.call('CheckNoNewAccess', input, options));
  }

  async checkAccessNotGranted(
    question: { document: string; access: Access; policyType: CheckedPolicyType },
    options: AnalyzerCallOptions = {},
  ): Promise<AccessCheck> {
    const { document, policyType } = question;
    const { actions, resources } = question.access;
    refuse(
      'CheckAccessNotGranted',
      checkedDocumentProblem(document) ?? accessProblem(question.access),
    );
    // An empty list is not an absent one: it would name no action at all.
    const access = {
      ...(actions.length > 0 ? { actions } : {}),
      ...(resources.length > 0 ? { resources } : {}),
    };
    const input = { policyDocument: document, access: [access], policyType };
    return narrowCheck(await this.call('CheckAccessNotGranted', input, options));
  }

  async checkNoPublicAccess(
    question: { document: string; resourceType: string },
    options: AnalyzerCallOptions = {},
  ): Promise<AccessCheck> {
    const { document, resourceType } = question;
    refuse('CheckNoPublicAccess', checkedDocumentProblem(document));
    const input = { policyDocument: document, resourceType };
    return narrowCheck(
      await this.call(
        'CheckNoPublicAccess',
        input as OperationInput<'CheckNoPublicAccess'>,
        options,
      ),
    );
  }

  private async call<K extends AnalyzerOperation>(
    operation: K,
    input: OperationInput<K>,
    options: AnalyzerCallOptions,
  ): Promise<OperationOutput<K>> {
    try {
      return await this.client.call(operation, input, options);
    } catch (error) {
      throw this.elsewhere(error);
    }
  }

  /** A name that cannot be resolved is most likely that of a Region without Access Analyzer. */
  private elsewhere(error: unknown): unknown {
    const { analyzer } = this.client;
    if (!isIamError(error) || error.reason !== 'unreachable' || !analyzer) return error;
    if (!/cannot be resolved/.test(error.message)) return error;
    return new IamError(
      error.reason,
      `IAM Access Analyzer cannot be reached in the Region ${analyzer.region}: ${error.message}`,
      {
        ...error.details,
        advice:
          'Check that the Region of the connection has IAM Access Analyzer, and the network, the VPN and the proxy setting.',
      },
    );
  }
}

function refuse(operation: AnalyzerOperation, problem: string | undefined): void {
  if (problem === undefined) return;
  throw new IamError('invalidInput', `Nothing was sent. ${problem}`, { operation });
}
