/** Maximum number of threads. */
export const MAX_WORKERS = 256;
