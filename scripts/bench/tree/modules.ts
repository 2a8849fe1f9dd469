// Terraform modules with callers, for the benchmark's tree. A root of a real repository reads twenty files: its own
// and those of the modules that it calls.
import { variable } from './terraform.ts';

/** Modules of a project, which together hold all of its files. */
const MODULES = 8;
/** Files of one kind in the same folder of a project. */
export const FILES_PER_FOLDER = 16;

/** Folder of a module in the same project as the nth file, relative to the project. */
export function moduleFolder(nth: number, which: number): string {
  return `terraform/modules/${moduleName(nth, which)}`;
}

function moduleName(nth: number, which: number): string {
  return `part-${Math.floor(nth / FILES_PER_FOLDER) * MODULES + (which % MODULES)}`;
}

/** Path of a module's variables and other files. */
export function moduleFilePath(nth: number): string {
  return `${moduleFolder(nth, nth)}/${hasInputs(nth) ? 'inputs' : 'others'}.tf`;
}

/** Variables of a module, and in every second one a call of the next module. */
export function moduleFile(n: number): string {
  const nth = Math.floor(n / 1000);
  if (n % 1000 !== 0) return variable(n);
  if (hasInputs(nth)) return INPUTS;
  return nth % 2 === 0 ? callOf(n, `../${moduleName(nth, nth + 1)}`) : variable(n);
}

/** True for the first file of each module, which has the variables. */
function hasInputs(nth: number): boolean {
  return nth % FILES_PER_FOLDER < MODULES;
}

/** Variables of all modules. */
const INPUTS = `variable "stage" {
  type    = string
  default = "dev"
}
variable "service" { type = string }
variable "tags" {
  type    = map(string)
  default = {}
}
variable "alarms_enabled" {
  type    = bool
  default = true
}
variable "thresholds" {
  type    = map(number)
  default = { cpu = 80 }
}
variable "period" { default = 60 }
variable "log_retention" { default = 30 }
variable "log_key" { default = "" }
variable "health_path" { default = "/healthz" }
variable "instance_type" { default = "t3.small" }
variable "cluster_name" { type = string }
variable "vpc_id" { type = string }
variable "private_subnet_ids" { type = list(string) }

locals {
  prefix = join("-", [var.service, var.stage])
  tags   = merge({ Service = var.service, Stage = var.stage }, var.tags)
}
`;

/** First lines of a root module. */
export const ROOT = `variable "stage" { default = "prod" }

locals {
  tags     = { Team = "shop", Repository = "shop/infrastructure" }
  services = ["orders", "payments"]
  network  = data.terraform_remote_state.network.outputs
}
`;

export function call(n: number): string {
  return callOf(n, `../../modules/${moduleName(Math.floor(n / 1000), n)}`);
}

function callOf(n: number, source: string): string {
  const repeated = n % 4 === 0 ? '  for_each = toset(local.services)\n' : '';
  const service = n % 4 === 0 ? 'each.key' : `"part-${n}"`;
  return `module "part_${n}" {
  source = "${source}"
${repeated}  stage   = var.stage
  service = ${service}
  tags    = merge(local.tags, { Part = "part-${n}" })

  alarms_enabled     = var.stage == "prod"
  thresholds         = { cpu = ${60 + (n % 30)}, memory = 75 }
  log_retention      = var.stage == "prod" ? 365 : 14
  cluster_name       = "shop-\${var.stage}"
  vpc_id             = local.network.vpc_id
  private_subnet_ids = local.network.private_subnet_ids
}
`;
}
