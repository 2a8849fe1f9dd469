import * as z from 'zod';
import { main } from './program.ts';

/**
 * Environment variable with the options of `errata-lens watch` as a JSON list: `["--aggregator", "organisation",
 * "--channel", "sns"]`.
 */
const ARGUMENTS_VARIABLE = 'ERRATA_LENS_ARGUMENTS';
const Arguments = z.array(z.string());

/**
 * Handler of the AWS Lambda function in deploy/template.yaml: looks for news once. Rejects if the look fails, so that
 * Lambda retries it and records an error.
 */
export async function handler(): Promise<{ exitCode: 0 | 1 }> {
  const exitCode = await main(['node', 'errata-lens', 'watch', '--once', ...readArguments()]);
  if (exitCode === 2) throw new Error('The look failed; the lines before this one say why.');
  return { exitCode };
}

function readArguments(): string[] {
  const written = process.env[ARGUMENTS_VARIABLE] ?? '[]';
  try {
    return Arguments.parse(JSON.parse(written));
  } catch (cause) {
    throw new Error(`${ARGUMENTS_VARIABLE} is not a JSON list of strings.`, { cause });
  }
}
