/** Terraform data source for an IAM policy, and its attribute with the policy. */
const DOCUMENT = 'data.aws_iam_policy_document';
const JSON_ATTRIBUTE = 'json';

/** True for a data source attribute that is a policy built from its own arguments. */
export function isPolicyDocument(type: string, attribute: string = JSON_ATTRIBUTE): boolean {
  return type === DOCUMENT && attribute === JSON_ATTRIBUTE;
}
