/** Builds the examples of the checks: a policy around what each is about. */

export const policy = (...statements: object[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** A policy that allows; elements given replace the usual ones. */
export const allow = (elements: object) =>
  policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...elements });

export const deny = (elements: object) =>
  policy({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', ...elements });

/** A role's trust policy. */
export const trust = (elements: object) =>
  policy({
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
    ...elements,
  });
