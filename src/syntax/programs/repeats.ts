/** Characters of a unit that is repeated. */
const maxUnitLength = 64;
/** Characters that are looked at in one place, and how far such places are apart. */
const stretchLength = 512;
/**
 * Whether a text repeats a short unit of code for more than a thousand characters, as nobody writes it. A parser that
 * tries every reading of what is wrong takes the square of such a text in time (C#: two seconds for 1.5 KB of `* ; `), and
 * more memory than there is (Java: 2 GB for 20 KB of `x => `), within so few of its steps that they cannot be counted.
 */
export function repeatsUnit(text: string): boolean {
  for (let start = 0; start + stretchLength <= text.length; start += stretchLength) {
    const period = periodAt(text, start);
    if (period !== null && isCode(text.slice(start, start + period))) return true;
  }
  return false;
}

/** After how many characters a stretch repeats itself; null where it does not. */
function periodAt(text: string, start: number): number | null {
  const end = start + stretchLength;
  for (let period = 1; period <= maxUnitLength; period++) {
    let at = start;
    while (at + period < end && text.charCodeAt(at) === text.charCodeAt(at + period)) at++;
    if (at + period >= end) return period;
  }
  return null;
}

/** Marks of one kind are a line in a comment, words alone a text. A scanner follows lines that go on from each token. */
function isCode(unit: string): boolean {
  const marks = new Set(unit.match(/[^\s\w]/g));
  return marks.has('\\') || marks.size > 1 || (marks.size === 1 && /\w/.test(unit));
}
