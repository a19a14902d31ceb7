import { type OperationTable, read } from '../operation';

/** The Security Token Service: who is calling. */
export const sts: OperationTable = {
  GetCallerIdentity: read({}, ({ account, caller }) => {
    const { user } = caller;
    return {
      UserId: user?.id ?? account.state.accountId,
      Account: account.state.accountId,
      Arn: user ? account.holderArn('user', user) : account.arn('root'),
    };
  }),
};
