// What a program wrote down of its runs, or a table that a tool made, is no infrastructure, however often it names
// some. It is known by its beginning and by what it counts, before anything is parsed: such files have megabytes.

/** Characters in which what a file is shows itself. */
const BEGINNING = 64 * 1024;
/** What recorders write: tests of emulators of AWS, of HTTP clients, of programs. */
const RECORDER = new RegExp(
  [
    String.raw`"recorded-(?:date|content)"\s*:|^\/\/ Jest Snapshot v`,
    '^exports\\[`',
    String.raw`"http_interactions"\s*:|^http_interactions:|^recorded_with:`,
    String.raw`^interactions:\s*\n- (?:request|response):`,
  ].join('|'),
  'm',
);
/** A program with all packages that it uses, as webpack and esbuild write it: what it is made of stands elsewhere. */
const BUNDLED = /^\/\*{6}\/|;\/\*{6}\/|^var __(?:create|defProp|getOwnPropNames) = Object\./m;
/** An object in each line: events, exports of tables. A text of JSON goes on where its first line ends. */
const LINE_OF_JSON = /^\s*(?:\{.*\}|\[.*\])\s*$/;
const LINES = 3;
/** Names of images in one file; a map of every Region and size has a tenth of it. */
const IMAGE_ID = /\bami-[0-9a-f]{8,17}\b/g;
const SHORTEST_IMAGE_ID = 'ami-01234567'.length;
const MOST_IMAGE_IDS = 2000;
/** A list of images with what each is like, as AWS answers it or a fake of AWS keeps it; what chooses images has fewer. */
const ANSWER = /^\s*(?:\[|\{\s*"Images"\s*:\s*\[)/;
const DESCRIBED_IMAGE = /"(?:ami_id|ImageId)"\s*:\s*"ami-/g;
const MOST_DESCRIBED_IMAGES = 20;
/** Of what declares resources itself, a long map of images is a part. */
const DECLARES = /AWSTemplateFormatVersion|"Resources"\s*:|^Resources\s*:/m;

/** Whether a file is a bundle, a record or a table. The text may have one character for each byte of the file. */
export function isRecorded(file: string, text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  if (/\.[cm]?js$/i.test(file)) return BUNDLED.test(beginning);
  if (!/\.(?:json|ya?ml|snap)$/i.test(file)) return false;
  return RECORDER.test(beginning) || isLines(file, beginning) || isRecordedAnswer(text) || isTable(text);
}

function isLines(file: string, beginning: string): boolean {
  if (!/\.json$/i.test(file)) return false;
  const lines = beginning.split('\n', LINES + 1).filter((line) => line.trim() !== '');
  return lines.length >= LINES && lines.slice(0, LINES).every((line) => LINE_OF_JSON.test(line));
}

function isRecordedAnswer(text: string): boolean {
  return ANSWER.test(text) && isMore(text, DESCRIBED_IMAGE, MOST_DESCRIBED_IMAGES);
}

function isTable(text: string): boolean {
  const mayBe = text.length > MOST_IMAGE_IDS * SHORTEST_IMAGE_ID;
  return mayBe && isMore(text, IMAGE_ID, MOST_IMAGE_IDS) && !DECLARES.test(text);
}

function isMore(text: string, pattern: RegExp, most: number): boolean {
  return text.matchAll(pattern).drop(most).next().done === false;
}
