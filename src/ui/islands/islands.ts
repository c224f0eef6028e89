/** Everything that runs in an officer's browser; pages work without it. */
import './key-help.ts'
import './keep-draft.ts'
import './keep-page.ts'
import './list-keys.ts'
import './live-matches.ts'
import './return-entry.ts'
