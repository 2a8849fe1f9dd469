import { linesOf } from '../../../syntax/index.ts';
import { instructionsIn } from '../../../syntax/shell/index.ts';
import type { Content, HostScript, Step } from '../steps.ts';
import { shownCommand } from '../steps.ts';
import { stepsOfShell } from './shell-steps.ts';

/** Steps of a Dockerfile: its commands, copied files, and the program that it starts. */
export function stepsOfDockerfile(script: HostScript): Step[] {
  const { starts } = linesOf({ file: script.name, text: script.text });
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset) + 1;
  return instructionsIn(script.text).flatMap(({ keyword, arguments: { start, end }, heredocs }): Step[] => {
    const written = script.text.slice(start, end);
    const line = lineAt(start);
    const place = {
      script: script.name,
      line,
      written: shownCommand(`${keyword} ${written}`),
      condition: null,
    };
    const moved = (steps: readonly Step[]): Step[] =>
      steps.map((step) => ({ ...step, line: step.line + line - 1 }));
    if (keyword === 'RUN') {
      const bodies = heredocs.map((range) => script.text.slice(range.start, range.end));
      const text = bodies.length > 0 ? bodies.join('\n') : asCommand(written);
      return moved(stepsOfShell({ ...script, text }));
    }
    if (keyword === 'CMD' || keyword === 'ENTRYPOINT')
      return moved(stepsOfShell({ ...script, text: asCommand(written) }));
    if (keyword !== 'COPY' && keyword !== 'ADD') return [];
    const words = written
      .trim()
      .split(/\s+/)
      .filter((word) => !word.startsWith('--'));
    const [from, to] = words;
    if (from === undefined || to === undefined || words.length !== 2) return [];
    const found = script.readFile?.(from) ?? null;
    const content: Content =
      found === null ? { from: 'elsewhere', name: from } : { from: 'text', text: found };
    const path = to.endsWith('/') ? to + (from.split('/').at(-1) ?? '') : to;
    return [{ does: 'write', path, content, isAppended: false, ...place }];
  });
}

/** Exec form as a command line. */
function asCommand(written: string): string {
  const list = /^\s*\[([^\]]*)\]\s*$/s.exec(written)?.[1];
  return list === undefined ? written : list.replace(/",\s*"/g, '" "');
}
