import { amazonLinux } from '../amazon-linux/generation.ts';

/** Amazon Linux 1, for which only support dates are known. */
export const amazonLinux1 = amazonLinux({
  id: 'amazon-linux-1',
  example: '2018.03.0.20230404.0',
  next: 'amazon-linux-2023',
  notes: null,
});
