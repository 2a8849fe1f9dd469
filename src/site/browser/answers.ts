import { startChanges } from './changes.ts';
import { startSearch } from './search.ts';

// One script for both pages that answer: they share nearly all of it, and a browser that has it keeps it.
const form = document.querySelector<HTMLFormElement>('form.asks');
if (form?.dataset.product === undefined) startSearch();
else startChanges();
