// The last word of a run: the line `N passed, N failed`, where a skipped test is a failed one. Only those that this
// machine makes impossible are not; they are named, and the line ends with `, N skipped`.
import type { Count } from './suite.ts';

/** Says it, and sets the exit code. */
export function conclude(counts: readonly Count[]): void {
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped');
  if (skipped > 0) console.error(`\n${skipped} skipped: what is not run is not known to pass.`);
  const impossible = counts.flatMap((count) => count.impossible ?? []);
  if (impossible.length > 0) {
    console.error('\nNot run, since this machine gives no network whose packets may be dropped');
    console.error('(it takes Linux, unshare, ip, nft, and the right to use them):');
    for (const name of impossible) console.error(`  ${name}`);
  }
  const failed = sum('failed') + skipped;
  const ending = impossible.length > 0 ? `, ${impossible.length} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${failed} failed${ending}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
