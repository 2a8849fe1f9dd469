import type { Concept } from '../concept.ts';

/** Parts of sentences about failures in release notes. By themselves they mean nothing in a question. */
export const FAILURES = {
  connection: { words: `connection; login`, notAsked: true },
  database: { words: `instance; database; server; engine; writer; reader; replica; cluster`, notAsked: true },
  start: { words: `start!; starting!; startup; launch; boot; bootup`, notAsked: true },
  'wrong-value': {
    words: `incorrect; wrong; inaccurate; incomplete; stale; partial; empty!; uncommitted; dirty!; unexpected`,
    notAsked: true,
  },
  refused: {
    words: `fail; failure; refused!; rejected!; dropped!; closed!; terminated!; aborted!; timeout; time out; timed out; lost; stuck; error; stall!; hang!; not be established`,
    notAsked: true,
  },
  stopped: {
    words: `stop!; stops!; stopped!; break!; breaks!; breakage!; broken!; fail; failure; error; stall!; stuck; deadlock!; deadlocks!; deadlocked!; hang!; unable; not replicated; not start!`,
    notAsked: true,
  },
  unsuccessful: {
    words: `fail!; fails!; failed!; failure; unsuccessful; not succeed!; stuck; slow!; slows!; slower!; longer!; prevent!; prevents!; prevented!; extended time; could not; unable; interrupted!; long time; more time`,
    notAsked: true,
  },
} satisfies Record<string, Concept>;
