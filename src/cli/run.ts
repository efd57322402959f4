/** The command line in, the exit code out; whatever happens, nobody sees a stack trace. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { type Host, HostError } from '../io/host.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { exitCodes } from './exit-codes.ts';
import { parseArguments } from './program.ts';
import { report } from './report.ts';
import { textReporter } from './reporters.ts';

/** Runs a command and gives its exit code, one of {@link exitCodes}. */
export function run(argv: readonly string[], host: Host): number {
  try {
    const parsed = parseArguments(argv, host);
    switch (parsed.kind) {
      case 'done':
        return parsed.exitCode;
      case 'refused':
        return fail(host, parsed.diagnostic);
      case 'command':
        return parsed.execute();
    }
  } catch (error) {
    return error instanceof HostError ? fail(host, diagnosticOf(error)) : confess(host, error);
  }
}

function fail(host: Host, diagnostic: Diagnostic): number {
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
