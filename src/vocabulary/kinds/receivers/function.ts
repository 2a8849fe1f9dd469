import type { Resource } from '../../resource-types.ts';

export const FUNCTION: Resource = {
  kind: 'function',
  page: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
  types: { terraform: ['aws_lambda_function'], cloudformation: 'AWS::Lambda::Function', cdk: {} },
  name: 'functionName',
  settings: {
    functionName: { type: 'text' },
    // Callers allowed by other resources.
    permissions: { type: 'answer' },
    reservedConcurrentExecutions: { type: 'number' },
    role: { type: 'text' },
    timeout: { type: 'number', default: 3 },
  },
  links: [{ role: 'role', to: ['role'], settings: ['role'] }],
};
