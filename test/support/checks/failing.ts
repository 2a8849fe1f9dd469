import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { runChecks } from '../../../src/analysis/index.ts';
import { EMPTY_CONFIG } from '../../../src/config/index.ts';
import { prepareDeclarations } from '../../../src/edits/index.ts';
import { cloudformation } from '../../../src/inventory/formats/cloudformation/format.ts';
import type { Format } from '../../../src/inventory/reading/format.ts';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import { pulumi } from '../../../src/inventory/formats/pulumi/format.ts';
import { terraform } from '../../../src/inventory/formats/terraform/index.ts';
import { prepareLanguages } from '../../../src/inventory/index.ts';
import { NO_CLUES, type CheckRow, type Inventory } from '../../../src/model/index.ts';
import { CATALOGUE, TODAY } from './checklist.ts';
import { assetsOf } from '../code/format.ts';

/** A shop in the code of one tool that fails every check that code can fail. */
export interface FailingShop {
  tool: string;
  file: string;
  text: string;
  read(text: string): Promise<Inventory>;
}

function shop(tool: string, file: string, format: Format, text: string): FailingShop {
  const unit = format === terraform ? '.' : file;
  const read = async (changed: string): Promise<Inventory> => {
    await prepareLanguages([file]);
    const assets = [...assetsOf(format, unit, { [file]: changed }, 'id').values()];
    await prepareDeclarations(assets);
    return { assets, suppressions: [], problems: [] };
  };
  return { tool, file, text, read };
}

const sample = (file: string): string => readFileSync(`test/workspaces/failing/${file}`, 'utf8');
const template = sample('shop.yaml');

/** The shop in every tool. */
export const SHOPS: readonly FailingShop[] = [
  shop('Terraform', 'shop.tf', terraform, sample('shop.tf')),
  shop('CloudFormation YAML', 'shop.yaml', cloudformation, template),
  shop('CloudFormation JSON', 'shop.json', cloudformation, `${JSON.stringify(parse(template), null, 2)}\n`),
  shop('SAM', 'sam.yaml', cloudformation, `Transform: AWS::Serverless-2016-10-31\n${template}`),
  shop('CDK TypeScript', 'stack.ts', programs, sample('stack.ts')),
  shop('CDK Python', 'stack.py', programs, sample('stack.py')),
  shop('Pulumi YAML', 'Pulumi.yaml', pulumi, sample('Pulumi.yaml')),
];

/** Checklist of a shop without any other file. */
export function checklistRows(inventory: Inventory): CheckRow[] {
  return runChecks(CATALOGUE, inventory, EMPTY_CONFIG, { today: TODAY, clues: NO_CLUES });
}
