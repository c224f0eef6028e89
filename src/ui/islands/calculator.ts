/** The public calculator's script: it answers while one chooses. A browser without Temporal asks the server, as without script. */
if ('Temporal' in globalThis) void import('./due-calculator.ts')
