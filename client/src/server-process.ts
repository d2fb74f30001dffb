/**
 * Node's options for the server's process. A young generation of 4 MB, in place of 16: what a check makes is soon garbage, and the process
 * holds 25 MB less while an essay is open.
 */
export const SERVER_OPTIONS: readonly string[] = ['--max-semi-space-size=4'];
