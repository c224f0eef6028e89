/** The program's log: one JSON line an entry on stderr. Never a name, a subject or a code of a petition. */
import { pino } from 'pino'

/** Write with `log.info({ unit_id, … }, 'what happened')`. `GANDAN_LOG` sets the level (default `info`). */
export const log = pino(
  {
    base: null,
    level: process.env['GANDAN_LOG'] || 'info',
    redact: ['password', 'passphrase', 'code', 'cookie', '*.password', '*.passphrase', '*.code', '*.cookie'],
  },
  pino.destination({ dest: 2, sync: true }),
)
