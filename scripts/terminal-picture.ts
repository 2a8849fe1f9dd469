/**
 * Draws a terminal with a scan of the incident workspace, in English and Japanese:
 * `docs/images/terminal-<language>.png`. Needs a build, Linux's `script` for a pseudo terminal, and the Chromium of
 * the tests. The format is PNG, because extension galleries reject SVG.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { displayWidth } from '../src/report/terminal/wrap.ts';

const COLUMNS = 100;
/** Width of a character, height of a line, and margin in pixels. */
const [WIDTH, HEIGHT, MARGIN] = [8.4, 19, 18];
const COLOURS: Readonly<Record<string, string>> = { 31: '#ff7b72', 33: '#e3b341', 36: '#76e3ea' };
/** Words, blanks, or Japanese text. Each run is stretched to its columns, because fonts differ in the width of Japanese. */
const TEXT_RUN =
  /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+| +|[^ \u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+/gu;
const COLOUR_CODE = new RegExp(`${String.fromCharCode(27)}\\[([0-9;]*)m`);

for (const [language, options] of [
  ['en', ''],
  ['ja', ' --lang ja'],
] as const) {
  const command = options === '' ? 'npm start' : `npm start -- scan test/workspaces/incident${options}`;
  const lines = [`$ ${command}`, ...linesOfScan(options)];
  picture(svgOf(lines), lines.length, `docs/images/terminal-${language}.png`);
}

function picture(svg: string, lines: number, file: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'terminal-picture-'));
  const source = path.join(folder, 'terminal.svg');
  writeFileSync(source, svg);
  const size = `--window-size=${widthOf()},${heightOf(lines)}`;
  const options = ['--no-sandbox', '--force-device-scale-factor=1.5', '--default-background-color=00000000'];
  const { status, stderr } = spawnSync(
    'chromium-headless-shell',
    [...options, size, `--screenshot=${path.resolve(file)}`, `file://${source}`],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`Chromium drew no picture: ${stderr}`);
}

function widthOf(): number {
  return Math.ceil(COLUMNS * WIDTH + 2 * MARGIN);
}

function heightOf(lines: number): number {
  return Math.ceil(lines * HEIGHT + 2 * MARGIN);
}

/** Output of the scan with colours, by line. */
function linesOfScan(options: string): string[] {
  const scan = `stty cols ${COLUMNS} && node dist/cli.js scan test/workspaces/incident --offline${options}`;
  const { status, stdout, stderr } = spawnSync('script', ['-qec', scan, '/dev/null'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The scan failed: ${stderr}${stdout}`);
  // Progress overwrites itself; the text after the last cleared line remains.
  const [, shown = stdout] = /^[^]*\u001B\[K([^]*)$/.exec(stdout) ?? [];
  return shown.trimEnd().split(/\r?\n/);
}

function svgOf(lines: readonly string[]): string {
  const [width, height] = [widthOf(), heightOf(lines.length)];
  const texts = lines.map((line, nth) => lineSvg(line, MARGIN + (nth + 0.75) * HEIGHT)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace" font-size="14" fill="#e6edf3">
${texts}
</g>
</svg>
`;
}

/** Line as SVG, in parts of one colour. */
function lineSvg(line: string, y: number): string {
  let style = '';
  let column = 0;
  // Odd elements are colour codes.
  return line
    .split(COLOUR_CODE)
    .map((part, nth) => {
      if (nth % 2 === 1) {
        style = styleOf(part, style);
        return '';
      }
      const drawn = [...part.matchAll(TEXT_RUN)].map(([run]) => {
        const x = MARGIN + column * WIDTH;
        const columns = displayWidth(run);
        column += columns;
        if (run.trim() === '') return '';
        const position = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${(columns * WIDTH).toFixed(1)}"`;
        return `<text ${position}${style}>${escaped(run)}</text>`;
      });
      return drawn.join('');
    })
    .join('');
}

function styleOf(code: string, before: string): string {
  if (code === '1') return ' font-weight="bold"';
  if (code === '2') return ' fill="#8b949e"';
  const colour = COLOURS[code];
  if (colour !== undefined) return ` fill="${colour}"`;
  return ['0', '22', '39', ''].includes(code) ? '' : before;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
