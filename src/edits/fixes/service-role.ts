/**
 * The lines of a Terraform role that services may take.
 * @param services an expression of HCL: one service's name, or a list of them
 */
export function serviceRoleInTerraform(label: string, name: string, services: string): string[] {
  return [
    `resource "aws_iam_role" "${label}" {`,
    `  name = "${name}"`,
    '',
    '  assume_role_policy = jsonencode({',
    '    Version = "2012-10-17"',
    '    Statement = [{',
    '      Effect    = "Allow"',
    '      Action    = "sts:AssumeRole"',
    `      Principal = { Service = ${services} }`,
    '    }]',
    '  })',
    '}',
  ];
}
