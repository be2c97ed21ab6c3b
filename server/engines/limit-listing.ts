/** How long a server may take to list its models; a probe must end in that time. */
const listLimitMs = 300;

/** A signal for a request that lists models: it aborts when there is no more time for that, or with the caller's own. */
export function limitListing(signal?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(listLimitMs);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}
