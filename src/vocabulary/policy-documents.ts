/** The data source of Terraform that makes a policy of IAM, and the attribute that is the policy. */
const DOCUMENT = 'data.aws_iam_policy_document';
const MADE = 'json';

/** Whether an attribute of a data source is a policy that its own arguments make. */
export function isPolicyDocument(type: string, attribute: string = MADE): boolean {
  return type === DOCUMENT && attribute === MADE;
}
