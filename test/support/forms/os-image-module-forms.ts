import type { Form } from './os-image-forms.ts';

const TEMPLATE = `variable "user_data" {
  type    = string
  default = ""
}
locals {
  encoded = base64encode(var.user_data)
}
resource "aws_launch_template" "this" {
  user_data = var.user_data == "" ? null : local.encoded
}
`;

function calling(name: string, main: string, images: readonly string[], more: Form['files'] = {}): Form {
  return { name: `tf module: ${name}`, files: { 'main.tf': main, 'web/main.tf': TEMPLATE, ...more }, images };
}

/** User data that reaches a machine through the input of a module. */
export const MODULE_FORMS: readonly Form[] = [
  calling(
    'a heredoc with a value that is not known',
    `variable "token" {}
module "web" {
  source    = "./web"
  user_data = <<-EOF
    #!/bin/bash
    echo \${var.token}
    dnf upgrade -y --releasever=2023.4.20240416
  EOF
}`,
    ['2023 2023.4.20240416 [2023.4.20240416]'],
  ),
  calling(
    'a template, with the release from the call',
    `module "web" {
  source    = "./web"
  user_data = templatefile("\${path.module}/init.tftpl", { release = "2023.4.20240416" })
}`,
    ['2023 2023.4.20240416 [2023.4.20240416]'],
    { 'init.tftpl': '#!/bin/bash\ndnf upgrade -y --releasever=${release}\n' },
  ),
  calling(
    'two calls, each with its own',
    `module "a" {
  source    = "./web"
  user_data = "dnf upgrade -y --releasever=2023.4.20240416"
}
module "b" {
  for_each  = toset(["x", "y"])
  source    = "./web"
  user_data = join("\\n", ["#!/bin/bash", "echo \${each.key}", "dnf upgrade -y --releasever=2023.5.20240805"])
}`,
    ['2023 2023.4.20240416 [2023.4.20240416]', '2023 2023.5.20240805 [2023.5.20240805]'],
  ),
  calling(
    'through a module between',
    `module "stack" {
  source  = "./stack"
  release = "2023.4.20240416"
}`,
    ['2023 2023.4.20240416 [2023.4.20240416]'],
    {
      'stack/main.tf': `variable "release" {}
variable "token" {}
module "web" {
  source    = "../web"
  user_data = "#!/bin/bash\\necho \${var.token}\\ndnf upgrade -y --releasever=\${var.release}\\n"
}
`,
    },
  ),
  calling('none', 'module "web" {\n  source = "./web"\n}', []),
  {
    name: 'tf module: of the registry',
    files: {
      'main.tf': `module "asg" {
  source    = "terraform-aws-modules/autoscaling/aws"
  image_id  = "ami-0abcdef1234567890"
  user_data = base64encode(<<-EOF
    #!/bin/bash
    dnf upgrade -y --releasever=2023.4.20240416
  EOF
  )
}
module "ec2" {
  source    = "terraform-aws-modules/ec2-instance/aws"
  user_data = file("\${path.module}/boot.txt")
}
`,
      'boot.txt': 'dnf upgrade -y --releasever=2023.5.20240805\n',
    },
    images: ['2023 2023.4.20240416 [2023.4.20240416]', '2023 2023.5.20240805 [2023.5.20240805]'],
  },
];
