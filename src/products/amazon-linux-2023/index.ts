import { amazonLinux } from '../amazon-linux/generation.ts';
import { OS_GUIDES } from '../amazon-linux/notes/guides.ts';

export const amazonLinux2023 = amazonLinux({
  id: 'amazon-linux-2023',
  example: '2023.4.20240416',
  next: null,
  notes: {
    guide: OS_GUIDES['amazon-linux-2023'],
    source: async () => (await import('./notes.ts')).amazonLinux2023Notes,
  },
});
