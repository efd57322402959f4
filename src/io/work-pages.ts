/**
 * The memory that a thread for files shares with who gives it work: a head of counters, pages of jobs that are used again and
 * again, and texts that many files hold. A job is a row of numbers at the beginning of its page; texts and paths stand behind.
 */

/** Where each counter stands in the head, in units of 32 bits. */
export const head = {
  /** Pages handed over since the beginning. */
  given: 0,
  /** Pages dealt with. */
  done: 1,
  /** 1: no page will follow. */
  closed: 2,
  /** Bytes of the refusal that stands behind the counters; 0: none. */
  refusal: 3,
  /** 1: the thread has begun; before that nobody knows whether it ever will. */
  begun: 4,
  /** Jobs dealt with of the page after those that are done. */
  jobs: 5,
} as const;

export const jobNumbers = 6;
/** What the numbers of a job mean; places are bytes from the beginning of the memory. */
export interface Job {
  /** In UTF-16 units of all paths of the page as one text. */
  readonly pathAt: number;
  readonly pathEnd: number;
  readonly textAt: number;
  readonly textSize: number;
  /** -1: write the file; else compare it, and put the answer there among the answers. */
  readonly answer: number;
  /** Where the SHA-256 of the text is put among the hashes; -1: nobody wants it. */
  readonly hash: number;
}

export const toWrite = -1;
export const noHash = -1;
export const hashSize = 32;

/** In milliseconds for a single file, or the files of a single lock, perhaps on a slow network. */
export const longestWait = 120_000;

const headSize = 64 * 1024;
export const refusalAt = 64;
export const mostRefusal = headSize - refusalAt;

const pageSize = 256 * 1024;
export const pages = 8;
export const jobsPerPage = 512;
/**
 * In bytes from the beginning of a page: how many jobs there are, where their paths begin and how many bytes they have, then the
 * jobs, then texts and paths.
 */
export const jobsAt = 12;
export const bytesAt = jobsAt + jobsPerPage * jobNumbers * 4;

/** Texts that many files hold are put there once. Memory that is never touched costs nothing. */
const keptSize = 32 * 1024 * 1024;

/** The first byte of a page. */
export function pageAt(index: number): number {
  return headSize + (index % pages) * pageSize;
}

/** The byte after the last of a page. */
export function pageEnd(index: number): number {
  return pageAt(index) + pageSize;
}

export const keptAt = headSize + pages * pageSize;
export const memorySize = keptAt + keptSize;

/** Differs wherever the places above do: another version may have been installed since the command was started. */
export const layout = [
  ...Object.values(head),
  jobNumbers,
  headSize,
  refusalAt,
  pageSize,
  pages,
  jobsPerPage,
  jobsAt,
  keptSize,
  hashSize,
].join(' ');

/** The jobs of a page, one after the other, and the paths of all of them as one text. */
export function readPage(
  memory: SharedArrayBuffer,
  bytes: Buffer,
  start: number,
): { readonly numbers: Int32Array; readonly paths: string } {
  const [count = 0, pathsAt = 0, pathsSize = 0] = new Int32Array(memory, start, 3);
  return {
    numbers: new Int32Array(memory, start + jobsAt, count * jobNumbers),
    paths: bytes.toString('utf8', pathsAt, pathsAt + pathsSize),
  };
}

/** What is shared. */
export interface WorkMemory {
  readonly layout: string;
  readonly memory: SharedArrayBuffer;
  /** One byte for each comparison: 1 if the file holds the text. */
  readonly answers: SharedArrayBuffer;
  /** {@link hashSize} bytes for each hash that is wanted. */
  readonly hashes: SharedArrayBuffer;
}
