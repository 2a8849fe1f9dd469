import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../../test/support/code/values.ts';
import { destinationOf, isPipedManifest, receiverAfter } from './destinations.ts';
import { parseShell } from '../parse.ts';
import { commandName } from '../syntax.ts';

const isDocument = (name: string): boolean => /\.ya?ml$/.test(name);

/** Destination of the first command of a script. */
function destination(text: string): string | null {
  const commands = parseShell(text);
  const [first] = commands;
  assert.ok(first !== undefined);
  return destinationOf(first, receiverAfter(commands, 0), isDocument);
}

test('determines the file or the manifest program that receives a heredoc', () => {
  assertRows(
    [
      ['cat <<EOF > /tmp/cluster.yaml\nEOF', 'cluster.yaml'],
      ['cat <<EOF >> "$DIR/cluster.yml"\nEOF', 'cluster.yml'],
      ['cat <<EOF | tee -a cluster.yaml\nEOF', 'cluster.yaml'],
      ['cat <<EOF | sudo tee cluster.yaml 2>&1\nEOF', 'cluster.yaml'],
      ['cat <<EOF | kubectl apply -f -\nEOF', 'manifest.yaml'],
      ['cat <<EOF | envsubst | sed s/a/b/ | kubectl apply -f -\nEOF', 'manifest.yaml'],
      ['kubectl apply -f - <<EOF\nEOF', 'manifest.yaml'],
      ['eksctl create cluster -f - <<EOF\nEOF', 'manifest.yaml'],
      ['cat <<EOF > notes.txt\nEOF', null],
      ['cat <<EOF\nEOF', null],
    ],
    destination,
  );
});

test('finds the receiver behind filters, or directly after a command that writes a file', () => {
  const receiver = (text: string): string => commandName(receiverAfter(parseShell(text), 0)?.words ?? []);
  assertRows(
    [
      ['echo a | sed b | tr c d | kubectl apply', 'kubectl'],
      ['echo a > file; sed b; kubectl apply', 'sed'],
      // Chains of filters have a limit.
      ['echo a | cat | cat | cat | cat | kubectl apply', 'cat'],
      ['echo a', ''],
    ],
    receiver,
  );
});

test('accepts only words of echo and printf as a piped manifest', () => {
  const isPiped = (text: string): boolean => {
    const [first, next] = parseShell(text);
    return first !== undefined && isPipedManifest(first, next);
  };
  assertRows(
    [
      ['echo "$POD" | kubectl apply -f -', true],
      ['printf "$POD" | xargs kubectl apply', true],
      ['cat pod.yaml | kubectl apply -f -', false],
      ['echo "$POD" | grep a', false],
      ['echo "$POD"', false],
    ],
    isPiped,
  );
});
