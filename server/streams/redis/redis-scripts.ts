/**
 * Ends a record and lets it, its facts and its claim expire. The entry may be there already, from an attempt whose answer was lost; any other
 * failure to add it is told.
 * KEYS: entries, facts. ARGV: id of the entry, whether complete (1 or 0), milliseconds, stream id.
 */
export const endScript = `
local added = redis.pcall('XADD', KEYS[1], ARGV[1], 'end', ARGV[2])
if added.err and not string.find(added.err, 'equal or smaller', 1, true) then return added end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
local claim = redis.call('HGET', KEYS[2], 'claim')
if claim and redis.call('HGET', claim, 'id') == ARGV[4] then redis.call('PEXPIRE', claim, ARGV[3]) end
return 1
`;

/**
 * What is known of a record: its server, whether that has a pulse (1 or 0), the oldest and the newest entry; or nil.
 * KEYS: entries, facts. ARGV: prefix of pulses.
 */
export const findScript = `
local server = redis.call('HGET', KEYS[2], 'server')
if not server then return nil end
local oldest = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
return {server, redis.call('EXISTS', ARGV[1] .. server), oldest, newest}
`;

/**
 * Makes a claim stand for a stream unless it stands for another; returns id and fingerprint of the one it stands for.
 * KEYS: claim, facts of the stream. ARGV: stream id, fingerprint, id of the stream that may be replaced, milliseconds.
 */
export const claimScript = `
local holder = redis.call('HMGET', KEYS[1], 'id', 'fingerprint')
if holder[1] and holder[1] ~= ARGV[1] and holder[1] ~= ARGV[3] then return holder end
redis.call('HSET', KEYS[1], 'id', ARGV[1], 'fingerprint', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('HSET', KEYS[2], 'claim', KEYS[1])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return {ARGV[1], ARGV[2]}
`;

/**
 * Publishes a note to the server of a stream.
 * KEYS: facts of the stream. ARGV: prefix of channels, the note.
 */
export const noteScript = `
local server = redis.call('HGET', KEYS[1], 'server')
if server then redis.call('PUBLISH', ARGV[1] .. server, ARGV[2]) end
return 1
`;
