import { startChanges } from './changes.ts';
import { startSearch } from './search.ts';

// One script for both pages that answer questions: they share nearly all of their code, and the browser caches it.
const form = document.querySelector<HTMLFormElement>('form.asks');
if (form?.dataset.product === undefined) startSearch();
else startChanges();
