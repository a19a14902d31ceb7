import { region, tableName } from './blanks';
import { answerOf, type PolicyTemplate } from './template';

export const dynamodbTable: PolicyTemplate = {
  id: 'dynamodbTable',
  label: 'One DynamoDB table',
  detail: 'Reads and writes the items of one table and its indexes; cannot change the table.',
  policyName: 'DynamoDBTable',
  blanks: [region, tableName],
  statements: (context) => {
    const { partition, accountId } = context;
    const place = `${partition}:dynamodb:${answerOf(context, 'region')}:${accountId}`;
    const table = `arn:${place}:table/${answerOf(context, 'table')}`;
    return [
      {
        Sid: 'UseItems',
        Effect: 'Allow',
        Action: [
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:DeleteItem',
          'dynamodb:DescribeTable',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:Query',
          'dynamodb:Scan',
          'dynamodb:UpdateItem',
        ],
        Resource: [table, `${table}/index/*`],
      },
    ];
  },
};
