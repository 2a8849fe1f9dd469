import { generationNamed } from './name-parts.ts';
import type { AmazonLinux } from '../versions.ts';

/**
 * Generation of Amazon Linux for each version of a Lambda runtime. Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html (supported and deprecated runtimes).
 */
const RUNTIMES: Readonly<Partial<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>> = {
  python: {
    1: ['2.7', '3.6', '3.7'],
    2: ['3.8', '3.9', '3.10', '3.11'],
    2023: ['3.12', '3.13', '3.14', 'latest'],
  },
  nodejs: { 2: ['10', '12', '14', '16', '18'], 2023: ['20', '22', '24', 'latest'] },
  java: { 1: ['8'], 2: ['8.al2', '11', '17'], 2023: ['21', '25', 'latest'] },
  dotnet: { 1: ['core2.1'], 2: ['core3.1', '5.0', '6', '7'], 2023: ['8', '9', '10', 'latest'] },
  ruby: { 1: ['2.5'], 2: ['2.7', '3.2'], 2023: ['3.3', '3.4', 'latest'] },
  go: { 1: ['1', 'latest'] },
  provided: { 1: ['alami'], 2: ['al2'], 2023: ['al2023'] },
};

/** System of a Lambda runtime; null if the table lacks the language or version. */
export function runtimeSystem(language: string, version: string): AmazonLinux | null {
  const found = Object.entries(RUNTIMES[language] ?? {}).find(([, versions]) => versions?.includes(version));
  return found === undefined ? null : generationNamed(found[0]);
}
