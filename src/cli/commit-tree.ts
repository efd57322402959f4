/** A way to plan in; out: the output folder changed, by one writer at a time and all or nothing, or why not. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { type Commit, type Durability, lookAgain, updateTree } from '../io/apply.ts';
import {
  abandonStaging,
  fillStaging,
  isStaged,
  makeRoom,
  openStaging,
  publishStaging,
  removeStaging,
  stagingFolder,
} from '../io/first-build.ts';
import { type Host, HostError, quietly } from '../io/host.ts';
import { pendingPath, writerPath } from '../io/state-folder.ts';
import { TreeChanged } from '../io/tree-changed.ts';
import { createTreeFolder } from '../io/tree-folder.ts';
import { isWriter, leaveWriter, type Taken, takeWriter } from '../io/writer.ts';
import {
  changesOf,
  changesOutside,
  type PendingChanges,
  parsePending,
  printPending,
  recoveredOwnership,
  tellsOf,
} from '../tree/pending.ts';
import type { TreePlan } from '../tree/plan.ts';
import type { Slice } from '../tree/slice.ts';
import type { EarlyFiles } from './early-files.ts';
import { shownFolder, shownPath, withFolder } from './output-folder.ts';
import { isSameTree, type TreeSnapshot, takeSnapshot } from './tree-snapshot.ts';

/** `V`: what a plan comes with. */
export interface CommitRequest<V extends { readonly plan: TreePlan }> {
  /** The output folder, absolute. */
  readonly out: string;
  readonly slice: Slice | undefined;
  readonly durability: Durability;
  /**
   * Called again if another run changed the tree meanwhile. `recovered`: path to hash of what a stopped run left. `locks`: the texts of
   * those that are there, by path.
   */
  readonly plan: (
    recovered: ReadonlyMap<string, string>,
    locks: ReadonlyMap<string, string>,
  ) => Outcome<V | undefined>;
  readonly mayWrite: (diagnostics: readonly Diagnostic[]) => boolean;
  /** Whether this plan does what a stopped run left to do, or leaves that to a later run. */
  readonly leftWork: 'finish' | 'keep';
  /** Files of the plan that were written beside the folder already. */
  readonly early?: EarlyFiles | undefined;
  /** Asked when everything is ready and nothing is changed yet; what it reports stops the run. */
  readonly checkSources: () => readonly Diagnostic[];
}

export interface Committed<V> {
  /** Undefined if it could not be planned. */
  readonly value: V | undefined;
  /** The folder now is as planned; perhaps it was before. */
  readonly isWritten: boolean;
}

type Result<V> = Outcome<Committed<V>>;

/** The tree changed under the plan, which has to be made again. */
type Attempt<V> = Result<V> | 'again';

interface Planned<V> {
  readonly outcome: Outcome<V | undefined>;
  readonly seen: TreeSnapshot;
}

const mostAttempts = 5;

/**
 * Plans without touching anything, and only if something is to be done becomes the writer of the folder. What a stopped run
 * left is found first, and finished by the plan of this one.
 * @throws HostError where the machine refuses; the tree then is as before, or the next run finishes it.
 */
export function commitTree<V extends { readonly plan: TreePlan }>(
  host: Host,
  request: CommitRequest<V>,
): Result<V> {
  try {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const result = tryOnce(host, request);
      if (result !== 'again') return result;
    }
  } catch (error) {
    if (error instanceof TreeChanged) return refuse(withFolder(host, changed(error), request.out));
    throw error;
  }
  throw new HostError('write', request.out, 'other runs keep writing into it');
}

function tryOnce<V extends { readonly plan: TreePlan }>(
  host: Host,
  request: CommitRequest<V>,
): Attempt<V> {
  const seen = takeSnapshot(host, request.out);
  const planned = seen.isInUse ? undefined : { seen, outcome: request.plan(new Map(), seen.locks) };
  if (planned !== undefined && !isToWrite(request, planned.outcome)) {
    const now = takeSnapshot(host, request.out);
    return isSameTree(seen, now) && !now.isInUse ? finish(request, planned.outcome) : 'again';
  }
  const staged = seen.isFresh ? writeBeside(host, request, planned) : 'impossible';
  if (staged !== 'impossible') return staged;
  request.early?.end();
  return writeInPlace(host, request, planned);
}

/** A first build: into a folder beside the right place, which is then moved there. */
function writeBeside<V extends { readonly plan: TreePlan }>(
  host: Host,
  request: CommitRequest<V>,
  planned: Planned<V> | undefined,
): Attempt<V> | 'impossible' {
  const { out, durability, early } = request;
  const begun = early?.take();
  const staging = begun?.staging ?? openStaging(host, out);
  if (staging.kind === 'impossible') return 'impossible';
  if (staging.kind === 'foreign') return refuse(foreignStaging(host, out));
  if (staging.kind === 'busy') return refuse(busy(host, out, stagingFolder(out), staging));
  let isPublished = false;
  try {
    const seen = takeSnapshot(host, out);
    if (!seen.isFresh) return 'again';
    const outcome = planAnew(request, { planned, seen, recovered: new Map() });
    if (outcome.value === undefined || !isToWrite(request, outcome))
      return finish(request, outcome);
    if (!makeRoom(host, out)) return 'impossible';
    fillStaging(host, out, { plan: outcome.value.plan, durability, begun });
    const stops = request.checkSources();
    if (stops.length > 0) return refuse(...stops);
    if (!isWriter(host, stagingFolder(out))) return 'again';
    publishStaging(host, out, durability);
    isPublished = true;
    return finish(request, outcome, interruption(host, out, { taken: staging }));
  } finally {
    quietly(() => (isPublished ? leaveWriter(host, out) : abandonStaging(host, out, begun)));
    early?.end();
  }
}

