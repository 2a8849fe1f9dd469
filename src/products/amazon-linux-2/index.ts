import { amazonLinux } from '../amazon-linux/generation.ts';
import { OS_GUIDES } from '../amazon-linux/notes/guides.ts';

export const amazonLinux2 = amazonLinux({
  id: 'amazon-linux-2',
  example: '2.0.20230307.0',
  next: 'amazon-linux-2023',
  notes: {
    guide: OS_GUIDES['amazon-linux-2'],
    source: async () => (await import('./notes.ts')).amazonLinux2Notes,
  },
});
