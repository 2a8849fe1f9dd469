import * as vscode from 'vscode';
import { SYMPTOMS, wordsOf } from '../../analysis/index.ts';
import { say, text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { editorLanguage } from '../language.ts';

/** A symptom: the words that are looked for, and how it is called where it was chosen. */
export interface ChosenSymptom {
  words: string;
  called: Text | null;
}

/** Characters of a log line that matter; the rest of a pasted file does not. */
const LONGEST = 2000;

/** Asks what is wrong: a symptom of the list, own words or a log line, or nothing known. */
export async function pickSymptom(): Promise<ChosenSymptom | undefined> {
  const language = editorLanguage();
  const options = {
    title: say(text('incident.command'), language),
    placeHolder: say(text('incident.pick.symptom'), language),
  };
  const listed = SYMPTOMS.map((symptom) => ({
    label: say(text(`symptom.${symptom}`), language),
    symptom: { words: wordsOf(symptom), called: text(`symptom.${symptom}`) },
  }));
  const own = { label: say(text('incident.pick.words'), language), symptom: 'own' as const };
  const none = { label: say(text('incident.pick.none'), language), symptom: { words: '', called: null } };
  const picked = await vscode.window.showQuickPick([...listed, own, none], options);
  if (picked === undefined) return undefined;
  return picked.symptom === 'own' ? askForWords() : picked.symptom;
}

async function askForWords(): Promise<ChosenSymptom | undefined> {
  const language = editorLanguage();
  const written = await vscode.window.showInputBox({
    title: say(text('incident.command'), language),
    prompt: say(text('incident.pick.wordsPrompt'), language),
    placeHolder: "Aborted connection 12 to db: 'shop' (Got timeout reading communication packets)",
    ignoreFocusOut: true,
  });
  return written === undefined ? undefined : { words: written.trim().slice(0, LONGEST), called: null };
}
