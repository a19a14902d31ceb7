import type { Account } from '../account';
import { invalidInput, noSuchEntity } from '../errors';
import { type OperationTable, write } from '../operation';
import { required } from '../parameters';
import { arn, existingName } from '../rules';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaries: OperationTable = {
  PutUserPermissionsBoundary: write(
    { UserName: required(existingName('user')), PermissionsBoundary: required(arn) },
    ({ account }, input) => {
      const user = account.user(input.UserName);
      requirePolicy(account, input.PermissionsBoundary);
      user.boundary = input.PermissionsBoundary;
    },
  ),

  DeleteUserPermissionsBoundary: write(
    { UserName: required(existingName('user')) },
    ({ account }, input) => {
      const user = account.user(input.UserName);
      if (user.boundary === undefined) {
        throw noSuchEntity(`Could not find permissions boundary for user ${user.name}`);
      }
      user.boundary = undefined;
    },
  ),
};

export function boundaryXml(boundary: string | undefined) {
  if (boundary === undefined) return {};
  return {
    PermissionsBoundary: {
      PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
      PermissionsBoundaryArn: boundary,
    },
  };
}

/** Throws unless there is a managed policy of this ARN, AWS's own included. */
export function requirePolicy(account: Account, policyArn: string): void {
  requirePolicyArn(policyArn);
  if (!account.customerPolicy(policyArn) && !account.awsPolicies.find(policyArn)) {
    throw noSuchEntity(`Policy ${policyArn} does not exist or is not attachable.`);
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
export function requirePolicyArn(policyArn: string): void {
  if (!/^arn:aws:iam::(?:\d{12}|aws):policy\/[!-~]+$/.test(policyArn)) {
    throw invalidInput(`ARN ${policyArn} is not valid.`);
  }
}
