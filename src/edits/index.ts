/** The only place that decides how a user's file changes. */
export { changeVersion } from './version-edit.ts';
