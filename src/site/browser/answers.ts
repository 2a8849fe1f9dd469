import { startComparison } from './changes.ts';
import { startSearch } from './search.ts';

// Starts the page's form. The search and the comparison share one script, because they share most of their code.
const form = document.querySelector<HTMLFormElement>('form.asks');
if (form?.dataset.product === undefined) startSearch();
else startComparison();
