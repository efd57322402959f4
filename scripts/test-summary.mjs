/**
 * Prints one line, `N passed, N failed`, from the JSON result of the test runner.
 * The path of the result is the first argument; exit code 1 if anything failed or nothing ran.
 */
import { existsSync, readFileSync } from 'node:fs';

const path = process.argv[2] ?? '';
const result = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
const passed = result?.numPassedTests ?? 0;
// A file that cannot even be loaded counts no test, so it is counted itself.
const brokenFiles = (result?.testResults ?? []).filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
const failed = result === undefined ? 1 : result.numFailedTests + brokenFiles;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
