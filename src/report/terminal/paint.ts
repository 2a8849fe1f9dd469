import { styleText } from 'node:util';
import { escapeInvisible, type EditorLevel, type FindingSeverity, type Urgency } from '../../model/index.ts';

/** Colours of a terminal, or none. Colour never carries meaning alone. Painted text from outside stays on its line. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly level: (level: EditorLevel, text: string) => string;
  readonly severity: (severity: FindingSeverity, text: string) => string;
  readonly urgency: (urgency: Urgency, text: string) => string;
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';

export function createPaint(colour: boolean): Paint {
  const paint = (style: Style, text: string): string =>
    colour ? styleText(style, escapeInvisible(text), { validateStream: false }) : escapeInvisible(text);
  return {
    bold: (text) => paint('bold', text),
    dim: (text) => paint('dim', text),
    level: (level, text) => (level === 'warning' ? paint('yellow', text) : paint('cyan', text)),
    urgency: (urgency, text) => (urgency === 'urgent' ? paint('red', text) : escapeInvisible(text)),
    severity: (severity, text) => (severity === 'critical' ? paint('red', text) : paint('yellow', text)),
  };
}
