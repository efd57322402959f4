/** Work in; its exit code out, whatever happens: what the machine refuses becomes a diagnostic, a bug one line without a stack. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { type Host, HostError } from '../io/host.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { exitCodes } from './exit-codes.ts';
import { report } from './report.ts';
import { textReporter } from './reporters.ts';

/** Gives what the work gives, or the code of what stopped it, which is reported. The line of progress is gone afterwards. */
export function guarded(host: Host, work: () => number): number {
  try {
    return work();
  } catch (error) {
    return error instanceof HostError
      ? reportAlone(host, diagnosticOf(error))
      : confess(host, error);
  } finally {
    host.progress.end();
  }
}

/** Reports what stops a command before it has read anything, and gives the exit code. */
export function reportAlone(host: Host, diagnostic: Diagnostic): number {
  const diagnostics = locateDiagnostics([diagnostic], () => undefined);
  return report(host, diagnostics, { reporters: [textReporter], textOf: () => undefined });
}

function diagnosticOf({ operation, path, reason }: HostError): Diagnostic {
  const place = { file: path };
  switch (operation) {
    case 'read':
    case 'list':
      return diagnose('repo/unreadable', place, { path, reason });
    case 'write':
    case 'rename':
    case 'remove':
      return diagnose('output/write-failed', place, { path, reason });
  }
}

function confess(host: Host, error: unknown): number {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  host.writeError(
    `fedc: internal error: ${visible(text)}\nThis is a bug in fedc. Please report this line, with the input that causes it.\n`,
  );
  return exitCodes.bug;
}
