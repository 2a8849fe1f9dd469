import * as vscode from 'vscode';
import { isBroad, SYMPTOMS, wordsOf, type Symptom } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { localized } from '../language.ts';

/** A symptom: the words that are looked for, and how it is called where it was chosen. */
export interface ChosenSymptom {
  words: string;
  called: Text | null;
}

/** Characters of a log line that matter; the rest of a pasted file does not. */
const LONGEST_SYMPTOM = 2000;

/** Asks what is wrong: a symptom of the list, own words or a log line, or nothing known. */
export async function pickSymptom(
  title: Text = text('incident.command'),
): Promise<ChosenSymptom | undefined> {
  const options = {
    title: localized(title),
    placeHolder: localized(text('incident.pick.symptom')),
  };
  const listed = SYMPTOMS.map((symptom) => ({
    label: localized(text(`symptom.${symptom}`)),
    symptom,
  }));
  const own = { label: localized(text('incident.pick.words')), symptom: 'own' as const };
  const none = { label: localized(text('incident.pick.none')), symptom: 'none' as const };
  const picked = await vscode.window.showQuickPick([...listed, own, none], options);
  if (picked === undefined) return undefined;
  if (picked.symptom === 'none') return { words: '', called: null };
  return picked.symptom === 'own'
    ? askForWords(text('incident.pick.wordsPrompt'))
    : listedSymptom(picked.symptom);
}

/** A broad one alone leads to no bug: more words decide. */
async function listedSymptom(symptom: Symptom): Promise<ChosenSymptom | undefined> {
  const called = text(`symptom.${symptom}`);
  const words = wordsOf(symptom);
  if (!isBroad(symptom)) return { words, called };
  const more = await askForWords(text('incident.pick.more'));
  if (more === undefined) return undefined;
  return more.words === '' ? { words, called } : { words: `${words}. ${more.words}`, called: null };
}

async function askForWords(prompt: Text): Promise<ChosenSymptom | undefined> {
  const written = await vscode.window.showInputBox({
    title: localized(text('incident.command')),
    prompt: localized(prompt),
    placeHolder: "Lost connection to MySQL server at 'reading initial communication packet'",
    ignoreFocusOut: true,
  });
  return written === undefined
    ? undefined
    : { words: written.trim().slice(0, LONGEST_SYMPTOM), called: null };
}
