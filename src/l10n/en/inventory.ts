import { type Message, plural, type Say, withName } from '../say.ts';
import { writtenVersion } from '../written-version.ts';

export const inventory = {
  'problem.tooLarge': (a: { limitMb: number }) =>
    `Not read: larger than ${a.limitMb} MB. Versions in this file are unknown.`,
  'problem.tooManyFolders': (a: { most: number }) =>
    `Not read to the end: more than ${a.most} folders. What is in the others is unknown; scan them separately.`,
  'problem.moreThanBrowserReads': (a: { files: number; limitMb: number }) =>
    `Not read to the end: in the browser at most ${a.files} files and ${a.limitMb} MB of a folder are read. What is in the others is unknown; the desktop extension reads them.`,
  'problem.noPermission':
    'No permission to read it, so the versions in it are unknown. Give yourself read access, or exclude it by an ignore file.',
  'problem.utf16': 'This file is UTF-16; it is read as such.',
  'problem.unreadable': (a: { error: string }) =>
    `Cannot be read (${a.error}), so the versions in it are unknown.`,
  'problem.linkOutside':
    'Not read: a link that leads out of the folders that may be read, or nowhere. What it declares is unknown.',
  'problem.binary': 'Not read: binary content under an infrastructure file name.',
  'problem.tookTooLong': 'Not read: it took too long. What it declares is unknown; everything else was read.',
  'problem.tookTooMuchMemory':
    'Not read: it needed too much memory. What it declares is unknown; everything else was read.',
  'problem.endedReader':
    'Not read: the parser stopped on it. What it declares is unknown; everything else was read.',
  'problem.notFollowed':
    'Not read: no parser can follow it, because it repeats itself or has too many errors. What it declares is unknown.',
  'problem.followedInPart':
    'Read in part: it has more values, calls and references than the limit for one program. The rest is unknown.',
  'problem.staleTemplate': (a: { program: string }) =>
    `Written before ${a.program} was last changed, so the program is used instead. Run cdk synth to bring it up to date.`,
  'problem.syntax': (a: { error: string; line: number }) =>
    `Not understood at line ${a.line} (${a.error}): that part is unknown. The rest of this file is used.`,
  'problem.syntax.end': (a: { error: string; line: number }) =>
    `Not understood at line ${a.line} (the file ends too early): that part is unknown. The rest of this file is used.`,
  'problem.notUnderstood': (a: { error: string }) =>
    `Not read: this program failed at it (${a.error}). Please report it.`,
  'problem.textTemplate': 'Read as a text template: what its expressions write is unknown.',
  'problem.notPutTogether':
    'Putting together what was read took too long and was given up: modules are shown with their defaults also where callers give other values, and extensions without their databases.',
  'problem.cycle': (a: { line: number; target: string }) =>
    `Line ${a.line} refers back to ${a.target}, which refers to it: references of this circle are not followed.`,
  'problem.madeTooMuch': (a: { modules: number; stacks: number; resources: number }) =>
    `Read in part: its calls make more than the limit for one folder or template (${a.modules} modules, ${a.stacks} nested stacks, ${a.resources} resources). What the rest of them make is unknown.`,
  'inventory.notWritten': 'No engine version is written; AWS takes its default when the database is created.',
  'inventory.toolDefault': (a: { name: string }) =>
    `No engine version is written; ${a.name} takes its own default.`,
  'inventory.ofFamily': (a: { family: string }) =>
    `No engine version is written; its parameter group is one of ${a.family}.`,
  'inventory.familyOfOther': (a: { engine: string; family: string }) =>
    `The engine is ${a.engine}, but its parameter group is one of ${a.family}: they contradict each other, so its version cannot be determined.`,
  'inventory.replica': 'No engine version is written; a replica has that of its source.',
  'inventory.leftEmpty': (a: { name: string }) =>
    `${a.name} is empty by default; its entries are given at deployment.`,
  'inventory.leftEmpty.forEach':
    'What for_each goes through is empty by default; its entries are given at deployment.',
  'inventory.mayHaveSource': (a: { name: string }) =>
    `No engine version is written; where ${a.name} names a source, the version depends on that.`,
  'inventory.snapshot':
    'No engine version is written; a database from a snapshot has the version of that, or a newer one that is the default of AWS.',
  'inventory.snapshotOf': (a: { source: string }) =>
    `No engine version is written; a database from a snapshot of ${a.source} has the version that ${a.source} had then, or a newer one that is the default of AWS.`,
  'inventory.copy': 'No engine version is written; a copy at a point in time has that of its source.',
  'inventory.clusterMember': 'No engine version is written; an instance has that of its cluster.',
  'inventory.globalMember':
    'No engine version is written; a member of a global cluster has that of the global cluster.',
  'inventory.globalSource':
    'No engine version is written; a global cluster that is made of a cluster has that of the cluster.',
  'inventory.onlyVersion': 'Only the version is written here, not what uses it.',
  'inventory.notAVersion': 'The engine version is not a string.',
  'inventory.partial': (a: { written: string }) =>
    `${writtenVersion(a.written, 'en')} names no single release: AWS resolves it when the database is created.`,
  'inventory.engineNotCovered': (a: { name: string; line: number }) =>
    `line ${a.line}: ${a.name} is not covered yet.`,
  'inventory.enginesNotCovered': (a: { name: string; count: number }) =>
    `${a.name} is not covered yet: nothing is said about ${plural(a.count, 'database')}.`,
  'inventory.notUnderstood': (a: { written: string; product: string | null }, say: Say) =>
    `${a.written} is not a version of ${say(a.product)}.`,
  'inventory.notUnderstood.anyProduct': (a: { written: string; product: string | null }) =>
    `${a.written} is not a known version.`,
  'inventory.noDefault': (a: { name: string }) => `${a.name} has no value here.`,
  'inventory.notDeclared': (a: { name: string }) =>
    `No scanned file declares ${a.name}: its value is unknown.`,
  'inventory.lookedUp': (a: { name: string }) => `${a.name} asks AWS for the version at deployment.`,
  'inventory.inCode': (a: { expression: string }) => `${a.expression} is computed in code.`,
  'inventory.computed': (a: { expression: string }) => `${a.expression} is known only at deployment.`,
  'inventory.computedHere': 'The value here is known only at deployment.',
  /** @param a.asset null for several assets */
  'inventory.autoMinorUpgrade': (a: { asset: string | null }) =>
    `${withName(a.asset, 'The code')} lets AWS upgrade minor versions: what runs may be newer.`,
  'inventory.cfn.condition': (a: { condition: string }) =>
    `Condition ${a.condition} chooses the value at deployment.`,
  'inventory.cfn.function': (a: { name: string }) => `${a.name} is not evaluated here.`,
  'inventory.cfn.import': 'Another stack exports the value.',
  'inventory.cfn.mapKey': (a: { mapping: string }) =>
    `The row of mapping ${a.mapping} is chosen at deployment, and its rows differ.`,
  'inventory.cfn.mapMissing': (a: { mapping: string }) => `Mapping ${a.mapping} has no such entry.`,
  'inventory.cfn.pseudo': (a: { name: string }) => `${a.name} is known only at deployment.`,
  'inventory.cfn.resource': (a: { name: string }) => `Resource ${a.name} gives the value once it exists.`,
  'inventory.cfn.secret': 'The value is in AWS Secrets Manager, which is not read.',
  'inventory.cfn.ssm': (a: { path: string }) =>
    `The value is in the SSM parameter ${a.path}, read at deployment.`,
  'inventory.templated': 'A text template writes the value.',
  'inventory.cfn.tooComplex': 'Too many references to follow.',
  'inventory.cfn.undefined': (a: { name: string }) => `${a.name} is not defined in this template.`,
  'inventory.cfn.variable': (a: { name: string }) => `The variable ${a.name} is known only at deployment.`,
  'inventory.severalValues': 'Several values are possible.',
  'inventory.tooComplex': 'The expression is too deep, too long or refers to itself.',
  'inventory.onlyUnder': (a: { conditions: string[] }) =>
    `It is set only under the condition ${a.conditions.join(', ')}.`,
  'inventory.changesIgnored': (a: { argument: string }) =>
    `Terraform ignores changes to ${a.argument} here: what runs may have another value.`,
  'inventory.changesIgnored.all': 'Terraform ignores all changes here: what runs may have another value.',
  'inventory.ignoreChanges': (a: { argument: string }) =>
    `Terraform ignores changes to ${a.argument} here: what runs may be newer.`,
  'inventory.ignoreChanges.all': 'Terraform ignores all changes here: what runs may be newer.',
  'inventory.image.floating': (a: { written: string }) =>
    `${a.written} means the newest image whenever it is used, not one release.`,
  'inventory.image.generation': (a: { written: string }) => `${a.written} names no single release.`,
  'inventory.image.notUnderstood': (a: { written: string }) =>
    `${a.written} does not identify an operating system release.`,
} satisfies Record<string, Message>;
