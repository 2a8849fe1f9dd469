import type { Command } from 'commander';
import { products } from '../../products/index.ts';
import { allCommands } from './all-commands.ts';

/** Command line without the program's name, and its purpose. */
type Example = readonly [words: string, use: string];

/** Three examples per command, by the command's name. The program's own examples are for a first try. */
export const EXAMPLES: Readonly<Record<string, readonly [Example, Example, Example]>> = {
  'errata-lens': [
    ['scan', 'known bugs of the versions that this folder pins'],
    ['bugs aurora-mysql 2.11.1', 'known bugs of one version'],
    ['upgrade aurora-mysql 2.11.1', 'where to go from it, and why'],
  ],
  scan: [
    ['scan infra modules', 'two folders'],
    ['scan --fail-on urgent', 'in a pipeline: exit 1 on urgent bugs'],
    ['scan --format html > scan.html', 'a page to send to somebody'],
  ],
  checklist: [
    ['checklist infra', 'what would be missing after an outage'],
    ['checklist --profile production --region eu-west-1', 'of what runs in an account'],
    ['checklist --format csv > checklist.csv', 'as a table'],
  ],
  account: [
    ['account --profile production', 'versions that run, with the Region of the profile'],
    ['account infra --profile production --region all', 'with the code that declares them'],
    ['account --database shop --format json', 'one database, for a program'],
  ],
  policy: [
    ['policy', 'the policy that “account” needs by default'],
    ['policy --tier versions', 'to read nothing but versions'],
    ['policy --tier evidence --format json > policy.json', 'into a file'],
  ],
  bugs: [
    ['bugs aurora-mysql 2.11.1 --symptom "Too many connections"', 'is it a known bug?'],
    ['bugs aurora-postgresql 16.6 --bug CVE-2024-10978', 'is it in that version?'],
    ['bugs --cve CVE-2024-21096', 'versions that a CVE affects'],
  ],
  upgrade: [
    ['upgrade aurora-mysql 2.11.1', 'whether to move, where to, and why'],
    ['upgrade amazon-linux-2023 2023.1.20230705', 'from a release of an operating system'],
    ['upgrade aurora-postgresql 13.7 --format html > upgrade.html', 'a page to send to somebody'],
  ],
  incident: [
    ['incident', 'the only group or database of this folder'],
    ['incident web infra --symptom "ERROR 1040"', 'a group, by its name and what is seen'],
    ['incident shop --profile production', 'a database that runs in an account'],
  ],
  'support-pack': [
    ['support-pack shop', 'what support asks for, about one database'],
    ['support-pack shop --profile production', 'with what runs in an account'],
    ['support-pack shop --time-zone Asia/Tokyo > case.md', 'with local times, into a file'],
  ],
  brief: [
    ['brief infra', 'of the pinned version with the most urgent bugs'],
    ['brief --from 2.11.1 --to 3.10.6', 'from one version to another'],
    ['brief --format html > brief.html', 'one file with pictures, for A4'],
  ],
  catalogue: [
    ['catalogue status', 'what is known and how old it is'],
    ['catalogue update', 'read the release notes again'],
    ['catalogue export > catalogue.json', 'everything, for a program'],
  ],
  'catalogue status': [
    ['catalogue status', 'one line for each product'],
    ['catalogue status --verbose', 'also where tables and pages differ'],
    ['catalogue status --as-of 2025-01-01', 'what was known on a day'],
  ],
  'catalogue update': [
    ['catalogue update', 'from the vendor’s pages'],
    ['catalogue update --docs-origin http://127.0.0.1:8080', 'from a mirror'],
    ['catalogue update --cache-dir cache', 'into a folder of your own'],
  ],
  'catalogue export': [
    ['catalogue export > catalogue.json', 'every item of every release'],
    ['catalogue export --format csv > items.csv', 'a line for each item'],
    ['catalogue export --offline --as-of 2025-01-01', 'what was known on a day'],
  ],
  site: [
    ['site public', 'into an empty folder'],
    ['site public --url https://example.org/errata/', 'for the address where it will stand'],
    ['site public --as-of 2025-01-01', 'as of a day'],
  ],
  watch: [
    ['watch --once', 'what is new since the last look'],
    ['watch infra --cron "0 7 * * *" --channel slack', 'every morning, to a chat'],
    ['watch --once --fail-on urgent --format json', 'in a pipeline'],
  ],
  mcp: [
    ['mcp infra', 'for an assistant that starts it'],
    ['mcp --http 4711', 'for clients with a token'],
    ['mcp infra modules', 'two folders that may be read'],
  ],
};

/** Adds examples to the help of every command, and the list of products where one is needed. */
export function addExamples(program: Command, translate: (english: string) => string = (text) => text): void {
  for (const command of [program, ...allCommands(program)]) {
    const name = nameOf(command);
    const takesProduct = command.registeredArguments.some((argument) => argument.name() === 'product');
    const parts = [
      ...(command === program || takesProduct ? [[translate('Products:'), ...productLines()]] : []),
      [
        translate('Examples:'),
        ...(EXAMPLES[name] ?? []).flatMap((example) => exampleLines(example, translate)),
      ],
    ];
    command.addHelpText('after', `\n${parts.map((lines) => lines.join('\n')).join('\n\n')}`);
  }
}

function nameOf(command: Command): string {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${nameOf(parent)} ${command.name()}`;
}

function exampleLines([words, use]: Example, translate: (english: string) => string): string[] {
  return [`  errata-lens ${words}`, `      ${translate(use)}`];
}

function productLines(): string[] {
  return products().map(({ id, names }) => `  ${id.padEnd(18)} ${names.display} ${names.examples[0]}`);
}
