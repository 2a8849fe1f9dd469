import type { CheckAnswer, Inventory } from '../../../../src/model/index.ts';
import { inventoryOf, type RunOptions } from '../checklist.ts';

/** Sources of an inventory. */
export const FORMATS = ['Terraform', 'CloudFormation', 'an account'] as const;
export type Format = (typeof FORMATS)[number];

/** An inventory for which a check gives a known answer. */
export interface Example {
  inventory: () => Inventory;
  options?: RunOptions;
  /** Asset of the answer, if the check applies to others as well. */
  about?: string;
}

/** Examples by check, format and answer. */
export type Examples = Readonly<
  Record<string, Partial<Record<Format, Partial<Record<CheckAnswer, Example>>>>>
>;

/** Examples that are written as parts of a Terraform module and of a CloudFormation template. */
export function examplesFromCode<P>(
  written: Readonly<Record<string, Partial<Record<CheckAnswer, { tf?: P; cfn?: P }>>>>,
  tf: (parts: P) => string,
  cfn: (parts: P) => string,
): Examples {
  const found: Record<string, Partial<Record<Format, Partial<Record<CheckAnswer, Example>>>>> = {};
  for (const [id, answers] of Object.entries(written)) {
    const own: Record<'Terraform' | 'CloudFormation', Partial<Record<CheckAnswer, Example>>> = {
      Terraform: {},
      CloudFormation: {},
    };
    for (const [answer, { tf: tfParts, cfn: cfnParts }] of Object.entries(answers) as [
      CheckAnswer,
      { tf?: P; cfn?: P },
    ][]) {
      if (tfParts !== undefined) own.Terraform[answer] = { inventory: () => inventoryOf('tf', tf(tfParts)) };
      if (cfnParts !== undefined)
        own.CloudFormation[answer] = { inventory: () => inventoryOf('cfn', cfn(cfnParts)) };
    }
    found[id] = own;
  }
  return found;
}

/** Joins tables, and the examples of the same check. */
export function joinExamples(...tables: readonly Examples[]): Examples {
  const found: Record<string, Partial<Record<Format, Partial<Record<CheckAnswer, Example>>>>> = {};
  for (const table of tables) {
    for (const [id, formats] of Object.entries(table)) {
      const known = (found[id] ??= {});
      for (const format of FORMATS) known[format] = { ...known[format], ...formats[format] };
    }
  }
  return found;
}
