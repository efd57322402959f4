/** Errors of the system in, what they say out. */

/** `ENOENT`; '' for an error that is not the system's. */
export function codeOf(error: unknown): string {
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystemError ? String(error.code) : '';
}

/** Whether an error says that nothing stands at a path. */
export function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}
