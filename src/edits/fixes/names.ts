import type { Asset } from '../../model/index.ts';

/** Label of a Terraform resource (`shop` of `aws_rds_cluster.shop`), identifier of a construct, else the name. */
export function labelOf({ name }: Pick<Asset, 'name'>): string {
  return name.split('.')[1] ?? name;
}

/** Words in snake case: `database_connections` from `DatabaseConnections`. */
export function snakeCase(words: string): string {
  return words
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toLowerCase();
}

/** Any name in the style of CloudFormation: `IamDbAuthError` from `iam-db-auth-error`. */
export function pascalCase(words: string): string {
  return words
    .split(/[\W_]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