/** Changes what stands there, file by file. */
function writeInPlace<V extends { readonly plan: TreePlan }>(
  host: Host,
  request: CommitRequest<V>,
  planned: Planned<V> | undefined,
): Attempt<V> {
  const { out, slice } = request;
  const taken = takeWriter(host, out);
  if (taken.kind === 'busy') return refuse(busy(host, out, out, taken));
  try {
    sweepStaging(host, out);
    const seen = takeSnapshot(host, out);
    const left = parsePending(seen.pending ?? printPending(new Map()));
    if (!left.ok) return refuse(withFolder(host, brokenPending(left.line), out));
    const standing = createTreeFolder(host, out).standing;
    const recovered = recoveredOwnership(left.changes, { locks: seen.locks, standing, slice });
    const outcome = planAnew(request, { planned, seen, recovered });
    if (outcome.value === undefined || !request.mayWrite(outcome.diagnostics))
      return finish(request, outcome);
    const stops = request.checkSources();
    if (stops.length > 0) return refuse(...stops);
    const commit = commitOf(request, { plan: outcome.value.plan, seen, left: left.changes });
    lookAgain(host, out, commit);
    if (!isWriter(host, out)) return 'again';
    updateTree(host, out, commit);
    const isLeft = seen.pending !== undefined;
    return finish(request, outcome, interruption(host, out, { taken, isLeft }));
  } finally {
    quietly(() => leaveWriter(host, out));
  }
}

function commitOf(
  { durability, slice, leftWork }: Omit<CommitRequest<never>, 'plan'>,
  {
    plan,
    seen,
    left,
  }: { readonly plan: TreePlan; readonly seen: TreeSnapshot; readonly left: PendingChanges },
): Commit {
  const changes = changesOf(plan, seen.locks);
  const rewritten = new Set(Array.from(plan.locks, ({ path }) => path));
  const stays = leftWork === 'keep' ? left : changesOutside(left, { slice, rewritten });
  return {
    plan,
    changes,
    // What a stopped run left stays named until this run is done, since locks do not list it yet.
    ...(tellsOf(left, changes) ? {} : { pending: printPending(new Map([...left, ...changes])) }),
    ...(stays.size === 0 ? {} : { remaining: printPending(stays) }),
    leftovers: [...left.keys()],
    durability,
  };
}

/** The plan that was made without being the writer, if it still holds. */
function planAnew<V extends { readonly plan: TreePlan }>(
  request: CommitRequest<V>,
  {
    planned,
    seen,
    recovered,
  }: {
    readonly planned: Planned<V> | undefined;
    readonly seen: TreeSnapshot;
    readonly recovered: ReadonlyMap<string, string>;
  },
): Outcome<V | undefined> {
  if (planned !== undefined && isSameTree(planned.seen, seen)) return planned.outcome;
  return request.plan(recovered, seen.locks);
}

function isToWrite<V extends { readonly plan: TreePlan }>(
  { mayWrite }: CommitRequest<V>,
  { value, diagnostics }: Outcome<V | undefined>,
): boolean {
  if (value === undefined || !mayWrite(diagnostics)) return false;
  const { writes, deletions, locks, staleLocks } = value.plan;
  return [writes, deletions, locks, staleLocks].some(({ length }) => length > 0);
}

function finish<V extends { readonly plan: TreePlan }>(
  { mayWrite }: CommitRequest<V>,
  { value, diagnostics }: Outcome<V | undefined>,
  notes: readonly Diagnostic[] = [],
): Result<V> {
  const isWritten = value !== undefined && mayWrite(diagnostics);
  return { value: { value, isWritten }, diagnostics: [...diagnostics, ...notes] };
}

function refuse<V>(...diagnostics: readonly Diagnostic[]): Result<V> {
  return { value: { value: undefined, isWritten: false }, diagnostics };
}

/** A first build that was stopped after somebody else had made the folder. */
function sweepStaging(host: Host, out: string): void {
  if (isStaged(host, out) && openStaging(host, out).kind === 'taken') removeStaging(host, out);
}

function changed({ path, obstacle }: TreeChanged): Diagnostic {
  const place = { file: path };
  return obstacle === undefined
    ? diagnose('tree/edited-file', place, { path, state: 'changed' })
    : diagnose('tree/path-escape', place, { path, reason: obstacle });
}

function busy(
  host: Host,
  out: string,
  where: string,
  { by, isRunning }: Taken & { readonly kind: 'busy' },
): Diagnostic {
  const path = shownPath(host, where, writerPath);
  const facts = { host: by.host, pid: by.pid, isSeen: isRunning === true };
  return diagnose('tree/busy', { file: path }, { folder: shownFolder(host, out), path, ...facts });
}

function foreignStaging(host: Host, out: string): Diagnostic {
  const path = shownFolder(host, stagingFolder(out));
  const reason = 'something stands there, and fedc did not write it';
  return diagnose('tree/path-escape', { file: path }, { path, reason });
}

function brokenPending(line: number): Diagnostic {
  return diagnose('tree/broken-pending', { file: pendingPath }, { path: pendingPath, line });
}

function interruption(
  host: Host,
  out: string,
  {
    taken: { dead },
    isLeft = false,
  }: { readonly taken: Taken & { readonly kind: 'taken' }; readonly isLeft?: boolean },
): readonly Diagnostic[] {
  if (dead === undefined && !isLeft) return [];
  const folder = shownFolder(host, out);
  const pid = dead === undefined || dead === 'unknown' ? undefined : dead.pid;
  return [diagnose('tree/interrupted', { file: folder }, { folder, pid })];
}
