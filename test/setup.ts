import fc from 'fast-check';

/**
 * One seed for everybody, so that a green commit stays green. `FEDC_SEED=random` (or a number) draws other cases; do that
 * when the code behind a property changes.
 */
const wanted = process.env['FEDC_SEED'] ?? '20221101';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
