/** The sizes that are measured, and the bars. */

export const sizes = {
  S: { specs: 50, clusters: 10 },
  M: { specs: 300, clusters: 50 },
  L: { specs: 1000, clusters: 200 },
};

/** Pairs of workloads `[small, large]` that differ in one number. */
export const growths = {
  clusters: [
    { specs: 100, clusters: 20 },
    { specs: 100, clusters: 80 },
  ],
  specs: [
    { specs: 50, clusters: 40 },
    { specs: 400, clusters: 40 },
  ],
};

/** The most that a row `what size against` may show: a ratio, for memory MiB. */
export const targets = {
  'cold M cp': 1.6,
  'cold L cp': 1.3,
  'cold M naive': 1 / 14,
  'update M nothing': 1.25,
  'plan L cp': 0.35,
  'nothing L plan': 2.2,
  'memory L ': 300,
  'version  node': 1.15,
  'help  node': 1.25,
  'small S node': 2.5,
  'marginal clusters cp': 2,
  'marginal specs cp': 2,
};
