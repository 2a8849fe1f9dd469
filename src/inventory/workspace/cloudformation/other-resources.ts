import type { SourceFile } from '../draft.ts';

// A template of a hundred resources holds three that are read. To parse the others takes most of a scan's time.

const RESOURCES = /^Resources:[ \t]*(?:#.*)?$/m;
/** A line with a key, or the end of the document, in the first column. */
const NEXT_SECTION = /^[^\s#]/m;
/** What may reach from one resource into another, or makes indentation tell nothing. */
const ENTANGLED = /(?:^|[\s[{,])[&*][A-Za-z0-9_]|<<:|\{\{(?!resolve:)|\t|^ *\? /m;
const TYPE = /^\s+Type:/;

/** Resource types of which something is read. */
export const OURS =
  /AWS::(?:AutoScaling|Batch|Cloud9|CloudTrail|CloudWatch::Alarm|CodeBuild|EC2::(?:Image|Instance|LaunchTemplate|SpotFleet)|ECS::TaskDefinition|EKS::Nodegroup|EMR|ElasticBeanstalk|ElasticLoadBalancingV2|Events::Rule|ImageBuilder|Logs::LogGroup|RDS)\b/;
/** What makes resources of its own. */
const NEEDED = new RegExp(
  `${OURS.source}|AWS::CloudFormation::Stack|AWS::Serverless::|Fn::Transform|Fn::ForEach`,
);

/**
 * The file with the properties of resources that are not read replaced by blanks, offsets unchanged. Only block
 * YAML without anchors and text templates; anything else is returned as it is.
 */
export function withoutOtherResources(source: SourceFile): SourceFile {
  const { text } = source;
  const heading = RESOURCES.exec(text);
  if (heading === null || ENTANGLED.test(text)) return source;
  const start = heading.index + heading[0].length;
  const end = sectionEnd(text, start);
  const kept = blankOthers(text.slice(start, end));
  return { ...source, text: text.slice(0, start) + kept + text.slice(end) };
}

function sectionEnd(text: string, start: number): number {
  const next = NEXT_SECTION.exec(text.slice(start));
  return next === null ? text.length : start + next.index;
}

/** Goes through the entries of the section, each from its key to the next line that is indented as far. */
function blankOthers(section: string): string {
  const lines = section.split('\n');
  const indent = lines.map(indentOf).find((width) => width > 0) ?? 0;
  const parts: string[] = [];
  let entry: string[] = [];
  const finish = (): void => {
    const text = entry.join('\n');
    parts.push(NEEDED.test(text) ? text : blanked(entry, indent));
    entry = [];
  };
  for (const [i, line] of lines.entries()) {
    if (i > 0 && indentOf(line) === indent) finish();
    entry.push(line);
  }
  finish();
  return parts.join('\n');
}

/** Zero for lines that say nothing. */
function indentOf(line: string): number {
  const found = /^( *)[^\s#]/.exec(line);
  return found?.[1]?.length ?? 0;
}

/** The key and the type stay; a `Type` further in is one of the properties. */
function blanked(entry: readonly string[], indent: number): string {
  const inner = entry.map(indentOf).find((width) => width > indent);
  return entry
    .map((line) => {
      const width = indentOf(line);
      const stays = width === indent || (width === inner && TYPE.test(line));
      return stays ? line : line.replace(/[^\r]/g, ' ');
    })
    .join('\n');
}
